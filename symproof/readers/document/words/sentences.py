"""Where sentences end, and which words around formulas are only how they are set."""

from __future__ import annotations

import re
from functools import lru_cache

SENTENCE = re.compile(
    r"(?<=[.!?;])\s+(?=[A-Z(*_\\])|(?<=[.!?])\s*\n|:\s*\n\s*\n|"
    r"(?<!\.[a-z]\.)(?<!\beq\.)(?<!\bEq\.)(?<!\bcf\.)(?<=[.!?])\s+(?=·|$)"
)
MARKUP = re.compile(r"\\(?:textbf|textit|emph|noindent|medskip|bigskip|smallskip|quad|qquad)\b|[*_`~#>{}]|\\[,;:! ]")

NUMBERED_CASE = re.compile(
    r"((?:^|[.;!?·\n])[\s(]*(?:sub-?)?case\s+\(?(?:\d+(?:\.\d+)*[a-z]?|[ivx]+|[a-z])\)?)[.,](?=\s*$)", re.IGNORECASE
)
"""The number of a case with a full stop or a comma, "Case 1.", behind which stands what makes it."""

CASE_BEGINS = re.compile(r"\b(?:sub-?)?case\s+\(?(?:\d+(?:\.\d+)*[a-z]?|[ivx]+|[a-z])\)?\s*[:.]", re.IGNORECASE)
"""The number of a case, behind which words may stand that make it, "Case 2: both are negative, that is"."""


@lru_cache(maxsize=64)
def sentences(words: str) -> tuple[str, ...]:
    """Words, sentence by sentence.

    >>> sentences("We are done. Let all of")
    ('We are done.', 'Let all of')
    """
    return tuple(SENTENCE.split(words))


@lru_cache(maxsize=64)
def sentence_before(words: str) -> str:
    """What of some words stands in their last sentence, without its markup.

    >>> sentence_before("We are done. Let *all* of")
    'Let  all  of'
    """
    return SENTENCE.split(MARKUP.sub(" ", words))[-1]
