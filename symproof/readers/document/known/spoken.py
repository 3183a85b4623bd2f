r"""What a text has spoken of in words, or in a formula that is not read: an equation for it claims something, and brings nothing
in. "Let n be an integer. Then n = 7" is no definition of n, nor is `S = 5` after `S = \int_0^1 x^x dx`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from symproof.properties import Property
from symproof.readers.document.finding.spoken import RELATION
from symproof.readers.document.known.lasting import is_value
from symproof.readers.document.known.likeness import ALIKE, agreement
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.lines.kinds import LETTERS
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import GIVES_NAMES, TELLS, WEAKLY_SAID
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Name
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.dependence import is_rate, is_unknown_rate
from symproof.readers.resolve.names import canonical, canonical_name, is_small_letter
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.stated import point
from symproof.readers.resolve.uses import CONSTANTS
from symproof.statement import Prop, Relation, is_equation, under_each
from symproof.term import Apply, Entry, Function, Number, Scalar, ScalarAt, Term, Variable, VectorAt

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

INFERS = re.compile(
    r"(?:(?<![\w,;] )\bThen|\b(?:[Hh]ence|[Tt]hus|[Tt]herefore|[Ss]o|[Cc]onsequently|it follows))\b[^.;:]*$"
)
"""Words after which something follows; a "then" within a sentence may tell what is done next."""
OF_ANY = re.compile(
    r"\W*(?:(?:be|is|are)\s+(?:an?|any|some|two|three|both|arbitrary|fixed)?\s*(?:arbitrary |fixed |given )?)?"
    r"(?:(?:positive|negative|non-?negative|non-?zero|real|rational|natural|whole|complex|prime|unit|square|symmetric)\s*)*"
    r"(?:integers?|numbers?|reals?|primes?|scalars?|vectors?|matrix|matrices)?\W*"
    r"(?:then|hence|so|thus|therefore|consequently)(?:,?\s*(?:we (?:have|get|see|know)|it follows)(?: that)?)?\W*",
    re.IGNORECASE,
)
"""Words from a letter that stands for any number to what is said to follow from that alone."""
NAMED_BY = re.compile(
    r"\b[Ll]et\s+(?:\$|\\\()\s?([^$.;=<>]{1,30}?)\s?(?:\$|\\\))\s+(?:be|denote)\s+(?:the|an?)\s[^.;:$\\]*"
    r"(?:(?:\$[^$]+\$|\\\(.+?\\\))[^.;:$\\]*)+[.;]\s+(?:Then|[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|Consequently)\b[^.;:$\\]*(?:\$|\\\()?$"
)
"""Words by which a letter stands for something of formulas, and which lead on: "let $c$ be the root of $x^2 = 4$. Then"."""
QUANTIFIED = re.compile(
    rf"(?:^|[.;:\n])\W*{FOR_ALL}\s[^.;:$\\,]*(?:\$|\\\()\s?([^$.;=<>,]{{1,20}}?)\s?(?:\$|\\\))\s*,?\s*"
    r"(?:(?:we have|one has|it holds|we get)(?: that)?\s*)?(?:\$+|\\[(\[])?\s*$",
    re.IGNORECASE,
)
"""Words by which a letter stands for any of a kind, up to what holds of it: "for every real number $x$, "."""
OF_A_KIND = re.compile(
    r"\b[Ll]et\s+(?:\$|\\\()\s?([^$.;=<>]{1,20}?)\s?(?:\$|\\\))\s+be\s+(?!(?:the|as|given|defined|such|like)\b)"
    r"([^.;:$\\]*)[.;]\s+"
    r"(?:Then|[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|Consequently|We (?:conclude|see|get))\b[^.;:$\\]*(?:\$|\\\()?$"
)
"""Words by which a letter stands for anything of a kind, and which lead on: "let $A$ be nilpotent. Then"."""
ASKED = re.compile(
    r"\b(?:need|want|must|require|should|has to|have to|solve|find|condition)\w*\b[^.;]*$", re.IGNORECASE
)
"""Words before an inequality that is to be met."""
ORIGIN = re.compile(r"\b(?:from|since|because|given|as)\s*$", re.IGNORECASE)
"""Words before what a text reasons from, "from $2x > 6$ it follows that"."""
TAKEN = re.compile(r"\b(?:use|using|apply|applying|take|taking|consider|choose|choosing)\b[^.:;]*$", re.IGNORECASE)
"""Words by which a function is taken for something."""
OF_KIND = re.compile(
    rf"\b{FOR_ALL}\s+(?:[\w-]+\s+){{0,3}}(?:functions?|sequences?|convex|concave|smooth|differentiable|continuous)\s*$",
    re.IGNORECASE,
)
"""Words before a function or a sequence of which something is said, whatever it is."""
COMPLEX = re.compile(r"^(?:Re|Im)_")
"""How the parts of a complex number are called."""
CALLS = re.compile(r"(?<![A-Za-z])[A-Za-z](?:_\w+)?'*\(")
"""A function of one letter within the name of an integral."""


def is_of_any_number(letter: Term, prose: str, told: Iterable[str]) -> bool:
    """Whether words have just said that a letter is any number of some kind, and an equation for it is said to follow."""
    return isinstance(letter, LETTERS) and letter.name in told and OF_ANY.fullmatch(prose) is not None


def is_quantified(letter: Term, before: str) -> bool:
    """Whether a sentence begins with words by which a letter stands for any number of a kind, "for every real $x$, "."""
    said = QUANTIFIED.search(before)
    return said is not None and canonical_name(said[1]) == str(getattr(letter, "name", ""))


def kind_of(letter: Term, before: str) -> str:
    """Of which kind the sentence before says that a letter is, where it is said to follow which one; "" where it says nothing."""
    said = OF_A_KIND.search(before)
    return f"be {said[2]}" if said is not None and canonical_name(said[1]) == str(getattr(letter, "name", "")) else ""


def is_named_by_formulas(letter: Term, before: str) -> bool:
    """Whether the sentence before says of which formulas a letter stands for something, its minimizer, its root: what words say
    to follow for the letter is claimed."""
    said = NAMED_BY.search(before)
    return said is not None and canonical_name(said[1]) == str(getattr(letter, "name", ""))


def claims_a_value(claim: Prop, display: Display, told: Iterable[str]) -> bool:
    """Whether words lead to an equation for any number, "so n = 2k", or to the value of a mean, "then E[X] = 5": it is claimed,
    and is nothing that is to be solved. An inequality is claimed where no words ask for it, "so we need x > 3", or go from it."""
    if isinstance(claim, Relation) and claim.kind != "=":
        return not any(words.search(display.before) for words in (ASKED, ORIGIN))
    if not display.said.connects or not is_equation(claim):
        return False
    if claim.free and all(is_of_any_number(each, display.prose, told) for each in claim.free):
        return True  # "let x be real. Then x^2 = x"
    mean = not claim.right.free and is_unknown_rate(claim.left) and not is_rate(claim.left)
    return mean or is_of_any_number(claim.left, display.prose, told)


def is_said_of_a_kind(prop: Prop, words: str, named: Collection[str | None]) -> bool:
    """Whether words say something of every function or sequence of a kind, "for every convex $f$", or of all complex numbers; the
    letters `named` behind them are those of which it is said."""
    names = {str(getattr(each, "name", each)) for each in prop.free}
    if all(COMPLEX.match(each) for each in names):
        return {canonical_name(COMPLEX.sub("", each)) for each in names} <= {*named}
    return OF_KIND.search(words) is not None and not names.isdisjoint(each.partition("_")[0] for each in named if each)


def is_known_integral(letter: Term) -> bool:
    """Whether a letter stands for an integral of functions that are known: it is what it is, and no equation brings it in."""
    return isinstance(letter, Variable) and letter.name.startswith("∫[") and CALLS.search(letter.name) is None


def names_anything(term: object) -> bool:
    """Whether a term may be what an equation names: a letter, or the value of a function at any number."""
    return isinstance(term, Variable) or (isinstance(term, Apply) and isinstance(term.arg, Variable))


def is_given_unread(letter: Term | str, unread: Iterable[str]) -> bool:
    """Whether one of the formulas that are not read says what a letter is, the members of a sequence or the values of a
    function."""
    name = str(getattr(letter, "name", letter)).partition("_")[0]
    for latex in unread:
        left = RELATION.split(latex, maxsplit=1)
        first = NAMES.match(left[0].strip("$ \n{[(")) if len(left) > 1 else None
        if first is not None and name in (first[0].lstrip("\\"), canonical_name(left[0].strip("$ \n"))):
            return True
    return False


def is_claimed_of_function(name: str, display: Display, known: Knowledge) -> bool:
    """Whether an equation for the values of a function is no definition, as what gives it is not read, or as something is said
    of its values, T(n) = T(n - 1) + n, and words lead on from there, "then T(n) = n^2"."""
    if is_given_unread(name, [each.latex for each in known.unread]):
        return True
    said = [fact.prop for fact in known.facts if not isinstance(fact.prop, Property)]
    functions = {each.name.rstrip("'") for prop in said for each in prop.free if isinstance(each, Function)}
    return display.said.connects and name in functions  # f' says something of f


def is_claimed(fact: Fact | None, phrase: str, known: Knowledge) -> bool:
    """Whether words such as "they satisfy", "given by" would make a condition of an equation in several letters, all spoken of,
    that looks like an identity, perhaps with a slip; or words such as "we write" of an order in which a letter is compared with
    what it stands in; or "where A = 8" of a letter that follows from numbers before, A = s^2 and s = 4: these are claimed."""
    prop = None if fact is None else fact.prop
    if not isinstance(prop, Relation):
        return False
    if is_value(prop) and TELLS.fullmatch(phrase) is not None:
        return _follows_from_numbers(prop.left, known)
    if prop.kind != "=":
        return GIVES_NAMES.match(phrase) is not None and bool(prop.left.free & prop.right.free)
    if WEAKLY_SAID.fullmatch(phrase) is None or isinstance(prop.left, Entry):  # by the law of which it is read
        return False
    told = [each for each in prop.free if each in known.seen or getattr(each, "name", "") in known.told]
    return len(told) > 1 and len(told) == len(prop.free) and agreement(prop) >= ALIKE


def _follows_from_numbers(letter: Term, known: Knowledge) -> bool:
    """Whether a letter is given by others, each of which has been given a number."""
    given = [each.prop for each in known.facts if isinstance(each.prop, Relation) and is_equation(each.prop)]
    values = {each.left for each in given if is_value(each)}
    return any(each.left == letter and each.right.free and each.right.free <= values for each in given)


def text_before(display: Display, displays: Sequence[Display]) -> str:
    """The formulas and the words of its part before a formula."""
    part = [each for each in displays[: display.number] if each.part == display.part]
    return "".join(each.prose + each.text.text for each in part) + display.prose


def is_inferred_of_known(sequence: Term, before: str) -> bool:
    """Whether what is said of the members of a sequence is said to follow, where the text `before` has spoken of them."""
    if INFERS.search(before, max(map(before.rfind, ".;:")) + 1) is None:  # which no sentence before the last one meets
        return False
    name = re.escape(str(getattr(sequence, "name", sequence)))
    return re.search(rf"(?<![A-Za-z]){name}\s*[_^]\s*\{{?\s*\(?\s*(?!\d)\w", before) is not None


def is_over_told(prop: Prop, facts: Sequence[Fact]) -> bool:
    """Whether more members of a sequence are given than a rule for it needs, a_1, a_2 and a_3 before a_{n+1} = 2 a_n: the rule
    says something of them."""
    sequence, body = recurrence(prop), prop
    body = under_each(body)
    if sequence is None or not isinstance(body, Relation):
        return False
    needed = {each.index for each in body.right.subterms() if isinstance(each, (ScalarAt, VectorAt))}
    given = {
        fact.prop.left.index
        for fact in facts
        if is_equation(fact.prop) and isinstance(fact.prop.left, (ScalarAt, VectorAt))
        if fact.prop.left.sequence == sequence and isinstance(fact.prop.left.index, Number)
    }
    return len(given) > len(needed)


def is_of_new_letters(
    function: object, unit: Unit, call: tuple[Node, tuple[Node, ...]], seen: Collection[Term]
) -> bool:
    """Whether a function that is given is so at another letter, after words of its own, by a term with letters of which nothing
    was said: "for data with k successes, l(p) = k log p" gives another one than l(t) = n log t; or, where words take it for
    something, "Use f(x, y) = x / y", or at several letters that are not all its own, "using f(x, y) = x y" after f(x, t)."""
    names = [canonical(each) or "" for each in call[1]]
    if not isinstance(function, Macro) or not unit.display.prose.strip(" ,.\n"):
        return False
    own = {str(each) for each in function.parameters}
    others = len(names) > 1 and not {*names} <= own and all(map(is_small_letter, names))
    words = TAKEN.search(sentence_before(unit.display.before)) if others or {*names} == own else None
    taken = words is not None and (others or words[0][:1].isupper())
    if taken or unit.display.said.connects:
        return taken
    known = {str(each) for each in (*seen, *function.body.free)} | own | {*names}
    told = known | {each.partition("_")[0] for each in known} | CONSTANTS
    parts = {canonical(each) or "" for each in every_part(unit.members[1].node) if isinstance(each, Name)}
    same = len(names) == len(own) and own.isdisjoint(names) and all(map(is_small_letter, names))
    return same and any(map(is_small_letter, parts - told))


def is_new_arrow(unit: Unit, context: Context, seen: Collection[Term]) -> bool:
    r"""Whether a letter of which nothing was said is set equal to numbers in brackets: one with an arrow, `\vec a = (1, 2)`, or a
    capital where they are worked out, `M = (\frac{1 + 3}{2}, 5) = (2, 5)`."""
    first, rest = unit.members[0].node, [point(each.node, context) for each in unit.members[1:]]
    arrow = isinstance(first, Name) and first.accents == ("vec",) and len(first.text) == len(rest) == 1
    worked = isinstance(first, Name) and not first.accents and first.text.isupper() and len(rest) > 1
    if not (arrow or worked) or context.names.get(canonical(first) or "") in seen:
        return False
    alone = not unit.display.said.connects or worked
    return alone and all(
        each is not None and not any(item.free for item in each.items if isinstance(item, Scalar)) for each in rest
    )
