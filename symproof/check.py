"""Checking derivations: each step settled, and what came of it as a report, which is plain data and proves nothing.

A mistake of the author's, in a derivation or in what it cites, is in the report, at its place; so is one of ours.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from symproof.errors import SortError, SymproofError
from symproof.lemmas import BUDGET, CONTRADICTION, InternalError, Lemmas, find_circle, says_nothing
from symproof.term import Term

if TYPE_CHECKING:
    from symproof.derivation import Derivation, Step
    from symproof.point import Point
    from symproof.report import DerivationReport, StepReport
    from symproof.verdict import Verdict


def check(
    derivation: Derivation, budget: float = BUDGET, lemmas: Lemmas | None = None, *, export: bool = False
) -> DerivationReport:
    """Settle every step, each within `budget` seconds, and say what came of it; with `export`, what is proved as its file.

    A mistake in the derivation, and one in symproof, are the `error` of the report; nothing is raised.
    """
    if not hasattr(derivation, "build"):
        raise SortError(
            f"check({derivation!r}): check takes a derivation, as @derivation makes; a claim is for prove(...)"
        )
    from dataclasses import replace  # reports are for when there is something to report

    from symproof.place import explain

    known, began = lemmas or Lemmas(budget), time.perf_counter()
    report = describe(derivation)
    if (error := derivation.build()) is not None:
        line, text = explain(error, derivation.file)
        return replace(report, line=line or report.line, error=text)
    report = replace(report, expect=expectation(derivation))
    if (circle := find_circle(derivation)) is not None:
        place = circle[0].place
        return replace(report, line=place.line, error=f"CitationCycle: {circle[1]}")
    try:
        steps = tuple(check_step(derivation, k, known) for k in range(len(derivation.steps)))
        report = replace(report, steps=steps, **_shown(derivation))
        if all(step.verdict == "proved" for step in steps):
            known.whole(derivation)  # the kernel's word on the chain as a whole
            if export:
                from symproof.export import exported

                report = replace(report, exported=exported(derivation, known))
    except Exception as failed:  # a mistake of ours costs one derivation, not the others
        text = str(failed if isinstance(failed, InternalError) else InternalError(failed))
        return replace(report, error=text, seconds=time.perf_counter() - began)
    verdicts = [step.verdict for step in steps]
    proved = report.expect == "proved" and {*verdicts} == {"proved"}
    return replace(
        report,
        warning=CONTRADICTION if proved and says_nothing(derivation.statement) else "",
        verdict=next((status for status in ("refuted", "unknown") if status in verdicts), "proved"),
        ok=_is_expected(report.expect, derivation, verdicts),
        trusts=tuple(sorted({word for step in steps for word in step.trusts})),
        seconds=time.perf_counter() - began,
    )


def describe(derivation: Derivation) -> DerivationReport:
    """The report on a derivation of which nothing is known yet."""
    from symproof.place import shown
    from symproof.report import DerivationReport

    return DerivationReport(
        id=derivation.id, file=shown(derivation.file), line=derivation.line, name=derivation.name,
        title=derivation.title, remarks=derivation.remarks, expect=derivation.expect, verdict="unknown", ok=False,
    )  # fmt: skip


def check_step(derivation: Derivation, k: int, lemmas: Lemmas) -> StepReport:
    """Settle step `k`, counted from 0, and say what came of it; a failure of symproof there is its `reason`."""
    from dataclasses import replace

    from symproof.report import StepReport

    step, began = derivation.steps[k], time.perf_counter()
    report = StepReport(
        line=step.place.line, source=step.place.source, relation=step.kind, left_latex=_latex(step.left),
        right_latex="" if step.right is None else _latex(step.right), text=str(step.claim), verdict="unknown",
        note=step.note, cites=tuple(cited.id for cited in step.cites), name=step.name,
    )  # fmt: skip
    try:
        verdict = lemmas.step(derivation, k)
    except (SymproofError, InternalError) as error:
        words = f"{type(error).__name__}: {error}" if isinstance(error, SymproofError) else str(error)
        return replace(report, reason=words, seconds=time.perf_counter() - began)
    report = replace(
        report,
        verdict=verdict.status,
        by=_by_in_words(step, verdict),
        trusts=tuple(sorted(verdict.trusts)),
        reason=_omission(verdict) if step.omitted else verdict.reason,
        seconds=time.perf_counter() - began,
    )
    return report if verdict.point is None else replace(report, **_failure(verdict, verdict.point))


def _failure(verdict: Verdict, point: Point) -> dict[str, Any]:
    """What a report says of the point at which a step fails; the reason is told by left - right, where there is one."""
    from symproof.evaluation.ties import NotAFailure, failure
    from symproof.writers.statements import latex_point

    told: dict[str, Any] = {"point": point.show(), "point_latex": latex_point(point)}
    try:
        found = failure(verdict.statement, point)
    except NotAFailure:
        return told
    if found.words:
        return told
    difference = found.difference
    if isinstance(difference, tuple):
        return told | {"difference": f"({', '.join(map(str, difference))})", "reason": ""}
    return told if difference is None else told | {"difference": str(difference), "reason": ""}


def expectation(derivation: Derivation) -> str:
    """What a derivation should come to: "proved", "refuted", or "omitted" where a proof is left out."""
    if derivation.expect == "proved" and any(step.omitted for step in derivation.steps):
        return "omitted"
    return derivation.expect


def _is_expected(expect: str, derivation: Derivation, verdicts: Sequence[str]) -> bool:
    """Whether the verdicts on the steps are the expected ones.

    An omitted proof is owed, so it is a mistake when the tool finds it (or finds the step false): the author is told.
    """
    if expect == "refuted":
        return "refuted" in verdicts
    wanted = ["unknown" if step.omitted else "proved" for step in derivation.steps]
    return list(verdicts) == wanted


REASONS = {
    "ring": "expand",
    "entries": "entry by entry",
    "sums": "rearrange the sums",
    "gradients": "differentiate",
    "inequality": "combine the inequalities",
    "induction": "by induction",
    "orderings": "by cases of order",
    "roots": "square both sides",
    "degrees": "make the degrees equal",
    "tangents": "by tangents",
    "jensen": "by Jensen's inequality",
    "cauchy_schwarz": "by the Cauchy-Schwarz inequality",
    "triangle": "by the triangle inequality",
    "zeilberger": "by Zeilberger's algorithm",
    "squares": "a sum of squares",
    "cancelled": "by a factor of the difference",
    "cvc5": "by cvc5",
    "z3": "by z3",
    "sympy": "by SymPy",
}
"""An engine's word, as a reader of the sheet would say it; other words are said as they are."""


def _by_in_words(step: Step, verdict: Verdict) -> str:
    from symproof.trusted.certificate import Rate  # a quarter of what `import symproof` would take

    words = REASONS.get(verdict.by, verdict.by)
    if isinstance(verdict.certificate, Rate):
        words = (
            f"{words}: constant ${_latex(verdict.certificate.constant)}$, from ${_latex(verdict.certificate.start)}$ on"
        )
    if verdict.status != "proved" or not step.cites:
        return words
    cites = f"by {', '.join(cited.name for cited in step.cites)}"
    return cites if step.by is None else f"{words}, {cites}"


def _omission(verdict: Verdict) -> str:
    match verdict.status:
        case "proved":
            return f"it is proved ({verdict.by}); take by=omitted away"
        case "unknown":
            return "the proof is left out (by=omitted)"
        case _:
            return verdict.reason


def _shown(derivation: Derivation) -> dict[str, Any]:
    """A derivation's hypotheses, claim and letters, as a sheet shows them."""
    from symproof.writers.statements import latex_declarations, latex_definitions, latex_statement
    from symproof.writers.traces import trace_report

    claims = [statement.claim for statement in derivation.statements]
    letters = frozenset[Term]().union(*(statement.free for statement in derivation.statements))
    if derivation.trace is not None:  # the letters of its lines are explained by its table
        letters = derivation.statement.free
    return {
        "given_latex": tuple(map(latex_statement, derivation.given)),
        "claim_latex": latex_statement(derivation.claim),
        "declared": latex_declarations(letters),
        "defined_latex": latex_definitions((*derivation.given, *claims)),
        "trace": None if derivation.trace is None else trace_report(derivation.trace),
    }


def _latex(term: Term) -> str:
    from symproof.writers.statements import latex_member  # the writers stand beside, and are loaded for a report

    return latex_member(term)
