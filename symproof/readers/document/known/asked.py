"""What a question is asked under, "if a + b = 7, what is a^2 + b^2?": it is given for the answer; and whether another form of
a term is asked for, so that equations are meant for all values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import ASKS_FORMS, GOES_ON
from symproof.readers.document.words.sentences import sentence_before

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

QUESTION = re.compile(
    r"\b(?:if|given that|when|suppose)\b[^.!?]*·[^.!?]*\b(?:what|find|compute|determine|evaluate|calculate)\b",
    re.IGNORECASE,
)
FORMS_ASKED_ABOVE = re.compile(
    rf"(?:^|[\n.:])(?![^.!?\n]*\b(?:solve|equations?|or not|which|true)\b)[^.!?\n·]*{ASKS_FORMS.pattern}[^.!?\n·]*[.:]?"
    r"[*_\s]*\n[\W\d_]*(?:[a-h][.)])?[\W\d_]*$",
    re.IGNORECASE,
)
"""How the words end where a paragraph of its own above a formula asks for it."""


WANTED = re.compile(
    r"\b(?:wants?|wanted|needs?|needed|wish|aim|goal|seek|like|desired?|target|hope|ideally)\b"
    r"(?!\s+to\s+solve)[^.;:·]*$",
    re.IGNORECASE,
)
"""Words before what is to be so."""
BEGINS_TO_PROVE = re.compile(
    r"(?:^|[.;!?:·\n])\W{0,20}(?:(?:so|now|indeed|first|proof|therefore|then|to this end|we)\W{1,20})*"
    r"(?:let(?! us\b)|assume|suppose|fix)\b",
    re.IGNORECASE,
)


def is_wanted(display: Display | None) -> bool:
    """Whether a text only wants a formula to be so."""
    sentence = "" if display is None or display.said.connects else sentence_before(display.before)
    return WANTED.search(sentence) is not None


def forget_wanted(known: Knowledge, prose: str) -> None:
    """Let go what a text only wants, where words begin to prove it."""
    if BEGINS_TO_PROVE.search(prose):
        known.claims = [each for each in known.claims if not each.wanted]
        rows = (known.previous, known.equation)
        known.previous, known.equation = (None if each is None or each.wanted else each for each in rows)


def asks_for_forms(display: Display, asked: bool) -> bool:
    """Whether the words before a formula ask for another form of a term, or lead on from one that was `asked` for."""
    if not display.said.claims and GOES_ON.fullmatch(display.prose):
        return asked
    here = display.said.claims and ASKS_FORMS.search(display.before) is not None
    return here or FORMS_ASKED_ABOVE.search(display.prose) is not None


def past_their_sentence(facts: Iterable[Fact], before: Display | None) -> list[Fact]:
    """The facts that end with their sentence, where another paragraph begins; those of a question last for its exercise."""
    brief = [fact for fact in facts if fact.brief]
    if before is None or not QUESTION.search(before.before):
        return brief
    for fact in brief:
        fact.brief = fact.local = False
    return []
