"""Equations between members of sequences with linear recurrences, by an induction over several places at once.

Of sequences that obey linear recurrences with constant coefficients, products and sums obey such recurrences too: the
difference g(n) of the two sides fulfils g(n + r) = c[0] g(n) + ... + c[r - 1] g(n + r - 1) with numbers c, and it is zero
everywhere where it is zero at the first r places. r and c come from linear algebra on normal forms that are written in the
members up to some place; the kernel adds up again.

Limits: MOST_PLACES places, MOST instances of recurrences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import zip_longest
from typing import Any, cast

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing
from symproof.engines.logic.instances import candidates, members
from symproof.engines.logic.schemas import Instances
from symproof.engines.polynomials.ring import orient
from symproof.engines.search import Search, Wrap, sum_of_facts
from symproof.substitution import body_at, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import without
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction

MOST_PLACES, MOST = 6, 64


def orbits(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between members of sequences, by induction over one of the naturals in their indices."""
    if search.inductions or goal.kind != "=" or not isinstance(goal.left, tm.Scalar):
        return None
    given = any(_is_recurrence(fact) and fact.free & goal.free for fact in facts.props)
    for n in growing(goal) if given else ():
        low = facts.range(n).low
        if low is None or not tm.is_integer(n):
            continue
        try:
            found = _over(facts, goal, n, int(low))
        except (*NOT_NORMAL, LookupError):
            continue
        if found is not None:
            return found
    return None


def _over(facts: Facts, goal: st.Relation, n: tm.Variable, start: int) -> Certificate | None:
    """The goal at n, n + 1, ..., by induction over n."""
    claims = [substitute(goal, {n: n + k}) if k else goal for k in range(MOST_PLACES)]
    found = _Written(without(facts, n), peeled=goal.mentions(tm.Sum, tm.Product))
    least = st.Relation(">=", n, tm.scalar(start))
    inside = found.facts.extended([least])
    weights = found.dependence(inside, claims)
    if not weights:
        return None
    both = st.And(tuple(claims[: len(weights)]))
    base = found.one_by_one(found.facts, substitute(both, {n: tm.scalar(start)}))
    follows = None if base is None else found.step(inside.extended([both]), both, n, weights)
    if base is None or follows is None:
        return None
    return ct.Have(both, ct.Induction(n, start, base, follows), ct.Evident())


class _Written:
    """Equations written in the members that no recurrence gives; with `peeled`, the last terms of sums are taken out."""

    def __init__(self, facts: Facts, *, peeled: bool) -> None:
        self.facts, self.peeled, self.values = facts, peeled, orient(facts)
        self.recurrences = [(k, fact) for k, fact in enumerate(facts.props) if _is_recurrence(fact)]

    def dependence(self, facts: Facts, claims: list[st.Relation]) -> list[Fraction] | None:
        """The numbers c with g(n + r) = c[0] g(n) + ... for the differences g of the two sides, with the least r."""
        _, normalizer, _ = self._read(facts, claims)
        rows: list[tuple[dict[Monomial, Fraction], list[Fraction]]] = []
        for place, claim in enumerate(claims):
            value = _gap(normalizer, claim)
            if value.den is not None:
                return None
            row = {monomial: as_fraction(c) for monomial, c in normalizer.ring.numerator_terms(value)}
            parts = [Fraction(0)] * place + [Fraction(1)]
            for other, made in rows:
                pivot = next(iter(other))
                if factor := row.get(pivot, Fraction(0)) / other[pivot]:
                    row = _less(row, other, factor)
                    parts = [p - factor * q for p, q in zip_longest(parts, made, fillvalue=Fraction(0))]
            if not row:
                return [-part for part in parts[:-1]]
            rows.append((row, parts))
        return None

    def one_by_one(self, facts: Facts, both: Any) -> Certificate | None:
        """Claims about numbers, each with the recurrences at hand."""
        proofs: list[Certificate] = []
        for claim in both.args:
            proof = self._combination(facts, claim, ())
            if proof is None:
                return None
            proofs.append(proof)
            facts = facts.extended([claim])
        return ct.Parts(tuple(proofs))

    def step(self, facts: Facts, both: st.And, n: tm.Variable, weights: list[Fraction]) -> Certificate | None:
        """The claims at n + 1, ..., from those at n, ...: all but the last are among these."""
        later: Any = substitute(both, {n: n + 1})
        numbers = [max(k for k, fact in enumerate(facts.props) if fact == claim) for claim in both.args]
        known = [sum_of_facts(number) for number in numbers[1:]]
        pieces = [ct.Piece(tm.Number(c), (number,)) for c, number in zip(weights, numbers, strict=True) if c]
        last = self._combination(facts.extended(later.args[:-1]), later.args[-1], tuple(pieces))
        return None if last is None else ct.Parts((*known, last))

    def _combination(self, facts: Facts, goal: Any, pieces: tuple[ct.Piece, ...]) -> Certificate | None:
        """An equation as a combination of facts, once all is written in the members that no recurrence gives."""
        used = [facts.props[number] for piece in pieces for number in piece.facts]
        found, normalizer, rewrites = self._read(facts, [goal, *used])
        gap = _gap(normalizer, goal)
        for piece, said in zip(pieces, used, strict=True):
            part = normalizer.ring.multiply(normalizer.scalar(piece.weight), _gap(normalizer, said))
            gap = normalizer.ring.subtract(gap, part)
        if not normalizer.ring.is_zero(normalizer.reduce(gap)):
            return None
        proof = found.closed(ct.Combination(pieces, rewrites))
        return ct.Peeled(proof) if self.peeled else proof

    def _read(self, facts: Facts, claims: Sequence[Any]) -> tuple[Instances, Normalizer, tuple[int, ...]]:
        """The recurrences at the members of claims and at those that come with them, and how to write all in the rest."""
        if self.peeled:
            facts = facts.peeled()
        first, wraps, said, seen = len(facts.props), list[Wrap](), list[st.Prop](), set[tuple[int, tm.Term]]()

        def resolve(place: tm.Term) -> None:
            for number, fact in self.recurrences:
                for value in candidates(facts, _by_left_side(fact), [place]):
                    if (number, value) in seen or len(seen) >= MOST:
                        return
                    seen.add((number, value))
                    equation: Any = body_at(cast("st.Each", fact), value)
                    for before in dict.fromkeys(members(equation.right)):
                        resolve(before)
                    said.append(equation)
                    wraps.append(partial(ct.Instance, number, value))
                    return

        for place in dict.fromkeys(place for claim in claims for place in _places(claim)):
            resolve(place)
        rewrites = (*self.values, *range(first, first + len(said)))
        known = facts.extended(said)
        return Instances(known, tuple(wraps)), rewriting(known, rewrites), rewrites


def _is_recurrence(fact: st.Prop) -> bool:
    """Whether it gives each member of a sequence."""
    match fact:
        case st.Each(tm.Variable(), st.Relation("=", tm.ScalarAt())):
            return True
    return False


def _by_left_side(fact: Any) -> st.Each:
    """A recurrence as a pattern: the member that it gives."""
    return st.Each(fact.symbol, st.Relation("=", fact.body.left, tm.ZERO), fact.low, fact.high)


def _less(row: dict[Monomial, Fraction], other: dict[Monomial, Fraction], factor: Fraction) -> dict[Monomial, Fraction]:
    """row - factor * other."""
    rest = {key: row.get(key, Fraction(0)) - factor * other.get(key, Fraction(0)) for key in {**row, **other}}
    return {key: value for key, value in rest.items() if value}


def _gap(normalizer: Normalizer, equation: Any) -> Quotient:
    return normalizer.difference(equation.left, equation.right)


def _places(claim: Any) -> Iterator[tm.Term]:
    """The members of a claim, those in the last terms of its sums too."""
    yield from members(claim)
    for part in claim.subterms():
        if isinstance(part, (tm.Sum, tm.Product)):
            for back in range(MOST_PLACES):
                yield from members(body_at(part, part.high - back if back else part.high))
