"""Chains of numbers with their measures: how far one stays in a measure, "1.80 m - 1.35 m = 0.45 m", and what it comes to in
another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from symproof.readers.document.finding.conversions import SCALED
from symproof.readers.notation.unit_words import ratio_between

MEASURES = frozenset((
    "$", "€", "£", "%", "second", "sec", "s", "minute", "min", "hour", "hr", "h", "day", "week", "month", "year", "cent", "penny",
    "pence", "nickel", "dime", "quarter", "km", "m", "cm", "mm", "mile", "foot", "feet", "inch", "inche", "yard", "kg", "g",
    "mg", "gram", "kilogram", "ton", "tonne", "pound", "lb", "ounce", "oz", "liter", "litre", "l", "ml", "gallon", "quart",
    "pint", "cup", "degree",
))  # fmt: skip
"""Words and signs that say in what something is measured."""
SCALES = frozenset((
    "dozen", "pair", "score", "hundred", "thousand", "million", "billion", "k", "percent", "half", "twice", "double",
))  # fmt: skip
"""Words that change the number they stand after."""
MONEY = frozenset("$€£%")
UNIT = re.compile(r"\s?([A-Za-z]+)(?![²³^/]|\s?(?:per\b|an?\b|/))\s?")
"""The unit of a number, which is no square and no rate."""


class Token(NamedTuple):
    """A number or a sign of a chain, and its place; a number has the measures that stand at it."""

    kind: str
    text: str
    start: int
    end: int
    measures: frozenset[str] = frozenset()


def turning(run: list[Token]) -> Iterator[list[Token]]:
    """A chain in pieces, cut where a product turns a number of things into others: "3 weeks = 3 * 7 = 21 days = 21 * 24"."""
    begin = member = 0
    ends = [k for k, each in enumerate(run) if each.kind == "equal"]
    for k, after in zip(ends, (*ends[1:], len(run)), strict=False):
        alone, following = run[member:k], run[k + 1 : after]
        turned = len(alone) == 1 and alone[0].measures - MONEY and {"times", "over"} & {e.kind for e in following}
        if turned and any(each.text == alone[0].text for each in following):
            yield run[begin:k]
            begin = k + 1
        member = k + 1
    yield run[begin:]


def in_one_measure(run: list[Token]) -> list[Token]:
    """The members of a chain up to the first that is in a measure which no member before it has, or adds two of them."""
    ends = [k for k, each in enumerate(run) if each.kind == "equal"]
    known: frozenset[str] = frozenset()
    begin = 0
    for end in [*ends, len(run)]:
        terms = _measures_of(run[begin:end])
        new = frozenset().union(*terms)
        mixed = len({each for each in terms if each}) > 1 or ("%" in new and not all(terms)) or new & SCALES
        percent = "%" in new - known and any(each.text == "100" for each in run[:end])
        rates = {each[1:] for part in run[begin:end] for each in part.measures if each[0] == "/"} & MEASURES
        rated = not rates <= known and not known - MONEY <= new
        if mixed or percent or rated or (known and not new <= known):
            return run[: begin - 1] if begin else []
        known |= new | rates
        begin = end + 1
    return run


def in_another_measure(text: str, rest: Sequence[Token]) -> list[Token]:
    """What a chain comes to at its end in another measure of the same kind, "1.80 m - 1.35 m = 0.45 m = 45 cm": so many of the
    first; `rest` begins with the number before it."""
    if [each.kind for each in rest] != ["number", "equal", "number"] or SCALED.search(text):
        return []
    before, equal, last = rest
    units = (UNIT.fullmatch(text, before.end, equal.start), UNIT.match(text, last.end))
    ratio = ratio_between(units[0][1], units[1][1]) if units[0] and units[1] else None
    if ratio is None:
        return []
    factors = (("times", "·", ratio.denominator), ("over", "/", ratio.numerator))
    turned = [
        (Token(kind, sign, last.end, last.end), Token("number", str(by), last.end, last.end))
        for kind, sign, by in factors
    ]
    return [equal, last, *(each for pair in turned if pair[1].text != "1" for each in pair)]


def _measures_of(member: Sequence[Token]) -> list[frozenset[str]]:
    """The measures of each term of a member."""
    terms: list[frozenset[str]] = [frozenset()]
    numbers = [0]
    for each in member:
        if each.kind == "plus":
            terms.append(frozenset())
            numbers.append(0)
        terms[-1] |= each.measures & (MEASURES | SCALES)
        numbers[-1] += each.kind in ("number", "mixed", "close")
    return [term - {"%"} if count > 1 else term for term, count in zip(terms, numbers, strict=True)]
