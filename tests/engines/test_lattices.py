"""Linear equations between integers, solved over the integers: what is proved, and the neighbour that is false."""

from __future__ import annotations

from itertools import product

import pytest

from symproof import and_, eq, exists, integer, natural
from symproof.engines.integers.lattices import solved
from symproof.statement import Prop
from symproof.term import Variable
from tests.kernel_says import accepts, settled

n, u, v = natural("n"), natural("u"), natural("v")
x, y, q = integer("x"), integer("y"), integer("q")


def congruent(left: Variable, times: int, modulus: int, rest: int) -> Prop:
    return exists(q, eq(times * left, modulus * q + rest))


ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (eq(n, 57), eq(n, 58), [n < 398, congruent(n, 7, 398, 1)]),
    (eq(u + v, 128), eq(u + v, 127), [congruent(u, 14, 100, 46), congruent(v, 14, 100, 46), u < 50, v < 100, v > 50]),
    (n >= 14, n >= 15, [congruent(n, 1, 3, 2), congruent(u, 1, 5, 4), exists(q, eq(n, 10 * q + u))]),
    (and_(eq(x, 3), eq(y, 1)), and_(eq(x, 3), eq(y, 2)), [eq(5 * x - 7 * y, 8), x >= 0, x < 7]),
]


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_bounds_are_rounded_to_what_solves_the_equations(right: Prop, wrong: Prop, given: list[Prop]) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given).status != "proved"


def test_a_wider_bound_leaves_two_values() -> None:
    """57 and 455 solve 7n = 1 modulo 398."""
    verdict = settled(eq(n, 57), [n <= 455, congruent(n, 7, 398, 1)])
    assert verdict.status == "refuted"


@pytest.mark.parametrize("seed", range(6))
def test_solutions_are_those_that_are_there(seed: int) -> None:
    """Each solution in a box is at + along*t for integers t = back*x."""
    rows = [[2 + seed, 3 * seed - 4, 6], [1, seed - 2, -5]][: 1 + seed % 2]
    sides = [seed, 3][: len(rows)]
    letters = [Variable(name, "integer") for name in "abc"]
    found = solved(rows, sides, letters)
    inside = [
        point
        for point in product(range(-6, 7), repeat=3)
        if all(
            sum(a * b for a, b in zip(row, point, strict=True)) == side for row, side in zip(rows, sides, strict=True)
        )
    ]
    assert found is not None or not inside
    for point in inside:
        assert found is not None
        times = [sum(a * b for a, b in zip(line, point, strict=True)) for line in found.back]
        again = [
            at + sum(a * t for a, t in zip(line, times, strict=True))
            for at, line in zip(found.at, found.along, strict=True)
        ]
        assert again == list(point)
