r"""What words say of the signs of letters, as formulas: "for positive $x$ and $y$", "let $a$ be negative", "if $b$ is nonzero".

Of a list, "let $x_1, \\dots, x_n$ be positive", it is said of each member. Only what is supposed, or given as a reason, is taken:
that a number is positive "then" is for the text to show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import INTERVAL, Display
from symproof.readers.document.words.properties import FOLLOWS
from symproof.readers.document.words.qualities import NOT, names_back, names_of, names_on
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import CONDITION, FOR_ALL
from symproof.readers.notation.tree import Ellipsis, Scripted
from symproof.readers.notation.tree import Sequence as Row

RELATIONS = {
    "positive": "> 0",
    "negative": "< 0",
    "nonnegative": r"\ge 0",
    "nonpositive": r"\le 0",
    "nonzero": r"\ne 0",
}
SIGN = r"(?P<sign>(?:non-?)?(?:positive|negative)|non-?zero)"
NOUNS = (
    r"(?:(?:real|rational|whole|natural)\s+)?"
    r"(?:numbers?|reals?|rationals?|integers?|constants?|scalars?|parameters?|values?(?:\s+of)?)"
)
BEFORE = re.compile(rf"(?<!\bor )(?<![-\w]){SIGN}(?:\s+{NOUNS})?\s*$", re.IGNORECASE)
AFTER = re.compile(
    rf"\W*(?:be|is|are|being)\s+(?:(?:all|both|each|an?|strictly|real|fixed)(?:\s+and)?\s+)*{SIGN}"
    r"(?![-\w]|\s+(?:or|iff?|when|exactly|(?:semi-?)?definite|for|on|in)\b)",
    re.IGNORECASE,
)
BESIDE = re.compile(
    rf"\s+(?:both\s+|all\s+|strictly\s+)?{SIGN}(?=\s*(?:[.,;:)]|$)|\s+(?:and|then|we)\b)", re.IGNORECASE
)
"""What stands behind letters after "with", "with $x$ positive"."""
WITH = re.compile(r"\b(?:with|for|where|assum\w+|tak\w+|choos\w+)\W*(?:·\W*(?:and\b\W*)?)*$", re.IGNORECASE)
NEGATES = re.compile("not|neither|nor|unless|whether|question", re.IGNORECASE)
"""Those of the words before what is shown, or left open, that say no more than that it need not be so."""
SUPPOSED = re.compile(rf"\b({CONDITION}|{FOR_ALL}|for|any|all|since|because)\b[^.;:]*$", re.IGNORECASE)
"""What stands before a letter of which something is supposed."""
KIND = re.compile(r"\b(real|rational|natural|integer|whole|(non-?)?(positive|negative)|non-?zero)\s*$", re.IGNORECASE)
"""Words before a formula behind which they go on, "be real $n$-vectors"."""


NO_MORE = re.compile(
    r"(?:\W*(?:be|are)\s+(?:(?:any|all|some|arbitrary|given|fixed|real|positive|non-?negative|non-?zero|whole)\s+)*"
    r"(?:numbers|reals|integers|scalars)\b)?\s*(?:[.:;]|(?:,?\s*(?:with|such that)|,)?\s*$|,?\s+(?:then|we have|it holds)\b)",
    re.IGNORECASE,
)
"""Words behind a list of numbers that say no more of them than that, or go on with a formula."""


LYING = re.compile(
    r"\W*(?:(?:be|is|are|lies?|being)\s+)?(?:(?:an?|any|all|both|each|some|real|fixed|arbitrary)\s+)*"
    rf"(?:{NOUNS}\s+|points?\s+)?(?:lying\s+|chosen\s+)?(?:in|from|inside|within)\s+(?:the\s+)?"
    r"(?:(?:open|closed|unit|half-open)\s+)*(?:interval\s+)?",
    re.IGNORECASE,
)
"""Words between letters and the interval in which they lie, "be real numbers in the interval"."""


def places_of(display: Display, displays: Sequence[Display]) -> list[str]:
    r"""Where the letters lie that end with a formula, "let $x$ and $y$ be real numbers in $[0, 1]$", as formulas."""
    own = sentence_before(display.before)
    if FOLLOWS.search(own) or not SUPPOSED.search(own):
        return []
    return _places(display, displays, own)


def claimed_place(display: Display, displays: Sequence[Display]) -> str:
    r"""What words claim that end with an interval, "hence $x$ is in $[0, 1]$"; "" for none."""
    before = displays[display.number - 1] if display.number else display
    claimed = _places(before, displays, sentence_before(before.before)) if before is not display else []
    return "" if places_of(before, displays) else ", ".join(claimed)


def _places(display: Display, displays: Sequence[Display], own: str) -> list[str]:
    following = displays[display.number + 1 : display.number + 2]
    names = names_of(display) or listed_in(display)
    if not names or display.is_relation or not following or following[0].paragraph != display.paragraph:
        return []
    place = following[0].text.text.strip().rstrip(".,;")
    if not INTERVAL.fullmatch(place) or not LYING.fullmatch(display.after) or NOT.search(own) or is_left_open(own):
        return []
    return [rf"{name} \in {place}" for name in (*names_back(display, displays), *names)]


def signs_of(display: Display, displays: Sequence[Display]) -> list[str]:
    """What is supposed of the signs of the letters that end, or begin, with a formula."""
    own = sentence_before(display.before)
    concluded = [found for found in FOLLOWS.finditer(own) if not NEGATES.fullmatch(found[0])]
    since = own[concluded[-1].end() :] if concluded else own  # "show that for positive x" supposes that x is
    names = names_of(display) or listed_in(display)
    if not names or NOT.search(since) or is_left_open(since) or not SUPPOSED.search(since):
        return []
    found = AFTER.match(display.after) or (BESIDE.match(display.after) if WITH.search(since) else None)
    if found is not None and goes_on_behind(display, displays, display.after[found.end() :]):
        return []  # "be nonnegative $n \\times n$ matrices"
    if found is not None:
        names = [*names_back(display, displays), *names]
    elif (found := BEFORE.search(since.rpartition("·")[2])) is not None:
        names += names_on(display, displays)
    else:
        return []
    relation = RELATIONS[found["sign"].lower().replace("-", "")]
    return [f"{name} {relation}" for name in names]


def listed_in(display: Display) -> list[str]:
    r"""A list of members of one family, `x_1, \dots, x_n`, as it is written, where a formula is that alone."""
    clauses = display.clauses
    if display.formula.display or len(clauses) != 1 or len(clauses[0].members) != 1:
        return []
    match clauses[0].members[0]:
        case Row(items=(Scripted(base=first), *_, Scripted(base=last)) as items, separator=",") as row if first == last:
            if any(isinstance(each, Ellipsis) for each in items):
                return [display.text.text[row.start : row.end].strip()]
    return []


def goes_on_behind(display: Display, displays: Sequence[Display], words: str) -> bool:
    r"""Whether a word behind a letter is said of what stands behind the next formula, from which nothing but a space parts it:
    "be positive $n \times n$ matrices"."""
    following = displays[display.number + 1 : display.number + 2]
    beside = bool(following) and following[0].paragraph == display.paragraph and not following[0].formula.display
    return beside and not words.strip() and re.match(r"\s*-?\s*[a-z]", following[0].after) is not None


def words_behind(display: Display, displays: Sequence[Display]) -> str:
    """The words behind a letter, and where they go on behind the next formula, those."""
    split = KIND.search(display.after) is not None and goes_on_behind(display, displays, "")
    return display.after + (displays[display.number + 1].after.lstrip(" -") if split else "")
