"""Lines that carry a slip on: what fails by all that is right before it, and follows from a line that is refuted.

After "y = 4", where y is 2, "x = y + 2 = 6" is no further slip. What is known beside the slip counts as far as the two do not
contradict each other. A false identity proves too much at the few values where it holds: it only stands for its other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import CONTRADICTORY, PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.solving import is_moved, values_of
from symproof.readers.document.known.likeness import is_absurd
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Step
from symproof.readers.resolve.ellipses import same
from symproof.statement import Or, Prop, Relation, both_ways, is_equation
from symproof.substitution import rebuild, substitute
from symproof.term import Scalar, Term, Variable

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

MOST, MOST_BESIDE = 3, 8
"""How many refuted lines are tried, and how many others beside one."""


def carried_on(rows: Rows, step: Step, claim: Prop, found: Judged) -> Judged | None:
    """The verdict on a refuted line that says again what a refuted one before it says, or carries it on; and on one that no point
    refutes, under hypotheses that contradict each other."""
    supposed = [fact for fact in step.given if fact.prop.free]
    about = relevant(claim, [fact.prop for fact in supposed]) if not found.point else ()
    if about and rows.settler.contradictory(about):
        lines = ", ".join(fact.where for fact in supposed if fact.prop in about)
        return Judged(UNKNOWN, reason=f"{CONTRADICTORY}: {lines}")
    refuted = [
        fact.step
        for fact in step.earlier
        if fact.step is not None and fact.block == step.block and rows.earlier.is_refuted(fact.step.number)
    ]
    slips = [each for each in refuted if each.number not in step.links]
    sides = (claim.left, claim.right) if isinstance(claim, Relation) else ()
    is_own = all(each.free for each in sides) and not (found.needs or found.reason.startswith("contradicts"))
    for slip in slips[:MOST]:
        again = slip.statement == claim
        if again or any(_comes_of(rows, step, claim, each, slip, is_own) for each in _said_by(rows, slip)):
            how = "says again what" if again else "follows from"
            reason = f"{how} line {slip.line}{' says' if again else ''}, which is refuted"
            return Judged(UNKNOWN, reason=reason, point=found.point, needs=(slip.line,))
    return None


def with_either_sign(rows: Rows, step: Step, claim: Prop, found: Judged) -> Judged:
    r"""The verdict on one half of `x = \pm\sqrt{a^2} = \pm a`, which may be meant with the other sign at some values."""
    if step.turned is None or found.verdict == PROVED:
        return found
    either = Or((claim, step.turned))
    told = rows.settler(either, [fact.prop for fact in step.given], 0.5)
    if told.status == PROVED:
        step.statement = either
        return judged_of(told)
    if found.verdict != REFUTED or told.status == REFUTED:
        return found
    return Judged(UNKNOWN, reason="it may hold with the other sign", point=found.point)


def _said_by(rows: Rows, slip: Step) -> Iterator[Prop]:
    """What a refuted line says, also of the first member of its chain, where all between them is right."""
    assert slip.statement is not None
    yield slip.statement
    links = (rows.steps[number] for number in slip.links)
    if isinstance(slip.statement, Relation) and slip.first is not None and all(map(rows.earlier.is_proved, links)):
        if set(slip.before) == {"="}:
            yield Relation("=", slip.first, slip.statement.right)


def _comes_of(rows: Rows, step: Step, claim: Prop, said: Prop, slip: Step, is_own: bool) -> bool:
    """Whether a claim comes of a slip; one that is false whatever is said before, of its `own`, only by what it is put into."""
    if is_solution(claim) and all(_solves(rows, said, *each) for each in values_of(claim)):
        return True
    lines = [fact.prop for fact in step.earlier if rows.earlier.stands(fact) and fact.part == step.part]
    beside = [*lines, *(fact.prop for fact in step.given)]
    if _is_identity(rows, said, slip):
        assert isinstance(said, Relation)
        return _put_in(rows, claim, said, beside)
    settler, others = rows.settler, [each for each in relevant(claim, (said, *beside)) if each != said][:MOST_BESIDE]
    if is_own or settler.contradictory([said]):
        return False
    for prop in others:
        if settler.proves(claim, (said, prop)).status == PROVED and not settler.contradictory([said, prop]):
            return True
    if settler.proves(claim, (said, *others)).status != PROVED:
        return False  # from fewer lines follows less; which of them contradict each other takes long to tell
    known = [said]
    for prop in others:
        if not settler.contradictory([*known, prop]):
            known.append(prop)
    return settler(claim, known, 0.5).status == PROVED


def _is_identity(rows: Rows, said: Prop, slip: Step) -> bool:
    """Whether what is refuted is an equation that is to hold for all values of its letters."""
    if not is_equation(said) or is_solution(said):
        return False
    judged = rows.earlier.done[slip.number]
    return not said.free or is_absurd(said) or (bool(said.left.free and said.right.free) and not judged.needs)


def _put_in(rows: Rows, claim: Prop, slip: Relation, lines: Sequence[Prop]) -> bool:
    """Whether a claim is an equation before it with the right side of a false identity in the place of the left one, or holds
    once it stands there."""
    for each in lines if slip.free else ():
        if isinstance(each, Relation):
            for side, other in both_ways(each):
                if _is_same(side, slip.left) and is_moved(rows.settler, claim, Relation("=", slip.right, other)):
                    return True

    def put(term: Term) -> Term:
        return slip.right if term == slip.left else rebuild(term, put)

    there = put(claim)
    return isinstance(there, Prop) and there != claim and rows.settler(there, (), 0.5).status == PROVED


def _solves(rows: Rows, said: Prop, letter: Variable, value: Scalar) -> bool:
    there = substitute(said, {letter: value}) if is_equation(said) and letter in said.free else None
    return isinstance(there, Prop) and rows.settler.closed(there) == PROVED


def _is_same(one: Term, other: Term) -> bool:
    return isinstance(one, Scalar) and isinstance(other, Scalar) and same(one, other)
