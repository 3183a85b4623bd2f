"""Orders whose terms differ in degree, made forms by what is 1, at most 1 or at least 1.

Of an equation H = G between forms, the degrees of whose sides differ by 2, a target takes up what it lacks where that is even;
split by that as E + O, it is >= 0 where E >= 0 and E**2 >= O**2. Of a constraint u <= 1 with a form u, a target T becomes a
form T' where terms are multiplied by powers of u: T = T' + (1 - u) * M, and both T' and M are shown to be >= 0.

Untrusted.
"""

from __future__ import annotations

from dataclasses import replace

from flint import fmpq, fmpq_mpoly

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.elimination import homogeneous
from symproof.engines.polynomials.problem import Constraint, Problem, degree_of, problem, short_product, terms_of
from symproof.engines.polynomials.roots import above, below
from symproof.engines.polynomials.scaled import sign_of
from symproof.engines.search import Search, in_turn, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST = 4
MOST_TERMS = 120
SECONDS = 2.0
OF_FORMS = ("positivity", "inequality", "orderings", "squares")
"""The engines that are asked for what is left."""


def degrees(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials of several degrees, under an equation or an order with a form."""
    if search.depth > DEEPEST:
        return None
    quick = search.named(*OF_FORMS)
    inner = search.aside(quick, SECONDS)
    try:
        left = cleared(search, facts, goal)
        whole = None if left is None else problem(left.facts, left.rest, left.strict)
        if left is None or whole is None or whole.is_form or len(whole.target) > MOST_TERMS:
            return None
        for equation in whole.equations if len(whole.equations) == 1 else ():
            if (found := _by_parity(inner, left, whole, equation)) is not None:
                return found
        for constraint in () if whole.equations else whole.constraints:
            if (found := _by_constraint(inner, left, whole, constraint)) is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def _of_gap(found: Problem, poly: fmpq_mpoly) -> dict[int, fmpq_mpoly]:
    """The terms of a polynomial by what they lack of its degree."""
    top = degree_of(poly)
    parts: dict[int, dict[tuple[int, ...], fmpq]] = {}
    for powers, c in poly.to_dict().items():
        parts.setdefault(top - sum(map(int, powers)), {})[powers] = c
    return {gap: found.context.from_dict(part) for gap, part in parts.items()}


def _written(found: Problem, poly: fmpq_mpoly) -> tm.Scalar:
    return found.written(terms_of(poly))


# By squares -----------------------------------------------------------------------------------------


def _by_parity(search: Search, left: Cleared, found: Problem, equation: Constraint) -> Certificate | None:
    """E + O >= 0, where O, of known sign, are the terms that lack an odd degree, or those that do not."""
    sides = {sum(map(int, powers)) for powers in equation.poly.monoms()}
    if len(sides) != 2 or max(sides) - min(sides) != 2:
        return None
    odd = sum((p for gap, p in _of_gap(found, found.target).items() if gap % 2), found.context.constant(0))
    even = found.target - odd
    if not sign_of(found, odd):
        even, odd = odd, even
    sign = sign_of(found, odd) if even else 0
    if not sign:
        return None
    gap = sign * (odd**2 - even**2)
    form = homogeneous(replace(found, target=gap, constraints=()), equation)
    multiple, rest = (found.target, gap) if form is None else divmod(gap * _factor(form) - form.target, equation.poly)
    if form is None or rest:
        return None
    relation = "<" if left.strict else "<="
    u, s = _written(found, even), _written(found, sign * odd)
    squares = st.Relation(relation, ZERO, _written(found, gap))
    value = st.Relation(relation, ZERO, _written(found, found.target))
    weight = short_product([equation.weight, _written(found, multiple)])

    def prove(facts: Facts) -> Certificate | None:
        homogenised = st.Relation(relation, ZERO, _written(found, form.target))
        proof = search.prove(facts, homogenised)
        pieces = (
            ct.Piece(ONE / form.factor, (len(facts.props),)),
            ct.Piece(weight / form.factor, equation.facts),
        )
        return None if proof is None else ct.Have(homogenised, proof, ct.Combination(pieces))

    proof = (above if sign > 0 else below)(search, left.facts, value, u, s, squares, prove)
    return None if proof is None else left.whole(value, proof, left.from_rest())


def _factor(form: Problem) -> fmpq_mpoly:
    return form.context.constant(1) if form.factor_poly is None else form.factor_poly


# By a constraint ------------------------------------------------------------------------------------


def _by_constraint(search: Search, left: Cleared, found: Problem, constraint: Constraint) -> Certificate | None:
    """T = T' + (1 - u) * M, where the constraint says that 1 - u or u - 1 is >= 0."""
    constant = constraint.poly.to_dict().get((0,) * len(found.coordinates), 0)
    form = constraint.poly - constant
    parts = _of_gap(found, found.target)
    if constant == 0 or degree_of(form) < 2 or len({sum(powers) for powers in form.monoms()}) != 1:
        return None
    step, unit = degree_of(form), form / -constant
    if any(gap % step for gap in parts):
        return None
    whole = sum((part * unit ** (gap // step) for gap, part in parts.items()), found.context.constant(0))
    multiple, rest = divmod(found.target - whole, constraint.poly)  # (1 - u) * M is the constraint times M/constant
    if rest:
        return None
    relation = "<" if left.strict else "<="
    value = st.Relation(relation, ZERO, _written(found, found.target))
    first, second = (
        st.Relation(kind, ZERO, _written(found, poly)) for kind, poly in ((relation, whole), ("<=", multiple))
    )
    stated = in_turn(search, left.facts, (second, first))
    if stated is None:
        return None
    number = len(left.facts.props)
    result = ct.Combination((ct.Piece(ONE, (number + 1,)), ct.Piece(constraint.weight, (*constraint.facts, number))))
    return left.whole(value, state(stated, result), left.from_rest())
