"""Quantities in two measures of one kind that are typed without dollars, `2.5 km = 2500 m`, `3 h 20 min = 200 min`.

What is taken stands between words or stops. Only measures whose sizes are exact multiples of each other are read, so that no
rounded one is; days may have eight hours, and on a map 1 cm may be 5 km.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KINDS = (
    r"(?:k|d|c|m)?m|(?:kilo|centi|milli)?met(?:er|re)s?",
    r"(?:k|m)?g|t|(?:kilo)?grams?|tonnes?",
    r"h|hrs?|hours?|min|mins|minutes?|s|sec|secs|seconds?",
    r"(?:m|c|d|h)?[lL]|(?:milli)?lit(?:er|re)s?|[mcd]?m(?:³|\^3)",
    r"(?:k|d|c|m)?m(?:²|\^2)|ha",
    r"(?:k|c)?m/(?:h|min|s)",
)
"""Measures of one kind each."""
NUMBER = r"(?:\d+,\d{1,2}(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?)"
CONVERSION = [
    re.compile(
        rf"(?<![\w.,:^=<>+*/·×÷$−–(-])(?<![=+*/·×÷−–-] ){NUMBER}\s?(?:{kind})(?:\s(?:and\s)?{NUMBER}\s?(?:{kind}))?"
        rf"\s*=\s*{NUMBER}\s?(?:{kind})(?:\s(?:and\s)?{NUMBER}\s?(?:{kind}))?(?![\w/²³^*+]|\s*[=<>*/·×÷+−–]|\s-|\.\d|\s(?:per|a|each)\b)"
    )
    for kind in KINDS
]
PART = re.compile(
    rf"(?P<equal>=)|(?P<number>{NUMBER})|(?P<unit>[A-Za-z]+(?:/[a-z]+)?)(?P<power>[²³]|\^[23])?|(?P<and>and)"
)
NAMES = {
    "mins": "min", "hrs": "hr", "secs": "sec", "millilitre": "ml", "milliliter": "ml", "millimeter": "mm", "millimetre": "mm",
    "centimeter": "cm", "centimetre": "cm", "kilometre": "km", "kilograms": "kg",
}  # fmt: skip
SCALED = re.compile(
    r"\b(?:maps?|scaled?|scales|drawings?|models?|blueprints?|represents?|corresponds?|clock|o'clock)\b", re.IGNORECASE
)
"""Words in a text in which a length may stand for another."""
LETTER = re.compile(r"\d[A-Za-z](?![A-Za-z/])")
"""A single letter right behind a number, which is more likely an unknown."""
POWERS = {"²": "^2", "³": "^3"}
EACH = re.compile(r"\b(?:per|an?|each|every)\s+$", re.IGNORECASE)
SPEEDS = {"mph": frozenset(("mile", "/h")), "kph": frozenset(("km", "/h"))}
SAME = {"dollar": "$", "euro": "€", "minute": "min", "hour": "h", "hr": "h", "second": "sec", "s": "sec"}


def measure(word: str) -> str:
    """A measure by its first name."""
    word = word[:-1] if len(word) > 2 and word.endswith("s") else word
    return SAME.get(word, word)


def measured(word: str, before: str) -> frozenset[str]:
    """What a word behind a number says that it is measured in; behind "per" or a stroke, "/h", what each of it is of."""
    word = word.lower()
    if word in SPEEDS:
        return SPEEDS[word]
    rate = word[0] == "/" or EACH.search(before) is not None
    return frozenset((f"/{measure(word.lstrip('/ '))}" if rate else measure(word),))


def find_conversions(text: str, around: str = "") -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """The conversions of a text, with the whole one `around` it: start, end, and the pieces of their LaTeX, each with its place.

    >>> text = "So 2.5 km = 2500 m, and 3 m = 5 s says nothing."
    >>> [text[start:end] for start, end, _ in find_conversions(text)]
    ['2.5 km = 2500 m']
    """
    matches = [each for kind in CONVERSION for each in kind.finditer(text)] if "=" in text else []
    if not matches or SCALED.search(around or text):
        return
    for found in sorted(matches, key=re.Match.start):
        pieces = list(_pieces(found[0], found.start()))
        if LETTER.search(found[0]) is None and len({piece for piece, _ in pieces if piece.startswith(r"\,")}) > 1:
            yield found.start(), found.end(), pieces


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int]]:
    behind = False
    for part in PART.finditer(text):
        place = part.start() + offset
        if part["number"]:
            yield (r"\ " if behind else "") + _decimal(part["number"]), place
        elif part["equal"]:
            yield "=", place
        elif part["unit"] and part["unit"] != "and":
            unit = part["unit"]
            name = NAMES.get(unit) or NAMES.get(unit.rstrip("s")) or unit
            power = POWERS.get(part["power"] or "", part["power"] or "")
            yield rf"\,\text{{{name}}}{power}", place
        behind = part["unit"] is not None


def _decimal(number: str) -> str:
    """A number without the commas of its thousands, and with a point where a comma stands before one or two digits."""
    return re.sub(r",(?=\d{1,2}$)", ".", number).replace(",", "")
