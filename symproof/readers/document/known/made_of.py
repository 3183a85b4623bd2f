"""What looks like the definition of a function and is a claim: the other side is made of that function itself."""

from __future__ import annotations

from collections.abc import Iterable

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import called
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.dependence import is_unknown_rate
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.opaque import mentions
from symproof.readers.resolve.shapes import every_part
from symproof.term import Function, Term


def is_made_of(name: str, unit: Unit, context: Context) -> bool:
    """Whether a function that stands on the right is itself given by the one of this name: `f(y) = g(1)` of g(t) = f(x + t y)."""
    there = {canonical(part) for member in unit.members[1:] for part in every_part(member.node)}
    given = [context.names.get(key) for key in there if key]
    own = context.names.get(name)
    made = {letter for each in given if isinstance(each, Macro) for letter in each.body.free}
    return _hide(made, name) or (isinstance(own, Function) and own in made)


def is_of_what_is_known(name: str, unit: Unit, context: Context, known: Knowledge) -> bool:
    """Whether `f_n(x) = f(x)` stands where the text has spoken of f_n in the name of a number alone, its limit, and knows f."""
    call = called(unit.members[1].node)
    if call is None or not isinstance(context.names.get(canonical(call[0]) or ""), Function | Macro):
        return False
    return _hide((letter for each in (*known.facts, *known.claims) for letter in each.prop.free), name)


def _hide(letters: Iterable[Term], name: str) -> bool:
    """Whether a function stands in the name of one of some letters."""
    return any(is_unknown_rate(letter) and mentions(str(letter), name) for letter in letters)
