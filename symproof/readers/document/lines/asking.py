"""Asking the reader of notation, so that a misuse is a refusal and no mistake costs more than its formula."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symproof.errors import SymproofError
from symproof.lemmas import InternalError
from symproof.readers.document.finding.located import Source
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import Node, NotUnderstood
from symproof.readers.notation.tree import Scripted
from symproof.readers.resolve import Ambiguous, Outcome, Reading


def ask(question: Callable[..., Any], *about: Any) -> Any:
    """An answer, or what went wrong in a form that can be shown."""
    try:
        return question(*about)
    except SymproofError as misuse:
        return NotUnderstood(0, 0, "", str(misuse).splitlines()[0])
    except RecursionError:
        return NotUnderstood(0, 0, "", "it goes too deep")
    except Exception as error:  # a mistake of ours costs one formula, not the document
        return NotUnderstood(0, 0, "", str(InternalError(error)))


def hear(display: Display, source: Source) -> Heard:
    """The record of a formula, of which nothing is read yet, or what stands against reading it."""
    start, end = display.formula.start, display.formula.end
    line, column = source.place(start)
    cell, shown = source.cell(start), source.text[start:end]
    heard = Heard(display.number, start, end, line, column, cell, shown, display.text, display.formula.display)
    if display.problem:
        heard.role, heard.problem = "not understood", display.problem
        heard.problem_line, heard.problem_column = source.place(display.problem_at)
    return heard


def note(heard: Heard, outcome: Outcome, display: Display, source: Source) -> None:
    """Write down how a formula was read, the first time that something of it is."""
    match outcome:
        case Reading():
            heard.reading = heard.reading or outcome.text
            heard.inferred |= outcome.inferred
            heard.notes += [note for note in outcome.notes if note not in heard.notes]
        case Ambiguous():
            heard.problem = heard.problem or str(outcome)
            heard.problem_line = heard.problem_line or heard.line
        case NotUnderstood():
            if not heard.problem:
                heard.problem = str(outcome)
                where = source.place(display.text.origin(min(outcome.start, len(display.text))))
                heard.problem_line, heard.problem_column = where


def text_of(node: Node, display: Display) -> str:
    """The LaTeX of a node."""
    return display.text.text[node.start : node.end].strip()


def origin(node: Node, display: Display) -> int:
    """The offset of a node in the file."""
    return display.text.origin(min(node.start, len(display.text)))


def mentions_name(node: Node, name: str, display: Display) -> bool:
    """Whether a name stands in a node."""
    base = node.base if isinstance(node, Scripted) and node.sub is not None else None  # N_0 is no N
    inside = (child for child in node.children() if child is not base)
    return text_of(node, display) == name or any(mentions_name(child, name, display) for child in inside)


def set_role(heard: Heard, role: str) -> None:
    """Say what a formula is; a claim with a condition is a claim."""
    if heard.role == "mention" or (heard.role == "hypothesis" and role in ("claim", "goal")):
        heard.role = role


def set_as_definition(heard: Heard, display: Display) -> None:
    """Note that a formula says what something is, as it is written."""
    set_role(heard, "definition")
    read_as_written(heard, display)


def read_as_written(heard: Heard, display: Display) -> None:
    """Where nothing else is read of a formula, show it as it is written."""
    heard.reading = heard.reading or " ".join(display.text.text.split())
