"""Rates: a constant and a start for |term| <= constant * bound, guessed; the kernel proves the bound again.

The quotient term / bound is a sum of products. A factor that is a power of the variable is at most 1 from 1 on where its
exponent is not positive; one that a hypothesis or its range bounds is replaced by that bound; what is left is free of
the variable, and the constant is the sum of its sizes.

Limits: one power of the variable, or its root, in each factor.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.instances import stated
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.rates import BigO
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction

OTHERS = (Fraction(2), Fraction(16))
"""Constants that are tried where nothing says more."""
DEEPEST = 3
"""How many bounds are put into each other."""


def rate(search: Search, facts: Facts, goal: BigO) -> Certificate | None:
    """The first guess for which the bound is proved."""
    tried = set()
    for constant, start in guesses(facts, goal):
        if search.expired() or (constant, start) in tried:
            continue
        tried.add((constant, start))
        proof = search.prove(facts, goal.within(constant, start))
        if proof is not None:
            search.words.append("rate")
            return ct.Rate(constant, start, proof)
    return None


def guesses(facts: Facts, goal: BigO) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """Constants and starts that are worth a try."""
    for start in _starts(facts, goal):
        letter, inside = _opened(facts, goal, start)
        names = {goal.variable: letter}
        term, bound = substitute(goal.term, names), substitute(goal.bound, names)
        try:
            constant = Sizes(inside, letter).size(term / bound)
        except (*NOT_NORMAL, LookupError):
            constant = None
        for guess in (constant, ONE, *map(tm.Number, OTHERS)):
            if guess is not None and not {letter, goal.variable} & guess.free:
                yield guess, start


def _starts(facts: Facts, goal: BigO) -> list[tm.Scalar]:
    """1, and where the quantified hypotheses start."""
    lows: list[tm.Scalar] = [ONE]
    for fact in facts.props:
        if isinstance(fact, st.Each) and fact.low is not None and goal.variable not in fact.low.free:
            lows.append(fact.low)
    return list(dict.fromkeys(lows))


def _opened(facts: Facts, goal: BigO, start: tm.Scalar) -> tuple[tm.Variable, Facts]:
    """A fresh letter for the variable, from `start` on, and what the quantified hypotheses say of the term there."""
    low = start if tm.is_integer(goal.variable) else None
    letter, inside = facts.opened(goal.variable, low, None, goal.term, goal.bound)
    assert isinstance(letter, tm.Variable)  # as the goal's variable is
    if low is None:
        inside = inside.extended([st.Relation(">=", letter, start)])
    speaks = st.Relation("<=", substitute(goal.term, {goal.variable: letter}), ZERO)
    return letter, stated(inside, speaks).facts


class Sizes:
    """Bounds of |value| by terms that are free of a letter n >= 1."""

    def __init__(self, facts: Facts, letter: tm.Variable) -> None:
        self.facts = facts
        self.normalizer = facts.normalizer
        self.letter = letter
        self.back = Readback(facts.normalizer)

    def size(self, term: tm.Scalar, depth: int = 0) -> tm.Scalar | None:
        """A term free of the letter that |term| does not exceed, as far as can be seen; None where none shows."""
        value = self.normalizer.scalar(term)
        bottom = self._bottom(value)
        if bottom is None:
            return None
        degree, divisor = bottom
        sizes = []
        for monomial, c in self.normalizer.ring.numerator_terms(Quotient(value.num)):
            size = self._monomial(monomial, abs(as_fraction(c)), -degree, depth)
            if size is None:
                return None
            sizes.append(size)
        total = tm.sum_of(sizes)
        return self._simple(total if divisor == ONE else total / divisor)

    def _simple(self, term: tm.Scalar) -> tm.Scalar:
        return self.back.scalar(self.normalizer.scalar(term))

    def _bottom(self, value: Quotient) -> tuple[Fraction, tm.Scalar] | None:
        """The leading power of the letter in the denominator and its coefficient, halved where more terms follow."""
        if value.den is None:
            return Fraction(0), ONE
        terms = []
        for monomial, c in self.normalizer.ring.numerator_terms(Quotient(value.den)):
            degree, others = self._split(monomial)
            if any(self._depends(number) for number, _ in others):
                return None
            terms.append((degree, self._product(others, abs(as_fraction(c)))))
        degree, leading = max(terms, key=lambda item: item[0])
        return degree, leading if len(terms) == 1 else leading / 2

    def _split(self, monomial: Monomial) -> tuple[Fraction, list[tuple[int, int]]]:
        """The exponent of the letter in a monomial, and the other factors."""
        degree, others = Fraction(0), []
        for number, power in monomial:
            atom = self.back.atom(number)
            if atom == self.letter:
                degree += power
            elif atom == tm.Elementary("sqrt", (self.letter,)):
                degree += Fraction(power, 2)
            else:
                others.append((number, power))
        return degree, others

    def _depends(self, number: int) -> bool:
        return self.letter in self.back.atom(number).free

    def _product(self, factors: list[tuple[int, int]], coefficient: Fraction) -> tm.Scalar:
        """The size of a product of factors that are free of the letter."""
        parts: list[tm.Scalar] = [tm.Number(coefficient)]
        for number, power in factors:
            atom = self.back.atom(number)
            sign = self.facts.sign(atom)
            size = atom if sign > 0 or power % 2 == 0 else -atom if sign < 0 else abs(atom)
            parts.append(size if power == 1 else size**power)
        return tm.product_of(parts)

    def _monomial(self, monomial: Monomial, coefficient: Fraction, degree: Fraction, depth: int) -> tm.Scalar | None:
        own, others = self._split(monomial)
        degree += own
        fixed = [(number, power) for number, power in others if not self._depends(number)]
        size = self._product(fixed, coefficient)
        for number, power in others:
            if not self._depends(number):
                continue
            atom = self.back.atom(number)
            known = self.facts.range(atom)
            if known.low is not None and known.high is not None:
                size = size * tm.Number(max(abs(known.low), abs(known.high)) ** power)
                continue
            limit = self._limit(atom)
            if limit is None or depth >= DEEPEST:
                return None
            size = size * limit**power  # speaks of the letter still
        if self.letter in size.free:
            power_of_letter = self.letter ** tm.Number(degree) if degree.denominator == 1 else None
            if power_of_letter is None:
                root = tm.Elementary("sqrt", (self.letter,))
                power_of_letter = root ** tm.Number(2 * degree)
            return self.size(size * power_of_letter, depth + 1)
        return size if degree <= 0 else None

    def _limit(self, atom: tm.Scalar) -> tm.Scalar | None:
        """What a fact says that an atom does not exceed."""
        for fact in self.facts.props:
            match fact:
                case st.Relation("<=" | "<" | "=", left, tm.Scalar() as right) if left == atom and atom != right:
                    return right
                case st.Relation(">=" | ">" | "=", tm.Scalar() as left, right) if right == atom and atom != left:
                    return left
                case st.Relation("<=" | "<", tm.Elementary("abs", (inside,)), tm.Scalar() as right) if inside == atom:
                    return right
        return None
