"""Which formulas say under which conditions the formula before them holds: "$x^2 > x$ for $x > 1$ and for $x < 0$"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import LOOKS_BACK
from symproof.readers.document.words.prose import JOINS, THEN, announced
from symproof.readers.document.words.restricted import EXCEPT
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation.tree import Name
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part

NEXT = re.compile(r"[^\w.]*and\W+((hence|thus|then|so)\W+)?(when|if|for|at)\b", re.IGNORECASE)
"""How the next of several conditions begins: "when $x = 0$, $u = 0$, and when $x = 1$, $u = 1$"."""
ENDS = re.compile(r"\s*$|\s*[.;)]")
"""Behind a condition that is the last word on the formula before it; a colon leads on from it to the next one."""
LEADS = re.compile(
    r"\s*,?\s*((we|one)\s+(now\s+|then\s+|also\s+)?(have|has|gets?|obtains?|finds?|sees?)|it\s+holds)\b", re.IGNORECASE
)
"""Behind a condition that leads to the next clause: "$|x| = x$, for $x < 0$ we have $|x| = -x$"."""
ALSO = re.compile(
    r"[^\w.!?]*((and|but)\s+)?(also|likewise|(the\s+)?same\b[^·.]{0,25}?)\s+(for|if|when|whenever|where|at)\b",
    re.IGNORECASE,
)
"""How another condition begins under which a formula holds too: "$|x| = x$ for $x > 0$; the same is true for $x = 0$"."""
USING = re.compile(r"\W*using(?:\s+the\s+fact)?(?:\s+that)?", re.IGNORECASE)
"""What may lead back to the formula before, or on to the next."""
EXCEPTED = re.compile(rf"\s*,?\s*{EXCEPT}(?:\s+(?:for|at))?\s*", re.IGNORECASE)
BEGINS = re.compile(r"\W*(for|if|when|whenever)\s*", re.IGNORECASE)
CLAUSES = re.compile(r"[:;]")
LISTED = re.compile(r"\s*,?\s*(?:and\s+)?")
MAIN = re.compile(
    r"\s*,?\s*(?:we|one|this|it|there)\s+(?:\w+\s+)?(?:ha(?:ve|s)|gets?|obtains?|finds?|sees?|gives?|yields?|holds?|is)\b"
)
"""How a list of conditions begins, of which each stands in a clause of its own, what stands between two of them, and how the main
clause begins behind them."""
FURTHER = re.compile(
    r"\s*,?\s*(and|or|as well as|but also)\s+(also )?(for( all| any| every| each)?|if|when|whenever)\s*", re.IGNORECASE
)
"""Words between two conditions under each of which a formula holds."""


POSES = re.compile(
    r"\b(?:solve|consider|find|given|study|solution (?:of|to))\b[^.;]*\b"
    r"(?:initial[- ]value problem|differential equation|ode|ivp)\b",
    re.IGNORECASE,
)
RATE = re.compile(r"[a-z]\s*'|\\dot|\\frac\s*\{?d|\(\s*0\s*\)\s*=")


def poses_a_problem(display: Display) -> bool:
    """Whether a sentence only poses a differential equation, or says where its solution begins: "solve $y' = 2y$, $y(0) = 3$"."""
    if not RATE.search(display.text.text) or display.said.connects:
        return False
    return POSES.search(sentence_before(display.before)) is not None


def conditions(displays: Sequence[Display]) -> dict[int, list[int]]:
    """For each formula, those that follow in its sentence and say under which conditions it holds."""
    late: dict[int, list[int]] = {}
    of: dict[int, int] = {}
    reasons: set[int] = set()
    for before, after in pairwise(displays):
        tail = after.before.rsplit("·", 1)[-1] if "·" in after.before else after.prose
        said = announced(tail, after.after, display=after.formula.display)
        together = after.paragraph - before.paragraph <= 2 and not any(
            each.kind not in ("paragraph", "cell") for each in after.crossed
        )
        stopped = before.text.text.rstrip().endswith(".") or before.formula.display
        anew = stopped and tail.lstrip()[:1].isupper() and not _looks_back(tail, after)
        also = ALSO.match(tail) is not None
        anew |= ("," in tail and LEADS.match(after.after) is not None) or (";" in tail and not also)
        anew |= bool(NEXT.match(tail) and not ENDS.match(after.after.partition("·")[0]))
        excepts = EXCEPTED.fullmatch(tail) is not None  # "for all $u$ except $u = 0$"
        if (
            before.number in of
            and (before.is_relation or excepts)  # and no letter for which something holds, "for all $u$, $|u| < d$"
            and together
            and (after.said.role == "hypothesis" or before.number in reasons)
            and (JOINS.fullmatch(tail) or excepts)
            and ";" not in tail
        ):
            if not after.formula.display and not before.text.text.rstrip().endswith("."):  # "if a > 0 and b > 0"
                of[after.number] = of[before.number]
                late[of[before.number]].append(after.number)
        elif (
            together
            and not anew
            and (said.condition or also or (said.because and not after.formula.display) or lies_behind(before, after))
            and "." not in tail
        ):
            late.setdefault(before.number, []).append(after.number)
            of[after.number] = before.number
            reasons |= {after.number} if said.because else set()
    return late


def _looks_back(tail: str, after: Display) -> bool:
    """Whether a sentence tells on what the formula before it rests, "Here we used that $a b = 0$.", and does not go on from
    there: "Using (3), $a = b$", "Using $a = b$ we find"."""
    said = LOOKS_BACK.match(tail.lstrip())
    if said is None or not USING.fullmatch(said[0]):
        return said is not None
    return said.end() == len(tail.strip()) and ENDS.match(after.after) is not None


def lies_behind(before: Display, after: Display) -> bool:
    """Whether a comma leads from an equation to where its letter lies, "sin 2x = cos x, 0 <= x < 2 pi": it does not follow."""
    if after.prose.strip() != "," or after.formula.display:
        return False
    equation, *others = before.clauses or (None,)
    place, *more = after.clauses or (None,)
    if equation is None or place is None or others or more or equation.kinds != ["="]:
        return False
    kinds = {*place.kinds}
    letters = [each for each in place.members if is_letter(each)]
    if not kinds or not kinds <= {"<", "<=", ">", ">="} or len(letters) != 1 or is_letter(equation.members[0]):
        return False
    names = [canonical(each) for each in every_part(equation) if isinstance(each, Name)]
    bounds = [each for member in place.members if member is not letters[0] for each in every_part(member)]
    return canonical(letters[0]) in names and all(
        canonical(each) == r"\pi" for each in bounds if isinstance(each, Name)
    )


def listed_condition(display: Display, displays: Sequence[Display]) -> str:
    """The word that supposes a formula which goes on a list of conditions at the beginning of a clause, up to the main one: "if
    $a > b$, $c > d$ then", "for $|x| < r$ and $|y| < r$ we have"; "" of another one, as in "if $a > b$, $c > d$"."""
    *heads, own = CLAUSES.split(sentence_before(display.before))[-1].split("·")
    begun = BEGINS.fullmatch(heads[0]) if heads else None
    if begun is None or display.formula.display or not all(map(LISTED.fullmatch, [*heads[1:], own])):
        return ""
    last = "and" in own
    for each, following in pairwise([*displays[display.number : display.number + 8], None]):
        assert each is not None
        if THEN.match(each.after) or (last and MAIN.match(each.after)):
            return begun[1]
        if following is None or following.paragraph - each.paragraph > 1 or not LISTED.fullmatch(following.prose):
            break
        if following.formula.display:
            return begun[1] if last else ""
        last = "and" in following.prose
    return ""


def further_conditions(displays: Sequence[Display]) -> dict[int, list[int]]:
    """For each condition behind a formula, those that a sentence goes on with, "for $x > 1$ and for $x < 0$"."""
    found: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for before, after in pairwise(displays):
        goes_on = FURTHER.fullmatch(after.prose) and not after.after.lstrip().startswith((",", ":"))
        if goes_on and not after.formula.display and before.said.role == after.said.role == "hypothesis":
            first[after.number] = first.get(before.number, before.number)
            found.setdefault(first[after.number], []).append(after.number)
    return found
