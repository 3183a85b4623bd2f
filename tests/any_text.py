"""Texts of any characters, half of them from the keyboard."""

from __future__ import annotations

from hypothesis import strategies as some

SURROGATES = range(0xD800, 0xE000)
CHARACTERS = some.integers(0, 0x7F) | some.integers(0, 0x10FFFF).filter(lambda code: code not in SURROGATES)


def any_text(max_size: int) -> some.SearchStrategy[str]:
    """As `text` of Hypothesis, which sorts all of Unicode into its categories first, two seconds in a fresh checkout."""
    return some.lists(CHARACTERS.map(chr), max_size=max_size).map("".join)
