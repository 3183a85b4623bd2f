"""Two letters that a reader could not tell apart are refused; one letter, and letters that differ, are not."""

from __future__ import annotations

import pytest

from symproof import Prop, cyclic, delta, each, eq, index, integer, matrix, natural, norm, prove, real, total, vector
from symproof.errors import NameClash
from symproof.writers.alike import look, refuse_alike

n, k, whole_k = natural("n", at_least=1), index("k"), integer("k")
Z = cyclic(n)
S, T = matrix("S", Z, lambda i, j: delta(i - j - 1)), matrix("S", Z, lambda i, j: delta(i - j))

ALIKE: list[tuple[str, Prop]] = [
    ("braces", eq(real(r"\bar{x}"), real(r"\bar x"))),
    ("a number at the end", eq(real("x1"), real("x_1"))),
    ("a script in braces", eq(real("x_{1}"), real("x_1"))),
    ("a Greek word", real("alpha") <= real(r"\alpha")),
    ("a star", eq(real("w^*"), real(r"w^\star"))),
    ("a free letter where its like is bound", eq(total(k * whole_k, k, 1, n), whole_k * n * (n + 1) / 2)),
    ("a free letter in the range", eq(total(k, k, 1, whole_k), whole_k * (whole_k + 1) / 2)),
    ("a free letter under a quantifier", each(k, k + whole_k >= whole_k, 0, n)),
    ("a matrix and another by that name", eq(S @ T, S)),
    ("a matrix and a number", eq(S[0, 0], real("S"))),
]
APART: list[tuple[str, Prop]] = [
    ("a letter and its bold face", real("w") <= norm(vector(r"\mathbf{w}"))),
    ("two accents", eq(real(r"\bar x"), real(r"\hat x"))),
    ("one letter bound twice", eq(total(k, k, 1, n) + total(k**2, k, 1, n), total(k + k**2, k, 1, n))),
    ("two scripts", real("x_1") <= real("x_{12}")),
    ("one matrix twice", eq(S @ S, S @ S)),
]


@pytest.mark.parametrize("claim", [row[1] for row in ALIKE], ids=[row[0] for row in ALIKE])
def test_letters_that_print_alike_are_refused(claim: Prop) -> None:
    with pytest.raises(NameClash, match=r"print alike, as .* rename one"):
        prove(claim)


@pytest.mark.parametrize("claim", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_letters_that_can_be_told_apart_are_not(claim: Prop) -> None:
    refuse_alike([claim])


def test_a_bound_letter_may_be_one_that_is_free_elsewhere() -> None:
    refuse_alike([whole_k >= 0, eq(total(k, k, 1, n), n * (n + 1) / 2)])


def test_a_look_is_what_tex_prints() -> None:
    assert look(r"\mathbf{w}") == look(r"\mathbf w") != look("w")
    assert look("x_12") == look("x_{12}") != look("x_{1, 2}")
