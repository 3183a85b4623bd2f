"""A row and the one before it, from which it is to follow: what the rules about rows are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from symproof.readers.document.known.recurrences import running
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Each, Prop, Relation
from symproof.term import Entry, Matrix


class Inference(NamedTuple):
    """That a `claim`, as a step makes it, follows from the `row` before it under what is `given` beside that."""

    step: Step
    claim: Prop
    given: tuple[Prop, ...]
    row: Fact

    @property
    def before(self) -> Prop:
        """What the row before says."""
        return self.row.prop

    def premises(self, *others: Prop) -> tuple[Prop, ...]:
        """What is given, the row before, and others."""
        return (*self.given, self.row.prop, *others)


def for_each_entry(prop: Prop, given: Sequence[Prop]) -> Each | None:
    """A statement on entries of matrices, for each of their indices, of which no hypothesis speaks."""
    places = running(prop) if prop.mentions(Entry) else {}
    if any(letter in each.free for each in given for letter in places):
        return None
    whole = prop
    for letter, ends in places.items():
        whole = Each(letter, whole, *ends)
    return whole if isinstance(whole, Each) and whole is not prop else None


def of_all_entries(link: Inference) -> Inference:
    """A row that is equivalent to the one before, with what one of them says of the entries of matrices for each of these, where
    the other one compares matrices: "A = B iff a_ij = b_ij"."""
    if not link.step.iff:
        return link
    matrices = [isinstance(each, Relation) and isinstance(each.left, Matrix) for each in (link.before, link.claim)]
    if matrices == [True, False] and (whole := for_each_entry(link.claim, (*link.given, link.before))) is not None:
        return link._replace(claim=whole)
    if matrices == [False, True] and (whole := for_each_entry(link.before, (*link.given, link.claim))) is not None:
        return link._replace(row=replace(link.row, prop=whole))
    return link
