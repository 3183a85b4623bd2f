r"""Sums of which a part of the range is left out, `\sum x_i`, `\sum^n x_i`, `\sum_1^n x_i`, `\sum_i^n x_i`, `\sum_{ij} a_{ij}`,
or is written as a set or a bound, `\sum_{i \in [0, n]}`, `\sum_{i \in \{1, \dots, n\}}`, `\sum_{i \in [n]}`, `\sum_{k \ge 1}`.

The letter is the one that counts below what is summed, where there is one only; a range with an upper end alone begins with 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof.readers.notation.tree import (
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


def range_of(operator: str, lower: Node | None, upper: Node | None, body: Node) -> tuple[Node | None, Node | None]:
    """What stands below and above a sum or a product, with what is left out; as it is where nothing is, or none is found."""
    if operator not in ("sum", "prod"):
        return lower, upper
    if upper is None:
        return _of_a_set(lower) or (_with_letter(lower, upper, body), None)
    return _with_letter(lower, upper, body), upper


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
        ) if isinstance(low, Number) and len(between) < 3 and all(isinstance(each, Number) for each in between):
            if [int(each.text) for each in between if isinstance(each, Number) and each.text.isdigit()] != [
                *range(int(low.text) + 1, int(low.text) + 1 + len(between))
            ]:
                return None  # in other steps than 1
            wanted = "in"
        case Chain(members=(index, Fence(left="[", right="]", body=Name() as high))):
            low, wanted = Number(high.start, high.start, "1"), "in"
        case Chain(members=(index, low), relations=(Sign(kind=">=" | ">" as wanted),)):
            if wanted == ">":
                low = Add(low.start, low.end, (("+", low), ("+", Number(low.end, low.end, "1"))))
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
