"""Numbers with words for what they count behind them: `$= 1000$ metres $= 1$ km` says nothing of 1000 and 1 alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from symproof.evaluation.decimals import digits_of
from symproof.point import Point
from symproof.readers.document.finding.conversions import SCALED
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import Node, NotUnderstood
from symproof.readers.notation.tree import Fence, Missing, Number, Product, Quotient
from symproof.readers.notation.unit_words import is_units, ratio_between
from symproof.readers.resolve import Context, Reading, resolve
from symproof.term import Scalar

MEASURE = r"[A-Za-z]+(?:\s?/\s?[A-Za-z]+)?[²³]?(?![A-Za-z²³])"
WORD = re.compile(rf"\s*({MEASURE})")
NOUN = re.compile(rf"\s*{MEASURE}\s*")
"""One word between formulas, or a measure, km/h."""
LARGER = re.compile(r"[kKMGTPmn](?:i?[A-Z]|m|s|g|w|h)\w*$|(?:kilo|mega|giga|tera|milli|micro|nano)\w+", re.ASCII)
"""A measure with a prefix, MFLOPs, KiB, kg."""
AGAIN = re.compile(
    rf"\s*({MEASURE})\s*,?\s*\(?\s*(?:and\s+)?(?:which\s+(?:is|are|equals|makes)|that\s+(?:is|makes)|i\.?e\.?|(?P<or>or)|so|=)\s*,?\s*"
)
"""What stands between an amount and the same one in another measure, "g, which is"."""
COMPARED = re.compile(
    r"\s*(?:per|an?|each|every|more|less|longer|shorter|further|farther|faster|slower|left|over|too|above|below|away)\b"
)
"""Words behind an amount by which it is another one."""
STOPS = re.compile(r"\s*(?:[.,;:!?)]|$)")
PARTLY = re.compile(r"[\d·]\s*(?P<unit>[A-Za-z]+[²³]?)?\s*,?\s*(?P<join>and|of|out of|times|per|from)?\W*$")
"""Words that end with another amount, "2 hours and", "3 of"."""
LEADS_ON = frozenset(
    (
        "",
        "and",
        "or",
        "so",
        "then",
        "thus",
        "hence",
        "therefore",
        "but",
        "gives",
        "yields",
        "is",
        "are",
        "if",
        "when",
        "to",
    )
)
"""Words that count nothing."""
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mio": 6, "bn": 9}
"""Words for powers of ten."""
NEAR = 30
"""By what factor a result with a slip may be another number than what stands before it."""


def is_of_one(display: Display) -> bool:
    """Whether one word stands between a formula and the one before it: it says what that one counts."""
    return bool(NOUN.fullmatch(display.prose)) and not display.formula.display and not display.crossed


def in_its_measure(display: Display, members: Sequence[Node]) -> Node:
    """The last member of a chain; not understood, where it counts in another measure than what stands before it. A number of
    millions counts as what stands before it does, "1.2 * 1.05 = 1.26 million", or is so many."""
    last, behind = members[-1], WORD.match(display.after)
    power = SCALES.get(behind[1].lower().rstrip("s")) if behind else None
    if behind and power and isinstance(last, Number):
        alone = not is_of_one(display) or display.prose.strip() in (behind[1], *LEADS_ON)
        pair = [_value(each) for each in members[-2:]] if alone else []
        ratio = pair[0] / pair[1] if len(pair) == 2 and pair[0] and pair[1] else None
        if ratio is not None and 1 / Fraction(NEAR) < ratio < NEAR:
            return last
        if ratio is not None and 1 / Fraction(NEAR) < ratio / 10**power < NEAR and "e" not in last.text:
            return replace(last, text=f"{last.text}e{power}")
        return NotUnderstood(last.start, last.end, "", f"a number of “{behind[1]}” is not read")
    why = _turned(display, members) if _ratio(display) is None else ""
    return NotUnderstood(last.start, last.end, "", why) if why else last


def in_the_measure_behind(display: Display, before: Node) -> Node:
    """What a chain goes on from, that is counted in another measure than what goes on: "$= 1000$ m $= 1$ km" says that 1000/1000
    is 1, and "$2.5$ h $= 2.5 \\cdot 60 = 150$ min" that 2.5 * 60 is."""
    ratio = _ratio(display)
    if is_of_one(display) and (power := SCALES.get(display.prose.strip().lower().rstrip("s"))):
        behind = WORD.match(display.after)
        same = behind is not None and behind[1] == display.prose.strip()
        ratio = None if same or "e" in getattr(before, "text", "") else Fraction(10**power)
    return before if ratio is None else _times(before, ratio)


def said_again(display: Display, before: Node, led: str) -> Node | None:
    """The amount before a number that says it again in another measure, "$9 \\cdot 15 = 135$ min, i.e. $2.25$ h"; None
    where it may be a part of what is said, behind other amounts in the words that `led` to it: "2 h and 30 min, i.e."."""
    again, behind = AGAIN.fullmatch(display.prose), WORD.match(display.after)
    if again is None or behind is None or SCALED.search(display.before):
        return None
    if (part := PARTLY.search(led)) and (ratio_between(part["unit"] or again[1], again[1]) is not None):
        return None
    rest = display.after[behind.end() :]
    if COMPARED.match(rest) or (again["or"] and not STOPS.match(rest)):
        return None
    ratio = ratio_between(again[1], behind[1])
    return None if ratio in (None, 1) else _times(before, ratio)


def _ratio(display: Display) -> Fraction | None:
    """How many of the measure behind a formula make one of that before it; None where that is not known."""
    behind = WORD.match(display.after)
    if behind is None or not is_of_one(display) or SCALED.search(display.before):
        return None
    return ratio_between(display.prose.strip(), behind[1])


def _times(node: Node, ratio: Fraction) -> Node:
    at = node.start, node.end
    factor = Quotient(*at, Number(*at, str(ratio.numerator)), Number(*at, str(ratio.denominator)))
    return node if ratio == 1 else Product(*at, (Fence(*at, "(", ")", node), factor), ("cdot",))


def _turned(display: Display, members: Sequence[Node]) -> str:
    """Why a number at the end of a chain is no equal of what stands before it: it counts in another measure."""
    behind = WORD.match(display.after)
    after = behind[1] if behind else ""
    if after.lower() == "percent":
        return f"a number of “{after}” is not read"
    if LARGER.match(after) and _apart(members[-2:]):
        return f"a number of “{after}” beside one that is not near it is not read"
    goes_on = isinstance(members[0], Missing)  # "165 minutes", and below it "165 / 15 = 11 breaks"
    before = display.prose.strip() if goes_on and is_of_one(display) else ""
    if (
        before.lower() not in LEADS_ON
        and after
        and before.rstrip("s") != after.rstrip("s")
        and (_measures(before) or _measures(after))
    ):
        return f"“{before}” are turned into “{after}”, which is not read"
    return ""


def _value(node: Node) -> Fraction | None:
    """About the value of a term without letters that is above 0; None of any other."""
    found = ask(lambda: resolve(node, Context()))
    if not isinstance(found, Reading) or not isinstance(found.term, Scalar) or found.term.free:
        return None
    shown = digits_of(found.term, Point({}), 6)
    return Fraction(shown.text) * Fraction(10) ** shown.power if shown and not shown.text.startswith("-") else None


def _apart(pair: Sequence[Node]) -> bool:
    """Whether two numbers differ by more than a factor of a hundred."""
    try:
        one, other = (abs(float(each.text)) for each in pair if isinstance(each, Number))
    except ValueError:
        return False
    return min(one, other) * 100 < max(one, other)


def _measures(word: str) -> bool:
    return is_units(word.rstrip("²³")) or word.rstrip("s") in ("byte", "bit", "flop", "FLOP", "bytes", "bits")
