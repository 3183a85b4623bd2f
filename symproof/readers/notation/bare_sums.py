r"""Sums of which a part of the range is left out, `\sum x_i`, `\sum^n x_i`, `\sum_1^n x_i`, `\sum_i^n x_i`, `\sum_{ij} a_{ij}`,
or is written as a set or a bound, `\sum_{i \in [0, n]}`, `\sum_{i \in \{1, \dots, n\}}`, `\sum_{i \in [n]}`, `\sum_{k \ge 1}`,
`\sum_{0 \le i < n}`, `\sum_{i = 1, \dots, n}`, `\sum_{1 \le i < j \le n}`; and what the largest and the smallest of numbers with
an index go over, `\max_{1 \le i \le n} x_i`.

The letter is the one that counts below what is summed, where there is one only; a range with an upper end alone begins with 1.
A sum of data, `\sum x^2`, `\sum (x - \bar{x})(y - \bar{y})`, has no index at all: it goes over the places of its letters; and one
over values, `\sum x P(X = x)`, over those of the letter in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from symproof.readers.notation.tree import (
    PARTS,
    Add,
    Big,
    Chain,
    Ellipsis,
    Fence,
    Juxtaposed,
    Name,
    Node,
    Number,
    Scripted,
    Sequence,
    Sign,
)

COUNTS = frozenset("ijklmnrst")
"""The letters that count below others."""


EXTREMES = ("max", "min", "sup", "inf")
DATA = frozenset("xyuvwzfdXY")
"""The letters that stand for data in a sum without an index."""
LAWS = frozenset(("P", "p", "f", r"\mathbb{P}"))
"""What gives the probabilities of values."""


def with_range(start: int, end: int, operator: str, lower: Node | None, upper: Node | None, body: Node) -> Big:
    """A big operator over its range, with what is left out; as it is where nothing is, or none is found."""
    if operator in EXTREMES and upper is None and (found := _between(lower) or _of_a_set(lower)) is not None:
        if _counts(found[0], body) and not _is_interval(lower) and not _is_infinity(found[1]):
            lower, upper = found
    if operator not in ("sum", "prod"):
        return Big(start, end, operator, lower, upper, body)
    if operator == "sum" and lower is None and upper is None:
        lower, body = _over_values(body), _of_data(body)
    if upper is None and (inner := _ordered(lower)) is not None:
        body = Big(start, end, operator, *inner[:2], body)
        lower, upper = inner[2:]
    elif upper is None and not _is_behind(lower, body):
        lower, upper = _between(lower) or _of_a_set(lower) or (_with_letter(lower, upper, body), None)
    elif upper is not None:
        lower = _with_letter(lower, upper, body)
    return Big(start, end, operator, lower, upper, body)


def reaching(terms: list[tuple[str, Node]]) -> list[tuple[str, Node]]:
    r"""The terms of a sum, with those in `\sup_x` that stand behind it and have its letter: `\sup_x v x - f(x)`."""
    for k, (sign, term) in enumerate(terms[:-1]):
        if not isinstance(term, Big) or term.operator not in EXTREMES or term.upper is not None or term.body is None:
            continue
        letter = term.lower.members[0] if isinstance(term.lower, Chain) else term.lower
        if not isinstance(letter, Name) or letter.text in COUNTS:
            continue
        last = max((j for j in range(k + 1, len(terms)) if _has_free(terms[j][1], letter)), default=k)
        if last > k:
            body = Add(term.body.start, terms[last][1].end, (("+", term.body), *terms[k + 1 : last + 1]))
            whole = Big(term.start, body.end, term.operator, term.lower, None, body)
            return [*terms[:k], (sign, whole), *reaching(terms[last + 1 :])]
    return terms


def _has_free(node: Node, letter: Name) -> bool:
    """Whether a letter stands in a node where no operator binds it."""
    if isinstance(node, Name):
        return node == letter
    if isinstance(node, Big) and node.lower is not None and _has_free(node.lower, letter):
        return False
    return any(_has_free(each, letter) for each in node.children())


def _is_behind(lower: Node | None, body: Node) -> bool:
    r"""Whether the letter of a sum lies behind another place of what is summed, `\sum_{j > i} a_i a_j`: it has an end."""
    match lower:
        case Chain(members=(index, Name() as place), relations=(Sign(kind=">=" | ">"),)):
            return _counts(index, body) and _counts(place, body)
    return False


def _is_infinity(node: Node) -> bool:
    return isinstance(node, Name) and node.text == r"\infty"


def _is_interval(lower: Node | None) -> bool:
    r"""Whether numbers lie between two ends, `t \in [0, 1]`: they need not be whole."""
    return (
        isinstance(lower, Chain)
        and isinstance(lower.members[-1], Fence)
        and lower.members[-1].left == "["
        and (isinstance(lower.members[-1].body, Sequence))
    )


def _counts(lower: Node, body: Node) -> bool:
    """Whether the letter of a range names a place in what stands under it."""
    index = lower.members[0] if isinstance(lower, Chain) else lower
    places = (each.sub for each in _parts(body) if isinstance(each, Scripted) and each.sub is not None)
    return isinstance(index, Name) and any(name.text == index.text for place in places for name in _names(place))


def _parts(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children():
        yield from _parts(child)


def _ordered(lower: Node | None) -> tuple[Node, Node, Node, Node] | None:
    r"""Of `1 \le i < j \le n`: the range of i, then that of j."""
    match lower:
        case Chain(members=(low, Name() as i, Name() as j, high), relations=(first, between, last)):
            inner = _between(Chain(lower.start, lower.end, (low, i, j), (first, between)))
            outer = _between(Chain(lower.start, lower.end, (low, j, high), (first, last)))
            return (*inner, *outer) if inner and outer else None
    return None


def _between(lower: Node | None) -> tuple[Node, Node] | None:
    r"""The range `i = a`, b of `a \le i \le b`, with < for one more or one less, and of `i = 1, \dots, n`."""
    match lower:
        case Chain(
            members=(low, Name() as index, high),
            relations=(Sign(kind="<=" | "<" as first), Sign(kind="<=" | "<" as last)),
        ):
            low = low if first == "<=" else _moved(low, "+")
            high = high if last == "<=" else _moved(high, "-")
        case Sequence(
            items=(
                Chain(members=(Name() as index, Number() as low), relations=(Sign(kind="="),)),
                *between,
                Ellipsis(),
                high,
            ),
            separator=",",
        ) if _in_steps(low, between):
            pass
        case _:
            return None
    return Chain(lower.start, lower.end, (index, low), (_equals(lower.start),)), high


def _moved(node: Node, sign: str) -> Node:
    return Add(node.start, node.end, (("+", node), (sign, Number(node.end, node.end, "1"))))


def _in_steps(low: Number, between: list[Node]) -> bool:
    """Whether numbers go on from another in steps of 1."""
    written = [each.text for each in between if isinstance(each, Number)]
    return (
        len(written) == len(between) < 3
        and low.text.isdigit()
        and written == [str(int(low.text) + 1 + k) for k in range(len(between))]
    )


def _of_a_set(lower: Node | None) -> tuple[Node, Node] | None:
    """The range of a sum over whole numbers in a set, or from a bound on; None of another one."""
    match lower:
        case Chain(members=(index, Fence(left="[", right="]", body=Sequence(items=(low, high), separator=",")))):
            wanted = "in"
        case Chain(
            members=(
                index,
                Fence(left="{", right="}", body=Sequence(items=(low, *between, Ellipsis(), high), separator=",")),
            )
        ) if isinstance(low, Number) and _in_steps(low, between):
            wanted = "in"
        case Chain(members=(index, Fence(left="[", right="]", body=Name() as high))):
            low, wanted = Number(high.start, high.start, "1"), "in"
        case Chain(members=(index, low), relations=(Sign(kind=">=" | ">" as wanted),)):
            low = low if wanted == ">=" else _moved(low, "+")
            high = Name(low.end, low.end, r"\infty")
        case _:
            return None
    sign = lower.relations[0]
    if len(lower.relations) != 1 or sign.kind != wanted or not isinstance(index, Name):
        return None
    return Chain(lower.start, lower.end, (index, low), (Sign(sign.start, sign.end, "=", "="),)), high


def _with_letter(lower: Node | None, upper: Node | None, body: Node) -> Node | None:
    """What stands below, with the letter or the first place that is left out."""
    if isinstance(lower, Juxtaposed) and upper is None and all(map(_is_letter, lower.items)):
        return Sequence(lower.start, lower.end, lower.items)
    if isinstance(lower, Name) and upper is not None and _is_letter(lower):
        return Chain(lower.start, lower.end, (lower, Number(lower.end, lower.end, "1")), (_equals(lower.end),))
    if lower is not None and not (isinstance(lower, Number) and upper is not None):
        return lower
    letters = {name.text: name for name in _indices(body, frozenset())}
    if len(letters) != 1:
        return lower
    (name,) = letters.values()
    at = body.start
    letter = Name(at, at, name.text)
    if upper is None:
        return letter
    return Chain(at, at, (letter, lower or Number(at, at, "1")), (_equals(at),))


def _over_values(body: Node) -> Name | None:
    r"""The letter of the values over which a sum without a range goes, x of `x P(X = x)` and of `x^2 p(x)`."""
    for part in _parts(body):
        match part:
            case Juxtaposed(items=(*_, Name(text=law), Fence(left="(", body=Name() | Chain() as inside))) if (
                law in LAWS
            ):
                value = inside.members[-1] if isinstance(inside, Chain) and len(inside.members) == 2 else inside
                if isinstance(value, Name) and value.text in DATA and not value.accents:
                    return value
    return None


def _of_data(body: Node) -> Node:
    r"""What a sum without a range goes over, with the place below each letter that stands for data: `x_i^2` of `\sum x^2`."""
    parts = [*_parts(body)]
    called = any(isinstance(each, Fence) and isinstance(each.body, Name | Chain) for each in parts)
    scripted = any(isinstance(each, Scripted) and each.sub is not None for each in parts)
    if called or scripted or any(isinstance(each, Big) for each in parts) or next(_indices(body, frozenset()), None):
        return body
    places = COUNTS - {each.text for each in _names(body)}
    return _at_each(body, min(places & {*"ij"})) if places & {*"ij"} else body


def _at_each(node: Node, index: str) -> Node:
    if isinstance(node, Name):
        data = node.text in DATA and not node.style and not node.accents
        return Scripted(node.start, node.end, node, Name(node.end, node.end, index)) if data else node
    if isinstance(node, Scripted) and isinstance(node.base, Name):
        base = _at_each(node.base, index)
        return replace(node, sub=base.sub) if isinstance(base, Scripted) else node

    def put(value: Any) -> Any:
        if isinstance(value, Node):
            return _at_each(value, index)
        return tuple(map(put, value)) if isinstance(value, tuple) else value

    return replace(node, **{name: put(getattr(node, name)) for name in PARTS[type(node)]})


def _equals(at: int) -> Sign:
    return Sign(at, at, "=", "=")


def _indices(node: Node, bound: frozenset[str]) -> Iterator[Name]:
    """The letters that count in the scripts of a term, but for those of sums inside of it."""
    if isinstance(node, Big):
        bound |= {each.text for each in _names(node.lower)}
    if isinstance(node, Scripted):
        inside = [node.sub] if node.sub is not None else []
        inside += [node.sup.body] if isinstance(node.sup, Fence) and node.sup.body is not None else []
        yield from (each for script in inside for each in _names(script) if _is_letter(each) and each.text not in bound)
    for child in node.children():
        yield from _indices(child, bound)


def _names(node: Node | None) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    for child in node.children() if node is not None else ():
        yield from _names(child)


def _is_letter(node: Node) -> bool:
    return isinstance(node, Name) and node.text in COUNTS and not node.style and not node.accents
