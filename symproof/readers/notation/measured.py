r"""Units behind numbers, `5\,\text{m/s}^2` and `\frac{\text{m}}{\text{s}}`, as one token each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from symproof.readers.notation.unit_words import is_units

if TYPE_CHECKING:
    from symproof.readers.notation.tokens import Tokens

PER = re.compile(r"\s+per\s+")
BARE = re.compile(r"\s+([A-Za-z])(?![A-Za-z])")
POWER = re.compile(r"\^\s*(?:(\d)|\{\s*(-?\d)\s*\})")
NAMED = re.compile(
    r"(?!.*\b(we|it|this|that|which|is|are|get|have|has|obtain|gives?|by|since|so|thus|hence|therefore|then|and|or|if|when|where|"
    r"because|using|let|note|now|but|not|next|first|again|also|finally)\b)[A-Z][A-Za-z]{2,}(?:(?: |-)[A-Za-z]+){0,6}",
    re.IGNORECASE,
)
"""Words that name a quantity, as those on the left of "Total cost = 3 * 4" do: no part of a sentence."""


def names_a_quantity(words: str) -> bool:
    """Whether several words are the name of a quantity.

    >>> [names_a_quantity(words) for words in ("Number of pens", "Total", "Hence we get", "apples and pears")]
    [True, False, False, False]
    """
    return words[:1].isupper() and not words.isalpha() and NAMED.fullmatch(words) is not None


def measures(tokens: Tokens, words: str) -> bool:
    """Whether words are units behind a number, behind braces or brackets that end one, or, with a space, behind a letter."""
    before = tokens.kinds[-1] if tokens.kinds else ""
    letter = before == "name" and (tokens.texts[-1] == "\\pi" or words[:1].isspace())
    return (before in ("number", "}", "close", "unit") or letter) and is_units(PER.sub("/", words))


def bare_unit(tokens: Tokens, style: str, position: int) -> tuple[str, int] | None:
    r"""The letter of `90\,\mathrm m`, behind a number and a space, as a group without braces."""
    found = BARE.match(tokens.source, position) if style == "mathrm" and len(tokens.kinds) in tokens.spaced else None
    return (found[1], found.end()) if found and measures(tokens, found[1]) else None


def unit(tokens: Tokens, words: str, start: int, end: int) -> int:
    r"""Units as one token; a power belongs to the last of several, `\text{m/s}^2`."""
    words = PER.sub("/", words.strip())
    power = POWER.match(tokens.source, end)
    if power and not words[-1].isdigit():
        words, end = f"{words}^{power[1] or power[2]}", power.end()
    tokens.add("unit", words, start, end)
    return end


ROMAN = r"\s*\{\s*\\(?:text|textrm|mathrm)\s*\{([^{}]*)\}\s*(?:\^\s*\{?\s*(\d)\s*\}?)?\s*\}"
ROMAN_QUOTIENT = re.compile(rf"{ROMAN}{ROMAN}")
SPEED = re.compile(r"\s*\{km\}\s*\{h\}")


def fraction(tokens: Tokens, text: str, start: int, position: int) -> int:
    r"""Behind a number, `\frac{\text{m}}{\text{s}^2}` is one unit, m/s^2, and `\frac{km}{h}` is km/h."""
    if found := SPEED.match(tokens.source, position):
        above, below = "km", "h"
    elif found := ROMAN_QUOTIENT.match(tokens.source, position):
        above, below = (
            unit.strip() + (power and f"^{power}") for unit, power in zip(*[iter(found.groups(""))] * 2, strict=True)
        )
    if found and measures(tokens, above) and is_units(below) and " " not in below:
        return unit(tokens, f"{above}/{below}", start, found.end())
    tokens.add("frac", text, start, position)
    return position
