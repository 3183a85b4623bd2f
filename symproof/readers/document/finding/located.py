"""Text that knows where it comes from: each character has an offset in the file, also after a macro is expanded.

A `Located` is a text in pieces. A piece is either copied from the source, character by character, or stands as a whole
for one place of it, as the body of a macro stands for its call. Offsets count characters of the decoded file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Located:
    """A text and, piece by piece, its origin: `starts` in the text, `origins` in the source, `copied` or not."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    copied: tuple[bool, ...] = (True,)

    def origin(self, at: int) -> int:
        """The offset in the source of the character at `at`; at the end, the one after the last.

        >>> text = join([Located.copy("ab", 10), Located.whole("xyz", 20), Located.copy("c", 30)])
        >>> [text.origin(at) for at in range(len(text.text) + 1)]
        [10, 11, 20, 20, 20, 30, 31]
        """
        piece = max(0, bisect_right(self.starts, at) - 1)
        return self.origins[piece] + (at - self.starts[piece] if self.copied[piece] else 0)

    def end(self, at: int) -> int:
        """The offset in the source after the character before `at`; after what stands as a whole, that of the next piece.

        >>> text = join([Located.copy("ab", 10), Located.whole("xyz", 20), Located.copy("c", 30)])
        >>> [text.end(at) for at in (1, 2, 3, 6)]
        [11, 12, 30, 31]
        """
        piece = max(0, bisect_right(self.starts, at - 1) - 1)
        if self.copied[piece]:
            return self.origins[piece] + at - self.starts[piece]
        later = range(piece + 1, len(self.starts))
        return next((self.origins[each] for each in later if self.origins[each] > self.origins[piece]), self.origin(at))

    @staticmethod
    def copy(text: str, origin: int) -> Located:
        """A piece of the source, as it stands there."""
        return Located(text, (0,), (origin,))

    @staticmethod
    def whole(text: str, origin: int) -> Located:
        """A text that stands for one place."""
        return Located(text, (0,), (origin,), (False,))

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Located:
        start, stop, _ = part.indices(len(self.text))
        if start >= stop:
            return Located("", (0,), (self.origin(start),))
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, stop - 1)
        starts = (0, *(begin - start for begin in self.starts[first + 1 : last]))
        origins = (self.origin(start), *self.origins[first + 1 : last])
        return Located(self.text[start:stop], starts, origins, self.copied[first:last])

    def shifted(self, by: int) -> Located:
        """The same text, `by` further on in the source."""
        return Located(self.text, self.starts, tuple(origin + by for origin in self.origins), self.copied)


def join(parts: Iterable[Located]) -> Located:
    """The parts one after the other."""
    texts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    copied: list[bool] = []
    size = 0
    for part in parts:
        if not part.text:
            continue
        texts.append(part.text)
        starts += [size + start for start in part.starts]
        origins += part.origins
        copied += part.copied
        size += len(part.text)
    if not texts:
        return Located("")
    return Located("".join(texts), tuple(starts), tuple(origins), tuple(copied))


@dataclass(frozen=True)
class Source:
    """A decoded file: its text with `\\n` ends of lines, and where its lines begin."""

    text: str
    name: str = ""
    lines: tuple[int, ...] = field(init=False)
    decoded: str = "utf-8"
    """How its bytes were read; `latin-1` is what is left where they are no UTF-8."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a notebook: where each of its Markdown cells begins in `text`, and the number of the cell."""

    def __post_init__(self) -> None:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        object.__setattr__(self, "lines", tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both counted from 1; in a notebook, in the cell."""
        line = bisect_right(self.lines, offset)
        column = offset - self.lines[line - 1] + 1
        if self.cells:
            start, _ = self._cell(offset)
            return line - bisect_right(self.lines, start) + 1, column
        return line, column

    def cell(self, offset: int) -> int:
        """The number of the cell of a notebook, counted from 1; 0 in other files."""
        return self._cell(offset)[1] if self.cells else 0

    def _cell(self, offset: int) -> tuple[int, int]:
        return self.cells[max(0, bisect_right(self.cells, (offset, len(self.text))) - 1)]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self.lines[number - 1]
        stop = self.lines[number] - 1 if number < len(self.lines) else len(self.text)
        return self.text[start:stop]


def decode(data: bytes, name: str = "") -> Source:
    """The text of a file: UTF-8 with or without its mark, UTF-16 with one, else latin-1, which reads any bytes.

    A line may end in `\\n`, `\\r\\n` or `\\r`. What no file of text holds, a NUL among it, becomes the replacement sign.
    """
    encoding = "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            encoding = "latin-1"
            text = data.decode("latin-1")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return Source(text, name, decoded=encoding)


NEAR = 4000
"""How far the lines around a place go, in characters, where no line is empty."""


def paragraph_at(text: str, offset: int) -> str:
    """The lines around a place, up to the next ones that are empty.

    >>> paragraph_at("One.\\n\\nTwo, three.\\nFour.\\n\\nFive.", 8)
    'Two, three.\\nFour.'
    """
    first, last = max(0, offset - NEAR), offset + NEAR
    start = text.rfind("\n\n", first, offset)
    end = text.find("\n\n", offset, last)
    return text[start + 2 if start >= 0 else first : end if end >= 0 else last]
