r"""Integrals of polynomials between bounds, `\int_0^1 x^2 \, dx`, and what stands in brackets between them, `[x^3]_0^1`.

An integral is worked out by the power rule, so that the language needs none; any other is refused by name.
"""

from __future__ import annotations

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.substitution import substitute


def between(body: Value, letter: Value, low: tm.Scalar, high: tm.Scalar, node: t.Node) -> Value:
    """A number at the upper bound less the same at the lower one."""
    if not isinstance(body, tm.Scalar) or not isinstance(letter, tm.Variable):
        raise Refused(node, "what stands between bounds is no number in a letter")
    return guarded(node, lambda: substitute(body, {letter: high}) - substitute(body, {letter: low}))


def antiderivative(body: tm.Scalar, x: tm.Variable, node: t.Node) -> tm.Scalar:
    """An antiderivative of a polynomial in x, by the power rule.

    Raises:
        Refused: what is no sum of powers of x with coefficients.
    """
    match body:
        case _ if x not in body.free:
            return body * x
        case tm.Variable():
            return x**2 / 2
        case tm.Add(args):
            return tm.Add(tuple(antiderivative(arg, x, node) for arg in args))
        case tm.Neg(arg):
            return -antiderivative(arg, x, node)
        case tm.Div(top, bottom) if x not in bottom.free:
            return antiderivative(top, x, node) / bottom
        case tm.Mul(args):
            inside = [arg for arg in args if x in arg.free]
            if len(inside) == 1:
                rest = [arg for arg in args if x not in arg.free]
                return tm.Mul((*rest, antiderivative(inside[0], x, node)))
        case tm.Pow(base, tm.Number(exponent)) if base == x and exponent.denominator == 1 and exponent > 0:
            raised = tm.Number(exponent + 1)
            return x**raised / raised
    raise Refused(node, "an integral that is not of a sum of powers, with coefficients, is not read")
