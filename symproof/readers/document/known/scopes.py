"""For which values of a letter something holds: "prove that for every n >= 3" holds for the proof too, until another is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from symproof.readers.document.lines.kinds import is_bound, is_order
from symproof.readers.document.lines.step import Fact
from symproof.statement import Relation

UPWARD = (">", ">=")


def remaining_scopes(scopes: Sequence[Fact], said: Iterable[Fact | None]) -> list[Fact]:
    """The scopes of an exercise that go on where a formula says something: those of whose letters no other bound is said."""
    if not scopes:
        return []
    same = [fact.prop for fact in scopes]
    props = [fact.prop for fact in said if fact is not None and fact.prop not in same]
    bounds = [each for each in props if is_order(each) and is_bound(each)]
    return [fact for fact in scopes if not any(fact.prop.free & each.free for each in bounds)]


def scopes_of(scopes: Sequence[Fact], given: Iterable[Fact]) -> tuple[Fact, ...]:
    """The scopes that hold for a line, beside what is given for it: a bound that is said there is meant alone."""
    bounds = [fact.prop for fact in given if fact.kind == "hypothesis" and is_bound(fact.prop)]
    bounded = {letter for prop in bounds for letter in prop.free}
    return tuple(each for each in scopes if not each.prop.free & bounded)


def bounded_anew(facts: Iterable[Fact], new: Fact) -> list[Fact]:
    """The bounds that were said for a while, "for n >= 4", and that end where a later line says another one of that letter, "for
    n >= 1"."""
    end = _end(new)
    return [] if end is None else [each for each in facts if each.line < new.line and _end(each) == end]


def _end(fact: Fact) -> tuple[object, bool] | None:
    """Of a letter of which a bound is said for a while: that letter, and whether it is bounded below."""
    prop = fact.prop
    if not fact.local or not isinstance(prop, Relation) or not is_order(prop) or not is_bound(prop):
        return None
    (letter,) = prop.free
    return letter, (prop.kind in UPWARD) == (prop.left == letter)
