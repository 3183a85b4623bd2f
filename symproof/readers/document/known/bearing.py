"""On which lines words bear that say of letters what no formula says: on those about the letters of their sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import takewhile

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.properties import Property
from symproof.readers.document.finding.located import NEAR, Source, paragraph_at
from symproof.readers.document.known.eigenvalues import say_all
from symproof.readers.document.known.lasting import is_parameter, is_value
from symproof.readers.document.known.likeness import (
    ALIKE,
    agreement,
    is_linear,
    is_mostly_right,
    is_polynomial,
    is_slip,
    is_slip_of_products,
    of_a_number,
)
from symproof.readers.document.known.ties import NAMES, fixed_letters, may_speak_of, tied
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.words.adjectives import NOUNS, OF_ORDER, OF_SQUARES, OPEN, TYING
from symproof.readers.document.words.chance import APART
from symproof.readers.document.words.denied import NOTHING_SOLVES, said_to_fail
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.restricted import leaves_out
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import CONDITION
from symproof.readers.resolve.dependence import is_unknown_rate
from symproof.statement import And, Minimizer, Prop, Relation, is_equation
from symproof.term import Elementary, Function, Term, Variable
from symproof.trusted.calculus import differentiate

FORMULAS = re.compile(r"\$+([^$]+)\$+|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
GENERAL = re.compile(r"\b(all|every|any|each|throughout|always|everywhere|whole)\b", re.IGNORECASE)
"""Words that speak of more than the letters beside them."""
STOP = re.compile(r"[.!?]\W{0,3}\s+(?=[A-Z\\$*])|\n\s*\n|(?<=\n)\s*(?:[-*]|\d+\.)\s|\\item\b")
"""What stands between sentences."""
SUBJECT = re.compile(r"(?:\$([^$]+)\$|\\\((.+?)\\\))\s+(?:is|are)\s+(?:(?:also|an?|thus|then|therefore|again)\s+)*$")
WORKED = re.compile(
    r"\b(?:(?:divid|cancel|multiply|subtract|add|squar|simplify|rearrang|factor|expand|integrat)\w*ing|taking\b[^.;:]*\b(?:root|log)\w*)\b"
    r"[^.;:]{0,60}\b(?:gives?|yields?|we (?:get|obtain|have|find|see)|leads to)(?: that)?[\s$\\(\[]*$",
    re.IGNORECASE,
)
"""Words before what comes of working on a formula, "dividing by $a - b$ gives"."""
BARE = re.compile(r"\W*(?:hence|thus|therefore|consequently|so|(?:from this )?it follows)(?: that)?\W*", re.IGNORECASE)
"""Words between two formulas by which the second follows from the first, and from nothing else."""
BEHIND = 160
"""How many letters behind a formula may say of which values it holds."""
LENGTH_ONE = re.compile(r"\\(?:\||[rR]?Vert)(?:\s*_2)?(?:\s*\^2)?\s*=\s*1(?![\d/])")
r"""How a formula says what "a unit vector" says beside it: `\|q\| = 1`."""
SUPPOSES = re.compile(rf"\b({CONDITION})\b", re.IGNORECASE)


def formulas_in(said: str) -> str:
    """The formulas of a piece of text.

    >>> formulas_in("Let $A$ and $B$ commute.")
    'A B'
    """
    return " ".join(filter(None, (each for found in FORMULAS.findall(said) for each in found)))


def leaves_values_out(step: Step, display: Display, text: str) -> str:
    """The doubt of a step that its sentence says of all values but some, of which it is not read which they are."""
    assert step.statement is not None
    read = any(_is_unequal(fact.prop) and fact.prop.free & step.statement.free for fact in step.given)
    behind = STOP.split(text[display.formula.end :][:BEHIND])[0]
    sentence = f"{sentence_before(display.before)}·{FORMULAS.sub('·', behind)}"
    return "the text leaves some values out" if not read and leaves_out(sentence) else ""


def _is_unequal(prop: Prop) -> bool:
    return isinstance(prop, Relation) and prop.kind == "!="


def comes_of_given(step: Step, display: Display, text: str) -> str:
    """Whether words say that a step follows from what is supposed of its letters, so that it is no equation to be solved:
    "worked" where they say how, "dividing by $a - b$ gives ...", "led" where nothing else stands before it, "$a = b$. Hence ...".
    """
    prop = step.statement
    given = [each.prop for each in step.given if each.kind == "hypothesis"]
    told = [each for each in given if is_equation(each) and not is_value(each)]
    if prop is None or not prop.free or not any(prop.free <= each.free for each in told):
        return ""
    if WORKED.search(text[max(step.offset - NEAR, 0) : step.offset]):
        return "worked"
    return "led" if len(prop.free) > 1 and BARE.fullmatch(display.prose) else ""


def bears_on(text: str, word: str, offset: int, statement: Prop, given: Collection[Prop]) -> bool:
    """Whether a word that stands in a text before a place says something of the letters of a statement, or of letters that
    hypotheses tie to them. It does not where it is said of a letter that is defined: "P is idempotent" follows from what P is;
    nor where it can only be said of a square matrix, and there is none."""
    if word in OF_SQUARES and not any(map(_may_be_square, tied(statement.free, given))):
        return False
    if word.startswith("eigenvalue") and say_all(statement, given):
        return False
    at = text.lower().rfind(word, max(0, offset - NEAR), offset)
    if at < 0:
        return may_speak_of(formulas_in(paragraph_at(text, offset)), statement.free, given)
    stops = [found.end() for found in STOP.finditer(text, max(0, at - NEAR), at)]
    start = stops[-1] if stops else max(0, at - NEAR)
    stop = STOP.search(text, at)
    sentence = text[start : min(stop.start() if stop else len(text), at + NEAR)]
    formulas = formulas_in(sentence)
    if not formulas and NOUNS.fullmatch(word):
        return False
    if word.startswith("unit") and LENGTH_ONE.search(formulas):
        return False
    if not formulas or GENERAL.search(sentence):
        return True
    said_of = SUBJECT.search(text, start, at)
    if said_of is not None and not SUPPOSES.search(text, start, at):
        defined = {str(getattr(letter, "name", letter)) for letter in fixed_letters(given)}
        if set(NAMES.findall(said_of[1] or said_of[2])) <= defined:
            return False
    return may_speak_of(formulas, statement.free, given)


def _may_be_square(letter: Term) -> bool:
    return isinstance(letter, tm.MatrixVariable) and tm.SINGLE not in letter.shape


def lasts(said: str, letters: Collection[Term]) -> bool:
    """Whether words of a part before bear on `letters` of which this part says nothing: they speak of all, or of these."""
    formulas = formulas_in(said)
    return not formulas or bool(GENERAL.search(said)) or (bool(letters) and may_speak_of(formulas, letters, []))


def may_rest_on(word: str, statement: Prop) -> bool:
    """Whether a statement may rest on what a word says of its functions: no equation between values and gradients rests on one
    that says inequalities."""
    rational = is_equation(statement) and not statement.mentions(Elementary)
    return not (rational and OF_ORDER.fullmatch(word))


def is_kept_by(word: str, statement: Prop, before: str) -> bool:
    """Whether a word, which is not denied in the text `before`, holds near each place where it holds, and the statement is an
    equation between rational terms, which is right there only if it is so everywhere."""
    rational = is_equation(statement) and not statement.mentions(Elementary)
    return rational and word in OPEN and not re.search(rf"\b(not?|never|non)\b[\s\w-]{{0,12}}{word}", before)


SPACE = re.compile(r"[^=<>]*\\in\s*\{?\\(?:mathbb|R\b|RR\b|bR\b|Re\b)[^=<>]*")
"""A hypothesis that says of which size something is."""
DISTRIBUTED = re.compile(r"(?![^=]*(?:Mult|Cat|Dir|mult))[^=]*\\sim\b[^=]*")
"""A hypothesis that says how a random number is distributed; the parameters of some distributions add up to 1."""


def binds(latex: str, statement: Prop) -> bool:
    """Whether a hypothesis that is not understood may set an equation on the letters of a statement: not where it says of which
    size something is; nor where it says how a random number is distributed, of an equation between rational terms in its
    parameters, the same on both sides, which is right for all of them or for none."""
    if SPACE.fullmatch(latex.strip("$ ")):
        return False
    rational = is_equation(statement) and not statement.mentions(Elementary)
    numbers = all(isinstance(each, Variable) and not is_unknown_rate(each) for each in statement.free)
    alike = isinstance(statement, Relation) and statement.left.free == statement.right.free
    return not (rational and numbers and alike and DISTRIBUTED.fullmatch(latex.strip("$ ")))


def is_a_slip(statement: Prop, given: Collection[Prop], text: str, offset: int) -> bool:
    """Whether a statement is an identity with a slip, whatever a text says of its letters: one of numbers, or of matrices and
    vectors, or of means and variances where no word up to the end of its paragraph leaves out what differs."""
    kinds = (Variable, tm.MatrixVariable, tm.VectorVariable, tm.Sequence)
    if all(isinstance(each, kinds) and not is_unknown_rate(each) for each in statement.free):
        if any(not isinstance(each, Variable) for each in statement.free) and is_slip_of_products(statement, given):
            return True
    if (plain := of_a_number(statement)) is not None:
        statement = plain
    numbers = [letter for letter in statement.free if isinstance(letter, Variable) and not is_unknown_rate(letter)]
    if len(numbers) == len(statement.free):
        return (
            is_slip(statement)
            or _is_slip_of_slope(statement)
            or (isinstance(statement, And) and is_mostly_right(statement))
        )
    means = all(letter in numbers or "E[" in str(getattr(letter, "name", "")) for letter in statement.free)
    if not means or not is_slip(statement):
        return False
    start = max((found.start() for found in APART.finditer(text, 0, offset)), default=0)
    return TYING.search(text[start:offset] + paragraph_at(text, offset)) is None


def _is_slip_of_slope(statement: Prop) -> bool:
    """Whether an equation says what the derivative of a term is, which is worked out, by a term in all its letters that is much
    like it: whatever a text says of the letters, it does not tie them anew for that."""
    if not is_equation(statement) or not isinstance(statement.left, tm.Derivative):
        return False
    slope, right = statement.left, statement.right
    if not isinstance(slope.variable, Variable) or slope.variable not in right.free or right.free != slope.free:
        return False

    def worked_out(term: tm.Scalar) -> tm.Scalar:
        return differentiate(worked_out(term.body), term.variable) if isinstance(term, tm.Derivative) else term

    with suppress(SymproofError):
        return ALIKE <= agreement(Relation("=", worked_out(slope), right)) < 1
    return False


def unread_quality(statement: Prop, given: Collection[Prop], qualities: Sequence[tuple[str, int]]) -> str:
    """A word that says of the functions of a line what no hypothesis on them says; "" where there is none."""
    functions = {letter for letter in statement.free if isinstance(letter, Function)}
    said = {each.kind for each in given if isinstance(each, Property) and each.function in functions}
    said |= {"minim"} if any(isinstance(each, Minimizer) for each in (*given, statement)) else set()
    words = [word for word, _ in qualities if functions and may_rest_on(word, statement)]
    return next((each for each in words[::-1] if not any(k.split("_")[-1].startswith(each[:5]) for k in said)), "")


FIRST_TERMS = re.compile(
    r"\bfirst (two|three|four|five|six|few|\d) (non-?zero )?terms\b|\bascending powers\b|"
    r"\bup to (and including )?(the )?(terms?|order|powers?)\b|"
    r"\b(neglect|ignor)\w* (the )?(higher|terms|powers)", re.IGNORECASE,
)  # fmt: skip
"""Words of a text that asks for a beginning of a series."""

OF_SIGNS = re.compile(
    r"(?!.*\b(?:since|because|as|sides)\b).*\b(?:both|each|neither|either|one|all|factors?|numerator|denominator|brackets?)\b.*"
    r"\b(?:positive|negative|non-?negative|non-?positive|even|odd|zero|signs?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Words before a formula that make a case of it, "case 2: both factors are negative, so"."""


def unread_condition(display: Display) -> str:
    """What stands against refuting a line under a condition that is said in words; "" for nothing."""
    said_of_signs = OF_SIGNS.fullmatch(sentence_before(display.before).rpartition("·")[2])
    return "the condition of its sentence is not read" if said_of_signs else ""


WOULD_DO = r"would(?:n't| not| then| also)? (?:have|be|get|give|follow|imply|mean|yield|become|say|entail|force|lead)\b"
WOULD = re.compile(
    rf"\b{WOULD_DO}[^.;:]{{0,40}}$|(?:^|[.;!?]\W)\W*(?:(?:had|were) (?:it|this|that|we|there))\b[^.;:]{{0,80}}$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\bwould(?: then| also| now| still)? (?:be|cost|take|need|pay|earn|get|make|sell|save|spend)\b[^.;:]*$", re.I
)
"""Words before what would be counted."""
GLUED = re.compile(r"\d\$?\s*[+×·÷/]\s*\$\s*$")
"""A sign that stands before the dollar of a formula."""
LINKED = re.compile(r"=[\s&]*$")
"""A sign before a number that a chain comes to."""
WOULD_BEHIND = re.compile(rf"[\s$,)]*(?:then |this |it |that )?{WOULD_DO}", re.IGNORECASE)
"""Words before and behind a line that says what is not so."""


def taken_back(statement: Prop, text: str, start: int, end: int) -> str:
    """What stands against refuting a line that stands between two places of a text, by what this says behind it or has asked for
    before it; "" for nothing."""
    would = WOULD.search(text[max(0, start - NEAR) : start]) or WOULD_BEHIND.match(text[end:])
    numerals = _is_of_numerals(statement) and not LINKED.search(text[:start])
    if would and not statement.free and not numerals and COUNTED.search(text[max(0, start - NEAR) : start]):
        would = NOTHING_SOLVES.search(text[end:][:BEHIND])  # what is worked out is so in any case
    return (
        said_to_fail(text[end:], absurd=numerals)
        or ("the text says what would be so" if would else "")
        or (
            "what stands before its formula may be a part of it"
            if GLUED.search(text[max(0, start - 9) : start])
            else ""
        )
        or _cut_off(statement, text, start)
    )


def _is_of_numerals(statement: Prop) -> bool:
    """Whether a statement compares two numbers of which nothing is worked out, "3 = 5"."""
    sides = statement.children() if isinstance(statement, Relation) else ()
    return bool(sides) and all(isinstance(each.arg if isinstance(each, tm.Neg) else each, tm.Number) for each in sides)


def _cut_off(statement: Prop, text: str, offset: int) -> str:
    """What stands against refuting an equation between what is no polynomial and one, where a text asks for the first terms of a
    series; "" for nothing."""
    if not is_equation(statement) or len(statement.free) != 1:
        return ""
    if is_polynomial(statement.left) == is_polynomial(statement.right):
        return ""
    asked = FIRST_TERMS.search(text, max(0, offset - NEAR), offset)
    return "" if asked is None else "it may give the first terms of a series"


def under_an_equation(statement: Prop, claims: Collection[Fact], part: int, solved: Fact | None) -> str:
    """What stands against refuting that a letter is a number: an equation for it that stood in a part before, and is not the one
    that is being `solved` here."""
    if not is_value(statement):
        return ""
    before = [each for each in claims if each.kind == "equation" and each.part < part and each is not solved]
    line = next((each.line for each in before if each.prop.free & statement.free), None)
    return "" if line is None else f"line {line} gives an equation for {' and '.join(map(str, statement.free))}"


def is_spoken_of(letter: Term, given: Collection[Prop]) -> bool:
    """Whether hypotheses say something of a letter, and do not only name a sum of the members of a sequence."""
    props = [prop for prop in given if letter in prop.free]
    return bool(props) and not (isinstance(letter, tm.Sequence) and all(is_parameter(letter, prop) for prop in props))


STATES = re.compile(
    r"\W*(?:(?:then|hence|thus|so|therefore|now|also|and|but|moreover|furthermore|finally|clearly|obviously|trivially|evidently|"
    r"certainly|of course|indeed|in fact|fact|as|since|because|using|by|recall|recalling|note|notice|observe|it is|it holds|"
    r"we|one|have|has|get|gets|know|see|well|known|clear|obvious|easy|easily|to|check|seen|that|the|inequality|bound)\b\W*)+",
    re.IGNORECASE,
)
"""Words of a sentence that states a fact, and tells nothing else of what its letters are."""
TOLD = re.compile(
    r"\b(?:be|is|are|denotes?|represents?|called?)\s+(?:the|his|her|its|their|our|how)\b|\?", re.IGNORECASE
)
"""Words of a text that says more of its numbers, or asks."""


NO_MORE = re.compile(
    r"(?:[\W\d_]|\b(?:let|suppose|assume|consider|given|if|since|as|for|when|take|fix|be|is|are|an?|any|some|every|all|real|"
    r"(?:whole |natural )?numbers?|integers?|positive|negative|nonnegative|that|then|it follows|follows|hence|thus|so|therefore|"
    r"consequently|we|one|have|has|get|gets|obtain|see|find|and|with|where|in particular|clearly|obviously|"
    r"now|finally|indeed|because|note|observe|this|which|(?:gives|yields|implies|shows)|"
    r"expand(?:ing)?|rearrang(?:e|ing)|divid(?:e|ing)|multiply(?:ing)?|add(?:ing)?|subtract(?:ing)?|squar(?:e|ing)|both sides|by|"
    r"AM[-–]GM|the (?:AM[-–]GM|Cauchy[-–]Schwarz|triangle) inequality|Cauchy[-–]Schwarz|"
    r"solution|proof|example|exercise|problem|(?:prove|show) that|claim|[a-h]|[ivx]{1,4})\b)*",
    re.IGNORECASE,
)
"""Words of a text that says of its letters nothing but what its formulas say, and claims what it concludes."""
LEADS_ON = re.compile(r"\W*(?:gives|yields|implies|shows)\b", re.IGNORECASE)
"""Words behind a condition from which something follows."""
DISPLAYS = re.compile(
    r"\\begin\{((?:equation|align|gather|multline)\*?)\}.*?(?:\\end\{\1\}|\Z)|(\$\$?).*?(?:\2|\Z)|\\\(.*?(?:\\\)|\Z)|\\\[.*?(?:\\\]|\Z)",
    re.DOTALL,
)
"""Formulas with what is around them; of the last one the end may be missing."""
FARTHEST = 2_000
"""How many characters a text may have of which each word is looked at."""
COUNTS = frozenset("defgijklmnopqADGKLMNPT")
"""Letters that may be whole numbers though nobody says so: after "let k > 0" comes k >= 1."""
WHOLE = re.compile(r"\b(integers?|whole numbers?|naturals?|primes?|diophantine|divis\w+|throughout)\b", re.IGNORECASE)
"""Words before of a text in which all letters may be whole numbers, or of whose letters more may be said."""
END = re.compile(
    r"[.;!?](?=[\s$\\]|$)|\n\s*\n|,\s*(?:and\s+)?(?:so|hence|thus|therefore)\b[^$\\.;]*[.;](?=\s|$)|$", re.IGNORECASE
)
"""The end of what is said about a formula: that of its sentence, or where it goes on with what follows, without formulas."""


def says_no_more(
    step: Step, source: Source, heard: Sequence[Heard], begun: int, before: Iterable[Step], *, told: bool
) -> bool:
    """Whether from the paragraph on in which something is first said of a line's letters, by hypotheses or by the steps `before`,
    to the end of its sentence nothing else is said of them in words; nor is a formula `heard` before that about them in its part,
    which has `begun` somewhere. Words may have `told` in this part what they are."""
    assert step.statement is not None
    letters = step.statement.free
    lines = [*(fact.line for fact in step.given if fact.prop.free & letters), *(each.line for each in before)]
    whole = any(isinstance(each, Variable) and each.domain == "real" and each.name in COUNTS for each in letters)
    if source.cells or whole or min(lines, default=1) < 1 or not (lines or told):
        return False
    start = source.text.rfind("\n\n", 0, source.lines[min(lines) - 1] if lines and not told else begun) + 1
    end = END.search(source.text, step.end)
    text = source.text[start : end.start() if end is not None else None]
    if len(text) > FARTHEST or LEADS_ON.match(source.text, step.end):
        return False
    names = {re.split(r"[_\W]", str(letter))[0] for letter in letters}
    here = takewhile(lambda each: each.start >= begun, reversed(heard))
    earlier = (name.strip("\\") for each in here if each.start < start for name in _names(each.latex))
    if not names.isdisjoint(earlier) or NO_MORE.fullmatch(DISPLAYS.sub(" ", text)) is None:
        return False
    real = any(isinstance(each, Variable) and each.domain == "real" for each in letters)
    return not (real and _speaks_of_whole_numbers(source.text) < start)


@lru_cache(maxsize=8)
def _speaks_of_whole_numbers(text: str) -> int:
    """Where a text speaks of whole numbers first; its end, where it does not."""
    found = WHOLE.search(text)
    return len(text) if found is None else found.start()


def _names(latex: str) -> Iterator[str]:
    """The letters of a formula and its commands, one by one."""
    for found in re.findall(r"\\?[A-Za-z]+", latex):
        yield from (found,) if found.startswith("\\") else found


def is_stated(step: Step, display: Display, around: str) -> bool:
    """Whether nothing but words such as "clearly" or "we have" lead to an inequality in letters of which something is said: it is
    a fact. A linear one, and one with a number on a side that "we know", may say more of its letters."""
    claim = step.statement
    if (
        not step.is_concluded
        or not isinstance(claim, Relation)
        or is_linear(claim)
        or step.measured
        or TOLD.search(around)
    ):
        return False
    words = sentence_before(display.before).rpartition("·")[2]
    known = re.search(r"\bknow\b", words) is not None and not (claim.left.free and claim.right.free)
    return not known and STATES.fullmatch(words) is not None


def lines_before(step: Step, steps: Sequence[Step]) -> tuple[int, ...]:
    """The lines before a line in its part that speak of its letters, by their numbers; no goals, which are not known."""
    assert step.statement is not None
    here = takewhile(lambda each: each.part == step.part, (each for each in reversed(steps) if each is not step))
    said = ((each.number, each.statement) for each in here if each.number < step.number and each.role != "goal")
    return tuple(number for number, claim in said if claim is not None and claim.free & step.statement.free)
