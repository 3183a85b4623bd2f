r"""Exercise 5c: the numbers of the forward trace, and of the partial derivatives.

The values of the intermediate results at $w_1 = 1$, $w_2 = 2$, and of the four partial derivatives
there. What is claimed of a number is that the true value rounds to its digits.
"""

from symproof import Prop, and_, approx, cos, derivation, eq, exp, rational, real, sigma, sin

w1, w2 = real("w_1"), real("w_2")
here = [eq(w1, 1), eq(w2, 2)]

w3, w4 = exp(w1), exp(2 * w2)
w5 = w3 + w4
w6, w10 = exp(w5), sin(w5)

slope_in_w1 = cos(w5) * w3 + w3 * w6
slope_in_w2 = 2 * w4 * cos(w5) + 2 * w4 * w6


@derivation(given=here)
def trace_values() -> Prop:
    """5c: the intermediate results whose digits are right."""
    return and_(
        approx(w3, "2.718"),
        approx(w5, "57.316"),
        approx(w6, "7.802e24"),
        approx(w10, "0.6945"),
        approx(w10 + w6, "7.802e24"),
    )


@derivation(given=here, expect="refuted")
def w4_as_printed() -> Prop:
    """5c: the fourth, as the answer prints it."""
    return approx(w4, "54.599")


@derivation(given=here)
def w4_value() -> Prop:
    """5c: the fourth."""
    return approx(w4, "54.598")


@derivation(given=here)
def slope_in_w1_value() -> Prop:
    """5c: the first function's derivative in the first variable."""
    return approx(slope_in_w1, "2.12e25")


@derivation(given=here, expect="refuted")
def slope_in_w2_as_printed() -> Prop:
    """5c: its derivative in the second variable, as the answer prints it."""
    return approx(slope_in_w2, "8.516e26")


@derivation(given=here)
def slope_in_w2_value() -> Prop:
    """5c: its derivative in the second variable."""
    return approx(slope_in_w2, "8.520e26")


@derivation(given=here)
def where_the_slip_comes_from() -> Prop:
    """5c: the printed digits are those of the same formula with the exponent rounded first.

    An error of 0.0004 in the exponent is a relative error of 0.0004 in the result, which is four in the last digit.
    """
    rounded = rational("57.316")
    return approx(2 * w4 * cos(rounded) + 2 * w4 * exp(rounded), "8.516e26")


@derivation(given=here)
def second_slope_in_w1_value() -> Prop:
    """5c: the second function's derivative in the first variable."""
    slope = w2 + sigma(w1) * (1 - sigma(w1))
    return and_(approx(slope, "2.2"), approx(slope, "2.197"))


@derivation(given=here)
def second_slope_in_w2_value() -> Prop:
    """5c: its derivative in the second variable is the first variable."""
    return eq(w1, 1)
