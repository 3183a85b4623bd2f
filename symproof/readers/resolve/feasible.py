r"""Over which values something is the smallest or the largest: all of a letter, or those under a constraint, `\|w\| \le 1`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part, set_phrase
from symproof.readers.resolve.values import Refused, Value
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.resolve.terms import Terms

Where = Callable[[t.Chain, list[Value]], Prop]
"""What makes the condition on a letter of the chain that is written and of what its members are."""


def feasible(terms: Terms, node: t.Big, where: Where) -> tuple[tm.Variable | tm.VectorVariable, Prop | None]:
    """The letter over which something goes, and under which condition it does; None under none.

    Raises:
        Refused: what stands below names no letter.
    """
    chains = tuple(_chains(node.lower))
    letter = next(filter(None, (_letter_of(each, node.body) for each in (node.lower, *chains))), None)
    variable = terms.symbol(canonical(letter)) if letter is not None else None
    if not isinstance(variable, (tm.Variable, tm.VectorVariable)):
        raise Refused(node, f"{node.operator} over what is no letter")
    conditions = [
        where(each, [caught(partial(terms.value, member)) for member in each.members])
        for each in chains
        if not _is_everywhere(each, variable)
    ]
    if any(variable not in each.free for each in conditions):
        raise Refused(node, f"{node.operator} under a condition on another letter")
    return variable, st.all_of(conditions) if conditions else None


def _chains(place: t.Node | None) -> Iterator[t.Chain]:
    r"""The relations below an operator: of `w : \|w\| \le 1`, and of several."""
    match place:
        case t.Chain():
            yield place
        case t.Such(left=left, right=right):
            yield from _chains(left)
            yield from _chains(right)
        case t.Sequence(items=items):
            for each in items:
                yield from _chains(each)


def _letter_of(place: t.Node | None, body: t.Node | None) -> t.Node | None:
    r"""The letter of `x`, `x \in S`, `0 \le x \le 1`, `x : \|x\| \le 1`, and of `\|x - y\| \le 1` the first one that
    stands in what is minimized."""
    match place:
        case t.Name():
            return place
        case t.Such(left=left):
            return _letter_of(left, body)
        case t.Sequence(items=(first, *_)):
            return _letter_of(first, body)
        case t.Chain(members=(t.Name() as letter, _)) | t.Chain(members=(_, t.Name() as letter, _)):
            return letter
        case t.Chain(members=members):
            named = set(map(canonical, every_part(body))) if body is not None else set()
            parts = [part for member in members for part in every_part(member) if isinstance(part, t.Name)]
            return next((part for part in parts if canonical(part) in named), None)
    return place


def _is_everywhere(place: t.Chain, variable: tm.Term) -> bool:
    r"""Whether a letter only is said to be what it is, `x \in \mathbb{R}`."""
    phrase = set_phrase(place.members[1]) if place.relations[0].kind == "in" else ""
    return phrase == ("vector" if isinstance(variable, tm.VectorVariable) else getattr(variable, "domain", None))
