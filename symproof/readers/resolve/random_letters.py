"""Which letters are random, by their names and by what is known of them."""

from __future__ import annotations

import re

from symproof import term as tm
from symproof.readers.resolve.dependence import PROBABILITY, is_unknown_rate

CAPITAL = re.compile(r"(?:\\(?:mathbf|boldsymbol|hat|bar|tilde)\{)*\{?\\?[A-Z](?![a-z])")
MAY_BE_MEANT = re.compile(rf"{CAPITAL.pattern}|[u-z]\Z")
OFTEN_RANDOM = re.compile(r"\{?[U-Z]([_}]|$)")
"""Letters that are random also where it is known that they are whole, or not below 0."""
ACCENTED = re.compile(r"\\(?:hat|bar|tilde)\{")


def is_strong(letter: tm.Term) -> bool:
    """Whether the name of a letter says that it is random."""
    name = str(getattr(letter, "name", ""))
    return may_vary(letter) and bool(
        CAPITAL.match(name) or ACCENTED.match(name) or is_conditional(name) or hides_what_it_is_of(letter)
    )


def may_vary(letter: tm.Term) -> bool:
    """Whether a letter may be random: nothing says that it is whole or has a sign."""
    if not is_letter(letter):
        return False
    plain = (
        not isinstance(letter, tm.Variable)
        or (letter.domain == "real" and not letter.sign)
        or hides_what_it_is_of(letter)
    )
    return plain or bool(OFTEN_RANDOM.match(str(letter.name)))  # type: ignore[attr-defined]  # it is a letter


def hides_what_it_is_of(letter: tm.Term) -> bool:
    r"""Whether a letter is a number that nothing works out, which may be random: what it is of stands in its name, `\|X\|_1`."""
    return is_unknown_rate(letter) and "(" in str(getattr(letter, "name", ""))


def is_letter(term: tm.Term) -> bool:
    """Whether a term is a letter of the text, and no mean or probability."""
    if not isinstance(term, (tm.Variable, tm.VectorVariable, tm.Sequence)):
        return False
    return is_conditional(term.name) or not (term.name.startswith(("E[", "E_")) or PROBABILITY.match(term.name))


def is_conditional(name: str) -> bool:
    """Whether a letter is an expectation under a condition, which is random itself."""
    return name.startswith("E[") and " | " in name


def may_be_meant(letter: tm.Term) -> bool:
    """Whether a letter of which it is known where it lies may be random all the same: N and x, but not n."""
    return is_letter(letter) and bool(MAY_BE_MEANT.match(str(getattr(letter, "name", ""))))


def is_vector(letter: tm.Term) -> bool:
    """Whether a letter, or a member of a sequence, is a vector."""
    return isinstance(letter.item if isinstance(letter, tm.Sequence) else letter, tm.VectorVariable)
