"""What powers with one exponent say of their bases: a**n < b**n is a < b for a, b >= 0, and x**3 <= y**3 is x <= y.

Otherwise b <= a, and b**n <= a**n is an induction over n, or an order of polynomials. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import induction
from symproof.engines.logic.logic import contradiction
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import FALSE, Search
from symproof.engines.stated import Stated
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, SECONDS = 2, 0.3


def bases(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the orders of bases whose powers are compared by the facts."""
    stated = Stated(facts)
    inner = search.without(bases)
    for fact in [fact for fact in facts.props if _of_powers(fact)][:MOST]:
        assert isinstance(fact, st.Relation) and isinstance(fact.left, tm.Pow) and isinstance(fact.right, tm.Pow)
        order = st.Relation(fact.kind, fact.left.base, fact.right.base)
        if stated.facts.evident(order):
            continue
        stated.add(order, _order(search, stated.facts, order, fact.left.exponent))
    rest = inner.prove(stated.facts, goal) if stated else None
    search.words += inner.words or ([] if rest is None else ["induction"])
    return stated.then(rest)


def _of_powers(fact: st.Prop) -> bool:
    """Whether two powers with one exponent are compared: one that is no number, or is odd."""
    match fact:
        case st.Relation("<" | "<=" | "=" | ">=" | ">", tm.Pow(a, tm.Number(k)), tm.Pow(b, tm.Number(m))):
            return k == m > 1 and k.denominator == 1 and k.numerator % 2 == 1 and a != b
        case st.Relation("<" | "<=" | "=" | ">=" | ">", tm.Pow(a, m), tm.Pow(b, n)):
            return m == n and bool(m.free) and tm.is_integer(m) and a != b
    return False


def _order(search: Search, facts: Facts, order: st.Relation, n: tm.Scalar) -> Certificate | None:
    """An order of two bases: the opposite one would be that of the powers, too; an equation by the two orders."""
    if order.kind == "=":
        below, above = (_order(search, facts, st.Relation(kind, order.left, order.right), n) for kind in ("<=", ">="))
        return None if below is None or above is None else ct.Between(below, above)
    left, right = tm.scalar(order.left), tm.scalar(order.right)
    opposite = st.Relation(st.NEGATED[order.kind], left, right)
    of_powers = st.Relation(opposite.kind, left**n, right**n)
    inside = facts.extended([opposite])
    engines = search.others(bases, contradiction)
    proof = search.among([*engines, ("induction", induction)], SECONDS).prove(inside, of_powers)
    odds = None if proof is None else linear(search, inside.extended([of_powers]), FALSE)
    if proof is None or odds is None:
        return None
    return ct.Cases(order, ct.Evident(), ct.Absurd(ct.Have(of_powers, proof, odds)))
