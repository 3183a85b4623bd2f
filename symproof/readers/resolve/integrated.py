r"""Integrals in a formula: worked out where a rule finds the antiderivative, else linear letters, `\int f(x)\,dx`.

An integral that no rule works out is a sum of numbers times letters, one for each product of functions of its letter under it: so
linearity is known of it, and that it is one number, and nothing else. Such a letter is never taken to refute a line
(`dependence.is_unknown_rate`), and nothing is put in for the letters that it depends on (`values.Macro`).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve import unworked
from symproof.readers.resolve.conditional import ANY
from symproof.readers.resolve.dependence import hides, is_unknown_rate, meanings
from symproof.readers.resolve.expectations import indexed
from symproof.readers.resolve.integrals import Bound, definite, in_one_letter, linear_parts, rate
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.sizes import folded, known_signs
from symproof.readers.resolve.values import Refused, Value
from symproof.substitution import rebuild, substitute
from symproof.term import scalar
from symproof.text import plain
from symproof.trusted.calculus import smooth
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

PRIMITIVES = "an integral without bounds is an antiderivative: the derivatives of both sides are compared"
"""The note of an equation of antiderivatives, which holds for all values of its letter."""


def integral(names: Names, node: t.Big) -> Value:
    """An integral between bounds, or over all that its letter may be where no bounds are written."""
    node = _in_its_letter(names, node)
    if names.primitives is not None and node.lower is node.upper is None and node.differential is not None:
        return primitive(names, node, names.primitives)
    key = canonical(node.differential) if node.differential is not None else None
    if key is None or (node.lower is None) != (node.upper is None):
        return unworked.integral(names, node)
    bounds = [_bound(names, each) for each in (node.lower, node.upper) if each is not None]
    letter = tm.Variable(key)
    ends = [each for each in bounds if isinstance(each, tm.Scalar)]
    with names.within(key, letter, (ends[0], ends[1]) if len(ends) == 2 else None):
        body = tm.ONE if node.body is None else names.scalar(node.body)
    if any(letter in bound.free for bound in bounds if isinstance(bound, tm.Scalar)):
        raise Refused(node, "an integral whose letter stands in its bounds")
    if not bounds:
        return _unknown(names, body, letter, bounds, node)
    if all((number := constant(end)) is not None and number >= 0 for end in ends):
        body = _with_plain_norms(body, letter)
    try:
        value = definite(body, letter, bounds[0], bounds[1], node, known_signs(names.context))
    except Refused:
        if bounds[0] == "+" or bounds[1] == "-" or not (_calls(body) or _has_values(body, letter)):
            raise
        return _unknown(names, body, letter, bounds, node)
    names.note("the integral is worked out by an antiderivative, whose derivative is checked")
    return value


def _in_its_letter(names: Names, node: t.Big) -> t.Big:
    r"""`\int f \, d(g(x))` as `\int f \frac{d g(x)}{dx} \, dx`, where g(x) has one letter; between bounds, which may be those of
    g(x), and as it is otherwise."""
    over = node.differential
    plain_letter = isinstance(over, t.Name) or (isinstance(over, t.Scripted) and not isinstance(over.sup, t.Number))
    if over is None or plain_letter or node.lower is not None or node.upper is not None:
        return node
    term = names.value(over)
    letters = term.free if isinstance(term, tm.Scalar) else frozenset[tm.Term]()
    (letter,) = letters if len(letters) == 1 else (None,)
    found = [each for each in every_part(over) if isinstance(each, t.Name) and names.symbol(canonical(each)) == letter]
    if letter is None or not found:
        return node
    names.note(f"d of a term is its derivative in {letter}, times d{letter}")
    d, start, end = t.Name(over.start, over.start, "d"), over.start, over.end
    rate = t.Quotient(
        start,
        end,
        t.Juxtaposed(start, end, (d, t.Fence(start, end, "(", ")", over))),
        t.Juxtaposed(start, end, (d, found[0])),
    )
    body = (
        rate
        if node.body is None
        else t.Product(node.start, end, (t.Fence(start, end, "(", ")", node.body), rate), ("cdot",))
    )
    return replace(node, body=body, differential=found[0])


def slope_in_a_bound(names: Names, row: tuple[t.Node, ...], x: Value) -> tm.Scalar | None:
    r"""`\frac{d}{dx} \int_a^x f(t) dt` is f(x), and with other bounds by the chain rule; None where f is not smooth everywhere,
    or has x in it."""
    node = row[0] if len(row) == 1 else None
    if not isinstance(node, t.Big) or node.operator != "int" or node.lower is None or node.upper is None:
        return None
    key = canonical(node.differential) if node.differential is not None else None
    if key is None or not isinstance(x, tm.Variable) or key == x.name:
        return None
    bounds = [_bound(names, each) for each in (node.lower, node.upper)]
    letter = tm.Variable(key)
    with names.within(key, letter):
        body = tm.ONE if node.body is None else names.scalar(node.body)
    ends = [each for each in bounds if isinstance(each, tm.Scalar) and letter not in each.free]
    if len(ends) < 2 or x in body.free:
        return None
    if any(isinstance(each, tm.Function) or is_unknown_rate(each) for each in body.free):
        return None
    known = Facts(())
    if not all(known.evident(each) for each in (*definedness(body), *smooth(body, letter))):
        return None
    names.note("an integral changes with its bounds as its integrand is there")
    low, high = (
        scalar(substitute(body, {letter: each})) * tm.Derivative(each, x) if x in each.free else tm.ZERO
        for each in ends
    )
    return high if low == tm.ZERO else high - low


def endless(names: Names, node: t.Big, key: str, low: tm.Scalar) -> tm.Scalar:
    r"""A sum to infinity inside of a term, `e^{-a} \sum_{k=0}^\infty a_k`: linear in what stands under it, and a letter."""
    letter = tm.Variable(key, "integer")
    assert node.body is not None  # asked before
    with names.within(key, letter):
        body = names.scalar(node.body)
    names.note("a sum to infinity inside of a term is a letter, and linear in what stands under it")
    total: list[tm.Scalar] = []
    for factor, part in linear_parts(body, letter, node):
        if any(tm.is_integer_letter(each) for each in low.free | part.free - {letter}):
            raise Refused(node, "a sum to infinity of what has another index is not read")
        known = _geometric(part, letter, low)
        value = tm.Variable(f"\u2211[{plain(part)}, {key} = {plain(low)}..]") if known is None else known
        total.append(value if factor == tm.ONE else factor * value)
    return tm.sum_of(total)


def _geometric(part: tm.Scalar, letter: tm.Variable, low: tm.Scalar) -> tm.Scalar | None:
    """The sum of the powers of a number below 1, from a place on; None of other sums."""
    match part:
        case tm.Pow(base, exponent) if exponent == letter:
            ratio = constant(base)
        case tm.Pow(tm.Pow(base, exponent), tm.Neg(tm.Number(1)) | tm.Number(-1)) if exponent == letter:
            ratio = 1 / below if (below := constant(base)) else None
        case _:
            return None
    first = constant(low)
    if ratio is None or first is None or first.denominator != 1 or first < 0 or not 0 < abs(ratio) < 1:
        return None
    return tm.Number(ratio ** int(first) / (1 - ratio))


def primitive(names: Names, node: t.Big, found: dict[tm.Variable, tuple[tm.Scalar, tm.Variable]]) -> Value:
    """An integral without bounds: a letter, of which the derivative is known."""
    assert node.differential is not None  # asked before
    x = names.value(node.differential)
    if not isinstance(x, tm.Variable) or x.domain != "real":
        raise Refused(node, "an integral in what is no letter for a number")
    letter = tm.Variable(f"\u222b{len(found)}")
    found[letter] = (tm.ONE if node.body is None else names.scalar(node.body), x)
    return letter


def of_primitives(names: Names, left: t.Node, right: t.Node, sign: t.Sign) -> tuple[tm.Scalar, tm.Scalar]:
    r"""The derivatives of both sides of `\int f \, dx = F + C`, which says that they are the same."""
    names.primitives = {}
    try:
        sides = [names.scalar(side) for side in (left, right)]
        found = names.primitives
    finally:
        names.primitives = None
    x, found = in_one_letter(found, meanings(names.context), sign)
    names.note(PRIMITIVES)
    first, second = (rate(side, x, found, sign) for side in sides)
    return first, second


def _bound(names: Names, node: t.Node) -> Bound:
    return infinite(node) or names.scalar(node)


def _unknown(names: Names, body: tm.Scalar, x: tm.Variable, bounds: list[Bound], node: t.Node) -> Value:
    """An integral of which linearity alone is known."""
    if not bounds and not _calls(body):
        raise Refused(node, "an integral without its bounds or its letter is not read")
    names.note("an integral that no rule works out is a letter, and linear in what stands under it")
    total: list[tm.Scalar] = []
    for factor, part in linear_parts(_without_exponentials(body), x, node):
        value = _part(names, part, x, bounds, node)
        total.append(value if factor == tm.ONE else factor * value)
    return tm.sum_of(total)


def _with_plain_norms(body: tm.Scalar, x: tm.Variable) -> tm.Scalar:
    """A term in which the norm of x times a vector is x times its norm, for an x that is not negative."""

    def plain_norm(term: tm.Term) -> tm.Term:
        again = rebuild(term, plain_norm)
        match again:
            case tm.Norm(tm.Scale(factor, vector)) if factor == x and x not in vector.free:
                return x * tm.Norm(vector)
        return again

    return scalar(plain_norm(body))


def _calls(term: tm.Scalar) -> bool:
    """Whether a function that is not given stands in a term."""
    return any(isinstance(each, (tm.Apply, tm.Gradient, tm.GradientAt)) for each in term.subterms())


def _has_values(term: tm.Scalar, x: tm.Variable) -> bool:
    """Whether a term has a value for each x, and changes with it without a jump, as its form shows."""
    if x not in term.free:
        return True
    match term:
        case tm.Norm() | tm.Inner():
            vectors = (tm.VectorVariable, tm.VectorAdd, tm.VectorNeg, tm.Scale, tm.ZeroVector)
            inside = [each for each in term.subterms() if isinstance(each, tm.Vector)]
            scalars = [each.factor for each in inside if isinstance(each, tm.Scale)]
            return all(isinstance(each, vectors) for each in inside) and all(_has_values(each, x) for each in scalars)
        case tm.Variable():
            return True
        case tm.Div(top, bottom):
            return x not in bottom.free and _has_values(top, x)
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent > 0:
            return _has_values(base, x)
        case tm.Add() | tm.Neg() | tm.Mul() | tm.Elementary(function="exp" | "sin" | "cos"):
            return all(_has_values(each, x) for each in term.children() if isinstance(each, tm.Scalar))
    return False


def _part(names: Names, part: tm.Scalar, x: tm.Variable, bounds: list[Bound], node: t.Node) -> tm.Scalar:
    """The integral of a product of functions of x: worked out between numbers where a rule does it, else a letter."""
    if len(bounds) == 2 and all(isinstance(each, tm.Scalar) for each in bounds):
        with suppress(Refused):
            found: tm.Scalar = definite(part, x, bounds[0], bounds[1], node, known_signs(names.context))
            return found
    return _letter(part, x, bounds, node)


def _letter(part: tm.Scalar, x: tm.Variable, bounds: list[Bound], node: t.Node) -> tm.Scalar:
    """The letter for the integral of a product of functions of x; a member of a sequence where it has an index."""
    index, shape = indexed(part)
    ends = [each for each in bounds if isinstance(each, tm.Scalar)]
    letters = {each for term in (shape, *ends) for each in term.free}
    if any(tm.is_integer_letter(each) and each != ANY for each in letters):
        raise Refused(node, "an integral of what has an index, which is no place alone, is not read")
    marked = sorted(name for each in letters if "{" in (name := str(getattr(each, "name", ""))))  # a bold x is no x
    usual, taken = tm.Variable("x"), any(plain(each) == "x" for each in letters - {x})  # also a vector x, or a bold one
    if not taken and not any(hides(each, usual) for each in letters):
        shape, x = substitute(shape, {x: usual}), usual  # the letter of an integral says nothing
    over = [plain(each) if isinstance(each, tm.Scalar) else f"{each}inf" for each in bounds]
    name = f"\u222b[{', '.join((f'{plain(shape)} d{x.name}', *over, *marked))}]"
    letter = tm.Variable(name)
    return letter if index is None else tm.Sequence(name, letter)[index]


def _without_exponentials(term: tm.Scalar) -> tm.Scalar:
    """A term with the exponentials taken out of logarithms of products: log(c exp(u)) is log(c) + u."""
    again = rebuild(term, lambda inner: _without_exponentials(inner) if isinstance(inner, tm.Scalar) else inner)
    if not tm.is_elementary(again, "log"):
        return again
    exponents: list[tm.Scalar] = []

    def rest(inner: tm.Scalar, sign: int) -> tm.Scalar:
        match inner:
            case tm.Mul(args):
                return tm.Mul(tuple(rest(arg, sign) for arg in args))
            case tm.Div(top, bottom):
                return tm.Div(rest(top, sign), rest(bottom, -sign))
            case tm.Elementary(function="exp", args=(exponent,)):
                exponents.append(exponent if sign > 0 else -exponent)
                return tm.ONE
        return inner

    left = folded(rest(again.args[0], 1))
    return tm.Add((tm.Elementary("log", (left,)), *exponents)) if exponents else again
