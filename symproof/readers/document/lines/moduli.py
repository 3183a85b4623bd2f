r"""Congruences in a chain: `2^{20} \equiv 24^2 = 576 \equiv 76 \pmod{100}` says its modulus once, at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from symproof.readers.document.lines.unit import Unit
from symproof.readers.notation import Node, NotUnderstood
from symproof.readers.notation.tree import Missing, Product
from symproof.readers.resolve.numbers import modulus_of

CONGRUENT = ("equiv", "notequiv")


def carry_moduli(found: Iterable[Sequence[Unit]]) -> None:
    """Give each congruence of a chain the modulus that its last one names, and each chain of a formula that of the next or of
    the one before."""
    for units in found:
        apart = [each for unit in units for each in (unit, *unit.also)]
        modulus: Node | None = None
        for unit in (*reversed(apart), *apart):
            modulus = _carry_modulus(unit, modulus) or modulus


def _carry_modulus(unit: Unit, of_next: Node | None) -> Node | None:
    last = unit.members[-1].node
    congruences = [k for k, (sign, _, _) in enumerate(unit.signs) if sign.kind in CONGRUENT]
    if not congruences and modulus_of(last) is not None and len(unit.signs) > 1:  # x = 66 + 280 = 346 (mod 77)
        congruences = [k for k, (sign, _, _) in enumerate(unit.signs) if sign.kind == "="]
    if congruences and isinstance(last, Product) and last.operators[-1] in ("bmod", "mod"):
        body = (
            last.items[0]
            if len(last.items) == 2
            else Product(last.start, last.items[-2].end, last.items[:-1], last.operators[:-1])
        )
        last = unit.members[-1].node = Product(last.start, last.end, (body, last.items[-1]), ("pmod",))
    modulus = modulus_of(last) or of_next
    if modulus is None:
        return None
    for k in congruences:
        node = unit.members[k + 1].node
        if modulus_of(node) is None and not isinstance(node, (Missing, NotUnderstood)):
            unit.members[k + 1].node = Product(node.start, node.end, (node, modulus), ("pmod",))
    return modulus_of(last)
