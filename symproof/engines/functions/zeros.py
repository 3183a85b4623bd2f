"""Where terms are zero, exactly: values of letters as terms, one equation after the other.

An equation in a single letter is solved for it, where it is of degree two, a power, or a function with an inverse; else one that
is linear in a letter for that letter; else a letter takes a small number. Untrusted: whoever asks puts the values in.

Limits: roots that square roots, powers, exponentials and logarithms write.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import NoFloat, value
from symproof.engines.polynomials.readback import Readback, in_normal_form
from symproof.errors import SymproofError
from symproof.functions import exp, log, pi, sqrt
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts

NUMBERS = tuple(map(Fraction, ("1", "0", "2", "-1", "1/2", "7/10", "3", "-2", "7/5", "1/4", "-7/10", "4", "5")))
"""What a letter may be that no equation determines."""
MOST = 300
NEAR = 1e-9
Values = dict[tm.Variable, tm.Scalar]


def roots_of(gap: tm.Scalar, letter: tm.Variable) -> Iterator[tm.Scalar]:
    """Where a term is zero, as values of a letter that a formula gives; it may speak of others."""
    yield from Zeros().roots(gap, letter)


@dataclass
class Zeros:
    """The search for them, in so many steps at the most."""

    most: int = MOST
    steps: int = 0
    facts: Facts = field(default_factory=lambda: Facts(()))

    def solved(self, equations: list[st.Prop], known: Values, letters: Sequence[tm.Variable]) -> Iterator[Values]:
        """Values of the letters at which the equations hold."""
        self.steps += 1
        if self.steps > self.most:
            return
        gaps = [gap for prop in equations if isinstance(gap := self._gap(prop, known), tm.Scalar) and gap.free]
        for gap in gaps:
            here = [letter for letter in letters if letter in gap.free]
            if len(here) == 1:
                for root in self.roots(gap, here[0]):
                    yield from self.solved(equations, {**known, here[0]: root}, letters)
                return
        for gap in gaps:
            for letter in letters:
                if (solution := self._linear(gap, letter)) is not None:
                    rest = [substitute(prop, {letter: solution}) for prop in equations]
                    others = [other for other in letters if other != letter]
                    for values in self.solved(rest, known, others):
                        yield {**values, letter: self._plain(substitute(solution, dict(values)))}
                    return
        open_letters = [x for x in letters if x not in known and (not gaps or any(x in gap.free for gap in gaps))]
        if not open_letters:
            yield {letter: known.get(letter, tm.ONE) for letter in letters}
            return
        for number in NUMBERS:
            yield from self.solved(equations, {**known, open_letters[0]: tm.Number(number)}, letters)

    def _gap(self, prop: st.Prop, known: Values) -> tm.Scalar | None:
        if not isinstance(prop, st.Relation) or not isinstance(prop.left, tm.Scalar):
            return None
        try:
            return self._plain(substitute(prop.left - tm.scalar(prop.right), known))
        except SymproofError:  # a derivative in the letter, say
            return None

    def _plain(self, term: tm.Term) -> tm.Scalar:
        """A term as its normal form, so that what is rational is a number."""
        assert isinstance(term, tm.Scalar)
        try:
            return in_normal_form(self.facts.normalizer, term)
        except (*NOT_NORMAL, LookupError, SymproofError):
            return term

    def _coefficients(self, gap: tm.Scalar, letter: tm.Variable) -> tuple[tm.Scalar, dict[int, tm.Scalar]] | None:
        """The one atom in which a term speaks of a letter, and the coefficients of its powers."""
        normalizer = self.facts.normalizer
        back, ring = Readback(normalizer), normalizer.ring
        try:
            read = normalizer.scalar(gap)
            speaking = [n for n in ring.generators(read) if letter in back.atom(n).free]
            if len(speaking) != 1:
                return None
            powers: dict[int, list[tuple[tuple[tuple[int, int], ...], object]]] = {}
            for monomial, c in ring.numerator_terms(read):
                power = dict(monomial).get(speaking[0], 0)
                powers.setdefault(power, []).append((tuple(m for m in monomial if m[0] != speaking[0]), c))
            found = {k: plain_number(back.scalar(ring.from_terms(terms))) for k, terms in powers.items()}  # type: ignore[arg-type]
            return back.atom(speaking[0]), found
        except (*NOT_NORMAL, LookupError, SymproofError):
            return None

    def _linear(self, gap: tm.Scalar, letter: tm.Variable) -> tm.Scalar | None:
        """The value of a letter by an equation that is linear in it, with a number before it."""
        found = self._coefficients(gap, letter)
        if found is None or found[0] != letter or max(found[1]) != 1 or not isinstance(found[1][1], tm.Number):
            return None
        return self._plain(-found[1].get(0, ZERO) / found[1][1])

    def roots(self, gap: tm.Scalar, letter: tm.Variable) -> Iterator[tm.Scalar]:
        """Where a term of one letter is zero."""
        found = self._coefficients(gap, letter)
        if found is None:
            return
        atom, powers = found
        for root in self._of_polynomial(atom, powers):
            if atom == letter:
                yield self._plain(root)
                continue
            for inner, image in _inverses(atom, root):
                yield from self.roots(inner - image, letter)

    def _of_polynomial(self, atom: tm.Scalar, powers: dict[int, tm.Scalar]) -> Iterator[tm.Scalar]:
        """Roots by powers: of each factor, where the coefficients are rational."""
        if max(powers) > 2 and all(isinstance(c, tm.Number) for c in powers.values()):
            normalizer = self.facts.normalizer
            polynomial = sum((c * atom**k for k, c in powers.items()), start=ZERO)
            for factor, _ in normalizer.ring.factors(normalizer.scalar(polynomial))[1]:
                term = Readback(normalizer).scalar(factor)
                letter = next(iter(atom.free))
                assert isinstance(letter, tm.Variable)
                own = self._coefficients(term, letter)
                if own is not None and max(own[1]) < max(powers):
                    yield from self._of_polynomial(*own)
                elif own is not None:
                    yield from _by_formula(own[1])
            return
        yield from _by_formula(powers)


def float_of(term: tm.Scalar) -> float | None:
    """The value of a term without letters, where floating point has one."""
    try:
        found = value(term, {})
    except NoFloat:
        return None
    return found if isinstance(found, float) else None


def plain_number(term: tm.Scalar) -> tm.Scalar:
    """A term, and the negative number that a sign before a number is."""
    match term:
        case tm.Neg(tm.Number(number)):
            return tm.Number(-number)
    return term


def _by_formula(powers: dict[int, tm.Scalar]) -> Iterator[tm.Scalar]:
    """The roots of a polynomial of degree one or two, or of one with two terms, the second a number."""
    a, b, c = powers[max(powers)], powers.get(1, ZERO), powers.get(0, ZERO)
    degree = max(powers)
    if degree == 1:
        yield -c / a
    elif degree == 2:
        root = sqrt(b**2 - 4 * a * c)
        yield from ((-b + root) / (2 * a), (-b - root) / (2 * a))
    elif degree and powers.keys() <= {degree, 0}:
        third = tm.Number(Fraction(1, degree))
        size = float_of(-c / a) or 0.0
        if size > 0:
            yield (-c / a) ** third
        if size > 0 and degree % 2 == 0:
            yield -((-c / a) ** third)
        if size < 0 and degree % 2:
            yield -((c / a) ** third)


def _inverses(atom: tm.Scalar, image: tm.Scalar) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """For f(u) = image: u, and the values that it may have."""
    match atom:
        case tm.Elementary("exp", (inner,)):
            yield inner, log(image)
        case tm.Elementary("log", (inner,)):
            yield inner, exp(image)
        case tm.Elementary("sqrt", (inner,)):
            yield inner, image**2
        case tm.Elementary("abs", (inner,)):
            yield from ((inner, image), (inner, -image))
        case tm.Pow(tm.Number() as base, inner):
            yield inner, log(image) / log(base)
        case tm.Elementary("sin" | "cos" as name, (inner,)) if (number := float_of(image)) is not None:
            for twelfths in sorted(range(-11, 13), key=abs):
                if abs(getattr(math, name)(twelfths * math.pi / 12) - number) < NEAR:
                    yield inner, tm.Number(Fraction(twelfths, 12)) * pi
