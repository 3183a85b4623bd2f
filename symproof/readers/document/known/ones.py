r"""Columns and matrices of ones, `\mathbf{1} = (1, \dots, 1)^\top` and "the matrix of ones": what is known of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.matrix_symbols import tr
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import set_role
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.words.letters import phrase_of_size
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import Context
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Each, Prop, Relation
from symproof.symbols import index
from symproof.term import ONE, SINGLE, Entry, Interval, MatrixVariable

BOLD = canonical_name(r"\mathbf{1}")
LETTER = r"(?:\\(?:mathbf|mathbb|boldsymbol|bm|vec)\s*\{?\s*\w\s*\}?|[a-zA-Z])"
WRITTEN = re.compile(
    rf"\s*(?P<name>{LETTER})\s*:?=\s*[(\[]\s*1\s*,\s*(?:1\s*,\s*){{0,2}}\\[lc]?dots\s*,\s*1\s*[)\]]"
    r"(?:\s*\^\s*\{?\s*(?:\\top|T|\\intercal)\s*\}?)?(?:\s*\\in\s*\\math(?:bb|bf)\s*\{?\s*R\s*\}?\s*\^\s*\{?\s*(?P<size>\w)\s*\}?)?\s*"
)
"""A formula that is nothing but such a column, perhaps with its size."""
OF_ONES = (
    re.compile(
        r"\s*(?:be|is|denotes?|for|being)\s+the\s+(?:column\s+)?(?:all[- ]ones?\s+(?:column\s+)?vector|(?:column\s+)?vector\s+"
        r"(?:of|with)\s+(?:all\s+)?(?:entries\s+(?:one|1)\b|ones\b))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\s*(?:be|is|denotes?|for|being)\s+the\s+(?:·\s*)?(?:all[- ]ones?\s+matrix|matrix\s+(?:of|with)\s+(?:all\s+)?ones\b)",
        re.IGNORECASE,
    ),
)
"""What stands behind the letter of such a column, and of such a matrix."""
NAMED = re.compile(rf"\s*({LETTER})\s*(?:\\in\s*\\math(?:bb|bf)\s*\{{?\s*R\s*\}}?\s*\^\s*\{{?\s*(\w)\s*\}}?\s*)?")


BY_CUSTOM = re.compile(r"\\math(?:bf|bb)\s*\{?\s*1\s*\}?\s*\^\s*\{?\s*(?:\\top|T\b|\\intercal)")
INDICATES = re.compile(r"\\math(?:bf|bb)\s*\{?\s*1\s*\}?\s*(?:_\s*\{?\s*[^n\s{]|\\?\{|[(\[])")
"""A bold 1 that is transposed is such a column; one before brackets, or with an event below it, is an indicator."""


def ones_in(display: Display, displays: Sequence[Display]) -> tuple[str, str]:
    """The letter that a formula, or words behind it, say to be a column of ones, or a matrix, and what that declares."""
    if written := WRITTEN.fullmatch(display.text.text):
        return canonical_name(written["name"]), f"column {written['size'] or 'n'}"
    if (named := NAMED.fullmatch(display.text.text)) is None:
        return "", ""
    behind = displays[display.number + 1 : display.number + 2]
    if OF_ONES[0].match(display.after):
        return canonical_name(named[1]), f"column {named[2] or 'n'}"
    if OF_ONES[1].match("·".join((display.after, *(each.after for each in behind)))):
        size = phrase_of_size(behind[0].text.text, " be ", " matrix") if behind else ""
        return canonical_name(named[1]), size or "matrix n"
    return "", ""


def sizes_of_ones(part: Sequence[Display], displays: Sequence[Display]) -> dict[str, str]:
    """How the columns and matrices of ones of a part are declared, with a bold 1 that is transposed and no indicator."""
    found = dict(filter(all, (ones_in(display, displays) for display in part)))
    text = [display.text.text for display in part]
    if any(map(BY_CUSTOM.search, text)) and not any(map(INDICATES.search, text)):
        found.setdefault(BOLD, "column n")
    return found


def declare_ones(
    display: Display, displays: Sequence[Display], context: Context, known: Knowledge, heard: Heard
) -> bool:
    """Know of what a formula says to be made of ones that it is, and of a bold 1 that is known as a column; whether the formula
    says nothing but that."""
    key, _ = ones_in(display, displays)
    if not key and BY_CUSTOM.search(display.text.text):
        key = BOLD
    if not key:
        return False
    said = said_of_ones(context.names.get(key))
    told = [each.prop for each in known.facts]
    for prop in said:
        if prop not in told:
            known.add(known.fact(prop, "hypothesis", heard.line))
    alone = bool(said) and WRITTEN.fullmatch(display.text.text) is not None
    if alone:
        set_role(heard, "declaration")
    return alone


def said_of_ones(letter: object) -> list[Prop]:
    """What is known of a letter that stands for a column of ones, or for a square matrix of ones."""
    if not isinstance(letter, MatrixVariable) or not isinstance(letter.rows, Interval):
        return []
    column = letter if letter.columns == SINGLE else MatrixVariable(BOLD, letter.rows, SINGLE)
    if letter.columns not in (SINGLE, letter.rows):
        return []
    size, place = letter.rows.high, index("i")
    found: list[Prop] = [
        Each(place, Relation("=", Entry(column, place, ONE), ONE), ONE, size),
        Relation("=", tr(column.T @ column), size),
    ]
    if letter is not column:
        other = index("j")
        entries = Each(other, Relation("=", Entry(letter, place, other), ONE), ONE, size)
        found += [Each(place, entries, ONE, size), Relation("=", letter, column @ column.T)]
    return found
