"""Orders that are symmetric in three to five letters >= 0: polynomials in their elementary symmetric sums e1, e2, ..., en.

What is known of such sums (Newton, Maclaurin; of three letters Schur and the discriminant) are hypotheses of a lemma about n
letters, which the other engines prove, and which is used at the sums: hundreds of terms in a, b, c, d become ten in e1, ..., e4.

Source: Hardy, Littlewood and Polya, "Inequalities", 1934, chapter 2. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from fractions import Fraction
from itertools import combinations
from math import comb, prod

from flint import fmpq_mpoly_ctx

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.problem import raised, short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.evaluation.exact import exact_root
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Polynomials, Quotient, as_fraction

DEEPEST, HIGHEST, SECONDS = 3, 24, 1.5
QUICK = ("ring", "positivity", "inequality", "squares")
Poly = dict[tuple[int, ...], Fraction]
Letters = Sequence[tm.Variable]


def symmetric(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials or their quotients, by what is known of the elementary symmetric sums."""
    if search.depth > DEEPEST:
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or left.rest.den is not None or left.rest.num.total_degree() > HIGHEST:
            return None
        normalizer = left.facts.normalizer
        numbers = normalizer.ring.generators(left.rest)
        if not 3 <= len(numbers) <= 5 or any(normalizer.atoms[number][0] != "letter" for number in numbers):
            return None
        target = in_sums(normalizer.ring, left.rest, numbers)
        letters = [Readback(normalizer).atom(number) for number in numbers]
        ranges = [left.facts.range(letter) for letter in letters]
        if target is None or not all(each.is_nonnegative for each in ranges):
            return None
        sign = "positive" if all(each.is_positive for each in ranges) else "nonnegative"
        taken = names_in(*left.facts.props, goal)
        sums = [fresh(tm.Variable(f"e{k + 1}", sign=sign), taken) for k in range(len(letters))]
        claim = st.Relation("<" if left.strict else "<=", ZERO, _written(target, sums))
        values = {e: tm.sum_of(map(short_product, combinations(letters, k + 1))) for k, e in enumerate(sums)}
        given = list(_given(left.facts, numbers))
        said = [st.Relation(kind, ZERO, _written(poly, sums)) for kind, poly in given]
        return _by_lemma(search, left, [*said, *_bounds(given, sums), *_known(sums)], claim, values)
    except (*NOT_NORMAL, LookupError):
        return None


def _by_lemma(
    search: Search,
    left: Cleared,
    known: Sequence[st.Relation],
    claim: st.Relation,
    values: dict[tm.Variable, tm.Scalar],
) -> Certificate | None:
    """The claim about the sums from what is known of them: of all numbers, then of the sums of the letters."""
    others = search.others(symmetric)
    quick = search.aside([row for row in others if row[0] in QUICK], SECONDS)
    first = quick.prove(Facts(known), claim)
    if first is None:
        return None
    cited = set(_cited(first))
    used = [prop for number, prop in enumerate(known) if number in cited]
    if isinstance(first, ct.Evident):  # which cites nothing
        used = list(known)
        for prop in known:
            fewer = [each for each in used if each != prop]
            used = fewer if Facts(fewer).evident(claim) else used
    stated = in_turn(search.aside(others, 2 * SECONDS), left.facts, [substitute(prop, values) for prop in used])
    if stated is None:
        return None
    facts = left.facts.extended(prop for prop, _ in stated)
    lemma: st.Prop = claim
    if used:
        lemma = st.Implies(st.all_of(used), claim)
    for e in reversed(values):
        lemma = st.Each(e, lemma)
    proof = quick.prove(facts, lemma)
    if proof is None:
        return None
    place = len(facts.props)  # of the lemma; its instances follow
    instance: Certificate = ct.Evident()
    if used:
        premise = ct.Parts((ct.Evident(),) * len(used)) if len(used) > 1 else ct.Evident()
        instance = ct.Detach(place + len(values), premise, instance)
    for number, value in reversed([*enumerate(values.values(), place)]):
        instance = ct.Instance(number, value, instance)
    result = ct.Combination((ct.Piece(left.weight, (place + 1,)),))
    return state([*left.stated, *stated, (lemma, proof), (substitute(claim, values), instance)], result)


def _cited(certificate: object) -> Iterator[int]:
    """The numbers of facts in all pieces of a certificate."""
    if isinstance(certificate, ct.Piece):
        yield from certificate.facts
    elif is_dataclass(certificate):
        for field in fields(certificate):
            yield from _cited(getattr(certificate, field.name))
    elif isinstance(certificate, tuple):
        for part in certificate:
            yield from _cited(part)


# Polynomials in the sums --------------------------------------------------------------------------


def in_sums(ring: Polynomials, value: Quotient, numbers: Sequence[int]) -> Poly | None:
    """A symmetric polynomial in some atoms by the elementary symmetric sums of them; None where it is not symmetric."""
    context = fmpq_mpoly_ctx.get([f"y{k}" for k in range(len(numbers))], "lex")
    place = {number: k for k, number in enumerate(numbers)}
    table = {}
    for monomial, c in ring.numerator_terms(value):
        powers = [0] * len(numbers)
        for number, power in monomial:
            powers[place[number]] = power
        table[tuple(powers)] = c
    if any(table.get(tuple(sorted(powers, reverse=True))) != c for powers, c in table.items()):
        return None
    rest, found = context.from_dict(table), Poly()
    sums = [
        sum(
            (prod(chosen, start=context.constant(1)) for chosen in combinations(context.gens(), k + 1)),
            context.constant(0),
        )
        for k in range(len(numbers))
    ]
    while rest:
        lead, c = list(map(int, rest.monoms()[0])), rest.leading_coefficient()
        if lead != sorted(lead, reverse=True):
            return None
        steps = tuple(p - q for p, q in zip(lead, (*lead[1:], 0), strict=True))
        found[steps] = as_fraction(c)
        rest -= c * prod((e**power for e, power in zip(sums, steps, strict=True)), start=context.constant(1))
    return found


def _written(poly: Poly, sums: Sequence[tm.Scalar]) -> tm.Scalar:
    return tm.sum_of(
        short_product([tm.Number(c), *(raised(e, power) for e, power in zip(sums, powers, strict=True) if power)])
        for powers, c in poly.items()
    )


# What is known of them ----------------------------------------------------------------------------


def _given(facts: Facts, numbers: Sequence[int]) -> Iterator[tuple[str, Poly]]:
    """The facts that are symmetric in the letters: what is >, >= or = 0, as a polynomial in the sums."""
    normalizer = facts.normalizer
    for fact in facts.props:
        if not isinstance(fact, st.Relation) or not isinstance(fact.left, tm.Scalar):
            continue
        small, large, strict = oriented(fact) or (tm.scalar(fact.right), fact.left, False)
        gap = normalizer.difference(large, small)
        if fact.kind == "!=" or gap.den is not None or not 0 < len(normalizer.ring.generators(gap)):
            continue
        if set(normalizer.ring.generators(gap)) <= set(numbers) and (poly := in_sums(normalizer.ring, gap, numbers)):
            yield ("=" if fact.kind == "=" else "<" if strict else "<="), poly


def _bounds(given: Sequence[tuple[str, Poly]], sums: Letters) -> Iterator[st.Relation]:
    """Maclaurin's inequalities where en is a number, or at least one, and where e1 is one, or at most one."""
    n, size = len(sums), [comb(len(sums), k + 1) for k in range(len(sums))]
    first, last = tuple(int(k == 0) for k in range(n)), tuple(int(k == n - 1) for k in range(n))
    for kind, poly in given:
        constant, rest = poly.get((0,) * n, Fraction(0)), {powers: c for powers, c in poly.items() if any(powers)}
        for powers, c in rest.items() if len(rest) == 1 else ():
            number = -constant / c
            mean = exact_root(number, n) if powers == last and number > 0 else None
            if mean is not None and (kind == "=" or c > 0):
                yield from (st.Relation(">=", sums[k], tm.Number(size[k] * mean ** (k + 1))) for k in range(n - 1))
            elif powers == first and (kind == "=" or c < 0):
                yield from (
                    st.Relation("<=", sums[k], tm.Number(size[k] * (number / n) ** (k + 1))) for k in range(1, n)
                )


def _known(sums: Letters) -> Iterator[st.Relation]:
    """Newton's inequalities, and those of two sums far from each other; of three letters those of Schur and the discriminant."""
    n = len(sums)
    of = [ONE, *sums]
    size = [comb(n, k) for k in range(n + 1)]
    for i in range(1, n):
        for j in range(i, n):
            factor = Fraction(size[i] * size[j], size[i - 1] * size[j + 1])
            yield st.Relation("<=", tm.Number(factor) * of[i - 1] * of[j + 1], of[i] * of[j])
    if n == 3:
        p, q, r = sums
        yield st.Relation("<=", ZERO, p**3 - 4 * p * q + 9 * r)
        yield st.Relation("<=", ZERO, p**4 - 5 * p**2 * q + 4 * q**2 + 6 * p * r)
        yield st.Relation("<=", ZERO, p**2 * q**2 + 18 * p * q * r - 4 * q**3 - 4 * p**3 * r - 27 * r**2)
