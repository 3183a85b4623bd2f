"""What properties of a function of vectors say of all x and y, with t = f(x) + <grad f(x), y - x>.

tangent     f convex and differentiable: t <= f(y)
parabola    f c-strongly convex and differentiable: t + (c/2) |y - x|**2 <= f(y)
descent     f c-smooth and differentiable: |f(y) - t| <= (c/2) |y - x|**2
cocoercive  f convex, c-smooth and differentiable: |grad f(x) - grad f(y)|**2 <= 2 c (f(y) - t)
slope       f c-Lipschitz and differentiable: |grad f(x)| <= |c|
stationary  f differentiable, and f(x) <= f(z) for each z: grad f(x) = 0
growth      f c-strongly convex, and f(x) <= f(z) for each z: f(x) + (c/2) |y - x|**2 <= f(y)
"""

from __future__ import annotations

from .build import make
from .calculus import apply, relation
from .certificates import require
from .facts import Facts
from .sums import Step
from .terms import TWO, Node, free, minus, name_of, plus, show, times

NEEDS = {
    "tangent": ("convex", "differentiable"),
    "parabola": ("strongly_convex", "differentiable"),
    "descent": ("smooth", "differentiable"),
    "cocoercive": ("convex", "smooth", "differentiable"),
    "slope": ("lipschitz", "differentiable"),
    "stationary": ("differentiable",),
    "growth": ("strongly_convex",),
}
BARE = ("convex", "differentiable")
"""The properties without a constant."""


def function_law(facts: Facts, name: str, f: Node, c: Node | None) -> Step:
    """The law as a fact, where the properties that it needs are facts."""
    require(name in NEEDS, f"there is no law of functions {name}")
    fits = (c is None) == all(kind in BARE for kind in NEEDS[name])
    require(f[0] == "Function" and f[2] == "vector" and fits, "the law is not about that")
    for kind in NEEDS[name]:
        need = make("Property", kind, f, None if kind in BARE else c)
        require(facts.evident(need), f"the law {name} needs {show(need)}")
    taken = {f[1], *(name_of(letter) for letter in (free(c) if c is not None else ()))}
    x, y, z = (_letter(letter, taken) for letter in "xyz")
    at_x, at_y = (make("GradientAt", f, place) for place in (x, y))
    step, end = minus(y, x), make("Apply", f, y)
    tangent = plus(make("Apply", f, x), make("Inner", at_x, step))
    least = _each(relation("<=", make("Apply", f, x), make("Apply", f, z)), z)
    if name == "stationary":
        return Step((_each(make("Implies", least, relation("=", at_x, make("ZeroVector"))), x),))
    if name == "slope":
        assert c is not None  # as it fits
        return Step((_each(relation("<=", make("Norm", at_x), apply("abs", c)), x),))
    if c is None:
        body = relation("<=", tangent, end)
    elif name == "cocoercive":
        turn = make("Pow", make("Norm", minus(at_x, at_y)), TWO)
        body = relation("<=", turn, times(times(TWO, c), minus(end, tangent)))
    else:
        bend = times(make("Div", c, TWO), make("Pow", make("Norm", step), TWO))
        below = make("Apply", f, x) if name == "growth" else tangent
        sides = (apply("abs", minus(end, tangent)), bend) if name == "descent" else (plus(below, bend), end)
        body = relation("<=", *sides)
        if name == "growth":
            body = make("Implies", least, body)
    return Step((_each(body, y, x),))


def _each(body: Node, *letters: Node) -> Node:
    for letter in letters:
        body = make("Each", letter, body, None, None)
    return body


def _letter(name: str, taken: set[str]) -> Node:
    while name in taken:
        name += "'"
    return ("VectorVariable", name)
