"""Means and deviations of random numbers of which a text says nothing more: lines on them are meant for all distributions."""

from __future__ import annotations

import re
from collections.abc import Collection

from symproof.term import Term

PLAIN = re.compile(r"E\[[A-Z]\]|\([A-Z] - E\[[A-Z]\]\)")
"""The mean of a letter and the deviation from it: for any values of these there are random numbers that have them."""
MORE = re.compile(
    r"bernoulli|binomial|gaussian|normal|poisson|uniform|exponential|geometric|rademacher|distribut|densit|i\.?i\.?d|toss|coin|"
    r"\bdi(c)?e\b|\bmeans?\b|cent(e)?red|standard|independence|independently|unbiased|\\sim|indicator|martingale|orthogonal|takes?\b|values?\b",
    re.IGNORECASE,
)
"""Words and signs that say more of random numbers."""
BEGINS = re.compile(r"^(#+ |\\(sub)*section|\\paragraph|\*\*)", re.MULTILINE)


def are_any(letters: Collection[Term], text: str, offset: int) -> bool:
    """Whether letters are means and deviations of random numbers of which the section around a place says nothing more."""
    names = [name for letter in letters if "E[" in (name := str(getattr(letter, "name", letter)))]
    start = max((found.start() for found in BEGINS.finditer(text, 0, offset)), default=0)
    end = text.find("\n\n", offset)
    section = text[start : end if end >= 0 else len(text)]
    return bool(names) and all(map(PLAIN.fullmatch, names)) and MORE.search(section) is None
