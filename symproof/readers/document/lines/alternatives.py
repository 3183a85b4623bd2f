r"""Alternatives, "$x = 2$ or $x = 3$", and solutions side by side, "$x = 2$, $y = 4$ or $x = -1$, $y = 1$"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from symproof.evaluation.decimals import digits_of
from symproof.point import Point
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.chains import units
from symproof.readers.document.lines.moduli import carry_moduli
from symproof.readers.document.lines.unit import (
    IMPLICATIONS,
    LETTER,
    PLUS_MINUS,
    VALUES,
    Unit,
    are_apart,
    is_closed,
    refers_to_lines,
    spelled,
    text_of_member,
)
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import FOUND
from symproof.readers.notation.tree import Fence
from symproof.readers.notation.tree import Sequence as Listed
from symproof.readers.resolve import Context, Reading, resolve
from symproof.term import Scalar

EITHER = re.compile(r"\beither\s*$", re.IGNORECASE)
OR = re.compile(r"[\s,;(]*(or|or else|∨)[\s,;]*", re.IGNORECASE)
FURTHER = re.compile(r"[\s,]*and\s*", re.IGNORECASE)
LED_ON = re.compile(
    r"[\s,;(]*(?:and\s+)?(?:i\.?e\.?|that is|so|hence|thus|therefore|giving|"
    r"(?:which|this) (?:gives|yields|means|implies|leads to))(?:\s+that)?[\s,:]*",
    re.IGNORECASE,
)
"""Words that lead from a case to what comes of it, "$x - 1 = 2$, i.e. $x = 3$"."""
CLOSE = Fraction(1, 10)
"""How near a number must be to a value for it to be its digits, right or wrong."""
PRINTED = re.compile(r"-?\s*\d+(?:\.|\{,\})\d{2,}")
VERB = re.compile(r"\s*(is|are|has|have|divides?|do(es)?|cannot|can|must|when(ever)?|if|for|at|where)\b", re.IGNORECASE)
MARKED = re.compile(r"[\s,;]*(?:and|or|,)?[\s,;]*(?:\(?\w{1,3}[.)])?\s*(?:and|or)?\s*", re.IGNORECASE)
"""Words between two solutions of a system, "and (b)"."""
AND = re.compile(r"[\s,;]*(and|or|,)?[\s,;]*", re.IGNORECASE)


def grouped(displays: list[Display]) -> list[list[Unit]]:
    """The units of each display; alternatives that words join, "$x = 2$ or $x = 3$", stand with the first of them."""
    found = [_side_by_side(_worked_out_beside(own)) for own in units(displays)]
    tags = {unit.tag.strip("() ") for own in found for unit in own}
    found = [[unit for unit in own if not refers_to_lines(unit, tags)] for own in found]
    for own, behind in pairwise(found):
        if own and behind and behind[0].continued and behind[0].members[0].ends_chain:
            own[-1].goes_on = True
    carry_moduli(found)
    apart = _of_pairs(displays, found)
    cases = _led_on(displays, found)
    first: Unit | None = None
    either: Unit | None = None
    before: list[Unit] = []
    for display, own in zip(displays, found, strict=True):
        if display.number and OR.fullmatch(display.prose) and _are_worked_out(before, own):
            head, also = _head(before), _head(own)
            head.also.append(also)
            own.remove(also)
            first = None
            continue
        before = own
        if first is not None and len(own) == 1 and _is_value(first) and _is_further_value(own[0], display):
            own[0].members.insert(0, first.members[0])
            own[0].signs = first.signs
        if len(own) == 1 and len(own[0].signs) == 1 and not display.formula.display:
            if (
                either is not None
                and either is not first
                and (OR.fullmatch(display.prose) or display.number - 2 in cases)
                and display.said.role != "denied"
            ):
                either.beside, either.case, own[0].case = replace(own[0]), True, True
                first = either = None
                continue
            if EITHER.search(display.prose) or display.number in cases:
                either = own[0]
        if either is not None and "." in display.prose.replace("i.e.", "") and own and own[0] is not either:
            either = None
        if first is not None and OR.fullmatch(display.prose) and _go_on_side_by_side(first, own):
            first.also.append(own.pop(0))
            first = own[-1] if len(own[-1].signs) == 1 else None
            continue
        if (
            first is not None
            and len(own) == 1
            and display.number not in apart
            and not display.formula.display
            and _is_alternative(first, own[0], display.prose)
        ):
            first.also += [own[0], *own[0].also]
            own[0].also = []
            own.clear()
            continue
        first = own[-1] if own and len(own[-1].signs) == 1 and not display.formula.display else None
    return found


def _led_on(displays: list[Display], found: list[list[Unit]]) -> set[int]:
    """The displays that are the first of two cases, from each of which words lead on to where its letter lies: "$x - 1 = 2$, so
    $x = 3$, or $x - 1 = -2$, so $x = -1$"; what stands behind "so" is no alternative there."""
    begun = set()
    for k in range(len(displays) - 3):
        four, proses = (
            [own[0] for own in found[k : k + 4] if len(own) == 1],
            [each.prose for each in displays[k + 1 : k + 5]],
        )
        joined = OR.fullmatch(proses[1]) or FURTHER.fullmatch(proses[1])
        if len(four) < 4 or not (joined and LED_ON.fullmatch(proses[0]) and LED_ON.fullmatch(proses[2])):
            continue
        goes_on = len(proses) > 3 and (OR.fullmatch(proses[3]) or FURTHER.fullmatch(proses[3]))
        said = [set(LETTER.findall("".join(map(text_of_member, each.members)))) for each in four]
        same = said[0] == said[2] and said[1] == said[3]
        if same and not goes_on and [_is_where_a_letter_lies(each) for each in four] == [False, True, False, True]:
            begun.add(displays[k].number)
    return begun


def _is_where_a_letter_lies(unit: Unit) -> bool:
    """Whether a unit compares a letter with a number: `x = 2`, `x < 3`."""
    if len(unit.signs) != 1 or not spelled(unit.members[0]):
        return False
    return not LETTER.search(text_of_member(unit.members[1]))


def _go_on_side_by_side(first: Unit, own: list[Unit]) -> bool:
    r"""Whether a formula begins with the other case of the last one, and both go on from there: "$x^2 = 4 \\iff x = 2$ or $x = -2
    \\iff \\dots$", where the first stands behind an arrow."""
    if len(own) < 2 or first.connector not in IMPLICATIONS or own[1].connector not in IMPLICATIONS or own[0].connector:
        return False
    kinds = [unit.kinds for unit in (first, own[0])]
    if kinds == [["="], ["="]]:
        return True
    same = text_of_member(first.members[0]) == text_of_member(own[0].members[0])
    return (
        same and all(len(each) == 1 for each in kinds) and (kinds[0][0][0], kinds[1][0][0]) in (("<", ">"), (">", "<"))
    )


def _are_worked_out(before: list[Unit], own: list[Unit]) -> bool:
    """Whether two formulas work out values of one letter, of which one at least is a chain: "$x = 1 + 1 = 2$ or $x = 3$"."""
    if len(before) != 1 or len(own) != 1 or max(len(before[0].signs), len(own[0].signs)) < 2:
        return False
    one, other = before[0], own[0]
    closed = all(not LETTER.search(text_of_member(each)) for unit in (one, other) for each in unit.members[1:])
    equal = all(sign.kind == "=" for unit in (one, other) for sign, _, _ in unit.signs)
    same = bool(one.signs and other.signs) and spelled(one.members[0]) == spelled(other.members[0]) != ""
    return closed and equal and same


def _worked_out_beside(own: list[Unit]) -> list[Unit]:
    r"""The units of a formula; values that "or" joins in it and that are worked out, `x = 1 + 1 = 2 \text{ or } x = 3`, are told
    apart from their chains."""
    chains: list[Unit] = []
    for k, unit in enumerate(own):
        head, *others = cases = [[replace(unit, also=[])], *([each] for each in unit.also)]
        if others and all(_are_worked_out(head, each) or _is_value(each[0]) for each in others):
            own[k], *rest = [_head(each) for each in cases]
            own[k].also = rest
            chains += [chain for each in cases for chain in each[1:]]
    return own + chains


def _side_by_side(own: list[Unit]) -> list[Unit]:
    r"""The units of a formula; solutions with several letters, `x = 1, y = 2 \text{ or } x = 2, y = 1`, are told apart."""
    listed = [replace(each, also=[]) for unit in own for each in (unit, *unit.also)]
    if len(listed) < 4 or not all(map(_is_value, listed)):
        return own
    solutions: list[list[Unit]] = [[]]
    for unit in listed:
        start = unit.members[1].node.start
        led = next((each for each in unit.display.clauses if each.start <= start < each.end), None)
        if solutions[-1] and led is not None and (led.connector == "or" or OR.fullmatch(led.words)):
            solutions.append([])
        solutions[-1].append(unit)
    letters = [[spelled(unit.members[0]) for unit in solution] for solution in solutions]
    if len(solutions) < 2 or len(set(letters[0])) < 2 or any(set(each) != set(letters[0]) for each in letters):
        return own
    for k, solution in enumerate(solutions):
        for unit in solution:  # they are numbered beside the displays
            unit.solution, unit.connector = -1 - k - len(solutions) * unit.display.number, ""
    return listed


def _head(units: list[Unit]) -> Unit:
    """The first relation of a chain, which becomes a unit of its own; the rest of the chain follows it."""
    (unit,) = units
    if len(unit.signs) > 1:
        rest = replace(unit, members=unit.members[1:], signs=unit.signs[1:], connector="", words="", also=[])
        unit.members, unit.signs = unit.members[:2], unit.signs[:1]
        units.append(rest)
    return unit


def _of_pairs(displays: list[Display], found: list[list[Unit]]) -> set[int]:
    """The displays of solutions that name several letters each, "$x = 2$, $y = 4$ or $x = -1$, $y = 1$"; each of their units is
    told of which solution it is."""
    apart: set[int] = set()
    run: list[tuple[Display, Unit]] = []
    for display, own in zip([*displays, None], [*found, []], strict=True):
        value = own[0] if len(own) == 1 and _is_value(own[0]) else None
        if run and (display is None or value is None or not (AND.fullmatch(display.prose))):
            apart |= _told_apart(run)
            run = []
        if display is not None and value is not None and not display.formula.display:
            run.append((display, value))
    return apart


def _told_apart(run: list[tuple[Display, Unit]]) -> set[int]:
    solutions: list[list[Unit]] = []
    for k, (display, unit) in enumerate(run):
        if not k or OR.fullmatch(display.prose):
            solutions.append([])
        solutions[-1].append(unit)
    letters = [[spelled(unit.members[0]) for unit in solution] for solution in solutions]
    if len(solutions) < 2 or len(set(letters[0])) < 2 or any(set(each) != set(letters[0]) for each in letters):
        return set()
    for solution in solutions:
        for unit in solution:
            unit.solution = solution[0].display.number
    return {display.number for display, _ in run}


def _is_pair(unit: Unit) -> bool:
    """Whether a unit gives several letters their values: `(x, y) = (3, 4)`."""
    sides = [member.node.body if isinstance(member.node, Fence) else None for member in unit.members]
    if unit.kinds != ["="] or not all(isinstance(side, Listed) for side in sides):
        return False
    return not is_closed(unit.members[0]) and is_closed(unit.members[1])


def _is_value(unit: Unit) -> bool:
    """Whether a unit sets a letter equal to a number: `x = 2`."""
    if unit.kinds != ["="] or not spelled(unit.members[0]) or is_closed(unit.members[0]):
        return False
    return isinstance(unit.members[1].node, VALUES) and not LETTER.search(text_of_member(unit.members[1]))


def _is_printed(first: Unit, unit: Unit) -> bool:
    r"""Whether a value on a line of its own may be the digits of the one before it: `x = \sqrt{2}` and `x = 1.41`."""
    values = [text_of_member(each.members[-1]) for each in (first, unit)]
    if PRINTED.fullmatch(values[1]) is None or PRINTED.search(values[0]) is not None:
        return False
    read = [ask(lambda each=each: resolve(each.members[-1].node, Context())) for each in (first, unit)]
    digits = [
        digits_of(each.term, Point({}), 12)
        for each in read
        if isinstance(each, Reading) and isinstance(each.term, Scalar) and not each.term.free
    ]
    exact, shown = (
        Fraction(each.text) * Fraction(10) ** each.power if each else None for each in (*digits, None, None)[:2]
    )
    return exact is not None and shown is not None and abs(exact - shown) < CLOSE * abs(exact)


def _names_both(unit: Unit) -> bool:
    r"""Whether a row names two values at once, `x = \frac{1 \pm 3}{2}`: the next one that does works them out."""
    return PLUS_MINUS.search(text_of_member(unit.members[-1])) is not None


def _is_further_value(unit: Unit, display: Display) -> bool:
    """Whether a formula is a number that goes on with a list of values, "$x = 2$ or $3$", "$x = 2$ and $3$"."""
    joined = OR.fullmatch(display.prose) or (FURTHER.fullmatch(display.prose) and not VERB.match(display.after))
    return bool(joined) and not unit.signs and not unit.also and is_closed(unit.members[0])


def _is_alternative(first: Unit, unit: Unit, between: str) -> bool:
    """Whether a relation is another case: "or" joins them, or "and" two values of one letter."""
    if len(unit.signs) != 1:
        return False
    if OR.fullmatch(between):
        return True
    if AND.fullmatch(between) is not None and are_apart(first, unit):
        return True
    if MARKED.fullmatch(between) is not None and _is_pair(first) and _is_pair(unit):
        left, right = ([text_of_member(each.members[k]) for each in (first, unit)] for k in (0, 1))
        return left[0] == left[1] and right[0] != right[1]
    same = spelled(first.members[0]) == spelled(unit.members[0]) and not is_closed(first.members[0])
    if "\n" in between and (_is_printed(first, unit) or _names_both(first)):
        return False
    solve = FOUND.search(first.display.prose) is not None and unit.kinds == first.kinds == ["="]
    return same and AND.fullmatch(between) is not None and (solve or (_is_value(first) and _is_value(unit)))
