"""A document as a whole: its source, its pieces in order, what it declares, and what cannot be read in it.

The kind is told by the ending of the name: `.md` and `.markdown`, `.tex`, `.ipynb`; any other text is read as Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from symproof.errors import SymproofError
from symproof.readers.document.finding import latex, markdown
from symproof.readers.document.finding.front_matter import FrontMatter, read_front_matter
from symproof.readers.document.finding.items import Break, Formula, Item, Trouble, Words
from symproof.readers.document.finding.located import Source, decode
from symproof.readers.document.finding.spoken import with_sentences
from symproof.readers.document.finding.worded import with_arrows


class DocumentError(SymproofError, ValueError):
    """A file that is no document: a notebook that is no JSON, a file that is not there."""


@dataclass(frozen=True)
class Document:
    """A document that was taken apart: `kind` is "markdown", "latex" or "notebook"."""

    source: Source
    kind: str
    items: tuple[Item, ...]
    front: FrontMatter

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """All formulas, in order."""
        return tuple(item for item in self.items if isinstance(item, Formula))


def read_document(path: Path) -> Document:
    """Take a file apart.

    Raises:
        DocumentError: a notebook that is none.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    kind = {".tex": "latex", ".ltx": "latex", ".latex": "latex", ".ipynb": "notebook"}.get(
        path.suffix.lower(), "markdown"
    )
    return document_of(data, kind, str(path))


def document_of(data: bytes, kind: str, name: str = "") -> Document:
    """Take the bytes of a file apart.

    Raises:
        DocumentError: a notebook that is none.
    """
    source = decode(data, name)
    if kind == "notebook":
        return _notebook(source)
    front = read_front_matter(source, latex=kind == "latex")
    items = latex.read(source, front.body) if kind == "latex" else markdown.read(source, front.body)
    return Document(source, kind, (*_complaint(front), *with_arrows(with_sentences(items))), front)


def _complaint(front: FrontMatter) -> Iterator[Trouble]:
    if front.problem:
        yield Trouble(front.offset, front.problem)


def _notebook(source: Source) -> Document:
    try:
        cells: list[Any] = json.loads(source.text)["cells"]
        texts = [
            (number, "".join(cell["source"]))
            for number, cell in enumerate(cells, start=1)
            if cell["cell_type"] == "markdown"
        ]
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{source.name} is no notebook: it is no JSON: {error}") from error
    except (KeyError, TypeError) as error:
        raise DocumentError(
            f"{source.name} is no notebook: it has no list of cells with a type and a source"
        ) from error
    items: list[Item] = []
    front, whole, begins = FrontMatter({}, 0), "", []
    for number, text in texts:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        cell = Source(text, source.name)
        at = len(whole)
        begins.append((at, number))
        matter = read_front_matter(cell) if not at else FrontMatter({}, 0)
        if not at:
            front = matter
        items += [
            _shifted(item, at)
            for item in (*_complaint(matter), *with_arrows(with_sentences(markdown.read(cell, matter.body))))
        ]
        whole += text + "\n\n"
    joined = Source(whole, source.name, source.decoded, tuple(begins))
    return Document(joined, "notebook", tuple(items), front)


def _shifted(item: Item, by: int) -> Item:
    match item:
        case Words(text):
            return Words(text.shifted(by))
        case Formula():
            at = None if item.display_at is None else item.display_at + by
            return replace(item, latex=item.latex.shifted(by), start=item.start + by, end=item.end + by, display_at=at)
        case Break() | Trouble():
            return replace(item, offset=item.offset + by)
