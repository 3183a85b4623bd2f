r"""Words for quantities that are typed as letters, `distance = rate \times time`: letters side by side are factors, but a run of
them that the text around the formulas uses as a word, and that stands alone between signs, is one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from symproof.readers.document.finding.items import Formula, Item, Words
from symproof.readers.document.finding.located import Located, join

RUN = re.compile(r"(?<![A-Za-z\\])[a-z]{4,}(?![A-Za-z])")
BEFORE = re.compile(
    r"(?:^|[-+=<>*/(&|,]|\\(?:cdot|times|div|leq?|geq?|approx|[dt]?frac\s*\{|sqrt\s*\{|\\)|\\[dt]?frac\s*\{[^{}]*\}\s*\{)\s*$"
)
BEHIND = re.compile(r"\s*(?:[-+=<>*/)&}]|\\(?:leq?|geq?|neq?|approx|cdot|times|div|\\)(?![A-Za-z])|$)")
VOWEL = re.compile(r"[aeiouy]")
SPOKEN = re.compile(r"[bcdfghjklmnpqrstvwxyz][aeiou][bcdfghjklmnpqrstvwxyz]")
NAMES = frozenset(
    (
        "sinh",
        "cosh",
        "tanh",
        "rank",
        "diag",
        "trace",
        "sign",
        "arctan",
        "arcsin",
        "arccos",
        "argmin",
        "argmax",
        "softmax",
    )
)
NO_QUANTITIES = frozenset(
    ("where", "when", "with", "then", "that", "such", "from", "each", "thus", "hence", "else", "otherwise", "undefined", "false",
     "true", "therefore", "since", "because", "constant", "even", "prime")
)  # fmt: skip


def words_of(items: Sequence[Item]) -> frozenset[str]:
    """The words of a text, but for its formulas, and those that several of these have."""
    said = " ".join(item.text.text for item in items if isinstance(item, Words))
    found = set(re.findall(r"(?<![\\A-Za-z])[a-z]{4,}(?![A-Za-z])", said.lower()))
    runs = Counter(run for item in items if isinstance(item, Formula) for run in set(RUN.findall(item.latex.text)))
    return (
        frozenset(found | {run for run, times in runs.items() if times > 1 and SPOKEN.search(run)})
        - NAMES
        - NO_QUANTITIES
    )


def with_names(latex: Located, words: Collection[str]) -> Located:
    """A formula with the words in it as names."""
    if RUN.search(latex.text) is None:
        return latex
    return join(_pieces(latex, words))


def _pieces(latex: Located, words: Collection[str]) -> Iterator[Located]:
    text, done = latex.text, 0
    for run in RUN.finditer(text):
        if run.group() not in words or not VOWEL.search(run.group()):
            continue
        if BEFORE.search(text[: run.start()]) is None or BEHIND.match(text, run.end()) is None:
            continue
        yield latex[done : run.start()]
        yield Located.whole(r"\mathrm{", latex.origin(run.start()))
        yield latex[run.start() : run.end()]
        yield Located.whole("}", latex.origin(run.end() - 1))
        done = run.end()
    yield latex[done:]


ALONE = re.compile(
    r"\s*(?:[A-Za-z]|\\(?:varphi|phi|psi))\s*:?=\s*"
    r"\\(?:sin|cos|tan|cot|exp|ln|log|sinh|cosh|tanh|arctan|arcsin|arccos)\s*"
)
"""A function that is set equal to one that has a name."""


def at_a_letter(latex: Located) -> Located:
    r"""`f = \tan` as `f(x) = \tan x`."""
    if ALONE.fullmatch(latex.text) is None:
        return latex
    sign = latex.text.index("=")
    sign -= latex.text[sign - 1] == ":"
    letter = Located.whole("(x)", latex.origin(sign))
    return join((latex[:sign], letter, latex[sign:], Located.whole(" x", latex.origin(len(latex) - 1))))
