r"""A T that stands only above letters and brackets, and as a function before a letter in brackets, in a part that speaks of
vectors or matrices or has `X^T X`, is the sign of a transpose; one in upright letters, `A^{\mathsf T}`, always is. In a part that
has `X'X` so is a prime."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from symproof.readers.document.words.beginning import is_apart
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

UPRIGHT = ("mathsf", "mathrm", "mathtt", "mathbf", "boldsymbol")


def turn(displays: Sequence[Display]) -> None:
    r"""Put the mark `\top` in place of each T that is a transpose, part by part."""
    starts = [k for k, display in enumerate(displays) if not k or is_apart(display)]
    for start, end in zip(starts, [*starts[1:], len(displays)], strict=False):
        formulas = [each.parsed for each in displays[start:end] if each.parsed is not None]
        every = [node for formula in formulas for node in every_part(formula)]
        raised = [node for node in every if isinstance(node, t.Scripted) and not isinstance(node.base, t.Number)]
        above = [(node, node.sup) for node in raised if isinstance(node.sup, t.Name) and node.sup.text == "T"]
        letters = {id(letter) for _, letter in above} | {id(node) for node in _heads(every)}
        plain = [node for node in every if isinstance(node, t.Name) and node.text == "T" and not node.style]
        _turn_primes(every)
        _turn_adjoints(every)
        turned = all(id(node) in letters for node in plain) and (_speaks_of_vectors(every) or _beside_itself(every))
        for node, letter in above:
            if turned or letter.style in UPRIGHT:
                node.sup = t.Mark(letter.start, letter.end, r"\top")


def _heads(every: Sequence[t.Node]) -> list[t.Node]:
    """The letters that stand for functions, `T(y)`: before brackets around one letter."""
    pairs = [pair for node in every if isinstance(node, t.Juxtaposed) for pair in pairwise(node.items)]
    names = (t.Name, t.Scripted)
    return [left for left, right in pairs if isinstance(right, t.Fence) and isinstance(right.body, names)]


def _turn_primes(every: Sequence[t.Node]) -> None:
    """Put the mark in place of each prime that is a transpose: where a capital letter with a prime stands beside the same without
    it, and none is given by other letters; above small letters before no brackets too. Where norms or gradients stand somewhere,
    also where a small letter stands so, `x'x`, or brackets around several letters have a prime before a factor, `(x - y)'z`."""
    pairs = [pair for node in every if isinstance(node, t.Juxtaposed) for pair in pairwise(node.items)]
    marked = [node for node in every if isinstance(node, t.Scripted) and node.primes == 1 and node.sup is None]
    capital = [node for node in marked if isinstance(node.base, t.Name) and node.base.text.isupper()]
    beside = [one for left, right in pairs for one, other in ((left, right), (right, left)) if _without(one) == other]
    before = {id(left) for left, _ in pairs}
    called = {id(left) for left, right in pairs if isinstance(right, t.Fence)}
    twice = [_without(one) for one in beside]
    of_capitals = any(node in beside for node in capital) and not any(_is_named(node, every) for node in capital)
    of_capitals &= not any(_is_differentiated(_without(node), every, pairs) for node in capital)
    derived = any(isinstance(node.base, t.Fence) and not _is_of_several(node.base) for node in marked)  # `(x^2)'`
    of_vectors = (
        _speaks_of_vectors(every)
        and not derived
        and (bool(twice) or any(id(node) in before and _is_of_several(node.base) for node in marked))
    )
    own = [_without(node) for node in marked if _is_listed(node, every)]
    for node in marked:
        bracketed = isinstance(node.base, t.Fence)
        if _without(node) in own and not bracketed:
            turned = False
        elif of_capitals and (node in capital or bracketed or id(node) not in called):
            turned = True
        elif bracketed:
            turned = of_vectors and id(node) in before and _is_of_several(node.base)
        else:
            turned = of_vectors and (_without(node) in twice or (id(node) in before and id(node) not in called))
        if turned:
            node.primes, node.sup = 0, t.Mark(node.end - 1, node.end, r"\top")


def _is_named(node: t.Scripted, every: Sequence[t.Node]) -> bool:
    """Whether a letter with a prime stands alone or in a list, "A, A' are matrices", or is given by other than the letter, its
    opposite and its inverse, as by `P' = P^2`: one of its own."""
    clauses = [each for each in every if isinstance(each, t.Clause) and each.members and each.members[0] is node]
    bare = canonical(_without(node) or node)
    for clause in clauses:
        names = {
            canonical(part) for member in clause.members[1:] for part in every_part(member) if isinstance(part, t.Name)
        }
        raised = [part.sup for each in clause.members[1:] for part in every_part(each) if isinstance(part, t.Scripted)]
        if not names or not names <= {bare, "I"} or any(isinstance(power, t.Number) for power in raised):
            return True
    return _is_listed(node, every)


def _is_differentiated(letter: t.Node | None, every: Sequence[t.Node], pairs: Sequence[tuple[t.Node, t.Node]]) -> bool:
    """Whether a letter is a function of a number, so that its primes are derivatives: it has two of them somewhere, `P''`, or a
    value at a number, `P(0)`."""
    twice = any(isinstance(each, t.Scripted) and each.primes > 1 and each.base == letter for each in every)
    return twice or any(
        left == letter and isinstance(right, t.Fence) and right.left == "(" and isinstance(right.body, t.Number)
        for left, right in pairs
    )


def _is_listed(node: t.Scripted, every: Sequence[t.Node]) -> bool:
    r"""Whether a letter with a prime stands in a list, `x, x' \in \mathbb{R}^d`: a letter of its own."""
    return any(isinstance(each, t.Sequence) and any(part is node for part in each.items) for each in every)


def _is_of_several(node: t.Node) -> bool:
    """Whether brackets are around a sum or a difference of several letters: the derivative of that would have to say in which."""
    if not isinstance(node, t.Fence) or not isinstance(node.body, t.Add):
        return False
    return len({canonical(each) for each in every_part(node.body) if canonical(each) is not None}) > 1


def _turn_adjoints(every: Sequence[t.Node]) -> None:
    r"""Put the mark in place of each star that is an adjoint, in a part with real numbers: above a capital letter that stands
    beside the same without it, `A^* A`, or where both stand in angles, `\langle A u, v \rangle = \langle u, A^* v \rangle`."""
    if any(isinstance(node, t.Name) and ("bar" in node.accents or node.text == "C") for node in every):
        return  # a conjugate, or the complex numbers
    starred = [node for node in every if isinstance(node, t.Scripted) and _is_starred(node)]
    rows = [node.items for node in every if isinstance(node, t.Juxtaposed)]
    beside = [pair for items in rows for pair in pairwise(items)]
    inside = [part for node in every if isinstance(node, t.Fence) and node.left == "<" for part in every_part(node)]
    heads = [node.items[0] for node in inside if isinstance(node, t.Juxtaposed)]
    for node in starred:
        bare = _bare(node)
        if (node, bare) in beside or (bare, node) in beside or (node in heads and bare in heads):
            for each in starred:
                if _bare(each) == bare and each.sup is not None:
                    each.sup = t.Mark(each.sup.start, each.sup.end, r"\top")


def _is_starred(node: t.Scripted) -> bool:
    """Whether a star stands above one capital letter."""
    capital = isinstance(node.base, t.Name) and len(node.base.text) == 1 and node.base.text.isupper()
    return capital and isinstance(node.sup, (t.Mark, t.Name)) and node.sup.text in ("*", r"\ast")


def _without(node: t.Node) -> t.Node | None:
    """A letter without its prime; None of what has none."""
    if not isinstance(node, t.Scripted) or node.primes != 1 or node.sup is not None:
        return None
    return _bare(node)


def _beside_itself(every: Iterable[t.Node]) -> bool:
    """Whether something with a T above stands beside the same without it, `X^T X`: as a power it would be written as one."""
    return any(
        isinstance(one, t.Scripted) and isinstance(one.sup, t.Name) and one.sup.text == "T" and _bare(one) == other
        for node in every
        if isinstance(node, t.Juxtaposed)
        for left, right in pairwise(node.items)
        for one, other in ((left, right), (right, left))
    )


def _bare(node: t.Scripted) -> t.Node:
    return node.base if node.sub is None else t.Scripted(node.start, node.end, node.base, node.sub)


def _speaks_of_vectors(every: Iterable[t.Node]) -> bool:
    """Whether norms, gradients, matrices that are written out, determinants, or spaces of several dimensions stand somewhere."""
    return any(
        isinstance(node, t.Nabla)
        or (isinstance(node, t.Fence) and node.left == "||")
        or (isinstance(node, t.Table) and "matrix" in node.kind)
        or (isinstance(node, t.Function) and node.name.lower() in ("det", "tr", "trace"))
        or (isinstance(node, t.Scripted) and node.sup is not None and getattr(node.base, "style", "") == "mathbb")
        for node in every
    )
