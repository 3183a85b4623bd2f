r"""The modulus behind a term, `b \pmod n`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.notation.tree import Chain, Node, Product

if TYPE_CHECKING:
    from symproof.readers.notation.parser import Parser


def with_modulus(p: Parser, node: Node) -> Node:
    r"""A term, or the last member of a chain, with the modulus that stands behind it: `i - j \equiv 1 \pmod n`."""
    if p.kinds[p.i] != "pmod":
        return node
    if isinstance(node, Chain):
        last = with_modulus(p, node.members[-1])
        return Chain(node.start, last.end, (*node.members[:-1], last), node.relations)
    p.i += 1
    modulus = p.item()
    return Product(node.start, modulus.end, (node, modulus), ("pmod",))
