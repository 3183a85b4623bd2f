r"""Sums whose range is not written out: `\sum_i x_i`, `\sum_{i,j=1}^n a_i b_j`.

Over which set a letter without bounds runs is not said. Where the letter only names places (`x_i`, `p(x)`), any finite set will
do as well as 1..N, and N is a letter of its own, named after the sequence; it is never taken to refute a line.
"""

from __future__ import annotations

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.values import Refused, Value
from symproof.substitution import rebuild


def several(node: t.Big) -> t.Big | None:
    """A sum over several letters as sums in each other; None for a sum over one."""
    match node.lower:
        case t.Sequence(items=(*letters, t.Chain(members=(last, low), relations=relations)), separator=","):  # i, j = 1
            lowers: list[t.Node] = [
                t.Chain(node.start, node.end, (letter, low), relations) for letter in (*letters, last)
            ]
        case t.Sequence(items=letters, separator=",") if node.upper is None:
            lowers = list(letters)
        case _:
            return None
    body = node.body
    for lower in reversed(lowers):
        body = t.Big(node.start, node.end, node.operator, lower, node.upper, body)
    assert isinstance(body, t.Big)  # of one letter at least
    return body


def over_all(body: Value, index: tm.Variable, node: t.Node) -> Value:
    """The sum of `body` over all places of the sequences and functions in it that have the index.

    Raises:
        Refused: an index that is more than the name of a place, or that nothing has.
    """
    spans = {over for each in body.subterms() for over in _spans(each, index)}
    if len(spans) == 1:  # the places of the entries of a matrix are known
        over = next(iter(spans))
        if isinstance(over, tm.Interval):
            return symbols.total(body, index, over.low, over.high)
    named = {_owner(each) for each in body.subterms() if _is_at(each, index)}
    if not named or index in _without(body, index).free:
        raise Refused(node, "a sum without its range")
    return symbols.total(body, index, 1, tm.Variable(f"|{min(named)}|", "natural", least=1))


def _is_at(term: tm.Term, index: tm.Variable) -> bool:
    match term:
        case tm.ScalarAt(index=place) | tm.VectorAt(index=place):
            return place == index
        case tm.Apply(arg=arg):
            return arg == index
    return False


def _spans(term: tm.Term, index: tm.Variable) -> list[tm.Cyclic | tm.Interval]:
    """Over what an index runs that is the row or the column of an entry."""
    if not isinstance(term, tm.Entry):
        return []
    return [over for place, over in zip((term.row, term.column), term.matrix.shape, strict=True) if place == index]


def _owner(term: tm.Term) -> str:
    return str(term.function.name if isinstance(term, tm.Apply) else term.sequence.name)  # type: ignore[attr-defined]


def _without(body: Value, index: tm.Variable) -> tm.Term:
    """A term with the places of the index taken out."""

    def out(term: tm.Term) -> tm.Term:
        if _is_at(term, index):
            return tm.ZeroVector() if isinstance(term, tm.Vector) else tm.ONE
        return rebuild(term, out)

    return out(body)
