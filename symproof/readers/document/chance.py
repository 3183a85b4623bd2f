"""Means and deviations of random numbers of which a text says nothing more: lines on them are meant for all distributions."""

from __future__ import annotations

import re
from collections.abc import Collection

from symproof.statement import Prop
from symproof.term import Term

PLAIN = re.compile(r"E\[[A-Z]\]|\([A-Z] - E\[[A-Z]\]\)")
"""The mean of a letter and the deviation from it: for any values of these there are random numbers that have them."""
MORE = re.compile(
    r"bernoulli|binomial|gaussian|normal|poisson|uniform|exponential|geometric|rademacher|distribut|densit|i\.?i\.?d|toss|coin|"
    r"\bdi(c)?e\b|\bmeans?\b|cent(e)?red|standard|independence|independently|unbiased|\\sim|indicator|martingale|orthogonal|P\(|Pr\b|\{P\}|takes?\b|values?\b",
    re.IGNORECASE,
)
"""Words and signs that say more of random numbers."""


def are_any(letters: Collection[Term], given: Collection[Prop], text: str, offset: int) -> bool:
    """Whether letters are means and deviations of random numbers of which neither the text so far nor a hypothesis says more."""
    names = [name for letter in letters if "E[" in (name := str(getattr(letter, "name", letter)))]
    random = {each for name in names for each in re.findall(r"[A-Z](?=\])|[A-Z](?= -)", name)}
    tied = any(str(getattr(letter, "name", letter)) in random for prop in given for letter in prop.free)
    end = text.find("\n\n", offset)
    said = text[: end if end >= 0 else len(text)]
    return bool(names) and not tied and all(map(PLAIN.fullmatch, names)) and MORE.search(said) is None
