r"""To which base `\log` is meant: to e, unless a text says that it is to 10 or goes on from it so."""

from __future__ import annotations

import re

BARE = re.compile(r"(?:\\|(?<![A-Za-z\\]))log(?![A-Za-z]|\s*_)")
"""A logarithm without a base."""
SAID = re.compile(
    r"\blog\w*\b[^.]{0,60}\bbase\W{0,4}10\b|\bbase\W{0,4}10\W[^.]{0,40}\blog|\bcommon log|\bdecadic|\bBriggs",
    re.IGNORECASE,
)
"""Words that say that logarithms are to the base 10."""
SOLVED = re.compile(
    r"\\log(?!\s*_)[^=$]*=\s*(-?\d+)\b(?:(?!\\log).){0,200}?(?:=\s*|\{)10\s*\}?\s*\^\s*\{?\s*\1\b|"
    r"\\log(?!\s*_)[^=$]*=\s*1\b(?:(?!\\log).){0,200}?=\s*10\b(?!\s*\^)", re.DOTALL,
)  # fmt: skip
"""An equation `\\log u = 2` from which the text goes on with u = 10^2."""
NATURAL = re.compile(r"\\ln\b|\\exp\b|(?<![A-Za-z])e\s*\^|=\s*e\b|\bnatural log", re.IGNORECASE)


def base_of_logarithms(text: str) -> int | None:
    r"""The base of the logarithms without one in a text; None where they are natural.

    >>> [base_of_logarithms(text) for text in (r"Since $\log x = 2$, $x = 10^2$", r"$\log x = 2$ gives $x = e^2$, not $= 10^2$")]
    [10, None]
    """
    if BARE.search(text) is None:
        return None
    if SAID.search(text) is not None:
        return 10
    return 10 if NATURAL.search(text) is None and SOLVED.search(text) is not None else None
