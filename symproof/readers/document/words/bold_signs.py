r"""`\mathbf{E}[X]`, `\mathbf{P}(X > t)`, `\mathsf{Var}(X)`: letters in a style of their own that are the signs of a mean and of a
probability, and no matrices: where each of them stands before brackets, and some hold what only these are taken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve.shapes import every_part, has_capitals

WORDS = frozenset(("Var", "var", "Cov", "cov", "Corr", "Pr", "tr", "Tr", "rank", "diag"))
"""Operators that some write in bold letters, which are no products."""
STYLES = ("mathbf", "boldsymbol", "mathsf", "mathcal", "mathscr")
SIGNS = ("E", "P", "V")


def turn_signs(displays: Sequence[Display]) -> None:
    r"""Put the signs that stand for themselves, `\mathbb{E}`, in place of such letters."""
    formulas = [each.parsed for each in displays if each.parsed is not None]
    every = [node for formula in formulas for node in every_part(formula)]
    for node in every:
        if isinstance(node, t.Juxtaposed):
            node.items = tuple(map(_as_one_word, node.items))
    letters = [each for each in every if isinstance(each, t.Name) and each.style in STYLES and each.text in SIGNS]
    if not letters:
        return
    before = dict(_before_brackets(every))
    for style, sign in {(each.style, each.text) for each in letters}:
        own = [each for each in letters if (each.style, each.text) == (style, sign)]
        fences = [before.get(id(each)) for each in own]
        if all(fences) and any(_is_of_chance(sign, fence) for fence in fences if fence is not None):
            for each in own:
                each.style = "mathbb"


def _as_one_word(node: t.Node) -> t.Node:
    r"""The operator that letters in one style spell, `\mathbf{Var}`; any other node as it is."""
    letters = node.items if isinstance(node, t.Juxtaposed) else ()
    names = [each for each in letters if isinstance(each, t.Name) and each.style in STYLES]
    word = "".join(each.text for each in names)
    return t.Name(node.start, node.end, word, "mathrm") if len(names) == len(letters) and word in WORDS else node


def _before_brackets(every: Sequence[t.Node]) -> Iterator[tuple[int, t.Fence]]:
    """The letters before brackets, perhaps with an index or a square, and these."""
    for node in every:
        for left, right in pairwise(node.items) if isinstance(node, t.Juxtaposed) else ():
            base = left.base if isinstance(left, t.Scripted) else left
            if isinstance(right, t.Fence) and right.left in ("[", "(", "{"):
                yield id(base), right


def _is_of_chance(sign: str, fence: t.Fence) -> bool:
    """Whether brackets hold what a mean is taken of, or a probability: nobody writes a product `\\mathbf{E}[X]`."""
    if sign == "P":
        return isinstance(fence.body, (t.Chain, t.Such))
    body = fence.body
    return body is not None and fence.left == "[" and (has_capitals(body) or isinstance(body, t.Such))
