"""What a sentence says to exist, "there is a δ > 0 such that ...": it is claimed of some value, and not of all."""

from __future__ import annotations

import re

from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import JOINS
from symproof.readers.document.words.sentences import sentence_before

EXISTS = re.compile(
    r"\b((?<!value )(?<!derivative )(?<!gradient )(?<!slope )(?<!minimum )there\s+"
    r"((must|has to|will)\s+)?(is|are|be|exists?)|exists?|"
    r"(we|one|you)\s+(can\s+(find|choose)|(find|choose)(?=\s+(an?|some)\b)))\s*"
    r"(an?|some|any|the)?(\s+(\w+\s+){0,2}\w+)?\s*$",
    re.IGNORECASE,
)
CHOSEN = re.compile(r"\b(choose|pick|take|fix|find|select)\s+(\w+\s+){0,3}$", re.IGNORECASE)
"""Words before a letter that is chosen."""
QUANTIFIES = re.compile(r"\b(for|whenever|when)\b[^.,;:]*$", re.IGNORECASE)
LEADS_FROM = re.compile(
    r"\b((?<!\bso )then|so(?! that\b)|thus|hence|therefore|consequently|which|if|because|since|gives?|implies|yields?)\b",
    re.I,
)
ASKED = re.compile(r"\b(prove|show|verify|claim|suffices|must|need|want)\b", re.IGNORECASE)
SUCH = re.compile(r"[\s,]*(:|such that|so that|with|for which|with the property that|satisfying)(?!\w)", re.IGNORECASE)
LEADS_ON = re.compile(r"\b(so|thus|hence|therefore|consequently|which|then we)\b", re.IGNORECASE)


SOME = re.compile(r"\s*,?\s*(?:for|at|with) (?:some|a|an|one|at least)\b", re.IGNORECASE)
"""Words behind a formula that speaks of some value only."""
FOR_SOME = re.compile(r"\s*,?\s*for (some|at least one)\b", re.IGNORECASE)
"""Of these, those that say so of a claim."""


def is_said_to_exist(before: str) -> bool:
    """Whether a formula behind some words, `·` for a formula, is a part of what is said to exist.

    >>> [is_said_to_exist(words) for words in ("there is ", "there is · such that if ·, then ", "there is · with ·, so ")]
    [True, True, False]
    >>> is_said_to_exist("The value there is ")
    False
    >>> is_said_to_exist("we can find some "), is_said_to_exist("we find a number "), is_said_to_exist("we find that ")
    (True, True, False)
    """
    segments = sentence_before(before).split("·")
    start = next((k for k, words in enumerate(segments) if EXISTS.search(words)), None)
    if start is None:
        return False
    behind = segments[start + 1 :]
    return not behind or (SUCH.match(behind[0]) is not None and not any(map(LEADS_ON.search, behind)))


def quantified_behind(before: str) -> int:
    """How many formulas say for which values something holds that letters satisfy which are said to exist, or chosen, in its
    sentence; 0 where a formula behind some words is no such thing.

    >>> [quantified_behind(words) for words in ("there is · such that for all · :", "choose · so that, for · and · , we have")]
    [1, 2]
    >>> quantified_behind("there is · such that · and"), quantified_behind("show that there is · such that for ·")
    (0, 0)
    """
    sentence = sentence_before(before)
    segments = sentence.split("·")
    chosen = [k for k, words in enumerate(segments[:-1]) if EXISTS.search(words) or CHOSEN.search(words)]
    if not chosen or ASKED.search(sentence):
        return 0
    behind = segments[chosen[0] + 1 :]
    such = next((k for k, words in enumerate(behind) if SUCH.match(words)), len(behind))
    if not all(map(JOINS.fullmatch, behind[:such])) or any(map(LEADS_FROM.search, behind[such:])):
        return 0
    start = next((k for k in range(such, len(behind) - 1) if QUANTIFIES.search(behind[k])), len(behind) - 1)
    return len(behind) - 1 - start


def chosen_before(before: str) -> int:
    """How many formulas before one, in its sentence, stands the letter that is said to exist, or chosen, such that it holds;
    0 where a formula behind some words is no such thing.

    >>> chosen_before("there is · such that "), chosen_before("choose · so that, for all · , we have")
    (1, 2)
    >>> chosen_before("show that there is · with ")
    0
    >>> chosen_before("there is · with ·, so "), chosen_before("take · and ")
    (0, 0)
    """
    sentence = sentence_before(before)
    segments = sentence.split("·")
    at = next((k for k, words in enumerate(segments[:-1]) if EXISTS.search(words) or CHOSEN.search(words)), None)
    if at is None or ASKED.search(sentence):
        return 0
    behind = segments[at + 1 :]
    such = next((k for k, words in enumerate(behind) if SUCH.match(words)), None)
    if such is None or not all(map(JOINS.fullmatch, behind[:such])) or any(map(LEADS_FROM.search, behind[such:])):
        return 0
    return len(behind)


BEHIND = re.compile(
    r"[^\w.;!?]*(?:for|when|with|where|if)\s+(?:\$+|\\\()\s*(?P<name>\\?[A-Za-z]+)\s*\(\s*\\?\w+\s*\)\s*:?=",
    re.IGNORECASE,
)


ONE = r"\b(?:an?|one|another)\s+(?:\w+\s+)?(?:solution|root|zero)"
ONE_BEFORE = re.compile(
    rf"{ONE}\s+(?:is|as)\W*$|\b(?:the|an) (?:other|obvious) (?:one|solution|root|zero)? ?is\W*$", re.IGNORECASE
)
ONE_BEHIND = re.compile(rf"\s*(?:is|as)\s+(?:\w+\s+)?{ONE}\b", re.IGNORECASE)


def one_of_several(display: Display) -> str:
    """The doubt of a line that names one solution, "one solution is $x = 2$": the others are not lost."""
    only = display.prose.rstrip().endswith("only")  # "only · is a solution"
    one = ONE_BEFORE.search(display.prose) or (ONE_BEHIND.match(display.after) and not only)
    return "it names one solution" if one else ""


def given_behind(latex: str, text: str) -> str:
    r"""The doubt of a line, as LaTeX, where the text behind it gives a function of it, "$f'(x) = 2x$ for $f(x) = x^2$": it is
    about that one, whatever f was before."""
    found = BEHIND.match(text)
    if found is None or not re.search(rf"(?<![A-Za-z]){re.escape(found['name'])}(?![A-Za-z])", latex):
        return ""
    return f"the text gives {found['name']} behind it"
