r"""Values of which nothing is known but that they are one number: `g(x, y)` of a function that the text does not give, and
`D(p \,\|\, q)`, `H(X \mid Y)`.

Each is a letter, named by what it is the value at. It is never taken to refute a line (`dependence.is_unknown_rate`), and nothing
is put in for the letters in its name. At a place that a sum goes over it is a member of a sequence, or the value of a function;
at several places i, k the value of a function at `i ι + k ι'`, which says which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import side_by_side
from symproof.readers.resolve.values import Macro, Refused, Value
from symproof.text import letter as shown
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

PLACE = "\u00b7"
"""What stands in a name where a sum or an integral goes over places."""


def named(names: Names, head: str, inside: Sequence[str], node: t.Node, sign: str = "") -> tm.Scalar:
    """The letter for a value that is named by its head and by what stands in its brackets, as LaTeX or as a term is shown."""
    bound = {key: letter for scope in names.bound for key, letter in scope.items()}
    at = {key for key in bound for each in (head, *inside) if mentions(each, key)}
    if not at:
        return tm.Variable(f"{head}({', '.join(inside)})", sign=sign)
    if len(at) > 1:
        return at_places(head, inside, {key: bound[key] for key in sorted(at)}, node)
    (key,) = at
    letter = bound[key]
    if not isinstance(letter, tm.Variable):
        raise Refused(node, "a value at what is no place of a sum or an integral is not read")
    name = f"{_with_place(head, key)}({', '.join(_with_place(each, key) for each in inside)})"
    if not {key, shown(key)}.isdisjoint(inside) and all(
        each in (key, shown(key)) or not mentions(each, key) for each in (head, *inside)
    ):
        value: tm.Scalar = tm.Function(name, "real")(letter)
        return value
    if not tm.is_integer(letter):
        raise Refused(node, "a value at what depends on the letter of an integral is not read")
    member: tm.Scalar = tm.Sequence(name, tm.Variable(name, sign=sign))[letter]
    return member


def at_places(head: str, inside: Sequence[str], letters: Mapping[str, tm.Term], node: t.Node) -> tm.Scalar:
    """The value that is named in this way at several places, which are all its own."""
    name = f"{head}({', '.join(inside)})"
    at: list[tm.Scalar] = []
    for key in sorted(letters, key=lambda each: found.start() if (found := _pattern(each).search(name)) else -1):
        letter = letters[key]
        if not isinstance(letter, tm.Variable) or not tm.is_integer(letter):
            raise Refused(node, "a value at several places of sums or integrals is not read")
        at.append(letter)
        name = _pattern(key).sub(PLACE * len(at), name)
    return value_at(name, at)


def at_letters(name: str, letters: Sequence[tm.Variable]) -> tm.Scalar:
    """The number of a name for each value of the whole numbers in it."""
    ordered = sorted(letters, key=lambda each: found.start() if (found := _pattern(each.name).search(name)) else -1)
    for count, letter in enumerate(ordered, 1):
        name = _pattern(letter.name).sub(PLACE * count, name)
    return value_at(name, ordered)


def value_at(name: str, places: Sequence[tm.Scalar]) -> tm.Scalar:
    """A number of this name for each of several places i, k: the value of a function at `i ι + k ι'`."""
    sides = [place * tm.VectorVariable("\u03b9" + "'" * number) for number, place in enumerate(places)]
    value: tm.Scalar = tm.Function(name, "vector")(reduce(add, sides))
    return value


def at_indices(names: Names, key: str | None, node: t.Scripted) -> tm.Scalar | None:
    r"""`x_j^{(i)}`, `w_{jk}^{(l)}`: a number for each of the places, of which nothing else is known; None of anything else."""
    sub, sup = node.sub, node.sup
    if not key or sub is None or not isinstance(sup, t.Fence) or sup.left != "(" or sup.body is None:
        return None
    if isinstance(names.symbol(key), tm.Function | tm.Matrix | Macro) or names.context.of_entries(key, sub) is not None:
        return None
    places = [names.value(each) for each in (*side_by_side(sub), sup.body)]
    found = [each for each in places if isinstance(each, tm.Scalar) and tm.is_integer(each)]
    if len(found) < len(places):
        return None
    names.note(f"{key} with indices below and above is a number for each of them")
    return value_at(f"{key}({PLACE * len(places)})", found)


def value_of(names: Names, head: str, args: Sequence[Value], node: t.Node) -> tm.Scalar:
    """The value of a function that is not given, at some terms."""
    if not all(isinstance(arg, tm.Term) for arg in args):
        raise Refused(node, f"{head} is used before it is defined")
    names.note(f"nothing here gives {head}: its values are letters")
    return named(names, head, [plain(arg) for arg in args], node)


def compared(names: Names, head: str, body: t.Such, node: t.Node) -> tm.Scalar:
    r"""`D(p \,\|\, q)`, `H(X \mid Y)`: a number that two things, or something under a condition, have."""
    sides = []
    for side in (body.left, body.right):
        keys = [canonical(each) for each in t.items_of(side)]
        if None in keys:
            raise Refused(body, f"{head} of what are no letters is not read")
        sides.append(", ".join(filter(None, keys)))
    names.note(f"{head} with a bar in its brackets is a letter")
    return named(names, head, [" | ".join(sides)], node)


def in_place(text: str, key: str, other: str) -> str:
    """A text with something else in the place of a letter."""
    return _pattern(key).sub(other, text)


def mentions(text: str, key: str) -> bool:
    """Whether a letter stands in a text."""
    return _pattern(key).search(text) is not None


def _with_place(text: str, key: str) -> str:
    return _pattern(key).sub(PLACE, text)


def _pattern(key: str) -> re.Pattern[str]:
    spelled = "|".join(map(re.escape, dict.fromkeys((key, shown(key)))))
    return re.compile(rf"(?<![A-Za-z\\])(?:{spelled})(?![A-Za-z])")
