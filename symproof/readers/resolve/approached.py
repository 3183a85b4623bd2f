r"""Limits that are supposed, `a_n \to a` or `\lim_{n \to \infty} a_n = L`, and what they say of terms in the members.

A member stands for a function of the index that has the limit and of which nothing else is known: `limits` takes sums, products,
quotients and continuous functions of such, and nothing more (n (a_n - a) may go anywhere). A length, or an inner product, of
vectors that have limits has that of the limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import is_index
from symproof.substitution import rebuild


def supposed_limit(clause: t.Clause) -> tuple[t.Scripted, t.Node] | None:
    r"""The member and its limit, of `a_n \to a` and of `\lim_{n \to \infty} a_n = a`; None for anything else."""
    match clause:
        case t.Clause(members=(t.Scripted() as member, limit), relations=(t.Sign(kind="to"),)):
            pass
        case t.Clause(
            members=(t.Big(operator="lim", body=t.Scripted() as member) as big, limit), relations=(t.Sign(kind="="),)
        ):
            match big.lower:
                case t.Chain(members=(letter, place), relations=(t.Sign(kind="to"),)):
                    if infinite(place) != "+" or canonical(letter) != canonical(member.sub or place):
                        return None
                case t.Node():
                    return None
        case _:
            return None
    if not isinstance(member.sub, t.Name) or not is_index(member.sub) or member.sup is not None or member.primes:
        return None
    return None if infinite(limit) else (member, limit)


@dataclass
class Approached:
    """The members in a term, as functions of a letter, and what these go to."""

    letter: tm.Variable
    known: Mapping[str, tm.Term]
    limits: dict[tm.Function, tm.Scalar] = field(default_factory=dict)

    def instead(self, body: tm.Scalar) -> tm.Scalar:
        """A term with functions in the place of members."""

        def put(part: tm.Term) -> tm.Term:
            match part:
                case tm.ScalarAt(sequence=sequence, index=place) if self.moves(place):
                    limit = self.known.get(str(sequence.name))
                    return self.named(part, limit) if isinstance(limit, tm.Scalar) else part
                case tm.Norm() | tm.Inner() if (
                    self.letter in part.free and (limit := self.of_vectors(part)) is not None
                ):
                    return self.named(part, limit)
            return rebuild(part, put) if self.letter in part.free else part

        found = put(body)
        assert isinstance(found, tm.Scalar)  # as the term is
        return found

    def named(self, part: tm.Term, limit: tm.Scalar) -> tm.Scalar:
        """The function that stands for a part, which has a limit."""
        function = tm.Function(str(part))
        self.limits[function] = limit
        return tm.Apply(function, self.letter)

    def moves(self, place: tm.Term) -> bool:
        """Whether a place is the letter, or lies so many behind it."""
        if place == self.letter:
            return True
        rest = [each for each in place.args if each != self.letter] if isinstance(place, tm.Add) else [place]
        return (
            isinstance(place, tm.Add) and len(rest) < len(place.args) and all(self.letter not in x.free for x in rest)
        )

    def of_vectors(self, part: tm.Scalar) -> tm.Scalar | None:
        """A length or an inner product with the limits in the place of the members; None where the letter is left."""
        members = {each for each in part.subterms() if isinstance(each, tm.VectorAt) and self.letter in each.free}
        if not members or not all(self.moves(each.index) for each in members):
            return None
        table = {each: self.known.get(str(each.sequence.name)) for each in members}
        if not all(isinstance(limit, tm.Vector) for limit in table.values()):
            return None

        def put(term: tm.Term) -> tm.Term:
            limit = table.get(term)  # type: ignore[call-overload]
            return limit if limit is not None else rebuild(term, put)

        try:
            found = put(part)
        except SymproofError:
            return None
        return found if isinstance(found, tm.Scalar) and self.letter not in found.free else None


def approached(
    context: Context, letter: tm.Variable, body: tm.Scalar
) -> tuple[tm.Scalar, dict[tm.Function, tm.Scalar]]:
    """A term for the limit where the letter goes to infinity, and what the functions in it go to."""
    if not context.tending:
        return body, {}
    found = Approached(letter, {name: each.limit for name, each in context.tending.items()})
    return found.instead(body), found.limits
