"""How long what is said of a letter holds: what it is by a definition, what retells it, what ends for the time being."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from symproof.engines.integers.induct import growing
from symproof.readers.document.known.recurrences import members_of, recurrence, running
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.lines.kinds import LETTERS, exclude_each_other, is_bound
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.existing import is_said_to_exist
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import BRIEF, CHOOSING, HERE, LOCAL, SUPPOSED, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import (
    CONTRARY,
    CONVERSELY,
    ENDS_LOCAL,
    FOR_NOW,
    NOT_YET,
    OF_ANY,
    STEP_OF_INDUCTION,
    STILL,
    reaches_a_contradiction,
)
from symproof.readers.resolve.dependence import is_unknown_rate
from symproof.statement import And, Implies, Prop, Relation, is_equation
from symproof.term import (
    ONE,
    ZERO,
    Derivative,
    Div,
    Neg,
    Number,
    ScalarAt,
    Sum,
    Term,
    Variable,
    VectorAt,
    is_integer,
    is_integer_letter,
)
from symproof.term import Sequence as Family
from symproof.trusted.defined import definedness

FULL_STOP = re.compile(r"[.!?][\s*_]+(?:\(\w\)[\s*_]*)?[A-Z]")
SETS = re.compile(r"(set|put|write)\b", re.IGNORECASE)
BY_INDUCTION = re.compile(
    r"\b(?:by (?:the principle of )?(?:(?:mathematical|complete|strong) )?induction|in general)\b[^.]*$", re.IGNORECASE
)
TO_PROVE = re.compile(r"\W*(\w{1,3}[.)]\W*)?((please|now|first|next)\W+)?(prove|show)\b", re.IGNORECASE)
WHEN = r"\s(for|when|whenever|as soon as|once|(if and )?only if|iff|exactly when|precisely when)\s*$"
VERBAL = re.compile(
    r"^\W*(?!(show|prove|find|solve|compute|determine|verify|check|give|state|use|note|recall)\b)"
    r"(?!.*\b(we|us|consider|with|where|let|assum\w*|suppos\w*)\b)"
    rf"((the|this|that|it|such an?|an?|our|its)\b|[^·:]*\b(is|are|was|were|can|holds?|fails?|works?|\w+ed)\b)[^·:]*{WHEN}",
    re.IGNORECASE,
)
"""How a sentence goes up to the condition of something that only words claim: "the series converges for $x > 1$"."""
BOTH = re.compile(
    rf"·\s*,?\s*(?:and|but|which|that|it)\s+(?:(?:is|strictly)\s+)*\w+(?:{WHEN}|\s+at\s*$)", re.IGNORECASE
)
"""The same behind a formula, "negative for $x < 0$ and positive for $x > 0$", "which vanishes at $x = a$"."""
EQUALITY = re.compile(rf"\b(in)?equality\b[^·:\])]*({WHEN}|\sif\s*$)", re.IGNORECASE)
"""How a sentence goes up to what the two sides of an inequality are equal under: nothing goes on from that."""
DISMISSED = re.compile(
    r"\W*(then )?((there is )?nothing|(we|you) are (done|finished)|(it|this|that|the \w+) is "
    r"(trivial|clear|obvious|immediate|easy))\b",
    re.IGNORECASE,
)
"""Words that have done with a case: "if $x = 0$, there is nothing to show"."""
SENTENCE_ENDS = re.compile(r"(?<!\.[a-z])[.!?](\s|$)")
GENERALITY = re.compile(r"\b(w\W?l\W?o\W?g|loss of generality|by (symmetry|scaling|homogeneity))\b", re.IGNORECASE)
OF_ALL = re.compile(rf"[^\w.!?]*{OF_ANY}", re.IGNORECASE)
ALWAYS = re.compile(
    r"[^\w.!?;:]*(always|in general|without exception|whatever|regardless|in (any|every|each|all|both|either) cases?)\b",
    re.I,
)
IN_GENERAL = re.compile(
    r"\b(always|in general|more generally|without (the|this|that|any) (assumption|condition|restriction|hypothesis))\b[^.:;]*$|"
    r"\bthe general (case|statement|result|formula|claim)\b[^.;]*$",
    re.IGNORECASE,
)
"""Words behind a claim, and before one, by which it holds for all values, not under what was supposed for a while."""
THEN = re.compile(r"\bthen\W*$", re.IGNORECASE)
"""Before what follows from a supposition, always."""
OF_LETTERS = re.compile(rf"[^\w.!?]*{OF_ANY}[^$\\.]{{0,30}}(?:\$+|\\\()([^$]{{1,40}})", re.IGNORECASE)
"""For which letters something holds, as the text behind it says."""


def defines(prop: Prop) -> bool:
    """Whether a hypothesis says what a letter is: u = 3."""
    if not is_equation(prop):
        return False
    return isinstance(prop.left, LETTERS) and prop.left not in prop.right.free


def names_part(prop: Prop, whole: Prop, seen: Collection[Term]) -> bool:
    r"""Whether a statement behind another says what a new letter in that is: `a = \frac{g^T g}{g^T Q g}, \quad g = Qx - b`."""
    if not isinstance(prop, Relation) or not defines(prop) or prop.left in seen:
        return False
    return prop.left in whole.free and bool(prop.right.free - whole.free)


def are_letters(prop: Prop) -> bool:
    """Whether two letters are said to be the same, u = v: a case, and no name for something."""
    return isinstance(prop, Relation) and isinstance(prop.left, LETTERS) and isinstance(prop.right, LETTERS)


def is_value(prop: Prop) -> bool:
    """Whether a hypothesis gives a letter a value: u = 3, and not u = v."""
    return defines(prop) and isinstance(prop, Relation) and not prop.right.free


def _is_met_at_values(prop: Prop) -> bool:
    """Whether an equation in one letter holds for some values of it: u = 3, u - 3 = 0."""
    return is_equation(prop) and len(prop.free) == 1 and not prop.right.free


def without_values(facts: Iterable[Fact], claim: Prop) -> tuple[Fact, ...]:
    """What a claim about an integral without bounds is given: not the values that were put in for its letter, "for x = 2"."""
    letters = {each.variable for each in claim.subterms() if isinstance(each, Derivative)}
    return tuple(each for each in facts if not (each.local and is_value(each.prop) and each.prop.free <= letters))


def beyond_an_induction(facts: Iterable[Fact], claim: Prop, display: Display, text: str) -> tuple[Fact, ...]:
    """What a claim is given; where words make it the end of an induction, "hence ... for all n", not what n is at its beginning,
    n = 1, nor what is supposed of one n in its step. "For all x" is not said under "if x > 1" either, where the `text` behind it
    names no other letter, and what is said by cases not under the opposite of one of them."""
    cases = [each.left for each in claim.subterms() if isinstance(each, Implies)] if isinstance(claim, And) else []
    facts = [fact for fact in facts if not any(_is_opposite(fact, case) for case in cases)]
    always = ALWAYS.match(display.after) is not None and not THEN.search(display.before)
    every = always or IN_GENERAL.search(display.before) is not None or OF_ALL.match(display.after) is not None
    if not every and not BY_INDUCTION.search(display.before):
        return tuple(facts)
    numbers = {letter for letter in claim.free if is_integer_letter(letter)}
    left = claim.left if isinstance(claim, Relation) else None
    found = OF_LETTERS.match(text[display.formula.end :][:80])
    named = {name.lstrip("\\") for name in NAMES.findall(found[1])} if found else set()
    every &= not named or any(str(getattr(letter, "name", letter)) in named for letter in claim.free)
    return tuple(
        fact
        for fact in facts
        if fact.kind == "declared" or not (_is_of_one(fact, numbers, left) or (every and _is_of_some(fact, claim)))
    )


def _is_of_some(fact: Fact, claim: Prop) -> bool:
    """Whether a fact holds for some of the values for all of which something is claimed."""
    return (fact.local and fact.prop.free == claim.free) or (fact.of_some and fact.prop.free <= claim.free)


def _is_of_one(fact: Fact, numbers: Collection[Term], left: Term | None) -> bool:
    """Whether a fact says what an integer is, or what is to be shown for it."""
    if not isinstance(fact.prop, Relation) or not fact.prop.free.intersection(numbers):
        return False
    return is_value(fact.prop) or (fact.kind == "hypothesis" and fact.prop.left == left)


def begun_with(facts: Iterable[Fact], new: Fact) -> list[Fact]:
    """The values of integers at which an induction began and that end where its step does, "suppose ... for some n": what is
    supposed of n alone, or grows with n after something was claimed for n = 0 or 1, is said of another n."""
    if new.kind != "hypothesis" or is_value(new.prop):
        return []
    found = []
    for fact in facts:
        if fact.kind != "hypothesis" or not _is_whole(fact.prop) or not isinstance(fact.prop, Relation):
            continue
        n, value = fact.prop.left, fact.prop.right
        grows = n in growing(new.prop) and value in (ZERO, ONE) and fact.after < new.after
        if grows or new.prop.free == {n}:
            found.append(fact)
    return for_good(found)


def for_good(facts: list[Fact]) -> list[Fact]:
    """Facts that end and do not come back to mind."""
    for fact in facts:
        fact.local = True
    return facts


SET_IN_CODE = re.compile(r"`(?:[^`\n]*[(,]\s*)?([A-Za-z]\w*)\s*=\s*[^=`\n]+`")
LABELLED = re.compile(
    r"\n\s*(?:\*\*|__|\\textbf\{|\\paragraph\{)(?!proof|solution|remark|note|step|check)[^*_}\n]{2,60}(?:\*\*|__|\})",
    re.IGNORECASE,
)
"""How a paragraph begins that has a name of its own."""


def ended_by(facts: Iterable[Fact], display: Display, kinds: Collection[str], depth: int) -> list[Fact]:
    """The facts that end with words, and with the items, at a `depth`, and headings before a formula: what held for a while, but
    for where solutions are sought before a list, and with items which case it is; the t under a heading, and in the step of an
    induction, where it began."""
    prose, step = display.prose, STEP_OF_INDUCTION.search(display.prose) or NEXT.fullmatch(display.text.text)
    words = ENDS_LOCAL.search(NOT_YET.sub("", prose)) is not None
    over = words or {"item", "heading"} & set(kinds)
    headed, told = "heading" in kinds, [fact for fact in facts if fact.kind != "declared"]
    begun = for_good([fact for fact in told if step and _is_whole(fact.prop)])
    last = [x for x in told if x.kind == "hypothesis" and not defines(x.prop)][-1:]  # for the first direction
    begun += [fact for fact in told if (fact.brought or fact in last) and CONVERSELY.search(prose)]
    begun += [fact for fact in told if fact.contrary and reaches_a_contradiction(prose)]
    outside = [x for x in told if (x.sought or (x.case and not words)) and x.depth < depth]
    local = [x for x in told if over and x.local and (headed or not (x.proving or x in outside))]
    begun += [fact for fact in told if EXAMPLE.fullmatch(display.before) and _is_for_a_while(fact)]
    begun += [
        fact for fact in told if is_value(fact.prop) and str(getattr(fact.prop, "left", "")) in _set_in_code(prose)
    ]
    return [fact for fact in told if fact in begun or fact in local or (headed and running(fact.prop))]


EXAMPLE = re.compile(r"\W*(?:as an example|for (?:example|instance)|e\.g\.)[^.;:·]*", re.IGNORECASE)
"""How a paragraph goes up to its first formula that is an example: what only held for a sentence before is over."""
NEXT = re.compile(r"\s*([a-zN])\s*\\(?:to|rightarrow|mapsto|Rightarrow|longrightarrow|implies)\s*\1\s*\+\s*1\s*")
"""The step of an induction in signs, `n \\to n + 1`."""


def _set_in_code(prose: str) -> set[str]:
    """The names to which code in a text gives values, "the default is `tau=0.9`"."""
    return {found[1] for found in SET_IN_CODE.finditer(prose)}


def _is_for_a_while(fact: Fact) -> bool:
    """Whether "for x > 0" or "if x = 2" says a fact, and nothing that supposes it for longer."""
    lasts = fact.supposed or fact.chosen or fact.case or fact.proving or fact.brought
    return fact.local and fact.kind == "hypothesis" and not lasts


def _is_whole(prop: Prop) -> bool:
    """Whether a hypothesis gives an integer a value."""
    if not isinstance(prop, Relation) or not is_value(prop):
        return False
    counted = isinstance(prop.left, Variable) and prop.left.name in ("n", "m", "k", "N")
    whole = isinstance(prop.right, Number) and prop.right.value.denominator == 1
    return is_integer_letter(prop.left) or (counted and whole)


def brought_as(fact: Fact, letter: Term, part: int = -1, item: int = 0) -> Term | None:
    """What a fact says a letter is that it brings in, or, in a part before `part` or another item, supposes."""
    prop = fact.prop
    elsewhere = fact.kind == "hypothesis" and (-1 < fact.part < part or is_of_another_item(fact, item))
    if not (fact.brought or elsewhere) or not defines(prop) or not isinstance(prop, Relation) or prop.left != letter:
        return None
    return prop.right


def is_of_another_item(fact: Fact, item: int) -> bool:
    """Whether a fact says in an item of a list before this one what a probability or a mean is, perhaps of other experiments."""
    return 0 < fact.item < item and isinstance(fact.prop, Relation) and is_unknown_rate(fact.prop.left)


def is_worked_out_anew(value: Term) -> bool:
    """Whether a value is a computation with numbers, 3 * 4 + 1, and not a number as a result is written, 13, -7 or 1/2."""
    if isinstance(value, Neg):
        return is_worked_out_anew(value.arg)
    if isinstance(value, Div):
        return any(map(is_worked_out_anew, value.children()))
    return not value.free and not isinstance(value, Number)


def is_retold(old: Fact, new: Fact, letter: Term) -> bool:
    """Whether what was said of a letter is said anew: what it equals (but A = w^2 holds "if A = 18", and in that case), or,
    elsewhere, where; of a member of a sequence, what it equals elsewhere."""
    if isinstance(letter, (ScalarAt, VectorAt)):
        return old.part != new.part and all(_is_value_of(letter, each.prop) for each in (old, new))
    if is_equation(new.prop):
        same = isinstance(old.prop, Relation) and old.prop.left == letter and old.prop.kind == "="
        return same and not ((new.brief or new.case) and not new.prop.right.free and old.prop.free != {letter})
    return old.part != new.part and old.prop.free == {letter}


def is_of_some_before(fact: Fact, new: Fact, letter: Term) -> bool:
    """Whether a fact was said of some value of a letter, and not in the sentence that gives it one: "f(x) = g(x) for x = 0"."""
    return fact.of_some and letter in fact.prop.free and (fact.sentence < 0 or fact.sentence != new.sentence)


def _is_value_of(member: Term, prop: Prop) -> bool:
    return is_equation(prop) and prop.left == member


def is_name_for_new(prop: Prop, spoken: Collection[Term]) -> bool:
    """Whether a hypothesis only says what a letter, or each member of a sequence, is of which nothing else speaks."""
    sequence = members_of(prop)
    named = prop.left if isinstance(prop, Relation) and defines(prop) else sequence
    return named is not None and named not in spoken and not any(each.free for each in definedness(prop))


def is_parameter(letter: Term, prop: Prop) -> bool:
    """Whether a rule for a sequence only has a number in it, as w_{t+1} = w_t - eta v_t has eta, or a letter is a sum of the
    members of a sequence of numbers, N = n_1 + ... + n_k: it says nothing of their signs."""
    if isinstance(letter, Family):
        if not is_equation(prop) or not isinstance(letter.item, Variable):
            return False
        return isinstance(prop.left, Variable) and letter not in prop.left.free and prop.right.mentions(Sum)
    real = isinstance(letter, Variable) and letter.domain == "real"
    return real and recurrence(prop) is not None


EVALUATED = re.compile(r"\bevaluat\w*\s+at\s+(?:the\s+point\s+)?(?:·\s*(?:,|,?\s*and)\s*)*$", re.IGNORECASE)
"""Words before the values of letters at which all that follows may be taken."""


def limit(fact: Fact, said: Announcement, seen: Collection[Term] = (), before: str = "", after: str = "") -> None:
    """Say how long a hypothesis holds, by the words that announce it. "Set s = a + b" of a letter that was not `seen` before is a
    definition, which holds on; "prove ... if x > 0" says it for the proof."""
    if (
        isinstance(fact.prop, Relation)
        and defines(fact.prop)
        and fact.prop.left not in seen
        and SETS.match(said.phrase)
    ):
        return
    fact.local = bool(LOCAL.search(said.phrase)) and not re.search(r"^(let|given)", said.phrase, re.IGNORECASE)
    sentence = sentence_before(before)
    fact.local |= FOR_NOW.search(sentence + SENTENCE_ENDS.split(after)[0]) is not None
    fact.brief = (fact.local and not TO_PROVE.match(sentence)) and bool(
        BRIEF.search(said.phrase) or (is_value(fact.prop) and said.phrase.lower() in ("for", "at", HERE))
    )
    valued = fact.brief and _is_met_at_values(fact.prop)
    fact.verbal = (
        VERBAL.search(sentence.replace("·", "it") if valued else sentence) or BOTH.search(sentence)
    ) is not None
    fact.aside = bool(
        said.phrase == HERE
        or EQUALITY.search(sentence)
        or (valued and fact.verbal)
        or (fact.brief and DISMISSED.match(after))
    )
    fact.of_some = bool(GENERALITY.search(sentence)) or is_said_to_exist(before)
    fact.contrary = bool(CONTRARY.search(sentence) or CONTRARY.search(SENTENCE_ENDS.split(after)[0]))
    fact.chosen = fact.local and bool(CHOOSING.search(said.phrase))
    fact.supposed = fact.local and bool(SUPPOSED.search(said.phrase))
    fact.at_point = is_value(fact.prop) and EVALUATED.search(sentence) is not None


def rests_on(claim: Fact, hypothesis: Prop) -> bool:
    """Whether a claim was made under a hypothesis on its letters."""
    under = () if claim.step is None else (fact.prop for fact in claim.step.given)
    return hypothesis in under and bool(hypothesis.free & claim.prop.free)


def giving_way(facts: Iterable[Fact], new: Collection[Fact], *, all_of_kind: bool = True) -> list[Fact]:
    """The facts that end with new ones, that deny them or, `all_of_kind`, are of their kind. Where words claim something of both,
    "negative for x < 0 and positive for x > 0", neither holds beyond its sentence."""
    for fact in (each for each in new if each.verbal):
        fact.aside |= any(old.after == fact.after and exclude_each_other(old.prop, fact.prop) for old in facts)
    return [
        each
        for each in facts
        if any(
            _is_opposite(each, fact.prop)
            or (all_of_kind and (_gives_way(each, fact) or _is_other_case(each, fact, facts)))
            for fact in new
        )
    ]


def _is_opposite(old: Fact, last: Prop) -> bool:
    """Whether a hypothesis for a while is the opposite of another one: i = k, and then i != k."""
    first = old.prop
    if not old.local or exclude_each_other(first, last):
        return old.local
    if not isinstance(first, Relation) or not isinstance(last, Relation):
        return False
    return {first.kind, last.kind} == {"=", "!="} and {first.left, first.right} == {last.left, last.right}


def _is_other_case(old: Fact, new: Fact, facts: Iterable[Fact]) -> bool:
    """Whether a value that is tried ends with one of a letter that depends on it: "for C = 25", "for F = 50" of F = 9C/5 + 32;
    not where nothing was claimed since, "at a = 1, b = 2"."""
    if not (old.brief and new.brief and is_value(old.prop) and is_value(new.prop)) or old.after == new.after:
        return False
    return any(old.prop.free | new.prop.free <= each.prop.free for each in facts)


def _gives_way(old: Fact, new: Fact) -> bool:
    """Whether a hypothesis that holds for a while ends with the next of its kind about its letters."""
    if not old.local or old.kind == "declared" or (_is_range(old.prop) and not _is_range(new.prop)):
        return False
    if old.proving and not is_bound(new.prop) and not new.prop.free <= old.prop.free:
        return False  # in the proof of what is said for x > 0, "suppose that (1 + x)^n > n x" is said of such an x
    return old.chosen <= new.chosen and old.supposed <= (not new.chosen) and bool(old.prop.free & new.prop.free)


def was_for_a_sentence(fact: Fact, display: Display, prose: str, claims: Sequence[Fact]) -> bool:
    """Whether a fact is over at the end of a sentence in `prose`: the condition of what words claim, where no word such as
    "hence" leads on from there, or what a letter of which something is claimed in general was set equal to, "taking x = x^*"."""
    connects = display.said.connects
    prop = fact.prop
    if fact.hides and STILL.search(prose) and not connects:
        return True
    if fact.aside or (fact.verbal and not connects):
        return SENTENCE_ENDS.search(prose) is not None
    if (
        connects
        or not fact.chosen
        or not FULL_STOP.search(prose)
        or not is_equation(prop)
        or not isinstance(prop.right, LETTERS)
    ):
        return False
    before, since = claims[: fact.after], claims[fact.after :]
    general = any(prop.left in each.prop.free for each in before)
    return general and any(prop.free & each.prop.free for each in since)


def _is_range(prop: Prop) -> bool:
    """Whether a hypothesis says over which whole numbers a letter runs, n >= 1: "if 2^n > n" afterwards is said of these."""
    letter = prop.left if isinstance(prop, Relation) and prop.kind != "=" else None
    return isinstance(letter, Variable) and prop.free == {letter} and is_integer(letter)


def is_row(fact: Fact) -> bool:
    """Whether a claim is about the solutions of an equation, as one in one letter may be, or says what a letter is."""
    if is_equation(fact.prop) and len(fact.prop.free) == 1:
        return True
    row = fact.step is not None and (fact.step.previous is not None or fact.step.role == "row")
    return fact.kind == "equation" or row or defines(fact.prop)


def is_other_value(prop: Prop, letter: Term, value: Term) -> bool:
    """Whether a letter is said to be something else than a value."""
    return isinstance(prop, Relation) and prop.left == letter and prop.right != value
