r"""Macros of the author that make the structure of a document: `\be` for `\begin{equation}`, `\problem{3}` for a heading.

They are expanded before formulas are looked for, and each piece still knows its place in the file. What only stands in
formulas is left as it is: `outline` expands it there. Limits: definitions count for the whole document; an environment's
arguments are those of its beginning.
"""

from __future__ import annotations

import re
from dataclasses import replace

from symproof.readers.document.finding.delimiters import ENVIRONMENTS
from symproof.readers.document.finding.located import Located, join
from symproof.readers.document.finding.macros import (
    LARGEST,
    EndlessMacro,
    Macro,
    call_arguments,
    expand,
    filled,
    find_definitions,
    read_body,
)

STRUCTURE = re.compile(
    r"\$|\\(?:[()\[\]]|(?:begin|end|(?:sub)*section|(?:sub)?paragraph|chapter|part|item|par|textbf|bfseries)(?![A-Za-z]))"
)
"""What a macro holds that makes structure, in text."""
NEWENVIRONMENT = re.compile(r"\\(?:re)?newenvironment\*?\s*\{([A-Za-z]+\*?)\}\s*")
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*)?")
NAMED = re.compile(r"\\csname\s+(end)?([A-Za-z]+\*?)\s*\\endcsname|\\(end)?([a-z]+)(?![A-Za-z*])")
r"""Another way to begin and end an environment: `\csname align*\endcsname`, `\align`, `\endalign`."""


def with_structure(body: Located, text: str) -> Located:
    """The body of a document with those macros expanded that make structure; `text` is the whole, with its definitions."""
    if "\\" not in text:
        return body
    macros = _structural({each.name: _in_one_line(each) for each in find_definitions(text)})
    environments = _environments(text)
    try:
        for _ in range(2 if environments else 0):
            body = _with_environments(body, environments)
        return expand(body, macros, LARGEST + 4 * len(body)) if macros else body
    except EndlessMacro:  # the formulas in which it stands say so
        return body


def _in_one_line(macro: Macro) -> Macro:
    """A definition without comments and ends of lines, so that a call in a comment stays in it."""
    body = re.sub(r"\n[ \t]*\n", r"\\par ", COMMENT.sub(r"\1", macro.body))
    return replace(macro, body=body.replace("\n", " "))


def _structural(macros: dict[str, Macro]) -> dict[str, Macro]:
    """Those macros that make structure, by themselves or by others."""
    found = {name: each for name, each in macros.items() if STRUCTURE.search(each.body)}
    while found:
        calls = re.compile(r"\\(?:" + "|".join(map(re.escape, sorted(found))) + r")(?![A-Za-z])")
        more = {name: each for name, each in macros.items() if name not in found and calls.search(each.body)}
        if not more:
            break
        found |= more
    return found


def _environments(text: str) -> dict[str, tuple[Macro, str]]:
    """The author's environments that are displays: how each begins, and how it ends."""
    environments = {}
    for found in NEWENVIRONMENT.finditer(text):
        if (begins := read_body(text, found.end(), found[1], found.start())) is None:
            continue
        place = begins[1]
        while text[place : place + 1].isspace() or text[place : place + 1] == "%":
            place = text.find("\n", place) if text[place] == "%" else place + 1
        if (ends := read_body(text, place, found[1], found.start())) is None:
            continue
        first, last = (NAMED.sub(_begun, _in_one_line(each).body) for each in (begins[0], ends[0]))
        if any(rf"\begin{{{name}}}" in first for name in ENVIRONMENTS):
            environments[found[1]] = replace(begins[0], body=first), last
    return environments


def _begun(found: re.Match[str]) -> str:
    name = found[2] or found[4]
    if name not in ENVIRONMENTS:
        return found[0]
    return rf"\{'end' if found[1] or found[3] else 'begin'}{{{name}}}"


def _with_environments(body: Located, environments: dict[str, tuple[Macro, str]]) -> Located:
    calls = re.compile(r"\\(begin|end)\{(" + "|".join(map(re.escape, environments)) + r")\}")
    parts: list[Located] = []
    at = 0
    for found in calls.finditer(body.text):
        if found.start() < at:
            continue
        place = body.origin(found.start())
        macro, last = environments[found[2]]
        parts.append(body[at : found.start()])
        if found[1] == "end":
            parts.append(Located.whole(last, place))
            at = found.end()
            continue
        arguments, at = call_arguments(body, found.end(), macro)
        parts.append(filled(macro, arguments or [], place))
    parts.append(body[at:])
    return join(parts)
