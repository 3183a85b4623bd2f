r"""Sums whose range is not written out: `\sum_i x_i`, `\sum_{i,j=1}^n a_i b_j`, `\sum_{i \neq k} x_i`.

Over which set a letter without bounds runs is not said. Where the letter only names places (`x_i`), any finite set will do as
well as 1..N, and N is a letter of its own, named after the sequence; it is never taken to refute a line. Where a function is
taken at the letter (`x p(x)`), it runs through N numbers, the members of a sequence. A sum without
one place is the whole sum less what stands there: that it is one of the places is what the text means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.opaque import PLACE
from symproof.readers.resolve.shapes import every_part, is_index
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.substitution import rebuild, substitute

OF_CHANCE = re.compile(r"^\((\S+) - E(?:_[^\[]*)?\[\1\]\)$|^E(?:_[^\[]*)?\[(\S+)\]$")
"""The name of a mean, or of a deviation from it: it has the places of its letter."""


Bounds = Callable[[str], tuple[tm.Scalar, tm.Scalar] | None]
"""Where the places of a sequence begin and end, as sums of the part say it."""


def only_index(body: t.Node | None) -> t.Name | None:
    r"""The one letter that is an index in what stands under a sum without any, `\sum (x_i - m)^2`; None where there are more."""
    parts = () if body is None else every_part(body)
    found = {each.sub.text: each.sub for each in parts if isinstance(each, t.Scripted) and isinstance(each.sub, t.Name)}
    return next(iter(found.values())) if len(found) == 1 and is_index(*found.values()) else None


def only_natural(body: t.Node | None) -> t.Name | None:
    r"""The one letter of what stands under a limit without any, `\lim \frac{1}{n}`, where it is one that counts by custom."""
    found = {each.text: each for each in ([] if body is None else every_part(body)) if isinstance(each, t.Name)}
    (letter,) = found.values() if len(found) == 1 else (None,)
    return letter if letter is not None and letter.text in ("n", "k", "m") else None


def range_of(node: t.Big) -> tuple[t.Node, t.Node | None, t.Node | None]:
    """The index, the lower and the upper bound of a sum."""
    lower = node.lower
    match lower:
        case t.Chain(members=(index, low), relations=(t.Sign(kind="="),)):
            return index, low, _upper(node.upper, index)
        case t.Chain(members=(index, _), relations=(t.Sign(kind="in"),)):
            return index, None, None
        case t.Name() | t.Scripted():
            return lower, None, None
        case None if node.upper is None and node.operator == "sum" and (only := only_index(node.body)) is not None:
            return only, None, None
        case _:
            raise Refused(node, "the range of a sum that is not read")


def _upper(upper: t.Node | None, index: t.Node) -> t.Node | None:
    r"""The upper bound of a sum, also where it names the index again, `\sum_{i=1}^{i=n}`."""
    match upper:
        case t.Chain(members=(again, high), relations=(t.Sign(kind="="),)) if canonical(again) == canonical(index):
            return high
    return upper


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


def without_one(node: t.Big) -> tuple[t.Big, t.Node, t.Node] | None:
    """The whole sum, its letter and the place that it leaves out, of a sum without one place; None of another sum."""
    match node.lower:
        case t.Chain(members=(letter, place), relations=(t.Sign(kind="!="),)):
            lower: t.Node = letter
        case t.Sequence(
            items=(
                t.Chain(members=(letter, low), relations=relations),
                t.Chain(members=(again, place), relations=(sign,)),
            )
        ) if sign.kind == "!=" and canonical(again) == canonical(letter):
            lower = t.Chain(node.start, node.end, (letter, low), relations)
        case t.Chain(members=(letter, low, place), relations=(first, t.Sign(kind="!="))) if first.kind == "=":
            lower = t.Chain(node.start, node.end, (letter, low), (first,))
        case _:
            return None
    return t.Big(node.start, node.end, node.operator, lower, node.upper, node.body), letter, place


def may_vanish_at(total: tm.Sum | tm.VectorSum, place: tm.Scalar) -> bool:
    """Whether what stands under a sum may have no value at a place: below a fraction the index meets the place, 1/(x_i - x_k)."""
    bottoms = [each.denominator for each in total.body.subterms() if isinstance(each, (tm.Div, tm.VectorDiv))]
    return any(total.index in each.free and (each.free & place.free or not place.free) for each in bottoms)


def tied_places(clauses: Iterable[t.Clause]) -> dict[str, str]:
    """The sequences that have one index in one formula: their places are the same. By their names, the first of them."""
    found: dict[str, str] = {}
    for clause in clauses:
        at: dict[str, list[str]] = {}
        for member in clause.members:
            for each in every_part(member):
                place, key = (_place(each), canonical(each.base)) if isinstance(each, t.Scripted) else (None, None)
                if place is not None and key:
                    at.setdefault(canonical(place) or "", []).append(key)
        for keys in at.values():
            roots = {found.get(key, key) for key in keys}
            first = min(roots)
            found |= dict.fromkeys((*keys, *(key for key, root in found.items() if root in roots)), first)
    return found


def _place(node: t.Scripted) -> t.Name | None:
    """The letter that stands below another one as its index, or in brackets above it, `w^{(t)}`."""
    place = node.sub
    if place is None and isinstance(node.sup, t.Fence) and node.sup.left == "(":
        place = node.sup.body
    return place if isinstance(place, t.Name) else None


def ranges_in(nodes: Iterable[t.Node], places: Mapping[str, str]) -> dict[str, tuple[t.Node, t.Node]]:
    """Over what the sequences of formulas run, where sums, products and lists say it in one way: the bounds by the first sequence
    that has the same places."""
    found: dict[str, tuple[t.Node, t.Node] | None] = {}
    for part in (each for node in nodes for each in every_part(node)):
        match part:
            case t.Big(
                operator="sum" | "prod",
                lower=t.Chain(members=(index, t.Number() as low), relations=(t.Sign(kind="="),)),
                upper=t.Name() as high,
                body=t.Node() as body,
            ):
                bases = [
                    each.base for each in every_part(body) if isinstance(each, t.Scripted) and _place(each) == index
                ]
            case t.Sequence(
                items=(
                    t.Scripted(base=base, sub=t.Number() as low, sup=None),
                    *between,
                    t.Scripted(base=last, sub=t.Name() as high, sup=None),
                )
            ) if last == base and any(isinstance(each, t.Ellipsis) for each in between):  # x_1, \dots, x_n
                bases = [base]
            case _:
                continue
        for key in filter(None, map(canonical, bases)):
            root = places.get(key, key)
            found[root] = (low, high) if found.get(root, (low, high)) == (low, high) else None
    return {root: bounds for root, bounds in found.items() if bounds is not None}


def over_all(
    body: Value,
    index: tm.Variable,
    node: t.Node,
    places: Mapping[str, str] = MappingProxyType({}),
    bounds: Bounds = lambda root: None,
    combined: Callable[..., Value] = symbols.total,
) -> Value:
    """The sum of `body` over all places of the sequences and functions in it that have the index, or their product (`combined`).

    Raises:
        Refused: an index that is more than the name of a place, or that nothing has.
    """
    return combined(*all_places(body, index, node, places, bounds))


def all_places(
    body: Value,
    index: tm.Variable,
    node: t.Node,
    places: Mapping[str, str] = MappingProxyType({}),
    bounds: Bounds = lambda root: None,
) -> tuple[Value, tm.Variable, tm.Scalar, tm.Scalar]:
    """What stands under a sum without bounds, its index and where it begins and ends: at the ends of the sequences and functions
    that have the index, which another sum of the part has (`bounds`), or of as many as there are.

    Raises:
        Refused: an index that is more than the name of a place, or that nothing has.
    """
    spans = {over for each in body.subterms() for over in _spans(each, index)}
    if len(spans) == 1:  # the places of the entries of a matrix are known
        over = next(iter(spans))
        if isinstance(over, tm.Interval):
            return body, index, over.low, over.high
    if any(isinstance(each, tm.Apply) and each.arg == index for each in body.subterms()):  # x p(x), over some numbers x
        listed = tm.Sequence(index.name, tm.Variable(index.name))
        body = guarded(node, lambda: substitute(body, {index: listed[index]}))
        return body, index, tm.ONE, tm.Variable(f"|{index.name}|", "natural", least=1)
    root = root_of(body, index, places)
    if PLACE in root and index in _without(body, index).free:  # x P(X = x), over some numbers x
        body = guarded(node, lambda: _with_listed(body, index))
    if not root or index in _without(body, index).free:
        raise Refused(node, "a sum without its range")
    return body, index, *(bounds(root) or (tm.ONE, tm.Variable(f"|{root}|", "natural", least=1)))


def root_of(body: Value, index: tm.Variable, places: Mapping[str, str]) -> str:
    """The first of the sequences that have the places of those with the index; "" where nothing has it."""
    named = {
        OF_CHANCE.sub(lambda found: found[1] or found[2], _owner(each))
        for each in body.subterms()
        if _is_at(each, index) and not isinstance(each, tm.Delta)
    }
    return min((places.get(each, each) for each in named), default="")


def up_to(node: t.Big) -> tuple[t.Name, t.Node, int] | None:
    r"""Of a sum from the first place on, `\sum_{t \le T}`, `\sum_{i < j}`: its letter, where it ends, and how much before."""
    match node.lower:
        case t.Chain(members=(t.Name() as index, high), relations=(t.Sign(kind="<=" | "<" as kind),)) if (
            node.upper is None
        ):
            return index, high, int(kind == "<")
    return None


def from_place(node: t.Big) -> tuple[t.Name, t.Name, int] | None:
    r"""Of a sum from a place to the last, `\sum_{j > i} a_i a_j`: its letter, that place, and how far behind it begins."""
    match node.lower:
        case t.Chain(members=(t.Name() as index, t.Name() as low), relations=(t.Sign(kind=">=" | ">" as kind),)) if (
            node.upper is None and is_place(low, node.body)
        ):
            return index, low, int(kind == ">")
    return None


def is_place(letter: t.Node, body: t.Node | None) -> bool:
    """Whether a letter names a place in what stands under a sum or a maximum: it stands below something."""
    return (
        isinstance(letter, t.Name)
        and body is not None
        and any(
            canonical(each) == canonical(letter)
            for part in every_part(body)
            if isinstance(part, t.Scripted) and part.sub is not None
            for each in every_part(part.sub)
            if isinstance(each, t.Name)
        )
    )


def _is_at(term: tm.Term, index: tm.Variable) -> bool:
    match term:
        case tm.ScalarAt(index=place) | tm.VectorAt(index=place):
            return place == index
        case tm.Apply(arg=arg):
            return arg == index
        case tm.Delta(tm.Add((place, tm.Neg()))):
            return place == index
    return False


def _spans(term: tm.Term, index: tm.Variable) -> list[tm.Cyclic | tm.Interval]:
    """Over what an index runs that is the row or the column of an entry."""
    if not isinstance(term, tm.Entry):
        return []
    return [over for place, over in zip((term.row, term.column), term.matrix.shape, strict=True) if place == index]


def _owner(term: tm.Term) -> str:
    return str(term.function.name if isinstance(term, tm.Apply) else term.sequence.name)  # type: ignore[attr-defined]


def _with_listed(body: Value, index: tm.Variable) -> tm.Term:
    """A term with the members of a list of numbers for an index, but where the index is the place of something."""
    member = tm.Sequence(index.name, tm.Variable(index.name))[index]

    def at(term: tm.Term) -> tm.Term:
        return term if _is_at(term, index) else member if term == index else rebuild(term, at)

    return at(body)


def _without(body: Value, index: tm.Variable) -> tm.Term:
    """A term with the places of the index taken out."""

    def out(term: tm.Term) -> tm.Term:
        if _is_at(term, index):
            return tm.ZeroVector() if isinstance(term, tm.Vector) else tm.ONE
        return rebuild(term, out)

    return out(body)
