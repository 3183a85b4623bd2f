"""Solutions that name several letters, side by side: `x = 1, y = 2` and `x = 2, y = 1`. Each is a case of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Step
from symproof.statement import Or, Relation
from symproof.substitution import substitute
from symproof.term import Scalar, Term

Values = Mapping[Term, Scalar]


def pairs(steps: Iterable[Step]) -> dict[int, Values]:
    """For each step of a formula that is one of several solutions in its paragraph, the values that the formula names."""
    formulas: dict[tuple[int, int], list[Step]] = defaultdict(list)
    for step in steps:
        formulas[step.block, step.display if step.solution is None else step.solution].append(step)
    alike: dict[tuple[int, frozenset[Term]], list[tuple[Values, list[Step]]]] = defaultdict(list)
    for (block, _), parts in formulas.items():
        values = _named(parts)
        if len(values) == len(parts) > 1:
            alike[block, frozenset(values)].append((values, parts))
    several = (group for group in alike.values() if any(values != group[0][0] for values, _ in group))
    return {step.number: values for group in several for values, parts in group for step in parts}


def join_values(steps: Sequence[Step]) -> None:
    """Take two values of one term, "so $\\sin x = 1$ and $\\sin x = 0$", for one statement where they follow from an equation: it
    cannot have both at once."""
    for step, after in pairwise(steps):
        one, other = step.statement, after.statement
        if (
            step.previous is None
            or not after.beside
            or not isinstance(one, Relation)
            or not isinstance(other, Relation)
        ):
            continue
        if (
            one.kind == other.kind == "="
            and one.left == other.left
            and one.left.free
            and step.display + 1 == after.display
        ):
            values = [value_of(each.right) for each in (one, other) if isinstance(each.right, Scalar)]
            if len(values) == 2 and None not in values and values[0] != values[1]:
                step.statement = after.statement = Or((one, other))
                after.previous, after.links = step.previous, ()


def as_case(settler: Settler, step: Step, values: Values) -> Judged:
    """Whether the values solve each equation before that speaks of these letters alone."""
    what = ", ".join(f"{letter} = {value}" for letter, value in values.items())
    lines: list[int] = []
    for fact in step.earlier:
        if fact.kind != "equation" or is_solution(fact.prop) or not fact.prop.free or fact.prop.free - values.keys():
            continue
        told = settler.closed(substitute(fact.prop, dict(values)))
        if told == REFUTED:
            return Judged(REFUTED, "falsify", reason=f"{what} does not solve line {fact.line}", needs=(fact.line,))
        if told != PROVED:
            return Judged(UNKNOWN, reason=f"whether {what} solves line {fact.line} is not known")
        lines.append(fact.line)
    if not lines:
        return Judged(UNKNOWN, reason="one of several solutions, and no line above says of what")
    return Judged(
        PROVED, "ring", reason=f"{what} solves what was to be solved", needs=tuple(sorted(set(lines))), open=True
    )


def _named(parts: Iterable[Step]) -> dict[Term, Scalar]:
    return {
        claim.left: claim.right
        for step in parts
        if isinstance(claim := step.statement, Relation) and is_solution(claim) and isinstance(claim.right, Scalar)
    }
