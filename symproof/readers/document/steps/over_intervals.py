r"""A relation that is said on an interval, "$f(x) < 0$ on $(1, 3)$": it is claimed where its one letter lies there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.known.introducing import supposed_anew
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.letters import called
from symproof.readers.document.words.outline import Display, is_where_letters_lie
from symproof.readers.document.words.prose import Announcement
from symproof.readers.resolve import Context, Macro, prop_of, read_statement
from symproof.readers.resolve.names import canonical
from symproof.statement import Prop
from symproof.term import Variable, is_integer

ONLY = re.compile(
    r"\s*+(?:,\s*+)?(?:for (?:all|any|every)\s++)?(?:on|over|inside|within)(?: the)?(?: open| closed)?(?: interval)?\s*",
    re.IGNORECASE,
)
"""Words between a relation and the interval on which it holds."""
IS_SO_ON = re.compile(
    r"\s+is\s+(?:(?:\w+ly|twice|also)\s+)?(?:convex|concave|increasing|decreasing|differentiable|continuous|monotone|positive|"
    r"negative|bounded)\s+(?:on|over)(?: the)?(?: open| closed)?(?: interval)?\s*",
    re.IGNORECASE,
)
"""Words between a function and the interval on which it is something."""
WORD = re.compile(r"[A-Za-z]{2}")


def interval_behind(display: Display, displays: Sequence[Display]) -> Display | None:
    """The interval on which the formula before it is said to hold."""
    following = displays[display.number + 1 : display.number + 2]
    if not following or following[0].paragraph != display.paragraph or not ONLY.fullmatch(display.after):
        return None
    return following[0] if is_where_letters_lie(following[0]) else None


def property_on(display: Display, displays: Sequence[Display], context: Context) -> tuple[str, Prop] | None:
    """The function of which a sentence says what it is on an interval, "$f(x) = x \\log x$ is convex on $(0, \\infty)$", and that
    its letter lies there: what shows it is said of these."""
    before = displays[display.number - 1] if display.number else display
    if not IS_SO_ON.fullmatch(display.prose) or before.paragraph != display.paragraph or not before.clauses:
        return None
    first = before.clauses[0].members[0]
    call = called(first)
    name = canonical(first if call is None else call[0]) or ""
    given = context.names.get(name)
    if not isinstance(given, Macro) or len(given.parameters) != 1 or not isinstance(given.parameters[0], Variable):
        return None
    letter = given.parameters[0] if call is None else canonical(call[1][0])
    prop = prop_of(ask(read_statement, rf"{letter} \in {display.text.text.strip().rstrip('.,;')}", context))
    return None if prop is None else (name, prop)


def said_on(fact: Fact | None, interval: Display, context: Context) -> Prop | None:
    """That the one letter of a relation lies in an interval; None where it has several, or the interval is not read."""
    letters = [each for each in fact.prop.free if isinstance(each, Variable)] if fact is not None else []
    if len(letters) != 1 or is_integer(letters[0]):
        return None
    text = interval.text.text.strip().rstrip(".,;")
    said = ask(read_statement, rf"{letters[0]} \in {text}", context)
    return prop_of(said)


def solved_on(known: Knowledge, place: Fact, display: Display, displays: Sequence[Display], role: str) -> bool:
    r"""Take in where the letter of an equation is looked for, "solve $\sin x = 1$ on $[0, 2\pi)$", or "$\sin 2x = \sin x$ on
    $[0, 2\pi)$:" that heads rows without a word before it: that is no claim."""
    heads = not WORD.search(display.prose) and displays[display.number + 1].after.lstrip().startswith(":")
    if role != "equation" and not (
        heads and len(place.prop.free) == 1 and display.clauses[-1].relations[-1].kind == "="
    ):
        return False
    supposed_anew(known, place.prop, Announcement(phrase="for all"), display)
    known.add(place)
    return True
