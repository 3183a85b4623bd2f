"""Points that no rational numbers meet: a letter is the square root of two, or the logarithm of three, where an equation among
the hypotheses, or the opposite of a claim "!=", says so; or where a claim is on its edge: (x**2 - 2)**2 > 0 and sin(x) < 1
fail nowhere but where the sides are equal. Of an order about one letter, that may also be where the difference is least.

The equations are solved one after the other: one in a single letter for it, where it is of degree two, a power, or a function
with an inverse; else one that is linear in a letter for that letter; else a letter takes a small number. What floating
point does not exclude is handed on. Untrusted: the evaluator asks all hypotheses again.

Limits: real letters; roots that square roots, powers, exponentials and logarithms write.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import NoFloat, fulfils, value
from symproof.engines.functions.turning_points import lowest, terms_near
from symproof.engines.polynomials.readback import Readback
from symproof.engines.refute.downhill import lowest_points
from symproof.errors import SymproofError
from symproof.functions import exp, log, pi, sqrt
from symproof.point import Point
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.meaning import flatten

NUMBERS = tuple(map(Fraction, ("1", "0", "2", "-1", "1/2", "7/10", "3", "-2", "7/5", "1/4", "-7/10", "4", "5")))
"""What a letter may be that no equation determines."""
MOST, AT_A_GLANCE, YIELDED = 300, 24, 12
NEAR = 1e-9
DENOMINATORS = (8, 100, 10**4, 10**6)
Values = dict[tm.Variable, tm.Scalar]


def irrational(statement: st.Statement, *, glance: bool = False) -> Iterator[Point]:
    """A few points at which the equations hold and the claim fails, as far as floating point tells; at a glance, of those that
    are found in a few steps."""
    supposed, claim = [part for prop in statement.given for part in flatten(prop)], statement.claim
    while isinstance(claim, st.Implies):
        supposed += flatten(claim.left)
        claim = claim.right
    letters = sorted(statement.free, key=str)
    real = [letter for letter in letters if isinstance(letter, tm.Variable) and letter.domain == "real"]
    if len(real) < len(letters):
        return
    declared = [own for letter in real if (own := st.domain_of(letter)) is not None]
    conditions = (*declared, *statement.given)
    yield from islice(
        _failing(statement.claim, conditions, _places(supposed, claim, real, AT_A_GLANCE if glance else MOST)), YIELDED
    )


def _failing(claim: st.Prop, conditions: Sequence[st.Prop], places: Iterable[Values]) -> Iterator[Point]:
    """Those of some places at which the conditions hold and the claim does not."""
    for values in places:
        at: dict[tm.Term, float] = {x: number for x, term in values.items() if (number := _float(term)) is not None}
        if len(at) == len(values) and all(fulfils(prop, at) for prop in conditions) and not fulfils(claim, at):
            yield Point({letter: _member(term) for letter, term in values.items()})


def _places(supposed: list[st.Prop], claim: st.Prop, letters: list[tm.Variable], most: int) -> Iterator[Values]:
    """Where the equations hold; then where a part of the claim is on its edge, too, or where its sides are closest."""
    equations = [prop for prop in supposed if _is_equation(prop)]
    edges = list(dict.fromkeys(st.Relation("=", part.left, part.right) for part in _parts(claim)))
    differs = isinstance(claim, st.Relation) and claim.kind == "!="
    if equations and not differs:
        yield from _Solver(most).solved(equations, {}, letters)
    if not isinstance(claim, st.Relation) or claim.kind in ("<", ">", "!="):  # any other fails beside its edge
        for edge in edges:
            yield from _Solver(most).solved([*equations, edge], {}, letters)
    for part in _parts(claim):
        ways = (1, -1) if part.kind in ("=", "!=") else (1,) if part.kind in (">", ">=") else (-1,)
        for sign in ways:
            gap = tm.Number(Fraction(sign)) * (tm.scalar(part.left) - tm.scalar(part.right))
            if len(letters) == 1 and not equations:
                yield from _closest(Facts(supposed), gap, letters[0], part.kind)
            elif most == MOST and part.kind in ("<", "<=", ">", ">="):
                for place in lowest_points(supposed, gap, letters):
                    yield from _beside(equations, dict(zip(letters, place, strict=True)))


def _beside(equations: list[st.Prop], place: dict[tm.Variable, float]) -> Iterator[Values]:
    """Exact points near a place: numbers that look like it; or rational ones, but for a letter that an equation gives."""
    likely = [next(terms_near(number), None) for number in place.values()]
    if all(term is not None for term in likely):
        yield {x: term for x, term in zip(place, likely, strict=True) if term is not None}
    for most in DENOMINATORS:
        near: Values = {x: tm.Number(Fraction(number).limit_denominator(most)) for x, number in place.items()}
        if not equations:
            yield near
        for given in near if len(equations) == 1 else ():
            known = {x: number for x, number in near.items() if x != given}
            yield from _Solver(len(near)).solved(equations, known, list(near))


def _closest(facts: Facts, gap: tm.Scalar, letter: tm.Variable, kind: str) -> Iterator[Values]:
    """Where a term is least: rational numbers beside it for an order that may fail beside it."""
    number = lowest(facts, gap, letter)
    if number is None:
        return
    near = (tm.Number(Fraction(number).limit_denominator(most)) for most in DENOMINATORS if kind in ("<=", ">="))
    yield from ({letter: place} for place in (*near, *terms_near(number)))


def _parts(claim: st.Prop) -> Iterator[st.Relation]:
    """The relations between numbers that a claim is made of."""
    match claim:
        case st.Relation(_, tm.Scalar()):
            yield claim
        case st.And(args) | st.Or(args):
            for arg in args:
                yield from _parts(arg)
        case st.Implies(left, right) | st.Iff(left, right):
            yield from _parts(left)
            yield from _parts(right)
        case st.Not(arg):
            yield from _parts(arg)


def _is_equation(prop: st.Prop) -> bool:
    return isinstance(prop, st.Relation) and prop.kind == "=" and isinstance(prop.left, tm.Scalar)


def _member(term: tm.Scalar) -> Fraction | tm.Scalar:
    term = _number(term)
    return term.value if isinstance(term, tm.Number) else term


def _float(term: tm.Scalar) -> float | None:
    try:
        found = value(term, {})
    except NoFloat:
        return None
    return found if isinstance(found, float) else None


def roots_of(gap: tm.Scalar, letter: tm.Variable) -> Iterator[tm.Scalar]:
    """Where a term is zero, as values of a letter that a formula gives; it may speak of others."""
    yield from _Solver()._roots(gap, letter)


@dataclass
class _Solver:
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
                for root in self._roots(gap, here[0]):
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
            return Readback(self.facts.normalizer).scalar(self.facts.normalizer.scalar(term))
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
            found = {k: _number(back.scalar(ring.from_terms(terms))) for k, terms in powers.items()}  # type: ignore[arg-type]
            return back.atom(speaking[0]), found
        except (*NOT_NORMAL, LookupError, SymproofError):
            return None

    def _linear(self, gap: tm.Scalar, letter: tm.Variable) -> tm.Scalar | None:
        """The value of a letter by an equation that is linear in it, with a number before it."""
        found = self._coefficients(gap, letter)
        if found is None or found[0] != letter or max(found[1]) != 1 or not isinstance(found[1][1], tm.Number):
            return None
        return self._plain(-found[1].get(0, ZERO) / found[1][1])

    def _roots(self, gap: tm.Scalar, letter: tm.Variable) -> Iterator[tm.Scalar]:
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
                yield from self._roots(inner - image, letter)

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


def _number(term: tm.Scalar) -> tm.Scalar:
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
        size = _float(-c / a) or 0.0
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
        case tm.Elementary("sin" | "cos" as name, (inner,)) if (number := _float(image)) is not None:
            for twelfths in sorted(range(-11, 13), key=abs):
                if abs(getattr(math, name)(twelfths * math.pi / 12) - number) < NEAR:
                    yield inner, tm.Number(Fraction(twelfths, 12)) * pi
