"""What a careless author may write: each mistake is an error of the project's own, with the value and the next move."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from symproof import at, by, column, derivation, matrix, natural, real, ring
from symproof.by import read_by
from symproof.errors import SymproofError
from symproof.statement import Prop

n, x = natural("n"), real("x")


@derivation
def square() -> Prop:
    """A square is not negative."""
    return x**2 >= 0


MISTAKES: list[tuple[str, Callable[[], object], str]] = [
    ("a size for an entry law", lambda: matrix("A", n, n), r"n is no entry law of A; .* matrix\('A', \(n, n\)\)"),  # type: ignore[arg-type]
    ("a size for a column's", lambda: column("c", n, n), r"a matrix of n columns is matrix\('c', \(n, n\)\)"),  # type: ignore[arg-type]
    ("values without their letters", lambda: at(square, 2), r"at\(square, 2\): .* at\(square, \{letter: value\}\)"),
    ("two engines", lambda: read_by([ring, by.telescope]), "a step has one engine"),
]


@pytest.mark.parametrize(("wrong", "message"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_says_what_to_write(wrong: Callable[[], object], message: str) -> None:
    with pytest.raises(SymproofError, match=message):
        wrong()


def test_reasons_may_be_a_list() -> None:
    assert read_by([ring, by.cite(square)]) == read_by((ring, by.cite(square)))
