"""Sums of squares with rational certificates: target = sum generator * (weighted squares) + sum cofactor * equation.

A semidefinite solver proposes Gram matrices, as far from singular as they can be. Where they are singular (the target
has zeros), the squares are restricted to what vanishes there: at known zeros, then at what the solver's matrices take
to zero, guessed to be rational. Then the floats are rounded, the equations solved exactly for as many entries
as there are equations, and L D L^T says over Q whether the matrices are still semidefinite.

Untrusted: the kernel adds the squares up again.

Source: Parrilo, 2003; Peyrl and Parrilo, "Computing sum of squares decompositions with rational coefficients", 2008;
Monniaux and Corbineau, "On the generation of Positivstellensatz witnesses in degenerate cases", 2011.
Limits: `LARGEST` and `MOST_UNKNOWNS`; zeros whose span is not rational.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from math import gcd, lcm

from flint import fmpq, fmpq_mat

from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.monomials import Powers, half_bases, low_monomials, sign_classes
from symproof.engines.polynomials.rounding import Exact, System, pivots, rounded

Poly = Mapping[Powers, Fraction]

LARGEST = 48
"""The most rows of a Gram matrix."""
MOST_UNKNOWNS = 4000
MOST_EQUATIONS = 700
ROUNDS, PATIENCE = 5, 1.5
GRACE = 1.5
"""Seconds that the worker has beyond the solver's own limit: it may have to be started again."""
WARM_UP = 8.0


@dataclass(frozen=True, slots=True)
class Square:
    """weight * generator * base**2, the weight > 0."""

    generator: int
    weight: Fraction
    base: Poly


@dataclass(frozen=True, slots=True)
class Block:
    """A generator times squares of combinations of `basis`; each of `rows` is one combination, with integers."""

    generator: int
    basis: tuple[Powers, ...]
    rows: tuple[Mapping[int, int], ...]


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Squares, and the cofactor of each equation."""

    squares: tuple[Square, ...]
    cofactors: tuple[Poly, ...]


def decompose(
    target: Poly,
    generators: Sequence[Poly],
    equations: Sequence[Poly] = (),
    *,
    constants: Iterable[int] = (),
    zeros: Sequence[Sequence[Fraction]] = (),
    degree: int = 0,
    seconds: float = 2.0,
) -> Decomposition | None:
    """Squares and cofactors that add up to the target, or None.

    The generators with the numbers `constants` are taken with numbers only, not with squares of polynomials, and one
    of them with a number > 0. At `zeros` the target is zero, the equations hold, and no generator is negative.
    """
    deadline = Deadline.now().after(seconds).within(seconds, PATIENCE)
    fixed = frozenset(constants)
    degree = max(degree, _degree(target))
    blocks = _blocks(target, generators, equations, fixed, degree)
    cofactors = [low_monomials(target, equation, degree, (target, *generators, *equations)) for equation in equations]
    blocks = [b for block in blocks if (b := _vanishing(block, generators[block.generator], zeros)).rows]
    for _ in range(ROUNDS):
        if deadline.left() <= 0.05 or (fixed and not any(block.generator in fixed for block in blocks)):
            return None
        if any(len(block.rows) > LARGEST for block in blocks):
            return None
        system = _system(target, generators, equations, blocks, cofactors)
        if system is None:
            return None
        places = pivots(system)
        if places is None:
            return None
        proposal = _propose(
            system, places[0], [len(block.rows) for block in blocks], sum(map(len, cofactors)), deadline
        )
        if proposal is None:
            return None
        least, numbers, kernels = proposal
        if least > 1e-9:
            needed = [k for k, block in enumerate(blocks) if block.generator in fixed]
            exact = rounded(system, places, numbers, [len(block.rows) for block in blocks], needed, deadline)
            if exact is not None:
                return _written(exact, blocks, cofactors)
        if least < -1e-4:
            return None
        reduced = [_without(block, kernel) for block, kernel in zip(blocks, kernels, strict=True)]
        if any(block is None for block in reduced):
            return None
        smaller = [block for block in reduced if block is not None and block.rows]
        if sum(len(block.rows) for block in smaller) == sum(len(block.rows) for block in blocks):
            return None
        blocks = smaller
    return None


def _degree(poly: Poly) -> int:
    return max((sum(powers) for powers in poly), default=0)


# Which squares ------------------------------------------------------------------------------------


def _blocks(
    target: Poly, generators: Sequence[Poly], equations: Sequence[Poly], fixed: frozenset[int], degree: int
) -> list[Block]:
    bases = half_bases(target, generators, degree, fixed, is_tight=not equations)
    classes = sign_classes((target, *generators, *equations))
    found = []
    for number, basis in enumerate(bases):
        split: dict[tuple[int, ...], list[Powers]] = {}
        for powers in basis:
            split.setdefault(classes(powers), []).append(powers)
        for part in split.values():
            found.append(Block(number, tuple(part), tuple({k: 1} for k in range(len(part)))))
    return found


def _vanishing(block: Block, generator: Poly, zeros: Sequence[Sequence[Fraction]]) -> Block:
    """The squares that vanish at the zeros at which the generator does not."""
    conditions = []
    for point in zeros:
        if evaluate(generator, point) != 0:
            conditions.append(monomials_at(block.basis, point))
    return _restricted(block, conditions) if conditions else block


def monomials_at(basis: Sequence[Powers], point: Sequence[Fraction]) -> list[fmpq]:
    """The values of monomials at a point."""
    exact = [fmpq(x.numerator, x.denominator) for x in point]
    values = []
    for powers in basis:
        value = fmpq(1)
        for x, power in zip(exact, powers, strict=True):
            if power:
                value *= x**power
        values.append(value)
    return values


def _without(block: Block, kernel: Sequence[Sequence[float]]) -> Block | None:
    """The block without what its matrix takes to zero; None where that is not seen to be rational."""
    if not kernel:
        return block
    rows = []
    for vector in kernel:
        exact = [Fraction(x).limit_denominator(24) for x in vector]
        if any(abs(float(q) - x) > 2e-3 * max(1.0, abs(x)) for q, x in zip(exact, vector, strict=True)):
            return None
        rows.append([fmpq(q.numerator, q.denominator) for q in exact])
    return _restricted(block, rows)


def _restricted(block: Block, conditions: list[list[fmpq]]) -> Block:
    """The combinations on which every condition, a linear form in the rows, is zero."""
    kept = []
    for combination in _null_space(conditions, len(block.rows)):
        row: dict[int, fmpq] = {}
        for k, c in combination.items():
            for place, number in block.rows[k].items():
                row[place] = row.get(place, fmpq(0)) + c * number
        scale = lcm(*(int(c.q) for c in row.values()))
        whole = {place: int((c * scale).p) for place, c in row.items() if c}
        common = gcd(*whole.values())
        kept.append({place: c // common for place, c in whole.items()})
    return replace(block, rows=tuple(kept))


def _null_space(conditions: list[list[fmpq]], size: int) -> list[dict[int, fmpq]]:
    """A basis of what all conditions take to zero, each with one of the first unknowns that are free."""
    reduced, rank = fmpq_mat([row[::-1] for row in conditions]).rref()
    solved: dict[int, int] = {}  # unknown: its row
    for row in range(rank):
        column = next(k for k in range(size) if reduced[row, k])
        solved[size - 1 - column] = row
    found = []
    for k in range(size):
        if k not in solved:
            others = {pivot: -reduced[row, size - 1 - k] for pivot, row in solved.items()}
            found.append({k: fmpq(1), **{pivot: c for pivot, c in others.items() if c}})
    return found


def evaluate(poly: Poly, point: Sequence[Fraction]) -> Fraction:
    """The value of a polynomial."""
    total = Fraction(0)
    for powers, c in poly.items():
        for x, power in zip(point, powers, strict=True):
            if power:
                c = c * x**power
        total += c
    return total


# The linear system --------------------------------------------------------------------------------


def _system(
    target: Poly,
    generators: Sequence[Poly],
    equations: Sequence[Poly],
    blocks: Sequence[Block],
    cofactors: Sequence[Sequence[Powers]],
) -> System | None:
    whole = [_whole(generator) for generator in generators]
    rows: dict[Powers, dict[int, int]] = {}
    unknown = 0
    for block in blocks:
        terms = whole[block.generator]
        for j, right in enumerate(block.rows):
            for i in range(j + 1):
                factor = 1 if i == j else 2
                for a, p in block.rows[i].items():
                    for b, q in right.items():
                        product = tuple(x + y for x, y in zip(block.basis[a], block.basis[b], strict=True))
                        for powers, c in terms:
                            row = rows.setdefault(tuple(x + y for x, y in zip(product, powers, strict=True)), {})
                            row[unknown] = row.get(unknown, 0) + factor * p * q * c
                unknown += 1
    if unknown > MOST_UNKNOWNS or len(rows) > MOST_EQUATIONS:
        return None
    for equation, monomials in zip(equations, cofactors, strict=True):
        terms = _whole(equation)
        for monomial in monomials:
            for powers, c in terms:
                row = rows.setdefault(tuple(x + y for x, y in zip(monomial, powers, strict=True)), {})
                row[unknown] = row.get(unknown, 0) + c
            unknown += 1
    if any(powers not in rows for powers in target):
        return None
    scale = lcm(*(c.denominator for c in target.values()))
    values = {powers: int(c * scale) for powers, c in target.items()}
    kept = [(powers, {k: c for k, c in row.items() if c}) for powers, row in rows.items()]
    if any(not row and values.get(powers) for powers, row in kept):
        return None
    kept = [(powers, row) for powers, row in kept if row]
    return System(tuple(row for _, row in kept), tuple(values.get(powers, 0) for powers, _ in kept), unknown, scale)


def _whole(poly: Poly) -> list[tuple[Powers, int]]:
    """The terms of a polynomial whose coefficients are integers."""
    return [(powers, int(c)) for powers, c in poly.items()]


def _propose(
    system: System, independent: list[int], sizes: list[int], free: int, deadline: Deadline
) -> tuple[float, list[float], list[list[list[float]]]] | None:
    """The least eigenvalue, the unknowns in order, and what each matrix takes to zero."""
    from symproof.doors.worker import shared_worker  # a process is started only where one is needed

    largest = float(max(map(abs, system.right), default=1)) or 1.0
    rows = [
        ([(k, float(c)) for k, c in system.rows[number].items()], system.right[number] / largest)
        for number in independent
    ]
    seconds = max(0.1, deadline.clock_left())
    outcome = shared_worker().run(semidefinite, (sizes, free, rows, seconds), seconds + GRACE)
    if outcome.status != "done" or outcome.value is None:
        return None
    least, matrices, others, kernels = outcome.value
    numbers = [largest * square[i][j] for square in matrices for j in range(len(square)) for i in range(j + 1)]
    return least, numbers + [largest * x for x in others], kernels


@cache
def warm_up() -> None:
    """Open the door once, so that its start is not on the clock of a search."""
    from symproof.doors.worker import shared_worker

    shared_worker().run(semidefinite, ([1], 0, [([(0, 1.0)], 1.0)], 1.0), WARM_UP)


def semidefinite(
    sizes: list[int], free: int, rows: list[tuple[list[tuple[int, float]], float]], seconds: float
) -> tuple[float, list[list[list[float]]], list[float], list[list[list[float]]]] | None:
    """`doors.sdp.propose`; runs in the worker process, where the door may be opened."""
    from symproof.doors.sdp import propose

    found = propose(sizes, free, rows, seconds)
    return None if found is None else (found.least, found.matrices, found.free, found.kernels)


def _written(exact: Exact, blocks: Sequence[Block], cofactors: Sequence[Sequence[Powers]]) -> Decomposition:
    squares = []
    for block, parts in zip(blocks, exact.squares, strict=True):
        for weight, vector in parts:
            base: dict[Powers, Fraction] = {}
            for c, row in zip(vector, block.rows, strict=True):
                if c:
                    for place, number in row.items():
                        powers = block.basis[place]
                        base[powers] = base.get(powers, Fraction(0)) + c * number
            base = {powers: c for powers, c in base.items() if c}
            scale = Fraction(gcd(*(c.numerator for c in base.values())), lcm(*(c.denominator for c in base.values())))
            squares.append(
                Square(block.generator, weight * scale**2, {powers: c / scale for powers, c in base.items()})
            )
    free = iter(exact.free)
    return Decomposition(
        tuple(squares), tuple({powers: c for powers in monomials if (c := next(free))} for monomials in cofactors)
    )
