r"""Points at which a function is taken: "at $(1, 2)$", after `f(x, y) = ...`, says that x is 1 and y is 2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import giving_way
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import Macro
from symproof.readers.resolve.values import Tuple
from symproof.statement import Prop, Relation
from symproof.term import Scalar, Variable

AT = re.compile(r"\b(?:at|in)\s+(?:the\s+)?(?:point\s+)?$", re.IGNORECASE)


def take_point(
    known: Knowledge, definitions: Definitions, display: Display, value: object, line: int, stem: str = ""
) -> None:
    """Take in at which point a function is taken, for the sentence; for all that follows, after a colon."""
    brief = not display.after.lstrip().startswith(":")
    for prop in at_point(display, value, definitions.functions, stem):
        fact = replace(known.fact(prop, "hypothesis", line), local=brief, brief=brief)
        known.drop(giving_way(known.facts, [fact]))
        known.add(fact)


def at_point(display: Display, value: object, functions: Iterable[object], stem: str = "") -> list[Prop]:
    """What "at $(1, 2)$", or with a stem "at $w = (1, 2)$", says of the letters of the first function with so many numbers."""
    if not isinstance(value, Tuple) or not AT.search(display.prose):
        return []
    if not all(isinstance(each, Scalar) and not each.free for each in value.items):
        return []
    for function in functions:
        letters = function.parameters if isinstance(function, Macro) else ()
        named = [f"{stem}_{k}" for k in range(1, len(letters) + 1)] if stem else list(map(str, letters))
        if len(value.items) == len(letters) > 1 and all(isinstance(each, Variable) for each in letters):
            if list(map(str, letters)) == named:
                return [Relation("=", *pair) for pair in zip(letters, value.items, strict=True)]
    return []
