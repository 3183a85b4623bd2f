"""What undeclared letters are in each part of a document: inferred from the part that stands apart, and where a section of it
cannot be read so, because a letter is a number there and a vector elsewhere, from the section alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.asking import ask
from symproof.readers.document.declaring import Declaring
from symproof.readers.document.definitions import Definitions
from symproof.readers.document.knowledge import is_apart
from symproof.readers.document.outline import Display, mentions
from symproof.readers.resolve import ChainReading, Context, resolve_chain

CLASH = re.compile(
    r"vector (stands where a number|cannot divide|times a vector|and a number|to the power)|a number and a vector|"
    r"a power of a vector|a scalar where a vector|only scalars are ordered"
)
"""How a formula fails in which a number is taken for a vector."""
MATRIX = re.compile(r"matri|a column")
"""How a formula fails whose letters may be matrices: then a section alone would take them for numbers."""


class Surveying:
    """Surveys the parts of a document; `inferred` is what all of them said."""

    def __init__(
        self, context: Context, declaring: Declaring, definitions: Definitions, displays: Sequence[Display]
    ) -> None:
        self.context, self.declaring, self.definitions, self.displays = context, declaring, definitions, displays
        self.inferred: dict[str, str] = {}
        self.narrow = False

    def at(self, display: Display) -> None:
        """Infer the letters of the part, or of the section, that begins with a formula."""
        if display.number == 0 or is_apart(display):
            self._survey(self._span(display, apart=True))
            self.inferred |= self.context.inferred
        if display.number == 0 or is_section(display):
            self._section(display)

    def _span(self, start: Display, *, apart: bool) -> list[Display]:
        rest = self.displays[start.number :]
        ends = is_apart if apart else is_section
        return list(rest[: next((k for k, display in enumerate(rest) if k and ends(display)), len(rest))])

    def _survey(self, span: list[Display]) -> None:
        self.declaring.forget(list(self.context.inferred))
        self.definitions.forget_unused([display.text.text for display in span])
        self.declaring.name_functions(span)
        self.context.survey(mentions(span))

    def _section(self, start: Display) -> None:
        """Read a section by itself where it clashes with what its letters are elsewhere."""
        if self.narrow:  # what the part says counts again
            first = next(display for display in reversed(self.displays[: start.number + 1]) if _begins(display))
            self.declaring.forget(list(self.context.inferred))
            self.context.survey(mentions(self._span(first, apart=True)))
            self.narrow = False
        span = self._span(start, apart=False)
        clashes = _clashes(span, self.context)
        if not clashes:
            return
        own = self.context.copy()
        for listed in self.context.inferred:
            own.forget(listed)
        own.survey(mentions(span))
        if _clashes(span, own) < clashes:
            self.declaring.forget(list(self.context.inferred))
            self.context.survey(mentions(span))
            self.inferred |= self.context.inferred
            self.narrow = True


def is_section(display: Display) -> bool:
    """Whether a heading, or a part that stands apart, begins before a formula."""
    return is_apart(display) or any(each.kind == "heading" for each in display.crossed)


def _begins(display: Display) -> bool:
    return display.number == 0 or is_apart(display)


def _clashes(span: Sequence[Display], context: Context) -> int:
    """How many formulas take a number for a vector; none where letters may be matrices, of which a section says too little."""
    count = 0
    for display in span:
        for row in display.parsed.rows if display.parsed is not None else ():
            for clause in row.clauses:
                read = ask(lambda clause=clause: resolve_chain(clause, context)) if clause.relations else None  # type: ignore[misc]
                said = (
                    [str(each) for each in (*read.members, *read.steps)]
                    if isinstance(read, ChainReading)
                    else [str(read)]
                )
                if any(map(MATRIX.search, said)):
                    return 0
                count += any(map(CLASH.search, said))
    return count
