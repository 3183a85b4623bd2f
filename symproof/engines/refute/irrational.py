"""Points that no rational numbers meet: a letter is the square root of two, or the logarithm of three, where an equation among
the hypotheses, or the opposite of a claim "!=", says so; or where a claim is on its edge: (x**2 - 2)**2 > 0 and sin(x) < 1
fail nowhere but where the sides are equal. Of an order about one letter, that may also be where the difference is least.

The equations are solved by `functions.zeros`. What floating point does not exclude is handed on. Untrusted: the evaluator asks
all hypotheses again.

Limits: real letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice
from math import inf

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import fulfils
from symproof.engines.functions.turning_points import lowest, terms_near
from symproof.engines.functions.zeros import MOST, Values, Zeros, float_of, plain_number
from symproof.engines.refute.downhill import STARTS, lowest_points
from symproof.point import Point
from symproof.trusted.facts import Facts
from symproof.trusted.meaning import flatten

AT_A_GLANCE, YIELDED = 24, 12
FIRST = 2
"""Starts downhill at a glance, for a strict order."""
DENOMINATORS = (8, 100, 10**4, 10**6)


def irrational(statement: st.Statement, *, glance: bool = False, until: float = inf) -> Iterator[Point]:
    """A few points at which the equations hold and the claim fails, as far as floating point tells; at a glance, of those that
    are found in a few steps. What is far to go downhill is left alone after a moment of processor time."""
    supposed, claim = [part for prop in statement.given for part in flatten(prop)], statement.claim
    while isinstance(claim, st.Implies):
        supposed += flatten(claim.left)
        claim = claim.right
    letters = sorted(statement.free, key=str)
    real = [letter for letter in letters if isinstance(letter, tm.Variable) and letter.domain == "real"]
    if len(real) < len(letters):
        return
    declared = [own for letter in real if (own := st.domain_of(letter)) is not None]
    conditions = (*declared, *statement.given)
    places = _places(supposed, claim, real, AT_A_GLANCE if glance else MOST, until)
    yield from islice(_failing(statement.claim, conditions, places), YIELDED)


def _failing(claim: st.Prop, conditions: Sequence[st.Prop], places: Iterable[Values]) -> Iterator[Point]:
    """Those of some places at which the conditions hold and the claim does not."""
    for values in places:
        at: dict[tm.Term, float] = {x: number for x, term in values.items() if (number := float_of(term)) is not None}
        if len(at) == len(values) and all(fulfils(prop, at) for prop in conditions) and not fulfils(claim, at):
            yield Point({letter: _member(term) for letter, term in values.items()})


def _places(
    supposed: list[st.Prop], claim: st.Prop, letters: list[tm.Variable], most: int, until: float
) -> Iterator[Values]:
    """Where the equations hold; then where a part of the claim is on its edge, too, or where its sides are closest."""
    equations = [prop for prop in supposed if _is_equation(prop)]
    edges = list(dict.fromkeys(st.Relation("=", part.left, part.right) for part in _parts(claim)))
    differs = isinstance(claim, st.Relation) and claim.kind == "!="
    if equations and not differs:
        yield from Zeros(most).solved(equations, {}, letters)
    if not isinstance(claim, st.Relation) or claim.kind in ("<", ">", "!="):  # any other fails beside its edge
        for edge in edges:
            yield from Zeros(most).solved([*equations, edge], {}, letters)
    for part in _parts(claim):
        ways = (1, -1) if part.kind in ("=", "!=") else (1,) if part.kind in (">", ">=") else (-1,)
        for sign in ways:
            gap = tm.Number(Fraction(sign)) * (tm.scalar(part.left) - tm.scalar(part.right))
            if len(letters) == 1 and not equations:
                yield from _closest(Facts(supposed), gap, letters[0], part.kind)
            elif part.kind in (("<", ">") if most < MOST else st.ORDERS):
                for place in lowest_points(supposed, gap, letters, FIRST if most < MOST else STARTS, until):
                    yield from _beside(equations, dict(zip(letters, place, strict=True)))


def _beside(equations: list[st.Prop], place: dict[tm.Variable, float]) -> Iterator[Values]:
    """Exact points near a place: numbers that look like it; or rational ones, but for a letter that an equation gives."""
    likely = [next(terms_near(number), None) for number in place.values()]
    if all(term is not None for term in likely):
        yield {x: term for x, term in zip(place, likely, strict=True) if term is not None}
    for most in DENOMINATORS:
        near: Values = {x: tm.Number(Fraction(number).limit_denominator(most)) for x, number in place.items()}
        if not equations:
            yield near
        for given in near if len(equations) == 1 else ():
            known = {x: number for x, number in near.items() if x != given}
            yield from Zeros(len(near)).solved(equations, known, list(near))


def _closest(facts: Facts, gap: tm.Scalar, letter: tm.Variable, kind: str) -> Iterator[Values]:
    """Where a term is least: rational numbers beside it for an order that may fail beside it."""
    number = lowest(facts, gap, letter)
    if number is None:
        return
    near = (tm.Number(Fraction(number).limit_denominator(most)) for most in DENOMINATORS if kind in ("<=", ">="))
    yield from ({letter: place} for place in (*near, *terms_near(number)))


def _parts(claim: st.Prop) -> Iterator[st.Relation]:
    """The relations between numbers that a claim is made of."""
    match claim:
        case st.Relation(_, tm.Scalar()):
            yield claim
        case st.And(args) | st.Or(args):
            for arg in args:
                yield from _parts(arg)
        case st.Implies(left, right) | st.Iff(left, right):
            yield from _parts(left)
            yield from _parts(right)
        case st.Not(arg):
            yield from _parts(arg)


def _is_equation(prop: st.Prop) -> bool:
    return st.is_equation(prop) and isinstance(prop.left, tm.Scalar)


def _member(term: tm.Scalar) -> Fraction | tm.Scalar:
    term = plain_number(term)
    return term.value if isinstance(term, tm.Number) else term
