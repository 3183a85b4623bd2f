r"""How many members sets have: `|A \cup B| = |A| + |B| - |A \cap B|`, `|\bar{A}| = |U| - |A|`, `|A \times B| = |A| |B|`.

As the probability of an event, the size of a set is a sum of letters, `card(A)`, `card(A, B)`, one for each intersection: of
them nothing but their names is known. What lies in no named set is counted beside a set U or Omega of which the formula speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.opaque import named
from symproof.readers.resolve.probabilities import taken_apart
from symproof.readers.resolve.shapes import every_part

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

OF_SETS = frozenset(("cup", "cap", "setminus"))
WHOLE = ("U", r"\Omega")
"""The usual names of the set in which all others lie."""


def counted(node: t.Node) -> Iterable[str]:
    """The letters for sets whose unions and intersections stand between bars in a formula."""
    for each in every_part(node):
        if not isinstance(each, t.Fence) or not each.left == each.right == "|" or each.body is None:
            continue
        if _is_joined(each.body):
            letters = {canonical(part) for part in every_part(each.body) if isinstance(part, (t.Name, t.Scripted))}
            yield from {letter for letter in letters if letter}
            yield from WHOLE


def size(names: Names, node: t.Fence) -> tm.Scalar | None:
    """How many members the set between bars has; None where these are no bars around a set."""
    body = node.body
    match body:
        case t.Product(items=items, operators=operators) if set(operators) == {"times"}:
            sizes = [size(names, t.Fence(each.start, each.end, "|", "|", each)) for each in items]
            return None if None in sizes else tm.product_of(each for each in sizes if each is not None)
    known = names.context.counted
    if body is None or not (_is_joined(body) or canonical(body) in known or _barred(body) in known):
        return None
    terms: list[tm.Scalar] = []
    for key, count in sorted(taken_apart(names, body).items(), key=lambda each: (len(each[0]), sorted(each[0]))):
        letter = named(names, "card", sorted(key) or [_whole(names)], node, "nonnegative")
        terms.append(letter if count == 1 else -letter if count == -1 else count * letter)
    names.note("the size of a set is a letter; unions and complements are taken apart")
    return tm.sum_of(terms)


def _whole(names: Names) -> str:
    spoken = {canonical(each) for node in names.whole for each in every_part(node)}
    found = [letter for letter in WHOLE if letter in spoken]
    return found[0] if len(found) == 1 else "all"


def _barred(node: t.Node) -> str:
    match node:
        case t.Name(text=text, accents=("bar",)):
            return text
        case t.Scripted(base=t.Name(text=text), sub=None, primes=0, sup=t.Name(text="c" | "C")):
            return text
    return ""


def _is_joined(node: t.Node | None) -> bool:
    match node:
        case t.Product(operators=operators):
            return set(operators) <= OF_SETS
        case t.Fence(left="(", body=body):
            return _is_joined(body)
    return False
