"""A goal as a problem about polynomials: target >= 0 in coordinates of known sign, with constraints and equations.

A letter x >= 2 becomes the coordinate x - 2 >= 0; where as many linear facts as there are letters span the others (the
sides of a triangle, an order of the letters), they are the coordinates. An equation that is linear in a letter, or a
form that equals a number, is used up: the letter is eliminated, or the target made homogeneous. What this changes is
a multiple of the equation, which is found again by division when the certificate is written.

Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from flint import fmpq, fmpq_mat, fmpq_mpoly, fmpq_mpoly_ctx

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.valued import has_value
from symproof.term import ONE
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient, as_fraction
from symproof.trusted.ranges import Range

MOST_LETTERS = 7
MOST_CONSTRAINTS = 8
MOST_SUBSETS = 80
HIGHEST = 32  # e**(2/125) is a power of e**(1/250): 7,164 of them, once moved, kept FLINT busy for minutes
Powers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A term that stands for a letter of the polynomials; of known sign (by a fact, or at sight), or free."""

    term: tm.Scalar
    nonnegative: bool = False
    strict: bool = False
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Constraint:
    """weight * facts is >= 0 (`strict`: > 0) and equal to `poly`; of an equation it is 0."""

    poly: fmpq_mpoly
    weight: tm.Scalar
    facts: tuple[int, ...] = ()
    strict: bool = False
    before: fmpq_mpoly | None = None

    @property
    def exact(self) -> fmpq_mpoly:
        """What weight * facts is: `before`, where that is `poly` only by the equation that was used up."""
        return self.poly if self.before is None else self.before


@dataclass(frozen=True, slots=True)
class Problem:
    """target >= 0 (`strict`: > 0), and what is known."""

    context: fmpq_mpoly_ctx
    coordinates: tuple[Coordinate, ...]
    target: fmpq_mpoly
    strict: bool
    constraints: tuple[Constraint, ...] = ()
    equations: tuple[Constraint, ...] = ()
    original: fmpq_mpoly | None = None
    """What is to be shown, where that is not the target: times `factor` it is the target, but for a multiple of `used`."""
    factor: tm.Scalar = ONE
    factor_poly: fmpq_mpoly | None = None
    used: Constraint | None = None

    @property
    def is_form(self) -> bool:
        """Whether every polynomial is homogeneous."""
        polys = (self.target, *(c.poly for c in self.constraints), *(c.poly for c in self.equations))
        return all(len({sum(powers) for powers in poly.monoms()}) <= 1 for poly in polys)

    def power(self, number: int, exponent: int) -> tuple[tm.Scalar, tuple[int, ...]]:
        """A power of a coordinate, as a weight of known sign and facts."""
        coordinate = self.coordinates[number]
        if coordinate.fact is None:
            return raised(coordinate.term, exponent), ()
        return ONE, (coordinate.fact,) * exponent  # cheaper to check than a weight that is no monomial

    def written(self, terms: Sequence[tuple[Powers, Fraction]]) -> tm.Scalar:
        """A polynomial in the coordinates as a term."""
        addends = []
        for powers, c in terms:
            factors = [raised(k.term, power) for k, power in zip(self.coordinates, powers, strict=True) if power]
            number = tm.Number(abs(c))
            product = tm.product_of(factors if abs(c) == 1 and factors else [number, *factors])
            addends.append(product if c > 0 else tm.Neg(product))
        return tm.sum_of(addends)


def raised(term: tm.Scalar, power: int) -> tm.Scalar:
    """A power as a term; without an exponent 1, and 1 for an exponent 0."""
    return ONE if power == 0 else term if power == 1 else tm.Pow(term, tm.Number(Fraction(power)))


def short_product(factors: Iterable[tm.Scalar]) -> tm.Scalar:
    """A product, ones left out."""
    return tm.product_of(factor for factor in factors if factor != ONE)


def denominators(term: tm.Term) -> list[tm.Scalar]:
    """The denominators that are written in a term, each as often as it is multiplied."""
    match term:
        case tm.Pow(base, tm.Number(power)) if power in (2, 3, 4):
            return denominators(base) * int(power)
    if term.binders:
        return []
    own = [term.denominator] if isinstance(term, tm.Div) else []
    return own + [each for child in term.children() for each in denominators(child)]


def terms_of(poly: fmpq_mpoly) -> list[tuple[Powers, Fraction]]:
    """The terms of a polynomial."""
    return [(tuple(int(power) for power in powers), as_fraction(c)) for powers, c in poly.to_dict().items()]


def degree_of(poly: fmpq_mpoly) -> int:
    """The highest degree of its terms."""
    return max((sum(map(int, powers)) for powers in poly.monoms()), default=0)


def active(found: Problem, *others: Constraint) -> list[int]:
    """The coordinates that occur, in the problem or in others' constraints."""
    polys = (found.target, *(c.poly for c in (*found.constraints, *found.equations, *others)))
    return [k for k in range(len(found.coordinates)) if any(poly.degrees()[k] for poly in polys)]


# From facts and a value ---------------------------------------------------------------------------


def problem(facts: Facts, value: Quotient, strict: bool) -> Problem | None:
    """What there is to show of a value without denominator, and what the facts say of its letters."""
    normalizer = facts.normalizer
    if value.num.total_degree() > HIGHEST:
        return None
    known = _known(facts, normalizer, value)
    if known is None:
        return None
    numbers, orders, equations = known
    if any(_is_fold(normalizer, number) for number in numbers):
        return None
    back = Readback(normalizer)
    try:
        atoms = [back.atom(number) for number in numbers]
    except LookupError:
        return None
    if not has_value(facts, *atoms):
        return None
    context = fmpq_mpoly_ctx.get([f"y{k}" for k in range(len(numbers))], "degrevlex")
    place = {number: k for k, number in enumerate(numbers)}

    def local(quotient: Quotient) -> fmpq_mpoly:
        table = {}
        for monomial, c in normalizer.ring.numerator_terms(quotient):
            powers = [0] * len(numbers)
            for number, power in monomial:
                powers[place[number]] = power
            table[tuple(powers)] = c
        return context.from_dict(table)

    gens = context.gens()
    coordinates, images, constraints = [], [], []
    for atom, gen in zip(atoms, gens, strict=True):
        coordinate, image, more = _by_range(atom, gen, facts.range(atom))
        coordinates.append(coordinate)
        images.append(image)
        constraints += more

    def moved(poly: fmpq_mpoly) -> fmpq_mpoly:
        return poly.compose(*images, ctx=context) if images else poly

    constraints += [replace(c, poly=moved(local(gap))) for c, gap in orders]
    found = Problem(
        context,
        tuple(coordinates),
        moved(local(value)),
        strict,
        _distinct(c for c in constraints if not is_plain(c.poly, coordinates)),
        (
            *(replace(c, poly=moved(local(gap))) for c, gap in equations),
            *(Constraint(moved(local(gap)), ONE) for gap in identities(normalizer, numbers)),
        ),
    )
    found = spanned(_without_roots(found))
    return replace(found, constraints=found.constraints[:MOST_CONSTRAINTS])


def _distinct(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """One of those that say the same; the strict one, where they differ in that."""
    kept: dict[str, Constraint] = {}
    for c in constraints:
        key = str(c.poly / abs(c.poly.leading_coefficient()))
        if key not in kept or (c.strict and not kept[key].strict):
            kept[key] = c
    return tuple(kept.values())


Gaps = list[tuple[Constraint, Quotient]]


def _known(facts: Facts, normalizer: Normalizer, value: Quotient) -> tuple[list[int], Gaps, Gaps] | None:
    """The atoms of a value and of the facts that speak of them, the orders and the equations among these facts."""
    ring = normalizer.ring
    orders: list[tuple[Constraint, Quotient, set[int]]] = []
    equations: list[tuple[Constraint, Quotient, set[int]]] = []
    nothing = value.num
    for number, fact in enumerate(facts.props):
        if not isinstance(fact, st.Relation) or fact.kind == "!=":
            continue
        if not isinstance(fact.left, tm.Scalar) or not isinstance(fact.right, tm.Scalar):
            continue
        try:
            small, large = (fact.left, fact.right) if fact.kind in ("<", "<=") else (fact.right, fact.left)
            gap = normalizer.difference(large, small)
            weight: tm.Scalar = ONE
            if gap.den is not None:
                bottom = Readback(normalizer).scalar(Quotient(gap.den))
                known = facts.range(bottom)
                if fact.kind != "=" and not known.is_positive and not known.is_negative:
                    continue
                weight = tm.Neg(bottom) if known.is_negative else bottom
                gap = ring.negative(Quotient(gap.num)) if known.is_negative else Quotient(gap.num)
        except (*NOT_NORMAL, LookupError):
            continue
        if gap.num.total_degree() > HIGHEST:
            continue
        own = set(ring.generators(gap))
        own = own.union(*(underneath(normalizer, k) for k in own))
        row = (Constraint(nothing, weight, (number,), fact.kind in ("<", ">")), gap, own)
        if row[2]:
            (equations if fact.kind == "=" else orders).append(row)
    letters = set(ring.generators(value))
    while True:
        more = set().union(*(own for _, _, own in (*orders, *equations) if own & letters), letters)
        for number in list(more):
            more |= set(underneath(normalizer, number))
        if more == letters:
            break
        letters = more
    if len(letters) > MOST_LETTERS:  # only what speaks of the letters of the value
        letters = set(ring.generators(value))
    if not letters or len(letters) > MOST_LETTERS:
        return None
    return (
        sorted(letters),
        [(c, gap) for c, gap, own in orders if own <= letters],
        [(c, gap) for c, gap, own in equations if own <= letters],
    )


def _is_fold(normalizer: Normalizer, number: int) -> bool:
    """Whether an atom is |p|, the root of p**2: its cases are told apart first."""
    match normalizer.atoms[number]:
        case ("root", frozen):
            square = normalizer.ring.thaw(frozen)
            _, factors = normalizer.ring.factors(square)
            return all(power % 2 == 0 for _, power in factors) and bool(factors)
        case _:
            return False


def identities(normalizer: Normalizer, numbers: Sequence[int]) -> list[Quotient]:
    """What is 0 in normal form and says how atoms belong together: sqrt(p)**2 - p, exp(x/2)**2 - exp(x), (x**(1/3))**3 - x,
    and sin(x)**2 + cos(x)**2 - 1."""
    ring = normalizer.ring
    found = []
    for number in numbers:
        exponent, value = normalizer.powers.get(number, (0, None))
        if value is not None and value.den is None and set(ring.generators(value)) <= set(numbers):
            found.append(ring.subtract(ring.power(ring.generator(number), exponent), value))
    return found


def underneath(normalizer: Normalizer, number: int) -> list[int]:
    """The atoms of what a root is the root of."""
    if number not in normalizer.powers or normalizer.atoms[number][:2] == ("function", "cos"):
        return []
    inside = normalizer.ring.generators(normalizer.powers[number][1])
    return [k for k in inside if normalizer.atoms[k][:2] != ("function", "exp")]


def _by_range(atom: tm.Scalar, gen: fmpq_mpoly, known: Range) -> tuple[Coordinate, fmpq_mpoly, list[Constraint]]:
    """The coordinate of an atom, the atom as a polynomial in it, and what else its range says."""
    if known.low is not None:
        low = fmpq(known.low.numerator, known.low.denominator)
        strict = known.low_open or (known.low == 0 and known.nonzero)
        term = atom if known.low == 0 else atom - tm.Number(known.low)
        more = []
        if known.high is not None:
            width = known.high - known.low
            poly = fmpq(width.numerator, width.denominator) - gen
            more.append(Constraint(poly, tm.Number(known.high) - atom, strict=known.high_open))
        return Coordinate(term, True, strict), gen + low, more
    if known.high is not None:
        high = fmpq(known.high.numerator, known.high.denominator)
        return Coordinate(tm.Number(known.high) - atom, True, known.high_open), high - gen, []
    return Coordinate(atom), gen, []


def is_plain(poly: fmpq_mpoly, coordinates: Sequence[Coordinate]) -> bool:
    """Whether a constraint says nothing beyond the signs of the coordinates."""
    for powers, c in poly.terms():
        if c < 0 or any(power and not coordinates[k].nonnegative for k, power in enumerate(powers)):
            return False
    return True


def _without_roots(found: Problem) -> Problem:
    """A letter in which p is linear, with a number before it, replaced by what r = sqrt(p) says of it: r**2 is p in
    normal form."""
    for equation in found.equations:
        for k in range(len(found.coordinates)):
            if equation.facts or int(equation.poly.degrees()[k]) != 1:
                continue
            lead, rest = in_letter(found, equation.poly, k)
            if not lead.is_constant():
                continue
            images = list(found.context.gens())
            images[k] = -rest / lead.leading_coefficient()
            own = found.coordinates[k]
            more = (Constraint(images[k], own.term, (), own.strict),) if own.nonnegative and own.fact is None else ()
            left = tuple(replace(c, nonnegative=False) if j == k else c for j, c in enumerate(found.coordinates))
            rest_of = replace(found, equations=tuple(e for e in found.equations if e is not equation))
            moved = _in(rest_of, left, images)
            new = tuple(c for c in more if not is_plain(c.poly, left))
            return _without_roots(replace(moved, constraints=(*moved.constraints, *new)))
    return found


def in_letter(found: Problem, poly: fmpq_mpoly, k: int) -> tuple[fmpq_mpoly, fmpq_mpoly]:
    """The coefficient of a letter in which a polynomial is linear, and the rest."""
    lead, rest = {}, {}
    for powers, c in poly.terms():
        if powers[k]:
            lead[tuple(0 if j == k else power for j, power in enumerate(powers))] = c
        else:
            rest[tuple(powers)] = c
    return found.context.from_dict(lead), found.context.from_dict(rest)


# Better coordinates -------------------------------------------------------------------------------


def spanned(found: Problem) -> Problem:
    """The problem with linear constraints for coordinates, where all others are sums of multiples of them."""
    size = len(found.coordinates)
    gens = found.context.gens()
    used = active(found)
    forms: list[tuple[Coordinate, fmpq_mpoly]] = [
        (found.coordinates[k], gens[k]) for k in range(size) if found.coordinates[k].nonnegative or k not in used
    ]
    linear = [c for c in found.constraints if degree_of(c.poly) == 1]
    if not linear or len(used) > 4:
        return found
    for c in linear:
        term = found.written(terms_of(c.poly)) if c.facts else c.weight
        forms.append((Coordinate(term, True, c.strict, c.facts[0] if c.facts and c.weight == ONE else None), c.poly))
    if len(forms) < size or any(c.facts and c.weight != ONE for c in linear):
        return found
    rows = [_affine(poly, size) for _, poly in forms]
    one = [fmpq(1)] + [fmpq(0)] * size
    for chosen in list(combinations(range(len(forms)), size))[:MOST_SUBSETS]:
        matrix = fmpq_mat([one, *(rows[k] for k in chosen)])
        if matrix.det() == 0:
            continue
        inverse = matrix.inv()
        others = [(fmpq_mat([rows[k]]) * inverse).table()[0] for k in range(len(forms)) if k not in chosen]
        if all(c >= 0 for row in others for c in row):
            # x_k = sum over the new coordinates: row k + 1 of the inverse of (x in terms of the new ones)
            table = inverse.table()
            images = [
                table[k + 1][0] + sum((table[k + 1][j + 1] * gens[j] for j in range(size)), found.context.constant(0))
                for k in range(size)
            ]
            return _in(found, tuple(forms[k][0] for k in chosen), images)
    return found


def _affine(poly: fmpq_mpoly, size: int) -> list[fmpq]:
    """The constant and the coefficients of a linear polynomial."""
    table = poly.to_dict()
    units = [tuple(int(j == k) for j in range(size)) for k in range(size)]
    return [fmpq(table.get((0,) * size, 0)), *(fmpq(table.get(unit, 0)) for unit in units)]


def _in(found: Problem, coordinates: tuple[Coordinate, ...], images: Sequence[fmpq_mpoly]) -> Problem:
    def moved(poly: fmpq_mpoly) -> fmpq_mpoly:
        return poly.compose(*images, ctx=found.context)

    constraints = tuple(replace(c, poly=moved(c.poly)) for c in found.constraints)
    return replace(
        found,
        coordinates=coordinates,
        target=moved(found.target),
        constraints=tuple(c for c in constraints if not is_plain(c.poly, coordinates)),
        equations=tuple(replace(c, poly=moved(c.poly)) for c in found.equations),
    )
