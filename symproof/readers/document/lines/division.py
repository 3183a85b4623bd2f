r"""A colon that divides: `36 : 4 = 9`, `12 - 6 : 2 = 9`, `(x^2 - 1) : (x - 1) = x + 1`; else it is a relation."""

from __future__ import annotations

from itertools import pairwise

from symproof.readers.notation import Clause, Node
from symproof.readers.notation.tree import (
    Add,
    Fence,
    Juxtaposed,
    Name,
    Number,
    Postfix,
    Product,
    Quotient,
    Root,
    Scripted,
    Sequence,
    Sign,
)

TIMES = frozenset(("cdot", "times", "*"))


def divided(clause: Clause) -> Clause:
    """A clause in which a colon between numbers divides, or one between brackets. `6 : 8 : 10 = 3 : 4 : 5` compares ratios."""
    if sum(one.kind == other.kind == "colon" for one, other in pairwise(clause.relations)) > 1:
        return clause
    members = [clause.members[0]]
    signs: list[Sign] = []
    for sign, node in zip(clause.relations, clause.members[1:], strict=True):
        first = not any(each.kind != "colon" for each in signs)
        joined = _quotient(members[-1], node, first) if sign.kind == "colon" else None
        if joined is not None:
            members[-1] = joined
        else:
            members.append(node)
            signs.append(sign)
    return Clause(clause.start, clause.end, tuple(members), tuple(signs), clause.connector, clause.words)


def _quotient(left: Node, right: Node, first: bool) -> Node | None:
    """Two terms with a colon between them, which binds as tightly as a product; None where it may be no division."""
    if _is_closed(left) and _is_closed(right):
        return _of_last_term(left, right)
    told = isinstance(left, Name) or not isinstance(right, (Fence, Number))  # `I: 7 = x + y` is equation I
    if told or not (_is_closed(right) or first) or not _is_factor(left) or not _is_factor(right):
        return None
    return Quotient(left.start, right.end, left, right)


def _of_last_term(left: Node, right: Node) -> Node | None:
    if isinstance(left, Add):
        sign, last = left.terms[-1]
        inner = _of_last_term(last, right)
        if not isinstance(inner, Add):
            return inner and Add(left.start, inner.end, (*left.terms[:-1], (sign, inner)))
        return Add(left.start, inner.end, (*left.terms[:-1], (sign, inner.terms[0][1]), *inner.terms[1:]))
    if isinstance(right, Add):
        (sign, term), *others = right.terms
        quotient = _of_last_term(left, term) if sign == "+" else None
        return quotient and Add(left.start, right.end, (("+", quotient), *others))
    if isinstance(right, Product) and set(right.operators) <= TIMES:  # 6 : 2 · 3 groups from the left
        quotient = _of_last_term(left, right.items[0])
        return quotient and Product(left.start, right.end, (quotient, *right.items[1:]), right.operators)
    return Quotient(left.start, right.end, left, right) if _is_factor(left) and _is_divisor(right) else None


def _is_factor(node: Node) -> bool:
    """Whether nothing in a term binds more loosely than a division."""
    if isinstance(node, Product):
        return set(node.operators) <= TIMES
    return not isinstance(node, (Add, Sequence)) and not (isinstance(node, Fence) and isinstance(node.body, Sequence))


def _is_divisor(node: Node) -> bool:
    """Whether a term is one factor, with units or as a mixed number; `12 : 2(3 + 1)` may be read in two ways."""
    if isinstance(node, Juxtaposed):
        first, *rest = node.items
        mixed = len(rest) == 1 and isinstance(first, Number) and isinstance(rest[0], Quotient) and rest[0].how == "frac"
        return mixed or all(isinstance(each, Name) and each.style == "unit" for each in rest)
    return isinstance(node, (Number, Quotient, Fence, Root, Scripted, Postfix)) and _is_factor(node)


def _is_closed(node: Node) -> bool:
    """Whether a term is arithmetic: numbers and units."""
    if isinstance(node, Name):
        return node.style == "unit"
    plain = isinstance(node, (Number, Add, Product, Quotient, Juxtaposed, Fence, Root, Scripted, Postfix))
    return plain and all(map(_is_closed, node.children()))
