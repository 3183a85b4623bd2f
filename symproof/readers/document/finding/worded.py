r"""Relations in words: "$A$ iff $B$" and "$A$ implies $B$" are one statement as `A \iff B` and `A \implies B` are, and "if $n$ is
$6$" supposes `n = 6`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from symproof.readers.document.finding.items import Formula, Item, Words
from symproof.readers.document.finding.located import Located, join

BOTH_WAYS = re.compile(
    r"\W*(holds,? )?(iff|if,? and only if|(is|are) equivalent to|(exactly|precisely|just) when)\W*", re.IGNORECASE
)
ONE_WAY = re.compile(r"\W*(implies( that)?|only if)\W*", re.IGNORECASE)
SUPPOSED = re.compile(r"\b(suppos|assum)\w*(\s+that)?\s*$", re.IGNORECASE)
"""Words before an implication that is supposed as a whole: neither of its parts is said by itself."""
EQUALITY_IN = re.compile(
    r"\bequality\s+(?:holds?|occurs?|is\s+(?:attained|achieved|reached))\s+(?:in|for)\s*$", re.IGNORECASE
)
"""Words before an inequality, "equality holds in · iff ·": what is equivalent to the condition is that it is an equation."""
IF = re.compile(r"\b(?:if|when|whenever|suppos\w+|assum\w+)(?: that)?\s*$", re.IGNORECASE)
"""Words before a letter of which it is supposed that it is a number."""
IS = re.compile(r"\s*(?:is|was|were|equals|(?:is|was|were) equal to)\s*")
LETTER, NUMBER = (
    re.compile(r"\s*\\?[A-Za-z]+(?:_\{?\w\}?)?\s*"),
    re.compile(r"\s*-?\s*(?:\d+(?:\.\d+)?|\\frac\{\d+\}\{\d+\})\s*"),
)
ENDS = re.compile(r"\s*(?:[,.;:]|then\b)")
MARK = re.compile(
    r"\s*(?:\*{1,3}|\\(?:ast|star|dagger|ddagger|square|Box|blacksquare|checkmark|bullet|S|P)(?![A-Za-z])\s*)+"
)
"""Signs that stand alone for no number."""
RELATION = re.compile(r"[=<>≤≥≠]|\\(?:le|ge|leq|geq|leqslant|geqslant|ne|neq|lt|gt)(?![A-Za-z])")
SENTENCE = re.compile(r"[.;:?!]")
"""What ends a sentence: no arrow goes over it."""
OTHER = re.compile(r"\\(?:in|ni|subset\w*|partial|nabla|begin|to|mapsto|sim)(?![A-Za-z])")
"""Signs of what is no relation between numbers, or says what a word means, `g \\in \\partial f(x)`."""


def with_arrows(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a document; formulas in a line that only such words stand between are one."""
    found = list(_without_marks(items))
    k = 0
    while k < len(found):
        first = found[k]
        before = found[k - 1] if k else None
        said = before.text.text if isinstance(before, Words) else ""
        while isinstance(first, Formula) and (relation := _relation(said, found[k : k + 4])):
            words, second = found[k + 1 : k + 3]
            assert isinstance(words, Words) and isinstance(second, Formula)
            sign = Located.whole(f" {relation} ", words.text.origin(0))
            first = replace(first, latex=join((first.latex, sign, second.latex)), end=second.end)
            k += 2
        yield first
        k += 1


def _without_marks(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a document; a mark of a footnote or an equation, "by ($*$)", is a word."""
    last: Item | None = None
    joins = False
    for item in items:
        mark = isinstance(item, Formula) and not item.display and MARK.fullmatch(item.latex.text) is not None
        if mark and isinstance(item, Formula):
            item = Words(item.latex)
        if (mark or joins) and isinstance(item, Words) and isinstance(last, Words):
            last = Words(join((last.text, item.text)))
        else:
            if last is not None:
                yield last
            last = item
        joins = mark
    if last is not None:
        yield last


def _relation(before: str, items: list[Item]) -> str:
    """The sign that the words between two formulas stand for; "" where they stand for none."""
    if _is_supposed_value(before, items):
        return "="
    return "" if SUPPOSED.search(before) or EQUALITY_IN.search(before) else _arrow(items[:3])


def _is_supposed_value(before: str, items: list[Item]) -> bool:
    """Whether words suppose that a letter is a number, "if $n$ is $6$, then", but not "if $n$ is $3$ more"."""
    match items:
        case [Formula(display=False) as left, Words(text), Formula(display=False) as right, *rest]:
            behind = rest[0].text.text if rest and isinstance(rest[0], Words) else ""
            letter, number = LETTER.fullmatch(left.latex.text), NUMBER.fullmatch(right.latex.text)
            told = IF.search(before) and IS.fullmatch(text.text)
            return bool(letter and number and told and ENDS.match(behind)) and not (left.problem or right.problem)
    return False


def _arrow(items: list[Item]) -> str:
    """The arrow that the words between two relations in a line stand for; "" where they stand for none."""
    match items:
        case [Formula(display=False) as left, Words(text), Formula(display=False) as right]:
            if left.problem or right.problem or not (_is_relation(left) and _is_relation(right)):
                return ""
            if SENTENCE.search(text.text) or left.latex.text.rstrip().endswith("."):
                return ""
            if BOTH_WAYS.fullmatch(text.text):
                return r"\iff"
            return r"\implies" if ONE_WAY.fullmatch(text.text) else ""
    return ""


def _is_relation(formula: Formula) -> bool:
    text = formula.latex.text
    return bool(RELATION.search(text)) and not OTHER.search(text)
