"""What stops the reading of a member: a token, and why it cannot stand there."""

from __future__ import annotations

MOST_NESTED = 48
"""Brackets within brackets, scripts on scripts."""


class Problem(Exception):
    """A token that cannot stand where it stands."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place, self.message = place, message
