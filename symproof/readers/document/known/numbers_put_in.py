"""Numbers that are put into a formula: of `F = m a = 1200 \\cdot 2.5 = 3000` the second link only says what m and a are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symproof.readers.document.known.rounding import with_values
from symproof.readers.document.lines.step import Fact
from symproof.statement import Prop, is_equation
from symproof.term import Mul, Number, Pow, Scalar, Term, Variable

TEN = Number(Fraction(10))


def puts_numbers_in(outcome: object, facts: Sequence[Fact]) -> bool:
    """Whether an equation sets a term with letters equal to the same term with a number in the place of each, and of one of them
    at least nothing says what it is."""
    prop = getattr(outcome, "term", None)
    if not isinstance(prop, Prop) or not is_equation(prop) or not isinstance(prop.left, Scalar) or prop.right.free:
        return False
    left = with_values(prop.left, [each.prop for each in facts])
    if not left.free or isinstance(left, Variable):
        return False
    return any(_matches(each, prop.right, {}) for each in (left, prop.left))


def _matches(term: Term, numbers: Term, meant: dict[Term, Term]) -> bool:
    """Whether one term is the other with the same numbers for the same letters, place by place."""
    if isinstance(term, Variable):
        return meant.setdefault(term, numbers) == numbers
    if not term.free or type(term) is not type(numbers):
        return term == numbers
    if getattr(term, "function", None) != getattr(numbers, "function", None):
        return False
    parts = [*term.children()]
    for others in ([*numbers.children()], _parts(numbers)):
        told = dict(meant)
        if len(parts) == len(others) and all(_matches(*pair, told) for pair in zip(parts, others, strict=True)):
            meant.update(told)
            return True
    return False


def _parts(term: Term) -> list[Term]:
    """What a term is made of; in a product a number and its power of ten are one."""
    parts: list[Term] = []
    for each in term.children():
        if (
            isinstance(term, Mul)
            and parts
            and isinstance(each, Pow)
            and each.base == TEN
            and isinstance(parts[-1], Number)
        ):
            parts[-1] = Mul((parts[-1], each))
        else:
            parts.append(each)
    return parts
