r"""Likelihoods: `L(\theta \mid x)` is a function of what stands before the bar, under data that stay as they are. Where a
part differentiates by `\sigma^2`, or gives a function of it, that is a letter of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from symproof.readers.document.words.adjoints import respell_adjoints
from symproof.readers.document.words.beginning import is_apart
from symproof.readers.document.words.constrained import respell_constraints
from symproof.readers.document.words.iterates import respell_iterates
from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.shifts import respell_shifts
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

LIKELIHOODS = frozenset(("L", "l", r"\ell", r"\mathcal{L}", "LL", r"\mathcal{l}"))
SQUARES = {"2": "\u00b2"}
"""How a square is written as a part of a name."""


def respell(displays: list[Display], text: str) -> None:
    """Make indices of superscripts that count, and deltas of entries that are 1 in some places; leave out the data in the
    brackets of likelihoods, and make letters of the squares that are parameters, part by part."""
    respell_iterates(displays, text)
    respell_shifts(displays, text)
    respell_adjoints(displays)
    respell_constraints(displays)
    starts = [k for k, display in enumerate(displays) if not k or is_apart(display)]
    for start, end in zip(starts, [*starts[1:], len(displays)], strict=False):
        formulas = [each.parsed for each in displays[start:end] if each.parsed is not None]
        every = [node for formula in formulas for node in every_part(formula)]
        calls = list(_calls(every))
        families = {canonical(node.base) for node in every if isinstance(node, t.Scripted) and node.sub is not None}
        for name, fence in calls:
            if canonical(name) in LIKELIHOODS and (kept := _parameters(fence.body, families)):
                fence.body = kept[0] if len(kept) == 1 else t.Sequence(kept[0].start, kept[-1].end, kept)
        _letters_of_squares(every, calls)


def _calls(every: Iterable[t.Node]) -> Iterator[tuple[t.Node, t.Fence]]:
    """Letters before round brackets, also behind a logarithm."""
    for node in every:
        if not isinstance(node, t.Juxtaposed):
            continue
        for left, right in pairwise(node.items):
            name = left.argument if isinstance(left, t.Function) and not left.bracketed else left
            if name is not None and is_letter(name) and isinstance(right, t.Fence) and right.left == "(":
                yield name, right


def _parameters(body: t.Node | None, families: set[str | None]) -> tuple[t.Node, ...]:
    """What stands before the bar, or the semicolon, or the data that have places elsewhere; () where nothing is left out."""
    items = t.items_of(body)
    for place, item in enumerate(items):
        if isinstance(item, t.Such):
            return (*items[:place], item.left)
    if isinstance(body, t.Sequence) and body.separator == ";":
        return items[:1]
    data = {key.partition("_")[0].removeprefix(r"\mathbf{").rstrip("}") for key in families if key}
    kept = tuple(each for each in items if _plain(each) not in data)
    return kept if kept and len(kept) < len(items) else ()


def _plain(node: t.Node) -> str:
    return (canonical(node) or "").removeprefix(r"\mathbf{").rstrip("}")


def _letters_of_squares(every: Sequence[t.Node], calls: Sequence[tuple[t.Node, t.Fence]]) -> None:
    r"""Where a part differentiates by `\sigma^2` or takes a function at it, and has no odd power of this letter: make a letter of
    its square."""
    squares = {each for node in every for each in _by_squares(node)}
    for name, fence in calls:
        items = t.items_of(fence.body)
        if canonical(name) in LIKELIHOODS and all(is_letter(each) or _is_square(each) for each in items):
            squares |= {key for each in items if _is_square(each) and (key := _base(each))}
    twice = {
        key for node in every if isinstance(node, t.Quotient) and _is_second(node.top) for key in _by_squares(node)
    }
    for key in squares - twice:
        above = [node for node in every if isinstance(node, t.Scripted) and _base(node) == key and node.sup is not None]
        names = [node for node in every if isinstance(node, t.Name) and canonical(node) == key]
        even = all(
            isinstance(node.sup, t.Number) and node.sup.text in ("2", "4", "6") and node.sub is None for node in above
        )
        if not even or len(names) != len(above):
            continue
        for node in above:
            half = int(node.sup.text) // 2 if isinstance(node.sup, t.Number) else 1
            node.base = t.Name(node.base.start, node.base.end, key + SQUARES["2"])
            node.sup = None if half == 1 else t.Number(node.end - 1, node.end, str(half))


def _by_squares(node: t.Node) -> Iterator[str]:
    """The letter whose square a quotient differentiates by."""
    if isinstance(node, t.Quotient) and isinstance(node.bottom, t.Juxtaposed) and len(node.bottom.items) == 2:
        mark, letter = node.bottom.items
        if (
            isinstance(mark, t.Name)
            and mark.text in ("d", r"\partial")
            and _is_square(letter)
            and (key := _base(letter))
        ):
            yield key


def _is_second(top: t.Node) -> bool:
    head = top.items[0] if isinstance(top, t.Juxtaposed) else top
    return isinstance(head, t.Scripted)


def _is_square(node: t.Node | None) -> bool:
    return isinstance(node, t.Scripted) and node.sub is None and node.sup == t.Number(0, 0, "2")


def _base(node: t.Node | None) -> str:
    return (canonical(node.base) or "") if isinstance(node, t.Scripted) else ""
