r"""Sums of which a part of the range is left out: `\sum x_i`, `\sum^n x_i`, `\sum_1^n x_i`, `\sum_{ij} a_{ij}`.

The letter is the one that counts below what is summed, where there is one only; a range with an upper end alone begins with 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof.readers.notation.tree import Big, Chain, Fence, Juxtaposed, Name, Node, Number, Scripted, Sequence, Sign

COUNTS = frozenset("ijklmnrst")
"""The letters that count below others."""


def range_of(operator: str, lower: Node | None, upper: Node | None, body: Node) -> Node | None:
    """What stands below a sum or a product, with the letter that is left out; as it is where nothing is, or none is found."""
    if operator not in ("sum", "prod"):
        return lower
    if isinstance(lower, Juxtaposed) and upper is None and all(map(_is_letter, lower.items)):
        return Sequence(lower.start, lower.end, lower.items)
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
    return Chain(at, at, (letter, lower or Number(at, at, "1")), (Sign(at, at, "=", "="),))


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
