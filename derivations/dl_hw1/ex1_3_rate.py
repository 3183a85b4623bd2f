r"""Exercise 1.3g: the rate in the order of T.

The bound $B \rho / \sqrt{T}$, which holds after every number of steps, is of the order $1/\sqrt{T}$, and its
constant is $B \rho$.
"""

from symproof import Chain, Prop, big_o, calc, derivation, each, natural, nonnegative, positive, sequence, sqrt

B, rho = positive("B"), positive(r"\rho")
T = natural("T", at_least=1)
gap = sequence("g", of=nonnegative)  # how far the average iterate is above the minimum, after T steps

eta = sqrt(B**2 / (rho**2 * T))


@derivation
def best_step_size() -> Chain:
    """1.3e: the step size makes the two terms of the bound equal, and their sum is exact."""
    return calc(B**2 / (2 * eta * T) + eta * rho**2 / 2).eq(B * rho / sqrt(T))


@derivation(given=[each(T, gap[T] <= B * rho / sqrt(T), 1)])
def rate() -> Prop:
    """1.3g: the rate is of the order of the inverse root of the number of steps."""
    return big_o(gap[T], 1 / sqrt(T), T)
