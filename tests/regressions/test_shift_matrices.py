"""Matrices over Z/n whose entries are 1 where something is said of their places and 0 elsewhere, in words and in braces."""

from __future__ import annotations

import pytest

from tests.document_says import tells

BEFORE = r"All indices are modulo $n$. Let $(C_a)_{ij} = a_{i-j}$ and "
SHIFTS = {
    "words": r"let $S_{ij} = 1$ if $i - j = 1$ and $0$ otherwise.",
    "both": r"let $S_{ij} = 1$ when $i = j + 1$ and $S_{ij} = 0$ otherwise.",
    "congruent": r"let $S_{ij} = 1$ if $i - j \equiv 1 \pmod n$, and $0$ otherwise.",
    "braces": r"$$S_{ij} = \begin{cases} 1 & \text{if } i - j = 1 \\ 0 & \text{otherwise}\end{cases}$$",
    "modulus": r"$$S_{ij} = \begin{cases} 1, & i \equiv j + 1 \pmod n \\ 0, & \text{else.}\end{cases}$$",
}


@pytest.mark.parametrize("shift", SHIFTS.values(), ids=SHIFTS)
def test_a_shift(shift: str) -> None:
    """What stands behind "if" was an equation, and C S = S C was refuted."""
    given = BEFORE + shift + "\n\n"
    tells(given + r"Then $(C_a S)_{ij} = a_{i-j-1}$, $(S C_a)_{ij} = a_{i-1-j}$ and $C_a S = S C_a$.", "ppp")
    tells(given + r"Then $(C_a S)_{ij} = a_{i-j+1}$ and $(S x)_i = x_{i+1}$.", "rr")


def test_other_values_are_no_delta() -> None:
    """An entry that is 2 elsewhere is none, nor is one of which more is said."""
    for shift in (
        r"let $S_{ij} = 1$ if $i - j = 1$ and $2$ otherwise.",
        r"let $S_{ij} = 1$ if $i - j > 1$ and $0$ otherwise.",
    ):
        tells(BEFORE + shift + "\n\n" r"Then $(C_a S)_{ij} = a_{i-j-1}$.", "u")


def test_a_condition_that_begins_with_a_sum() -> None:
    r"""The word of `\text{if } x - 1 > 0` stood beside the x alone."""
    given = r"Let $f(x) = \begin{cases} 1 & \text{if } x - 1 > 0 \\ 0 & \text{otherwise}\end{cases}$. "
    tells(given + r"Then $f(3) = 1$ and $f(1) = 0$. Also $f(0) = 1$.", "ppr")
