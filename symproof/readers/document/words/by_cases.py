r"""Definitions by cases in words: "$f(x) = x^2$ for $x > 0$ and $f(x) = -x$ otherwise"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.outline import Display

HEAD = re.compile(r"\s*(\\?[A-Za-z]+)\s*(?:\\left\s*)?((?:\(|_)[^=<>]*?)\s*=")
"""What a formula gives by cases: a function at an argument, a member of a sequence."""
CASE = re.compile(
    r"\W*(otherwise|else|elsewhere|(if|for|when|whenever|on)\b(?! (all|any|every|each|some|example|instance)\b))",
    re.IGNORECASE,
)
"""What stands behind one of the cases."""
OTHERWISE = re.compile(r"\b(otherwise|else|elsewhere)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d")
"""In what a function is given at, f(0), which needs no condition."""
ENDS = re.compile(r"[.;!?](\s|$)")


def is_by_cases(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula is one of several in its sentence that give the same function, or member, each under a condition."""
    mine = HEAD.match(display.text.text)
    if mine is None:
        return False
    sentence = _sentence(display, displays)
    same = [found for each in sentence if (found := _of_the_same(mine, each)) is not None]
    parts = [(found, CASE.match(each.after)) for found, each in same]
    if not any(case for _, case in parts) or not all(case or NUMBER.search(found[2]) for found, case in parts):
        return False
    return len(same) > 1 or any(OTHERWISE.search(ENDS.split(each.after)[0]) for each in sentence)


def _sentence(display: Display, displays: Sequence[Display]) -> list[Display]:
    """The formulas of the sentence that a formula stands in."""
    first = last = display.number
    while first > 0 and _goes_on(displays[first - 1], displays[first]):
        first -= 1
    while last + 1 < len(displays) and _goes_on(displays[last], displays[last + 1]):
        last += 1
    return list(displays[first : last + 1])


def _goes_on(before: Display, display: Display) -> bool:
    ended = before.text.text.rstrip().endswith(".") or ENDS.search(display.prose)
    return not ended and not display.crossed


def _of_the_same(mine: re.Match[str], other: Display) -> tuple[re.Match[str], Display] | None:
    """A formula that gives the same function, not by its own values: "f(n) = n f(n - 1)" goes on from "f(0) = 1"."""
    found = HEAD.match(other.text.text)
    if found is None or found[1] != mine[1] or found[2][0] != mine[2][0]:
        return None
    if found[2][0] == "_":
        same = "".join(found[2].split()) == "".join(mine[2].split())
    else:
        same = f"{found[1]}(" not in "".join(other.text.text[found.end() :].split()).replace("\\left", "")
    return (found, other) if same else None
