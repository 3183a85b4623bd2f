r"""Exercise 5c and 5d: automatic differentiation by hand.

Two functions of $w_1$ and $w_2$ are taken apart into elementary operations, and their partial derivatives at
(1, 2) are found along the way: forwards, one input at a time, and backwards, both inputs at once. The slips are those
of a real solution; each stands beside what it should have been.
"""

from symproof import (
    Chain,
    Prop,
    Trace,
    and_,
    approx,
    calc,
    cos,
    derivation,
    derivative,
    eq,
    exp,
    reals,
    sigma,
    sin,
    trace,
)

w1, w2 = reals("w_1 w_2")
at = {w1: 1, w2: 2}
here = [eq(letter, value) for letter, value in at.items()]

s = exp(w1) + exp(2 * w2)
f1 = exp(s) + sin(s)
f2 = w1 * w2 + sigma(w1)

# The lines of the solution's own list for f1. It copies w3, w4 and w5 for the second branch; here a letter is used twice.
w3, w4, w5, w6, w10, w11 = reals("w_3 w_4 w_5 w_6 w_10 w_11")
list1 = trace(
    f1, w1, w2, lines={w3: exp(w1), w4: exp(2 * w2), w5: w3 + w4, w6: exp(w5), w10: sin(w5), w11: w6 + w10}, at=at
)
x1, x2, x3 = reals("x_1 x_2 x_3")
list2 = trace(f2, w1, w2, lines={x1: w1 * w2, x2: sigma(w1), x3: x1 + x2}, at=at)


# 5c: forward mode ---------------------------------------------------------------------------------


@derivation
def forward_f1_w1() -> Trace:
    """Forward mode for the first function, in its first input."""
    return list1.forward(w1)


@derivation
def forward_f1_w2() -> Trace:
    """Forward mode for the first function, in its second input."""
    return list1.forward(w2)


@derivation
def partial_f1_w1() -> Chain:
    """The first partial derivative of the first function, as the solution writes it."""
    return calc(derivative(f1, w1)).eq(cos(s) * exp(w1) + exp(w1) * exp(s))


@derivation
def partial_f1_w2() -> Chain:
    """The second partial derivative of the first function, as the solution writes it."""
    return calc(derivative(f1, w2)).eq(2 * exp(2 * w2) * cos(s) + 2 * exp(2 * w2) * exp(s))


@derivation
def partial_f2_w1() -> Chain:
    """The first partial derivative of the second function."""
    return calc(derivative(f2, w1)).eq(w2 + sigma(w1) * (1 - sigma(w1)))


@derivation(given=here)
def partial_f2_w2() -> Chain:
    """Its second partial derivative is the first input, which is 1."""
    return calc(derivative(f2, w2)).eq(w1).eq(1)


@derivation
def forward_f2_w1() -> Trace:
    """Forward mode for the second function, in its first input."""
    return list2.forward(w1)


@derivation
def forward_f2_w2() -> Trace:
    """Forward mode for the second function, in its second input."""
    return list2.forward(w2)


# 5d: reverse mode ---------------------------------------------------------------------------------


@derivation
def reverse_f1() -> Trace:
    """Reverse mode for the first function: both partial derivatives in one sweep."""
    return list1.reverse()


@derivation
def reverse_f2() -> Trace:
    """Reverse mode for the second function."""
    return list2.reverse()


@derivation
def elementary_operations() -> Trace:
    """The first function with one elementary operation a line.

    The doubling inside of the second exponential is an operation of its own here; the list is found, not given.
    """
    return trace(f1, w1, w2, name="v", at=at).reverse()


# What the solution has otherwise ------------------------------------------------------------------


@derivation(expect="refuted")
def product_for_sum() -> Prop:
    """The first function restated with a product.

    Before it goes backwards the solution writes the first function once more, and the first term has become the product of
    two exponentials. The exponential is taken of their sum.
    """
    return eq(f1, exp(w1) * exp(2 * w2) + sin(s))


@derivation
def product_for_sum_corrected() -> Prop:
    """The first term is the exponential of a sum; it is no product of exponentials of the inputs, but of their exponentials."""
    return eq(f1, exp(exp(w1)) * exp(exp(2 * w2)) + sin(s))


@derivation(expect="refuted")
def exponentials_added() -> Prop:
    """A product of exponentials taken for their sum.

    At (1, 2) the product of the exponentials is set equal to their sum. The number that is then used, 57.3164, is that of
    the sum, which is what the line should say.
    """
    return eq(exp(1) * exp(4), exp(1) + exp(4))


@derivation(given=here)
def exponentials_added_corrected() -> Prop:
    """The line is the sum, and 57.3164 its value."""
    return and_(eq(s, exp(1) + exp(4)), approx(s, "57.3164"))


@derivation(expect="refuted")
def line_five() -> Prop:
    """A line of the list set equal to a sine.

    The letter of the sum is equated with a sum of exponentials of exponentials, and that with the sine of the sum: three
    different lines of the list in one equation.
    """
    return eq(exp(exp(2 * w2)) + exp(exp(w1)), sin(exp(w1) + exp(2 * w2)))


@derivation(given=[eq(w3, exp(w1)), eq(w4, exp(2 * w2)), eq(w5, w3 + w4)])
def line_five_corrected() -> Chain:
    """The lines one by one: the fifth is the sum of two others, and the sine is taken of it."""
    return calc(sin(w5)).eq(sin(w3 + w4)).eq(sin(exp(w1) + exp(2 * w2)))


@derivation(expect="refuted")
def cosine_of_the_sine() -> Trace:
    """The adjoint of the sum with the cosine taken of the sine.

    The derivative of the sine is the cosine at the same place, which is the sum, 57.3164. The solution puts in the value of
    the sine, 0.6945.
    """
    return list1.reverse({w5: exp(w5) + cos(sin(w5))})


@derivation
def cosine_of_the_sine_corrected() -> Prop:
    """The adjoint of the sum: the cosine is taken of the sum itself."""
    return eq(derivative(exp(w5) + sin(w5), w5), exp(w5) + cos(w5))


@derivation(expect="refuted")
def adjoint_of_w2() -> Prop:
    """The adjoint of the second input through the wrong line.

    What comes to the second input by way of the sine is written with the exponential of the first input, which does not
    depend on the second at all.
    """
    return eq(derivative(sin(s), w2), cos(s) * exp(w1))


@derivation
def adjoint_of_w2_corrected() -> Prop:
    """It comes by the exponential of twice the second input, and brings its derivative, with the factor 2."""
    return eq(derivative(sin(s), w2), 2 * cos(s) * exp(2 * w2))


@derivation(expect="refuted")
def first_term_of_f2() -> Prop:
    """The first term of the derivative of the second function.

    The product contributes the other factor, which is 2 at (1, 2); the solution has the 1 of the first input, and yet
    the right number.
    """
    return approx(1 + sigma(1) * (1 - sigma(1)), "2.2")


@derivation(given=here)
def first_term_of_f2_corrected() -> Prop:
    """The first term is the value of the second input."""
    slope = 2 + sigma(1) * (1 - sigma(1))
    return and_(eq(derivative(f2, w1), slope), approx(slope, "2.2"))
