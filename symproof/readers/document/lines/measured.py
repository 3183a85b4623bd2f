"""Numbers with words for what they count behind them: `$= 1000$ metres $= 1$ km` says nothing of 1000 and 1 alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.finding.conversions import SCALED
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import Node, NotUnderstood
from symproof.readers.notation.tree import Number
from symproof.readers.notation.unit_words import is_units, power_between

MEASURE = r"[A-Za-z]+(?:\s?/\s?[A-Za-z]+)?[²³]?(?![A-Za-z²³])"
WORD = re.compile(rf"\s*({MEASURE})")
NOUN = re.compile(rf"\s*{MEASURE}\s*")
"""One word between formulas, or a measure, km/h."""
LARGER = re.compile(r"[kKMGTPmn](?:i?[A-Z]|m|s|g|w|h)\w*$|(?:kilo|mega|giga|tera|milli|micro|nano)\w+", re.ASCII)
"""A measure with a prefix, MFLOPs, KiB, kg."""
LEADS_ON = frozenset(
    ("", "and", "or", "so", "then", "thus", "hence", "therefore", "but", "gives", "yields", "is", "are", "if", "when")
)
"""Words that count nothing."""
SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "percent", "mio", "bn"))


def is_of_one(display: Display) -> bool:
    """Whether one word stands between a formula and the one before it: it says what that one counts."""
    return bool(NOUN.fullmatch(display.prose)) and not display.formula.display and not display.crossed


def in_its_measure(display: Display, members: Sequence[Node]) -> Node:
    """The last member of a chain; where it counts in another measure than what stands before it, so many of these, or one that
    is not understood."""
    behind, last = WORD.match(display.after), members[-1]
    power = power_between(behind[1], display.prose.strip()) if behind and is_of_one(display) else None
    if power and isinstance(last, Number) and "e" not in last.text and not SCALED.search(display.before):
        return replace(last, text=f"{last.text}e{power}")  # "$= 1000$ m $= 1$ km"
    why = _turned(display, members)
    return NotUnderstood(last.start, last.end, "", why) if why else last


def _turned(display: Display, members: Sequence[Node]) -> str:
    """Why a number at the end of a chain is no equal of what stands before it: it counts in another measure."""
    behind = WORD.match(display.after)
    after = behind[1] if behind else ""
    if after.lower() in SCALES:
        return f"a number of “{after}” is not read"
    if LARGER.match(after) and _apart(members[-2:]):
        return f"a number of “{after}” beside one that is not near it is not read"
    before = display.prose.strip() if is_of_one(display) else ""
    if (
        before.lower() not in LEADS_ON
        and after
        and before.rstrip("s") != after.rstrip("s")
        and (_measures(before) or _measures(after))
    ):
        return f"“{before}” are turned into “{after}”, which is not read"
    return ""


def _apart(pair: Sequence[Node]) -> bool:
    """Whether two numbers differ by more than a factor of a hundred."""
    try:
        one, other = (abs(float(each.text)) for each in pair if isinstance(each, Number))
    except ValueError:
        return False
    return min(one, other) * 100 < max(one, other)


def _measures(word: str) -> bool:
    return is_units(word.rstrip("²³")) or word.rstrip("s") in ("byte", "bit", "flop", "FLOP", "bytes", "bits")
