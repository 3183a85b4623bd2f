"""0**n with a symbolic exponent broke the normal form: a monomial was taken out of the polynomial 0, which has none.

Nothing false was proved; the tool ended with an internal error, also on (x - x)**n.
"""

from __future__ import annotations

from symproof import eq, natural, prove, real

x, n = real("x"), natural("n")


def test_zero_to_a_natural_power_is_not_zero() -> None:
    """0**0 is 1."""
    verdict = prove(eq((x - x) ** n, 0))

    assert verdict.status == "refuted"
    assert verdict.point is not None and verdict.point.values[n] == 0


def test_zero_to_a_positive_power_is_zero() -> None:
    assert prove(eq((x - x) ** (n + 1), 0)).status == "proved"
    assert prove(eq((x - x) ** n, 0), given=[n >= 1]).status == "proved"
