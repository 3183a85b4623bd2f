"""Solutions that name several letters, side by side: `x = 1, y = 2` and `x = 2, y = 1`. Each is a case of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, permutations

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.lines.kinds import are_bounds, is_solution
from symproof.readers.document.lines.step import Step
from symproof.statement import Prop, Relation, is_equation
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


def groups(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """For each equation, or bound, in one letter that stands beside others in it, "x - 1 = 0; x + 2 = 0", all of them."""
    found: dict[int, list[Step]] = {}
    for step, after in pairwise(steps):
        one, other = step.statement, after.statement
        if not isinstance(one, Relation) or not isinstance(other, Relation) or not after.beside:
            continue
        if (
            (one.kind == other.kind == "=" or are_bounds(one, other))
            and len(one.free) == 1
            and one.free == other.free
            and step.block == after.block
        ):
            found.setdefault(step.number, [step]).append(after)
            found[after.number] = found[step.number]
    return found


def are_beside(settler: Settler, parts: Sequence[Prop]) -> bool:
    """Whether statements are alternatives: several, of which none follows from another one, as b^2 = 16 does from b = 4."""
    if len(parts) < 2 or len(set(parts)) < len(parts):
        return False
    return not any(settler(one, (other,), 0.5).status == PROVED for one, other in permutations(parts, 2))


def are_values(parts: Sequence[Prop]) -> bool:
    """Whether statements name values of one letter, or of one term, `sin(x) = 1/2` and `sin(x) = -1`."""
    if all(map(is_solution, parts)):
        return True
    equations = [each for each in parts if is_equation(each) and not each.right.free]
    return len(equations) == len(parts) and len({each.left for each in equations}) == 1


def restate(group: Sequence[Step], whole: Prop, steps: Iterable[Step]) -> None:
    """Let each step of a group state what they state together, also as a fact for the lines after it."""
    numbers = {step.number for step in group}
    for step in group:
        step.statement = whole
    for later in steps:
        for fact in (*later.earlier, *((later.previous,) if later.previous is not None else ())):
            if fact.step is not None and fact.step.number in numbers:
                fact.prop = whole


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
