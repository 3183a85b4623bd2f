"""The table of an evaluation trace, laid out for a page: formulas in lines, a verdict on each line, and the graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from symproof.report import StepReport, TraceReport, TraceRow
from symproof.writers.formula import broken, width
from symproof.writers.graph import Graph, graph

ROOM = 46.0
"""The room of a row, in em of the smaller letters of a table."""
GAPS = 4.5
"""What the space between columns and the marks take of it."""
PRIMAL = 14.0
"""The widest formula of a line that is not broken."""


@dataclass(frozen=True, slots=True)
class TraceLine:
    """A row of the table: what its letter is and its value, its tangent or adjoint and its value, and the verdict on
    that ("" where nothing is claimed). Formulas are in lines."""

    primal: tuple[str, ...]
    value: str
    rate: tuple[str, ...]
    rate_value: str
    verdict: str

    @property
    def height(self) -> int:
        """How many lines it takes."""
        return max(len(self.primal), len(self.rate), 1)


@dataclass(frozen=True, slots=True)
class TraceTable:
    """The table: `heads` over its two halves, where values are given `point` says where, and the graph beside it, which is
    described in `words`.

    `upwards` marks a table whose right half is computed from the last line to the first. Of several tables with one graph
    the first shows it (`shown_once`); the others have none, and `like` is its (anchor, label).
    """

    heads: tuple[str, str]
    point: tuple[str, ...]
    lines: tuple[TraceLine, ...]
    graph: Graph | None
    words: str
    upwards: bool
    like: tuple[str, str] = ("", "")


def trace_table(trace: TraceReport, steps: Sequence[StepReport]) -> TraceTable:
    """The table of a trace, with the verdicts of the steps that claim its lines."""
    heads = {
        "": ("Evaluation", ""),
        "forward": ("Evaluation", f"Tangents in ${trace.direction}$"),
        "reverse": ("Evaluation", "Adjoints"),
    }
    primal = [_definition(row) for row in trace.rows]
    values = [max((width(each) + 0.5 for each in column if each), default=0.0) for column in _values(trace)]
    widest = max(width(line) for lines in primal for line in lines)
    room = max(ROOM - GAPS - widest - sum(values), 12.0)
    lines = tuple(
        TraceLine(before, row.value, _rate(row, room), row.rate_value, _verdict(row, steps))
        for row, before in zip(trace.rows, primal, strict=True)
    )
    words = "computational graph: " + "; ".join(
        f"{row.letter} from {', '.join(trace.rows[k].letter for k in row.operands)}"
        for row in trace.rows
        if row.operands
    )
    return TraceTable(heads[trace.mode], trace.point, lines, graph(trace.rows), words, trace.mode == "reverse")


def shown_once(tables: Sequence[tuple[TraceTable | None, tuple[str, str]]]) -> Iterator[TraceTable | None]:
    """The tables, with their anchors and labels, so that each graph is shown by the first that has it."""
    shown: dict[Graph | None, tuple[str, str]] = {}
    for table, link in tables:
        if table is not None and table.graph in shown:
            yield replace(table, graph=None, like=shown[table.graph])
            continue
        if table is not None:
            shown[table.graph] = link
        yield table


def subject(trace: TraceReport | None, number: int) -> str:
    """What step `number`, counted from 0, is about, in words; "" where it is about no line."""
    for row in trace.rows if trace is not None else ():
        if number in row.steps:
            return f"The {'tangent' if trace is not None and trace.mode == 'forward' else 'adjoint'} ${row.rate}$"
    return ""


def _values(trace: TraceReport) -> tuple[list[str], list[str]]:
    return [row.value for row in trace.rows], [row.rate_value for row in trace.rows]


def _definition(row: TraceRow) -> tuple[str, ...]:
    return broken(f"{row.letter} = {row.term}", PRIMAL) if row.term else (row.letter,)


def _rate(row: TraceRow, room: float) -> tuple[str, ...]:
    """A tangent or an adjoint by its rule, and in closed form where that is another."""
    parts = [part for part in (row.rate, row.rule, row.closed) if part]
    return broken(" = ".join(parts), room) if parts else ()


def _verdict(row: TraceRow, steps: Sequence[StepReport]) -> str:
    verdicts = [steps[k].verdict for k in row.steps]
    return next((each for each in ("refuted", "unknown", "proved") if each in verdicts), "")
