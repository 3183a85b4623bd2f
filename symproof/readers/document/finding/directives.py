r"""Divisions of a Markdown document: fenced ones, `:::{exercise} 3` (MyST) and `::: {.exercise title="3"}` (pandoc), and those
whose lines are indented, `!!! exercise "3"`, `??? proof "Proof"` and `=== "Solution"` (MkDocs)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

FENCE = re.compile(r":{3,}[ \t]*(?:\{[ \t]*[.#]?([A-Za-z][\w-]*)([^{}\n]*)\}|([A-Za-z][\w-]*))?[ \t]*([^{}\n]*)$")
APART = frozenset(
    ("exercise", "problem", "question", "task", "example", "oppgave", "aufgabe", "exercice", "tab-item", "part")
)
"""Divisions that stand apart, as a part with a heading does."""
INDENTED = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[A-Za-z][\w-]*)*[ \t]*(?:\"([^\"\n]*)\")?[ \t]*$|"
    r"===[!+]?[ \t]+\"([^\"\n]*)\"[ \t]*$"
)
STEP = 4
"""By how much the lines of such a division are indented."""
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
        title = TITLE.search(told)
        _apart(state, start, name or bare, title[1] if title else rest)
        state.line = start + 1
    return True


def indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule for the parser: a division whose lines are indented, which are no code; without such lines it is none."""
    at = state.bMarks[start] + state.tShift[start]
    found = INDENTED.match(state.src, at, state.eMarks[start]) if not state.is_code_block(start) else None
    depth, last = state.sCount[start] + STEP, start + 1
    while found is not None and last < end and (state.isEmpty(last) or state.sCount[last] >= depth):
        last += 1
    if found is None or all(state.isEmpty(line) for line in range(start + 1, last)):
        return False
    if not silent:
        name, title, tab = found.groups("")
        _apart(state, start, name, title or tab)
        kept = state.blkIndent, state.lineMax, state.parentType, state.level
        state.blkIndent, state.lineMax, state.parentType, state.level = depth, last, "root", state.level + 1
        state.md.block.tokenize(state, start + 1, last)
        state.blkIndent, state.lineMax, state.parentType, state.level = kept
        state.push("directive", "", 0).map = [last - 1, last]
        state.line = last
    return True


def _apart(state: StateBlock, line: int, name: str, title: str) -> None:
    """The token of a line at which a division begins, or ends."""
    token = state.push("directive", "", 0)
    token.block, token.map = True, [line, line + 1]
    if name.lower() in APART:
        token.info = f"Exercise {title}".strip()
