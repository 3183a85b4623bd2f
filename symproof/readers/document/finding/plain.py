r"""Arithmetic in the words of a text, "48 / 2 = 24 clips", as formulas: numbers and signs alone, with at least one operation.

What is taken is a whole chain: it begins and ends at words or stops, and no letter takes part in it. Words that say what is
counted are left out. Where a measure is changed on the way, "3 hours = 180 minutes", numbers say nothing, and nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from symproof.readers.document.finding.located import Located, join

NUMBER = r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d+,\d{1,2}|\d+)(?:\.\d+)?(?![\w.]*\w|[.,:]\d)"
TOKEN = re.compile(
    rf"""(?P<note><<[^<>\n]*>>)
    |(?P<times>\\?\*(?!\*)|[×·⋅]|(?<=[\d)\s])[xX](?=\s*\\?\$?\s?\d))
    |(?P<power>(?<=[\d)])\*\*(?=[\d(])|\^(?=\d+\b))
    |(?P<strong>\*\*|__)
    |(?P<equal>=|≈|\\approx)
    |(?P<over>/(?!\s?[A-Za-z])|÷|(?<=\s):(?=\s))
    |(?P<plus>[+−–-])
    |(?P<open>\()|(?P<close>\))
    |(?P<mixed>(?<![\w.,:^])\d{{1,3}}\s\d{{1,3}}/\d{{1,3}}(?![\w/.,]*\w))
    |(?P<number>(?<![\w.,:])(?:\\?[$€£]\s?)?(?:<<[^<>\n]*>>)?{NUMBER}(?:\s?\\?%)?)
    |(?P<of>of(?=\s+\\?[$€£]?\d))
    |(?P<unit>/\s?[A-Za-z]+|(?:per|an?|each)\b|[A-Za-z]+)""",
    re.VERBOSE,
)
SIGNS = {"times": r"\cdot ", "over": "/", "equal": "="}
MEASURES = frozenset((
    "$", "€", "£", "%", "second", "sec", "minute", "min", "hour", "hr", "h", "day", "week", "month", "year", "cent", "penny",
    "pence", "nickel", "dime", "quarter", "km", "m", "cm", "mm", "mile", "foot", "feet", "inch", "inche", "yard", "kg", "g",
    "mg", "gram", "kilogram", "ton", "tonne", "pound", "lb", "ounce", "oz", "liter", "litre", "l", "ml", "gallon", "quart",
    "pint", "cup", "degree",
))  # fmt: skip
"""Words and signs that say in what something is measured."""
SCALES = frozenset((
    "dozen", "pair", "score", "hundred", "thousand", "million", "billion", "k", "percent", "half", "twice", "double",
))  # fmt: skip
"""Words that change the number they stand after."""
SAME = {"dollar": "$", "mph": "mile", "euro": "€", "minute": "min", "hour": "h", "hr": "h", "second": "sec"}
STOPS = frozenset((
    "and", "or", "so", "is", "are", "was", "we", "i", "he", "she", "they", "it", "which", "that", "the", "then", "to", "for",
    "in", "on", "at", "by", "has", "have", "gets", "get", "if", "as", "with", "from", "than", "left", "plus", "minus",
    "times", "divided", "equals", "mod", "modulo",
))  # fmt: skip
"""Words that belong to a sentence, and name no thing that is counted."""
MOST_WORDS = 3


@dataclass
class _Run:
    """The tokens of a chain: kind, text and place of each; `bad` where it cannot be one."""

    tokens: list[tuple[str, str, int, int]] = field(default_factory=list)
    measures: dict[int, set[str]] = field(default_factory=dict)
    """By the place of a number among the tokens, the measures it has."""

    def measure(self, word: str) -> None:
        """Note a word after the last number."""
        word = word.lower()
        word = word[:-1] if len(word) > 2 and word.endswith("s") else word
        self.measures.setdefault(len(self.tokens) - 1, set()).add(SAME.get(word, word))


def find_arithmetic(text: str) -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """The chains of a text: start, end, and the pieces of their LaTeX, each with its place.

    >>> text = "He sold 48 / 2 = 24 clips, so x + 3 = 4 + 5."
    >>> [text[start:end] for start, end, _ in find_arithmetic(text)]
    ['48 / 2 = 24']
    """
    if not re.search(r"\d[^=≈\n]*(=|≈|\\approx)", text):
        return
    for run, before, after in _runs(text):
        tokens = _trimmed(run.tokens, text, before, after)
        if tokens and _is_chain(tokens) and _is_measured_alike(run, tokens):
            yield tokens[0][2], tokens[-1][3], [(_latex(kind, said), start) for kind, said, start, _ in tokens]


def latex_of(text: Located, pieces: Sequence[tuple[str, int]]) -> Located:
    """The LaTeX of a chain, each piece where it stands in the text."""
    return join(Located.whole(f"{latex} ", text.origin(at)) for latex, at in pieces)


def _runs(text: str) -> Iterator[tuple[_Run, int, int]]:
    """What may be chains: tokens beside each other, and where the text before them ends and goes on after them."""
    run, at, words, before = _Run(), 0, 0, 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = TOKEN.match(text, at)
        kind = found.lastgroup if found else ""
        if words and kind in (
            "number",
            "mixed",
            "open",
        ):  # "6 workers need 60 / 6": what stands before is another matter
            yield run, before, at
            run, words, before = _Run(), 0, at
        if found is None or (kind == "unit" and not _counts(run, found[0], words)):
            word = re.compile(r"[^\W\d_]+|.", re.DOTALL).match(text, at)
            assert word is not None
            yield run, before, at
            run, words, before = _Run(), 0, word.end()
            at = word.end()
            continue
        if kind == "unit":
            words += 1
            if not found[0].startswith("/"):
                run.measure(found[0])
        elif kind not in ("strong", "note"):
            words = 0
            run.tokens.append((str(kind), found[0], at, found.end()))
            if kind == "number":
                for sign in "$€£%":
                    if sign in found[0]:
                        run.measure(sign)
        at = found.end()
    yield run, before, len(text)


def _counts(run: _Run, word: str, words: int) -> bool:
    """Whether a word names what the number before it counts."""
    last = run.tokens[-1][0] if run.tokens else ""
    return last in ("number", "mixed", "close") and words < MOST_WORDS and word.lower() not in STOPS


def _trimmed(
    tokens: list[tuple[str, str, int, int]], text: str, before: int, after: int
) -> list[tuple[str, str, int, int]]:
    """The tokens without what belongs to the words around: an equals sign at an end, a dash, a bracket that opens a remark."""
    tokens = list(tokens)
    led = re.search(r"[^\s*_]?$", text[:before].rstrip(" *_"))
    if tokens and tokens[0][0] == "equal":
        tokens.pop(0)
    elif led is not None and led[0] and not re.match(r"[\w.,:;!?)\]\"'“”’—|>]", led[0]):
        return []
    if before and tokens and text[before - 1].isalnum() and tokens[0][2] == before:
        return []
    while tokens and tokens[-1][0] in ("equal", "open", "plus", "of"):
        kind, said, start, end = tokens.pop()
        rest = text[end:].lstrip()
        word = re.match(r"[A-Za-z]{2,}", rest)
        if kind == "open" and (rest.lower().startswith("mod") or not word):
            return []
        if kind == "plus" and (said == "+" or not word or not text[start - 1].isspace() or not text[end].isspace()):
            return []
    rest = text[tokens[-1][3] :] if tokens else ""
    return [] if re.match(r"\s*([\^_{\[°²³<>≤≥~\\]|\(\s*mod|mod\b)|!(?!\s)", rest) else tokens


def _is_chain(tokens: Sequence[tuple[str, str, int, int]]) -> bool:
    """Whether tokens are members with equals signs between them, and an operation in one of them at least."""
    depth, operand, operations, equals = 0, False, 0, 0
    for kind, said, _, _ in tokens:
        if kind in ("number", "mixed"):
            if operand:
                return False
            operand = True
        elif kind == "open":
            operations += operand
            depth, operand = depth + 1, False
        elif kind == "close":
            if not operand or not depth:
                return False
            depth -= 1
        elif not operand:
            if kind != "plus" or said == "+":
                return False
        else:
            if kind == "equal" and depth:
                return False
            operations += kind != "equal"
            equals += kind == "equal"
            operand = False
    return operand and not depth and operations > 0 and equals > 0


def _is_measured_alike(run: _Run, tokens: Sequence[tuple[str, str, int, int]]) -> bool:
    """Whether numbers in one measure are added, and no member is in a measure that no member before it has."""
    first = run.tokens.index(tokens[0])
    known: set[str] = set()
    terms: list[set[str]] = [set()]
    hundred = False
    for k, (kind, said, _, _) in enumerate(tokens, start=first):
        own = run.measures.get(k, set())
        if own & SCALES:
            return False
        hundred |= said == "100"
        terms[-1] |= own & MEASURES
        if kind == "plus":
            terms.append(set())
        if kind == "equal" or k == first + len(tokens) - 1:
            measured = [each for each in terms if each]
            if any(each != measured[0] for each in measured) or ("%" in set().union(*terms) and not all(terms)):
                return False
            new = set().union(*terms)
            if (known and not new <= known) or ("%" in new - known and hundred):
                return False
            known |= new
            terms = [set()]
    return True


def _latex(kind: str, said: str) -> str:
    said = re.sub(r"<<[^<>]*>>", "", said)
    if kind == "number":
        return re.sub(r"\\?([$%])", r"\\\1", said).replace("£", "").replace("€", "").strip()
    if kind == "mixed":
        whole, over, under = re.split(r"[\s/]+", said)
        return rf"{whole}\frac{{{over}}}{{{under}}}"
    if kind == "equal":
        return "=" if said == "=" else r"\approx"
    if kind == "power":
        return "^"
    return SIGNS.get(kind, r"\cdot" if kind == "of" else said.replace("−", "-").replace("–", "-"))
