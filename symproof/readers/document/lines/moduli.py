r"""Congruences in a chain: `2^{20} \equiv 24^2 = 576 \equiv 76 \pmod{100}` says its modulus once, at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from symproof.readers.document.lines.unit import Unit
from symproof.readers.notation import Node, NotUnderstood
from symproof.readers.notation.tree import Missing, Name, Number, Product, Quotient
from symproof.readers.resolve.numbers import modulus_of

CONGRUENT = ("equiv", "notequiv")


def carry_moduli(found: Iterable[Sequence[Unit]]) -> None:
    """Give each congruence of a chain the modulus that its last one names, and each chain of a formula that of the next or of
    the one before."""
    for units in found:
        apart = [each for unit in units for each in (unit, *unit.also)]
        modulus: Node | None = None
        for unit in apart:
            _as_congruences(unit)
        for unit in (*reversed(apart), *apart):
            modulus = _carry_modulus(unit, modulus) or modulus


def _as_congruences(unit: Unit) -> None:
    r"""Read a chain of remainders of terms with letters, `(11^n - 6) \bmod 5 = 0`, as congruences: they are equal where the terms
    are congruent, and a number that is less than the modulus is its own remainder."""
    found = [_remainder(member.node) for member in unit.members]
    moduli = [each[1] for each in found if each is not None]
    if not moduli or {sign.kind for sign, _, _ in unit.signs} != {"="} or any(each != moduli[0] for each in moduli):
        return
    inner = [each[0] if each else member.node for each, member in zip(found, unit.members, strict=True)]
    plain = [node for each, node in zip(found, inner, strict=True) if each is None]
    if not all(_is_below(node, moduli[0]) for node in plain) or not any(map(_has_a_letter, inner)):
        return
    for member, part in zip(unit.members, inner, strict=True):
        node = replace(part, start=member.node.start, end=member.node.end)
        member.node = (
            Product(node.start, node.end, (node, moduli[0]), ("pmod",)) if member is unit.members[-1] else node
        )
    unit.signs = [(replace(sign, kind="equiv"), display, row) for sign, display, row in unit.signs]


def _remainder(node: Node) -> tuple[Node, Node] | None:
    r"""The a and the n of `a \bmod n`."""
    match node:
        case Product(items=(inner, modulus), operators=("bmod" | "mod",)):
            return inner, modulus
        case Product(items=(*items, modulus), operators=(*operators, "bmod" | "mod")):
            return Product(node.start, node.end, tuple(items), tuple(operators)), modulus
    return None


def _is_below(node: Node, modulus: Node) -> bool:
    match node, modulus:
        case Number(text=low), Number(text=high):
            return low.isdigit() and high.isdigit() and int(low) < int(high)
        case Number(text="0"), _:
            return True
    return False


def _has_a_letter(node: Node) -> bool:
    return isinstance(node, Name) or any(map(_has_a_letter, node.children()))


def _is_broken(node: Node) -> bool:
    r"""Whether a fraction of numbers is no whole number: among residues, `\frac{5}{2} = 5 \cdot 4 \equiv 6 \pmod{7}`."""
    match node:
        case Quotient(top=Number(text=top), bottom=Number(text=bottom)) if top.isdigit() and bottom.isdigit():
            return int(bottom) != 0 and int(top) % int(bottom) != 0
    return False


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
    for k in [k for k, (sign, _, _) in enumerate(unit.signs) if congruences and sign.kind == "="]:
        if _is_broken(unit.members[k].node) != _is_broken(unit.members[k + 1].node):
            congruences.append(k)
            sign, display, row = unit.signs[k]
            unit.signs[k] = (replace(sign, kind="equiv"), display, row)
    for k in congruences:
        node = unit.members[k + 1].node
        if modulus_of(node) is None and not isinstance(node, (Missing, NotUnderstood)):
            unit.members[k + 1].node = Product(node.start, node.end, (node, modulus), ("pmod",))
    return modulus_of(last)
