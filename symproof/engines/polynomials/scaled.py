"""Orders B >= A or A >= B between two forms, A of the higher degree by e, under an equation or an order H of several degrees.

Where v = A/B were above 1, what H has of a degree d would be larger than what makes H a form, v**((D - d)/e) times it. So with
F, that form times a power of B, there is an identity A**M * B**(K - M) * H = F + (A - B) * W with a W > 0: from
a**2 + b**2 + c**2 + a*b*c = 4 follows a + b + c <= 3, by an inequality between forms of degree 3.

Untrusted. Limits: the terms of H of each degree have one sign, those that are positive have no lower degree than the others.
"""

from __future__ import annotations

from flint import fmpq, fmpq_mpoly

from symproof import statement as st
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.problem import Constraint, Problem, degree_of, problem, short_product, terms_of
from symproof.engines.search import Search, in_turn, state
from symproof.term import ONE, ZERO, Neg, Scalar
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST_TERMS, HIGHEST, SECONDS = 2, 120, 12, 2.0
QUICK = ("positivity", "inequality", "orderings", "squares")
"""The engines that are asked for what is left."""


def scaled(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between two forms of different degrees, under one equation or order whose terms have several."""
    if search.depth > DEEPEST:
        return None
    inner = search.aside(search.named(*QUICK), SECONDS)
    try:
        left = cleared(search, facts, goal)
        whole = None if left is None else problem(left.facts, left.rest, left.strict)
        if left is None or whole is None or len(whole.target) > MOST_TERMS:
            return None
        parts = by_degree(whole, whole.target)
        if len(parts) != 2:
            return None
        low, high = (parts[degree] for degree in sorted(parts))
        aim = sign_of(whole, low)  # of B - A
        if not aim or sign_of(whole, high) != -aim:
            return None
        for source in (*whole.equations, *whole.constraints):
            found = _by_scaling(inner, left, whole, source, (-aim * high, aim * low, aim))
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def by_degree(found: Problem, poly: fmpq_mpoly) -> dict[int, fmpq_mpoly]:
    """The terms of a polynomial by their degree."""
    parts: dict[int, dict[tuple[int, ...], fmpq]] = {}
    for powers, c in poly.to_dict().items():
        parts.setdefault(sum(map(int, powers)), {})[powers] = c
    return {degree: found.context.from_dict(part) for degree, part in parts.items()}


def sign_of(found: Problem, poly: fmpq_mpoly) -> int:
    """The sign of a polynomial in nonnegative coordinates, where all of its coefficients have it."""
    signs = {1 if c > 0 else -1 for c in poly.coeffs()}
    known = all(found.coordinates[k].nonnegative or not power % 2 for p in poly.monoms() for k, power in enumerate(p))
    return signs.pop() if known and len(signs) == 1 else 0


def _by_scaling(
    search: Search, left: Cleared, found: Problem, source: Constraint, ends: tuple[fmpq_mpoly, fmpq_mpoly, int]
) -> Certificate | None:
    high, low, aim = ends
    if source.before is not None:
        return None
    is_equation = any(source is equation for equation in found.equations)
    parts = by_degree(found, source.poly)
    top = max(parts)
    turned = sign_of(found, parts[top])  # turned * source is positive where its degree is highest
    if not turned or (not is_equation and turned != -aim):
        return None
    signs = {degree: turned * sign_of(found, part) for degree, part in parts.items()}
    above = [degree for degree, sign in signs.items() if sign > 0]
    below = [degree for degree, sign in signs.items() if sign < 0]
    step = degree_of(high) - degree_of(low)
    if len(above) + len(below) < len(parts) or not below or max(below) > min(above):
        return None
    if any((top - degree) % step for degree in parts):
        return None
    lacks = {degree: (top - degree) // step for degree in parts}
    middle, most = lacks[max(below)], max(lacks.values())
    if degree_of(high) * most + top > HIGHEST:
        return None
    zero = found.context.constant(0)
    form = sum((turned * parts[d] * high ** lacks[d] * low ** (most - lacks[d]) for d in parts), zero)
    weight = zero
    for degree, part in parts.items():
        for power in range(min(lacks[degree], middle), max(lacks[degree], middle)):
            weight += signs[degree] * turned * part * high**power * low ** (most - 1 - power)
    factor = high**middle * low ** (most - middle)
    assert factor * turned * source.poly == form + (high - low) * weight
    written = found.written(terms_of(weight))
    props = (
        st.Relation("<", ZERO, written),
        st.Relation("<" if left.strict else "<=", ZERO, found.written(terms_of(aim * form))),
    )
    proofs = in_turn(search, left.facts, props)
    if proofs is None:
        return None
    # aim * (B - A) * W = aim * F - aim * turned * factor * source
    taken: Scalar = short_product([source.weight, found.written(terms_of(factor))])
    taken = Neg(taken) if aim * turned > 0 else taken
    pieces = (ct.Piece(ONE / written, (len(left.facts.props) + 1,)), ct.Piece(taken / written, source.facts))
    value = st.Relation("<" if left.strict else "<=", ZERO, found.written(terms_of(found.target)))
    return left.whole(value, state(proofs, ct.Combination(pieces)), left.from_rest())
