r"""In what language a text is: where its words are not read, it may say of functions and letters what no formula says."""

from __future__ import annotations

import re
from functools import lru_cache

from symproof.statement import Prop, is_equation
from symproof.term import Variable

FORMULA = re.compile(
    r"\$\$.*?\$\$|\$[^$]*\$|\\\[.*?\\\]|\\\(.*?\\\)|\\begin\s*\{(\w+\*?)\}.*?\\end\s*\{\1\}|```.*?```|`[^`\n]*`|\\[A-Za-z]+",
    re.DOTALL,
)
"""What is no prose."""
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
"""A word in Latin letters."""
OTHER = re.compile(
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f]{2,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""A word in the letters of another script, or a sign that stands for about one."""
READ = re.compile(
    r"\b(?:the|of|and|is|are|we|that|this|for|then|let|if|with|be|it|which|have|by|"
    r"der|die|das|und|ist|sind|wir|sei|seien|mit|dann|nicht|eine?|gilt|auch|sich|es)\b",
    re.IGNORECASE,
)
"""Small words of the languages that are read: English, and German."""
UNREAD = re.compile(
    r"\b(?:soit|soient|alors|donc|est|une|les|des|pour|tout|toute|que|dans|avec|sont|sur|où|"
    r"sea|sean|entonces|los|las|para|todo|por|con|una|del|como|según|tenemos|"
    r"sia|siano|allora|quindi|che|per|ogni|della|sono|nel|dove|"
    r"seja|sejam|então|não|uma|temos|logo|portanto|onde|"
    r"zij|dan|voor|een|van|het|geldt|dus|"
    r"la|være|og|det|er|slik|gjelder|låt|vara|och|för|är|gäller|"
    r"niech|wtedy|dla|jest|każdego|oraz|fie|atunci|pentru|este)\b",
    re.IGNORECASE,
)
"""Small words of others that are written in Latin letters."""
FOREIGN = "the text is in a language whose words are not read"
FEW = 3
"""From how many such words on a text is taken to be in another language."""


@lru_cache(maxsize=8)
def is_unread(text: str) -> bool:
    """Whether the prose of a text is in a language that is not read.

    >>> is_unread("Let $x$ be the sum of the others."), is_unread("Soit $f$ une fonction convexe. Alors, pour tout $x$:")
    (False, True)
    """
    prose = FORMULA.sub(" ", text)
    others = len(OTHER.findall(prose))
    if others >= FEW and others > len(WORD.findall(prose)):
        return True
    unread = len(UNREAD.findall(prose))
    return unread >= FEW and unread > len(READ.findall(prose))


def may_say_more(text: str, statement: Prop) -> bool:
    """Whether a text in such a language may say of the letters of a statement what no formula does: of functions, vectors and
    matrices what they are, of numbers what signs they have, or that one is given, "pour $h = 2$". That an identity of numbers is
    wrong, words do not mend."""
    numbers = all(isinstance(letter, Variable) for letter in statement.free)
    wrong = numbers and is_equation(statement) and not isinstance(statement.left, Variable)
    return bool(statement.free) and not wrong and is_unread(text)
