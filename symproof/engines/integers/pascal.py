"""Claims about one binomial coefficient, for all its lower numbers at once: by induction over the upper one.

C(n, k) <= 2**n follows for k at n + 1 from k and from k - 1 at n, by Pascal's rule, which normal forms know; k = 0 is a case
of its own. Untrusted: the kernel follows the induction.

Limits: what else stands in the claim is said of the upper number and of the lower one, for all of them, without factorials.
"""

from __future__ import annotations

from functools import partial
from math import comb

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.search import Search, Wrap, closed
from symproof.substitution import body_at, fresh, names_in, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

COUNTING = (tm.Factorial, tm.Sum, tm.Product)
LARGEST, SECONDS = 7, 1.0
"""Up to which upper number the claim is looked at."""


def pascal(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of a binomial coefficient with something else."""
    coefficients = list(dict.fromkeys(goal.outer(tm.Binomial)))
    if search.inductions or goal.kind not in st.ORDERS or len(coefficients) != 1 or goal.mentions(*COUNTING):
        return None
    ((top, bottom),) = ((x.top, x.bottom) for x in coefficients)
    if not bottom.free or not all(facts.evident(st.Relation(">=", x, ZERO)) for x in (top, bottom)):
        return None
    taken = names_in(goal, *facts.props)
    n: tm.Variable = fresh(tm.Variable("n", "natural", least=0), taken)
    k: tm.Variable = fresh(tm.Variable("k", "natural", least=0), taken)
    apart = replaced(goal, {coefficients[0]: tm.Binomial(n, k)})
    body = replaced(replaced(apart, {top: n}), {bottom: k})
    assert isinstance(body, st.Relation)  # as the goal is
    if not body.free <= {n, k} or not _holds_of_small_ones(body, n, k):
        return None
    search = search.among(search.others("induction"), SECONDS)
    every = st.Each(k, body)
    base = _for_each(search, facts, k, substitute(body, {n: ZERO}), None)
    known = facts.extended([st.Relation(">=", n, ZERO), every])
    follows = (
        None if base is None else _for_each(search, known, k, substitute(body, {n: n + ONE}), len(facts.props) + 1)
    )
    if base is None or follows is None:
        return None
    number = len(facts.props)
    used = ct.Instance(number, top, ct.Instance(number + 1, bottom, ct.Evident()))
    return ct.Have(st.Each(n, every), ct.Suppose(ct.Induction(n, 0, base, follows)), used)


def _for_each(
    search: Search, facts: Facts, k: tm.Variable, body: st.Relation, before: int | None
) -> Certificate | None:
    """A claim for each k >= 0: that k = 0, and for k >= 1 from what the fact of this number says of k - 1 and k."""
    letter, facts = facts.opened(k, None, None, body)
    assert isinstance(letter, tm.Variable)  # as k is
    goal = substitute(body, {k: letter})
    none, some = st.Relation("<=", letter, ZERO), st.Relation(">", letter, ZERO)
    first = search.prove(facts.extended([none, st.Relation("=", letter, ZERO)]), goal)
    if first is None:
        return None
    there = facts.extended([some])
    wraps: list[Wrap] = []
    if before is not None:
        fact, places = facts.props[before], (letter - ONE, letter)
        assert isinstance(fact, st.Each)  # the claim that is shown by induction
        there = there.extended(body_at(fact, place) for place in places)
        wraps = [partial(ct.Instance, before, place) for place in places]
    rest = closed(wraps, search.prove(there, goal))
    if rest is None:
        return None
    zero = ct.Have(st.Relation("=", letter, ZERO), ct.Between(ct.Evident(), ct.Evident()), first)
    return ct.Suppose(ct.Cases(none, zero, rest))


def _holds_of_small_ones(body: st.Relation, n: tm.Variable, k: tm.Variable) -> bool:
    """Whether a claim is true of the first rows of the triangle, as far as floating point can tell."""
    for row in range(LARGEST):
        for place in range(row + 2):
            number: dict[tm.Term, tm.Term] = {tm.Binomial(n, k): tm.scalar(comb(row, place))}
            try:
                sides = (replaced(side, number) for side in (body.left, body.right))
                left, right = (probe.value(side, {n: row, k: place}) for side in sides)
            except probe.NoFloat:
                return False
            gap = right - left if body.kind in ("<", "<=") else left - right
            if gap < -probe.SLACK or (len(body.kind) == 1 and gap < probe.SLACK):
                return False
    return True
