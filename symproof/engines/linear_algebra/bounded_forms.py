"""Quadratic forms in vectors under equations and bounds of their inner products: of |u| = |v| = |w| = 1 that
<u, v> + <v, w> + <w, u> >= -3/2, as |u + v + w|**2 >= 0.

What is linear in inner products, with numbers, is a form in as many letters, <u, v> being u*v: it is >= 0 for vectors of any
dimension where it is a sum of squares of linear forms and of multiples of the hypotheses, which a semidefinite solver
proposes and `gram` makes exact. Norms in the hypotheses are squared. Untrusted.

Limits: `MOST` vectors; forms that are linear in inner products.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.gram import decompose
from symproof.engines.polynomials.inequality import inequality, oriented
from symproof.engines.polynomials.monomials import Powers
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

MOST, SECONDS = 6, 1.0
Form = dict[tuple[int, int] | None, Fraction]
"""Coefficients of inner products, by the numbers of their vectors, and the constant."""


def bounded_forms(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is not strict, linear in inner products, from hypotheses that are."""
    ends = oriented(goal)
    if ends is None or ends[2] or not any(isinstance(fact, st.Relation) for fact in facts.props):
        return None
    try:
        target = _form(facts, facts.normalizer.difference(ends[1], ends[0]))
        if target is None or not any(target):
            return None
        return _decomposed(_squared(search, facts), target)
    except (*NOT_NORMAL, LookupError):
        return None


def _form(facts: Facts, value: Quotient) -> Form | None:
    """A value as a form; None where it is none."""
    found: Form = {}
    if value.den is not None:
        return None
    for monomial, c in facts.normalizer.ring.numerator_terms(value):
        match [(facts.normalizer.atoms[number], power) for number, power in monomial]:
            case []:
                found[None] = as_fraction(c)
            case [(("inner", int(i), int(j)), 1)]:
                found[i, j] = as_fraction(c)
            case _:
                return None
    return found


def _squared(search: Search, facts: Facts) -> Stated:
    """The facts, with the squares of norms that are compared with numbers."""
    stated = Stated(facts)
    engines = search.aside((("ring", ring), ("inequality", inequality)), SECONDS)
    for fact in facts.props:
        match fact:
            case st.Relation("=" | "<=" | "<" as kind, tm.Norm() as length, tm.Number(size)) if size >= 0:
                square = st.Relation("=" if kind == "=" else "<=", length**2, tm.Number(size * size))
            case st.Relation("=", tm.Norm() as length, tm.Norm() as other):
                square = st.Relation("=", length**2, other**2)
            case _:
                continue
        if square not in stated.facts.props:
            stated.add(square, engines.prove(stated.facts, square))
    return stated


def _decomposed(stated: Stated, target: Form) -> Certificate | None:
    """Squares and multiples of facts that add up to the target."""
    known = stated.facts
    rows: list[tuple[int, bool, Form]] = []  # the number of a fact, whether it is an equation, and its form
    for number, fact in enumerate(known.props):
        if not isinstance(fact, st.Relation) or not isinstance(fact.left, tm.Scalar):
            continue
        sides = (fact.left, tm.scalar(fact.right)) if fact.kind == "=" else (oriented(fact) or (ZERO, ZERO))[1::-1]
        form = _form(known, known.normalizer.difference(*sides))
        if form and any(form):
            rows.append((number, fact.kind == "=", form))
    letters = sorted({k for form in (target, *(row[2] for row in rows)) for pair in form if pair for k in pair})
    if not rows or len(letters) > MOST:
        return None
    place = {letter: k for k, letter in enumerate(letters)}
    equations, orders = ([row for row in rows if row[1] is same] for same in (True, False))
    generators = [{(0,) * len(letters): Fraction(1)}, *(_polynomial(form, place) for *_, form in orders)]
    found = decompose(
        _polynomial(target, place), generators, [_polynomial(form, place) for *_, form in equations], seconds=SECONDS
    )
    if found is None:
        return None
    pieces: list[ct.Piece] = []
    back = Readback(known.normalizer)
    for square in found.squares:
        constant = square.base.get((0,) * len(letters))
        if square.generator or constant is not None:
            if len(square.base) != 1 or constant is None:
                return None
            weight = tm.Number(square.weight * constant**2)
            pieces.append(ct.Piece(weight, (orders[square.generator - 1][0],) if square.generator else ()))
            continue
        parts = [
            tm.Scale(tm.Number(c), back.vector_atom(letters[powers.index(1)])) for powers, c in square.base.items()
        ]
        vector = sum(parts[1:], start=parts[0])
        pieces.append(ct.Piece(tm.Number(square.weight) * tm.Norm(vector) ** 2))
    for (number, *_), cofactor in zip(equations, found.cofactors, strict=True):
        for powers, c in cofactor.items():
            if any(powers):
                return None
            pieces.append(ct.Piece(tm.Number(c), (number,)))
    return stated.then(ct.Combination(tuple(pieces)))


def _polynomial(form: Form, place: dict[int, int]) -> dict[Powers, Fraction]:
    """The form in letters, <u, v> being u*v."""
    found: dict[Powers, Fraction] = {}
    for pair, c in form.items():
        powers = [0] * len(place)
        for letter in pair or ():
            powers[place[letter]] += 1
        found[tuple(powers)] = c
    return found
