"""Degrees that an equation or a constraint makes equal, and what an equation says of the cofactor of a letter."""

from __future__ import annotations

import pytest

from symproof import Proved, prove
from tests import kernel_says
from tests.kernel_says import settled

POSITIVE = ("a > 0", "b > 0", "c > 0")

ROWS = (
    # By squares: what is 1 has degree 2, and the target lacks an odd one.
    ("a + b + c >= {}", (*POSITIVE, "a + b + c == 1/a + 1/b + 1/c"), "3", "31/10"),
    ("a*b/c + b*c/a + c*a/b >= {}", (*POSITIVE, "a**2 + b**2 + c**2 == 3"), "3", "31/10"),
    # By a constraint: what is at most 1 is multiplied to what lacks a degree.
    ("a*b + b*c + c*a <= {}", (*POSITIVE, "a**2 + b**2 + c**2 <= 3"), "3", "29/10"),
    # By scaling: the equation, or the order, has terms of three degrees and more.
    ("x + y + z <= {}", ("x >= 0", "y >= 0", "z >= 0", "x**2 + y**2 + z**2 + x*y*z == 4"), "3", "29/10"),
    ("a*b + b*c + c*a <= {}", (*POSITIVE, "a**2*b**2 + b**2*c**2 + c**2*a**2 + a*b + b*c + c*a <= 6"), "3", "29/10"),
    ("a + b + c >= {}", (*POSITIVE, "2*a*b*c + a*b + b*c + c*a >= 1"), "3/2", "8/5"),
    # By means: no power of what is 1 has the degree that is lacking.
    ("a**5/(b + c) + b**5/(c + a) + c**5/(a + b) >= {}", (*POSITIVE, "a*b*c == 1"), "3/2", "8/5"),
    ("a**6/(b + c) + b**6/(c + a) + c**6/(a + b) >= {}", (*POSITIVE, "a*b*c == 1"), "3/2", "8/5"),
    ("1/(a**4*(b + c)) + 1/(b**4*(c + a)) + 1/(c**4*(a + b)) >= {}", (*POSITIVE, "a*b*c == 1"), "3/2", "8/5"),
    ("a**4/(b + c) + b**4/(c + a) + c**4/(a + b) >= {}", (*POSITIVE, "a**2 + b**2 + c**2 == 3"), "3/2", "8/5"),
    (
        "a**2/(b + c) + b**2/(c + d) + c**2/(d + a) + d**2/(a + b) >= {}",
        (*POSITIVE, "d > 0", "a*b*c*d == 1"),
        "2",
        "21/10",
    ),
    # The cofactor of a letter is not 0, or is positive, by an equation.
    (
        "x**2/(x - 1)**2 + y**2/(y - 1)**2 + z**2/(z - 1)**2 >= {}",
        ("x*y*z == 1", "x != 1", "y != 1", "z != 1"),
        "1",
        "2",
    ),
    ("a*b > {}", (*POSITIVE, "a*b*c == a + b + c + 2"), "1", "2"),
    ("a + b + c >= {}*(a*b + b*c + c*a)", (*POSITIVE, "a*b + b*c + c*a + a*b*c == 4"), "1", "11/10"),
    # A denominator of known sign adds nothing to what is known.
    ("1/(a**2 - a + 1) + 1/(b**2 - b + 1) + 1/(c**2 - c + 1) <= {}", (*POSITIVE, "a*b*c == 1"), "3", "29/10"),
)


@pytest.mark.parametrize(("claim", "given", "right", "wrong"), ROWS)
def test_a_claim_and_its_neighbour(claim: str, given: tuple[str, ...], right: str, wrong: str) -> None:
    kernel_says.accepts(prove(claim.format(right), given=given))
    assert not isinstance(settled(claim.format(wrong), given=given, budget=0.3), Proved)


def test_a_cofactor_without_a_sign_is_not_divided_by() -> None:
    """z*(x - y) = x**2 + y**2 says nothing of x - y where x = y = 0."""
    assert not isinstance(settled("x != y", given=["z*(x - y) == x**2 + y**2"], budget=0.3), Proved)


def test_an_even_power_below_is_positive_where_it_is_not_zero() -> None:
    assert isinstance(prove("1/(x - y)**2 > 0", given=["x != y"]), Proved)
    assert not isinstance(settled("1/(x - y)**3 > 0", given=["x != y"], budget=0.3), Proved)
