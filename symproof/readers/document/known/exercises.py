"""What ends with an exercise of a list: conditions, and what was put for the unknown of its equation."""

from __future__ import annotations

from collections.abc import Iterable

from symproof.readers.document.known.lasting import are_letters, defines
from symproof.readers.document.lines.step import Fact
from symproof.statement import Relation


def past_their_item(facts: Iterable[Fact], claims: Iterable[Fact], item: int) -> list[Fact]:
    """What is supposed in an item and ends with it: what says of no letter what it is, or says it by the unknown of an equation
    that is solved there, "put $u = 3^x$"."""
    unknown = {x for each in claims if each.item == item and _is_to_be_solved(each) for x in each.prop.free}
    here = [each for each in facts if each.kind == "hypothesis" and each.item == item]
    return [x for x in here if not defines(x.prop) or are_letters(x.prop) or not x.prop.free.isdisjoint(unknown)]


def _is_to_be_solved(fact: Fact) -> bool:
    """Whether an equation in one letter is one to be solved, or may be, as it is meant for no other values."""
    is_equation = isinstance(fact.prop, Relation) and fact.prop.kind == "=" and len(fact.prop.free) == 1
    return is_equation and (fact.kind == "equation" or (fact.step is not None and fact.step.refutable != ""))
