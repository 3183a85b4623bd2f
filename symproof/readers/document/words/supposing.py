"""Words that suppose something, and words that say it of all, as pieces of regular expressions."""

from __future__ import annotations

LET = "let|assume|suppose"
SUPPOSE = r"let|assum\w+|suppos\w+|given"
CONDITION = rf"{SUPPOSE}|if|where|with|when\w*|choose|take|pick|fix"
FOR_ALL = "for (?:all|any|every|each|arbitrary|general)"
