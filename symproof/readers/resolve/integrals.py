r"""Integrals, `\int_0^1 x^2 \, dx`, `\int_a^b e^{-t} \, dt`, and what stands in brackets between bounds, `[x^3]_0^1`.

An integral is read by an antiderivative that is found by rules (sums, powers, the exponential function, sine and cosine of
linear terms, by parts with polynomials, by an inner term) and whose derivative is the integrand, as normal forms say; so the
language needs no integrals. Where the antiderivative has no value between the bounds the integral is refused: it must be entire,
or its linear term must be known to be positive at both ends. An integral without bounds stands in an equation of derivatives
(`stated`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dependence import rate_name
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.inner_terms import by_substitution, is_above_zero
from symproof.readers.resolve.limits import limit
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.sizes import Signs, folded, sign
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.substitution import rebuild, substitute
from symproof.trusted.calculus import differentiate
from symproof.trusted.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_FACTORS = 8
"""The highest power that is multiplied out, or taken down by parts."""
MOST_TERMS = 64


Bound = tm.Scalar | str
"""A number, or the sign of infinity."""


def between(body: Value, letter: Value, low: Bound, high: Bound, node: t.Node, signs: Signs) -> Value:
    """A number at the upper bound, or its limit at infinity, less the same at the lower one."""
    if not isinstance(body, tm.Scalar) or not isinstance(letter, tm.Variable):
        raise Refused(node, "what stands between bounds is no number in a letter")

    def at(bound: Bound) -> tm.Scalar:
        if isinstance(bound, tm.Scalar):
            there: tm.Scalar = _without_roots_of_zero(_raised_to_numbers(substitute(body, {letter: bound})))
            return there
        return limit(body, letter, bound, node, signs)

    return guarded(node, lambda: at(high) - at(low))


def definite(body: tm.Scalar, x: tm.Variable, low: Bound, high: Bound, node: t.Node, signs: Signs) -> Value:
    """The integral of `body` in x from `low` to `high`.

    Raises:
        Refused: an integrand without a rule, or one that may have no value between the bounds.
    """
    body = _raised_to_numbers(body)
    if _has_roots(body, x) and any(
        not isinstance(bound, tm.Scalar) or sign(folded(bound), signs) not in (0, 1)
        for bound in (low, tm.ZERO if high == "+" else high)
    ):
        raise Refused(node, "a power with a fraction above it of what may be negative between the bounds")
    whole = antiderivative(body, x, node)
    ends = [bound for bound in (low, high) if isinstance(bound, tm.Scalar)]
    for inner in (each for each in _inside_of_powers(whole, x) if not is_above_zero(each, strictly=True)):
        found = [sign(folded(substitute(inner, {x: bound})), signs) for bound in ends]
        if 0 in found or len(set(found)) > 1 or low == "-" or (len(ends) < 2 and inner != x):
            raise Refused(node, f"an integrand with a pole where {inner} is 0, which may lie between the bounds")
    if low == "+" or high == "-":
        raise Refused(node, "an integral from infinity, or to minus infinity")
    return between(whole, x, low, high, node, signs)


def _raised_to_numbers(term: Any) -> Any:
    """A term whose exponents that are fractions of numbers are numbers: `x^{3/2}`."""
    inner = rebuild(term, _raised_to_numbers)
    exponent = constant(inner.exponent) if isinstance(inner, tm.Pow) else None
    return inner if exponent is None else tm.Pow(inner.base, tm.Number(exponent))


def _has_roots(term: tm.Term, x: tm.Variable) -> bool:
    """Whether a letter stands below a fraction as an exponent, but for halves, which are read as roots."""
    return any(
        isinstance(each, tm.Pow)
        and isinstance(each.exponent, tm.Number)
        and each.exponent.value.denominator > 2
        and x in each.base.free
        for each in term.subterms()
    )


def _without_roots_of_zero(term: Any) -> Any:
    """A term in which 0 to a positive power is 0, as it is in the limit."""
    inner = rebuild(term, _without_roots_of_zero)
    match inner:
        case tm.Pow(base, tm.Number(exponent)) if exponent > 0 and exponent.denominator > 1 and constant(base) == 0:
            return tm.ZERO
    return inner


def _inside_of_powers(term: tm.Scalar, x: tm.Variable) -> list[tm.Scalar]:
    """What is raised to a negative power, or divides: it may be 0 between the bounds. Roots and logarithms say it by their
    own values, since they are of linear terms."""
    found: list[tm.Scalar] = []
    match term:
        case tm.Div(_, bottom) if x in bottom.free and not tm.is_elementary(bottom, "sqrt"):
            found.append(bottom.base if isinstance(bottom, tm.Pow) else bottom)
        case tm.Pow(base, tm.Number(exponent)) if exponent < 0 and x in base.free:
            found.append(base)
    for child in term.children():
        if isinstance(child, tm.Scalar):
            found += _inside_of_powers(child, x)
    return found


def has_primitive(node: t.Node) -> bool:
    """Whether an integral without bounds stands in a node."""
    if isinstance(node, t.Big) and node.operator == "int" and node.lower is node.upper is None:
        return node.differential is not None
    return any(map(has_primitive, node.children()))


def rate(
    side: tm.Scalar, x: tm.Variable, primitives: dict[tm.Variable, tuple[tm.Scalar, tm.Variable]], node: t.Node | t.Sign
) -> tm.Scalar:
    """The derivative in x of a term with antiderivatives in it, which it must be linear in."""
    terms: list[tm.Scalar] = []
    for letter, (body, _) in primitives.items():
        if letter in side.free:
            factor = folded(guarded(node, lambda letter=letter: differentiate(side, letter)))
            if factor.free & ({x} | primitives.keys()):
                raise Refused(node, "an integral without bounds is multiplied by what is no number")
            terms.append(body if factor == tm.ONE else factor * body)
    rest = folded(substitute(side, dict.fromkeys(primitives, tm.ZERO)))
    if x in rest.free:
        terms.append(tm.Derivative(rest, x))
    if not terms:
        raise Refused(node, "an integral without bounds is set equal to what does not depend on its letter")
    return tm.sum_of(terms)


def in_one_letter(
    primitives: dict[tm.Variable, tuple[tm.Scalar, tm.Variable]], known: dict[tm.Term, tm.Scalar], node: t.Node | t.Sign
) -> tuple[tm.Variable, dict[tm.Variable, tuple[tm.Scalar, tm.Variable]]]:
    r"""The letter of all antiderivatives of an equation, and these in it: that of f in u = g(x) is one of f(g(x)) g'(x) in x. Of
    `\int f \, dy = \int g \, dx` with two letters of which nothing is known y is a function of x, with the derivative dy/dx."""
    letters = {x for _, x in primitives.values()}
    given = {u for u in letters if u in known} if len(letters) > 1 else set()
    if len(letters) == len(primitives) == 2 and not given:
        (first, (inside, y)), (second, (body, x)) = primitives.items()
        if x not in inside.free and y not in body.free:
            along = tm.Variable(rate_name(y.name, x.name, partial=False))
            return x, {first: (inside * along, x), second: (body, x)}
    if len(letters - given) != 1 or any(known[u].free & letters != letters - given for u in given):
        raise Refused(node, "integrals in several letters")
    (x,) = letters - given
    found = {}
    for name, (body, u) in primitives.items():
        if u in given:
            inner = known[u]
            slope = guarded(node, lambda inner=inner: differentiate(inner, x))
            body = substitute(body, {u: inner}) * slope
        found[name] = (body, x)
    return x, found


def antiderivative(body: tm.Scalar, x: tm.Variable, node: t.Node) -> tm.Scalar:
    """An antiderivative in x, whose derivative is checked.

    Raises:
        Refused: what no rule covers.
    """
    try:
        found = _found(body, x, node)
    except Refused:
        whole = by_substitution(body, x)
        if whole is None:
            raise
        return whole
    try:
        rate = differentiate(found, x)
    except SymproofError as error:
        raise Refused(node, str(error)) from None
    if not same(rate, body):
        raise Refused(node, "an integral whose antiderivative could not be checked")
    return found


def _found(body: tm.Scalar, x: tm.Variable, node: t.Node) -> tm.Scalar:
    """An antiderivative: of a function of a linear term at once, of anything else term by term, multiplied out."""
    if x not in body.free:
        return body * x
    simple = _of_linear(body, x)
    if simple is not None:
        return simple
    match body:
        case tm.Add(args):
            return tm.Add(tuple(_found(arg, x, node) for arg in args))
        case tm.Neg(arg):
            return -_found(arg, x, node)
        case tm.Div(top, bottom) if x not in bottom.free:
            return _found(top, x, node) / bottom
        case tm.Div(top, bottom) if x not in top.free and (found := _of_linear(_inverse(bottom), x)) is not None:
            return found if top == tm.ONE else top * found
        case tm.Div(top, bottom) if x not in top.free and (found := _over_square(bottom, x)) is not None:
            return found if top == tm.ONE else top * found
        case tm.Mul(args) if len(inside := [arg for arg in args if x in arg.free]) == 1 and len(args) > 1:
            return tm.Mul((*(arg for arg in args if arg is not inside[0]), _found(inside[0], x, node)))
    terms = _multiplied_out(body, x, node)
    return tm.sum_of([_of_term(term, x, node) for term in terms])


@dataclass(frozen=True, slots=True)
class _Term:
    """A number, a power of the letter, and other functions of it."""

    factors: tuple[tm.Scalar, ...] = ()
    power: int = 0
    others: tuple[tm.Scalar, ...] = ()

    def times(self, other: _Term) -> _Term:
        return _Term(self.factors + other.factors, self.power + other.power, self.others + other.others)


def _multiplied_out(body: tm.Scalar, x: tm.Variable, node: t.Node) -> list[_Term]:
    match body:
        case _ if x not in body.free:
            return [_Term((body,))]
        case tm.Variable():
            return [_Term(power=1)]
        case tm.Add(args):
            return [term for arg in args for term in _multiplied_out(arg, x, node)]
        case tm.Neg(arg):
            return [_Term((-tm.ONE,)).times(term) for term in _multiplied_out(arg, x, node)]
        case tm.Mul(args):
            return _crossed([_multiplied_out(arg, x, node) for arg in args], node)
        case tm.Div(top, bottom) if x not in bottom.free:
            return [_Term((tm.ONE / bottom,)).times(term) for term in _multiplied_out(top, x, node)]
        case tm.Div(top, bottom):
            return _crossed([_multiplied_out(top, x, node), _multiplied_out(_inverse(bottom), x, node)], node)
        case tm.Pow(base, tm.Number(exponent)) if base == x and exponent.denominator == 1:
            return [_Term(power=exponent.numerator)]
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and 0 < exponent <= MOST_FACTORS:
            return _crossed([_multiplied_out(base, x, node)] * exponent.numerator, node)
    return [_Term(others=(body,))]


def linear_parts(body: tm.Scalar, x: tm.Variable, node: t.Node) -> list[tuple[tm.Scalar, tm.Scalar]]:
    """A term as a sum of products of numbers, which do not depend on x, and of functions of x."""
    found: dict[tm.Scalar, list[tm.Scalar]] = {}
    for term in _multiplied_out(body, x, node):
        powers = () if term.power == 0 else (_raised(x, Fraction(term.power)),)
        others = (*powers, *sorted(term.others, key=str))
        part = tm.product_of(others)
        found.setdefault(part, []).append(
            folded(tm.Mul(term.factors)) if len(term.factors) > 1 else (*term.factors, tm.ONE)[0]
        )
    return [(tm.sum_of(factors), part) for part, factors in found.items()]


def _crossed(sums: list[list[_Term]], node: t.Node) -> list[_Term]:
    out = [_Term()]
    for terms in sums:
        out = [one.times(other) for one in out for other in terms]
        if len(out) > MOST_TERMS:
            raise Refused(node, "an integrand of too many terms")
    return out


def _of_term(term: _Term, x: tm.Variable, node: t.Node) -> tm.Scalar:
    """The antiderivative of a product of a number, a power of x, and at most one other function of x."""
    n = term.power
    match term.others:
        case ():
            found = _of_power(x, Fraction(n))
        case (tm.Elementary(function="log", args=(inner,)),) if inner == x and n >= 0:
            raised = _of_power(x, Fraction(n))
            found = raised * tm.Elementary("log", (x,)) - raised / tm.Number(Fraction(n + 1))
        case (tm.Pow(base, exponent),) if base == x and n >= 0 and _is_natural(exponent, x):
            found = x ** (exponent + n + 1) / (exponent + n + 1)
        case (other,) if n == 0 and (simple := _of_linear(other, x)) is not None:
            found = simple
        case (other,) if 0 < n <= MOST_FACTORS:
            found = _by_parts(n, other, x, node)
        case _:
            raise Refused(node, "the antiderivative of this integrand is not found by the rules")
    return tm.Mul((*term.factors, found)) if term.factors else found


def _by_parts(n: int, other: tm.Scalar, x: tm.Variable, node: t.Node) -> tm.Scalar:
    """The integral of x^n times an exponential function, a sine or a cosine of a linear term."""
    entire = tm.is_elementary(other, "exp", "sin", "cos")
    outer = _of_linear(other, x)
    if outer is None or not (entire or isinstance(other, tm.Pow)):
        raise Refused(node, "the antiderivative of this integrand is not found by the rules")
    raised = _raised(x, Fraction(n))
    rest = [
        _of_term(_Term((tm.Number(Fraction(n)),)).times(_Term(power=n - 1)).times(term), x, node)
        for term in _multiplied_out(outer, x, node)
    ]
    return raised * outer - tm.sum_of(rest)


def _inverse(bottom: tm.Scalar) -> tm.Scalar:
    """One over a term, as a power where it is one."""
    match bottom:
        case tm.Pow(base, tm.Number(exponent)):
            return tm.Pow(base, tm.Number(-exponent))
        case tm.Elementary(function="exp", args=(inner,)):
            return tm.Elementary("exp", (-inner,))
        case tm.Elementary(function="sqrt", args=(inner,)):
            return tm.Pow(inner, tm.Number(Fraction(-1, 2)))
    return tm.Pow(bottom, tm.Number(Fraction(-1)))


def _elementary(name: str, arg: tm.Scalar) -> tm.Scalar:
    return tm.Elementary(name, (arg,))


def _over_square(bottom: tm.Scalar, x: tm.Variable) -> tm.Scalar | None:
    """The antiderivative of 1/(c + x**2), for a number c > 0 or the square of a letter: arctan(x/r)/r, with r**2 = c."""
    match bottom:
        case tm.Add((tm.Number(size), tm.Pow(base, two)) | (tm.Pow(base, two), tm.Number(size))) if size > 0:
            root: tm.Scalar = tm.Elementary("sqrt", (tm.Number(size),)) if size != 1 else tm.ONE
        case tm.Add((tm.Pow(tm.Variable() as root, tm.Number(2)), tm.Pow(base, two))) if root != x:
            pass
        case tm.Add((tm.Pow(base, two), tm.Pow(tm.Variable() as root, tm.Number(2)))) if root != x:
            pass
        case _:
            return None
    if base != x or two != tm.Number(Fraction(2)):
        return None
    return _elementary("arctan", x) if root == tm.ONE else _elementary("arctan", x / root) / root


RULES: dict[str, Callable[[tm.Scalar], tm.Scalar]] = {
    "exp": lambda u: _elementary("exp", u),
    "sin": lambda u: -_elementary("cos", u),
    "cos": lambda u: _elementary("sin", u),
    "log": lambda u: u * _elementary("log", u) - u,
    "arctan": lambda u: u * _elementary("arctan", u) - _elementary("log", 1 + u**2) / 2,
    "sqrt": lambda u: 2 * u * _elementary("sqrt", u) / 3,
}


def _of_linear(body: tm.Scalar, x: tm.Variable) -> tm.Scalar | None:
    """The antiderivative of a function of the table, or of a power, of a term that is linear in x."""
    match body:
        case tm.Variable() if body == x:
            return x**2 / 2
        case tm.Elementary(function=name, args=(inner,)) if name in RULES:
            made = RULES[name](inner)
        case tm.Pow(inner, tm.Number(exponent)):
            made = _of_power(inner, exponent)
        case tm.Pow(inner, exponent) if _is_natural(exponent, x):
            made = inner ** (exponent + 1) / (exponent + 1)
        case tm.Pow(base, inner) if x not in base.free:
            made = body / _elementary("log", base)
        case _:
            return None
    slope = _slope(inner, x)
    return None if slope is None else made if slope == tm.ONE else made / slope


def _of_power(u: tm.Scalar, exponent: Fraction) -> tm.Scalar:
    if exponent == -1:
        return _elementary("log", u)
    if exponent.denominator == 2:  # by roots, which have a value at 0
        whole, root = (exponent + Fraction(1, 2)).numerator, _elementary("sqrt", u)
        power = _raised(u, Fraction(abs(whole)))
        return (root if not whole else power * root if whole > 0 else root / power) / tm.Number(exponent + 1)
    if exponent < 0:
        return tm.ONE / _raised(u, -exponent - 1) / tm.Number(exponent + 1)
    return u if exponent == 0 else _raised(u, exponent + 1) / tm.Number(exponent + 1)


def _is_natural(exponent: tm.Scalar, x: tm.Variable) -> bool:
    """Whether an exponent with letters, n + 1, is a natural number."""
    return x not in exponent.free and tm.is_integer(exponent) and Facts().range(exponent).is_nonnegative


def _raised(u: tm.Scalar, exponent: Fraction) -> tm.Scalar:
    return u if exponent == 1 else u ** tm.Number(exponent)


def _slope(term: tm.Scalar, x: tm.Variable) -> tm.Scalar | None:
    """The derivative of a term that is linear in x; None for any other."""
    match term:
        case tm.Variable() if term == x:
            return tm.ONE
        case _ if x not in term.free:
            return None
    try:
        rate = differentiate(term, x)
        if not same(differentiate(rate, x), tm.ZERO):
            return None
    except SymproofError:
        return None
    return _tidy(rate, x)


def _tidy(rate: tm.Scalar, x: tm.Variable) -> tm.Scalar:
    """A slope without the letter that it does not depend on."""
    return folded(substitute(rate, {x: tm.ZERO}))
