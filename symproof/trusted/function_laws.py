"""What properties of functions say beyond their definitions: facts about all points. Trusted.

Each law needs properties of f, with a constant c where they have one, and is a statement for all vectors x, or x and y. That of
the tangent follows from the definitions; the others take a limit or an integral, and are rules for that. Two speak of the points
where f is least.

Source: Nesterov, "Lectures on Convex Optimization", 2018: theorem 1.2.1, lemma 1.2.3, theorems 2.1.2, 2.1.5, 2.1.8 and 2.1.9.
"""

from __future__ import annotations

from symproof import term as tm
from symproof.properties import convex, differentiable, lipschitz, smooth, strongly_convex
from symproof.statement import Each, Implies, Prop, Relation
from symproof.substitution import name_of
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.sum_laws import SumStep


def law_of(name: str, f: tm.Function, c: tm.Scalar | None) -> tuple[tuple[Prop, ...], Prop]:
    """The properties that a law needs, and what it says.

    Raises:
        Rejected: there is no such law.

    >>> from symproof import function
    >>> law_of("tangent", function("f"), None)[1]
    (f(x) + inner(grad(f)(x), y - x) <= f(y) for each y) for each x
    """
    if f.on != "vector" or (c is None) != (name in WITHOUT_CONSTANT):
        raise Rejected(f"the law {name!r} is about a function of vectors, and its constant is {c}")
    x, y, z = (tm.VectorVariable(_unused(letter, f, c)) for letter in "xyz")
    step, at_x, at_y = y - x, tm.GradientAt(f, x), tm.GradientAt(f, y)
    tangent, least = f(x) + tm.Inner(at_x, step), Each(z, Relation("<=", f(x), f(z)))
    body: Prop
    if c is None:
        if name == "stationary":
            return (differentiable(f),), Each(x, Implies(least, Relation("=", at_x, tm.ZeroVector())))
        needs: tuple[Prop, ...] = (convex(f), differentiable(f))
        body = Relation("<=", tangent, f(y))
    elif name == "slope":
        return (lipschitz(f, c), differentiable(f)), Each(x, Relation("<=", tm.Norm(at_x), abs(c)))
    elif name == "growth":
        needs = (strongly_convex(f, c),)
        body = Implies(least, Relation("<=", f(x) + c / 2 * tm.Norm(step) ** 2, f(y)))
    elif name == "parabola":
        needs = (strongly_convex(f, c), differentiable(f))
        body = Relation("<=", tangent + c / 2 * tm.Norm(step) ** 2, f(y))
    elif name == "descent":
        needs = (smooth(f, c), differentiable(f))
        body = Relation("<=", abs(f(y) - tangent), c / 2 * tm.Norm(step) ** 2)
    elif name == "cocoercive":
        needs = (convex(f), smooth(f, c), differentiable(f))
        body = Relation("<=", tm.Norm(at_x - at_y) ** 2, 2 * c * (f(y) - tangent))
    else:
        raise Rejected(f"there is no law of functions {name!r}")
    return needs, Each(x, Each(y, body))


WITHOUT_CONSTANT = ("tangent", "stationary")
LAWS_OF_FUNCTIONS = (*WITHOUT_CONSTANT, "parabola", "growth", "descent", "cocoercive", "slope")


def _unused(name: str, f: tm.Function, c: tm.Scalar | None) -> str:
    taken = {f.name, *(name_of(letter) for letter in (c.free if c is not None else ()))}
    while name in taken:
        name += "'"
    return name


def function_law(facts: Facts, certificate: ct.FunctionLaw) -> SumStep:
    """The law as a fact, where the properties that it needs are among the facts."""
    needs, claim = law_of(certificate.name, certificate.function, certificate.constant)
    for need in needs:
        if not facts.evident(need):
            raise Rejected(f"the law {certificate.name} needs {need}", needs=need)
    return SumStep((claim,))
