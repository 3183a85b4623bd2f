"""What "setting the gradient to zero" makes an equation: the derivative that a line has worked out, or what the line just before
comes to ("setting this to zero")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import agreement, is_absurd
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import SLOPES, alternatives, is_numbered, is_solution
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.unit import Unit, text_of_member
from symproof.readers.document.steps.stating import Stating
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import SETTING, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve.dependence import is_rate
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.values import Macro
from symproof.statement import ORDERS, Minimizer, Prop, Relation, all_of, is_equation, relation, under_each
from symproof.substitution import substitute
from symproof.term import Scalar, Term, Variable

ZEROED = re.compile(
    r"^(?P<first>.*?)\b(?:set|sets|setting|equat(?:e|es|ing))\b(?P<what>[^;:]*?)"
    r"\s*\b(?:equal )?(?<!respect )(?:to|with) (?:zero|0|(?P<zero>·))[^·;:]*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
LAST = re.compile(r"it|this|that|(?:this|the) (?:expression|result)", re.IGNORECASE)
NAMES_ZEROS = re.compile(
    r"(?<!square )(?<!cube )(?<!positive )(?<!negative )(?<!integer )(?<!rational )\b(?:zeroe?s|roots|nullstellen)\b",
    re.IGNORECASE,
)
"""Words for all places where something is 0."""
ITS_ZEROS = re.compile(r"\W*(?:its|the)\s+(?:real\s+)?(?:zeroe?s|roots)\s+are\b", re.IGNORECASE)
CRITICAL = re.compile(
    r"\b(?:critical|stationary) (?:points?|numbers?|values?)\b[^.;:·]*"
    r"(?:\b(?:is|are|at|when|where|for)\b(?:\W+(?:therefore|thus|hence|then|at|when))*|:)[\W$]*(?:·\W*(?:and|or|,)?\W*)*$",
    re.IGNORECASE,
)
"""Words before values at which a derivative is 0."""
LIKE = 0.5
"""How much alike the sides of an identity with a slip are at least."""
SLOPE = re.compile(
    r"(?P<all>these|them|both|all)|(?:the |its |this |both |these |all )*(?:first |partial |(?P<second>second ))*"
    r"(?:derivative|gradient|slope|partial)(?P<several>s?)",
    re.IGNORECASE,
)
OF = re.compile(rf"(?:{SLOPE.pattern}) of (?:the )?(?:function )?·", re.IGNORECASE)
IN = re.compile(rf"(?:{SLOPE.pattern}) (?:with respect to|w\.?\s?r\.?\s?t\.?|in|for) ·", re.IGNORECASE)
WORKS_OUT = re.compile(r"\b(differentiat\w*|tak(e|es|ing))\b", re.IGNORECASE)
"""Words for a derivative that the same sentence works out, so that none before it is meant."""
NEAR = 2
"""How many formulas apart what is set to zero may make a system."""
ZERO = re.compile(r"\\?(?:mathbf|boldsymbol|vec|bm)?\s*\{?\s*0\s*\}?")
GIVES = re.compile(r"(?<![\w\\'])(\\?[A-Za-z]+)\s*(?:\\left\s*)?\([^()=]*\)\s*:?=")
"""A function that a formula gives, by its name."""
OF_ANOTHER = re.compile(
    r"\b(other|second|third|next|another|latter)\s+(function|one|objective|loss|cost|problem)\b", re.I
)


def zeroed(display: Display, stating: Stating, heard: Sequence[Heard], steps: Sequence[Step]) -> Fact | None:
    """The equation that the words before a formula make, "setting the gradient to zero, ...", or several at once; None where it
    is not clear which line says what is set to zero."""
    known, displays = stating.known, stating.quantifiers.displays
    found = ZEROED.match(" ".join(sentence_before(display.before).split()))
    if found is None:
        return None
    if WORKS_OUT.search(found["first"]):
        return _slope_of_given(display, found["what"], stating)
    between, what = list(displays[: display.number]), " ".join(found["what"].split())
    if found["zero"] and between.pop().text.text.strip() != "0":
        return None
    named = between.pop().text.text.strip() if what.count("·") == 1 else ""
    begun = [step for step in steps if step.block == known.block and not step.links]
    several = SLOPE.fullmatch(what)
    slopes = [step for step in begun if _is_slope(step, twice=several is not None and several["second"] is not None)]
    if not what or LAST.fullmatch(what):  # "and equating to zero, ..."
        chosen = [step for step in begun[-1:] if between and step.display == between[-1].number]
    elif several is not None:
        alike = [step for step in slopes if _body(step) == _body(slopes[-1])]
        chosen = alike if several["several"] or several["all"] else slopes[-1:]
    elif IN.fullmatch(what):
        chosen = [step for step in slopes if _letter(step) == canonical_name(named)][-1:]
    else:
        chosen = [step for step in slopes if what == "·" and step.members and step.members[0][0] == named][-1:]
    if OF.fullmatch(what) or (several is not None and not slopes):
        return _slope_of_given(display, what, stating, named)
    if not chosen or any(map(_is_another_matter, heard[chosen[-1].display : display.number])):
        return None
    if _speaks_of_another(chosen[-1], display, displays):
        return None
    equations = [_equation(step, steps) for step in chosen]
    props = [each for each in equations if each is not None]
    if len(props) < len(chosen):
        return None
    whole = all_of(props)
    return known.fact(whole, "equation", chosen[-1].line, step=chosen[-1])


def _slope_of_given(display: Display, what: str, stating: Stating, named: str = "") -> Fact | None:
    """That the derivative is zero which no line works out, or the gradient, of a function that the part has given: the one that
    is `named`, or the last one; or of what a letter minimizes, there."""
    known, displays = stating.known, stating.quantifiers.displays
    slope = (OF if named else SLOPE).fullmatch(" ".join(what.split()))
    if slope is None or slope["second"] or OF_ANOTHER.search(display.prose):
        return None
    place = stating.source.place
    given = [(name, each) for each in displays[: display.number] for name in GIVES.findall(each.text.text)]
    given = [(name, each) for name, each in given if each.part == display.part and (name == named or not named)]
    made = stating.context.names.get(canonical_name(given[-1][0])) if given else None
    if isinstance(made, Macro) and isinstance(made.body, Scalar):
        body, letters, line = made.body, made.parameters, place(given[-1][1].formula.start)[0]
    else:
        least = [each for each in known.facts if isinstance(each.prop, Minimizer) and each.part == known.part]
        if given or named or not least or not isinstance(least[-1].prop, Minimizer):
            return None
        told, line = least[-1].prop, least[-1].line
        body, letters = substitute(told.body, {told.variable: told.point}), (told.point,)
    with suppress(SymproofError):
        zeros = [relation("=", _rate(body, x), 0) for x in letters]
        return known.fact(all_of(zeros), "equation", line)
    return None


def _rate(body: Scalar, letter: Term) -> Term:
    """The derivative of a term in a number, or its gradient in a vector."""
    if isinstance(letter, Variable):
        return tm.Derivative(body, letter)
    if isinstance(letter, tm.VectorVariable):
        return tm.Gradient(body, letter)
    raise SymproofError(f"{letter} is no letter in which a term is differentiated")


def _zeros_named(unit: Unit, stating: Stating, steps: Sequence[Step], known: Knowledge) -> Fact | None:
    """The equation that values solve which words call zeros: that what the line just before comes to is 0, "zeros: $x^2 - x - 6 =
    (x - 3)(x + 2)$, so $x = 3$ and $x = -2$"; None of other formulas."""
    display, last, sought = unit.display, steps[-1] if steps else None, known.equation
    bounded = next((each for each in (known.previous, sought) if each is not None and _is_order(each.prop)), None)
    if not speaks_of_zeros(display) or unit.kinds != ["="]:
        return None
    first: Step | None = None
    whole: Prop | None = None
    line = 0
    if bounded is not None and isinstance(bounded.prop, Relation):
        whole, line = Relation("=", bounded.prop.left, bounded.prop.right), bounded.line
    elif last is not None and last.block == known.block and last.display == display.number - 1:
        first = steps[last.links[0]] if last.links else last
        whole, told, line = _equation(first, steps), first.statement, first.line
        if not isinstance(told, Relation) or told.left.free != told.right.free or is_solution(told):
            return None
    elif (given := _given_just_before(display, stating)) is not None:
        whole, line = Relation("=", given, tm.ZERO), stating.source.place(display.formula.start)[0]
    fact = stating.stated(unit)
    if not is_equation(whole) or fact is None or not is_solution(fact.prop) or len(whole.free) != 1:
        return None
    (letter,) = whole.free
    named = isinstance(letter, Variable) and all(x == letter or is_numbered(x, letter) for x in fact.prop.free)
    of_another = sought is not None and is_equation(sought.prop) and letter in sought.prop.free
    if not named or of_another or _are_of_another(whole, fact.prop, [each.statement for each in steps], stating):
        return None
    return known.fact(whole, "equation", line, step=None if first is None else last)


def _is_order(prop: Prop) -> bool:
    return isinstance(prop, Relation) and prop.kind in ORDERS


def _critical_named(unit: Unit, stating: Stating, steps: Sequence[Step], known: Knowledge) -> Fact | None:
    """The equation that values solve which words call critical points: that the derivative is 0 which the part has worked out;
    None where it has several, or another equation in their letter is being solved."""
    value = stating.stated(unit) if CRITICAL.search(sentence_before(unit.display.before)) else None
    if value is None or unit.kinds != ["="] or not is_solution(value.prop):
        return None
    slopes = [each for each in steps if each.part == known.part and _is_slope(each) and _body(each) is not None]
    whole = _equation(slopes[-1], steps) if len({_body(each) for each in slopes}) == 1 else None
    sought = known.equation.prop.free if known.equation is not None else frozenset()
    if whole is None or whole.free != value.prop.free or sought & whole.free:
        return None
    return known.fact(whole, "equation", slopes[-1].line, step=slopes[-1])


def _given_just_before(display: Display, stating: Stating) -> Scalar | None:
    """The term by which the formula before gives a function of one letter, "let g(x) = x^2 - 1. Its zeros are"."""
    before = stating.quantifiers.displays[display.number - 1].text.text if display.number else ""
    found = GIVES.match(before.strip()) if ITS_ZEROS.match(display.prose) else None
    made = stating.context.names.get(canonical_name(found[1])) if found is not None else None
    return made.body if isinstance(made, Macro) and isinstance(made.body, Scalar) else None


def _are_of_another(whole: Relation, values: Prop, lines: Sequence[Prop | None], stating: Stating) -> bool:
    """Whether one of the values that are called zeros is none of a term, but of another that the text has: a function that it
    gives, or a side of a line before."""
    (letter,) = whole.free
    sides = [(letter, side) for each in lines if is_equation(each) for side in (each.left, each.right)]
    sides += [(x.parameters[0], x.body) for x in stating.context.names.values() if isinstance(x, Macro)]
    for value in (each.right for each in alternatives(values)):
        if _is_zero_at(letter, whole.left, value) and _is_zero_at(letter, whole.right, value):
            continue
        if any(side.free == {x} and _is_zero_at(x, side, value) for x, side in sides):
            return True
    return False


def _is_zero_at(letter: Term, term: Term, value: Term) -> bool:
    there = substitute(term, {letter: value})
    return isinstance(there, Scalar) and value_of(there) == 0


def speaks_of_zeros(display: Display) -> bool:
    """Whether the sentence before a formula names all zeros of something."""
    return NAMES_ZEROS.search(sentence_before(display.before)) is not None


def is_moot(display: Display, prop: Prop, *, absurd: bool) -> bool:
    """Whether a relation asks for no values of its letters: it writes a term in another form, perhaps with a slip, where words
    speak of its zeros; or nothing satisfies it, where nothing `absurd` is solved; or it works out a derivative there."""
    if not absurd and is_absurd(prop):
        return True
    if not isinstance(prop, Relation) or prop.kind != "=":
        return False
    slope = prop.left if isinstance(prop.left, SLOPES) and not absurd else None
    worked = slope is not None and slope.variable in prop.right.free and not prop.right.mentions(*SLOPES)
    if not speaks_of_zeros(display) and not worked:
        return False
    return prop.left.free == prop.right.free and agreement(prop) >= LIKE


def set_to_zero(
    unit: Unit, found_in: Sequence[Sequence[Unit]], stating: Stating, known: Knowledge
) -> tuple[Unit, Unit] | None:
    """A chain that works out a derivative and sets it to zero, `f'(x) = 2x - 4 = 0`, or a term whose zeros are named behind it,
    `x^2 - 4x = x(x - 4) = 0`, as the one and the other; None of another chain, of one of several near each other, a system, and
    where something is said of the letter, so that it may be claimed."""
    number = unit.display.number
    near = [each for found in found_in[max(number - NEAR, 0) : number + NEAR + 1] for each in found]
    if not _ends_in_zero(unit) or any(each is not unit and _ends_in_zero(each) for each in near):
        return None
    last = replace(unit, members=unit.members[-2:], signs=unit.signs[-1:], words="")
    worked, zero = (
        None if fact is None else under_each(fact.prop) for fact in (stating.stated(unit.first), stating.stated(last))
    )
    if not is_equation(worked) or not is_equation(zero):
        return None
    slope = worked.left
    letters = {slope.variable} if isinstance(slope, SLOPES) else slope.free if is_rate(slope) else frozenset()
    if not letters and len(zero.left.free) == 1 and slope.free == zero.left.free and not is_absurd(zero):
        letters = frozenset(x for x in slope.free if _is_named_behind(x, number, found_in))
    said = {letter for each in known.facts for letter in each.prop.free if each.kind != "declared"}
    if not letters & zero.left.free - said or agreement(zero) == 1:
        return None
    return replace(unit, members=unit.members[:-1], signs=unit.signs[:-1], premise=False), last


def _is_named_behind(letter: Term, number: int, found_in: Sequence[Sequence[Unit]]) -> bool:
    """Whether one of the next formulas names a value of a letter, `x = 2` or `x_1 = 2`."""
    names = (
        canonical_name(text_of_member(unit.members[0])).partition("_")[0]
        for found in found_in[number + 1 : number + 1 + NEAR]
        for unit in found
        if unit.kinds == ["="]
    )
    return isinstance(letter, Variable) and letter.name in names


def zero_behind(unit: Unit, stating: Stating, steps: Sequence[Step], known: Knowledge) -> Fact | None:
    """The equation that a row `0 = B`, or `B = 0`, goes on from, without words, behind a chain that works a derivative out to
    be A: that A is 0, of the same letters; or that values solve which words call zeros; None of another formula."""
    named = _zeros_named(unit, stating, steps, known) or _critical_named(unit, stating, steps, known)
    if named is not None:
        return named
    last = steps[-1] if steps else None
    if last is None or unit.kinds != ["="] or unit.also or unit.connector or known.equation is not None:
        return None
    display = unit.display
    rows = last.display == display.number and unit.row > 0
    if not rows and (last.display != display.number - 1 or re.search(r"\w", display.prose)):
        return None
    fact = stating.stated(unit) if any(ZERO.fullmatch(text_of_member(each)) for each in unit.members) else None
    first = steps[last.links[0]] if last.links else last
    whole = _equation(first, steps) if fact is not None and _is_slope(first) and last.block == known.block else None
    if fact is None or not isinstance(whole, Relation) or whole.free != under_each(fact.prop).free:
        return None
    return known.fact(whole, "equation", first.line, step=first)


def _ends_in_zero(unit: Unit) -> bool:
    chain = len(unit.signs) > 1 and {*unit.kinds} == {"="} and not unit.also
    return chain and ZERO.fullmatch(text_of_member(unit.members[-1])) is not None


def _is_another_matter(heard: Heard) -> bool:
    """Whether a formula gives something else that may be meant, or is not understood."""
    return bool(heard.problem) or (heard.role in ("definition", "hypothesis") and "=" in heard.latex)


def _speaks_of_another(slope: Step, display: Display, displays: Sequence[Display]) -> bool:
    """Whether between a line and the words about it, "setting its derivative to zero", the text speaks of another function:
    one that it gives and that the line does not name."""
    given = {name for each in displays[: display.number] for name in GIVES.findall(each.text.text)}
    between = displays[slope.display + 1 : display.number]
    others = [rf"(?<![A-Za-z\\]){re.escape(each)}(?![A-Za-z])" for each in given if each not in slope.latex]
    named = any(re.search(each, one.text.text) for each in others for one in between)
    return named or any(OF_ANOTHER.search(each.prose) for each in [*between, display])


def worked_out(fact: Fact, steps: Sequence[Step], known: Knowledge) -> Fact:
    """An equation for a derivative, "set f'(x) = 0", as one for what a line of the part has worked it out to be."""
    prop = fact.prop
    assert isinstance(prop, Relation)
    for step in reversed(steps):
        claim = step.statement
        if step.part == known.part and _is_slope(step) and isinstance(claim, Relation) and claim.left == prop.left:
            value = end_of_chain(step, steps)
            return fact if value is None else replace(fact, prop=Relation("=", value, prop.right), step=step)
    return fact


def _is_slope(step: Step, *, twice: bool = False) -> bool:
    """Whether a chain begins with a derivative; `twice`, with a second one."""
    claim = step.statement
    if not isinstance(claim, Relation):
        return False
    left = claim.left
    return (is_rate(left) and not twice) or (isinstance(left, SLOPES) and left.body.mentions(*SLOPES) == twice)


def _body(step: Step) -> object:
    """What a chain differentiates."""
    claim = step.statement
    return claim.left.body if isinstance(claim, Relation) and isinstance(claim.left, SLOPES) else None


def _letter(step: Step) -> str:
    """The name of the letter in which a chain differentiates."""
    claim = step.statement
    return claim.left.variable.name if isinstance(claim, Relation) and isinstance(claim.left, SLOPES) else ""


def _equation(step: Step, steps: Sequence[Step]) -> Prop | None:
    """That what a chain comes to is zero; None where that is no condition on letters, or the chain is none of equations."""
    value = end_of_chain(step, steps)
    with suppress(SymproofError):
        prop = None if value is None else relation("=", value, 0)
        return prop if prop is not None and prop.free else None
    return None


def end_of_chain(step: Step, steps: Sequence[Step]) -> Term | None:
    """What stands last in the chain of equations that begins with a step."""
    chain = [step.statement, *(each.statement for each in steps if step.number in each.links)]
    last = chain[-1]
    equal = all(map(is_equation, chain))
    return last.right if equal and isinstance(last, Relation) else None


def goes_on_from_zero(number: int, display: Display, role: str, said: Announcement) -> bool:
    """Whether a formula goes on in the sentence that sets a derivative to zero before the formula of a number: "setting both to
    zero, u = 1 and v = 2"."""
    set_equal = role == "equation" or SETTING.fullmatch(said.phrase) is not None
    return bool(number) and set_equal and 0 < display.number - number <= sentence_before(display.before).count("·")
