"""Whole numbers that a text names by a letter once it is known that there are some: n = 2k + 1 of an odd n."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Sequence
from typing import TYPE_CHECKING

from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.step import Fact
from symproof.statement import Exists, Prop, Relation
from symproof.substitution import substitute
from symproof.term import ONE, Scalar, Term, Variable
from symproof.trusted.facts import Facts

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

FOR_SOME = re.compile(r"[^.;]*\bfor some\b", re.IGNORECASE)
"""Words behind a formula that claims that there is such a letter."""
DIVISION = re.compile(r"\b(odd|even|parity|divisible|multiples?|divides)\b", re.IGNORECASE)
"""Words of a text that writes numbers by others."""


def witness_of(
    prop: Prop, facts: Iterable[Fact], seen: Collection[Term], told: Container[str]
) -> tuple[Fact, Variable] | None:
    """The hypothesis that something holds for some integer, and the new letter by which an equation says it; none that was `seen`
    or is `told` of, which may stand for another number."""
    if not isinstance(prop, Relation) or prop.kind != "=" or not isinstance(prop.right, Scalar):
        return None
    for fact in facts:
        match fact.prop:
            case Exists(Variable(domain="integer") as symbol, Relation("=", left, Scalar() as right), None, None):
                new = prop.free - fact.prop.free
                (letter,) = new if len(new) == 1 else (None,)
                if (
                    prop.left != left
                    or not isinstance(letter, Variable)
                    or letter in seen
                    or letter.name in told
                    or letter.domain == "natural"
                ):
                    continue
                for number in (letter, letter - ONE, letter + ONE):
                    if Facts(()).evident(Relation("=", prop.right, substitute(right, {symbol: number}))):
                        return fact, letter
    return None


def is_of_another_number(props: Sequence[Prop], known: Knowledge, text: str) -> bool:
    """Whether a second number is written by the letter that stands for another one, "p = 2k + 1 and q = 2k + 1" of two odd
    numbers: that says more of them than was supposed, and is no hypothesis."""
    prop = props[0] if len(props) == 1 else None
    if (
        not isinstance(prop, Relation)
        or not defines(prop)
        or len(prop.right.free) != 1
        or prop.right in prop.right.free
    ):
        return False
    same = [
        each.prop.left
        for each in (*known.facts, *known.claims)
        if each.part == known.part and isinstance(each.prop, Relation) and each.prop.right == prop.right
        if defines(each.prop)
    ]
    return any(letter != prop.left for letter in same) and DIVISION.search(text) is not None
