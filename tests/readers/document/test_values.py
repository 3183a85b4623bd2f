"""Claims about letters of which hypotheses say what numbers they are."""

from __future__ import annotations

from symproof import eq, rational, real
from symproof.printed import Approx
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.rounding import at_values
from symproof.symbols import derivative
from symproof.term import Elementary

x, y, z = real("x"), real("y"), real("z")
EXP = Elementary("exp", (y,))


def test_letters_that_are_numbers_are_put_in() -> None:
    given = (eq(x, 2), eq(y, 2 * x))

    assert Settler(1.0)(Approx(EXP, "54.598"), given).status == "proved"
    assert Settler(1.0)(Approx(EXP, "54.599"), given).status == "refuted"


def test_letters_that_are_none_stay() -> None:
    """One that is free, one that two hypotheses speak of, one in which something is differentiated that may have no derivative."""
    assert at_values(eq(x + z, 2), (eq(x, 2),)) is None
    assert at_values(eq(x, 2), (eq(x, 2), eq(x, 3))) is None
    assert at_values(eq(derivative(abs(x), x), 0), (eq(x, 0),)) is None
    assert at_values(eq(derivative(Elementary("sqrt", (x,)), x), 0), (eq(x, 0),)) is None


def test_the_derivative_of_a_polynomial_is_worked_out_at_the_values() -> None:
    given = (eq(x, 2), eq(y, x))

    assert (
        Settler(1.0)(
            eq(derivative(x**2 * Elementary("cos", (z,)), x), 4 * Elementary("cos", (y,))), (*given, eq(z, 2))
        ).status
        == "proved"
    )
    assert Settler(1.0)(eq(derivative(x**2, x), Elementary("exp", (y,))), given).status == "refuted"


def test_a_quotient_of_differences_is_an_estimate_of_a_derivative() -> None:
    given = (eq(x, 2), eq(y, rational("0.01")))
    near, far = ((x + y) ** 2 - x**2) / y, ((x + y) ** 2 - x) / y

    assert Settler(1.0)(eq(derivative(x**2, x), near), given).status == "unknown"
    assert Settler(1.0)(eq(derivative(x**2, x), far), given).status == "refuted"
