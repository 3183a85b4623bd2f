"""What is said of the steps of a document."""

from __future__ import annotations

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of

BUDGET = 0.45
"""Seconds for a step: what nobody decides uses them up, so that the tests of what is open would take long with more."""


def verdicts(text: str, budget: float = BUDGET, kind: str = "markdown") -> list[str]:
    """The verdicts of a text, in the order of its steps."""
    answer = answer_document(document_of(text.encode(), kind), {}, budget=budget)
    return [step.judged.verdict for step in answer.steps]


def tells(text: str, expected: str | list[str], budget: float = BUDGET, kind: str = "markdown") -> None:
    """The verdicts are these, in words or by their first letters: proved, refuted, unknown, not understood.

    A machine that is so slow, or so busy, that a step is left open for want of time gets more of it.
    """
    letters = "".join(word[0] for word in expected)
    told = "".join(word[0] for word in verdicts(text, budget, kind))
    if told != letters:
        told = "".join(word[0] for word in verdicts(text, 10 * budget, kind))
    assert told == letters, told
