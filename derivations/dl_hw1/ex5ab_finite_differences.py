r"""Exercise 5a and 5b: partial derivatives by forward differences.

Two functions of two numbers, their values at (1, 2), and the quotients of differences with the
step 0.01. The digits claimed of a value are those of its true value; a quotient of two printed numbers is arithmetic on
what is printed, and a claim of its own.
"""

from symproof import Prop, Scalar, approx, derivation, eq, exp, rational, sigma, sin
from symproof.term import ScalarLike

step = rational("0.01")


def f1(a: ScalarLike, b: ScalarLike) -> Scalar:
    """The first function."""
    return exp(exp(a) + exp(2 * b)) + sin(exp(a) + exp(2 * b))


def f2(a: ScalarLike, b: ScalarLike) -> Scalar:
    """The second function."""
    return a * b + sigma(a)


@derivation
def first_value() -> Prop:
    """5a: the first function at (1, 2)."""
    return approx(f1(1, 2), "7.802e24")


@derivation
def second_value() -> Prop:
    """5a: the second function at (1, 2)."""
    return approx(f2(1, 2), "2.731")


@derivation(expect="refuted")
def moved_in_w1_as_printed() -> Prop:
    """5b: the first function, a step further in the first variable, as the answer prints it."""
    return approx(f1(1 + step, 2), "8.012e24")


@derivation
def moved_in_w1() -> Prop:
    """5b: the first function, a step further in the first variable."""
    return approx(f1(1 + step, 2), "8.018e24")


@derivation(expect="refuted")
def quotient_in_w1_as_printed() -> Prop:
    """5b: the quotient of the printed numbers, as the answer has it.

    The number given is near the quotient of the true values; the printed values do not lead to it.
    """
    return eq((rational("8.012e24") - rational("7.802e24")) / step, rational("2.162e25"))


@derivation
def quotient_of_the_printed_numbers() -> Prop:
    """5b: what the printed numbers give."""
    return eq((rational("8.012e24") - rational("7.802e24")) / step, rational("2.1e25"))


@derivation
def quotient_of_the_corrected_numbers() -> Prop:
    """5b: what they give once the slip in the first of them is mended."""
    return eq((rational("8.018e24") - rational("7.802e24")) / step, rational("2.16e25"))


@derivation
def quotient_in_w1() -> Prop:
    """5b: the quotient of the true values, rounded once, at the end."""
    return approx(1 / step * (f1(1 + step, 2) - f1(1, 2)), "2.161e25")


@derivation
def moved_in_w2() -> Prop:
    """5b: the first function, a step further in the second variable."""
    return approx(f1(1, 2 + step), "2.351e25")


@derivation
def quotient_of_the_printed_numbers_in_w2() -> Prop:
    """5b: its quotient, from the printed numbers."""
    return approx((rational("2.351e25") - rational("7.802e24")) / step, "1.571e27")


@derivation
def quotient_in_w2() -> Prop:
    """5b: the quotient of the true values has the same digits."""
    return approx(1 / step * (f1(1, 2 + step) - f1(1, 2)), "1.571e27")


@derivation
def second_moved_in_w1() -> Prop:
    """5b: the second function, a step further in the first variable."""
    return approx(f2(1 + step, 2), "2.753")


@derivation
def second_quotient_in_w1() -> Prop:
    """5b: its quotient, from the printed numbers."""
    return eq((rational("2.753") - rational("2.731")) / step, rational("2.2"))


@derivation
def second_moved_in_w2() -> Prop:
    """5b: the second function, a step further in the second variable."""
    return approx(f2(1, 2 + step), "2.741")


@derivation
def second_quotient_in_w2() -> Prop:
    """5b: its quotient, from the printed numbers; from the true ones it is 1 as well, without rounding."""
    return eq((rational("2.741") - rational("2.731")) / step, 1)


@derivation
def second_true_quotient_in_w2() -> Prop:
    """5b: the second function is linear in the second variable, so that its quotient is no approximation."""
    return eq((f2(1, 2 + step) - f2(1, 2)) / step, 1)
