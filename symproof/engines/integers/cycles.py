"""Powers of a number modulo another run in a cycle: 2**n + 1 = 7*q has no solution, as 2**(3*k) is 7*j + 1.

Each exponent is told apart by its remainder by the length of the cycle, n = 3*k + r; then the equation with 7*j + 1 in place of
2**(3*k) is one between polynomials in integers, which shows that it has no solution in its form. Whether this comes out is
known from numbers before a certificate is written. Untrusted.

Limits: powers of numbers with a letter >= 0 in the exponent; one modulus, or two at once, of `MODULI`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import combinations, product
from math import gcd, lcm, prod

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.diophantine import equations, letters_of
from symproof.engines.integers.remainders import MODULI, clash, told_apart
from symproof.engines.polynomials.ideal import member
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import flip, orient
from symproof.engines.search import Search, Wrap, closed
from symproof.substitution import body_at, fresh, names_in, open_symbol, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts, range_of
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import as_fraction

MOST_CASES, MOST_AT_ONCE = 256, 36


@dataclass(frozen=True)
class Monomial:
    """An integer times powers of letters and powers p**(times * n) of numbers."""

    factor: int
    letters: tuple[tuple[tm.Variable, int], ...]
    powers: tuple[tuple[int, tm.Variable, int], ...]


System = list[list[Monomial]]


def cycles(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal a != b, or any goal, where a = b or the equations among the facts have no solution modulo some numbers."""
    if not isinstance(goal.left, tm.Scalar):
        return None
    if goal.kind != "!=":
        return no_solution(search, facts, goal)
    if not any(map(_has_power, (goal, *facts.props))):
        return None
    same = st.Relation("=", goal.left, goal.right)
    proof = _none(search, facts.extended([same]), goal)
    return None if proof is None else ct.Cases(same, proof, ct.Evident())


def no_solution(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """Any goal, where the equations among the facts have no solution."""
    return _none(search, facts, goal) if any(map(_has_power, facts.props)) else None


def _has_power(prop: st.Prop) -> bool:
    """Whether it is an equation of integers with the power of a number by a letter."""
    return (
        isinstance(prop, st.Relation)
        and prop.kind in ("=", "!=")
        and any(isinstance(x, tm.Pow) and isinstance(x.base, tm.Number) and x.exponent.free for x in prop.subterms())
    )


def _none(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    numbers = equations(facts)
    if not numbers:
        return None
    try:
        _, extended = flip(facts)
        normalizer = rewriting(extended, orient(extended))
    except NOT_NORMAL:
        normalizer = facts.normalizer
    forms = (normalizer, facts.normalizer)
    ways = ((k, next(filter(None, (monomials(form, facts.props[k]) for form in forms)), None)) for k in numbers)
    read = {k: found for k, found in ways if found}
    exponents = {n for each in read.values() for term in each for _, n, _ in term.powers}
    plain = [k for k, each in read.items() if not any(t.powers for t in each) and _letters(each) & exponents]
    about = [read.pop(k) for k in plain]
    if not exponents:
        return None
    for chosen in [*((m,) for m in MODULI), *combinations(MODULI, 2)]:
        if search.expired():
            return None
        lengths = _lengths(facts, list(read.values()), chosen)
        if lengths is not None and _unsolvable(list(read.values()), about, chosen, lengths):
            return _Cycles(search, read, plain, chosen, lengths).proof(facts, goal)
    return None


def exists_in_cycles(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """There is x with 2**n - 1 = 7*x, by cases of n modulo 3, where facts about n leave some."""
    x = goal.symbol
    if (
        not isinstance(x, tm.Variable)
        or goal.low is not None
        or not isinstance(goal.body, st.Relation)
        or not isinstance(goal.body.left, tm.Scalar)
    ):
        return None
    read = monomials(facts.normalizer, goal.body)
    factor = next((abs(term.factor) for term in read if term.letters == ((x, 1),) and not term.powers), 0)
    if factor < 2:
        return None
    numbers, lengths = equations(facts), dict[tm.Variable, int]()
    for (base, n), times in _times([read]).items():
        if any(n in facts.props[k].free for k in numbers):
            lengths[n] = lcm(lengths.get(n, 1), _cycle(base**times, factor))
    n, count = max(lengths.items(), key=lambda pair: pair[1], default=(x, 1))
    if not 1 < count <= MOST_AT_ONCE:
        return None

    def leaf(known: Facts, left: st.Prop) -> Certificate | None:
        return clash(known, left, numbers) or search.prove(known, left)

    return told_apart(facts, goal, count, [n], leaf)


def monomials(normalizer: Normalizer, equation: st.Prop) -> list[Monomial]:
    """left - right with coefficients that are integers; nothing where it is more than integers and powers of numbers."""
    assert isinstance(equation, st.Relation) and isinstance(equation.left, tm.Scalar)  # by the caller
    try:
        value = normalizer.difference(equation.left, tm.scalar(equation.right))
    except NOT_NORMAL:
        return []
    terms = [] if value.den is not None else [(m, as_fraction(c)) for m, c in normalizer.ring.numerator_terms(value)]
    scale = lcm(*(c.denominator for _, c in terms))
    back, found = Readback(normalizer), list[Monomial]()
    for monomial, c in terms:
        letters, powers = list[tuple[tm.Variable, int]](), list[tuple[int, tm.Variable, int]]()
        for number, exponent in monomial:
            match back.atom(number):
                case tm.Variable() as letter if tm.is_integer(letter):
                    letters.append((letter, exponent))
                case tm.Pow(tm.Number(base), tm.Variable() as n) if base.denominator == 1 and tm.is_natural(n):
                    powers.append((int(base), n, exponent))
                case _:
                    return []
        found.append(Monomial(int(c * scale), tuple(letters), tuple(powers)))
    return found


def _letters(terms: list[Monomial]) -> set[tm.Variable]:
    return {x for term in terms for x, _ in term.letters}


# Numbers ------------------------------------------------------------------------------------------


def _times(system: System) -> dict[tuple[int, tm.Variable], int]:
    """For each base and letter the t such that the system speaks of base**(t * n) and its powers."""
    found: dict[tuple[int, tm.Variable], int] = {}
    for base, n, times in (power for each in system for term in each for power in term.powers):
        found[base, n] = gcd(found.get((base, n), 0), times)
    return found


def _cycle(base: int, modulus: int) -> int:
    """After how many steps the powers of a number repeat modulo another, from some step on."""
    far = pow(base, modulus, modulus)
    return next(d for d in range(1, modulus + 1) if far * pow(base, d, modulus) % modulus == far)


def _vanishes(facts: Facts, base: int, n: tm.Variable, modulus: int) -> bool:
    """Whether base**n is 0 modulo a number, as n is large enough."""
    least = _least(base, modulus)
    return least is not None and facts.evident(st.Relation(">=", n, tm.scalar(least)))


def _least(base: int, modulus: int) -> int | None:
    """The least k with base**k = 0 modulo a number, if there is one."""
    return next((k for k in range(modulus) if pow(base, k, modulus) == 0), None)


def _lengths(facts: Facts, system: System, moduli: Sequence[int]) -> dict[tm.Variable, int] | None:
    """By which number each exponent is told apart; None where a power has no cycle from the start, or there are many cases."""
    found: dict[tm.Variable, int] = {}
    for modulus in moduli:
        for (base, n), times in _times(system).items():
            if gcd(base, modulus) == 1:
                found[n] = lcm(found.get(n, 1), _cycle(base**times, modulus))
            elif _vanishes(facts, base, n, modulus):
                found.setdefault(n, 1)
            else:
                return None
        for letter in {letter for each in system for letter in _letters(each)} & found.keys():
            found[letter] = lcm(found[letter], modulus)
    return found if prod(found.values()) <= MOST_AT_ONCE else None


def _unsolvable(system: System, about: System, moduli: Sequence[int], lengths: dict[tm.Variable, int]) -> bool:
    """Whether at each remainder of the exponents the system has no solution modulo one of the numbers, or what is said about
    the exponents themselves has none."""
    own = [(each, lengths[x]) for each in about for x in _letters(each) & lengths.keys()]
    for rests in product(*(range(d) for d in lengths.values())):
        at = dict(zip(lengths, rests, strict=True))
        if all(_solvable(system, m, at, lengths) for m in moduli) and all(
            _solvable([e], d, at, lengths) for e, d in own
        ):
            return False
    return True


def _solvable(system: System, modulus: int, at: dict[tm.Variable, int], lengths: dict[tm.Variable, int]) -> bool:
    at = {n: rest + lengths[n] * modulus for n, rest in at.items()}  # so large that a power that vanishes is 0
    letters = sorted({x for each in system for x in _letters(each)} - at.keys(), key=str)
    if modulus ** len(letters) > MOST_CASES:
        return True
    for values in product(range(modulus), repeat=len(letters)):
        here = {**at, **dict(zip(letters, values, strict=True))}
        if all(sum(_value(term, here, modulus) for term in each) % modulus == 0 for each in system):
            return True
    return False


def _value(term: Monomial, at: dict[tm.Variable, int], modulus: int) -> int:
    value = term.factor
    for letter, power in term.letters:
        value *= pow(at[letter], power, modulus)
    for base, n, times in term.powers:
        value *= pow(base, times * at[n], modulus)
    return value


# Certificates -------------------------------------------------------------------------------------


class _Cycles:
    """The certificate, once it is known that there is one."""

    def __init__(
        self,
        search: Search,
        read: dict[int, list[Monomial]],
        about: list[int],
        moduli: Sequence[int],
        lengths: dict[tm.Variable, int],
    ) -> None:
        self.search, self.read, self.about, self.moduli, self.lengths = search, read, about, moduli, lengths
        self.claims: dict[tuple[int, int, tm.Variable], int] = {}
        """By modulus, base and exponent, the number of the fact that the power is known."""
        self.numbers: list[int] = []

    def proof(self, facts: Facts, goal: st.Prop) -> Certificate | None:
        """What is said of each power, then the cases."""
        wraps: list[Wrap] = []
        for each in self.read.values():  # in the letters that are left where equations name some
            equation = st.Relation("=", _replaced(each, {}), ZERO)
            proof = member(facts, equation) or self.search.aside(self.search.named("ring")).prove(facts, equation)
            if proof is None:
                return None
            wraps.append(partial(ct.Have, equation, proof))
            self.numbers.append(len(facts.props))
            facts = facts.extended([equation])
        for modulus, ((base, n), times) in product(self.moduli, _times(list(self.read.values())).items()):
            if gcd(base, modulus) > 1:
                stated = self._zero(facts, goal, modulus, base, n)
            else:
                stated = self._one(facts, modulus, base, times * self.lengths[n])
            if stated is None:
                return None
            wrap, facts, number = stated
            wraps += wrap
            self.claims[modulus, base, n] = number
        cases = self._told_apart(facts, goal, list(self.lengths), {})
        return closed(wraps, cases)

    def _one(self, facts: Facts, modulus: int, base: int, length: int) -> tuple[list[Wrap], Facts, int] | None:
        """base**(length * k) = modulus * j + 1, for each k."""
        k, j = tm.Variable("k", "natural", least=0), tm.Variable("j", "integer")
        power = tm.Pow(tm.scalar(base), length * k if length > 1 else k)
        claim = st.Each(k, st.Exists(j, st.Relation("=", power, modulus * j + 1)))
        if claim in facts.props:
            return [], facts, facts.props.index(claim)
        proof = self.search.prove(facts, claim)
        if proof is None:
            return None
        return [partial(ct.Have, claim, proof)], facts.extended([claim]), len(facts.props)

    def _zero(
        self, facts: Facts, goal: st.Prop, modulus: int, base: int, n: tm.Variable
    ) -> tuple[list[Wrap], Facts, int] | None:
        """base**n = modulus * j for some j, as base**(k + least) is that for each k."""
        k, j, least = tm.Variable("k", "natural", least=0), tm.Variable("j", "integer"), _least(base, modulus)
        assert least is not None  # as `_lengths` asks
        claim = st.Each(k, st.Exists(j, st.Relation("=", tm.Pow(tm.scalar(base), k + least), modulus * j)))
        proof = self.search.prove(facts, claim)
        if proof is None:
            return None
        wraps: list[Wrap] = [partial(ct.Have, claim, proof), partial(ct.Instance, len(facts.props), n - least)]
        facts = facts.extended([claim, substitute(claim.body, {k: n - least})])
        obtained, facts, number = _named(facts, goal, len(facts.props) - 1)
        return [*wraps, obtained], facts, number

    def _told_apart(
        self, facts: Facts, goal: st.Prop, waiting: list[tm.Variable], named: dict[tm.Variable, tm.Variable]
    ) -> Certificate | None:
        """The goal for each remainder of the exponents; `named` says of each which letter stands for its quotient."""
        if not waiting:
            found = clash(facts, goal, self.about)
            return found or next((found for m in self.moduli if (found := self._modulo(facts, goal, m, named))), None)
        n, *others = waiting
        if self.lengths[n] == 1:
            return self._told_apart(facts, goal, others, {**named, n: n})
        q = fresh(tm.Variable(n.name, "natural", least=0), names_in(goal, *facts.props))
        return told_apart(
            facts,
            goal,
            self.lengths[n],
            [n],
            lambda known, left: self._told_apart(known, left, others, {**named, n: q}),
        )

    def _modulo(
        self, facts: Facts, goal: st.Prop, modulus: int, named: dict[tm.Variable, tm.Variable]
    ) -> Certificate | None:
        """The goal from equations that have no solution modulo a number, with their powers replaced."""
        wraps: list[Wrap] = []
        instead: dict[tuple[int, tm.Variable], tuple[Monomial, tm.Scalar]] = {}
        for (m, base, n), number in self.claims.items():
            if m != modulus:
                continue
            if gcd(base, modulus) == 1:
                wraps.append(partial(ct.Instance, number, named[n]))
                said = facts.props[number]
                assert isinstance(said, st.Each)  # as `_one` made it
                facts = facts.extended([body_at(said, named[n])])
                obtained, facts, number = _named(facts, goal, len(facts.props) - 1)
                wraps.append(obtained)
            equation = facts.props[number]
            assert isinstance(equation, st.Relation)  # base**(d*k) = m*j + 1, or base**n = m*j
            ((power),) = monomials(facts.normalizer, st.Relation("=", equation.left, ZERO))
            instead[base, named[n]] = power, tm.scalar(equation.right)
        numbers: list[int] = []
        for number in self.numbers:
            left = _replaced(monomials(facts.normalizer, facts.props[number]), instead)
            replaced = st.Relation("=", left, ZERO)
            if (proof := member(facts, replaced)) is None:
                return None
            wraps.append(partial(ct.Have, replaced, proof))
            numbers.append(len(facts.props))
            facts = facts.extended([replaced])
        read = [{m.letters: m.factor for m in monomials(facts.normalizer, facts.props[k])} for k in numbers]
        letters = letters_of(read, modulus)  # type: ignore[arg-type]  # integers are fractions
        if modulus ** len(letters) > MOST_CASES:
            return None
        rest = told_apart(facts, goal, modulus, letters, lambda known, left: clash(known, left, numbers))
        return closed(wraps, rest)


def _named(facts: Facts, goal: st.Prop, number: int) -> tuple[Wrap, Facts, int]:
    """A fact "there is", with a letter for it: how to state it, the facts with it, and the number of what it says."""
    fact = facts.props[number]
    assert isinstance(fact, st.Exists)  # by the caller
    letter = open_symbol(fact.symbol, fact.low, fact.high, (*facts.props, goal), (fact.body,))
    said = [*range_of(letter, fact.low, fact.high), body_at(fact, letter)]
    facts = facts.extended(said)
    return partial(ct.Obtain, number, letter), facts, len(facts.props) - 1


def _replaced(terms: list[Monomial], instead: dict[tuple[int, tm.Variable], tuple[Monomial, tm.Scalar]]) -> tm.Scalar:
    """A sum of monomials, where powers of numbers are what they are known to be."""
    written: tm.Scalar = ZERO
    for term in terms:
        factor, rest = Fraction(term.factor), tm.scalar(1)
        for base, n, exponent in term.powers:
            if (base, n) not in instead:
                rest = rest * tm.Pow(tm.scalar(base), exponent * n)
                continue
            known, value = instead[base, n]
            times = exponent // known.powers[0][2]
            factor /= known.factor**times
            rest = rest * value**times
        for letter, power in term.letters:
            rest = rest * letter**power
        written = written + tm.Number(factor) * rest
    return written
