"""The answer on a document: what became of each formula and of each step, as plain data.

answer = answer_document(read_document(path), context, budget=4.0)
answer.as_data()["steps"][0]["verdict"]
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from symproof.readers.document.finding.document import Document, read_document
from symproof.readers.document.judgement.judged import (
    ASSUMED,
    NOT_UNDERSTOOD,
    PROVED,
    REFUTED,
    UNKNOWN,
    Judged,
    is_condition,
)
from symproof.readers.document.judgement.neighbours import among_identities
from symproof.readers.document.judgement.second import SecondReader
from symproof.readers.document.judgement.verdicts import judge_all
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.steps.walk import Walk, read_steps
from symproof.readers.resolve import Ambiguous, Reading

VERDICTS = (PROVED, REFUTED, UNKNOWN, NOT_UNDERSTOOD)
BUDGET = 4.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Trouble:
    """A place that cannot be read, and why."""

    line: int
    column: int
    reason: str


@dataclass(frozen=True)
class Answered:
    """A step and its verdict."""

    step: Step
    judged: Judged

    @property
    def reading(self) -> str:
        """The statement as it was read, in one line of plain text; "" where it was not."""
        return str(self.step.statement) if self.step.statement is not None else ""


@dataclass(frozen=True)
class Answer:
    """The answer on a document."""

    document: Document
    heard: tuple[Heard, ...]
    steps: tuple[Answered, ...]
    troubles: tuple[Trouble, ...] = ()
    inferred: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    def count(self, verdict: str) -> int:
        """How many steps have a verdict."""
        return sum(each.judged.verdict == verdict for each in self.steps)

    def as_data(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "file": self.document.source.name,
            "counts": {verdict: self.count(verdict) for verdict in VERDICTS},
            "inferred": self.inferred,
            "troubles": [{"line": each.line, "column": each.column, "reason": each.reason} for each in self.troubles],
            "displays": [_heard(each) for each in self.heard],
            "steps": [_step(each) for each in self.steps],
        }


def _heard(heard: Heard) -> dict[str, Any]:
    told: dict[str, Any] = {
        "line": heard.line,
        "column": heard.column,
        "latex": heard.latex,
        "display": heard.display,
        "role": heard.role,
        "reading": heard.reading,
        "problem": heard.problem,
        "inferred": heard.inferred,
        "notes": heard.notes,
        "steps": heard.steps,
    }
    if heard.problem:
        told["problem_at"] = {"line": heard.problem_line, "column": heard.problem_column}
    return told | ({"cell": heard.cell} if heard.cell else {})


def _step(answered: Answered) -> dict[str, Any]:
    step, judged = answered.step, answered.judged
    told: dict[str, Any] = {
        "line": step.line,
        "column": step.column,
        "latex": step.latex,
        "reading": answered.reading,
        "verdict": judged.verdict,
        "by": judged.by,
        "trusts": list(judged.trusts),
        "point": judged.point,
        "reason": judged.why,
        "display": step.display,
        "role": step.role,
        "needs": list(judged.needs),
        "under": list(judged.under),
        "assumes": list(judged.assumes),
    }
    if judged.sense:
        told["sense"] = judged.sense
    if judged.readings:
        told["readings"] = list(judged.readings)
    return told | ({"cell": step.cell} if step.cell else {})


def declared_in(document: Document, declared: Path | None) -> dict[str, Any]:
    """What is declared of a document's letters: by its front matter, and by a file, which counts where both speak.

    Raises:
        DocumentError: a file that is no TOML.
    """
    table: dict[str, Any] = {}
    for more in map(_lifted, (document.front.table, _table(declared) if declared is not None else {})):
        for key, value in more.items():
            if isinstance(value, dict):
                table[key] = {**table.get(key, {}), **value}
            elif isinstance(value, list):
                table[key] = [*table.get(key, []), *value]
            else:
                table[key] = value
    return table


def declarations_for(document: Document, path: Path, declared: Path | None) -> dict[str, Any]:
    """What is declared of the letters of a file: beside it, if nowhere else."""
    beside = path.with_suffix(".toml")
    return declared_in(document, declared or (beside if beside.is_file() and beside != path else None))


def _lifted(table: dict[str, Any]) -> dict[str, Any]:
    """A table in which `given` and `define` stand at the top; written below `[names]`, TOML has them in it."""
    names = table.get("names")
    if not isinstance(names, dict):
        return table
    inside = {key: value for key, value in names.items() if key in ("given", "define") and isinstance(value, list)}
    kept = {key: value for key, value in names.items() if key not in inside}
    return {**inside, **table, "names": kept}


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    from symproof.readers.document.finding.document import DocumentError

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path} is no TOML: {error}") from error


def answer_document(
    document: Document,
    declared: dict[str, Any] | None = None,
    *,
    budget: float = BUDGET,
    jobs: int = 1,
    on_progress: Progress | None = None,
    second_reader: bool = True,
) -> Answer:
    """Read a document and judge its steps; `declared` is a table of declarations, without one its front matter. A second reader
    is asked where it is installed, and not where `second_reader` is false.

    Raises:
        SymproofError: a declaration that cannot be read, with the entry.
    """
    began = time.perf_counter()
    walk = read_steps(document, declared_in(document, None) if declared is None else declared)
    total = len(walk.steps)
    tell = None if on_progress is None else lambda number: on_progress(number + 1, total)
    second = SecondReader(walk.steps if second_reader else [])
    second.start()
    judged = judge_all(walk.steps, walk.labels, budget, jobs, tell)
    judged = [_doubted(second, step, each) for step, each in zip(walk.steps, judged, strict=True)]
    judged = among_identities(walk.displays, walk.steps, judged)
    _clear_up(walk, judged)
    answered = _without_conditions(walk, [Answered(*each) for each in zip(walk.steps, judged, strict=True)])
    answered = _with_what_is_assumed(answered)
    seconds = time.perf_counter() - began
    return Answer(document, tuple(walk.heard), answered, _troubles(walk), _inferred(walk), seconds)


def _clear_up(walk: Walk, judged: Sequence[Judged]) -> None:
    """Take back the complaint of several readings where one of them is right, or none: arithmetic tells it."""
    for step, each in zip(walk.steps, judged, strict=True):
        heard = walk.heard[step.display]
        if (
            isinstance(step.outcome, Ambiguous)
            and each.verdict in (PROVED, REFUTED)
            and heard.problem == str(step.outcome)
        ):
            heard.problem = ""
            heard.notes.append(str(step.outcome))


def _doubted(second: SecondReader, step: Step, judged: Judged) -> Judged:
    """The verdict on a step, if no second reader reads it otherwise."""
    found = second.doubt(step)
    if found is None:
        return judged
    reason = f"ambiguous: read as {found[0]}, and by the second reader, latex2sympy2, as {found[1]}"
    return Judged(NOT_UNDERSTOOD, reason=reason, readings=found)


def _without_conditions(walk: Walk, found: list[Answered]) -> tuple[Answered, ...]:
    """The steps, numbered; an equation that rows follow from, and that follows from nothing, is what they are about: no claim."""
    needed = {line: each.step.number for each in found for line in each.judged.needs}  # by the last step that does
    kept = [
        each
        for each in found
        if not (
            is_condition(each.judged)
            and (each.step.premise or needed.get(each.step.line, -1) > each.step.number)
            and (
                each.step.premise
                or not (each.step.is_concluded or each.step.names_a_value or each.step.is_led_from_given)
            )
        )
    ]
    numbers = {id(each.step): number for number, each in enumerate(kept)}
    for each in found:
        heard = walk.heard[each.step.display]
        if id(each.step) not in numbers:
            heard.steps.remove(each.step.number)
            heard.role, heard.reading = "equation" if not heard.steps else heard.role, heard.reading or each.reading
    at = {each.step.number: numbers[id(each.step)] for each in kept}
    for heard in walk.heard:
        heard.steps = [at[number] for number in heard.steps]
    for each in kept:
        each.step.number = numbers[id(each.step)]
    return tuple(kept)


def _with_what_is_assumed(found: Iterable[Answered]) -> tuple[Answered, ...]:
    """The steps; of a row that follows from one which is claimed and not proved, it is said that it assumes that."""
    told: dict[int, Answered] = {}
    for each in found:
        step, judged = each.step, each.judged
        before = None if step.previous is None or step.previous.step is None else told.get(id(step.previous.step))
        if judged.verdict == PROVED and before is not None and before.step.line in judged.needs:
            open_ = before.judged.verdict == UNKNOWN
            lines = (before.step.line,) if open_ else before.judged.assumes
            trusts = dict.fromkeys((*judged.trusts, *(f"{ASSUMED}{line}" for line in lines)))
            each = replace(each, judged=replace(judged, trusts=tuple(trusts)))
        told[id(step)] = each
    return tuple(told.values())


def _troubles(walk: Walk) -> tuple[Trouble, ...]:
    return tuple(Trouble(*walk.source.place(each.offset), each.reason) for each in walk.troubles)


def _inferred(walk: Walk) -> dict[str, str]:
    """What was inferred of each letter; where it stands for several things, from which line on for which."""
    found: dict[str, dict[str, int]] = {letter: {} for letter in walk.inferred}
    shown = {letter for heard in walk.heard for letter in heard.inferred}
    for said, line in (
        *((heard.inferred, heard.line) for heard in walk.heard),
        *((each.outcome.inferred, each.line) for each in walk.steps if isinstance(each.outcome, Reading)),
        ({letter: kind for letter, kind in walk.inferred.items() if letter not in shown}, 0),
    ):
        for letter, kind in said.items():
            kinds = found.setdefault(letter, {})
            kinds[kind] = min(kinds.get(kind, line), line)
    return {
        letter: next(iter(kinds)) if len(kinds) == 1 else " and ".join(_from_lines(kinds))
        for letter, kinds in found.items()
    }


def _from_lines(kinds: Mapping[str, int]) -> list[str]:
    ordered = sorted(kinds.items(), key=lambda each: each[1])
    return [f"{kind} (line {line})" if line else kind for kind, line in ordered]


def answer_file(
    path: Path,
    declared: Path | None = None,
    *,
    budget: float = BUDGET,
    jobs: int = 1,
    on_progress: Progress | None = None,
    second_reader: bool = True,
) -> Answer:
    """Read a file and judge its steps; a file of the same name with the ending `.toml` beside it declares its letters.

    Raises:
        SymproofError: a declaration that cannot be read, or a notebook that is none.
        OSError: a file cannot be read.
    """
    document = read_document(path)
    table = declarations_for(document, path, declared)
    return answer_document(
        document, table, budget=budget, jobs=jobs, on_progress=on_progress, second_reader=second_reader
    )
