r"""Derivatives in their usual forms: `\frac{d}{dx} f`, `\frac{df}{dx}`, `\frac{\partial f}{\partial w_1}`, `dy/dx`,
`\partial y / x`, `f'(x)`, `\nabla f`; at a point `f'(2)`, `\frac{\partial f(1, 2)}{\partial w_1}`, `\left. ... \right|_{x = 2}`.

A derivative is read only where it is known what depends on what: the letter must occur in what is differentiated, at once or
through the definitions in force. Where nothing says so, it is a letter of its own. Limits: in one letter, up to the third.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.dependence import (
    RATES,
    arguments,
    expanded,
    in_terms_of,
    inputs,
    is_unknown_rate,
    meanings,
    meanings_beside,
    rate_name,
    through,
)
from symproof.readers.resolve.members import partial_in
from symproof.readers.resolve.names import canonical, script
from symproof.readers.resolve.opaque import PLACE
from symproof.readers.resolve.shapes import side_by_side
from symproof.readers.resolve.slopes import MOST_PRIMES, unknown_at, worked_out
from symproof.readers.resolve.unworked import rate
from symproof.readers.resolve.values import Macro, Refused, Value, guarded
from symproof.statement import Prop, both_ways, is_equation
from symproof.substitution import rebuild

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context
    from symproof.readers.resolve.letters import Names


@dataclass(frozen=True, slots=True)
class Form:
    """A quotient that differentiates: what stands above beside the d, the letter below, and whether others stay fixed."""

    body: tuple[t.Node, ...]
    variable: t.Node
    order: int = 1
    partial: bool = False
    outer: t.Node | None = None
    """The letter in which the derivative is differentiated again, the x of a mixed derivative in x and y."""


def derivative_form(node: t.Quotient, context: Context) -> Form | None:
    """What a quotient differentiates, None where it is one of numbers: an upright `d` is no letter, another one if declared."""
    top, bottom = node.top, node.bottom
    items = top.items if isinstance(top, t.Juxtaposed) else (top,)
    head, body = items[0], items[1:]
    declared = "d" in context.names and "d" not in context.inferred
    upright = _is_partial(head) or (isinstance(head, t.Name) and head.style in ("mathrm", "mathsf"))
    if not _is_d(head) or (declared and not upright):
        return None
    partial = _is_partial(head)
    if node.how != "frac" and not _is_one(body):
        return None
    if not isinstance(bottom, t.Juxtaposed) or not _is_d(bottom.items[0]):
        named = isinstance(bottom, (t.Name, t.Scripted)) and not (isinstance(bottom, t.Scripted) and bottom.sup)
        return (
            Form(body, bottom, 1, partial) if partial and body and named and head == t.Name(0, 0, r"\partial") else None
        )
    below = bottom.items[1:]
    mixed = (
        len(below) == 3 and _is_partial(below[1]) and isinstance(head, t.Scripted) and head.sup == t.Number(0, 0, "2")
    )
    if node.how != "frac" and len(below) != 1 and not (mixed and body):
        if body or not below:
            return None
        body, below = below[1:], below[:1]  # d/dx (x^2)
    order = 2 if isinstance(head, t.Scripted) else 1
    if mixed:
        return Form(body, below[2], 1, partial, below[0])
    variable = below[0] if len(below) == 1 else bottom
    if isinstance(variable, t.Scripted) and isinstance(variable.sup, t.Number) and order == 2:
        order = int(variable.sup.text) if variable.sup.text.isdigit() else 0
        variable = (
            t.Scripted(variable.start, variable.end, variable.base, variable.sub) if variable.sub else variable.base
        )
    return Form(body, variable, order, partial)


def partial_of(names: Names, node: t.Scripted) -> tuple[Macro, tm.Term] | None:
    """The function and the letter of `f_x` after `f(x, y) = ...`; of `f_{xy}` the derivative of f in x, and y; None of anything
    else."""
    found = names.symbol(canonical(node.base))
    if not isinstance(found, Macro) or len(found.parameters) < 2 or node.sub is None or node.primes:
        return None
    labels = [script(each) for each in side_by_side(node.sub)]
    letters = [next((each for each in found.parameters if str(each) == label), None) for label in labels]
    *first, last = letters
    if last is None or not all(isinstance(each, tm.Variable) for each in first):
        return None
    for letter in first:
        assert isinstance(letter, tm.Variable)
        found = replace(found, body=worked_out(found.body, letter, node), written=None)
    return found, last


def _is_d(node: t.Node) -> bool:
    match node:
        case t.Name(text="d", style="" | "mathrm" | "mathsf") | t.Name(text=r"\partial"):
            return True
        case t.Scripted(base=base, sub=None, primes=0, sup=t.Number()):
            return _is_d(base)
        case _:
            return False


def _is_one(body: tuple[t.Node, ...]) -> bool:
    """Whether what stands before a slash is one thing, or a function at its arguments."""
    return len(body) < 2 or (
        len(body) == 2 and isinstance(body[1], t.Fence) and isinstance(body[0], (t.Name, t.Scripted))
    )


def _is_partial(node: t.Node) -> bool:
    return (node.base if isinstance(node, t.Scripted) else node) == t.Name(0, 0, r"\partial")


def derivative(
    names: Names, body: Value, variable: Value, node: t.Node, order: int = 1, *, partial: bool = False
) -> Value:
    """The derivative of a number in a letter, or its gradient in a letter for a vector, a column or a matrix."""
    shown = body
    if isinstance(body, tm.Function):
        if isinstance(variable, tm.Variable) and body.on == "real":
            body = body(variable)
        elif isinstance(variable, tm.VectorVariable) and body.on == "vector":
            return tm.GradientAt(body, variable)
        elif isinstance(variable, tm.Variable):
            return _unknown(names, shown, variable, node, order, partial=partial)
    if isinstance(body, Undefined):
        return _unknown(names, tm.Variable(body.name), variable, node, order, partial=partial)
    if isinstance(body, Macro):
        body = body.written if body.written is not None and variable in body.written.free else body.body
    if not isinstance(body, tm.Scalar):
        raise Refused(node, "a derivative of what is no number")
    if isinstance(variable, tm.ScalarAt) and order in (1, 2):
        for _ in range(order):
            body = partial_in(names, body, variable, node)
        return body
    if isinstance(variable, tm.Apply) and PLACE in variable.function.name and order == 1:
        return rate(names, body, variable, node)
    if isinstance(variable, tm.Entry) and isinstance(variable.matrix, tm.MatrixVariable) and order == 1:
        slope = derivative(names, body, variable.matrix, node, partial=partial)
        return guarded(node, lambda: slope[variable.row, variable.column])
    if not isinstance(variable, (tm.Variable, tm.VectorVariable, tm.MatrixVariable)):
        raise Refused(node, "a derivative is taken in a letter")
    if not 1 <= order <= MOST_PRIMES:
        raise Refused(node, "a derivative of that order")
    body = _with_definitions(names, body, variable, node, partial=partial)
    if not partial and isinstance(variable, tm.Variable) and (moving := _moving(names, body, variable)):
        return _along(names, body, variable, moving, node, order)
    if body.mentions(tm.Product) and (spread := _logarithms_of_products(body)) != body:
        names.note("the logarithm of a product is the sum of the logarithms, where these have values")
        body = spread
    if body.mentions(tm.Floor):
        raise Refused(node, "a derivative of a whole part, for which there is no rule")
    if any(map(is_unknown_rate, body.free)):
        raise Refused(node, "a derivative of a derivative of which nothing is known")
    for each in sorted(body.free, key=str):
        below = getattr(each, "name", "").rpartition("_")[2].strip("{}")
        if each != variable and below == variable.name:  # w_lambda, differentiated in lambda
            raise Refused(node, f"it is not known how {each} depends on {variable}")
    if isinstance(body, tm.Apply) and body.arg == variable and isinstance(variable, tm.Variable):
        return tm.Function(body.function.name + "'" * order, "real")(variable)
    if variable not in body.free and not _stays_fixed(names, body, variable, partial=partial):
        if body.free or isinstance(shown, Macro):
            return _unknown(names, shown, variable, node, order, partial=partial)
    if isinstance(variable, (tm.VectorVariable, tm.MatrixVariable)):
        if order != 1:
            raise Refused(node, "a second derivative in a vector")
        return guarded(node, lambda: symbols.gradient(body, variable))
    if unknown_at(body, variable):
        names.note("derivatives of functions of which nothing is known are functions of their own")
        return worked_out(body, variable, node, order)
    for _ in range(order):
        inner = body
        body = guarded(node, lambda inner=inner: tm.Derivative(inner, variable))
    return body


def _moving(names: Names, body: tm.Scalar, variable: tm.Variable) -> list[tm.Variable]:
    """The letters beside `variable` of a term of which the text writes derivatives: they depend on it, and nothing says how."""
    varying, known = names.context.varying, names.context.names
    if body == variable or variable.name in varying or isinstance(body, tm.Variable):
        return []
    found = [each for each in body.free if isinstance(each, tm.Variable) and each.name in varying and each != variable]
    return sorted((each for each in found if f"{each.name}'" not in known), key=str)


def _along(
    names: Names, body: tm.Scalar, variable: tm.Variable, moving: list[tm.Variable], node: t.Node, order: int
) -> tm.Scalar:
    """The derivative by the chain rule, with a letter for that of each letter that depends on `variable`."""
    if order != 1:
        raise Refused(node, f"it is not known how {moving[0]} depends on {variable}")
    names.note(f"{', '.join(map(str, moving))} may depend on {variable}: by the chain rule")
    found: list[tm.Scalar] = [tm.Derivative(body, variable)] if variable in body.free else []
    for each in moving:
        way = PLACE if names.context.varying[each.name] == PLACE else variable.name
        found.append(tm.Derivative(body, each) * tm.Variable(rate_name(each.name, way, partial=False)))
    return tm.sum_of(found)


def _logarithms_of_products(term: Any) -> Any:
    """A term with sums of logarithms in place of the logarithms of products over a range."""
    match term:
        case tm.Elementary("log", (tm.Product(body, index, low, high),)):
            return tm.Sum(tm.Elementary("log", (body,)), index, low, high)
    return rebuild(term, _logarithms_of_products)


def _with_definitions(names: Names, body: tm.Scalar, variable: tm.Term, node: t.Node, *, partial: bool) -> tm.Scalar:
    """What is differentiated, with the definitions put in for the letters that depend on `variable`."""
    known = meanings_beside(variable, names.context)
    whole = through(body, variable, known) if known else body
    if whole is None:
        raise Refused(node, "the definitions of its letters go in a circle")
    if whole == body:
        return in_terms_of(variable, body, names.context)
    others = set() if partial or body in known else _others(body, variable, known)
    if others:  # C = 6 N D may tie letters that vary by themselves, and not say how C changes with N
        ways = ("others fixed", "total") if others & arguments(names.context) else ("total", "others fixed")
        if names.choose(f"derivative{node.start}", *ways) == "others fixed":
            return body
    first = cast("tm.Scalar", known.get(body, body))  # of a letter alone, what it is defined as
    if partial and variable in first.free and whole != first:
        if names.choose(f"partial{node.start}", "total", "others fixed") == "others fixed":
            return first
    names.note(f"what depends on {variable} is put in by the definitions before")
    return whole


def _others(body: tm.Scalar, variable: tm.Term, known: dict[tm.Term, tm.Term]) -> set[tm.Term]:
    """The letters beside `variable` in the definitions, in it and others, of letters that `body` has beside it."""
    tied = [known[each] for each in body.free & known.keys() if each != variable and variable in known[each].free]
    return {each for term in tied for each in term.free if each != variable}


def _stays_fixed(names: Names, body: tm.Scalar, variable: tm.Term, *, partial: bool) -> bool:
    """Whether `body` does not change with `variable`, since both come from letters that vary freely, and no equation besides the
    definitions ties what it is made of."""
    known = meanings(names.context)
    free = inputs(names.context, known)
    ground = expanded(body, known)
    if ground is not None and any(_gives(each, ground, variable, known) for each in names.context.stated()):
        return False
    return partial and variable in free and ground is not None and bool(ground.free) and ground.free <= free


def _gives(prop: Prop, body: tm.Scalar, variable: tm.Term, known: dict[tm.Term, tm.Scalar]) -> bool:
    """Whether an equation gives a letter of a term by others that depend on `variable`, a = tanh(z) where z = w x."""
    if not is_equation(prop):
        return False
    for letter, other in both_ways(prop):
        if isinstance(letter, tm.Variable) and letter in body.free and isinstance(other, tm.Scalar):
            match other:
                case tm.Derivative(tm.Mul(args), at) if {*args} == {letter, at}:
                    continue  # d(w x)/dx = w gives no w
            whole = expanded(other, known)
            if whole is None or variable in whole.free:
                return True
    return False


def _unknown(names: Names, body: Value, variable: tm.Term, node: t.Node, order: int, *, partial: bool) -> Value:
    """The derivative of a letter or a function of which nothing says how it depends on another: a letter of its own."""
    name = getattr(body, "name", "")
    if not name or order != 1 or not isinstance(body, (tm.Variable, tm.Function, Macro)):
        raise Refused(node, f"it is not known how {body} depends on {variable}")
    if any(variable in scope.values() for scope in names.bound) or not isinstance(variable, RATES):
        raise Refused(node, f"it is not known how {name} depends on {variable}")
    names.note(f"nothing here says how {name} depends on {variable}: the derivative is a letter of its own")
    own = rate_name(name, variable.name, partial=partial)
    if isinstance(variable, tm.MatrixVariable):
        return tm.MatrixVariable(own, variable.rows, variable.columns)
    return tm.VectorVariable(own) if isinstance(variable, tm.VectorVariable) else tm.Variable(own)


# At a point ---------------------------------------------------------------------------------------------


def at_arguments(
    names: Names, function: Macro, args: tuple[Value, ...], variable: Value, node: t.Node, order: int = 1
) -> Value | None:
    r"""`\frac{\partial f(1, 2)}{\partial w_1}`: the derivative of a function in one of its letters, at a point; None where
    the arguments depend on the letter themselves."""
    if variable not in function.parameters or not isinstance(variable, tm.Variable):
        return None
    if any(variable in arg.free for arg in args if isinstance(arg, tm.Term)):
        return None
    names.note(f"the derivative of {function.name} in {variable}, at the point")
    rate = worked_out(function.body, variable, node, order)
    return guarded(node, lambda: Macro(function.name, function.parameters, rate).at(args, node))


def primed(names: Names, function: Value, arg: Value, primes: int, node: t.Node) -> Value:
    """`f'(x)`: at a letter, the derivative in it; at a point, that of the function there."""
    if isinstance(function, Macro) and len(function.parameters) == 1:
        letter = function.parameters[0]
        if isinstance(arg, tm.Variable) and isinstance(letter, tm.Variable) and arg.domain == "real":
            return derivative(names, names.called(function, (arg,), node), arg, node, primes)
        if isinstance(arg, tm.Scalar) and isinstance(letter, tm.Variable):
            rate = worked_out(function.body, letter, node, primes, arg)
            return names.called(Macro(function.name, (letter,), rate, function.domain), (arg,), node)
        if isinstance(arg, tm.VectorVariable) and isinstance(letter, tm.VectorVariable) and primes == 1:
            return gradient(function, arg, node)
        raise Refused(node, "a derivative at a point that is no letter")
    if isinstance(function, tm.Function):
        if not isinstance(arg, tm.Scalar if function.on == "real" else tm.Vector):
            raise Refused(node, f"{function.name} is a function on {function.on}s")
        if function.on == "vector":
            if primes != 1:
                raise Refused(node, "a second derivative of a function of a vector")
            return gradient(function, arg, node)
        names.note(f"the derivative of {function.name} is a function of its own")
        return guarded(node, lambda: tm.Function(function.name + "'" * primes, "real")(arg))
    raise Refused(node, "a prime on what is no function of one argument")


def elementary(names: Names, name: str, arg: tm.Scalar, primes: int, node: t.Node) -> tm.Scalar:
    r"""A row of the table of functions at an argument; with primes its derivative there: `\sin'(x)`."""
    return at_primes(names, name, lambda at: tm.Elementary(name, (at,)), arg, primes, node)


def at_primes(
    names: Names, name: str, made: Callable[[tm.Scalar], tm.Scalar], arg: tm.Scalar, primes: int, node: t.Node
) -> tm.Scalar:
    r"""A function by what it is `made` of, at an argument; with primes its derivative there, `\tanh'(x)`."""
    letter = tm.Variable("x")
    rate: tm.Scalar = primed(names, Macro(name, (letter,), made(letter)), arg, primes, node) if primes else made(arg)
    return rate


def gradient(function: Value, arg: Value, node: t.Node) -> Value:
    r"""`\nabla f(x)`."""
    if isinstance(function, tm.Function):
        if function.on != "vector" or not isinstance(arg, tm.Vector):
            raise Refused(node, f"the gradient of {function.name} is taken of a function of a vector, at a vector")
        return tm.GradientAt(function, arg)
    if (
        isinstance(function, Macro)
        and len(function.parameters) == 1
        and isinstance(arg, (tm.VectorVariable, tm.MatrixVariable))
    ):
        body = function.at((arg,), node)
        if not isinstance(body, tm.Scalar) or arg not in body.free:
            raise Refused(node, f"{function.name} does not change with {arg}")
        return guarded(node, lambda: symbols.gradient(body, arg))
    raise Refused(node, "a gradient of what is no function of a vector")
