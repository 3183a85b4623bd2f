r"""Partial derivatives in a member of a sequence: `\frac{\partial}{\partial z_k} \log \sum_j e^{z_j}`.

z_i changes with z_k by 1 where i is k, else not at all: Kronecker's delta of the two places, where nothing says which. A sum
over the places of z sifts it: what stands at k is left. That k is one of the places is what the text means, and is noted.
Definitions of letters and members (`p_i = ...`) on the way to z are put in; other letters stay fixed. It is worked out.
Limits: sums, and functions with a derivative everywhere that they have a value; no products over a range.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dependence import expanded, meanings
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.sizes import apart, folded
from symproof.readers.resolve.unworked import rate
from symproof.readers.resolve.values import Refused, guarded
from symproof.statement import Each, Prop, Relation, is_equation
from symproof.substitution import rebuild, substitute
from symproof.trusted.calculus import differentiate, smooth
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context
    from symproof.readers.resolve.letters import Names

DEPTH = 6
"""How many definitions of members may stand behind each other."""


def partial_in(names: Names, body: tm.Scalar, member: tm.ScalarAt, node: t.Node) -> tm.Scalar:
    """The partial derivative of a term in a member of a sequence, worked out.

    Raises:
        Refused: a term that does not depend on the sequence, as far as is known, or of which no derivative is known.
    """
    whole = _with_definitions(names.context, body, member.sequence)
    if whole is None:
        raise Refused(node, f"it is not known how {body} depends on {member}")
    if not any(_is_of(each, member.sequence) for each in whole.subterms()):
        return rate(names, body, member, node)
    names.note(f"the derivative in {member} is worked out, where it is one of the places")
    bound = names.indices()
    by_cases = any(isinstance(each, t.Table) for member in names.whole for each in every_part(member))
    told = [prop for prop in names.context.holding() if not by_cases and not prop.free & bound]
    made: tm.Scalar = guarded(node, lambda: folded(_Rate(member, node, told, bound).of(whole)))
    return made


def sifted(
    body: tm.Scalar,
    index: tm.Variable,
    low: tm.Scalar,
    high: tm.Scalar,
    bound: Collection[tm.Term] = (),
    spans: Mapping[tm.Term, tuple[tm.Scalar, tm.Scalar]] = MappingProxyType({}),
) -> tm.Scalar:
    """The sum of a body, where a delta of the index and a place leaves what stands there; `bound` are the indices of sums around
    it, and `spans` over what they go, where it is said."""
    place = next((found for each in body.subterms() if (found := _place(each, index)) is not None), None)
    lies = None if place is None else _lies(place, low, high, bound, spans)
    if place is None or lies is None:
        return tm.Sum(body, index, low, high)
    off = folded(_with_delta(body, index, place, tm.ZERO))
    rest = tm.ZERO if off == tm.ZERO else sifted(off, index, low, high, bound, spans)
    if not lies:
        return rest
    there = folded(substitute(_with_delta(body, index, place, tm.ONE), {index: place}))
    return there if off == tm.ZERO else there - folded(substitute(off, {index: place})) + rest


def _lies(
    place: tm.Scalar,
    low: tm.Scalar,
    high: tm.Scalar,
    bound: Collection[tm.Term],
    spans: Mapping[tm.Term, tuple[tm.Scalar, tm.Scalar]],
) -> bool | None:
    """Whether a place is one of those from `low` to `high`: also where a text means that it is, as the sum goes over all places;
    None where that is open."""
    above, below = _difference(place, high), _difference(low, place)
    if any(each is not None and each > 0 for each in (above, below)):
        return False
    if place in spans:
        return True if spans[place] == (low, high) else None
    if (low.free | high.free | (set() if place in bound else place.free)) & set(bound):
        return None
    whole = low == tm.ZERO or (low == tm.ONE and isinstance(high, (tm.Variable, tm.Number)))
    return True if whole or (above is not None and below is not None) else None


def _difference(first: tm.Scalar, second: tm.Scalar) -> Fraction | None:
    """How much two places differ, where that is a number."""
    if not first.free and not second.free:
        return constant(first - second)
    away, back = apart(first, second), apart(second, first)
    value = constant(away) if away is not None else None
    return value if value is not None or back is None or (less := constant(back)) is None else -less


def _place(term: tm.Term, index: tm.Variable) -> tm.Scalar | None:
    """The place k of a delta of i - k."""
    match term:
        case tm.Delta(tm.Add((first, tm.Neg(other)))) if first == index and index not in other.free:
            return other
    return None


def _with_delta(body: tm.Scalar, index: tm.Variable, place: tm.Scalar, value: tm.Scalar) -> tm.Scalar:
    def put(term: tm.Term) -> tm.Term:
        return value if _place(term, index) == place else rebuild(term, put)

    made = put(body)
    assert isinstance(made, tm.Scalar)  # as it was
    return made


def _is_of(term: tm.Term, sequence: tm.Sequence) -> bool:
    return isinstance(term, tm.ScalarAt) and term.sequence == sequence


class _Rate:
    """Derivatives in one member."""

    def __init__(self, member: tm.ScalarAt, node: t.Node, told: list[Prop], bound: Iterable[tm.Term]) -> None:
        self.member, self.node, self.told = member, node, told
        self.around: list[tm.Term] = list(bound)
        """The indices of the sums around what is differentiated."""
        self.made = 0

    def of(self, body: tm.Scalar) -> tm.Scalar:
        """The derivative of a term."""
        letters: dict[tm.Term, tm.Variable] = {}
        for part in self.parts(body):
            if part not in letters:
                self.made += 1
                letters[part] = tm.Variable(f"\u00b7{self.made}")
        if not letters:
            return tm.ZERO
        back = {letter: part for part, letter in letters.items()}

        def named(term: tm.Term) -> tm.Term:
            return letters[term] if term in letters else rebuild(term, named)

        whole, rates = named(body), []
        assert isinstance(whole, tm.Scalar)  # as it was
        for part, letter in letters.items():
            slope = differentiate(whole, letter)
            if set(smooth(whole, letter)) - set(definedness(whole)) - set(definedness(slope)):
                raise Refused(self.node, "a derivative in a member where there may be none")
            inner = self.of_part(part)
            if inner != tm.ZERO:
                rates.append(folded(substitute(slope, back) * inner))
        return tm.sum_of(rates)

    def parts(self, term: tm.Term) -> Iterator[tm.Term]:
        """The members and the sums in a term that change with the member."""
        if _is_of(term, self.member.sequence):
            yield term
        elif isinstance(term, tm.Sum):
            if any(_is_of(each, self.member.sequence) for each in term.subterms()):
                yield term
        elif isinstance(term, tm.Scalar) and term.free:
            for each in _children(term):
                yield from self.parts(each)

    def of_part(self, part: tm.Term) -> tm.Scalar:
        match part:
            case tm.Sum(body, index, low, high):
                if self.member.sequence in low.free | high.free:
                    raise Refused(self.node, "a derivative in a member that stands in the range of a sum")
                if index in self.member.free:  # the sum binds another letter of that name
                    other = tm.Variable(f"{index.name}'", index.domain, least=index.least)
                    if other in part.free | self.member.free:
                        raise Refused(self.node, "a derivative in a member whose index a sum binds")
                    body, index = substitute(body, {index: other}), other
                told, self.told = self.told, [prop for prop in self.told if index not in prop.free]
                self.around.append(index)
                rate, self.told = self.of(body), told
                self.around.pop()
                return sifted(folded(rate), index, low, high, self.around)
            case tm.ScalarAt(index=place):
                return self.delta(place)
        raise Refused(self.node, f"no derivative of {part} is known")

    def delta(self, place: tm.Term) -> tm.Scalar:
        """1 where a place is that of the member, 0 where it is another one."""
        other = self.member.index
        if not isinstance(place, tm.Scalar) or not isinstance(other, tm.Scalar):
            raise Refused(self.node, "a derivative in a member of a cyclic sequence")
        apart = folded(place - other)
        if place == other or apart == tm.ZERO:
            return tm.ONE
        if not apart.free:
            return tm.ZERO
        for prop in self.told:
            if isinstance(prop, Relation) and {prop.left, prop.right} == {place, other} and prop.kind in ("=", "!="):
                return tm.ONE if prop.kind == "=" else tm.ZERO
        return tm.Delta(place - other)


def _children(term: tm.Term) -> Iterator[tm.Term]:
    found: list[tm.Term] = []

    def seen(inner: tm.Term) -> tm.Term:
        found.append(inner)
        return inner

    rebuild(term, seen)
    yield from found


def _with_definitions(context: Context, body: tm.Scalar, sequence: tm.Sequence) -> tm.Scalar | None:
    """A term with the definitions put in for the letters and the members that depend on a sequence; None in a circle."""
    letters, members = meanings(context), dict(given_members(context))
    leading: set[tm.Term] = {sequence}
    for _ in range(len(letters) + len(members)):
        leading |= {letter for letter, term in letters.items() if term.free & leading}
        leading |= {each for each, (_, term) in members.items() if term.free & leading}
    letters = {letter: term for letter, term in letters.items() if letter in leading}
    members = {each: given for each, given in members.items() if each in leading and each != sequence}
    for _ in range(DEPTH):
        again = expanded(body, letters)
        again = None if again is None else put_members(again, members)
        if again is None or again == body:
            return again
        body = again
    return None


def put_members(body: tm.Scalar, members: Mapping[tm.Sequence, tuple[tm.Term, tm.Scalar]]) -> tm.Scalar:
    """A term with what is given of members in their place."""

    def put(term: tm.Term) -> tm.Term:
        again = rebuild(term, put)
        if isinstance(again, tm.ScalarAt) and again.sequence in members:
            symbol, given = members[again.sequence]
            return substitute(given, {symbol: again.index})
        return again

    made = put(body)
    assert isinstance(made, tm.Scalar)  # as it was
    return made


def given_members(context: Context) -> Iterable[tuple[tm.Sequence, tuple[tm.Term, tm.Scalar]]]:
    """The sequences of which each member is given by a term, with the index and the term."""
    for prop in context.holding():
        inner = prop.body if isinstance(prop, Each) else prop
        if is_equation(inner) and isinstance(inner.left, tm.ScalarAt):
            left, right = inner.left, inner.right
            symbol = prop.symbol if isinstance(prop, Each) else left.index
            if left.index == symbol and isinstance(symbol, tm.Variable) and isinstance(right, tm.Scalar):
                if left.sequence not in right.free:
                    yield left.sequence, (symbol, right)
