r"""Values of which nothing is known but that they are one number: `g(x, y)` of a function that the text does not give, and
`D(p \,\|\, q)`, `H(X \mid Y)`.

Each is a letter, named by what it is the value at. It is never taken to refute a line (`dependence.is_unknown_rate`), and nothing
is put in for the letters in its name. At a place that a sum goes over it is a member of a sequence, or the value of a function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.values import Refused, Value
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
    (key, *others) = at
    letter = bound[key]
    if others or not isinstance(letter, tm.Variable):
        raise Refused(node, "a value at several places of sums or integrals is not read")
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


def mentions(text: str, key: str) -> bool:
    """Whether a letter stands in a text."""
    return _pattern(key).search(text) is not None


def _with_place(text: str, key: str) -> str:
    return _pattern(key).sub(PLACE, text)


def _pattern(key: str) -> re.Pattern[str]:
    spelled = "|".join(map(re.escape, dict.fromkeys((key, shown(key)))))
    return re.compile(rf"(?<![A-Za-z\\])(?:{spelled})(?![A-Za-z])")
