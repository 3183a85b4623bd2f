"""Orders between products of equally many factors, factor by factor: n**n <= n!**2, as n <= k*(n + 1 - k) for 1 <= k <= n.

A power a**n is the product of n times a, n! that of 1, ..., n, and of two factorials the second is run through backwards. With
0 <= f(k) <= g(k) for each k of the range, the products over 1..m are in that order by induction over m up to the end.
Untrusted.

Limits: orders that are not strict; each factor one product, power or factorial, all of one length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.slopes import laws_at_sight
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import inequality, oriented, positivity
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.search import Search, in_turn, state, sum_of_facts
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

QUICK = (
    ("linear", linear),
    ("positivity", positivity),
    ("laws", laws_at_sight),
    ("inequality", inequality),
    ("orderings", orderings),
)
SECONDS, MOST, TIMES = 1.0, 8, (2, 3, 4)
Factor = tuple[tm.Scalar, tm.Scalar]
"""What is multiplied, a term in the index, and how many times."""


def factorwise(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between products by an order between their factors."""
    ends = oriented(goal)
    if ends is None or ends[2] or search.inductions:
        return None
    taken = names_in(goal, *facts.props)
    k: tm.Variable = fresh(tm.Variable("k", "natural", least=1), taken)
    try:
        small, large = ([*_factors(facts, side, k)] for side in ends[:2])
        lengths = [length for _, length in (*small, *large)]
        if not small or not large or len(lengths) > MOST or not lengths[0].free:
            return None
        if any(not facts.normalizer.ring.is_zero(facts.normalizer.difference(lengths[0], x)) for x in lengths[1:]):
            return None
        return by_factors(search, facts, goal, _times(small), _times(large), k, lengths[0])
    except (*NOT_NORMAL, LookupError):
        return None


def _factors(facts: Facts, term: tm.Scalar, k: tm.Variable) -> Iterator[Factor]:
    """The products whose product a term is, over k = 1, 2, ...; raises `LookupError` where it is none."""
    turned = False
    for part in _parts(term):
        match part:
            case tm.Product(body, index, low, high) if index not in low.free | high.free:
                yield substitute(body, {index: k + low - 1}), high - low + 1
            case tm.Factorial(tm.Mul((tm.Number(times), tm.Scalar() as half))) if times == 2:
                yield from ((half + 1 - k, half), (half + k, half))
            case tm.Factorial(tm.Scalar() as last):
                yield (last + 1 - k if turned else k), last
                turned = not turned
            case tm.Pow(base, tm.Mul((tm.Number(times), exponent))) if times in TIMES and _is_natural(facts, exponent):
                yield from [(base, exponent)] * int(times)
            case tm.Pow(base, exponent) if exponent.free and _is_natural(facts, exponent):
                yield base, exponent
            case _:
                raise LookupError(part)


def _parts(term: tm.Scalar) -> Iterator[tm.Scalar]:
    match term:
        case tm.Mul(args):
            for arg in args:
                yield from _parts(arg)
        case tm.Pow(base, tm.Number(times)) if times in TIMES:
            for _ in range(int(times)):
                yield from _parts(base)
        case _:
            yield term


def _is_natural(facts: Facts, exponent: tm.Scalar) -> bool:
    return tm.is_integer(exponent) and facts.range(exponent).is_nonnegative


def _times(factors: list[Factor]) -> tm.Scalar:
    bodies = tuple(body for body, _ in factors)
    return tm.product_of(bodies)


def by_factors(
    search: Search,
    facts: Facts,
    goal: st.Relation,
    small: tm.Scalar,
    large: tm.Scalar,
    k: tm.Variable,
    last: tm.Scalar,
    multiplied: Callable[[tm.Variable, tm.Variable], tm.Scalar] | None = None,
) -> Certificate | None:
    """The products over 1..m in their order for each m up to the last, and so over the whole range; with `multiplied`, that is
    what the larger factors are multiplied to over 1..m, by a letter for the index and m."""
    m: tm.Variable = fresh(tm.Variable("m", "natural", least=0), names_in(goal, *facts.props, k))
    index: tm.Variable = fresh(tm.Variable("i", "integer"), names_in(goal, *facts.props, k, m))
    inner = search.aside([*QUICK, *search.light], SECONDS)  # with instances at the factor
    inner.light = search.light
    here = facts.extended([m >= 0, m + 1 <= last])
    following = {k: m + 1}
    members = [st.Relation("<=", ZERO, small), st.Relation("<=", small, large)]
    there = [substitute(member, following) for member in members]
    if any(probe.fails(here, member) for member in there):
        return None
    below, above = (tm.scalar(tm.Product(substitute(side, {k: index}), index, ONE, m)) for side in (small, large))
    above = above if multiplied is None else multiplied(index, m)
    claim = st.And((st.Relation("<=", ZERO, below), st.Relation("<=", below, above)))
    body = st.Implies(st.Relation("<=", m, last), claim)
    known = facts.extended([m >= 0, body, m + 1 <= last, claim])
    stated, known = in_turn(inner, known, there), known.extended(there)
    if stated is None:
        return None
    none, less, factor, more = (known.props.index(prop) for prop in (*claim.args, *there))
    products = (
        [(none, factor)],
        [(none, more), (less, more), (less, factor)],
    )  # v y - u x = u(y - x) + (v - u)(y - x) + (v - u)x
    parts = [ct.Peeled(ct.Combination(tuple(ct.Piece(ONE, pair) for pair in pairs))) for pairs in products]
    step = ct.Suppose(ct.Detach(len(facts.props) + 1, ct.Evident(), state(stated, ct.Parts(tuple(parts)))))
    base = ct.Suppose(ct.Parts((ct.Evident(), ct.Evident())))
    law = ct.Suppose(ct.Induction(m, 0, base, step))
    number = len(facts.props)
    used = ct.Detach(number + 1, ct.Evident(), sum_of_facts(number + 3))
    search.words.append("induction")
    return ct.Have(st.Each(m, body), law, ct.Instance(number, last, used))
