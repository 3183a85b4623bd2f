r"""Equations of differentials: `du = 2x \, dx` says that the derivative of u in x is 2x."""

from __future__ import annotations

from dataclasses import replace

from symproof.readers.notation import tree as t


def of_differentials(left: t.Node, right: t.Node) -> tuple[t.Node, t.Node] | None:
    r"""The two sides of `g \frac{du}{dx} = f` for `g \, du = f \, dx`; None for any other equation."""
    before, cut = _without(left), _without(right)
    if before is None or cut is None:
        return None
    factor, (above, u) = before
    rest, (d, x) = cut
    top, below = t.Juxtaposed(above.start, u.end, (above, u)), t.Juxtaposed(d.start, x.end, (d, x))
    rate = t.Quotient(left.start, left.end, top, below, "frac")
    bare = isinstance(factor, t.Number) and factor.text == "1"
    return rate if bare else t.Product(left.start, left.end, (factor, rate), ("cdot",)), rest


def _without(node: t.Node) -> tuple[t.Node, tuple[t.Node, t.Node]] | None:
    """A term without the differential at its end, which may stand in the argument of a function, and the differential."""
    match node:
        case t.Juxtaposed(items=(*items, d, t.Name() as x)) if _is_d(d):
            rest = t.Number(node.start, node.start, "1") if not items else items[0]
            return replace(node, items=tuple(items)) if len(items) > 1 else rest, (d, x)
        case t.Juxtaposed(items=(*items, last)) if (cut := _without(last)) is not None:
            return replace(node, items=(*items, cut[0])), cut[1]
        case t.Function(argument=t.Node() as argument, bracketed=False) if (cut := _without(argument)) is not None:
            return replace(node, argument=cut[0]), cut[1]
        case t.Add(terms=((sign, term),)) if (cut := _without(term)) is not None:
            return replace(node, terms=((sign, cut[0]),)), cut[1]
        case t.Quotient(top=top, bottom=bottom) if _without(bottom) is None and (cut := _without(top)) is not None:
            return replace(node, top=cut[0]), cut[1]
    return None


def _is_d(node: t.Node) -> bool:
    return isinstance(node, t.Name) and node.text == "d" and node.style in ("", "mathrm")
