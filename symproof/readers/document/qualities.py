r"""What adjectives say of letters, as formulas: "let $A$ be symmetric" is `A^\top = A`, and "independent $X$ and $Y$" have no
covariance.

Only what is supposed is taken, never what is to be shown or follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from symproof.readers.document.letters import is_letter
from symproof.readers.document.outline import Display
from symproof.readers.document.properties import FOLLOWS
from symproof.readers.document.prose import MARKUP, SENTENCE, SUPPOSING
from symproof.readers.notation.tree import Sequence as Letters

MATRICES = {
    "symmetric": r"{0}^\top = {0}",
    "idempotent": r"{0} {0} = {0}",
    "orthogonal": r"{0}^\top {0} = I",
}
"""What is said of a letter that stands for a matrix."""
PAIRS = {"independent": r"\operatorname{{Cov}}({0}, {1}) = 0", "uncorrelated": r"\operatorname{{Cov}}({0}, {1}) = 0"}
"""What is said of each two random numbers."""
WORD = rf"(?P<word>{'|'.join((*MATRICES, *PAIRS))})"
BEFORE = re.compile(
    rf"(?<![-\w]){WORD}(?:\s+and\s+\w+)?(?:\s+(?:matri(?:x|ces)|random\s+(?:variables?|numbers)|variables))?\s*$", re.I
)
AFTER = re.compile(
    rf"\W*(?:be|is|are|being)\s+(?:an?\s+)?(?:(?:real|square|mutually|pairwise)\s+)?{WORD}(?![-\w]|\s+(?:to|iff?|when|exactly)\b)",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(not|non|no|neither|nor|without|never)\b", re.IGNORECASE)
JOINS = re.compile(r"\s*(?:,|and|, and)?\s*")


def said_of(display: Display, displays: Sequence[Display]) -> tuple[str, list[str], bool] | None:
    """The word that is supposed of letters which end, or begin, with this formula, the formulas that it stands for, and whether
    the word stands behind."""
    own = SENTENCE.split(MARKUP.sub(" ", display.before))[-1]
    if FOLLOWS.search(own) or NOT.search(own):
        return None
    behind = AFTER.match(display.after)
    if behind is not None and SUPPOSING.search(own.replace(",", " ")):
        names = [*_back(display, displays), *_names(display)]
        return _said(behind["word"].lower(), names, behind=True)
    ahead = BEFORE.search(own.rpartition("·")[2])
    if ahead is not None:
        return _said(ahead["word"].lower(), [*_names(display), *_on(display, displays)], behind=False)
    return None


def _said(word: str, names: list[str], *, behind: bool) -> tuple[str, list[str], bool] | None:
    if word in MATRICES:
        return word, [MATRICES[word].format(name) for name in names], behind
    pairs = [PAIRS[word].format(one, other) for k, one in enumerate(names) for other in names[:k]]
    return (word, pairs, behind) if pairs else None


def _names(display: Display) -> list[str]:
    r"""The letters that a formula names: `A`, `A, B`, `A \in \mathbb{R}^{n \times n}`."""
    clauses = display.parsed.clauses if display.parsed is not None else ()
    if display.formula.display or len(clauses) != 1 or any(sign.kind != "in" for sign in clauses[0].relations):
        return []
    first = clauses[0].members[0]
    nodes = first.items if isinstance(first, Letters) else (first,)
    return [display.text.text[node.start : node.end].strip() for node in nodes] if all(map(is_letter, nodes)) else []


def _back(display: Display, displays: Sequence[Display]) -> Iterator[str]:
    """The letters of the formulas before, over "and" and commas."""
    k = display.number
    while k and displays[k].paragraph == displays[k - 1].paragraph and JOINS.fullmatch(displays[k].prose):
        k -= 1
        yield from _names(displays[k])


def _on(display: Display, displays: Sequence[Display]) -> Iterator[str]:
    """The letters of the formulas behind, over "and" and commas."""
    for following in displays[display.number + 1 :]:
        if following.paragraph != display.paragraph or not JOINS.fullmatch(following.prose):
            return
        yield from _names(following)
