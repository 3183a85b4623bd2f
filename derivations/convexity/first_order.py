r"""A convex function lies above its tangents.

The first-order inequality f(x) + <grad f(x), y - x> <= f(y), from the two-point definition of convexity and the
definition of the gradient alone. Not far from x the function is its tangent up to e times the distance; convexity carries
that to y; and e is any positive number.
"""

from symproof import (
    Chain,
    at,
    calc,
    cite,
    convex,
    derivation,
    differentiable,
    function,
    grad,
    inner,
    norm,
    positive,
    vectors,
)

f = function("f")
x, y = vectors("x y")
d, e = positive("d"), positive("e")

step = y - x
slope = inner(grad(f)(x), step)
s = d / (d + norm(step))  # a part of the step that is not longer than d


@derivation(given=[convex(f), differentiable(f)])
def up_to_a_little() -> Chain:
    """Above the tangent, up to e times the distance: convexity at the part of the step on which f is nearly its tangent."""
    return calc(slope).le(
        f(y) - f(x) + e * norm(step), by=(at(differentiable(f), x, e, d, s * step), at(convex(f), y, x, s))
    )


@derivation(given=[convex(f), differentiable(f)])
def above_the_tangent() -> Chain:
    """Above the tangent: were it below, half of the gap would be an e that is too small."""
    return calc(f(x) + slope).le(f(y), by=at(up_to_a_little, {e: (f(x) + slope - f(y)) / (2 * (1 + norm(step)))}))


@derivation(given=[convex(f), differentiable(f)])
def gradients_are_monotone() -> Chain:
    """The gradient grows along a step: two tangents, added."""
    return calc(inner(grad(f)(x) - grad(f)(y), x - y)).ge(0, by=cite(above_the_tangent))


@derivation(given=[convex(f), differentiable(f)], expect="refuted")
def below_the_tangent() -> Chain:
    """It does not lie below its tangents."""
    return calc(f(x) + slope).ge(f(y))
