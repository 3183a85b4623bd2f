"""The answer on a document for the terminal: each step with its place and verdict, and what was not understood."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from symproof.readers.document.answer import Answer, Answered
from symproof.writers.terminal import INDENT, plain_words

STYLES = {"proved": "green", "refuted": "bold red", "unknown": "yellow", "not understood": "magenta"}


def print_answer(answer: Answer, console: Console, *, all_steps: bool = True) -> None:
    """Print the answer: the steps in order, then the rest that was found, and the count."""
    for text in _lines(answer, all_steps=all_steps):
        console.print(text, soft_wrap=True, highlight=False)


def _lines(answer: Answer, *, all_steps: bool) -> list[Text]:
    name = answer.document.source.name
    lines = [
        Text.assemble(f"{name}:{each.line}:{each.column}  ", ("not read", STYLES["not understood"]), f": {each.reason}")
        for each in answer.troubles
    ]
    lines += [_step(name, each) for each in answer.steps if all_steps or each.judged.verdict != "proved"]
    without = [each for each in answer.heard if each.problem and not each.steps]
    for heard in without:
        where = f"{name}:{heard.line}:{heard.column}"
        lines.append(
            Text.assemble(
                f"{where}  ",
                ("not understood", STYLES["not understood"]),
                f"  {_short(heard.latex)}\n{INDENT}{heard.problem}",
            )
        )
    if answer.inferred:
        lines.append(
            Text(
                "inferred: " + "; ".join(f"{letter} is {what}" for letter, what in answer.inferred.items()), style="dim"
            )
        )
    return [*lines, summary(answer)]


def _step(name: str, answered: Answered) -> Text:
    step, judged = answered.step, answered.judged
    cell = f"cell {step.cell}, " if step.cell else ""
    if_ = f" {assumed(judged.assumes, short=True)}" if judged.assumes else ""
    text = Text.assemble(
        f"{name}:{cell}{step.line}:{step.column}  ",
        (judged.verdict, STYLES[judged.verdict]),
        (if_, STYLES["unknown"]),
        f"  {_short(step.latex)}",
    )
    if answered.reading:
        text.append(f"\n{INDENT}read as  {answered.reading}", style="dim")
    told = [plain_words(line) for line in judged.reason.splitlines()]
    if judged.verdict == "proved":
        told = [f"by {judged.by}" + (f"; {judged.sense}" if judged.sense else ""), *told]
        told += [assumed(judged.assumes)] if judged.assumes else []
        told += [f"rests on {', '.join(others)}"] if (others := judged.other_trusts) else []
    elif judged.verdict == "refuted" and not (judged.needs and judged.reason):
        at = ", ".join(f"{letter} = {value}" for letter, value in (judged.point or {}).items())
        told.append("   at   ".join(filter(None, (judged.gap, at))))
    for line in dict.fromkeys(filter(None, told)):
        text.append(f"\n{INDENT}{line}")
    return text


def assumed(lines: tuple[int, ...], *, short: bool = False) -> str:
    """What is said of a step that follows from lines which are not proved."""
    several = len(lines) > 1
    numbers = ", ".join(map(str, lines))
    if short:
        return f"if line{'s' * several} {numbers} hold{'s' * (not several)}"
    return f"only if line{'s' * several} {numbers} hold{'s' * (not several)}, which {'are' if several else 'is'} not proved"


def summary(answer: Answer) -> Text:
    """What came of the document, in a line."""
    read = sum(not each.problem for each in answer.heard)
    parts = [f"{len(answer.heard)} formulas, {read} read", f"{len(answer.steps)} steps"]
    resting = sum(bool(each.judged.assumes) for each in answer.steps if each.judged.verdict == "proved")
    on_others = f" ({resting} only if lines hold that are not proved)" if resting else ""
    counts = {verdict: answer.count(verdict) for verdict in STYLES if answer.count(verdict)}
    parts += [f"{count} {verdict}{on_others if verdict == 'proved' else ''}" for verdict, count in counts.items()]
    return Text("; ".join(parts), style="bold red" if answer.count("refuted") else "bold green")


def _short(latex: str) -> str:
    return latex if len(latex) <= 100 else latex[:97] + "..."
