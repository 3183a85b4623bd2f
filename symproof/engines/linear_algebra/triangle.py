"""The triangle inequality: claims that are linear in norms of combinations of vectors, in every dimension.

One linear programme asks for everything at once: multipliers for the facts, and for each norm |w| that must be bounded
from above, numbers c with w = sum c_i v_i over the vectors of the other norms, so that |w| <= sum |c_i| |v_i|. Every
consequence that is linear in norms is of this form. The kernel is given each such inequality and adds up. Where coefficients
are letters >= 0, their multiples of facts and of vectors take part: |a u + b v| <= a |u| + b |v|.

Source: HOL Light's NORM_ARITH (Harrison; after Solovay, Arthan and Harrison, "Some new results on decidability for
elementary algebra and geometry", 2012). Limits: `MOST_NORMS` norms; numbers as coefficients.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import combinations_with_replacement

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import gaps, oriented
from symproof.engines.polynomials.linear import Equation, solve
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations, flip, is_atom, orient
from symproof.engines.search import Search, Step, closed, state
from symproof.engines.stated import Stated
from symproof.evaluation.exact import exact_root
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Linear, Normalizer
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction

MOST_NORMS, MOST_WEIGHTS = 10, 4
ZERO = Fraction(0)
Direction = dict[tuple[int, Monomial], Fraction]
"""A vector over the vector atoms times monomials."""


def triangle(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between scalars, or an equation as two, by the triangle inequality."""
    if not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    if goal.kind == "=":
        if not goal.mentions(tm.Norm):
            return None
        below = triangle(search, facts, st.Relation("<=", goal.left, goal.right))
        above = None if below is None else triangle(search, facts, st.Relation(">=", goal.left, goal.right))
        return None if below is None or above is None else ct.Between(below, above)
    ends = oriented(goal)
    if ends is None or not any(prop.mentions(tm.Norm) for prop in (goal, *facts.props)):
        return None
    bounds = Stated(facts)
    for bound in dict.fromkeys(_of_extrema(goal)):
        if bound not in facts.props:
            bounds.add(bound, linear(search, bounds.facts, bound))
    if bounds:
        return bounds.then(triangle(search, bounds.facts, goal))
    try:
        found = _Programme(facts, facts.normalizer, *ends, ()).solved()
        if found is not None:
            return found
        stated, extended = flip(facts)
        stated += (more := _solved_for_letters(extended))
        extended = extended.extended(prop for prop, _ in more) if more else extended
        rewrites = orient(extended)
        found = _Programme(extended, rewriting(extended, rewrites), *ends, rewrites).solved() if rewrites else None
        weights = _weights(facts, goal) if found is None else []
        for weight in weights:  # what stands for it is >= 0 too, which the length of a multiple asks for
            written = Readback(facts.normalizer).scalar(rewriting(extended, rewrites).scalar(weight))
            sign = st.Relation(">=", written, tm.ZERO)
            if not extended.evident(sign) and (proof := linear(search, extended, sign)) is not None:
                stated.append((sign, proof))
                extended = extended.extended([sign])
        if weights:
            found = _Programme(extended, rewriting(extended, rewrites), *ends, rewrites, weights).solved()
        return state(stated, found)
    except (*NOT_NORMAL, LookupError):
        return None


def _of_extrema(goal: st.Relation) -> Iterator[st.Relation]:
    """What lies below a largest of several, and above a smallest."""
    for part in goal.subterms():
        match part:
            case tm.Elementary("max" | "min" as name, args):
                yield from (st.Relation("<=" if name == "max" else ">=", arg, part) for arg in args)


def _weights(facts: Facts, goal: st.Relation) -> list[tm.Scalar]:
    """The letters a >= 0 with which vectors of the goal are multiplied, also in gradients, and 1 - a where that is >= 0 too."""
    scales = [part.factor for part in goal.subterms() if isinstance(part, tm.Scale)]
    bodies = [part.body for part in goal.subterms() if isinstance(part, tm.Gradient)]
    letters = sorted({x for part in (*scales, *bodies) for x in part.free if isinstance(x, tm.Variable)}, key=str)
    found = [weight for x in letters for weight in (x, ONE - x)]
    return [weight for weight in found if facts.evident(st.Relation(">=", weight, tm.ZERO))][:MOST_WEIGHTS]


def _solved_for_letters(facts: Facts) -> list[Step]:
    """Linear equations like a + b = 1, solved for one of their letters."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    found: list[Step] = []
    for number, fact in equations(facts, vectors=False):
        sides = fact.left, fact.right
        if not all(isinstance(side, tm.Scalar) for side in sides) or any(map(is_atom, sides)):
            continue
        gap = normalizer.difference(*sides)  # type: ignore[arg-type]  # as was asked above
        terms = dict(ring.numerator_terms(gap)) if gap.den is None else {}
        for monomial, c in terms.items():
            match [normalizer.atoms[atom] for atom, _ in monomial]:
                case [("letter", tm.Variable() as letter)] if monomial[0][1] == 1 and not tm.is_integer(letter):
                    own = ring.scale(ring.generator(monomial[0][0]), c)
                    rest = ring.scale(ring.subtract(own, gap), 1 / c)
                    if monomial[0][0] not in ring.generators(rest):
                        turned = st.Relation("=", letter, Readback(normalizer).scalar(rest))
                        piece = ct.Piece(tm.Number(1 / as_fraction(c)), (number,))
                        found.append((turned, ct.Combination((piece,))))
                        break
    return found


@dataclass(frozen=True, slots=True)
class _Term:
    """Something >= 0 (0, where `free`), as a piece and as a normal form."""

    weight: tm.Scalar
    facts: tuple[int, ...]
    value: Quotient
    strict: bool = False
    free: bool = False


class _Programme:
    """large - small >= 0 as a sum of facts, of norms, and of triangle inequalities between them."""

    def __init__(
        self,
        facts: Facts,
        normalizer: Normalizer,
        small: tm.Scalar,
        large: tm.Scalar,
        strict: bool,
        rewrites: tuple[int, ...],
        weights: Sequence[tm.Scalar] = (),
    ) -> None:
        self.facts, self.normalizer, self.rewrites, self.strict = facts, normalizer, rewrites, strict
        self.value = normalizer.difference(large, small)
        self.terms = [_Term(ONE, (), normalizer.ring.constant(1), strict=True), *self._facts()]
        found: dict[int, None] = {}
        for value in (self.value, *(term.value for term in self.terms)):
            found.update(dict.fromkeys(normalizer.ring.generators(value)))
        vectors = {number: vector for number in found if (vector := length_of(normalizer, number)) is not None}
        self.norms = dict(list(vectors.items())[:MOST_NORMS])
        self.lengths = {number: normalizer.ring.generator(number) for number in self.norms}
        for vector in list(self.norms.values()):  # |c v| is |c| |v|, which is no norm of its own
            for atom, c in vector.items() if len(vector) > 1 else ():
                if normalizer.ring.as_constant(c) is None:
                    number = -1 - len(self.norms)
                    self.norms[number] = {atom: c}
                    self.lengths[number] = normalizer.norm({atom: c})
        back = Readback(normalizer)
        self.written = {number: back.vector(vector) for number, vector in self.norms.items()}
        self._multiply(weights)
        for number in found:
            if number in vectors:
                self.terms.append(_Term(tm.Norm(back.vector(vectors[number])), (), normalizer.ring.generator(number)))
            elif normalizer.atom_sign(number) > 0:
                self.terms.append(_Term(back.atom(number), (), normalizer.ring.generator(number)))

    def _multiply(self, weights: Sequence[tm.Scalar]) -> None:
        """Facts, and the vectors whose coefficients are numbers, times weights >= 0."""
        ring = self.normalizer.ring
        facts, vectors = [term for term in self.terms if term.facts], list(self.norms.items())
        for weight in weights:
            factor, positive = self.normalizer.scalar(weight), self.facts.evident(st.Relation(">", weight, tm.ZERO))
            for term in facts:
                value = self.normalizer.reduce(ring.multiply(term.value, factor))
                self.terms.append(_Term(weight, term.facts, value, term.strict and positive, term.free))
            for own, vector in vectors:
                if all(ring.as_constant(c) is not None for c in vector.values()):
                    number = -1 - len(self.norms)
                    self.norms[number] = {atom: ring.multiply(factor, c) for atom, c in vector.items()}
                    self.written[number] = tm.Scale(weight, self.written[own])
                    self.lengths[number] = self.normalizer.scalar(tm.Norm(self.written[number]))

    def _facts(self) -> Iterator[_Term]:
        for number, fact, gap in gaps(self.facts, self.normalizer):
            if gap.den is None:
                yield _Term(ONE, (number,), gap, fact.kind in ("<", ">"))
        for number, fact in equations(self.facts, vectors=False):
            assert isinstance(fact.left, tm.Scalar) and isinstance(fact.right, tm.Scalar)  # by the filter
            gap = self.normalizer.difference(fact.left, fact.right)
            if number not in self.rewrites and gap.den is None and not self.normalizer.ring.is_zero(gap):
                yield _Term(ONE, (number,), gap, free=True)

    def solved(self) -> Certificate | None:
        """A certificate, where there is one of this form."""
        if self.value.den is not None or not self.norms:
            return None
        directions = {number: _direction(self.normalizer, vector) for number, vector in self.norms.items()}
        useful = {number: direction for number, direction in directions.items() if direction is not None}
        columns = len(self.terms)
        rows: dict[object, dict[int, Fraction]] = {}
        right: dict[object, Fraction] = {}
        for column, term in enumerate(self.terms):
            for monomial, c in self.normalizer.ring.numerator_terms(term.value):
                rows.setdefault(monomial, {})[column] = as_fraction(c)
        of_triangle: dict[int, int] = {}  # the column of |w| for each w, after which come those of its parts
        parts: dict[tuple[int, int], int] = {}
        for w, target in useful.items():
            if w < 0:
                continue
            of_triangle[w] = columns
            rows.setdefault(((w, 1),), {})[columns] = Fraction(-1)
            for place, share in target.items():
                rows.setdefault((w, place), {})[columns] = -share
            columns += 1
            for v, direction in useful.items():
                if v == w or not _connected(direction, useful, target):
                    continue
                parts[w, v] = columns
                for sign in (1, -1):
                    for monomial, c in self.normalizer.ring.numerator_terms(self.lengths[v]):
                        rows.setdefault(monomial, {})[columns] = as_fraction(c)
                    for place, share in direction.items():
                        rows.setdefault((w, place), {})[columns] = sign * share
                    columns += 1
        for monomial, c in self.normalizer.ring.numerator_terms(self.value):
            right[monomial] = as_fraction(c)
            if monomial not in rows:
                return None
        found = self._multipliers(rows, right, columns)
        return None if found is None else self._certificate(found, of_triangle, parts)

    def _multipliers(
        self, rows: dict[object, dict[int, Fraction]], right: dict[object, Fraction], columns: int
    ) -> list[Fraction] | None:
        free = [column for column, term in enumerate(self.terms) if term.free]
        if not self.strict:
            return solve([(row, right.get(key, ZERO)) for key, row in rows.items()], columns, free)
        for key, wanted in right.items():  # mu times the goal, the strict multipliers adding up to 1
            rows[key][columns] = -wanted
        system: list[Equation] = [(row, ZERO) for row in rows.values()]
        system.append(({column: Fraction(1) for column, term in enumerate(self.terms) if term.strict}, Fraction(1)))
        found = solve(system, columns + 1, free)
        if found is None or (found[columns] == 0 and right):
            return None
        ratio = found[columns] if right else Fraction(1)
        return [k / ratio for k in found[:columns]]

    def _certificate(
        self, found: list[Fraction], of_triangle: dict[int, int], parts: dict[tuple[int, int], int]
    ) -> Certificate | None:
        pieces = [
            ct.Piece(_scaled(found[column], term.weight), term.facts)
            for column, term in enumerate(self.terms)
            if found[column]
        ]
        wraps: list[Callable[[Certificate], Certificate]] = []
        for w, column in of_triangle.items():
            total = found[column]
            used = {v: (found[first], found[first + 1]) for (owner, v), first in parts.items() if owner == w}
            used = {v: pair for v, pair in used.items() if any(pair)}
            if total:
                summands = tuple(
                    (tm.Number((plus - minus) / total), self.written[v])
                    for v, (plus, minus) in used.items()
                    if plus != minus
                )
                if not all(map(self.facts.evident, (c for _, v in summands for c in definedness(v)))):
                    return None
                wraps.append(partial(ct.Triangle, summands))
                pieces.append(ct.Piece(tm.Number(total), (len(self.facts.props) + len(wraps) - 1,)))
            for v, (plus, minus) in used.items():
                extra = plus + minus - (abs(plus - minus) if total else ZERO)
                if extra:
                    pieces.append(ct.Piece(_scaled(extra, tm.Norm(self.written[v])), ()))
        proof: Certificate = ct.Combination(tuple(pieces), self.rewrites)
        return closed(wraps, proof)


def _scaled(factor: Fraction, weight: tm.Scalar) -> tm.Scalar:
    if weight == ONE:
        return tm.Number(factor)
    return weight if factor == 1 else tm.Number(factor) * weight


def length_of(normalizer: Normalizer, number: int) -> Linear | None:
    """The vector of which an atom is the norm."""
    if number in normalizer.lengths:
        return normalizer.lengths[number]
    key = normalizer.atoms[number]
    return _vector_of(normalizer, normalizer.ring.thaw(key[1])) if key[0] == "root" else None


def _vector_of(normalizer: Normalizer, square: Quotient) -> Linear | None:
    """The sum of c_i v_i whose square is a sum of inner products, as of the last term of a sum of norms."""
    ring = normalizer.ring
    products: dict[tuple[int, int], Fraction] = {}
    for monomial, value in ring.numerator_terms(square) if square.den is None else ():
        match [(normalizer.atoms[number], power) for number, power in monomial]:
            case [(("inner", i, j), 1)]:
                products[i, j] = as_fraction(value)
            case _:
                return None
    first = next((i for i, j in products if i == j), None)
    own = Fraction(0) if first is None else products[first, first]
    lead = exact_root(own, 2) if own > 0 else None
    if first is None or lead is None:
        return None
    shares = {
        j if i == first else i: c / lead / (1 if i == j else 2) for (i, j), c in products.items() if first in (i, j)
    }
    for i, j in combinations_with_replacement(sorted(shares), 2):
        c = shares[i] * shares[j] * (1 if i == j else 2)
        if products.pop((i, j), products.pop((j, i), ZERO)) != c:
            return None
    return None if products else {i: ring.constant(c) for i, c in shares.items()}


def _direction(normalizer: Normalizer, vector: Linear) -> Direction | None:
    """A vector whose coefficients are polynomials, by its atoms and monomials."""
    found: Direction = {}
    for atom, value in vector.items():
        if value.den is not None:
            return None
        for monomial, c in normalizer.ring.numerator_terms(value):
            found[atom, monomial] = as_fraction(c)
    return found


def _connected(direction: Direction, useful: dict[int, Direction], target: Direction) -> bool:
    """Whether a vector may take part in a combination for another one: they share a place through others."""
    reached = set(target)
    while True:
        more = {place for other in useful.values() if not reached.isdisjoint(other) for place in other} - reached
        if not more:
            return not reached.isdisjoint(direction)
        reached |= more
