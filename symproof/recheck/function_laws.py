"""What properties of a function of vectors say of all x and y, with t = f(x) + <grad f(x), y - x>.

tangent     f convex and differentiable: t <= f(y)
parabola    f c-strongly convex and differentiable: t + (c/2) |y - x|**2 <= f(y)
descent     f c-smooth and differentiable: |f(y) - t| <= (c/2) |y - x|**2
cocoercive  f convex, c-smooth and differentiable: |grad f(x) - grad f(y)|**2 <= 2 c (f(y) - t)
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
}


def function_law(facts: Facts, name: str, f: Node, c: Node | None) -> Step:
    """The law as a fact, where the properties that it needs are facts."""
    require(name in NEEDS, f"there is no law of functions {name}")
    require(f[0] == "Function" and f[2] == "vector" and (c is None) == (name == "tangent"), "the law is not about that")
    for kind in NEEDS[name]:
        need = make("Property", kind, f, c if kind in ("strongly_convex", "smooth") else None)
        require(facts.evident(need), f"the law {name} needs {show(need)}")
    taken = {f[1], *(name_of(letter) for letter in (free(c) if c is not None else ()))}
    x, y = (_letter(letter, taken) for letter in "xy")
    at_x, at_y = (make("GradientAt", f, place) for place in (x, y))
    step, end = minus(y, x), make("Apply", f, y)
    tangent = plus(make("Apply", f, x), make("Inner", at_x, step))
    if c is None:
        body = relation("<=", tangent, end)
    elif name == "cocoercive":
        turn = make("Pow", make("Norm", minus(at_x, at_y)), TWO)
        body = relation("<=", turn, times(times(TWO, c), minus(end, tangent)))
    else:
        bend = times(make("Div", c, TWO), make("Pow", make("Norm", step), TWO))
        sides = (plus(tangent, bend), end) if name == "parabola" else (apply("abs", minus(end, tangent)), bend)
        body = relation("<=", *sides)
    return Step((make("Each", x, make("Each", y, body, None, None), None, None),))


def _letter(name: str, taken: set[str]) -> Node:
    while name in taken:
        name += "'"
    return ("VectorVariable", name)
