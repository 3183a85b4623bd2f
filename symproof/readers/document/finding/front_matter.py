"""What a document says about its own letters: its front matter, as TOML.

Between lines `+++` stands TOML; between lines `---` stands YAML, of which the block `symproof: |` is read, TOML again, or
TOML itself. In LaTeX the front matter is a comment, `% +++` to `% +++`. The table is that of a declaration file.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from typing import Any, NamedTuple

from symproof.readers.document.finding.located import Source

FENCED = re.compile(r"\s*(\+\+\+|---)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
COMMENTED = re.compile(r"\s*%+[ \t]*\+\+\+[ \t]*\n((?:[ \t]*%.*\n)*?)[ \t]*%+[ \t]*\+\+\+[ \t]*(?:\n|$)")
BLOCK = re.compile(r"^symproof[ \t]*:[ \t]*\|?[-+]?[ \t]*\n((?:[ \t]+.*(?:\n|$)|[ \t]*\n)+)", re.MULTILINE)


class FrontMatter(NamedTuple):
    """The table that a document declares, where its body begins, and what is wrong with the table, if it cannot be read."""

    table: dict[str, Any]
    body: int
    problem: str = ""
    offset: int = 0


def read_front_matter(source: Source, *, latex: bool = False) -> FrontMatter:
    r"""The front matter of a document; an empty table where it has none.

    >>> read_front_matter(Source("+++\n[names]\nx = 'vector'\n+++\nText\n"))
    FrontMatter(table={'names': {'x': 'vector'}}, body=29, problem='', offset=0)
    """
    found = (COMMENTED if latex else FENCED).match(source.text)
    if found is None:
        return FrontMatter({}, 0)
    if latex:
        text = re.sub(r"(?m)^[ \t]*%+[ ]?", "", found[1])
        start = found.start(1)
    else:
        text, start = found[2], found.start(2)
        if found[1] == "---":
            block = BLOCK.search(text)
            if block is not None:
                text, start = textwrap.dedent(block[1]), start + block.start(1)
            elif ":" in text.split("\n", 1)[0]:
                return FrontMatter({}, found.end())
    try:
        return FrontMatter(tomllib.loads(text), found.end())
    except tomllib.TOMLDecodeError as error:
        if not latex and found[1] == "---" and not re.search(r"^\s*\[?[\w.'\"\\]+\]?\s*(=|$)", text, re.MULTILINE):
            return FrontMatter({}, 0)  # two rules across the page, and no front matter
        return FrontMatter({}, found.end(), f"the front matter is no TOML: {error}", start)
