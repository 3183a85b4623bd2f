"""What a check says, as plain data: it crosses processes, becomes JSON, a terminal report and a sheet.

A report proves nothing; it is made from verdicts, in the process that held them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step of a derivation: `left relation right`, or one statement that is no relation (`left` alone).

    `source` is the author's own text of the step; `line` where it starts. `by` names what settled it in words for
    a reader ("expand", "telescope", "by one_step"). `point` maps names to values where the step fails, and
    `difference` is left - right there. `note` is the author's remark. `cites` holds the ids of the derivations used
    as lemmas, and `point_latex` the point once more, as equations (`writers.statements.latex_point`). `name` says
    what the step is about, in a derivation by an evaluation trace.
    In `by`, `note` and `reason` mathematics may stand between dollar signs; the first line of a `reason` is its
    head ("not known to be defined"), the lines after it say more.
    """

    line: int
    source: str
    relation: str
    left_latex: str
    right_latex: str
    text: str
    verdict: str
    by: str = ""
    trusts: tuple[str, ...] = ()
    reason: str = ""
    point: dict[str, str] = field(default_factory=dict)
    note: str = ""
    seconds: float = 0.0
    difference: str = ""
    cites: tuple[str, ...] = ()
    point_latex: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """A letter of an evaluation trace, as LaTeX: an input, whose `term` is "", or a line, whose `operands` are the rows
    it is computed from.

    `rate` is its tangent or adjoint as a letter, `rule` what the rule makes of its neighbours' ("" for one that the
    others start from) and `closed` what comes of it. `value` and `rate_value` are decimal digits at the point of the trace,
    with their relation (`= 2`, `\\approx 2.7183`), or "". `steps` are the steps that claim it, counted from 0.
    """

    letter: str
    term: str
    operands: tuple[int, ...] = ()
    value: str = ""
    rate: str = ""
    rule: str = ""
    closed: str = ""
    rate_value: str = ""
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceReport:
    """An evaluation trace: `mode` is "", "forward" (tangents in the input `direction`) or "reverse"; `point` holds the
    equations of the point at which values are shown."""

    mode: str
    direction: str
    point: tuple[str, ...]
    rows: tuple[TraceRow, ...]


@dataclass(frozen=True, slots=True)
class DerivationReport:
    """One derivation; `id` is "path/to/file.py::name". `error` is set where it could not be built at all.

    `expect` is "proved", "refuted" or "omitted"; `ok` says whether the verdict is the expected one. `title` is the
    docstring's first line, `remarks` the rest. `given_latex` are the hypotheses as LaTeX, in order; `declared` says
    in phrases what the letters are (`writers.statements.latex_declarations`), and `defined_latex` how the matrices
    are defined that have an entry law (`latex_definitions`). `trace` is the evaluation trace of a derivation by one. `exported`
    is its file for `symproof.recheck`, where that was asked for. `warning` says that its hypotheses contradict each other.
    """

    id: str
    file: str
    line: int
    name: str
    title: str
    remarks: str
    expect: str
    verdict: str
    ok: bool
    given_latex: tuple[str, ...] = ()
    claim_latex: str = ""
    steps: tuple[StepReport, ...] = ()
    trusts: tuple[str, ...] = ()
    seconds: float = 0.0
    error: str = ""
    declared: tuple[str, ...] = ()
    defined_latex: tuple[str, ...] = ()
    trace: TraceReport | None = None
    exported: dict[str, Any] | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One derivation file: its module docstring, its derivations, and `error` where it could not be read."""

    file: str
    title: str
    remarks: str
    derivations: tuple[DerivationReport, ...] = ()
    error: str = ""
    error_line: int = 0


def rests_on(trusts: Iterable[str]) -> str:
    """What verdicts rest on, in words."""
    found = sorted(set(trusts))
    return "the kernel and " + ", ".join(found) if found else "the kernel alone"
