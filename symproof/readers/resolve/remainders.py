r"""Remainders at 0: `e^x = 1 + x + O(x^2)`, where the text says that x goes to 0, x is called h or epsilon, or the
other terms are lower powers of x.

A term that has a power series at 0 is O(x^n) exactly where its first n derivatives vanish there, and o(x^n) where one more
does. So a remainder is worked out, and the language needs none.
Limits: powers of one letter; no remainders at infinity, none of functions that are known by name only.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.limits import MOST_ORDERS, is_analytic
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.sizes import folded, known_signs
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused, guarded
from symproof.statement import Prop
from symproof.substitution import substitute
from symproof.trusted.calculus import differentiate

GROWTH = {"O": "O", r"\mathcal{O}": "O", r"\Theta": "Theta", r"\Omega": "Omega"}
"""Orders of growth: from above, from both sides, from below."""
ORDERS = {"O": 0, r"\mathcal{O}": 0, "o": 1}
"""How many more derivatives than the power vanish."""
SMALL = frozenset(("h", r"\epsilon", r"\varepsilon"))
"""Letters that go to 0 by what they are called."""
MOST_PARTS = 500


class Remainder(NamedTuple):
    """A sum without its last term, and that term, `O(x^3)`."""

    rest: t.Node
    order: str
    bound: t.Node


def remainder(node: t.Node) -> Remainder | None:
    """The remainder that a sum ends with."""
    match node:
        case t.Add(
            start=start, terms=(*others, ("+", t.Juxtaposed(items=(name, t.Fence(left="(", body=t.Node() as bound)))))
        ):
            key = canonical(name)
            if key in ORDERS and others:
                last = others[-1][1]
                alone = (
                    others[0][1] if len(others) == 1 and others[0][0] == "+" else t.Add(start, last.end, tuple(others))
                )
                return Remainder(alone, key, bound)
    return None


def up_to(terms: Terms, left: tm.Scalar, found: Remainder, node: t.Node) -> Prop:
    """The statement that a term is a sum up to a remainder: some derivatives of the difference vanish at 0.

    Raises:
        Refused: a remainder that is no power of a letter which goes to 0, a difference without a power series.
    """
    bound, rest = terms.scalar(found.bound), terms.scalar(found.rest)
    x, power = _power(bound)
    if x is None or not 0 < power + ORDERS[found.order] <= MOST_ORDERS:
        raise Refused(node, "a remainder that is no small power of a letter")
    rises = 0 < (_degree(rest, x) or 0) < power  # for large x the remainder would be all of it
    if not (rises or x.name in terms.context.small or x.name in {name.lstrip("\\") for name in SMALL}):
        raise Refused(node, f"a remainder where nothing says that {x} goes to 0")
    difference = left - rest
    if not is_analytic(difference, x, known_signs(terms.context)):
        raise Refused(node, "a remainder of what has no power series at 0")
    terms.note(f"a remainder of order {power} says that the first derivatives of the difference vanish at {x} = 0")
    rates = [difference]
    while len(rates) < power + ORDERS[found.order]:
        rates.append(guarded(node, partial(differentiate, rates[-1], x)))
    there = [guarded(node, partial(_at_zero, rate, x)) for rate in rates]
    if any(sum(1 for _ in each.subterms()) > MOST_PARTS for each in there):
        raise Refused(node, "a remainder whose derivatives are too large")
    props = tuple(st.Relation("=", each, tm.ZERO) for each in there)
    return st.all_of(props)


def _at_zero(rate: tm.Scalar, x: tm.Variable) -> tm.Scalar:
    return folded(substitute(rate, {x: tm.ZERO}))


def _degree(term: tm.Term, x: tm.Variable) -> int | None:
    """The degree of a polynomial in a letter; None of what is none."""
    if x not in term.free:
        return 0
    match term:
        case tm.Variable():
            return 1
        case tm.Add(args) | tm.Mul(args):
            degrees = [_degree(each, x) for each in args]
            known = [each for each in degrees if each is not None]
            return None if len(known) < len(degrees) else max(known) if isinstance(term, tm.Add) else sum(known)
        case tm.Neg(arg) | tm.Div(arg, tm.Number()):
            return _degree(arg, x)
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent > 0:
            degree = _degree(base, x)
            return None if degree is None else int(exponent) * degree
    return None


def _power(bound: tm.Scalar) -> tuple[tm.Variable | None, int]:
    match bound:
        case tm.Variable(domain="real"):
            return bound, 1
        case tm.Elementary(function="abs", args=(inner,)):
            return _power(inner)
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent > 0:
            letter, one = _power(base)
            return letter, int(exponent) * one
    return None, 0


def order_of(context: Context, node: t.Juxtaposed) -> str:
    r"""The order of growth that a member says, `O(n^2)`, `\Theta(n \log n)`; "" of any other, and of a letter that somebody
    declares."""
    key = canonical(node.items[0]) or ""
    of_brackets = len(node.items) == 2 and isinstance(node.items[1], t.Fence) and node.items[1].left == "("
    told = key in context.names and key not in context.inferred
    told |= any(
        tm.Variable(key.lstrip("\\")) in prop.free or tm.Variable(key) in prop.free for prop in context.holding()
    )
    return GROWTH.get(key, "") if key.endswith(("O", "O}")) or (of_brackets and not told) else ""
