"""What holds at sight of random terms of matrices holds at points, where hypotheses make determinants, traces or numbers zero.

A normal form that lacks a value where its term has one (0 * 0**-1) would let a range say 0 of what is not.
"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from symproof import adj, det, eq, hadamard, identity, kron, matrix, natural, real, tr
from symproof.evaluation.evaluate import NoValue, Undecided, holds
from symproof.point import MatrixValue, Point
from symproof.statement import Prop, Relation
from symproof.term import ZERO, Matrix, Scalar
from symproof.trusted.facts import Facts

m, n, k, c = natural("m", at_least=1), natural("n"), natural("k"), real("c")
LETTERS = (matrix("C", m), m), (matrix("A", n), n)
C, A = (letter for letter, _ in LETTERS)
GIVEN: tuple[tuple[Prop, ...], ...] = (
    (eq(c, 0),),
    (eq(det(C), 0), eq(det(A), 0)),
    (eq(c, 0), eq(det(C), 0)),
    (eq(tr(C), 0),),
    (eq(C, 0),),
)
ROWS: dict[int, list[tuple[tuple[int, ...], ...]]] = {
    0: [()],
    1: [((0,),), ((1,),), ((-2,),)],
    2: [((0, 0), (0, 0)), ((1, 0), (0, 0)), ((1, 2), (2, 4)), ((0, 1), (0, 0)), ((1, 1), (0, 1)), ((0, 1), (1, 0))],
}


def value(rows: tuple[tuple[int, ...], ...]) -> MatrixValue:
    return MatrixValue(tuple(tuple(map(Fraction, row)) for row in rows))


POINTS = [
    Point({m: Fraction(i), n: Fraction(j), C: value(first), A: value(second), c: Fraction(x), k: Fraction(power)})
    for i in (1, 2)
    for j in (0, 1, 2)
    for first in ROWS[i]
    for second in ROWS[j]
    for x in (0, 1, -1)
    for power in (0, 1)
]


def any_matrix(draw: random.Random, depth: int, letter: Matrix, size: Scalar) -> Matrix:
    if depth == 0:
        return draw.choice([letter, letter, letter.T, identity(size)])
    first, second = (any_matrix(draw, depth - 1, letter, size) for _ in range(2))
    made = (
        adj(first),
        adj(first),
        adj(first),
        first @ second,
        first + second,
        c * first,
        first.T,
        hadamard(first, second),
    )
    return draw.choice([*made, first**k, det(first) * second, first - second])


def any_scalar(draw: random.Random) -> Scalar:
    letter, size = draw.choice(LETTERS)
    first, second = (any_matrix(draw, draw.choice((2, 2, 3)), letter, size) for _ in range(2))
    return draw.choice([tr(first.T @ first), det(first), tr(first), tr(kron(first, second)), det(kron(first, second))])


@pytest.mark.parametrize("seed", range(3))
def test_what_holds_at_sight_holds(seed: int) -> None:
    draw, seen = random.Random(seed), 0
    for _ in range(100):
        given, term = draw.choice(GIVEN), any_scalar(draw)
        facts = Facts(given)
        for kind in ("<=", ">=", "!="):
            claim = Relation(kind, term, ZERO)
            if not facts.evident(claim):
                continue
            for point in draw.sample(POINTS, 30):
                try:
                    if all(holds(fact, point) for fact in given):
                        assert holds(claim, point), (given, claim, point)
                        seen += 1
                except (NoValue, Undecided):
                    continue
    assert seen > 100
