r"""Derivatives in their usual forms: `\frac{d}{dx} f`, `\frac{df}{dx}`, `\frac{\partial f}{\partial w_1}`, `f'(x)`, `\nabla f`.

A derivative is read only where it is known what depends on what: the letter must occur in what is differentiated. Limits:
first derivatives in one letter; `\partial w_1 / w_1` is no derivative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from symproof import term as tm
from symproof.calculus import differentiate, smooth
from symproof.defined import definedness
from symproof.readers.notation import tree as t
from symproof.readers.resolve.values import Macro, Refused, Value, guarded
from symproof.substitution import substitute

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context


@dataclass(frozen=True, slots=True)
class Form:
    """A quotient that differentiates: what stands above beside the d, and the letter below."""

    body: tuple[t.Node, ...]
    variable: t.Node
    order: int = 1


def derivative_form(node: t.Quotient, context: Context) -> Form | None:
    """What a quotient differentiates, None where it is a quotient of numbers; a `d` that is declared is a letter."""
    if node.how != "frac" or "d" in context.names:
        return None
    bottom = node.bottom
    if not isinstance(bottom, t.Juxtaposed) or not _is_d(bottom.items[0]):
        return None
    top = node.top
    if isinstance(top, t.Juxtaposed) and _is_d(top.items[0]):
        head, body = top.items[0], top.items[1:]
    elif _is_d(top):
        head, body = top, ()
    else:
        return None
    order = 2 if isinstance(head, t.Scripted) else 1
    variable = bottom.items[1] if len(bottom.items) == 2 else bottom
    if isinstance(variable, t.Scripted) and isinstance(variable.sup, t.Number) and order == 2:
        order = int(variable.sup.text) if variable.sup.text.isdigit() else 0
        variable = (
            t.Scripted(variable.start, variable.end, variable.base, variable.sub) if variable.sub else variable.base
        )
    return Form(body, variable, order)


def _is_d(node: t.Node) -> bool:
    match node:
        case t.Name(text="d", style="" | "mathrm" | "mathsf") | t.Name(text=r"\partial"):
            return True
        case t.Scripted(base=base, sub=None, primes=0, sup=t.Number()):
            return _is_d(base)
        case _:
            return False


def derivative(body: Value, variable: Value, node: t.Node, order: int = 1) -> Value:
    """The derivative of a number in a letter, or its gradient in a vector letter."""
    if isinstance(body, tm.Function):
        if isinstance(variable, tm.Variable) and body.on == "real":
            body = body(variable)
        elif isinstance(variable, tm.VectorVariable) and body.on == "vector":
            return tm.GradientAt(body, variable)
    if isinstance(body, Macro):
        body = body.body
    if not isinstance(body, tm.Scalar):
        raise Refused(node, "a derivative of what is no number")
    if not isinstance(variable, (tm.Variable, tm.VectorVariable)):
        raise Refused(node, "a derivative is taken in a letter")
    if body.free and variable not in body.free:
        raise Refused(node, f"it is not known how {body} depends on {variable}")
    if isinstance(variable, tm.VectorVariable):
        if order != 1:
            raise Refused(node, "a second derivative in a vector")
        return guarded(node, lambda: tm.Gradient(body, variable))
    for _ in range(order):
        inner = body
        body = guarded(node, lambda inner=inner: tm.Derivative(inner, variable))
    if order not in (1, 2, 3):
        raise Refused(node, "a derivative of that order")
    return body


def primed(function: Value, arg: Value, primes: int, node: t.Node) -> Value:
    """`f'(x)`: at a letter, the derivative in it."""
    if not isinstance(arg, (tm.Variable, tm.VectorVariable)):
        return _at_point(function, arg, primes, node)
    if isinstance(function, tm.Function):
        on = tm.Variable if function.on == "real" else tm.VectorVariable
        if not isinstance(arg, on):
            raise Refused(node, f"{function.name} is a function on {function.on}s")
        return derivative(function(arg), arg, node, primes) if function.on == "real" else gradient(function, arg, node)
    if isinstance(function, Macro) and len(function.parameters) == 1:
        return derivative(function.at((arg,), node), arg, node, primes)
    raise Refused(node, "a prime on what is no function of one argument")


def _at_point(function: Value, arg: Value, primes: int, node: t.Node) -> Value:
    """`f'(2)` of a function that is defined: its derivative, worked out, at that point."""
    if not isinstance(function, Macro) or len(function.parameters) != 1 or not isinstance(arg, tm.Scalar):
        raise Refused(node, "a derivative at a point that is no letter")
    letter = function.parameters[0]
    if not isinstance(letter, tm.Variable) or not isinstance(function.body, tm.Scalar):
        raise Refused(node, "a derivative at a point of what is no function of a number")
    return _slope(function.body, letter, arg, primes, node)


def _slope(body: tm.Scalar, letter: tm.Variable, arg: tm.Scalar, primes: int, node: t.Node) -> tm.Scalar:
    for _ in range(primes):
        slope = guarded(node, lambda body=body: differentiate(body, letter))
        if not set(smooth(body, letter)) <= set(definedness(slope)):
            raise Refused(node, "a derivative at a point where there may be none")
        body = slope
    return substitute(body, {letter: arg})


def elementary(name: str, arg: tm.Scalar, primes: int, node: t.Node) -> tm.Scalar:
    r"""A row of the table of functions at an argument; with primes, at a letter, its derivative: `\sin'(x)`."""
    value = tm.Elementary(name, (arg,))
    if not primes:
        return value
    if not isinstance(arg, tm.Variable):
        letter = tm.Variable("x")
        return _slope(tm.Elementary(name, (letter,)), letter, arg, primes, node)
    return cast("tm.Scalar", derivative(value, arg, node, primes))


def gradient(function: Value, arg: Value, node: t.Node) -> Value:
    r"""`\nabla f(x)`."""
    if isinstance(function, tm.Function):
        if function.on != "vector" or not isinstance(arg, tm.Vector):
            raise Refused(node, f"the gradient of {function.name} is taken of a function of a vector, at a vector")
        return tm.GradientAt(function, arg)
    if isinstance(function, Macro) and len(function.parameters) == 1 and isinstance(arg, tm.VectorVariable):
        return derivative(function.at((arg,), node), arg, node)
    raise Refused(node, "a gradient of what is no function of a vector")
