r"""Letters with a power, x^2, and the functions that are called at them: what is differentiated in them has a derivative.

A vector has no power. A letter that stands in a norm, is transposed or has an index above it elsewhere is none of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part


@dataclass(frozen=True, slots=True)
class Powered:
    """The letters with a power, and the functions that are called at one of them."""

    letters: frozenset[str] = field(default_factory=frozenset)
    functions: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, parts: Iterable[t.Node]) -> Powered:
        """What all parts of some formulas say."""
        found: set[str] = set()
        others: set[str] = set()
        calls: list[tuple[str, str]] = []
        for node in parts:
            match node:
                case t.Scripted(base=t.Name(style="") as base, sub=None, primes=0, sup=t.Number(text="2" | "3" | "4")):
                    found.add(canonical(base) or "")
                case t.Scripted(base=t.Name() as base, sup=t.Node()):
                    others.add(canonical(base) or "")
                case t.Fence(left="||" | "<"):
                    others |= {canonical(each) or "" for each in every_part(node)}
                case t.Juxtaposed(items=items):
                    for name, fence in pairwise(items):
                        if isinstance(fence, t.Fence) and isinstance(fence.body, (t.Name, t.Scripted)):
                            calls.append((canonical(name) or "", letter_of(fence.body)))
        letters = frozenset(found - others)
        return cls(letters, frozenset(name for name, letter in calls if letter in letters))

    def has(self, node: t.Node) -> bool:
        """Whether a node is such a letter, or a member of its sequence."""
        return letter_of(node) in self.letters


def letter_of(node: t.Node) -> str:
    """The name of a letter without its index."""
    return canonical(node.base if isinstance(node, t.Scripted) else node) or ""
