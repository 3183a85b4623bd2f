r"""Hessians of functions of which nothing is given: `\nabla^2 f(z)`, `[\nabla^2 f(x_k)]^{-1}`, `\lambda_{\max}(\nabla^2 f(x))`.

Such a Hessian H is known by what it makes of a vector v: the gradient of v.T H v / 2, a function of its own that is named by the
place. Nothing says that it is linear, so that less is proved, and it is never taken to refute a line
(`dependence.is_unknown_rate`). Limits: functions of a vector; one inverse, no sums of places.
"""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dyads import ANY, Dyads
from symproof.readers.resolve.opaque import PLACE, in_place
from symproof.readers.resolve.values import Refused, Value
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

HESSIAN = "\u2207\u00b2"
MINUS_ONE = t.Add(0, 0, (("-", t.Number(0, 0, "1")),))


def unknown_hessian(names: Names, function: tm.Function, args: tuple[Value, ...], node: t.Node) -> Dyads:
    """The Hessian of a function of a vector at a place, or as it is named without one."""
    if function.on != "vector" or len(args) > 1 or not all(isinstance(each, tm.Vector) for each in args):
        raise Refused(node, f"the Hessian of {function.name} is taken of a function of a vector, at a vector")
    names.note(f"the Hessian of {function.name} is known by what it makes of a vector, and nothing else is")
    bound = {letter for scope in names.bound for letter in scope.values()}
    free = sorted((letter for each in args for letter in each.free), key=str)
    if bound.intersection(free) - {each for each in free if tm.is_integer_letter(each)}:
        raise Refused(node, "a Hessian at what depends on the letter of an integral")
    places = [each for each in free if isinstance(each, tm.Variable) and tm.is_integer_letter(each)]
    name = f"{HESSIAN}{function.name}({', '.join(plain(each) for each in args)})"
    for count, place in enumerate(places, 1):
        name = in_place(name, place.name, PLACE * count)
    return _map(name, places)


def inverse(value: Dyads, sup: t.Node, node: t.Node) -> Dyads:
    """The inverse of the Hessian of a function that is not given.

    Raises:
        Refused: any other map, and another exponent than -1.
    """
    match value.image:
        case tm.GradientAt(tm.Function(name=name), at) if name.startswith(HESSIAN) and sup == MINUS_ONE:
            made = tm.GradientAt(tm.Function(f"({name})^-1", "vector"), at)
            return Dyads(made, made)
    raise Refused(node, "only a square or a cube of outer products is read")


def named(value: Dyads) -> str:
    """How the Hessian of a function that is not given is named; "" of any other map."""
    match value.image:
        case tm.GradientAt(tm.Function(name=name), at) if name.startswith(HESSIAN) and at == ANY:
            return name
    return ""


def _map(name: str, places: list[tm.Variable]) -> Dyads:
    sides = [place * tm.VectorVariable("\u03b9" + "'" * count) for count, place in enumerate(places)]
    image = tm.GradientAt(tm.Function(name, "vector"), reduce(add, sides, ANY))
    return Dyads(image, image)
