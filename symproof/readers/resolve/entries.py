r"""Letters for entries: `A = (a_{ij})` and `x = (x_1, \dots, x_n)^\top` say so; vectors of which a member is used as a number,
`\sum_i x_i^2` beside `\|x\|`, show it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical, is_capital_letter
from symproof.readers.resolve.shapes import (
    every_part,
    has_t,
    has_two_indices,
    is_index,
    set_phrase,
    transposes,
)
from symproof.statement import ORDERS

LETTER = re.compile(r"[A-Za-z]+")
OF_NUMBERS = frozenset(("exp", "log", "ln", "sqrt", "sin", "cos", "max", "min"))


class Listed(NamedTuple):
    """A letter whose entries another one stands for, with one index or two, and their numbers where they are written."""

    whole: str
    entry: str
    indices: int = 1
    rows: str = ""
    columns: str = ""


def listed_entries(formula: t.Formula) -> list[tuple[Listed, int, int]]:
    r"""What equations such as `A = (a_{ij})` and `x = (x_1, \dots, x_n)` list, and which piece of the text does so: from the
    sign on to the end of the brackets, or of the ranges behind them, `1 \le i \le m`."""
    found = []
    for k, clause in enumerate(formula.clauses):
        if clause.relations and clause.relations[0].kind in ("=", ":="):
            whole, entries = canonical(clause.members[0]), _entries(clause.members[1])
            if whole and entries is not None and _goes_with(whole, entries):
                sizes, end = _ranges(formula.clauses[k + 1 :], _indices(clause.members[1]), clause.members[1].end)
                if sizes:
                    entries = entries._replace(rows=sizes[0], columns=sizes[-1])
                found.append((entries._replace(whole=whole), clause.members[0].end, end))
    return found


def entries_by_a_law(formula: t.Formula) -> list[tuple[t.Node, str, t.Fence, int]]:
    r"""What equations such as `C = [a_{i-j}]` and `B = (x_i y_j)_{ij}` say of each entry: the matrix, its indices, the brackets
    with the law, and where they end, with the indices below them."""
    found = []
    for clause in formula.clauses:
        if not clause.relations or clause.relations[0].kind not in ("=", ":="):
            continue
        matrix, brackets = clause.members[:2]
        below = brackets.sub if isinstance(brackets, t.Scripted) and brackets.sup is None else None
        inner = brackets.base if isinstance(brackets, t.Scripted) and below is not None else brackets
        name = canonical(matrix) or ""
        if not isinstance(inner, t.Fence) or inner.left not in ("(", "[") or not is_capital_letter(name[:1]):
            continue
        indices = _law(inner.body, below)
        listed = _entries(brackets)
        if indices and (listed is None or listed.indices < 2):
            found.append((matrix, indices, inner, brackets.end))
    return found


def _law(body: t.Node | None, below: t.Node | None) -> str:
    """The two indices of a law for entries: those below its brackets, or those of which it has the difference, or the sum, below
    a letter."""
    if body is None or isinstance(body, t.Sequence | t.Chain):
        return ""
    sums = [part.sub for part in every_part(body) if isinstance(part, t.Scripted) and isinstance(part.sub, t.Add)]
    told = [below] if below is not None else sums
    names = {each.text for sub in told for each in every_part(sub) if isinstance(each, t.Name)}
    inside = {each.text for each in every_part(body) if isinstance(each, t.Name)}
    return "".join(sorted(names)) if len(names) == 2 and names <= inside and names <= set("ijklmnrst") else ""


def _indices(node: t.Node) -> list[str]:
    """The letters of the places of entries, i and j of `(a_{ij})`."""
    match node:
        case t.Fence(body=t.Scripted(sub=t.Node() as sub)):
            return [key for each in every_part(sub) if isinstance(each, t.Name) and (key := canonical(each))]
    return []


def _ranges(clauses: Sequence[t.Clause], indices: Sequence[str], end: int) -> tuple[list[str], int]:
    r"""The sizes that ranges behind entries say, one for each index, and where they end: `1 \le i \le m, 1 \le j \le n` or
    `1 \le i, j \le n`."""
    sizes: dict[str, str] = {}
    waiting: list[str] = []
    for clause in clauses:
        if any(sign.kind != "<=" for sign in clause.relations) or not clause.relations:
            break
        begins = isinstance(clause.members[0], t.Number) and clause.members[0].text == "1"
        names = clause.members[1:] if begins else clause.members
        size = size_of(names[-1]) if len(names) > 1 else ""
        here = [canonical(each) for each in (names[:-1] if size else names)]
        if not (begins or waiting) or any(key not in indices for key in here):
            break
        waiting += [key for key in here if key]
        if size:
            sizes |= dict.fromkeys(waiting, size)
            waiting, end = [], clause.end
    return ([sizes[key] for key in indices], end) if indices and all(key in sizes for key in indices) else ([], end)


def _goes_with(whole: str, entries: Listed) -> bool:
    """Whether a letter may have such entries: a matrix is capital; a column is small, or has the letter of its entries."""
    capital = is_capital_letter(whole)
    return (
        capital
        if entries.indices == 2
        else not capital or LETTER.findall(whole)[-1:] == LETTER.findall(entries.entry)[-1:]
    )


def _entries(node: t.Node) -> Listed | None:
    """The entries that brackets list: `(a_{ij})`, `(x_1, \\dots, x_n)^\\top`, `[b_{ij}]_{i,j=1}^n`."""
    number = ""
    if isinstance(node, t.Scripted) and isinstance(node.base, t.Fence):
        number = size_of(node.sup) if node.sub is not None else ""
        node = node.base
    if not isinstance(node, t.Fence) or node.left not in ("(", "["):
        return None
    match node.body:
        case t.Scripted(sup=None, sub=t.Node() as sub) as entry if has_two_indices(sub) or is_index(sub):
            key = canonical(entry.base)
            return Listed("", key, 1 + has_two_indices(sub), number, number) if key else None
        case t.Sequence(items=(t.Scripted(sup=None) as first, *between, t.Scripted(sup=None) as last)) if any(
            isinstance(item, t.Ellipsis) for item in between
        ):
            key = canonical(first.base)
            return Listed("", key, 1, size_of(last.sub)) if key and key == canonical(last.base) else None
    return None


def number_of_indices(sub: t.Node) -> int:
    """How many indices a subscript is: two of `ij`, `i,j` and `12`."""
    return 2 if has_two_indices(sub) or (isinstance(sub, t.Number) and len(sub.text) == 2 and sub.text.isdigit()) else 1


def size_of(node: t.Node | None) -> str:
    """A letter or a number as the name of a size."""
    if isinstance(node, t.Number):
        return node.text
    return (canonical(node) or "") if node is not None else ""


def used_as_numbers(clauses: Collection[t.Node], vectors: Collection[str]) -> set[str]:
    """The vectors of which a member is squared, stands between bars, in a logarithm, in an exponent of e or below a fraction, is
    larger than a number, or is multiplied by another vector; and none stands in a norm, in an inner product, behind a transpose
    or in a space."""
    parts = [part for clause in clauses for part in every_part(clause)]
    families = {_base(node) for part in parts for node in _as_vectors(part)} - {""}
    kinds = families | set(vectors)
    numbers = {key for part in parts for node in _as_numbers(part) if (key := _base(node)) in vectors}
    for part in parts:
        if isinstance(part, t.Juxtaposed):
            factors = {key for item in part.items if (key := _base(item)) in kinds}
            numbers |= factors & set(vectors) if len(factors) > 1 else set()
    return numbers - families


def _base(node: t.Node | None) -> str:
    """The letter of which a node is a member, x of x_i."""
    if not isinstance(node, t.Scripted) or node.sub is None or node.sup is not None or node.primes:
        return ""
    return (canonical(node.base) or "") if is_index(node.sub) or isinstance(node.sub, t.Number) else ""


def _as_vectors(part: t.Node) -> Iterator[t.Node]:
    """What stands as a vector."""
    match part:
        case t.Scripted(start, end, base=base, sub=t.Node() as sub) if transposes(part) or has_t(part):
            yield t.Scripted(start, end, base, sub)
        case t.Fence(left="||" | "<", body=t.Node() as body):
            for side in t.items_of(body):
                yield from (term for _, term in side.terms) if isinstance(side, t.Add) else (side,)
        case t.Juxtaposed(items=items):
            yield from (right for left, right in pairwise(items) if transposes(left) or has_t(left))
        case t.Clause(members=(left, right), relations=(sign,)) if sign.kind == "in" and set_phrase(right) == "vector":
            yield from t.items_of(left)


def _as_numbers(part: t.Node) -> Iterator[t.Node]:
    """What stands as a number."""
    match part:
        case t.Scripted(start, end, base=base, sub=t.Node() as sub, sup=t.Number()):
            yield t.Scripted(start, end, base, sub)
        case t.Scripted(base=t.Name(text="e"), sub=None, sup=t.Node() as power):
            yield from (term for _, term in power.terms) if isinstance(power, t.Add) else (power,)
        case t.Quotient(bottom=bottom):
            yield bottom
        case t.Fence(left="|", body=t.Node() as body):
            yield body
        case t.Function(name=name, argument=t.Node() as argument) if name in OF_NUMBERS:
            yield argument
        case t.Clause(members=(left, right), relations=(sign,)) if sign.kind == "=" and _counts_as(left, right):
            yield left
        case t.Clause(members=sides, relations=signs) if any(sign.kind in ORDERS for sign in signs):
            yield from sides


def _counts_as(member: t.Node, term: t.Node) -> bool:
    """Whether a member is given by its index, `x_i = 2i + 1`."""
    letters = {canonical(each) for each in every_part(term) if isinstance(each, t.Name)}
    return isinstance(member, t.Scripted) and member.sub is not None and letters == {canonical(member.sub)}
