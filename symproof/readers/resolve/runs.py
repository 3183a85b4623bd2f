r"""Chains that leave out members: `x_1 \le x_2 \le \dots \le x_n` says of each member, up to the last but one, that it is at most
the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.ellipses import free_index, same
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.substitution import rebuild, substitute

KINDS = ("=", "<", "<=", ">", ">=")
AT = (tm.ScalarAt, tm.VectorAt, tm.Entry)
RULE = "members of a chain are left out of which the law is not certain"


def run(before: Sequence[Value], right: Value, sign: t.Elided) -> st.Prop | None:
    """The statement of a relation that leaves out members: it stands between the last of those `before`, which are in the same
    relation to one another, and the member behind it. None where these two are no members of one sequence: then it leaves out
    what leads from one to the other, `a = \\dots = b`.

    Raises:
        Refused: members of which the law is not certain.
    """
    members = [each for each in (*before, right) if isinstance(each, (tm.Scalar, tm.Vector))]
    place = free_index(members)
    if sign.kind not in KINDS or place is None or len(members) <= len(before):
        return None
    found = _law(members[-2], members[-1], place)
    if found is None:
        return None
    low, last, member = found
    places = [low]
    for each in reversed(members[:-2]):
        if (law := _law(each, members[-1], place)) is None:
            break  # 0 <= x_1 <= x_2 <= ...
        places = [law[0], *places]
    numbers = constant(places[-1]), constant(last)
    if numbers == (None, None):
        raise Refused(sign, RULE)
    up = numbers[0] is not None and (numbers[1] is None or numbers[0] <= numbers[1])
    if any(not same(one + 1 if up else one - 1, other) for one, other in pairwise(places)):
        raise Refused(sign, RULE)
    following = substitute(member, {place: place + 1})
    one, other, low, high = (member, following, places[0], last) if up else (following, member, last, places[0])
    said: st.Prop = guarded(sign, lambda: st.each(place, st.relation(sign.kind, one, other), low, high - 1))
    return said


def _law(left: tm.Term, right: tm.Term, place: tm.Variable) -> tuple[tm.Scalar, tm.Scalar, tm.Term] | None:
    """The index in which two terms differ, of the one and of the other, and the term with a place there."""
    pairs: set[tuple[tm.Term, tm.Term]] = set()

    def between(one: tm.Term, other: tm.Term) -> tm.Term:
        parts = list(zip(one.children(), other.children(), strict=False))
        if one == other or type(one) is not type(other):
            return one
        if isinstance(one, AT):
            pairs.update(index := {pair for pair in parts if pair[0] != pair[1]})
            return rebuild(one, lambda child: place if child in dict(index) else child)
        others = iter(other for _, other in parts)
        return rebuild(one, lambda child: between(child, next(others, child)))

    law = between(left, right)
    ((low, high),) = pairs if len(pairs) == 1 else {(tm.ZERO, tm.ZERO)}
    if not isinstance(low, tm.Scalar) or not isinstance(high, tm.Scalar) or low == high:
        return None
    follows = substitute(law, {place: low}) == left and substitute(law, {place: high}) == right
    return (low, high, law) if follows else None
