"""Solutions of an equation in sines and cosines with a whole number of turns, `x = pi/6 + 2*k*pi or x = 5*pi/6 + 2*k*pi`: each
solves it, whatever the whole number k, and none is lost that is found among numbers with a point."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof.evaluation.truth import slope
from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.judgement.periods import is_periodic
from symproof.readers.document.judgement.solving import counterexample, in_one_letter, values_of
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import alternatives, is_solution, turns_of
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Or, Prop, Relation, is_equation
from symproof.substitution import substitute
from symproof.term import ZERO, Elementary, Number, Scalar, Term, Variable

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

TURNS = 40
"""How many turns away values are looked at, on each side."""
UNCOUNTED = ("k", "l", "m", "j", "z")
"""Letters that are natural numbers only where a text says so: a solution before the first turn is lost then."""
TRIED = (0, 1, -1, 2, 3)


def of_all_turns(rows: Rows, link: Inference) -> Judged | None:
    """What is known of values with a whole number of turns under a periodic equation, or of values where words say between what
    bounds they lie; None of other lines."""
    step, row = link.step, link.row
    before, claimed, given = in_one_letter(row.prop, link.claim, link.given)
    if not rows.earlier.stands(row) or rows.earlier.is_firm(row):
        return None
    if (turn := turns_of(before)) is not None and turns_of(claimed) is not None:
        return _of_other_turns(rows, link._replace(claim=claimed, given=given), before, turn)
    letter = next(iter(before.free), None) if len(before.free) == 1 else None
    if not isinstance(letter, Variable) or not is_periodic(before, letter):
        return None
    bounds = [prop for prop in given if letter in prop.free and not _is_identity(rows, prop)]
    turn = turns_of(claimed)
    if turn is None:
        beside = [each.statement for each in rows.beside.get(step.number, ()) if each.statement is not None]
        return _between(rows, claimed, bounds, before, row, beside) if bounds and is_solution(claimed) else None
    values = None if bounds or any(turn in prop.free for prop in given) else _values(claimed, letter, turn)
    if values is None:
        return None
    k = Variable(turn.name, "integer")
    first = 0 if turn.domain == "natural" and turn.name in UNCOUNTED else -TURNS
    for value in values:
        general = substitute(before, {letter: substitute(value, {turn: k})})
        if rows.settler(general, given).status == PROVED:
            continue
        for number in TRIED:
            at = substitute(value, {turn: Number(Fraction(number))})
            if rows.settler.closed(substitute(before, {letter: at})) == REFUTED:
                reason = f"{letter} = {value} does not solve line {row.line} at {turn} = {number}"
                return Judged(REFUTED, "falsify", reason=reason, point={str(turn): str(number)}, needs=(row.line,))
        return None
    away = [
        Relation("=", letter, substitute(value, {turn: Number(Fraction(number))}))
        for value in values
        for number in (range(first, TURNS + 1) if turn in value.free else (0,))
    ]
    whole = Or(tuple(away))
    return _complete(rows, whole, given, before, row, whole) or _solve(rows, row, f" for every whole {turn}")


def _is_identity(rows: Rows, prop: Prop) -> bool:
    """Whether an equation that is given, cos(x)**2 = 1 - sin(x)**2, holds by itself and bounds nothing."""
    return is_equation(prop) and rows.settler(prop, (), 0.5).status == PROVED


def _of_other_turns(rows: Rows, link: Inference, before: Prop, turn: Variable) -> Judged | None:
    """What is known of values with a whole number of turns under others, `3x = pi/4 + 2k pi`: one of them is not among these, or
    one of these is lost; or they are the same, counted by another letter."""
    _, claim, given, row = link
    own = turns_of(claim)
    letters = claim.free - {own}
    letter = next(iter(letters)) if len(letters) == 1 else None
    if own is None or not isinstance(letter, Variable) or before.free != {letter, turn}:
        return None
    mine, others = _values(claim, letter, own), _values(before, letter, turn)
    if mine is None or others is None:
        return None
    for values, counter, whole, index, said in (
        (mine, own, others, turn, "{} is not among those of line {}"),
        (others, turn, mine, own, "{} is one of those of line {} and is lost here"),
    ):
        for at in (substitute(each, {counter: Number(Fraction(k))}) for each in values for k in TRIED):
            if all(_is_left_out(rows, at, each, index) for each in whole):
                reason = said.format(f"{letter} = {at}", row.line)
                return Judged(REFUTED, "falsify", reason=reason, point={str(letter): str(at)}, needs=(row.line,))
    if rows.follows(claim, (*given, before)).status == PROVED:
        return None
    return Judged(UNKNOWN, reason=f"the values of line {row.line}, as far as is seen, counted otherwise")


def _is_left_out(rows: Rows, at: Term, value: Scalar, turn: Variable) -> bool:
    """Whether a number is not among those that a term, linear in the number of turns, stands for."""
    start, next_ = (substitute(value, {turn: Number(Fraction(k))}) for k in (0, 1))
    sizes = [value_of(each) for each in (at, start, next_) if isinstance(each, Scalar)]
    if len(sizes) < 3 or any(each is None for each in sizes) or slope(value, turn) == 0:
        return False
    here, first, second = sizes
    near = 0 if first == second else round((here - first) / (second - first))  # type: ignore[operator]
    there = substitute(value, {turn: Number(Fraction(near))})
    return rows.settler.closed(Relation("=", at, there)) == REFUTED


def supposed(step: Step, claim: Prop, given: Sequence[Prop]) -> Inference | None:
    """Values with a whole number of turns under the equation that a case supposes, "if sin x = 1", or t = 1 where t = sin x: this
    is what they solve, whatever was to be solved before."""
    turn = turns_of(claim)
    if turn is None:
        return None
    for fact in reversed([each for each in step.given if each.local and is_equation(each.prop)]):
        rest = tuple(prop for prop in given if prop != fact.prop)
        equation, _, kept = in_one_letter(fact.prop, claim, rest)
        letter = next(iter(equation.free)) if len(equation.free) == 1 else None
        if isinstance(letter, Variable) and letter in claim.free and is_periodic(equation, letter):
            return Inference(step, claim, kept, Fact(equation, "equation", fact.line))
    return None


def _between(
    rows: Rows, claim: Prop, bounds: Sequence[Prop], before: Prop, row: Fact, beside: Sequence[Prop]
) -> Judged | None:
    """What is known of values that words hold between bounds; others may stand `beside` them."""
    for letter, value in values_of(claim):
        there = rows.settler.closed(substitute(before, {letter: value}))
        if there == REFUTED and (named := alternatives(before)) and all(map(_names_a_value, named)):
            return Judged(
                REFUTED, "falsify", reason=f"{letter} = {value} does not solve line {row.line}", needs=(row.line,)
            )
        if any(
            each != PROVED for each in (there, *(rows.settler.closed(substitute(x, {letter: value})) for x in bounds))
        ):
            return None
    return _complete(rows, claim, bounds, before, row, Or((claim, *beside))) or _solve(rows, row, "")


def _names_a_value(prop: Relation) -> bool:
    """Whether an equation names a value of a function, `sin(x) = 1/2`, which nothing has changed."""
    return prop.kind == "=" and isinstance(prop.left, Elementary) and not prop.right.free


def _complete(rows: Rows, claim: Prop, given: Sequence[Prop], before: Prop, row: Fact, named: Prop) -> Judged | None:
    """The verdict on values beside which another one is found that is not `named`."""
    lost = counterexample(rows.settler, claim, given, before, wide=named)
    if lost is None:
        return None
    (letter,) = before.free
    if lost[0] is None:
        reason = f"near {letter} = {lost[1]:.6g} line {row.line} holds, and this one does not"
        return Judged(UNKNOWN, reason=reason, needs=(row.line,), fails=True)
    reason, point = f"{letter} = {lost[1]} solves line {row.line} and is lost here", {str(letter): str(lost[1])}
    return Judged(REFUTED, lost[0].by, reason=reason, point=point, needs=(row.line,))


def _solve(rows: Rows, row: Fact, when: str) -> Judged:
    reason = f"each solves line {row.line}{when}; that there are no others is not proved, none is found"
    trusts = rows.earlier.rests(Judged(PROVED, "ring"), [row])
    return Judged(PROVED, f"ring, from line {row.line}", trusts, reason, needs=(row.line,), open=True)


def _values(claim: Prop, letter: Variable, turn: Variable) -> list[Scalar] | None:
    """The values that a line names for a letter, solved for it where a multiple of it stands on the left."""
    if claim.free != {letter, turn}:
        return None
    values: list[Scalar] = []
    for each in alternatives(claim):
        if each.kind != "=" or not isinstance(each.left, Scalar) or not isinstance(each.right, Scalar):
            return None
        times = slope(each.left, letter)
        if not times or each.left.free != {letter} or letter in each.right.free:
            return None
        rest = substitute(each.left, {letter: ZERO})
        assert isinstance(rest, Scalar)
        value = each.right if each.left == letter else each.right - rest
        values.append(value if times == 1 else value / Number(times))
    return values
