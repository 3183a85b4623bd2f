"""What is said for all values and holds for some: a derivative in letters, where these have values that are given; an equation of
which one side has values where the other has none; and what has no value anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, is_soft
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.known.rounding import decimals_in
from symproof.readers.document.lines.step import Step
from symproof.statement import Each, Or, Prop, Relation, is_equation, parts_of
from symproof.substitution import body_at
from symproof.term import Derivative, Variable, is_integer_letter
from symproof.trusted.defined import definedness


def one_of_several(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """What is said of values side by side of which what is given leaves one only: after x = 2, "x^3 = 8 and x^3 = 9"."""
    parts = claim.args if isinstance(claim, Or) else ()
    if not parts or not all(is_equation(each) and not each.right.free for each in parts):
        return None
    told = [settler(each, given, 0.5).status for each in parts]
    if PROVED not in told:
        return None
    right = parts[told.index(PROVED)]
    for each, status in zip(parts, told, strict=True):
        if status == REFUTED or (status != PROVED and _is_another_value(settler, right, each)):
            return Judged(UNKNOWN, reason=f"by what is given {right}, and not {each}")
    return None


def _is_another_value(settler: Settler, right: Prop, other: Prop) -> bool:
    """Whether an equation gives what another one is about a value that differs."""
    if not isinstance(right, Relation) or not isinstance(other, Relation) or right.left != other.left:
        return False
    return settler.closed(Relation("=", right.right, other.right)) == REFUTED


def of_values_only(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """The doubt of an equation between a derivative and a term in its letters that holds for the values only that are given."""
    if not is_equation(claim):
        return None
    rates = [each for each in (claim.left, claim.right) if isinstance(each, Derivative)]
    letters = claim.left.free & claim.right.free if len(rates) == 1 else frozenset()
    if any(decimals_in(side, least=1) for side in (claim.left, claim.right)):
        return None  # some values are put in already
    placed = [each for each in given if isinstance(each, Relation) and each.left in letters and not each.right.free]
    values = [each for each in placed if each.kind == "="]  # "for x > 0, f' = 2x" is said of these x
    told = settler(claim, [each for each in given if each not in values], 0.5) if values else None
    if told is None or told.status != REFUTED:
        return None
    where = ", ".join(map(str, values))
    return Judged(UNKNOWN, reason=f"right at {where}, and not for all values", point=told.point, fails=True)


def have_values_alike(settler: Settler, claim: Relation, given: tuple[Prop, ...]) -> bool:
    """Whether each side of a relation has values where the other has, as tan x and sin x/cos x, and not as x/x and 1; or all that
    is asked for is where an index lies: "for each k" is said from x_1 on."""
    asked = [condition for condition in definedness(claim) if condition.free]
    letters = {letter for condition in asked for letter in condition.free}
    bounds = all(isinstance(each, Relation) and each.kind not in ("=", "!=") for each in asked)
    if bounds and all(is_integer_letter(each) for each in letters):
        return True
    left, right = (definedness(Relation("=", side, side)) for side in (claim.left, claim.right))
    return all(
        settler.proves(condition, (*given, *others)).status == PROVED
        for conditions, others in ((left, right), (right, left))
        for condition in conditions
        if condition not in others
    )


def leaves_values_out(settler: Settler, step: Step, conditions: Sequence[Prop], given: tuple[Prop, ...]) -> bool:
    """Whether the terms of a line have no values somewhere where its sentence says that it holds: x/x = 1 "for x >= 0"."""
    said = [each for each in step.given if each.kind == "hypothesis" and each.sentence <= step.display <= each.display]
    letters = {letter for each in said if is_range_of(each.prop) and not each.chosen for letter in each.prop.free}
    asked = [each for each in conditions if each.free and each.free <= letters]
    return any(settler(each, given, 0.5).status != PROVED for each in asked)


def is_range_of(prop: Prop) -> bool:
    """Whether something says where one number lies."""
    bounds = [isinstance(each, Relation) and each.kind[0] in "<>" for each in parts_of(prop)]
    return all(bounds) and len(prop.free) == 1 and all(isinstance(each, Variable) for each in prop.free)


def nowhere(settler: Settler, step: Step, given: tuple[Prop, ...], told: Told) -> Judged | None:
    """The refutation of a line in which something is divided by what is zero everywhere, `1/(x - x)`, or at the first index of a
    sum."""
    if step.refutable and not is_soft(step.refutable):
        return None
    claim = step.statement
    for condition in definedness(claim) if claim is not None and claim.free and told.conditions else ():
        never = _first(settler, condition, given)
        if isinstance(never, Relation) and never.kind == "!=":
            zero = Relation("=", never.left, never.right)
            values = [each for each in given if is_equation(each) and not each.right.free]
            everywhere = [each for each in given if each not in values]  # a letter may have had a value for a while
            if settler(zero, everywhere, 0.5).status == PROVED and not settler.contradictory(everywhere):
                return Judged(REFUTED, "falsify", reason=f"it has no value anywhere, as {condition} fails", point={})
    return None


def _first(settler: Settler, condition: Prop, given: tuple[Prop, ...]) -> Prop:
    """A condition on all places as that on the first, where there is one."""
    if not isinstance(condition, Each) or condition.low is None or condition.high is None:
        return condition
    if settler.proves(Relation("<=", condition.low, condition.high), given).status != PROVED:
        return condition
    return body_at(condition, condition.low)
