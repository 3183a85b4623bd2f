"""What a careless author may write: each mistake is an error of the project's own, with the value and the next move."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from symproof import (
    and_,
    at,
    by,
    check,
    column,
    cyclic,
    from_latex,
    function,
    grad,
    index,
    integer,
    matrix,
    maximum,
    natural,
    prove,
    rational,
    real,
    reals,
    ring,
    sequence,
    trace,
    vector,
)  # fmt: skip
from symproof.by import read_by
from symproof.derivation import Derivation
from symproof.errors import SymproofError
from symproof.statement import Prop

n, x = natural("n"), real("x")


def square_is_not_negative() -> Prop:
    """A square is not negative."""
    return x**2 >= 0


square = Derivation(square_is_not_negative)


MISTAKES: list[tuple[str, Callable[[], object], str]] = [
    ("a size for an entry law", lambda: matrix("A", n, n), r"n is no entry law of A; .* matrix\('A', \(n, n\)\)"),  # type: ignore[arg-type]
    ("a size for a column's", lambda: column("c", n, n), r"a matrix of n columns is matrix\('c', \(n, n\)\)"),  # type: ignore[arg-type]
    ("values without their letters", lambda: at(square, 2), r"at\(square_is_not_negative, 2\): .* \{letter: value\}\)"),
    ("no name", lambda: real(""), "'' is no name"),
    ("a number for a name", lambda: real(1), "1 is no name"),  # type: ignore[arg-type]
    ("two names for one letter", lambda: real("x y"), r"'x y' are several names, .* reals\('x y'\)"),
    ("a pair for one letter", lambda: real("(x, y)"), r"'\(x, y\)' are several names"),
    ("a list of names", lambda: reals(["x", "y"]), r"write them in one text"),  # type: ignore[arg-type]
    ("a letter for the least value", lambda: natural("m", at_least=n), "into a hypothesis, m >= m"),  # type: ignore[arg-type]
    ("no rational number", lambda: rational("1/0"), "'1/0' is no rational number; write"),
    ("no kind of members", lambda: sequence("a", "real"), r"of='real'\): its members are of=real"),  # type: ignore[call-overload]
    ("sequences of functions", lambda: sequence("a", function), r"of=function\): its members are of=real"),  # type: ignore[arg-type]
    ("a start that is no integer", lambda: sequence("a", start=0.5), "starts at an integer"),  # type: ignore[call-overload]
    ("a number for an index set", lambda: index("i", over=n), r"over=n is no index set; write over=cyclic\(n\)"),  # type: ignore[call-overload]
    ("integers modulo 0", lambda: cyclic(0), "need an n >= 1"),
    ("a function on integers", lambda: function("f", on=integer), "on=integer.* on=vector or on=real"),
    ("a word for what a function is on", lambda: function("f", on="vector"), "on='vector'"),  # type: ignore[arg-type]
    ("the gradient of a letter", lambda: grad(x), "x is no function"),  # type: ignore[arg-type]
    ("three places", lambda: matrix("A", n)[1, 2, 3], r"write A\[i, j\]"),  # type: ignore[index]
    ("a power of a vector", lambda: vector("v") ** 2, r"v\*\*2: .* write norm\(v\)\*\*2"),
    ("bars around a vector", lambda: abs(vector("v")), r"write norm\(v\)"),
    ("nothing joined", lambda: and_(), r"and_\(\) joins nothing"),
    ("no time", lambda: prove(x**2 >= 0, budget=-1), "budget=-1 is no number of seconds"),
    ("no declarations", lambda: prove("$x$", where="x"), "where='x' declares nothing"),  # type: ignore[arg-type]
    ("no text", lambda: from_latex(1), "1 is no text"),  # type: ignore[arg-type]
    ("a claim for a derivation", lambda: check(x**2 >= 0), r"a claim is for prove\(...\)"),  # type: ignore[arg-type]
    ("no values", lambda: trace(x**2, x, at=1), "at=1 gives no values"),  # type: ignore[arg-type]
    ("two engines", lambda: read_by([ring, by.telescope]), "a step has one engine"),
]


@pytest.mark.parametrize(("wrong", "message"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_says_what_to_write(wrong: Callable[[], object], message: str) -> None:
    with pytest.raises(SymproofError, match=message):
        wrong()


def test_reasons_may_be_a_list() -> None:
    assert read_by([ring, by.cite(square)]) == read_by((ring, by.cite(square)))


def test_names_may_be_separated_by_commas() -> None:
    assert reals("x, y") == reals("x y")
    assert real(r"\bar x").name == r"\bar x"


def test_the_largest_of_three() -> None:
    assert prove(maximum(x, 1, n) >= n).status == "proved"
    assert prove(maximum(x, 1, n) <= n).status == "refuted"
