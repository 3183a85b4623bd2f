r"""What a sign of "about equal" between terms says where no digits stand behind it, `f'(x) \approx \frac{f(x + h) - f(x)}{h}`.

How near the sides are is not told, so nothing is claimed; the chain goes on from there.
"""

from __future__ import annotations

from symproof.readers.document.lines.step import Heard
from symproof.readers.notation import NotUnderstood
from symproof.readers.resolve import Outcome
from symproof.readers.resolve.numbers import NO_DIGITS


def only_estimates(outcome: Outcome, heard: Heard, *, alone: bool) -> bool:
    """Whether a relation only says that two terms are about equal; if so, a note says it, and alone it is no claim."""
    if not isinstance(outcome, NotUnderstood) or outcome.message != NO_DIGITS:
        return False
    heard.notes.append("about equal, with no digits: this claims nothing exact")
    heard.role = "mention" if alone else heard.role
    return True
