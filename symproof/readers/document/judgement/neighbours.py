r"""Equations alone in their items, or side by side in a line, among identities: each is claimed, as nobody solves one of them.

Of "a) $\sin 2x = 2 \sin x \cos x$", "b) $\cos 2x = 1 - \sin^2 x$", "c) $\cos 2x = 2 \cos^2 x - 1$" the second is a slip. Where
words speak of equations, of what is to be solved or of what is false, each may be that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.known.gate import EQUATION
from symproof.readers.document.lines.step import Step
from symproof.readers.document.words.outline import Display
from symproof.statement import is_equation
from symproof.term import Variable

LABEL = re.compile(r"[\W_]*(?:\d{1,2}|[a-z]|[ivx]{1,4})[\W_]*", re.IGNORECASE)
"""What stands before the formula of an item in its line, "**3.**" or "(b)"."""
BETWEEN = re.compile(r"\s*;\s*|[\s;,.]*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s*", re.IGNORECASE)
"""What stands between two formulas of a list in one line."""
OF_EQUATIONS = re.compile(
    r"\b(solv\w*|solutions?|equations?|find|determine|unknowns?|roots?|zeros?|true|false|wrong|incorrect|mistakes?|errors?|which|"
    r"whether|when|where|if|for what|sometimes|never|always|not|let|given|suppose|assume|model\w*|curves?|constraints?)\b",
    re.IGNORECASE,
)
FEWEST = 2
"""How many identities must stand beside an equation, and more than there are of such equations."""


def among_identities(displays: Sequence[Display], steps: Sequence[Step], judged: Sequence[Judged]) -> list[Judged]:
    """The verdicts, where equations that fail at a point stand alone in their items among identities."""
    told = list(judged)
    claimed: dict[int, list[Step]] = {}
    for step in steps:
        claimed.setdefault(step.display, []).append(step)
    rested_on = {line for each in judged for line in each.needs}
    for items in (*_lists(displays), *_in_one_line(displays)):
        claims = [claimed.get(each.number, []) for each in items]
        right = [own for own in claims if own and all(_is_identity(step, told[step.number]) for step in own)]
        open_ = [own[0] for own in claims if len(own) == 1 and _may_be_solved(own[0], told[own[0].number])]
        others = len(claims) - len(right) - len(open_)
        if len(right) < max(FEWEST, len(open_) + 1) or others or any(step.line in rested_on for step in open_):
            continue
        for step in open_:
            found = told[step.number]
            told[step.number] = replace(found, verdict=REFUTED, by="falsify", reason="it stands among identities")
    return told


def _lists(displays: Sequence[Display]) -> Iterator[list[Display]]:
    """The formulas that stand alone in their items, by the lists that they make."""
    run: list[Display] = []
    for k, display in enumerate(displays):
        behind = displays[k + 1] if k + 1 < len(displays) else None
        *above, line = display.prose.split("\n")
        labelled = LABEL.fullmatch(line) or (
            not re.search(r"\w", line) and any(b.kind == "item" for b in display.crossed)
        )
        words = re.search(r"[^\W\d_]{2,}", " ".join(above)) is not None
        if run and (words or not labelled or display.part != run[-1].part):
            yield run
            run = []
        alone = behind is None or behind.part != display.part or "\n" in behind.prose
        if labelled and alone and (not re.search(r"\w", display.after) or LABEL.fullmatch(display.after)):
            if run or not OF_EQUATIONS.search(display.prose):
                run.append(display)
    yield run


def _in_one_line(displays: Sequence[Display]) -> Iterator[list[Display]]:
    """The formulas that stand in one paragraph with nothing but labels or semicolons between, "a) ... b) ...", "...; ..."."""
    run: list[Display] = []
    for display in displays:
        beside = bool(run) and display.paragraph == run[-1].paragraph and BETWEEN.fullmatch(display.prose) is not None
        if not beside:
            yield run
            run = []
        if beside or not OF_EQUATIONS.search(display.prose):
            run.append(display)
    yield run


def _is_identity(step: Step, judged: Judged) -> bool:
    return judged.verdict == PROVED and not judged.needs and _has_letters_alike(step)


def _may_be_solved(step: Step, judged: Judged) -> bool:
    only_solved = judged.verdict == UNKNOWN and bool(judged.point) and judged.reason.endswith(EQUATION)
    return only_solved and not step.given and _has_letters_alike(step)


def _has_letters_alike(step: Step) -> bool:
    """Whether the two sides of an equation have the same letters, and neither is a letter."""
    claim = step.statement
    if not is_equation(claim) or not claim.left.free:
        return False
    return claim.left.free == claim.right.free and not isinstance(claim.left, Variable)
