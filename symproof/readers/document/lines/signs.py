r"""Two signs at once: `x = 2 \pm 3` says `x = 5 or x = -1`; an identity with them is one of the upper, one of the lower signs;
and an equation with bars of which another one is a case, for one choice of signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import product
from typing import Any

from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.unit import Member, Unit
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Add, Name, Number, Quotient, Scripted, Sequence
from symproof.readers.resolve.ellipses import same
from symproof.statement import Prop, Relation, both_ways, is_equation
from symproof.substitution import rebuild
from symproof.term import Elementary, Scalar, Term

UPPER = {r"\pm": "+", r"\mp": "-"}
LOWER = {r"\pm": "-", r"\mp": "+"}


def both_signs(unit: Unit) -> list[Unit]:
    """The units that one with double signs stands for; none where it has none, or is one of several alternatives."""
    if unit.also:
        return _of_alternatives(unit)
    if not unit.signs or not any(_is_double(member.node) for member in unit.members):
        return []
    upper, lower = (
        [Member(_with(each.node, signs), each.display, each.row) for each in unit.members] for signs in (UPPER, LOWER)
    )
    first, second = unit.members[0].node, unit.members[1].node
    turned = len(unit.signs) == 1 and unit.signs[0][0].kind == "=" and _is_double(first) and not _is_double(second)
    if turned and _has_letter(second):  # \pm 4 = x says x = 4 or x = -4
        return both_signs(replace(unit, members=unit.members[::-1]))
    letters = _has_letter(first) or _has_letter(unit.members[1].node)  # 5 = x \pm 1 says x = 4 or x = 6
    if _is_double(first) or not letters or unit.signs[0][0].kind != "=":
        return [replace(unit, members=upper), replace(unit, members=lower, halved=True)]
    cases = []
    for members in (upper, lower):
        members[0] = Member(_letter(first), unit.members[0].display, unit.members[0].row)
        cases.append(replace(unit, members=members[:2], signs=unit.signs[:1]))
    cases[0].also = [cases[1]]
    later = replace(unit, signs=unit.signs[1:], goes_on=True, halved=True)  # links of a chain
    halves = upper[1:], lower[1:]
    rest = [replace(later, members=half, turned=other) for half, other in zip(halves, halves[::-1], strict=True)]
    return [cases[0], *(rest if len(unit.signs) > 1 else [])]


def _of_alternatives(unit: Unit) -> list[Unit]:
    r"""`x = \pm 1 or x = \pm 2` as four alternatives; none where it is not of this kind."""
    each = [replace(unit, also=[]), *unit.also]
    cases = [both_signs(one) or [one] for one in each]
    if all(found == [one] for found, one in zip(cases, each, strict=True)) or any(len(found) > 1 for found in cases):
        return []
    first, *rest = [one for (found,) in cases for one in (replace(found, also=[]), *found.also)]
    return [replace(first, also=rest)]


def _letter(node: Node) -> Node:
    """The letter of `x_{1,2}`, which names both of its values."""
    if isinstance(node, Scripted) and isinstance(node.sub, (Sequence, Quotient)) and node.sup is None:
        if all(isinstance(each, Number) for each in node.sub.children()):
            return node.base
    return node


def _has_letter(node: Node) -> bool:
    return isinstance(node, Name) or any(map(_has_letter, node.children()))


def _is_double(node: Node) -> bool:
    return (isinstance(node, Add) and any(sign in UPPER for sign, _ in node.terms)) or any(
        map(_is_double, node.children())
    )


def _with(value: Any, signs: dict[str, str]) -> Any:
    """A node in which each double sign is one of its two."""
    if isinstance(value, tuple):
        return tuple(_with(each, signs) for each in value)
    if isinstance(value, str):
        return signs.get(value, value)
    if not isinstance(value, Node):
        return value
    return replace(value, **{each.name: _with(getattr(value, each.name), signs) for each in fields(value)})


def is_without_bars(equation: Prop, whole: Prop) -> bool:
    """Whether an equation, not yet solved, has the sides of another one without its bars, for one choice of the signs of what
    stands in them.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> [is_without_bars(each, eq(abs(x + 4), 2*x)) for each in (eq(x + 4, 2*x), eq(-(x + 4), 2*x), eq(x + 4, -2*x), eq(3*x, -4))]
    [True, True, True, False]
    """
    barred = [each for each in whole.subterms() if isinstance(each, Elementary) and each.function == "abs"]
    barred = list(dict.fromkeys(barred))
    if not is_equation(equation) or not is_equation(whole) or not 0 < len(barred) < 3 or is_solution(equation):
        return False

    def put(term: Term, signs: Mapping[Term, Scalar]) -> Term:
        return signs[term] if term in signs else rebuild(term, lambda each: put(each, signs))

    inner = [(each.args[0], -each.args[0]) for each in barred]
    for choice in product(*inner):
        plain = put(whole, dict(zip(barred, choice, strict=True)))
        for left, right in both_ways(plain) if isinstance(plain, Relation) else ():
            assert isinstance(left, Scalar) and isinstance(right, Scalar)
            if _are_sides(equation, left, right) or _are_sides(equation, -left, -right):
                return True
    return False


def _are_sides(equation: Relation, left: Term, right: Term) -> bool:
    pairs = ((equation.left, left), (equation.right, right))
    return all(isinstance(one, Scalar) and isinstance(other, Scalar) and same(one, other) for one, other in pairs)
