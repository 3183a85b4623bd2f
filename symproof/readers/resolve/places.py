r"""Vectors by their entries, which norms and orders that go place by place speak of: `\|x\|_1` and `\|x\|_\infty` of
`x \in \mathbb{R}^n`, `x \ge 0`.

A vector letter lies in any space with an inner product. Where a part of a text has such a norm or order of it, and all else that
it says of the letter goes place by place too (sums, multiples, inner products, lengths, entries), it is the list of members of
a sequence x_1, ..., x_n: then `\|x\|_2^2` is the sum of their squares, and `\|x\|_\infty` the largest of |x_i|.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part, set_phrase
from symproof.statement import Prop
from symproof.substitution import substitute

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context

PLACE = symbols.index("i'")


@dataclass(frozen=True, slots=True)
class Places:
    """A vector: what stands at a place, and how many places there are."""

    entry: tm.Scalar
    size: tm.Scalar

    @classmethod
    def of(cls, sequence: tm.Sequence, size: tm.Scalar) -> Places:
        """The vector whose entries are the members of a sequence."""
        entry = sequence[PLACE]
        assert isinstance(entry, tm.Scalar)  # of numbers
        return cls(entry, size)

    def __add__(self, other: Places) -> Places:
        return Places(self.entry + other.entry, self.size)

    def __neg__(self) -> Places:
        return Places(-self.entry, self.size)

    def scaled(self, factor: tm.Scalar) -> Places:
        """Its multiple by a number."""
        return Places(factor * self.entry, self.size)

    def over(self, factor: tm.Scalar) -> Places:
        """A number divides it."""
        return Places(self.entry / factor, self.size)

    def dot(self, other: Places) -> tm.Scalar:
        """The inner product."""
        return self._total(self.entry * other.entry)

    @property
    def sequence(self) -> tm.Sequence:
        """The sequence of the entries of a letter."""
        assert isinstance(self.entry, tm.ScalarAt)  # as `of` makes it
        return self.entry.sequence

    @property
    def length(self) -> tm.Scalar:
        """The root of the sum of the squares."""
        return tm.Elementary("sqrt", (self._total(self.entry**2),))

    @property
    def sizes(self) -> tm.Scalar:
        """The size of the entry at a place."""
        return tm.Elementary("abs", (self.entry,))

    @property
    def sum_of_sizes(self) -> tm.Scalar:
        """The 1-norm."""
        return self._total(self.sizes)

    def at(self, place: tm.Scalar) -> tm.Scalar:
        """The entry at a place."""
        found = substitute(self.entry, {PLACE: place})
        assert isinstance(found, tm.Scalar)  # as the entry is
        return found

    def compared(self, kind: str, other: Places | tm.Scalar) -> Prop:
        """What holds of all entries beside those of another vector, or beside a number."""
        end = other.entry if isinstance(other, Places) else other
        return st.each(PLACE, st.Relation(kind, self.entry, end), tm.ONE, self.size)

    def _total(self, body: tm.Scalar) -> tm.Scalar:
        found = symbols.total(body, PLACE, tm.ONE, self.size)
        assert isinstance(found, tm.Scalar)  # as the entries are
        return found


def placed_in(clauses: Iterable[t.Node], context: Context) -> dict[str, Places]:
    """The vector letters of a part of which a norm or an order goes place by place, and those beside them, with as many places
    as is said, or as sums go over: the one size of all, or one that nobody tells."""
    parts = [each for clause in clauses for each in every_part(clause)]
    bodies = [
        part.base.body
        for part in parts
        if isinstance(part, t.Scripted)
        and isinstance(part.base, t.Fence)
        and part.base.left == "||"
        and is_by_places(part.sub)
    ]
    letters = {
        canonical(each) for body in bodies if body is not None for each in every_part(body) if _is_small(each)
    } - {None}
    sizes: dict[str, tm.Scalar | None] = {}
    for part in parts:
        match part:
            case t.Clause(
                members=(left, t.Scripted(sup=t.Node() as size) as space), relations=(t.Sign(kind="in"),)
            ) if set_phrase(space) == "vector":
                sizes |= {key: _size(size, context) for each in t.items_of(left) if (key := canonical(each))}
    for part in parts:  # x >= 0, x <= y
        if isinstance(part, t.Clause) and part.kinds and {*part.kinds} <= {"<=", ">=", "<", ">"}:
            letters |= sizes.keys() & {canonical(each) for each in part.members}
    letters |= sizes.keys() if letters else set()
    known = {each for each in sizes.values() if each is not None}
    if not sizes and letters:
        ends = [end for part in parts if (end := _end_of_places(part, letters)) is not None]
        known = {each for each in (_size(end, context) for end in ends) if each is not None}
    if len(known) > 1 or not letters:
        return {}
    names = sorted(key for key in letters if key)
    count = next(iter(known)) if known else tm.Variable(f"|{names[0]}|", "natural", least=1)
    return {key: Places.of(tm.Sequence(key, tm.Variable(key)), count) for key in names}


def _end_of_places(part: t.Node, letters: Collection[str | None]) -> t.Node | None:
    r"""The upper end of a sum over all places of one of some vectors, `\sum_{i=1}^n |x_i|`."""
    match part:
        case t.Big(
            operator="sum",
            lower=t.Chain(members=(t.Name() as index, t.Number(text="1"))),
            upper=t.Node() as upper,
            body=t.Node() as body,
        ):
            entries = ((each.base, each.sub) for each in every_part(body) if isinstance(each, t.Scripted) and each.sub)
            if any(canonical(base) in letters and canonical(sub) == canonical(index) for base, sub in entries):
                return upper
    return None


def is_by_places(sub: t.Node | None) -> bool:
    """Whether a norm with this below it goes place by place."""
    return (isinstance(sub, t.Number) and sub.text == "1") or canonical(sub) == r"\infty" if sub is not None else False


def _size(node: t.Node, context: Context) -> tm.Scalar | None:
    """How many places there are, as a space says it: a number, or a natural number that nobody knows otherwise."""
    if isinstance(node, t.Number):
        return tm.Number(Fraction(int(node.text))) if node.text.isdigit() else None
    key = canonical(node) or ""
    known = context.names.get(key)
    if tm.is_integer_letter(known):
        return known
    if not key or (known is not None and key not in context.inferred):
        return None
    letter = tm.Variable(key, "natural", least=1)
    context.names[key] = letter
    return letter


def _is_small(node: t.Node) -> bool:
    return isinstance(node, t.Name) and not node.text.isupper()
