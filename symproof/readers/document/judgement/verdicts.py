"""The verdicts on all steps of a document, in order, and then on the goals that later lines prove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from symproof.errors import SymproofError
from symproof.readers.document.judgement.differing import doubt_failed_checks, doubt_what_is_solved
from symproof.readers.document.judgement.earlier import Earlier
from symproof.readers.document.judgement.judged import REFUTED, UNKNOWN, Judged
from symproof.readers.document.judgement.judging import Judge
from symproof.readers.document.judgement.pairs import groups, pairs
from symproof.readers.document.judgement.recalling import reached_by_rules
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.lines.step import Step


def judge_all(
    steps: Sequence[Step],
    labels: dict[str, Step],
    budget: float,
    jobs: int = 1,
    on_progress: Callable[[int], None] | None = None,
) -> list[Judged]:
    """The verdicts on all steps, in order; `on_progress` is called with the number of each that is settled."""
    doubt_failed_checks(steps)
    doubt_what_is_solved(steps)
    judge = Judge(Settler(budget), Earlier(labels), steps, groups(steps), cases=pairs(steps))
    if jobs > 1:
        judge.settler.prefetch(
            [(step.statement, [fact.prop for fact in step.given]) for step in steps if step.statement is not None], jobs
        )
    found = []
    for step in steps:
        try:
            judged = judge.judge(step)
            if judged.verdict == REFUTED and step.functions:
                judged = replace(judged, reason="; ".join(filter(None, (judged.reason, f"here {step.functions}"))))
            found.append(judged)
        except SymproofError as error:
            found.append(Judged(UNKNOWN, reason=str(error)))
        except RecursionError:
            found.append(Judged(UNKNOWN, reason="it is nested too deeply to be worked out"))
        if on_progress is not None:
            on_progress(step.number)
    for step, judged in zip(steps, found, strict=True):
        if step.role == "goal" and judged.verdict == UNKNOWN and step.statement is not None:
            by = judge.reach if not judged.point else partial(reached_by_rules, judge)
            found[step.number] = by(step, steps[step.number + 1 :]) or judged
    return found
