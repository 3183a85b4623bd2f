"""Claims about letters of which hypotheses say what numbers they are."""

from __future__ import annotations

from symproof import eq, real
from symproof.printed import Approx
from symproof.readers.document.rounding import at_values
from symproof.readers.document.settling import Settler
from symproof.symbols import derivative
from symproof.term import Elementary

x, y, z = real("x"), real("y"), real("z")
EXP = Elementary("exp", (y,))


def test_letters_that_are_numbers_are_put_in() -> None:
    given = (eq(x, 2), eq(y, 2 * x))

    assert Settler(1.0)(Approx(EXP, "54.598"), given).status == "proved"
    assert Settler(1.0)(Approx(EXP, "54.599"), given).status == "refuted"


def test_letters_that_are_none_stay() -> None:
    """One that is free, one that two hypotheses speak of, one in which something is differentiated."""
    assert at_values(eq(x + z, 2), (eq(x, 2),)) is None
    assert at_values(eq(x, 2), (eq(x, 2), eq(x, 3))) is None
    assert at_values(eq(derivative(x**2, x), 4), (eq(x, 2),)) is None
