"""What a document is made of, in order: formulas, the words between them, and the ends of paragraphs and parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from symproof.readers.document.finding.located import Located

SIGNS = "table of signs"
"""Where formulas stand that head the rows or the columns of a table of signs."""


@dataclass(frozen=True, slots=True)
class Words:
    """Prose between two formulas, with its markup taken off where that is easy."""

    text: Located


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula. `latex` is what stands between its delimiters, its macros not yet expanded.

    `start` and `end` are where it stands, delimiters included. `environment` is "align", "equation*", ..., `SIGNS` or "".
    `problem` is what is wrong with the formula as a piece of the document: it never ends.
    """

    latex: Located
    start: int
    end: int
    display: bool = False
    environment: str = ""
    problem: str = ""
    display_at: int | None = None
    """Where the display begins of which it is a part, beside rows that are sentences."""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph ("paragraph", with the name "title" after a heading), the start of a list item or of a
    row of a table ("item", with the depth of its list, from 1 on, as level, and its number as name), of a cell in it
    ("cell", with its column, from 1 on, as level), of a part that has a heading ("heading", with its level and its text as
    name), or of an environment such as a theorem ("environment", with its name); or the end of a list that stands in no
    other ("close")."""

    kind: str
    offset: int
    level: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A place at which the document itself cannot be read, and why."""

    offset: int
    reason: str


Item = Union[Words, Formula, Break, Trouble]
