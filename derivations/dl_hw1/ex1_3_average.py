r"""Exercise 1.3: the average iterate and its rate.

For a convex function the average of T steps comes within $B \rho/\sqrt{T}$ of any point at distance B, when the
gradients are no longer than rho and the step size is chosen for T.
"""

from derivations.convexity.first_order import above_the_tangent, f
from derivations.dl_hw1.ex1_2_regret import T, energy, eta, regret_bound, t, u, update, v, w
from symproof import (
    Chain,
    Prop,
    Scalar,
    calc,
    cite,
    convex,
    derivation,
    differentiable,
    each,
    eq,
    grad,
    induction,
    inner,
    natural,
    norm,
    positive,
    sqrt,
    total,
)

B, rho = positive("B"), positive(r"\rho")
S = natural("S", at_least=1)

mean = total(w[t], t, 1, T) / T
gap = f(mean) - f(u)
bound = norm(u) ** 2 / (2 * eta) + energy

descent = [convex(f), differentiable(f), each(t, eq(v[t], grad(f)(w[t]))), update, eq(w[1], 0)]
bounded = [norm(u) <= B, each(t, norm(v[t]) <= rho), eq(eta, sqrt(B**2 / (rho**2 * T)))]


@derivation(given=[convex(f), T >= 1])
def jensen() -> Chain:
    """The value at the average is at most the average of the values."""
    return calc(f(mean)).le(total(f(w[t]), t, 1, T) / T, by=induction(T))


@derivation(given=[convex(f), differentiable(f)])
def one_gap() -> Chain:
    """What one step is above the competitor, the gradient bounds."""
    return calc(f(w[t]) - f(u)).le(inner(w[t] - u, grad(f)(w[t])), by=cite(above_the_tangent))


@derivation(given=[T >= 1])
def average_of_the_gaps() -> Chain:
    """A constant is its own average."""
    return calc(total(f(w[t]), t, 1, T) / T - f(u)).eq(total(f(w[t]) - f(u), t, 1, T) / T)


@derivation(given=[*descent, eta > 0, T >= 1])
def rate() -> Chain:
    """Jensen, the tangents and the regret bound, one after the other."""
    return (
        calc(gap)
        .le(total(f(w[t]), t, 1, T) / T - f(u), by=cite(jensen))
        .eq(total(f(w[t]) - f(u), t, 1, T) / T, by=cite(average_of_the_gaps))
        .le(total(inner(w[t] - u, grad(f)(w[t])), t, 1, T) / T, by=cite(one_gap))
        .eq(total(inner(w[t] - u, v[t]), t, 1, T) / T)
        .le(bound / T, by=cite(regret_bound))
    )


@derivation(given=[*bounded, eta > 0, T >= 1])
def tuned() -> Chain:
    """The step size that balances the two terms of the bound."""
    return (
        calc(bound / T)
        .le((B**2 / (2 * eta) + energy) / T, note="the competitor is no longer than B")
        .le((B**2 / (2 * eta) + eta / 2 * total(rho**2, t, 1, T)) / T, note="nor any gradient than rho")
        .eq(B**2 / (2 * eta * T) + eta * rho**2 / 2)
        .eq(B * rho / sqrt(T))
    )


@derivation(given=[*descent, *bounded, T >= 1])
def convergence() -> Chain:
    """The rate, with its constant."""
    return calc(gap).le(bound / T, by=cite(rate)).le(B * rho / sqrt(T), by=cite(tuned))


@derivation(given=[*descent, *bounded, T >= 1])
def three_times_too_weak() -> Chain:
    r"""With a factor 3 it holds as well, but the line above gives $B \rho/\sqrt{T}$ already."""
    return calc(gap).le(B * rho / sqrt(T), by=cite(convergence)).le(3 * B * rho / sqrt(T))


def gap_after(steps: Scalar) -> Scalar:
    """The gap of the average of some steps."""
    return f(total(w[t], t, 1, steps) / steps) - f(u)


@derivation(given=[*descent, eta > 0, T >= 1], expect="refuted")
def proportional_to_the_rate() -> Prop:
    r"""An upper bound is no proportionality: the gap times $\sqrt{T}$ is not one constant for all T."""
    return eq(gap_after(T) * sqrt(T), gap_after(S) * sqrt(S))
