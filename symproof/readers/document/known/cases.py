"""Where one of several cases ends, "Case 2" after "Case 1": with it ends what was supposed and found in it; and where a proof
begins, in which holds what its statement supposes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from symproof.readers.document.known.lasting import defines, for_good, giving_way, is_value
from symproof.readers.document.lines.objective import speaks_of
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.statement import Prop, Relation
from symproof.term import ZERO, Variable

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

NUMBERED = re.compile(
    r"(?:^|[.;!?:·\n])(?:\s|[*_({\[]|\\(?:text(?:bf|it)|emph)\b)*(?P<nested>sub)?-?case\W{1,3}"
    r"(?:(?P<digits>\d+)(?P<below>[a-z])?|(?P<roman>[ivx]+)(?=\W*[).:])|(?P<letters>[a-z])(?=\W*[).:]))(?![\w]|\.\d)",
    re.IGNORECASE,
)
"""How a case begins that has a number or a letter."""
FOR = re.compile(r"\W*for\b", re.IGNORECASE)
BESIDES = re.compile(r"\b(?:also|moreover|further(?:more)?|in addition|additionally|even)\b", re.IGNORECASE)
"""Words by which what is supposed comes to what was, "if moreover $x < 3$"."""
FURTHER = re.compile(
    r"\b(?:also|moreover|further(?:more)?|in addition|additionally|even|still|then|so|hence|thus|therefore|here|now|again|but)\b",
    re.IGNORECASE,
)
"""Words by which a condition comes to the one before."""
BRACKET = re.compile(r"[()\[\]]")
PROOF = re.compile(r"(?:^|\n)(?:[\s*_{(]|\\(?:textbf|textit|emph|noindent)\b)*proof\b(?!\w)", re.IGNORECASE)
"""How a paragraph begins that is a proof."""


@dataclass(frozen=True)
class Begun:
    """A case: how it is numbered, in which part it stands, and what was known and claimed before it."""

    kind: str
    part: int
    before: frozenset[Fact]


@dataclass
class Cases:
    """The cases that are open, the outer ones first."""

    begun: list[Begun] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    """Before which formulas the brackets of the words opened that are open."""

    def inside(self, facts: Sequence[Fact]) -> list[Fact]:
        """Those of some hypotheses that no case makes in which the last one lies, "Subcase 2a" in "Case 2"."""
        outer = self.begun[-1].before if self.begun else frozenset()
        return [each for each in facts if not (each.case and each in outer)]

    def _close_brackets(self, display: Display, known: Knowledge) -> None:
        """End what "if" says in brackets where these close: "(if $x > 0$, then $|x| = x$)"."""
        self.opened = [] if display.crossed else self.opened
        for sign in BRACKET.findall(display.prose):
            if sign in "([":
                self.opened.append(display.number)
            elif self.opened:
                first = self.opened.pop()
                inside = [each for each in known.facts if each.kind == "hypothesis" and each.display >= first]
                known.drop([each for each in inside if each.brief or each.supposed])

    def enter(self, fact: Fact, gone: Sequence[Fact], said: Announcement, display: Display, known: Knowledge) -> None:
        """Note with which other hypotheses one makes a case, "Case 1: x > 0 and y > 0"; where one of another case ends with it,
        so do the others of that."""
        ended = {each.case for each in gone if each.case}
        known.drop([each for each in known.facts if each.case in ended], dormant=True)
        last = next((each.case for each in reversed(known.facts) if each.case), 0)
        fact.case = last if said.inherited and last else display.number + 1

    def cross(self, display: Display, known: Knowledge) -> None:
        """End what was supposed and claimed in a case, where another one begins before a formula, and in a proof that is over."""
        if any(each.name == "end proof" for each in display.crossed):
            known.drop([each for each in known.facts if each.proving])
        if any(each.kind == "close" for each in display.crossed):  # "- $x > 0$: $|x| = x$"
            items = {each.item for each in known.claims} - {0}
            known.drop([each for each in known.facts if _is_of_a_case(each) and each.item in items and _is_order(each)])
        self._close_brackets(display, known)
        if PROOF.search(display.prose) or any(each.name == "proof" for each in display.crossed):
            _hold(known)
        for kind in _kinds(display):
            kinds = (kind, f"sub{kind}")  # "Case 2" ends "Case 1b"
            same = next(
                (k for k, each in enumerate(self.begun) if each.kind in kinds and each.part == known.part), None
            )
            if same is not None:
                before = self.begun[same].before
                known.drop(for_good([each for each in known.facts if each not in before and _is_of_a_case(each)]))
                known.claims = [each for each in known.claims if each in before or each.kind == "equation"]
                del self.begun[same:]
            self.begun.append(Begun(kind, known.part, frozenset((*known.facts, *known.claims))))


def over_with(known: Knowledge, new: Fact, display: Display, *, anew: bool) -> list[Fact]:
    """The hypotheses that end with a new one. Where that begins a sentence `anew`, so does what was supposed beside one of them,
    "for x > 0 and y > 0, ... For x < 0, ...", and what "if" said before something was claimed under it, "if y > 0, ... If
    x > 0, ..."; but not the case in which two others lie. The constraints of a program end with another one for their letters.
    What a sentence brought in under one of them ends with it, "for x > 1 we have y = 0; for x < 1, y = 2", so that y is new."""
    facts, new.sentence = known.facts, display.sentence
    if display.said.phrase.lower() in ("for", "if", "when", "whenever", "at") and is_value(
        new.prop
    ):  # "suppose f(x) = g(x) for x = 0"
        for each in facts:
            of_it = each.kind == "hypothesis" and each.sentence == new.sentence and new.prop.free < each.prop.free
            each.of_some |= of_it and not defines(each.prop)
    anew &= BESIDES.search(sentence_before(display.before).rpartition("·")[2]) is None
    gone = giving_way(facts, [new], all_of_kind=anew)
    under = {each.sentence for each in gone if each.local} - {-1}
    first = next((k for k, each in enumerate(facts) if each in gone and each.sentence in under), len(facts))
    brought = [each for each in facts[first:] if each.brought and each.brought_in in under and each not in gone]
    gone += brought
    kept = [*known.claims, *(each for each in facts if each not in gone)]
    named = {each.prop.left for each in brought if isinstance(each.prop, Relation)}
    known.seen -= named - {letter for each in kept for letter in each.prop.free}
    other = [each for each in facts if new.program and each.program not in (0, new.program)]
    gone += [each for each in other if each not in gone and speaks_of(display, each.prop.free)]
    return gone + _left_behind(facts, new, gone, display) if anew else gone


def _left_behind(facts: Sequence[Fact], new: Fact, gone: Collection[Fact], display: Display) -> list[Fact]:
    ended = [
        each for each in facts if each.local and each not in gone and not is_value(each.prop) and each.after < new.after
    ]
    beside = [each for each in ended if any(each.sentence == other.sentence >= 0 for other in gone)]
    if FOR.match(sentence_before(display.before)) and _is_sign(new.prop):  # "for y > 0, ... For x > 0, ..."
        others = [each for each in ended if _is_sign(each.prop) and not (each.supposed or each.chosen or each.case)]
        return [each for each in ended if each in beside or each in others]
    if not new.brief or FURTHER.search(sentence_before(display.before)):
        return beside
    around = [each for each in ended if any(each.after == x.after and each.sentence < x.sentence for x in gone)]
    return [
        each for each in ended if each in beside or (each.brief and each.kind == "hypothesis" and each not in around)
    ]


def _is_sign(prop: Prop) -> bool:
    """Whether a hypothesis says what sign a number has."""
    return isinstance(prop, Relation) and prop.right == ZERO and isinstance(prop.left, Variable) and not is_value(prop)


def _is_order(fact: Fact) -> bool:
    """Whether a hypothesis gives no letter a value."""
    return fact.kind == "hypothesis" and not is_value(fact.prop)


def _hold(known: Knowledge) -> None:
    """Let what a statement supposes for a while hold in its proof."""
    for fact in known.facts:
        of_statement = fact.part == known.part and fact.kind == "hypothesis" and fact.local
        if of_statement and not (fact.aside or fact.chosen or is_value(fact.prop)):
            fact.proving, fact.brief, fact.verbal = True, False, False


def goes_on_in_case(known: Knowledge, equation: Fact) -> Fact:
    """What is to be solved in a case, in its block: with an equation those that make a system with it."""
    of_block = {each: replace(each, block=known.block) for each in known.claims if each.block == equation.block}
    system = {each: new for each, new in of_block.items() if each.kind == "equation"}
    known.claims = [system.get(each, each) for each in known.claims]
    return system.get(equation, equation)


def _kinds(display: Display) -> Iterator[str]:
    """How the cases are numbered that begin in the words before a formula."""
    names = "".join(f"\n{each.name} " for each in display.crossed if each.kind == "heading")
    for found in NUMBERED.finditer(names + display.prose if names not in display.prose else display.prose):
        kind = next(each for each in ("digits", "roman", "letters") if found[each])
        yield f"sub{kind}" if found["nested"] or found["below"] else kind


def _is_of_a_case(fact: Fact) -> bool:
    valued = fact.kind == "hypothesis" and is_value(fact.prop)  # "with $u = 0$ we get"
    return fact.kind != "declared" and (fact.local or bool(fact.case) or bool(fact.brought) or valued)
