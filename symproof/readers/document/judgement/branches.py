"""Equations under an equation that are cases of it, each with the rows that go on from it: "x + 1 = 0, x = -1, x + 2 = 0, x = -2"
under (x + 1)(x + 2) = 0. Each by itself loses a solution; together they say what the equation says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import PROVED, UNKNOWN, Judged
from symproof.readers.document.judgement.pairs import are_beside, are_values, restate
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.signs import is_without_bars
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Or, Prop, is_equation

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

FARTHEST = 24
"""How many lines behind a case another one is looked for."""
MOST = 4
"""Into how many cases an equation falls at most."""


@dataclass(frozen=True)
class Branches:
    """The cases of an equation, and the row that it is."""

    heads: tuple[Step, ...]
    row: Fact
    barred: bool = False
    """Whether it is an equation with bars: a case may have solutions that do not solve it."""

    @property
    def whole(self) -> Or:
        """What the cases say together."""
        return Or(tuple(each.statement for each in self.heads if each.statement is not None))


def branches(settler: Settler, steps: Sequence[Step], step: Step) -> Branches | None:
    """The cases that begin with a step, where lines behind it say the others."""
    row, claim = step.previous, step.statement
    if (
        row is None
        or not (_is_equation(row.prop) or is_solution(row.prop))
        or not _is_alike(step, step)
        or claim is None
    ):
        return None
    if is_without_bars(claim, row.prop):
        return _for_each_sign(settler, steps, step, row)
    if settler(row.prop, (claim,), 0.3).status != PROVED:
        return None
    heads = [step]
    for later in steps[step.number + 1 : step.number + 1 + FARTHEST]:
        if later.block != step.block or len(heads) == MOST:
            break
        if not _is_alike(later, step) or any(_follows(settler, later, head) for head in heads):
            continue
        if settler(row.prop, (later.statement,), 0.3).status != PROVED:  # type: ignore[arg-type]
            continue
        heads.append(later)
        found = Branches(tuple(heads), row)
        given = [fact.prop for fact in step.given]
        if settler(found.whole, (*given, row.prop), 0.5).status == PROVED:
            return found
    return None


def _for_each_sign(settler: Settler, steps: Sequence[Step], step: Step, row: Fact) -> Branches | None:
    """The lines of a part that say what an equation with bars says for one sign of what stands in them each, where they are all:
    which of their solutions solve it is still to be looked at."""
    heads: list[Step] = []
    for each in steps:
        if each.block == step.block and each.statement is not None and is_without_bars(each.statement, row.prop):
            heads += [each] if not any(_follows(settler, each, head) for head in heads) else []
    found = Branches(tuple(heads), row, barred=True)
    given = [fact.prop for fact in step.given]
    together = step in heads and 1 < len(heads) <= MOST
    return found if together and settler(found.whole, (*given, row.prop), 0.5).status == PROVED else None


def told_apart(settler: Settler, found: Branches, steps: Sequence[Step]) -> None:
    """Let the lines of each case rest on no line of another one, and what names the solutions in the end on the equation."""
    first, last = found.heads[0], found.heads[-1]
    own: list[int] = []
    before: set[int] = set()
    over = False
    for step in steps[first.number :]:
        if step.block != first.block:
            break
        if step in found.heads:
            before |= set(own)
            own, step.previous = [], found.row
        elif not over and step.number > last.number and _names_all(settler, step, last, found.row):
            over = True
            before |= set(own)
            step.previous = found.row if isinstance(step.statement, Or) else None
        elif over and step.previous is not None and _number(step.previous) in before:
            step.previous = None
        step.earlier = tuple(fact for fact in step.earlier if _number(fact) not in before)
        if not over:
            own.append(step.number)


def as_head(found: Branches, step: Step, whole: Judged) -> Judged:
    """The verdict on one of the cases, where that on all together is known."""
    lines = ", ".join(f"line {each.line}" for each in found.heads if each is not step)
    return replace(whole, sense="", reason=f"a case of line {found.row.line}, beside {lines}", open=True)


def _is_equation(prop: Prop | None) -> bool:
    return is_equation(prop)


def _is_alike(step: Step, first: Step) -> bool:
    """Whether a line is an equation in the one letter of the first case, to which no arrow leads."""
    claim, letters = step.statement, first.statement.free if first.statement is not None else ()
    return _is_equation(claim) and claim is not None and claim.free == letters and len(letters) == 1 and not step.arrow


def _follows(settler: Settler, later: Step, head: Step) -> bool:
    assert later.statement is not None and head.statement is not None
    return settler(later.statement, (head.statement,), 0.3).status == PROVED


def _names_all(settler: Settler, step: Step, last: Step, row: Fact) -> bool:
    """Whether a line behind the last case speaks of all of them: it names solutions of others."""
    if step.statement is None or not is_solution(step.statement):
        return False
    if isinstance(step.statement, Or):
        return not _follows(settler, last, step)
    return not _follows(settler, step, last) and settler(row.prop, (step.statement,), 0.3).status == PROVED


def _number(fact: Fact) -> int:
    return -1 if fact.step is None else fact.step.number


def together(rows: Rows, step: Step, given: tuple[Prop, ...], alone: Told) -> Judged | None:
    """Equations side by side as alternatives, where they are equivalent to the row before them: "x - 1 = 0; x + 2 = 0"."""
    group = rows.beside.get(step.number, ())
    parts = [each.statement for each in group if each.statement is not None]
    if step.previous is None or not are_beside(rows.settler, parts):
        return in_branches(rows, step, given, alone)
    whole = Or(tuple(parts))
    row = rows.as_row(Inference(step, whole, given, step.previous), alone)
    if row is None or row.verdict == UNKNOWN:
        if not are_values(parts):
            return None
        # two values of one letter, or term, are no two claims, as it cannot have both
        row = Judged(UNKNOWN, reason=f"whether these are the solutions of line {step.previous.line} is not known")
    elif row.verdict != PROVED or row.sense != "equivalent":
        return None
    restate(group, whole, rows.steps)
    for each in group[1:]:
        each.previous, each.links = step.previous, ()
    return row


def in_branches(rows: Rows, step: Step, given: tuple[Prop, ...], alone: Told) -> Judged | None:
    """An equation that is one case of the row before it, where lines behind it say the others."""
    found = branches(rows.settler, rows.steps, step)
    row = None if found is None else rows.as_row(Inference(step, found.whole, given, found.row), alone)
    if found is not None and found.whole == found.row.prop and rows.earlier.stands(found.row):
        row = Judged(PROVED, f"ring, from line {found.row.line}", needs=(found.row.line,), sense="equivalent")
        row = replace(row, trusts=rows.earlier.rests(row, [found.row]))
    sure = found is not None and row is not None and (row.sense == "equivalent" or found.barred)
    if found is not None and row is not None and row.verdict == PROVED and sure:
        told_apart(rows.settler, found, rows.steps)
        rows.heads |= {head.number: as_head(found, head, row) for head in found.heads}
    return rows.heads.get(step.number)
