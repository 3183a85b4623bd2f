r"""Sums over numbers that are listed, `\sum_{x \in \{0, 1\}} p(x)`, and multinomial coefficients, `\binom{4}{1, 3}`."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.values import Refused, Value, guarded

if TYPE_CHECKING:
    from symproof.readers.resolve.arithmetic import Arithmetic

MOST = 20


def listed(node: t.Big) -> tuple[t.Name, tuple[t.Node, ...]] | None:
    r"""The letter of a sum over a set in braces, and what lies in the set; None for any other sum, and where an ellipsis
    leaves members out."""
    match node:
        case t.Big(
            operator="sum" | "prod",
            lower=t.Chain(
                members=(t.Name() as index, t.Fence(left="{", right="}", body=t.Sequence(items=items, separator=","))),
                relations=(t.Sign(kind="in"),),
            ),
            upper=None,
        ) if len(items) <= MOST and len(set(map(str, items))) == len(items) and all(map(_is_number, items)):
            return index, items
    return None


def over_list(names: Arithmetic, node: t.Big, index: t.Name, items: tuple[t.Node, ...]) -> Value:
    """A sum, or a product, of what stands under it for each number of a list."""
    key = canonical(index)
    parts = [names.scalar(_put_in(node.body, key, item)) for item in items]
    total = tm.sum_of(parts) if node.operator == "sum" else tm.product_of(parts)
    names.note("a sum over numbers that are listed has an addend for each")
    return total


def multinomial(names: Arithmetic, node: t.Binomial, below: t.Sequence) -> Value:
    r"""`\binom{n}{a, b, c}` with a + b + c = n: n choose a, and b of those that are left; c are left then."""
    left, parts = names.scalar(node.top), [names.scalar(each) for each in below.items]
    if not same(tm.sum_of(parts), left):
        raise Refused(node, "a multinomial coefficient whose numbers below do not add up to the one above")
    factors = []
    for part in parts[:-1]:
        factors.append(guarded(node, lambda part=part, left=left: tm.Binomial(left, part)))
        left = left - part
    return tm.product_of(factors)


def _is_number(node: t.Node) -> bool:
    match node:
        case t.Number():
            return True
        case t.Add(terms=(("-", t.Number()),)):
            return True
    return False


def _product(row: t.Juxtaposed, key: str | None, item: t.Node) -> t.Node:
    r"""The product of what stands side by side, with a number in place of a letter: `t x` is `t \cdot 2`, and no call."""
    groups: list[list[t.Node]] = [[]]
    for each in row.items:
        if isinstance(each, t.Name) and canonical(each) == key:
            groups += [[item], []]
        else:
            groups[-1].append(_put_in(each, key, item))
    factors = [
        group[0] if len(group) == 1 else t.Juxtaposed(group[0].start, group[-1].end, tuple(group))
        for group in groups
        if group
    ]
    operators = ("cdot",) * (len(factors) - 1)
    return t.Product(row.start, row.end, tuple(factors), operators) if operators else factors[0]


def _put_in(value: Any, key: str | None, item: t.Node) -> Any:
    """A node with a number in place of a letter."""
    if isinstance(value, tuple):
        return tuple(_put_in(each, key, item) for each in value)
    if not isinstance(value, t.Node):
        return value
    if isinstance(value, t.Name) and canonical(value) == key:
        return item
    if isinstance(value, t.Juxtaposed) and any(
        isinstance(each, t.Name) and canonical(each) == key for each in value.items
    ):
        return _product(value, key, item)
    changed = {each.name: _put_in(getattr(value, each.name), key, item) for each in fields(value)}
    return replace(value, **changed)
