"""What later lines say of a line: "2 + 4 = 2, 6 ≠ 2", that its two sides differ; "1/x = 2/(x + 3), ..., x = 3", that it was to
be solved."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symproof.errors import SortError
from symproof.readers.document.judgement.solving import values_of
from symproof.readers.document.known.likeness import is_taken_into_factors
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Step
from symproof.statement import Relation, is_equation
from symproof.substitution import substitute
from symproof.term import Neg, Number, Scalar, Variable

FARTHEST = 24
"""How many lines behind an equation a value that solves it is looked for."""
NEAR = Fraction(1, 10**9)
REACH = 6
"""How many lines of a check may stand before the one that says so."""


def doubt_failed_checks(steps: Sequence[Step]) -> None:
    """Say of equations between numbers, one under the other, that the last line says their two sides differ."""
    for step in steps:
        values = _values(step, "!=")
        if values is None:
            continue
        for before in reversed(steps[max(0, step.number - REACH) : step.number]):
            sides = _values(before, "=")
            if sides is None or before.part != step.part:
                break
            if set(sides) == set(values) and sides[0] != sides[1] and _says_again(step, before):
                before.refutable = before.refutable or f"line {step.line} says that its two sides differ"


def _says_again(step: Step, before: Step) -> bool:
    """Whether the sides of a line are numbers, or sides of a line before it: "(1 + 1)^2 ≠ 1^2 + 1" says nothing of "2^2 = 2"."""
    said, sides = (
        (each.statement.left, each.statement.right) if isinstance(each.statement, Relation) else ()
        for each in (step, before)
    )
    return all(isinstance(each.arg if isinstance(each, Neg) else each, Number) or each in sides for each in said)


def doubt_what_is_solved(steps: Sequence[Step]) -> None:
    """Say of equations in one letter that a line behind them names a value which solves them: no words need announce that."""
    for step in steps:
        claim = step.statement
        if step.refutable or step.universal or step.of_any or not is_equation(claim) or len(claim.free) != 1:
            continue
        if is_solution(claim) or _leads_to_a_number(step, steps) or _is_among_terms(step, steps):
            continue
        if step.linked and is_taken_into_factors(claim):  # "division gives x^2 - 5x + 6 = (x - 2)(x - 4)"
            continue
        for later in steps[step.number + 1 : step.number + 1 + FARTHEST]:
            if later.block != step.block:
                break
            if later.statement is not None and any(
                _solves(letter, value, claim) for letter, value in values_of(later.statement)
            ):
                step.refutable = f"it may be an equation to be solved, as line {later.line} does"
                break


def _leads_to_a_number(step: Step, steps: Sequence[Step]) -> bool:
    """Whether an equation is the first link of a chain that ends with a number, `u^2 - 1 = (u - 1)(u + 1) = 0`: that is what is
    solved."""
    claim = step.statement
    after = steps[step.number + 1] if step.number + 1 < len(steps) else None
    if after is None or step.number not in after.links or not isinstance(claim, Relation):
        return False
    end = after.statement.right if isinstance(after.statement, Relation) else None
    return end is not None and not end.free and bool(claim.left.free and claim.right.free)


def _is_among_terms(step: Step, steps: Sequence[Step]) -> bool:
    """Whether an equation is a link of a chain of terms in a letter, `p(u) = u^2 - 1 = (u - 1)(u + 1)`: nobody solves it."""
    last = step
    while last.number + 1 < len(steps) and last.number in steps[last.number + 1].links:
        last = steps[last.number + 1]
    end = last.statement.right if isinstance(last.statement, Relation) and last.relation == "=" else None
    return (last is not step or bool(step.links)) and end is not None and bool(end.free)


def _solves(letter: Variable, value: Scalar, claim: Relation) -> bool:
    """Whether a number makes the two sides of an equation in a letter the same."""
    if claim.free != {letter}:
        return False
    try:
        there = [substitute(side, {letter: value}) for side in (claim.left, claim.right) if isinstance(side, Scalar)]
    except SortError:  # a derivative is taken at the letter
        return False
    sides = [value_of(side) for side in there]
    return len(sides) == 2 and None not in sides and abs(sides[0] - sides[1]) <= NEAR * max(1, abs(sides[0]))  # type: ignore[operator, arg-type]


def _values(step: Step, kind: str) -> tuple[Fraction, Fraction] | None:
    """The values of the two sides of a relation between numbers; None of any other statement."""
    claim = step.statement
    if not isinstance(claim, Relation) or claim.kind != kind or claim.free:
        return None
    if not isinstance(claim.left, Scalar) or not isinstance(claim.right, Scalar):
        return None
    left, right = value_of(claim.left), value_of(claim.right)
    return None if left is None or right is None else (left, right)
