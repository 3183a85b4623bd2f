r"""Letters that stand for columns with an index, `A v_i = \lambda_i v_i`, where a text has no other use of them.

Such a family is the matrix of its columns, of as many as a list or a sum says. What counts steps, `x_{t+1}`, is none, nor
is what begins with 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical, is_small_letter
from symproof.readers.resolve.ranges import ranges_in, tied_places
from symproof.readers.resolve.shapes import every_part, is_index

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context

PLACES = "ijklmnr"
"""The letters that name a member, and no step."""
MEMBERS = "ij"
"""Those that do so where nothing says how many there are: k may count steps, g_k = A x_k - b."""


def is_place(sub: t.Node) -> bool:
    """Whether what stands below a letter is the place of a member, i or 2."""
    if isinstance(sub, t.Number):
        return sub.text.isdigit() and sub.text != "0"
    return isinstance(sub, t.Name) and is_index(sub)


def is_member(table: tm.Matrix | None, sub: t.Node) -> bool:
    """Whether what stands below the letter of a family of columns is the place of one: over Z/n, anything."""
    cyclic = isinstance(table, tm.EntryLaw) and isinstance(table.columns, tm.Cyclic)
    return table is not None and (cyclic or is_place(sub))


def tables_of(clauses: Iterable[t.Clause | t.Node], context: Context) -> dict[str, str]:
    """The letters that may stand for columns with an index, with the number of these; "" where nothing says it."""
    seen = list(clauses)
    below: dict[str, list[t.Node]] = {}
    for each in (part for clause in seen for part in every_part(clause)):
        if isinstance(each, t.Scripted) and each.sub is not None and not each.primes:
            key = canonical(each.base) or ""
            if is_small_letter(key):
                below.setdefault(key, []).append(each.sub)
    lists = [each for each in seen if isinstance(each, t.Clause)]
    places = tied_places(lists)
    spans = ranges_in(seen, places)
    found: dict[str, str] = {}
    for key, subs in below.items():
        named = [sub.text for sub in subs if isinstance(sub, t.Name) and is_index(sub)]
        steps = any(isinstance(sub, t.Add) or (isinstance(sub, t.Number) and not is_place(sub)) for sub in subs)
        basis = key in context.bases
        if steps or key in context.names or not (basis or any(text in PLACES for text in named)):
            continue
        low, high = spans.get(places.get(key, key), (None, None))
        if low is None or high is None:
            if basis or all(text in MEMBERS for text in named):
                found[key] = ""
        elif isinstance(low, t.Number) and low.text == "1" and (count := canonical(high)):
            found[key] = count
    return found
