"""What ends with an exercise of a list: conditions, and what was put for the unknown of its equation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from symproof.readers.document.finding.items import Break
from symproof.readers.document.known.lasting import are_letters, defines, is_value
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import SOLUTION
from symproof.statement import Relation, is_equation

NAMED = re.compile(
    r"\b(an?|no|only|the|real|one|two|every|each)\s+(\w+\s+)?solutions?\b|\bsolutions?\s+(is|are|sets?|of|to)\b",
    re.IGNORECASE,
)
"""Words that speak of what solves an equation, and begin no solution of an exercise."""
SEVERAL = re.compile(r"\bsolutions\b", re.IGNORECASE)
"""The heading of solutions to several exercises, whose items do not go on from each other."""

STEP_OF = re.compile(r"\W*step\s*\(?\d", re.IGNORECASE)
"""How a heading begins that is a step of a solution: what stands below it goes on from what stands above."""
CONCLUDES = re.compile(
    r"\W*(?:\d+[.)]\W*)?(?:(?:the\s+)?final\s+(?:answer|result|solution)s?|conclusion|check(?:ing)?(?:\s+(?:the\s+)?(?:answer|solution|root)s?)?|"
    r"verif(?:y|ication)(?:\s+(?:the\s+)?(?:answer|solution)s?)?|answer|result)\W*",
    re.IGNORECASE,
)
"""The heading of what ends the solution of an equation that stands above."""
ANSWER = re.compile(
    r"\W*((worked|sample|full|detailed|step-by-step|our|my) )?(solution|answer|workings?|steps?)\W*", re.IGNORECASE
)
"""The heading of the solution of what has just been asked: lines go on from there."""


SOLVED_FOR = re.compile(
    r"\b(?:step\s*\(?\d+|now|then|next|finally|we|to)\b\W*(?:\w+\s+)?solv(?:e|ing)\s+(?:\w+\s+){0,3}for\s*$",
    re.IGNORECASE,
)
STEPWISE = re.compile(
    r"(?:^|\n)[\W\d]*(?:(?:then|now|next|finally|first)\W+(?:we\s+)?)?(?:(?:distribute|collect|combine|isolate|move|subtract|add|divide|"
    r"multiply|cross-?\s?multiply|take|square|cancel|clear|undo|exponentiate|rearrange|regroup|transpose|substitute|apply)|"
    r"(?P<asked>expand|factor|simplify|rewrite|write|complete)|(?P<put>let|put|set))\b[^.;\n]*$",
    re.IGNORECASE,
)
"""How an item begins that tells what is done to the equation in the item before; some words also begin an exercise."""
TASKED = re.compile(r"(?:^|\n)[\W\d]*(?:\w[.)]\W*)?(?:solve|find|determine)\b", re.IGNORECASE)
"""How an item begins that is an exercise."""


def goes_on(heading: str, *, solved: bool) -> bool:
    """Whether a heading begins no other matter: it is a step, or the end of the solution of what is to be `solved`."""
    return bool(STEP_OF.match(heading) or (solved and CONCLUDES.fullmatch(heading)))


def is_stepwise(display: Display, equation: Fact, row: Fact | None) -> bool:
    """Whether the words of an item tell what is done to the equation in the item before, or to the `row` that has come of it;
    what is solved ends with its item."""
    found = STEPWISE.search(display.prose)
    if found is None or row is None or is_solution(row.prop) or (found["asked"] and row is equation):
        return False
    if not found["put"]:
        return True
    name, _, meant = display.text.text.strip().partition("=")
    letters = {str(letter) for letter in equation.prop.free}
    return (
        name.strip().isalpha()
        and name.strip() not in letters
        and not letters.isdisjoint(re.findall(r"[A-Za-z]+", meant))
    )


def is_solved_for(display: Display, equation: Fact | None) -> bool:
    """Whether words say that it is now solved for a letter of the equation before: "Step 2: solve for $x$"."""
    if equation is None or SOLVED_FOR.search(display.prose) is None:
        return False
    return display.text.text.strip() in {str(letter) for letter in equation.prop.free}


def begins_later(item: Break, depth: int, last: str) -> bool:
    """Whether a list begins, inside of another or none, with a number that neither is 1 nor comes next: it goes on from exercises
    that are numbered otherwise, and holds no steps of a solution."""
    listed = item.kind == "item" and item.level > depth and item.name.isdigit() and int(item.name) > 1
    return listed and last != str(int(item.name) - 1)


def begins_solution(display: Display) -> bool:
    """Whether words before a formula begin a solution, whose items go on from each other; not where "solutions: $x = 2$" names
    what solves an equation, or "Solutions" stands above those of several exercises."""
    words = SEVERAL.sub(" ", NAMED.sub(" ", display.prose))
    return SOLUTION.search(words) is not None


def past_their_item(facts: Iterable[Fact], claims: Iterable[Fact], item: int) -> list[Fact]:
    """What is supposed in an item and ends with it: what says of no letter what it is, or says it by the unknown of an equation
    that is solved there, "put $u = 3^x$"; values that no "let" gives, "for $x = 2$"; and what says by one of these letters what
    another is: without a = e^x, b = a + 1 would make b a letter that nothing ties to x."""
    unknown = {x for each in claims if each.item == item and _is_to_be_solved(each) for x in each.prop.free}
    here = [each for each in facts if each.item == item]
    ended = [
        x
        for x in here
        if (is_value(x.prop) and not x.named and (x.brought or x.kind == "hypothesis"))
        or (
            x.kind == "hypothesis"
            and (not defines(x.prop) or are_letters(x.prop) or not x.prop.free.isdisjoint(unknown))
        )
    ]
    gone = {x.prop.left for x in ended if isinstance(x.prop, Relation) and defines(x.prop) and not is_value(x.prop)}
    for x in here:  # in the order in which they are said
        if (
            x not in ended
            and isinstance(x.prop, Relation)
            and defines(x.prop)
            and not x.prop.right.free.isdisjoint(gone)
        ):
            ended.append(x)
            gone.add(x.prop.left)
    return ended


def _is_to_be_solved(fact: Fact) -> bool:
    """Whether an equation in one letter, that ends no chain, is to be solved, or may be, as it is meant for no other values."""
    if fact.step is not None and fact.step.links:  # df/dx = y = 1 works out a value
        return False
    in_one_letter = is_equation(fact.prop) and len(fact.prop.free) == 1
    return in_one_letter and (fact.kind == "equation" or (fact.step is not None and fact.step.refutable != ""))
