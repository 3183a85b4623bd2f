r"""Evaluation traces as LaTeX: the rows of their table, with the values at their point.

Quotients are written with a slash, so that the lines of the table stay even. The tangent of `w_5` is written
`\dot{w}_{5}`, its adjoint `\bar{w}_{5}`. Each value is evaluated from the term written out in full, and shown with as many
digits as are certain to be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.chain_rule import combined
from symproof.evaluation.decimals import digits_of
from symproof.point import Point, Value
from symproof.report import TraceReport, TraceRow
from symproof.writers.latex import latex_inline
from symproof.writers.letters import latex_name, read_letter
from symproof.writers.statements import latex_point

if TYPE_CHECKING:
    from symproof.wengert import Trace

ACCENTS = {"forward": r"\dot", "reverse": r"\bar"}


def trace_report(trace: Trace) -> TraceReport:
    """The table of a trace, as plain data."""
    letters = trace.letters
    places = {letter: place for place, letter in enumerate(letters)}
    marks = {letter: tm.Variable(accented(letter.name, ACCENTS[trace.mode])) for letter in letters if trace.mode}
    rates = {rate.letter: rate for rate in trace.rates}
    about = [claim.letter for claim in trace.claims]
    values: dict[tm.Term, Value] = dict(trace.at.items())
    point = Point(values)
    rows = []
    for place, letter in enumerate(letters):
        line = trace.lines[place - len(trace.inputs)] if place >= len(trace.inputs) else None
        operands = [] if line is None else sorted(places[each] for each in letters if each in line.term.free)
        row = TraceRow(
            letter=latex_name(letter.name),
            term="" if line is None else latex_inline(line.term),
            operands=tuple(operands),
            value=shown(trace, letter, point),
        )
        if letter in rates:
            rate = rates[letter]
            rule = "" if rate.seed else latex_inline(combined(rate.parts, marks))
            closed = latex_inline(rate.closed)
            row = TraceRow(
                row.letter, row.term, row.operands, row.value,
                rate=latex_name(marks[letter].name),
                rule="" if rule == closed else rule,
                closed=closed,
                rate_value=shown(trace, rate.closed, point),
                steps=tuple(k for k, name in enumerate(about) if name == letter.name),
            )  # fmt: skip
        rows.append(row)
    direction = "" if trace.direction is None else latex_name(trace.direction.name)
    return TraceReport(trace.mode, direction, latex_point(point), tuple(rows))


def accented(name: str, accent: str) -> str:
    r"""A name with an accent on its letter.

    >>> accented("w_5", r"\dot"), accented(r"\alpha", r"\bar")
    ('\\dot{w}_{5}', '\\bar{\\alpha}')
    """
    letter = read_letter(name)
    sub = f"_{{{letter.sub}}}" if letter.sub else ""
    sup = f"^{{{letter.sup}}}" if letter.sup else ""
    return rf"{accent}{{{letter.core}}}{sub}{sup}"


def shown(trace: Trace, term: tm.Scalar, point: Point) -> str:
    """The value of a term of the list at the point, with its relation; "" where there is none, or no point."""
    if not point.values:
        return ""
    found = digits_of(trace.expanded(term), point, trace.digits)
    if found is None:
        return ""
    power = rf" \cdot 10^{{{found.power}}}" if found.power else ""
    return rf"{'=' if found.exact else chr(92) + 'approx'} {found.text}{power}"
