r"""Finite sets that are written out: `\{1, 2, 3\} \cap \{2, 4\} = \{2\}`, `A \setminus B = \{1\}`, `\{1\} \subseteq A`.

Two sets are equal where each of the members that are written in one of them lies in both or in none; one is part of the other
where each of them that lies in the first lies in the second. Whether one lies in a set is said by equations of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused
from symproof.statement import Prop

OPERATORS = frozenset(("cup", "cap", "setminus"))
MOST = 40


def of_sets(terms: Terms, left: t.Node, kind: str, right: t.Node) -> Prop | None:
    """That two finite sets are equal, or that one is part of the other; None of what are no two finite sets."""
    named = isinstance(left, t.Name) or isinstance(right, t.Name)  # `A = \{1, 2\}` says what A is
    if not (_is_finite(terms, left) and _is_finite(terms, right)) or (kind == "=" and named and not _is_empty(right)):
        return None
    members: list[tm.Scalar] = []
    for item in (*_items(terms, left), *_items(terms, right)):
        value = terms.scalar(item)
        if not any(same(value, each) for each in members):
            members.append(value)
    if len(members) > MOST:
        raise Refused(left, "a set of too many members")
    said: list[Prop] = []
    for each in members:
        one, other = _lies(terms, left, each), _lies(terms, right, each)
        said.append(st.Iff(one, other) if kind == "=" else st.Implies(one, other))
    terms.note("sets are compared member by member")
    return st.all_of(said)


def _is_empty(node: t.Node) -> bool:
    return isinstance(node, t.Name) and node.text == r"\emptyset"


def _is_finite(terms: Terms, node: t.Node) -> bool:
    """Whether a node is a set whose members are written out, or that is made of such."""
    match node:
        case t.Fence(left="{", right="}", body=t.Node() as body):
            return not any(
                isinstance(each, (t.Ellipsis, t.Such, t.Chain, t.Fence, t.Text)) for each in t.items_of(body)
            )
        case t.Fence(left="(", body=t.Product() | t.Add() as body):
            return _is_finite(terms, body)
        case t.Product(items=items, operators=operators):
            return set(operators) <= OPERATORS and all(_is_finite(terms, each) for each in items)
        case t.Add(terms=((("", _) | ("+", _)) as first, *rest)):
            return all(sign == "-" for sign, _ in rest) and all(_is_finite(terms, each) for _, each in (first, *rest))
        case t.Name() if _is_empty(node):
            return True
        case t.Name():
            known = terms.context.sets.get(canonical(node) or "")
            return known is not None and _is_finite(terms, known)
    return False


def _items(terms: Terms, node: t.Node) -> Iterator[t.Node]:
    """The members that are written in a set and in those that it is made of."""
    match node:
        case t.Fence(left="{", body=body):
            yield from t.items_of(body)
        case t.Name():
            known = terms.context.sets.get(canonical(node) or "")
            if known is not None:
                yield from _items(terms, known)
        case _:
            for each in node.children():
                yield from _items(terms, each)


def _lies(terms: Terms, node: t.Node, value: tm.Scalar) -> Prop:
    """That a number lies in a set."""
    match node:
        case t.Fence(left="{", body=body):
            return st.any_of(st.Relation("=", value, terms.scalar(item)) for item in t.items_of(body))
        case t.Fence(body=t.Node() as body):
            return _lies(terms, body, value)
        case t.Product(items=(first, *others), operators=operators):
            found = _lies(terms, first, value)
            for operator, item in zip(operators, others, strict=True):
                more = _lies(terms, item, value)
                found = st.Or((found, more)) if operator == "cup" else _both(found, more, apart=operator != "cap")
            return found
        case t.Add(terms=((_, first), *others)):
            found = _lies(terms, first, value)
            for _, item in others:
                found = _both(found, _lies(terms, item, value), apart=True)
            return found
        case t.Name() if (known := terms.context.sets.get(canonical(node) or "")) is not None:
            return _lies(terms, known, value)
    return st.Relation("!=", value, value)  # in the empty set


def _both(one: Prop, other: Prop, *, apart: bool) -> Prop:
    return st.And((one, st.Not(other) if apart else other))
