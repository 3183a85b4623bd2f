"""Formulas that say where letters lie, `a, b > 0`, `x \\in [0, 1]`, and those in brackets that say it of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from symproof.readers.document.lines.kinds import (
    alternatives,
    is_changed_number,
    is_other_number,
    is_other_term,
    is_solution,
)
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import LETTER, Unit, is_closed
from symproof.readers.document.words.denied import AFTER_DENIED
from symproof.readers.document.words.letters import called, is_letter, is_listed
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import BEST
from symproof.readers.document.words.sentences import MARKUP, SENTENCE, sentence_before
from symproof.readers.notation.tree import Add, Clause, Node, Number, Quotient
from symproof.readers.resolve.names import canonical
from symproof.statement import Prop

GENERALLY = re.compile(r"\b(?:in general|generally|usually|typically|as a rule|need not)\b", re.IGNORECASE)
NEEDED = re.compile(
    r"\b(needs?|require[sd]?|must (have|be)|demand|domain|denominators?|allowed|restrict\w*)\b[^.;:]*$", re.IGNORECASE
)
"""Words before a number that a letter must not be."""
EQUAL = re.compile(r"(?<![<>!:])=(?!>)")


TOGETHER = re.compile(r"\s*,?\s*and\s*(?:at the same time\s*)?", re.IGNORECASE)
SIDE_BY_SIDE = re.compile(r"\s*(?:,|,?\s*and)\s*", re.IGNORECASE)
APART = re.compile(r"\W*;\W*(?:(?:and|or)\s*)?", re.IGNORECASE)
SOLVED = re.compile(
    r"\s*(?::|,?\s*(?:so|hence|thus|therefore|which (?:gives|yields|means)|giving)(?: that)?)\s*", re.IGNORECASE
)
LEADS_A_CASE = re.compile(
    r"\W*:\W*(?:(?:then|here|we (?:have|get)|this (?:gives|means|yields)|gives|the equation (?:is|becomes|reads))\W*)?",
    re.IGNORECASE,
)


DOUBTED = re.compile(r"\{\s*\?\s*\}")
"""What stands above a sign that asks whether it is so."""


def by_what_follows(
    unit: Unit, found: Sequence[Unit], displays: Sequence[Display], previous: Fact | None, claims: Sequence[Fact]
) -> str:
    """What a formula is by the formulas behind it: "for" or "when" of a case, "equation", "denied"; "" where they tell none."""
    display = unit.display
    if any(DOUBTED.search(sign.text) for sign, _, _ in unit.signs):
        return "denied"
    if heads_a_case(unit, displays):
        return "for"
    if len(found) == 1 and len(unit.signs) == 1 and heads_a_system(display, displays):
        return "when"
    if not display.said.role and len(found) == 1 and heads_its_solution(display, displays, previous, claims):
        return "equation"
    return "denied" if display.said.role in ("", "conclusion") and is_denied_with_next(display, displays) else ""


def heads_a_case(unit: Unit, displays: Sequence[Display]) -> bool:
    """Whether a sentence begins with where a letter lies, and a colon leads to what holds there: "$x < 0$: $-x = 3$"."""
    display, behind = unit.display, displays[unit.display.number + 1 : unit.display.number + 2]
    if (
        display.formula.display
        or not is_place(unit)
        or unit.kinds in (["in"], ["!="])
        or re.search(r"[\w·]", sentence_before(display.before))
    ):
        return False
    leads = bool(behind) and not behind[0].crossed and LEADS_A_CASE.fullmatch(behind[0].prose) is not None
    return leads and behind[0].is_relation


def heads_a_system(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula is one of two equations for the same letters with which a sentence begins, or what stands behind a
    semicolon, and that are solved there: "$a - b = 3$, $a + b = 15$: $a = 9$"."""
    number = display.number - (SIDE_BY_SIDE.fullmatch(display.prose) is not None and display.number > 0)
    first, *rest = displays[number : number + 3]
    if len(rest) < 2 or not (APART.fullmatch(first.prose) or not re.search(r"[\w·]", sentence_before(first.before))):
        return False
    if SIDE_BY_SIDE.fullmatch(rest[0].prose) is None or SOLVED.fullmatch(rest[1].prose) is None:
        return False
    one, other, value = ([*map(_letters_in, _sides_of(each))] for each in (first, *rest))
    equal = len(one) == len(other) == len(value) == 2 and not any(each.crossed for each in rest)
    whole = [set().union(*each) for each in (one, other)] if equal else []
    return equal and whole[0] == whole[1] and len(whole[0]) > 1 and len(value[0]) == 1 and not value[1]


def heads_its_solution(
    display: Display, displays: Sequence[Display], previous: Fact | None, claims: Sequence[Fact]
) -> bool:
    """Whether a sentence begins with an equation for one letter, and a colon leads to what that is: "$z^2 = 4$: $z = 2$", and
    the solution of the one before has come to an end."""
    behind = displays[display.number + 1 : display.number + 2]
    if (
        not behind
        or behind[0].crossed
        or behind[0].prose.strip() != ":"
        or re.search(r"[\w·]", sentence_before(display.before))
    ):
        return False
    since = [each for each in claims if previous is not None and each.display > previous.display]
    before = since[-1] if since else previous
    if before is not None and before.prop.free and not all(map(is_solution, alternatives(before.prop))):
        return False
    sides = [*map(_letters_in, _sides_of(display))]
    letters = set().union(*sides)
    first = [node for clause in behind[0].clauses[:1] for node in clause.members[:1]]
    named = {behind[0].text.text[node.start : node.end].strip() for node in first}
    return len(sides) == 2 and len(letters) == 1 and named == letters and display.text.text.strip()[:1] not in ("", "=")


def _sides_of(display: Display) -> list[str]:
    """The sides of a formula that is one equation."""
    clauses = display.clauses
    if display.formula.display or len(clauses) != 1 or [each.kind for each in clauses[0].relations] != ["="]:
        return []
    return [display.text.text[node.start : node.end] for node in clauses[0].members]


def _letters_in(latex: str) -> set[str]:
    return set(LETTER.findall(latex))


def is_denied_with_next(display: Display, displays: Sequence[Display]) -> bool:
    """Whether words deny what a formula says together with the next one: "$x < 0$ and $x - 4 > 0$, which is impossible"."""
    behind = displays[display.number + 1 : display.number + 2]
    if not behind or behind[0].said.role != "denied" or not (display.is_relation and behind[0].is_relation):
        return False
    return TOGETHER.fullmatch(behind[0].prose) is not None and AFTER_DENIED.search(behind[0].after[:80]) is not None


def is_place(unit: Unit) -> bool:
    r"""Whether a formula says where letters lie: `a, b > 0`, `x \in [0, 1]`, `a < b`."""
    first, *rest = [member.node for member in unit.members]
    kinds = unit.kinds
    if not is_listed(first) and not _is_number(first):
        return False
    if kinds == ["in"]:
        return True
    return (
        bool(kinds)
        and all(kind in ("<", "<=", ">", ">=", "!=") for kind in kinds)
        and all(is_listed(node) or _is_number(node) for node in rest)
    )


def _is_number(node: Node) -> bool:
    """Whether a node is a number with or without a sign, or a quotient of two."""
    node = node.terms[0][1] if isinstance(node, Add) and len(node.terms) == 1 else node
    parts = (node.top, node.bottom) if isinstance(node, Quotient) else (node,)
    return all(isinstance(each, Number) for each in parts)


def is_in_brackets(unit: Unit) -> bool:
    """Whether a formula in brackets says on which side of a number a letter lies, "divide by $T$ ($T > 0$)"."""
    display = unit.display
    within = display.prose.rstrip().endswith("(") and display.after.lstrip().startswith(")")
    return (
        within
        and unit.kinds in (["<"], ["<="], [">"], [">="], ["!="])
        and (is_letter(unit.members[0].node) and isinstance(unit.members[1].node, Number))
    )


def gives_numbers(display: Display, found: Sequence[Unit]) -> bool:
    """Whether a paragraph begins with numbers for letters and a colon, `$a = 3, b = 2$: ...`, or a sentence in it."""
    begun = MARKED.fullmatch(display.prose.rpartition("\n")[2]) is not None if display.crossed else not display.number
    apart = begun and bool(display.crossed) and not display.formula.display
    apart |= ENDED.fullmatch(display.prose) is not None and not display.crossed
    return apart and display.after.lstrip().startswith(":") and all(map(_is_a_number, found))


def puts_in_numbers(display: Display, displays: Sequence[Display]) -> bool:
    """Whether words put in numbers for several letters, "plugging in $a = 1$, $b = 2$" or "substituting $a = 1, b = 2$", or
    others than before, "also $a = 0$, $b = 5$: ...", or "at $a = 1$, $b = 2$: ..."."""
    segments = sentence_before(display.before).split("·")
    between = list(takewhile(LISTED.fullmatch, reversed(segments[1:])))
    words = segments[-1 - len(between)]
    if AGAIN.fullmatch(words) or (between and THERE.search(words)):
        first = last = display.number
        first -= len(between)
        while LISTED.fullmatch(displays[last].after) and last + 1 < len(displays):
            last += 1
        listed = [clause for each in displays[first : last + 1] for clause in each.clauses]
        if displays[last].after.lstrip().startswith(":") and all(map(_is_value, listed)):
            return True
    if not PUTS_IN.search(words):
        return False
    further = 2 if LISTED.fullmatch(display.after) else 1
    beside = displays[display.number - len(between) : display.number + further]
    clauses = [clause for each in beside[: len(between) + 1] for clause in each.clauses]
    after = [clause for each in beside[len(between) + 1 :] for clause in each.clauses]
    return all(map(_is_value, clauses)) and len(clauses) + len([each for each in after if _is_value(each)]) > 1


def lists_numbers(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a paragraph begins with a name and numbers for letters, "Right triangle: $a = 3$, $b = 4$, so ...", or "Example.
    $a = 3$. ...": they are those of this paragraph."""
    words, *between = MARKUP.sub(" ", display.before).split("·")
    named = HEADED.fullmatch(words)
    if named is None or not all(map(LISTED.fullmatch, between)) or not all(map(_is_value, display.clauses)):
        return False
    beside = displays[display.number - len(between) : display.number + 2]
    beside = [each for each in beside if each.paragraph == display.paragraph]
    values = [clause for each in beside for clause in each.clauses if _is_value(clause)]
    return len(values) > 1 or OF_ONE_KIND.search(words) is not None


def _is_value(clause: Clause) -> bool:
    kinds = clause.kinds
    return kinds == ["="] and is_letter(clause.members[0]) and _is_number(clause.members[1])


def is_chosen_anew(
    display: Display, prop: Prop, facts: Sequence[Fact], claims: Sequence[Fact], displays: Sequence[Display]
) -> bool:
    """Whether a formula gives a letter a number that has another one, as words say, or as it goes on from that; or gives it what
    it is for another head than that of its sentence before."""
    said = BEST.search(display.before)
    if said is None and display.said.connects:
        return False
    told = [*facts, *(claims if said and said[1].lower()[:4] in ("need", "requ") else ())]
    other = is_other_number if said or lists_numbers(display, displays) else is_changed_number
    return any(
        other(prop, each.prop) or (is_other_term(prop, each.prop) and is_of_another_head(display, each, displays))
        for each in told
    )


def is_of_another_head(display: Display, fact: Fact, displays: Sequence[Display]) -> bool:
    """Whether the sentence of a formula begins with another letter behind the same word as that of a hypothesis, and a colon: "in
    the direction $y$: ..." after "differentiating in the direction $x$: ..."."""
    sentence = max(fact.sentence, fact.brought_in)
    heads = [displays[display.sentence], displays[sentence]] if sentence >= 0 else []
    words = [sentence_before(each.before) for each in heads if each.after.lstrip().startswith(":")]
    kinds = [found[1].lower() for each in words if (found := HEAD.search(each))]
    return len(kinds) == 2 and kinds[0] == kinds[1] and len({each.text.text for each in heads}) == 2


HEAD = re.compile(r"\b(?!(?:is|are|get|have|has|find|that|so|then)\b)(\w+)\s*$")
"""The word before the first formula of a sentence."""
MARKED = re.compile(r"\W*(?:(?:\(?\w{1,3}\)|[A-Z]{1,3}[.:]|\w{1,2}[.:])\W*)?")
"""What stands in the line before a formula with which a paragraph begins: nothing, or a mark, "(i)", "IA:"."""
ENDED = re.compile(r"\s*\.\s+")
"""What stands before a sentence that begins with a formula, behind another one."""
PUTS_IN = re.compile(
    r"\b(plug(ging)?|substitut(e|ing)|insert(ing)?|put(ting)?|evaluat(e|ed|ing))\b( in| at)?( (the )?(values?|numbers?))?\W*$|"
    r"^\W*((with|for) )?((the|these) )?((numerical|input|concrete) (values|numbers)|numbers|data|inputs)\s*:\W*$",
    re.I,
)
"""Words before numbers that are put in for letters, also a label, "Numbers:"."""
AGAIN = re.compile(
    r"\W*((also|or|again|similarly|likewise|alternatively|another (example|instance|choice|pair|possibility)( is)?)\W*)+",
    re.I,
)
"""Words before numbers that are others for the same letters."""
HEADED = re.compile(
    r"[\W\d]*(?!(?:so|thus|hence|then|therefore|solution|answer|result)\b)(?:[\w'’-]+\s+){0,4}[\w'’-]+\s*[:.]\W*",
    re.IGNORECASE,
)
"""Words with which a paragraph begins that name what it is about."""
OF_ONE_KIND = re.compile(r"\b(?:examples?|instance|case|check|test|variant|exercise|problem|special)\b", re.I)
THERE = re.compile(r"\b(at|for|with|when|where)\s*$", re.I)
"""Words before the first of several numbers at which something is taken, "at $a = 1$, $b = 2$: ..."."""
LISTED = re.compile(r"\s*(,|,?\s*and)\s*")


def _is_a_number(unit: Unit) -> bool:
    letter = is_letter(unit.members[0].node) and unit.kinds == ["="]
    return letter and _is_number(unit.members[1].node)


def is_given_at_others(display: Display, call: tuple[Node, tuple[Node, ...]], displays: Sequence[Display]) -> bool:
    """Whether the paragraph of a hypothesis supposes of other letters, too, what a function is at them."""
    beside = [each for each in displays if each.paragraph == display.paragraph and each.said.role == "hypothesis"]
    clauses = [clause for each in beside for clause in each.clauses]
    heads = [clause.members[0] for clause in clauses if clause.kinds == ["="]]
    calls = [found for found in map(called, heads) if found is not None and canonical(found[0]) == canonical(call[0])]
    return display in beside and len({tuple(map(canonical, arguments)) for _, arguments in calls}) > 1


def of_unequal(unit: Unit, role: str, before: Display) -> str:
    """The role of "A != B": of numbers, "but 6 is not 2", a claim; "in general", it only says that A = B is no identity; what a
    letter must not be, also behind an equation `before` and a comma, is supposed."""
    if role == "denied" and all(map(is_closed, unit.members)):
        return "conclusion"
    own, after = sentence_before(unit.display.before).rpartition("·")[2], SENTENCE.split(unit.display.after)[0]
    general = GENERALLY.search(own) or GENERALLY.match(after.lstrip(" ,("))
    placed = is_letter(unit.members[0].node) and is_closed(unit.members[1])
    needed = role in ("", "conclusion") and NEEDED.search(sentence_before(unit.display.before))
    if placed and (
        needed
        or (
            role in ("", "conclusion", "equation")
            and (unit.display.prose.strip() == "," and EQUAL.search(before.text.text))
        )
    ):
        return "hypothesis"  # "we need $x \\neq 2$ and $x \\neq 3$", for a denominator
    return "denied" if general and role in ("", "conclusion") and not all(map(is_closed, unit.members)) else role
