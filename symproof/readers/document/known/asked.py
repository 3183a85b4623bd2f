"""What a question is asked under, "if a + b = 7, what is a^2 + b^2?": it is given for the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display

QUESTION = re.compile(
    r"\b(?:if|given that|when|suppose)\b[^.!?]*·[^.!?]*\b(?:what|find|compute|determine|evaluate|calculate)\b",
    re.IGNORECASE,
)


def past_their_sentence(facts: Iterable[Fact], before: Display | None) -> list[Fact]:
    """The facts that end with their sentence, where another paragraph begins; those of a question last for its exercise."""
    brief = [fact for fact in facts if fact.brief]
    if before is None or not QUESTION.search(before.before):
        return brief
    for fact in brief:
        fact.brief = fact.local = False
    return []
