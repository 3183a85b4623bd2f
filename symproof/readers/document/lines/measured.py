"""Numbers with words for what they count behind them: `$= 1000$ metres $= 1$ km` says nothing of 1000 and 1 alone."""

from __future__ import annotations

import re

from symproof.readers.document.words.outline import Display
from symproof.readers.notation.unit_words import is_unit

WORD = re.compile(r"\s*([A-Za-z]+)\b")
NOUN = re.compile(r"\s*[A-Za-z]+\s*")
"""One word between formulas."""
SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "percent", "mio", "bn"))


def is_of_one(display: Display) -> bool:
    """Whether one word stands between a formula and the one before it: it says what that one counts."""
    return bool(NOUN.fullmatch(display.prose)) and not display.formula.display and not display.crossed


def turned(display: Display) -> str:
    """Why a number that goes on from one before it is no equal of it: it counts in another measure."""
    behind = WORD.match(display.after)
    after = behind[1] if behind else ""
    if after.lower() in SCALES:
        return f"a number of “{after}” is not read"
    before = display.prose.strip() if is_of_one(display) else ""
    if before and after and before.rstrip("s") != after.rstrip("s") and (_measures(before) or _measures(after)):
        return f"“{before}” are turned into “{after}”, which is not read"
    return ""


def _measures(word: str) -> bool:
    return is_unit(word) or word.rstrip("s") in ("byte", "bit", "flop", "FLOP", "bytes", "bits")
