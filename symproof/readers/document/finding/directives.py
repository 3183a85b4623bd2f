r"""Fenced divisions of a Markdown document, `:::{exercise} 3` (MyST) and `::: {.exercise title="3"}` (pandoc)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

FENCE = re.compile(r":{3,}[ \t]*(?:\{[ \t]*[.#]?([A-Za-z][\w-]*)([^{}\n]*)\}|([A-Za-z][\w-]*))?[ \t]*([^{}\n]*)$")
APART = frozenset(
    ("exercise", "problem", "question", "task", "example", "oppgave", "aufgabe", "exercice", "tab-item", "part")
)
"""Divisions that stand apart, as a part with a heading does."""
TITLE = re.compile(r"title=[\"']([^\"']*)")
DEEPEST = 6
"""The level of such a part."""


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule for the parser: a line at which a division begins or ends; its `info` is the heading of a part that stands apart."""
    at = state.bMarks[start] + state.tShift[start]
    found = FENCE.match(state.src, at, state.eMarks[start]) if not state.is_code_block(start) else None
    if found is None:
        return False
    if not silent:
        name, told, bare, rest = found.groups("")
        token = state.push("directive", "", 0)
        token.block, token.map = True, [start, start + 1]
        if (name or bare).lower() in APART:
            title = TITLE.search(told)
            token.info = f"Exercise {title[1] if title else rest}".strip()
        state.line = start + 1
    return True
