"""What a claim is given: what lasts to it, less what holds for some values of its letters, or in one of several cases."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from symproof.readers.document.finding.located import Source, paragraph_at
from symproof.readers.document.finding.spoken import RELATION
from symproof.readers.document.known.lasting import (
    OF_LETTERS,
    beyond_an_induction,
    defines,
    is_value,
    without_values,
)
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.document.words.supposing import OF_ANY
from symproof.statement import Each, Implies, Prop, Relation, is_equation
from symproof.term import Apply, Scalar, Term

AHEAD = re.compile(
    rf"\b{OF_ANY}[^$.;:]{{0,30}}((?:\$[^$]{{1,40}}\$[\s,]*(?:and\s+)?)+)[^$.;:]*(?:\$[^$]*\$[^$.;:]*)*\$*$",
    re.IGNORECASE,
)
"""For which letters something holds, as the text before it says."""
FURTHER = re.compile(
    r"\$?((?:\s*(?:,|and|,\s*and)\s+\$(?:(?!\\(?:leq?|geq?|neq?|in)\b)[^$=<>]){1,40}\$(?![^$.;:,]*\$))+)", re.IGNORECASE
)
"""More letters behind "for all $x$": "and $y$"."""
OF_SUCH = r"for (?:all |any |every |each )?(?:such|these|those)(?: an?)?(?: \w+)?"
GIVES_REASON = re.compile(r"\b(?:because|since)\b", re.IGNORECASE)
"""What stands before a condition behind a formula, so that what goes on from there is a reason."""
SUCH_BEHIND = re.compile(rf"\W*{OF_SUCH}\W*", re.IGNORECASE)
SUCH = re.compile(rf"\b{OF_SUCH}\s*·", re.IGNORECASE)
"""Words behind a claim, and before one, by which it is said of those values alone of which something was."""
IN_GENERAL = re.compile(
    r"^\W*(?:but |so |hence |thus |therefore )?(?:in general|in the general case|in full generality|(?:more )?generally)\b[^·]*$",
    re.IGNORECASE,
)
"""How a sentence begins that says something of more than an example."""
CONCLUDES = re.compile(
    r"\W*(?:therefore|hence|thus|so|consequently|in conclusion|we conclude|to conclude|in total|it follows|overall|in summary|"
    r"finally|this (?:proves|shows|completes)|we have (?:shown|proved|proven))\b",
    re.IGNORECASE,
)
"""How a paragraph begins that concludes something from all that stands before it."""


def given_to(step: Step, facts: Iterable[Fact], display: Display, text: str, steps: Sequence[Step]) -> tuple[Fact, ...]:
    """What a claim is given; without `steps` before it, it is about an integral without bounds."""
    assert step.statement is not None
    named = _named_ahead(display, text)
    facts = [each for each in facts if not each.of_some or named.isdisjoint(map(str, each.prop.free))]
    if IN_GENERAL.search(SENTENCE.split(display.before)[-1]):  # what x was before is no more than an example
        told = [each for each in facts if each.kind == "hypothesis" or each.brought == "given"]
        values = [each for each in told if is_value(each.prop) and is_solution(each.prop)]
        facts = [each for each in facts if each not in values]
    if SENTENCE.search(display.prose) and any(each.brief and each.prop == step.statement for each in facts):
        facts = [each for each in facts if not each.brief]  # "if x = 2, then ... Hence x = 2" is said of every x
    held = beyond_an_induction(facts, step.statement, display, text)
    held = tuple(each for each in facts if each in held or _gives_values(each))
    return beyond_cases(step, held, steps) if steps else without_values(held, step.statement)


def of_such(claim: Prop, facts: Iterable[Fact], display: Display) -> list[Prop]:
    """For which values of its letters a claim is said "for such x": those of which the facts before it say something."""
    behind = display.after.partition("·")[0]
    if not SUCH.search(SENTENCE.split(display.before)[-1]) and not SUCH_BEHIND.fullmatch(behind):
        return []
    said: list[Prop] = []
    for fact in facts:
        match fact.prop:
            case Each(symbol, Implies(where, _), None, None) if symbol in claim.free:
                said.append(where)
            case Each(symbol, _, low, high) if symbol in claim.free and isinstance(symbol, Scalar):
                ends = ((">=", low), ("<=", high))
                said += [Relation(kind, symbol, end) for kind, end in ends if end is not None]
    return said


def _gives_values(fact: Fact) -> bool:
    """Whether a fact is chosen to say what a function is, "for integers k put h(k) = k^2": no one supposes it of one k."""
    return fact.named and not fact.of_some and is_equation(fact.prop) and isinstance(fact.prop.left, Apply)


def letters_of_all(display: Display, text: str) -> frozenset[str]:
    """The names of the letters for all values of which a formula is said, by the words before and behind it."""
    behind = OF_LETTERS.match(text[display.formula.end :][:80])
    names = _named_ahead(display, text) | _names_in(behind[1] if behind else "")
    further = FURTHER.match(text[display.formula.end + behind.end() :][:80]) if behind else None
    return frozenset(names.union(*(map(_names_in, further[1].split("$")[1::2] if further else ()))))


def _named_ahead(display: Display, text: str) -> set[str]:
    ahead = AHEAD.search(text[max(display.formula.start - 200, 0) : display.formula.start])
    return {name for part in (ahead[1].split("$")[1::2] if ahead else ()) for name in _names_in(part)}


def _names_in(latex: str) -> set[str]:
    return {name.lstrip("\\") for name in NAMES.findall(RELATION.split(latex)[0])}


def beyond_cases(step: Step, facts: Sequence[Fact], steps: Sequence[Step]) -> tuple[Fact, ...]:
    """What a claim is given that says again what was said in each of several cases: what makes none of these, as it is said of
    all. The steps of the cases are noted."""
    supposed = [fact for fact in facts if _is_of_a_case(fact)]
    same = [each for each in steps if each.part == step.part and each.statement == step.statement] if supposed else []
    same = [each for each in same if each is not step and each.role != "goal"]
    own = [each for each in same if all(fact in each.given for fact in supposed)]
    letters = {letter for fact in supposed for letter in fact.prop.free}
    others = [
        each for each in same if each not in own and any(_is_another(fact, facts, letters) for fact in each.given)
    ]
    if not own or not others:
        return tuple(facts)
    step.cases = (*others, own[-1])
    return tuple(fact for fact in facts if fact not in supposed or all(fact in each.given for each in others))


def of_the_last_case(step: Step, steps: Sequence[Step], source: Source, display: Display) -> tuple[Fact, ...]:
    """What makes the last of several cases, where a paragraph after it begins with "therefore": it concludes from all; and what
    was supposed with "if", where "hence" leads to what was just said under it."""
    brief = [fact for fact in step.given if fact.brief]
    same = [one for one in steps if one is not step and one.statement == step.statement and one.role != "goal"]
    if (
        brief
        and not step.universal
        and (CONCLUDES.match(display.prose.lstrip(" .;\n")) or display.prose.strip() == ".")
        and any({*brief} <= {*one.given} for one in same)
    ):
        return tuple(brief)
    own = [fact for fact in step.given if fact.case]
    if not own or not any(
        each.case and each not in own and each.part == own[0].part for one in steps for each in one.given
    ):
        return ()
    paragraph = paragraph_at(source.text, step.offset)
    line, _ = source.place(source.text.rfind(paragraph, 0, step.offset + len(paragraph)))
    return tuple(fact for fact in own if fact.line < line) if CONCLUDES.match(paragraph) else ()


def _is_of_a_case(fact: Fact) -> bool:
    return fact.kind == "hypothesis" and fact.local and not defines(fact.prop)


def _is_another(fact: Fact, facts: Sequence[Fact], letters: Collection[Term]) -> bool:
    """Whether a fact makes another case: it holds no more, and speaks of the letters of this one."""
    return _is_of_a_case(fact) and fact not in facts and not fact.prop.free.isdisjoint(letters)


def gives_reason(unit: Unit) -> bool:
    """Whether a formula is the reason for what stands before it, "this holds since $a \\le C$": that ends no condition."""
    return GIVES_REASON.match(unit.display.said.phrase) is not None


def as_reasons(units: Sequence[Unit], behind: list[Fact]) -> list[Fact]:
    """What is said behind a formula, in several units: after "because with r = |d|" no more conditions, but reasons."""
    for fact in behind[1:] if units and GIVES_REASON.search(units[0].display.prose) else ():
        fact.kind = "reason"
    return behind
