"""Whether a line goes on from the one before it, or begins another matter."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from symproof.readers.document.lines.kinds import LETTERS, is_equated, is_order, is_solution, turns_of
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import OPERATES, STEP_ALONE
from symproof.readers.document.words.prose import CASE, CHOOSING, STRONG, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.statement import And, Each, Exists, Implies, Minimizer, Or, Prop, Relation, is_equation, under_each
from symproof.substitution import substitute
from symproof.term import ONE, Mul, ScalarAt, Term, Variable, VectorVariable
from symproof.term import Sequence as Family

ENDS = re.compile(r"[.;!?\n]")
"""The end of a sentence or of a paragraph before a formula."""

BESIDE = re.compile(r"\s*(,|;|,?\s*and)\s*")
"""What stands between formulas side by side."""
RESTS = re.compile(r"\s*(for|over|in|on|by|using|with)\b[^.:;]*[.:;]\s*")
"""The rest of a sentence that asks for something, "Solve · over the reals.", and nothing more."""


GIVES = re.compile(r"\W*(gives?|yields?|leads to|implies|satisf(?:y|ies))\W*", re.IGNORECASE)


ANOTHER = re.compile(
    r"\b(?:another|other|second|next|new|different)\s+(?:equation|inequality|problem|example|task)\b[^·]*(?:·[^·]{0,20})?$",
    re.IGNORECASE,
)
"""Words for another equation than the one before."""
REASON = re.compile(r"\W*(?:(?:and|but|now|then)\W+)?(since|because|as)\b[^·]{0,40}$", re.IGNORECASE)
"""How a sentence begins with a reason."""


def holding_throughout(units: Sequence[Unit], conditions: Sequence[Unit]) -> list[Unit]:
    r"""The conditions of a formula that hold in all of it, wherever they stand; but one that leads a row, where the formula
    begins with one, holds from there on: `\text{If } x = 3: \\\\ x^2 = 9 \\\\ \text{If } x = 5: \\\\ x^2 = 25`."""
    if not units or units[0] not in conditions:
        return list(conditions)
    firsts = [next(each for each in units if each.row == row) for row in {each.row: None for each in units}]
    led = [each for each in conditions if each in firsts[1:] and each is not units[-1]]
    return [each for each in conditions if each not in led]


def is_next_step(display: Display, claim: Prop, equation: Fact | None, row: Fact | None) -> bool:
    """Whether words only number the step of a solution, or tell what is done to the equation for one letter, or to the row
    before, which may be in another one, u = x^2."""
    if equation is not None and STEP_ALONE.match(display.prose):
        return True
    before = (each for each in (equation, row) if each is not None)
    lines = [each for each in before if each is equation or is_equated(each.prop) or is_order(each.prop)]
    told = len(claim.free) == 1 and any(claim.free == each.prop.free for each in lines)
    words = display.prose if display.formula.display and "\n" in display.prose else sentence_before(display.before)
    return told and not is_another(display) and any(map(OPERATES.search, (words, _words_above(display))))


def is_another(display: Display) -> bool:
    """Whether words lead to another equation than the one before, "We apply this to a second equation in $x$."."""
    return any(map(ANOTHER.search, (sentence_before(display.before), _words_above(display))))


def _words_above(display: Display) -> str:
    """The last sentence above a paragraph, or a line, that begins with a formula."""
    above = display.before if display.before.rstrip(" *_").endswith("\n") else display.led
    return sentence_before(above.rstrip(" *_.:\n"))


def gives_a_reason(display: Display) -> bool:
    """Whether a formula is the reason that a sentence begins with: "since x > 1, ..."."""
    return REASON.match(sentence_before(display.before).rpartition(",")[2]) is not None


CONSTRAINED = re.compile(
    r"[\W_]*(?:subject to|s\.\s?t\b|such that|so that|over|among|under|within|constrained|restricted|on the|in the)",
    re.IGNORECASE,
)
"""Words behind what is minimized that lead to a constraint, and those that may."""
CONDITIONED = re.compile(r"[\W_]*(?:with|where|for|if|when|provided|and)\b", re.IGNORECASE)
THAT_IS = re.compile(
    r"(?:[^·.;]*?,|\W*\()?\s*(?:that is|i\.\s?e\.?|namely|meaning|which means|in other words)(?:\s+that)?\W*",
    re.IGNORECASE,
)
BRINGS_IN = re.compile(r"\b(?:let|denote(?: by)?|write|fix|consider|take)\s*$", re.IGNORECASE)
"""Words before a letter that is brought in, and words that say what it is."""
LED_BY_A_REASON = re.compile(r"\W*(?:since|because|as)\b[^.;·]*·[^.;·:,]*[:,]\s*$", re.IGNORECASE)


def is_led_by_a_reason(display: Display) -> bool:
    """Whether a formula is what follows from a reason before it: "since x = 2 is a root, (x - 2)(x + 3) = 0"."""
    return LED_BY_A_REASON.match(sentence_before(display.before)) is not None


ONE_OF_SEVERAL = re.compile(
    r"\bthe (first|former|second|third|last|latter)( (case|equation|inequality|one|condition|alternative|possibility|part))?"
    r"( (now|then))? (gives|yields|means|implies|leads to|becomes|reads|simplifies to|is equivalent to)( us)?( that)?\W*$|"
    r"\bin the (?P<place>first|former|second|third|last|latter)( (case|alternative|possibility))?,?"
    r"( (we|you|one) (get|have|obtain|find)s?)?\W*$",
    re.IGNORECASE,
)
"""Words before what comes of one of several alternatives."""
PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}


def alternative_before(display: Display, claims: Sequence[Fact]) -> Fact | None:
    """The one of the alternatives said last, in the block of the last claim, of which words tell: "the second gives"."""
    found = ONE_OF_SEVERAL.search(sentence_before(display.before))
    whole = next((each for each in reversed(claims) if isinstance(each.prop, Or)), None) if found else None
    if found is None or whole is None or not isinstance(whole.prop, Or):
        return None
    if whole.part != claims[-1].part or (whole.block != claims[-1].block and found["place"] is None):
        return None  # a case begins a block
    place = PLACES[(found[1] or found["place"]).lower()]
    return replace(whole, prop=whole.prop.args[place]) if place < len(whole.prop.args) else None


EXPLAINED = re.compile(
    r"\s*(means|is equivalent to|(can be|is) (re)?written|gives|becomes|implies|leads to|yields|simplifies to)\b"
)
"""Words after what a paragraph begins with, that say what follows from it."""

CONTRASTED = re.compile(r"\b(whereas|while|in contrast|on the other hand),?\s*$", re.IGNORECASE)
"""Words before a formula that is set against the one before it."""


def is_explained(display: Display) -> bool:
    """Whether a paragraph or a line begins with a formula, or is set against another, and words say what it comes to."""
    begins = any(each.kind != "cell" for each in display.crossed) or not display.number or "\n" in display.prose
    begins = (begins and not re.search(r"\w", display.prose)) or CONTRASTED.search(display.prose) is not None
    return begins and bool(EXPLAINED.match(display.after))


EQUATED = re.compile(r"\bset(ting)? [\w\s]{3,40} equal\b(?! to (0|zero)\b)", re.IGNORECASE)
"""Words for two things that are the same: "set the exponents equal"."""


def is_rewritten(prop: Prop, equation: Prop, said: Announcement, words: str) -> bool:
    """Whether a step of a solution says the equation anew, "rewrite it with one base", and neither chooses nor tries anything:
    "set each factor equal to 0", "for $x = 3$", "for all $x < 3$", "case $\\sin x = 0$"."""
    equal = [is_equation(each) for each in (prop, equation)]
    if not all(equal) or is_solution(prop) or STRONG.match(said.phrase) or CASE.search(said.phrase):
        return False
    chosen = CHOOSING.search(said.phrase) and not EQUATED.search(words)
    return not chosen and bool(prop.free) and prop.free <= equation.free


FROM = re.compile(
    r"(?:[.;:\n]\s*((?:and|then|first|but|while),?\s+)?|^\W*(?:and|but|while|whereas)\s+)from\s*$", re.IGNORECASE
)
COUNTED = re.compile(
    r"[.;:\n]\W*(?:and\s+)?(?:(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|finally),?)?\s*$", re.IGNORECASE
)
GIVES_ON = re.compile(r"\s*,?\s*(?:which\s+)?(?:gives?|yields?|leads to|implies|means)\b")
WORDED = re.compile(r"[A-Za-z]{2}")


def is_started_from(display: Display) -> bool:
    """Whether a sentence starts from a formula, "from $x - 2 = 0$ we get $x = 2$", or an item, "- $x = 2$: ..."."""
    item = bool(display.crossed) and display.after.lstrip(" *_").startswith(":") and not WORDED.search(display.prose)
    counted = COUNTED.search(display.prose) is not None and GIVES_ON.match(display.after) is not None
    return item or counted or FROM.search(display.prose) is not None


def is_tried(value: Fact, display: Display) -> bool:
    """Whether a formula says what comes of a value that is tried before it: "$x = 3$ gives $y = 4$", "try $x = 3$: $3x = 9$"."""
    leads = GIVES.fullmatch(display.prose) is not None or display.prose.strip() == ":"
    return leads and isinstance(value.prop, Relation) and is_solution(value.prop)


def begins(unit: Unit) -> bool:
    """Whether a formula stands in a sentence of its own, to which no word leads from the one before."""
    display = unit.display
    return not display.said.connects and unit.connector not in IMPLICATIONS and bool(ENDS.search(display.prose))


def is_of_a_case(fact: Fact) -> bool:
    """Whether a fact holds for a while only: for one case of several."""
    return fact.local and fact.kind != "declared"


def is_worked_out(claim: Prop) -> bool:
    """Whether a chain begins with an equation whose right side is a number, `x + 3 = 2^4 = 16`: a row with its value."""
    return is_equation(claim) and bool(claim.left.free) and not claim.right.free


def are_apart(one: Prop, other: Prop) -> bool:
    """Whether two statements are congruences of one letter to different moduli, which stand beside each other."""
    if not isinstance(one, Exists) or not isinstance(other, Exists):
        return False
    (left, by), (right, of) = _congruence(one), _congruence(other)
    return isinstance(left, Variable) and left == right and by != of


def _congruence(prop: Exists) -> tuple[Term | None, Term | None]:
    """Of x = 5 k + 3 for some k, the x, and 5 k at k = 1."""
    if not isinstance(prop.body, Relation) or not isinstance(prop.body.left, Variable):
        return None, None
    products = [each for each in prop.body.right.subterms() if isinstance(each, Mul) and prop.symbol in each.args]
    return prop.body.left, (substitute(products[0], {prop.symbol: ONE}) if products else None)


def goes_on(before: Fact, step: Step, said: Announcement, *, arrow: bool = False) -> bool:
    """Whether a row may follow from the one before it: it speaks of its letters (behind an arrow also of new ones), or of one
    that a substitution ties to them; or words lead from an equation to a statement about numbers, or an arrow from one value to
    another."""
    assert step.statement is not None
    if arrow and is_solution(before.prop) and is_solution(step.statement):
        return True
    if not (arrow or said.connects) and are_apart(before.prop, step.statement):
        return False
    letters = step.statement.free
    turn = turns_of(step.statement)
    letters = letters if turn is None else letters - {turn}
    if before.prop.free & letters:
        return arrow or letters <= before.prop.free.union(*(fact.prop.free for fact in (*step.given, *step.earlier)))
    if not letters:
        equations = all(map(is_equation, (before.prop, step.statement)))
        return said.connects and equations
    return any(
        is_equation(fact.prop)
        and any(isinstance(side, Variable) for side in (fact.prop.left, fact.prop.right))
        and bool(fact.prop.free & letters and fact.prop.free & before.prop.free)
        for fact in step.given
        if all(isinstance(letter, Variable) for letter in letters | before.prop.free)
    )


SAID_OF = re.compile(
    r"\s*(?:is|are)\s+(?:an?\b(?!\s+(?:\w+\s+)?(?:solution|root|zero|m(?:in|ax)|fixed|critical|stationary))|"
    r"(?:strictly\s+)?(?:in|de)creasing\b|(?:bounded|convergent|divergent|Cauchy|monotone|convex|continuous)\b)|\s*(?:con|di)verges?\b"
)
"""Words behind a formula that say something of what it names, "show that a_n = 1/n converges"."""


def explains_a_letter(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula says what words mean by which a letter is brought in, "let · be the shift, that is ·"."""
    sentence = sentence_before(display.before)
    before = displays[display.number - sentence.count("·") : display.number]
    if not before or THAT_IS.fullmatch(sentence.rpartition("·")[2]) is None or any(each.is_relation for each in before):
        return False
    letters = [node for clause in before[0].clauses for node in clause.members]
    return BRINGS_IN.search(sentence.partition("·")[0]) is not None and all(map(is_letter, letters))


def is_constrained(display: Display, prop: Minimizer, text: str) -> bool:
    """Whether a formula, or the `text` of the document behind it, says over which values something is minimized: "subject to ·",
    or "with ·" of its letter."""
    behind = text[display.formula.end :][:100]
    letter = re.findall(r"[A-Za-z]+", str(getattr(prop.variable, "name", "")))[-1:]
    if CONSTRAINED.match(behind) or not letter:
        return True
    named = re.compile(rf"(?<![A-Za-z\\]){letter[0]}(?![A-Za-z])")
    others = [display.text.text[each.start : each.end] for each in display.clauses[1:]]
    sentence = behind.partition(".")[0] if CONDITIONED.match(behind) else ""
    return any(named.search(each) for each in (*others, sentence))


def names_a_minimizer(prop: Prop | None, seen: Collection[Term]) -> bool:
    r"""Whether a formula says of a new letter that it minimizes something, `w^* = \argmin_w f(w)`."""
    point = minimizer_in(prop)
    return isinstance(point, LETTERS) and point not in seen


def minimizer_in(prop: Prop | None) -> Term | None:
    """What a formula says to minimize something, also under a constraint; None where it says no such thing."""
    match prop:
        case Minimizer(point) | And(
            (_, Each(), Each(_, Implies(_, Relation("=", VectorVariable() | Variable(), point))))
        ):
            return point
    return None


def is_brought_in(unit: Unit, fact: Fact | None, seen: Collection[Term]) -> bool:
    """Whether a formula names a term by a new letter, or by a member of a new sequence, of which the sentence goes on to say
    something: "show that M_n = S_n^2 - n is a martingale"."""
    prop = under_each(fact.prop) if fact is not None else None
    if len(unit.signs) != 1 or unit.also or unit.display.formula.display or not isinstance(prop, Relation):
        return False
    if prop.kind != "=" or SAID_OF.match(unit.display.after) is None:
        return False
    name = prop.left.sequence if isinstance(prop.left, ScalarAt) else prop.left
    new = isinstance(name, (Variable, Family)) and name not in seen and name not in prop.right.free
    return new and bool(prop.right.free)
