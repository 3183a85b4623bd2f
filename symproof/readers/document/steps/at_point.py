r"""Points at which a function is taken: "at $(1, 2)$", after `f(x, y) = ...`, says that x is 1 and y is 2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import giving_way
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import Macro
from symproof.readers.resolve.values import Tuple
from symproof.statement import Prop, Relation, is_equation
from symproof.term import Scalar, Term, Variable

NUMBERED = re.compile(r"\w+_\d")
"""A letter with a number, w_1."""
AT = re.compile(r"\b(?:at|in)\s+(?:the\s+)?(?:point\s+)?$", re.IGNORECASE)


def take_point(
    known: Knowledge, definitions: Definitions, display: Display, value: object, line: int, stem: str = ""
) -> None:
    """Take in at which point a function is taken, for the sentence; for all that follows, after a colon."""
    brief = not display.after.lstrip().startswith(":")
    letters = [each.parameters for each in definitions.functions if isinstance(each, Macro)]
    for prop in at_point(display, value, [*letters, *numbered(known)], stem):
        fact = replace(known.fact(prop, "hypothesis", line), local=brief, brief=brief, at_point=True)
        known.drop(giving_way(known.facts, [fact]))
        known.add(fact)


def numbered(known: Knowledge) -> list[list[Variable]]:
    """The letters with numbers, w_1 and w_2, of which others are made, where all have one name: at $(1, 2)$ these are taken."""
    equations = [each.prop for each in known.facts if isinstance(each.prop, Relation) and is_equation(each.prop)]
    made = {each.left for each in equations}
    letters = {letter for each in equations for letter in each.right.free if isinstance(letter, Variable)} - made
    if not all(NUMBERED.fullmatch(each.name) for each in letters):
        return []
    ordered = sorted(letters, key=lambda each: int(each.name.rpartition("_")[2]))
    stems = {each.name.rpartition("_")[0] for each in ordered}
    counted = [f"{stem}_{k}" for stem in stems for k in range(1, len(ordered) + 1)]
    return [ordered] if len(stems) == 1 and counted == list(map(str, ordered)) else []


def at_point(display: Display, value: object, functions: Iterable[Sequence[Term]], stem: str = "") -> list[Prop]:
    """What "at $(1, 2)$", or with a stem "at $w = (1, 2)$", says of the first letters of functions that are so many."""
    if not isinstance(value, Tuple) or not AT.search(display.prose):
        return []
    if not all(isinstance(each, Scalar) and not each.free for each in value.items):
        return []
    for letters in functions:
        named = [f"{stem}_{k}" for k in range(1, len(letters) + 1)] if stem else list(map(str, letters))
        if len(value.items) == len(letters) > 1 and all(isinstance(each, Variable) for each in letters):
            if list(map(str, letters)) == named:
                return [Relation("=", *pair) for pair in zip(letters, value.items, strict=True)]
    return []
