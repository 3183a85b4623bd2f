"""What a sentence says to exist, "there is a δ > 0 such that ...": it is claimed of some value, and not of all."""

from __future__ import annotations

import re

from symproof.readers.document.words.prose import MARKUP, SENTENCE

EXISTS = re.compile(
    r"\b(there\s+((must|has to|will)\s+)?(is|are|be|exists?)|exists?|"
    r"(we|one|you)\s+(can\s+(find|choose)|(find|choose)(?=\s+(an?|some)\b)))\s*"
    r"(an?|some|any|the)?(\s+(\w+\s+){0,2}\w+)?\s*$",
    re.IGNORECASE,
)
SUCH = re.compile(r"[\s,]*(such that|so that|with|for which|with the property that|satisfying)\b", re.IGNORECASE)
LEADS_ON = re.compile(r"\b(so|thus|hence|therefore|consequently|which|then we)\b", re.IGNORECASE)


def is_said_to_exist(before: str) -> bool:
    """Whether a formula behind some words, `·` for a formula, is a part of what is said to exist.

    >>> [is_said_to_exist(words) for words in ("there is ", "there is · such that if ·, then ", "there is · with ·, so ")]
    [True, True, False]
    >>> is_said_to_exist("we can find some "), is_said_to_exist("we find a number "), is_said_to_exist("we find that ")
    (True, True, False)
    """
    segments = SENTENCE.split(MARKUP.sub(" ", before))[-1].split("·")
    start = next((k for k, words in enumerate(segments) if EXISTS.search(words)), None)
    if start is None:
        return False
    behind = segments[start + 1 :]
    return not behind or (SUCH.match(behind[0]) is not None and not any(map(LEADS_ON.search, behind)))
