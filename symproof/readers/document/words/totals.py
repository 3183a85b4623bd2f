r"""Sums and averages in words: "let $\bar{x}$ be the average of $x_1, \dots, x_n$"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.qualities import NOT, brings_in, listed_in, names_of
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import SUPPOSES

IS_TOTAL = re.compile(
    r"\s*(?:be|is|denotes?|stands for|for)\s+(?:the|their)\s+(?:arithmetic\s+)?(?P<what>average|mean|sum)\s+of\s+"
    r"(?:all\s+)?(?:the\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
"""Words between a letter and the members of which it is the sum or the average."""


def total_in(display: Display, displays: Sequence[Display]) -> str:
    r"""What words say a letter to be, `\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i`; "" for nothing. Only of a letter of
    which it is supposed, or that is brought in: of any other it may be a claim."""
    (name, *others), found = names_of(display) or [""], IS_TOTAL.fullmatch(display.after)
    family = listed_in(displays[display.number + 1]) if found and display.number + 1 < len(displays) else None
    own = sentence_before(display.before)
    supposed = SUPPOSES.match(own) is not None or brings_in(display, displays)
    if not name or others or found is None or family is None or not supposed:
        return ""
    members, first, last = family
    if not last or not first.isdigit() or NOT.search(own) or is_left_open(own):
        return ""
    return f"{name} = {sum_of(members, first, last, average=found['what'].lower() != 'sum')}"


TOTAL_OF = re.compile(
    r"(?P<led>.*?)\b(?:the\s+)?(?:(?P<what>sum|difference|product|quotient)|(?:arithmetic\s+)?(?P<mean>mean|average))\s+of\s+"
    r"(?:(?:the\s+)?(?:two\s+)?(?:(?:real|whole|positive|natural)\s+)?numbers\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
"""Words before the first of two letters of which it is said what they come to."""
NUMBER = re.compile(r"\s*-?\d+(?:\.\d+)?\s*")
LEADS = re.compile(
    r"\W*(?:(?:let|suppose|assume|given|if|where|such|and|that|it|is|known|we|know|are|told)\W+)*", re.IGNORECASE
)
"""Words that may stand before these and still suppose it."""
COMES_TO = re.compile(
    r"\s*(?:is|be|equals|amounts to)\s+(?P<value>-?\d+(?:\.\d+)?(?![\d.]*\d|\s*(?:%|percent|times)))?", re.IGNORECASE
)
TOTALS = {
    "sum": "{0} + {1} = {2}", "product": "{0} \\cdot {1} = {2}",
    "quotient": r"\frac{{{0}}}{{{1}}} = {2}", "mean": r"\frac{{{0} + {1}}}{{2}} = {2}",
}  # fmt: skip
UNREAD = "?"


def total_of_two(display: Display, displays: Sequence[Display]) -> str:
    """What a sentence that begins with it says of two letters, "the mean of $a$ and $b$ is 10", as LaTeX; "" for nothing,
    "?" where it is not sure what they say."""
    if not display.number or display.prose.strip() != "and":
        return ""
    before, behind = displays[display.number - 1], displays[display.number + 1 : display.number + 2]
    names, said, told = (
        [*names_of(before), *names_of(display)],
        TOTAL_OF.fullmatch(sentence_before(before.before)),
        display.after,
    )
    found = COMES_TO.match(told)
    if (
        len(names) != 2
        or said is None
        or found is None
        or LEADS.fullmatch(said["led"]) is None
        or is_left_open(said["led"])
    ):
        return ""
    value = found["value"]
    if value is None and behind and found.end() == len(told) and NUMBER.fullmatch(behind[0].text.text):
        value = behind[0].text.text
    form = TOTALS.get((said["what"] or "mean").lower(), UNREAD)  # a difference may be meant either way
    return form.format(*names, value) if value else ""


def sum_of(members: str, first: str, last: str, *, average: bool) -> str:
    r"""The sum of the members of a family from one place to another, or their average, as LaTeX.

    >>> print(sum_of("x", "1", "n", average=True))
    \frac{1}{n} \sum_{i=1}^{n} x_i
    """
    k = next(each for each in ("i", "j", "k") if each not in (last, members))
    size = last if first == "1" else rf"\left({last} - {first} + 1\right)"
    share = rf"\frac{{1}}{{{size}}} " if average else ""
    return rf"{share}\sum_{{{k}={first}}}^{{{last}}} {members}_{k}"
