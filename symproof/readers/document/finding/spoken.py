r"""Rows of a display that are sentences, `& f \text{ is } L\text{-smooth} \\`: they are words and formulas in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from symproof.readers.document.finding.items import Formula, Item, Words
from symproof.readers.document.finding.located import Located, join

TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|hbox)\s*\{([^{}]*)\}")
ROW = re.compile(r"\\\\(?:\s*\[[^\]\n]*\])?|\\begin|\\end|\\.|[{}]", re.DOTALL)
SENTENCE = re.compile(rf"[\s&]*(?:\\q?quad\s*)?(?P<subject>[^=<>&{{}}]*?)(?={TEXT.pattern})")
VERB = re.compile(r"\s*(is|are|has|have)\b")
RELATION = re.compile(r"[=<>≤≥]|\\(?:le|ge|leq|geq|ne|neq|in|approx|sim|equiv|to|implies|iff|succ|prec)(?![A-Za-z])")


def with_sentences(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a document, with the rows of displays that are sentences as words and formulas in a line."""
    for item in items:
        if isinstance(item, Formula) and item.display and not item.problem and TEXT.search(item.latex.text):
            yield from _split(item)
        else:
            yield item


def _split(formula: Formula) -> Iterator[Item]:
    pieces: list[Item] = []
    others: list[Located] = []
    text = formula.latex
    rows = list(_rows(text))
    for k, (start, stop, end) in enumerate(rows):
        if (spoken := _spoken(text[start:stop])) is None:
            others.append(text[start:end])
        else:
            pieces += _display(formula, others)
            others = []
            pieces += [*spoken, Words(Located.whole(". " if k + 1 == len(rows) else ", ", text.origin(stop)))]
    if not pieces:
        yield formula
        return
    pieces += _display(formula, others)
    places = [k for k, piece in enumerate(pieces) if isinstance(piece, Formula)]
    for k, piece in enumerate(pieces):
        if isinstance(piece, Formula):
            start = formula.start if k == places[0] else piece.start
            end = formula.end if k == places[-1] else piece.end
            piece = replace(piece, start=start, end=end, display_at=formula.start)
        yield piece


def _display(formula: Formula, rows: list[Located]) -> list[Item]:
    """The rows that are none, as the display that they were."""
    text = "".join(each.text for each in rows)
    if not text.strip(" \n&"):
        return []
    return [replace(formula, latex=join(rows), start=rows[0].origin(0), end=rows[-1].end(len(rows[-1])))]


def _rows(text: Located) -> Iterator[tuple[int, int, int]]:
    """Where each row begins, ends, and where the next begins."""
    depth = start = 0
    for found in ROW.finditer(text.text):
        sign = found[0]
        if sign in ("{", "\\begin"):
            depth += 1
        elif sign in ("}", "\\end"):
            depth -= 1
        elif sign.startswith("\\\\") and not depth:
            yield start, found.start(), found.end()
            start = found.end()
    yield start, len(text), len(text)


def _spoken(row: Located) -> list[Item] | None:
    """The words and formulas of a row that begins with a term and a verb, and claims no relation before it."""
    found = SENTENCE.match(row.text)
    if found is None or not found["subject"].strip() or RELATION.search(found["subject"]):
        return None
    words = TEXT.match(row.text, found.end("subject"))
    if words is None or not VERB.match(words[1]):
        return None
    pieces, at = [_inline(row, found.start("subject"), found.end("subject"))], found.end("subject")
    for words in TEXT.finditer(row.text, at):
        pieces += [_inline(row, at, words.start())] if row.text[at : words.start()].strip(" &{}") else []
        pieces.append(Words(row[words.start(1) : words.end(1)]))
        at = words.end()
    return pieces + ([_inline(row, at, len(row))] if row.text[at:].strip(" \n&{},.") else [])


def _inline(row: Located, start: int, stop: int) -> Item:
    latex = row[start:stop]
    return Formula(latex, latex.origin(0), latex.end(len(latex)))
