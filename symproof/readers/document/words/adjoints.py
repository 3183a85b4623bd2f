r"""Letters with an index that a text gives for the derivatives of one thing in the letters with that index, the adjoints of a
trace: after "write $\bar w_i = \partial f / \partial w_i$", `\bar w_4` is spelled as `\frac{\partial f}{\partial w_4}`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

GIVES = ("=", ":=", "equiv")


def respell_adjoints(displays: list[Display]) -> None:
    """Spell such letters as derivatives, where they have numbers below as letters have that the text names."""
    given: dict[str, t.Quotient] = {}
    named: set[str | None] = set()
    for number, display in enumerate(displays):
        found = _given_by(display)
        if found is not None:
            given[found[0]] = found[1]
            named = named or {canonical(part) for each in displays if each.parsed for part in every_part(each.parsed)}
            displays[number] = replace(display, parsed=t.Formula(0, 0, ()))
        elif given and display.parsed is not None:
            _spell(display.parsed, given, named)


def _given_by(display: Display) -> tuple[str, t.Quotient] | None:
    r"""The letter that a formula gives so, `\bar w` of `\bar w_i = \frac{\partial f}{\partial w_i}`, and the derivative."""
    if len(display.clauses) != 1 or len(display.clauses[0].members) != 2 or display.clauses[0].kinds[0] not in GIVES:
        return None
    match display.clauses[0].members:
        case (
            t.Scripted(base=base, sub=t.Name() as index, sup=None, primes=0),
            t.Quotient(
                top=t.Juxtaposed(items=(t.Name(text=r"\partial"), top)),
                bottom=t.Juxtaposed(
                    items=(t.Name(text=r"\partial"), t.Scripted(base=of, sub=below, sup=None, primes=0))
                ),
            ) as slope,
        ) if below == index and of != base and index not in [*every_part(top)]:
            return canonical(base) or "", slope
    return None


def _spell(node: t.Node, given: Mapping[str, t.Quotient], named: set[str | None]) -> None:
    """Put the derivatives in place of the letters below a node."""
    for each in fields(node):
        value = getattr(node, each.name)
        new = _spelled(value, given, named)
        if new is not value:
            setattr(node, each.name, new)


def _spelled(value: object, given: Mapping[str, t.Quotient], named: set[str | None]) -> object:
    if isinstance(value, tuple):
        parts = tuple(_spelled(each, given, named) for each in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if not isinstance(value, t.Node):
        return value
    match value:
        case t.Scripted(base=base, sub=t.Number() as place, sup=None, primes=0) if canonical(base) in given:
            slope = _at(given[canonical(base) or ""], value, place)
            return slope if canonical(slope.bottom.items[1]) in named else value  # type: ignore[attr-defined]
    _spell(value, given, named)
    return value


def _at(slope: t.Quotient, node: t.Node, place: t.Number) -> t.Quotient:
    """A derivative in the letter with a number below, in the place of a node."""
    assert isinstance(slope.top, t.Juxtaposed) and isinstance(slope.bottom, t.Juxtaposed)
    sign, letter = slope.bottom.items
    assert isinstance(letter, t.Scripted)
    start, end = node.start, node.end
    of = replace(letter, start=start, end=end, sub=place)
    below = t.Juxtaposed(start, end, (replace(sign, start=start, end=end), of))
    return t.Quotient(start, end, replace(slope.top, start=start, end=end), below, "frac")
