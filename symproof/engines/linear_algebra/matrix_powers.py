"""Powers of matrices with a natural exponent, by induction; of matrices that commute, with what their powers do.

A @ B = B @ A gives A @ B**m = B**m @ A, by an induction of its own, which the step of (A @ B)**m = A**m @ B**m uses. A
product is 0 where its square, taken twice with its transpose, is. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import within
from symproof.engines.integers.induct import MOST as MOST_INDUCTIONS
from symproof.engines.integers.induct import induct
from symproof.engines.linear_algebra.matrices import by_completion, matrices
from symproof.engines.search import Search, state
from symproof.engines.stated import Stated
from symproof.substitution import substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.integer_rules import without

MOST_PAIRS, MOST, SECONDS = 6, 2, 0.3


def by_powers(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation of matrices that holds a power with a natural exponent, by induction over that."""
    if goal.kind != "=":
        return None
    exponents = list(dict.fromkeys(_exponents(goal)))
    found = _by_commuting(search, facts, goal, exponents)
    if found is not None or search.inductions >= MOST_INDUCTIONS:
        return found
    for letter in exponents:
        found = induct(search, facts, goal, letter)
        if found is not None:
            return found
    return None


def _exponents(term: tm.Term) -> Iterator[tm.Variable]:
    powers = (part for part in term.subterms() if isinstance(part, tm.MatrixPower))
    return (letter for power in powers for letter in power.exponent.free if isinstance(letter, tm.Variable))


def _by_commuting(search: Search, facts: Facts, goal: st.Relation, exponents: list[tm.Variable]) -> Certificate | None:
    """The goal, where powers of matrices that commute do so as well."""
    stated = Stated(facts)
    pairs = [pair for fact in facts.props for pair in _commuting(fact)] if exponents else []
    for first, second in pairs[:MOST_PAIRS]:
        for m in exponents[:MOST]:
            said = st.Relation("=", first @ second**m, second**m @ first)
            if said != goal and said not in facts.props:
                stated.add(said, _induct(search, stated.facts, said, m))
    return stated.then(matrices(search, stated.facts, goal) if stated else None)


def _commuting(fact: st.Prop) -> Iterator[tuple[tm.Matrix, tm.Matrix]]:
    """Two matrices that commute by a fact, in both orders."""
    match fact:
        case st.Relation("=", tm.MatrixMul(a, b), tm.MatrixMul(c, d)) if (a, b) == (d, c) and a != b and a.is_square:
            yield from ((a, b), (b, a))


def _induct(search: Search, facts: Facts, claim: st.Relation, m: tm.Variable) -> Certificate | None:
    """An equation of matrices by induction over an exponent, each part from the equations among the facts."""
    if facts.range(m).low is None:
        return None
    start = int(facts.range(m).low or 0)
    others = without(facts, m)
    base = matrices(search, others, substitute(claim, {m: tm.scalar(start)}))
    before = others.extended([st.Relation(">=", m, tm.scalar(start)), claim])
    step = None if base is None else matrices(search, before, substitute(claim, {m: m + 1}))
    return None if base is None or step is None else ct.Induction(m, start, base, step)


def by_squares(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """X = 0 from (X.T X)**2 = 0, or (X.T X)**4 = 0, for a product X of letters where a product of letters is 0: then X.T X is 0,
    as a sum of squares of its entries is, and so is X."""
    if not st.is_equation(goal) or not _is_product(goal) or not any(map(_is_product, facts.props)):
        return None
    whole = tm.matrix_term(goal.left)
    square = tm.Transpose(whole) @ whole
    zero = tm.zero_matrix(*square.shape)
    powers, first, number = [st.Relation("=", square, zero)], None, len(facts.props)
    while first is None and len(powers) <= MOST:
        square = tm.Transpose(square) @ square
        powers.append(st.Relation("=", square, zero))
        first = by_completion(facts, powers[-1], within(search.deadline, SECONDS))
    if first is None:
        return None
    hole = tm.MatrixVariable(r"\square", *zero.shape)

    def vanishes(number: int) -> Certificate:
        """That something is 0, as the fact of that number says it of its square."""
        last = ct.Combination((ct.Piece(-ONE, (number + 1,)),))
        return ct.Definite(ct.Congruence(number, hole, tm.MatrixTrace(hole), last))

    proofs = [first, *(vanishes(number + k) for k in range(len(powers)))]
    return state([*zip(reversed(powers), proofs, strict=False)], proofs[-1])


def _is_product(fact: st.Prop) -> bool:
    match fact:
        case st.Relation("=", tm.Matrix() as left, right) if tm.matrix_term(right) == tm.zero_matrix(*left.shape):
            return not any(isinstance(part, tm.MatrixAdd) for part in left.subterms())
    return False
