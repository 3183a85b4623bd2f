r"""Congruences in a chain: `2^{20} \equiv 24^2 = 576 \equiv 76 \pmod{100}` says its modulus once, at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from symproof.readers.document.lines.unit import Unit
from symproof.readers.notation.tree import Product
from symproof.readers.resolve.numbers import modulus_of


def carry_moduli(found: Iterable[Sequence[Unit]]) -> None:
    """Give each congruence of a chain the modulus that its last one names."""
    for units in found:
        for unit in units:
            _carry_modulus(unit)


def _carry_modulus(unit: Unit) -> None:
    last = unit.members[-1].node
    congruences = [k for k, (sign, _, _) in enumerate(unit.signs) if sign.kind == "equiv"]
    if congruences and isinstance(last, Product) and last.operators[-1] in ("bmod", "mod"):
        body = (
            last.items[0]
            if len(last.items) == 2
            else Product(last.start, last.items[-2].end, last.items[:-1], last.operators[:-1])
        )
        last = unit.members[-1].node = Product(last.start, last.end, (body, last.items[-1]), ("pmod",))
    modulus = modulus_of(last)
    if modulus is None:
        return
    for k in congruences:
        node = unit.members[k + 1].node
        if modulus_of(node) is None:
            unit.members[k + 1].node = Product(node.start, node.end, (node, modulus), ("pmod",))
