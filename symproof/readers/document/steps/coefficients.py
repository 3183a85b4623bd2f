"""What a, b, c are where the solutions of a quadratic equation are written by the general formula, and p, q in the other one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import is_polynomial_equation
from symproof.readers.document.lines.step import Fact
from symproof.readers.resolve import Macro
from symproof.statement import Prop, Relation
from symproof.substitution import substitute
from symproof.term import Number, Scalar, Term, Variable

NAMES = (("a", "b", "c"), ("p", "q"))


def coefficients(
    equations: Collection[Fact | None], claim: Prop, given: Collection[Fact], functions: Collection[object] = ()
) -> Iterator[Fact]:
    """What the letters of the formula are for the first of the equations that is quadratic, if nothing `given` speaks of them but
    what others are in terms of them, D = b^2 - 4ac, and none of the `functions` of the text is made with them."""
    told: set[Term] = set()
    for prop in [fact.prop for fact in given]:
        told |= {prop.left} if isinstance(prop, Relation) and defines(prop) else prop.free
    letters = {each.name: each for each in claim.free if isinstance(each, Variable)}
    names = next((each for each in NAMES if sum(name in letters for name in each) > 1), ())
    made = [each.body.free for each in functions if isinstance(each, Macro)]
    if any(letters[name] in free for name in names if name in letters for free in made):
        return
    if not names or any(letters[name] in told for name in names if name in letters):
        return
    for fact in equations:
        values = _of_quadratic(fact.prop, monic=len(names) < 3) if fact is not None else None
        if fact is None or values is None or fact.prop.free & {letters[name] for name in names if name in letters}:
            continue
        for name, value in zip(names, values[-len(names) :], strict=True):
            if name in letters:
                yield Fact(
                    Relation("=", letters[name], value), "hypothesis", fact.line, part=fact.part, block=fact.block
                )
        return


def _of_quadratic(prop: Prop, *, monic: bool) -> tuple[Scalar, Scalar, Scalar] | None:
    """The coefficients of a quadratic equation, its right side brought to the left."""
    if not isinstance(prop, Relation) or not is_polynomial_equation(prop):
        return None
    (x,) = prop.free
    assert isinstance(prop.left, Scalar) and isinstance(prop.right, Scalar)
    difference = prop.left - prop.right

    def at(value: int) -> Scalar:
        there = substitute(difference, {x: Number(Fraction(value))})
        assert isinstance(there, Scalar)
        return there

    a, b, c = (at(1) + at(-1)) / 2 - at(0), (at(1) - at(-1)) / 2, at(0)
    leading, third = value_of(a), value_of(at(2) - at(-2) - 4 * b)
    if not leading or third != 0 or value_of(at(2) + at(-2) - 2 * at(0) - 8 * a) != 0 or (monic and leading != 1):
        return None
    return _plain(a), _plain(b), _plain(c)


def _plain(term: Scalar) -> Scalar:
    """A number as it is written."""
    value = value_of(term)
    number = Number(value.limit_denominator(10**6)) if value is not None else term
    return number if value_of(term - number) == 0 else term
