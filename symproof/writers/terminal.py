"""A report for the terminal: what failed, at the author's line and with the value that shows it, and what was proved.

`rich` colours it and leaves plain text where the output is no terminal; the layout is ours. A failure takes
several lines, a derivation that came out as expected one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from symproof.report import DerivationReport, FileReport, StepReport, rests_on
from symproof.text import letter
from symproof.writers.prose import segments

STYLES = {"proved": "green", "refuted": "bold red", "unknown": "bold yellow", "error": "bold red"}
INDENT = "    "
COMMANDS = (
    (re.compile(r"\\(?:le|leq)\b"), "<="), (re.compile(r"\\(?:ge|geq)\b"), ">="), (re.compile(r"\\(?:ne|neq)\b"), "!="),
    (re.compile(r"\\in\b"), "in"), (re.compile(r"\\[,;!: ]"), ""), (re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}"), r"\1/\2"),
)  # fmt: skip


def print_reports(reports: Sequence[FileReport], console: Console, *, proved: bool = True) -> None:
    """Print every report and the summary; without `proved`, only what did not come out as expected."""
    for report in reports:
        text = render(report, proved=proved)
        if text:
            console.print(text, soft_wrap=True, highlight=False)
    console.print(render_summary(reports), soft_wrap=True, highlight=False)


def render(report: FileReport, *, proved: bool = True) -> Text:
    """The report of one file, derivation by derivation."""
    parts = [_unreadable(report)] if report.error else []
    parts += [render_derivation(each) for each in report.derivations if proved or not each.ok or each.warning]
    return Text("\n").join(parts)


def render_derivation(report: DerivationReport) -> Text:
    """A derivation: one line where it came out as expected, else each step that did not."""
    if report.error:
        text = Text.assemble(f"{report.file}:{report.line}  {report.name}  ", ("error", STYLES["error"]))
        return text.append("".join(f"\n{INDENT}{line}" for line in report.error.splitlines()))
    if report.ok:
        return _settled(report)
    failing = [(k, step) for k, step in enumerate(report.steps, start=1) if step.verdict != "proved"]
    parts = [_failure(report, step, k) for k, step in failing]
    if report.expect != "proved":
        outcome = {"proved": "proved", "refuted": "refuted"}.get(report.verdict, "not settled")
        expected = "to be refuted" if report.expect == "refuted" else "to need the step that is left out"
        line = f"{report.file}:{report.line}  {report.name}  "
        parts.insert(0, Text.assemble(line, (f"expected {expected}, but {outcome}", STYLES["error"])))
    return Text("\n").join(parts)


def render_summary(reports: Sequence[FileReport]) -> Text:
    """What came of all of them, in a line."""
    derivations = [each for report in reports for each in report.derivations]
    claims = [each for each in derivations if each.expect != "refuted"]
    slips = [each for each in derivations if each.expect == "refuted"]
    proved = [each for each in claims if each.verdict == "proved"]
    parts = [f"{len(proved)} of {_count(len(claims), 'claim')} proved"]
    if slips:
        refuted = sum(each.verdict == "refuted" for each in slips)
        parts.append(f"{refuted} of {_count(len(slips), 'known slip')} refuted as expected")
    omitted = sum(each.ok and each.expect == "omitted" for each in claims)
    if omitted:
        parts.append(f"{omitted} with a proof left out")
    wrong = sum(not each.ok for each in derivations)
    if wrong:
        parts.append(f"{wrong} not as expected")
    unread = sum(bool(report.error) for report in reports)
    if unread:
        parts.append(f"{_count(unread, 'file')} not read")
    trusts = {trust for each in proved for trust in each.trusts}
    tail = f"; rests on {rests_on(trusts)}" if proved else ""
    return Text("; ".join(parts) + tail, style="bold red" if wrong or unread else "bold green")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _settled(report: DerivationReport) -> Text:
    """The line of a derivation that came out as expected."""
    name = f"{report.file}:{report.line}  {report.name}  "
    if report.expect == "refuted":
        step = next((each for each in report.steps if each.verdict == "refuted"), None)
        where = "" if step is None else f"  at  {_point(step)}" if step.point else f"  {_value(step)}".rstrip()
        why = f": {plain_words(step.reason.splitlines()[0])}" if step is not None and step.reason else ""
        return Text.assemble(name, ("refuted, as expected", "green"), (why + where, "dim"))
    if report.verdict != "proved":
        return Text.assemble(name, ("proof left out", "yellow"))
    by = ", ".join(dict.fromkeys(plain_words(each.by) for each in report.steps if each.by))
    details = [_count(len(report.steps), "step"), by, f"rests on {rests_on(report.trusts)}"]
    text = Text.assemble(name, ("proved", STYLES["proved"]), ("  " + "; ".join(filter(None, details)), "dim"))
    return text.append(f"\n{INDENT}warning: {report.warning}", style=STYLES["unknown"]) if report.warning else text


def _failure(report: DerivationReport, step: StepReport, number: int) -> Text:
    """A step that is not proved: the place, the author's own text, and the value or what is missing."""
    name = f"{report.name}[{step.name or number}]" if len(report.steps) > 1 else report.name
    head, *rest = [plain_words(line.strip()) for line in step.reason.splitlines() if line.strip()] or [""]
    text = Text.assemble(f"{report.file}:{step.line}  {name}  ", (step.verdict, STYLES[step.verdict]))
    if head:
        text.append(f": {head}")
    for line in _dedented(step.source):
        text.append(f"\n{INDENT}{line}", style="dim")
    if step.point or step.difference:
        text.append(f"\n{INDENT}{_value(step)}")
    for line in rest:
        text.append(f"\n{INDENT}{line}")
    return text


def _value(step: StepReport) -> str:
    difference = f"left - right = {step.difference}   " if step.difference else ""
    return f"{difference}at   {_point(step)}" if step.point else difference.strip()


def _point(step: StepReport) -> str:
    return ", ".join(f"{name} = {value}" for name, value in step.point.items())


def _dedented(source: str) -> Iterator[str]:
    """The lines of a source text, without the indent that the later ones share."""
    lines = source.strip("\n").splitlines()
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    shared = min(indents, default=0)
    for place, line in enumerate(lines):
        yield line.strip() if place == 0 else line[shared:].rstrip()


def _unreadable(report: FileReport) -> Text:
    place = f"{report.file}:{report.error_line}" if report.error_line else report.file
    text = Text.assemble(f"{place}  ", ("error", STYLES["error"]))
    return text.append("".join(f"\n{INDENT}{line}" for line in report.error.splitlines()))


def plain_words(prose: str) -> str:
    r"""Prose for a terminal: its formulas as they would be typed.

    >>> plain_words(r"since $\eta \ge 0$")
    'since eta >= 0'
    """
    return "".join(_typed(each.text) if each.kind == "math" else each.text for each in segments(prose))


def _typed(formula: str) -> str:
    for pattern, typed in COMMANDS:
        formula = pattern.sub(typed, formula)
    return letter(formula)
