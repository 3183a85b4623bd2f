r"""What words say of the mean and the variance of random numbers: "let $X$ be random with mean $\mu$ and variance $v$"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.properties import FOLLOWS
from symproof.readers.document.words.prose import MARKUP, SENTENCE
from symproof.readers.document.words.qualities import NOT, names_of
from symproof.readers.document.words.signs import SUPPOSED, signs_of
from symproof.readers.notation.tree import Ellipsis, Scripted
from symproof.readers.notation.tree import Sequence as Letters

KIND = (
    r"(?:(?:an?|the|any|some|finite|known|unknown|common|same|real|discrete|continuous|independent|identically|distributed|and|"
    r"sequence|of|i\.?i\.?d\.?)\W+)*"
)
MEAN = re.compile(
    rf"\W*(?:(?:be|is|are|denotes?)\s+)?{KIND}(?:random\s+(?:variables?|numbers?)\s+)?(?:with|having|has|have)\s+"
    rf"{KIND}(?:mean|expectation|expected value)\s*",
    re.IGNORECASE,
)
INDEPENDENT = re.compile(r"\b(?:independent|i\.?i\.?d\b)", re.IGNORECASE)
VARIANCE = re.compile(rf"\W*(?:and\s+)?{KIND}variance\s*", re.IGNORECASE)


def said_of_numbers(display: Display, displays: Sequence[Display]) -> list[str]:
    """What is supposed of the letters that a formula names, as formulas: of their signs, means and variances."""
    return [*signs_of(display, displays), *moments_of(display, displays)]


def moments_of(display: Display, displays: Sequence[Display]) -> list[str]:
    """What is supposed of the mean of a random letter, or of all members of a list, and of its variance."""
    words, own = display.after.partition("·")[0], SENTENCE.split(MARKUP.sub(" ", display.before))[-1]
    behind = displays[display.number + 1 : display.number + 3]
    if not MEAN.fullmatch(words) or not behind or FOLLOWS.search(own) or NOT.search(own) or is_left_open(own):
        return []
    name, mean = _name(display), _value(behind[0])
    if not name or not mean or not SUPPOSED.search(own):
        return []
    said = [f"E[{name}] = {mean}"]
    if len(behind) > 1 and VARIANCE.fullmatch(behind[0].after.partition("·")[0]) and (variance := _value(behind[1])):
        said.append(rf"\operatorname{{Var}}({name}) = {variance}")
        if name.endswith("_i") and INDEPENDENT.search(words):
            said[1] = rf"\operatorname{{Cov}}({name}, {name[:-1]}j) = ({variance}) \delta_{{ij}}"
    return said


def _name(display: Display) -> str:
    r"""The capital letter that a formula names, X, or a member of the list that it names, X_i for `X_1, \dots, X_n`."""
    names = names_of(display)
    if len(names) == 1:
        return names[0] if re.fullmatch("[A-Z]", names[0]) else ""
    clauses = display.parsed.clauses if display.parsed is not None else ()
    first = clauses[0].members[0] if len(clauses) == 1 and clauses[0].members and not clauses[0].relations else None
    if not isinstance(first, Letters) or not any(isinstance(each, Ellipsis) for each in first.items):
        return ""
    bases = {display.text.text[each.base.start : each.base.end] for each in first.items if isinstance(each, Scripted)}
    return f"{bases.pop()}_i" if len(bases) == 1 else ""


def _value(display: Display) -> str:
    """A formula that is one term."""
    clauses = display.parsed.clauses if display.parsed is not None else ()
    alone = not display.formula.display and len(clauses) == 1 and not clauses[0].relations and clauses[0].members
    return display.text.text.strip() if alone else ""
