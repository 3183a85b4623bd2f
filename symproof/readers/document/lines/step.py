"""The steps of a document, the facts that they may use, and what became of each formula: plain records, filled by the walk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from symproof.readers.document.finding.located import Located
from symproof.readers.document.lines.kinds import is_larger_solution, is_solution
from symproof.readers.resolve import Outcome
from symproof.statement import Prop, Relation, is_equation, parts_of
from symproof.term import Term


@dataclass(eq=False)
class Fact:
    """Something that later lines may use: `kind` is "declared" (in a table), "hypothesis", "definition", "equation" (to be
    solved), "reason" (that follows in the sentence) or "step".

    `level` is that of the heading it stands under and `part` counts the headings before it. `local` says that it holds
    until the next of its kind; `step` is the step that claims it. A `block` ends with an item, an exercise, a heading: what was
    claimed there without proof is no lemma beyond it.
    """

    prop: Prop
    kind: str
    line: int = 0
    level: int = 0
    part: int = 0
    local: bool = False
    step: Step | None = None
    block: int = 0
    item: int = 0
    depth: int = 0
    """In how many lists it stands, one in the other."""
    lettered: int = 0
    brief: bool = False
    """Whether it holds for its sentence and what goes on from it: "if x > 0, ..."."""
    chosen: bool = False
    """Whether it is a choice, as in "take x = 2", which only another choice ends."""
    named: bool = False
    """Whether words such as "let" or "put" announce it, by which no one supposes something of one value."""
    after: int = 0
    """How many claims stand before it."""
    sentence: int = -1
    """With which formula its sentence begins, by its number."""
    under: tuple[Prop, ...] = ()
    """What its sentence says of the letters of an equation to be solved."""
    supposed: bool = False
    """Whether it is a supposition, which no choice ends."""
    display: int = -1
    """With which formula it is said, by its number."""
    brought: str = ""
    """Of a letter that a line brings in without words: "given" with a number, or "found" from others."""
    brought_in: int = -1
    """With which formula the sentence begins that brings it in, by its number."""
    verbal: bool = False
    """Whether it is the condition of something that only words claim, so that it ends with their sentence."""
    aside: bool = False
    """Whether even what follows from its sentence is not said under it: "with equality if x = y", "either x = 1, or x = 2"."""
    of_some: bool = False
    """Whether it is said of some values only, of which one exists or to which nothing is lost: what is said of all has it not."""
    proving: bool = False
    """Whether a statement supposes it, so that it holds in the proof of that: "Lemma. For x > 0 ... Proof. ..."."""
    contrary: bool = False
    """Whether a proof by contradiction supposes it, so that it ends where that has reached one."""
    hides: tuple[Fact, ...] = ()
    """What it takes the place of for its while, "if n = 6" of n = 5."""
    sought: bool = False
    """Whether it says where the solutions of an equation are looked for, "solve ... for 0 <= x < 2 pi"."""
    at_point: bool = False
    """Whether it says at which point functions are taken, "at $(1, 2)$"."""
    case: int = 0
    """Of a case that several hypotheses make: with which formula it begins, counted from 1."""
    program: int = 0
    """In which display it is a constraint of a mathematical program, counted from 1."""
    claimed: Step | None = None
    """The step that judges what it says, where a line both claims it and brings its letter in: "the eigenvalues are x = 2"."""
    wanted: bool = False
    """Whether a text only wants it to be so, "we want x^2 >= 4": what is let behind that begins its proof."""
    word: str = ""
    """The adjective that says it, which other words may take back: "independent"."""

    @property
    def is_meant_for_all(self) -> bool:
        """Whether it is a line that a point which fails would refute: it is meant for all values, and excludes none."""
        return self.step is not None and not self.step.refutable

    @property
    def where(self) -> str:
        """The fact and its line, for a reader."""
        return f"{self.prop} (line {self.line})" if self.line else f"{self.prop} (declared)"


@dataclass(eq=False)
class Step:
    """One step: a relation between two members, or one statement; `offset` to `end` is its place in the file.

    `given` are the hypotheses and definitions that hold there, `dormant` those of other parts. `earlier` are the claims
    before it, nearest first, and `previous` the one that it follows as a row follows a row. `refutable` is "" when a
    point that fails refutes it, else why it does not. `first` is the first member of its chain and `before` the
    relations from there: a number as printed is compared with both. `references` are the equations that are named.
    """

    number: int
    display: int
    offset: int
    end: int
    line: int
    column: int
    cell: int
    latex: str
    relation: str
    role: str
    outcome: Outcome
    statement: Prop | None = None
    others: tuple[Prop, ...] = ()
    """What it may state instead of `statement`, where it is ambiguous."""
    solution: int | None = None
    """Of one of several solutions side by side: the display that it begins with."""
    solves: bool = False
    """Whether it says that what it calls x^* solves an equation, wherever that has a value."""
    given: tuple[Fact, ...] = ()
    dormant: tuple[Fact, ...] = ()
    taken_at: tuple[Fact, ...] = ()
    """The values that another part gives its letters, where it names one point at which functions are taken."""
    earlier: tuple[Fact, ...] = ()
    previous: Fact | None = None
    iff: bool = False
    refutable: str = ""
    behind: tuple[tuple[int, ...], str] = ((), "")
    """The lines before it on its letters, by their numbers, and what stands against a refutation once all of them are proved."""
    first: Term | None = None
    before: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    """The steps of its chain before it."""
    references: tuple[str, ...] = ()
    block: int = 0
    part: int = 0
    universal: bool = False
    """Whether it is meant for all values of its letters, so that nothing said of some of them proves it."""
    general: frozenset[str] = frozenset()
    """The names of the letters for all values of which words say it."""
    because: bool = False
    """Whether it is the reason that a sentence begins with: "since x > 1, ..."."""
    cases: tuple[Step, ...] = ()
    """The steps of cases that say the same, each under its own hypotheses."""
    spoken: bool = False
    """Whether the text or a declaration says of each of its letters what it is or where it lies."""
    stepwise: bool = False
    """Whether words tell what is done to the line before it: "subtract 3:"."""
    half: bool = False
    """Whether it is one of two bounds, which only together may be equivalent to what they follow from."""
    bare_logs: bool = True
    """Whether the text writes logarithms without a base, `\\log x`, that may be to another one than e."""
    measured: bool = False
    """Whether the text around it speaks of lengths, costs and the like, which are not below zero."""
    inside: bool = False
    """Whether its paragraph names an interval, in which a solution is looked for."""
    discards: bool = False
    """Whether its paragraph says that a negative value is discarded."""
    positive: bool = False
    """Whether the text around it says so of something, or speaks of a time or an age."""
    linked: bool = False
    """Whether words or an arrow lead to it."""
    of_any: bool = False
    """Whether words say it of any number of some kind, or of a mean, or do not ask for it, so that it is claimed, and is nothing
    to be solved."""
    beside: bool = False
    """Whether it only stands beside the one before it in a sentence, "so a + b = 3, 2a + b = 5"."""
    joined: bool = False
    """Whether "and" joins it to that."""
    arrow: bool = False
    """Whether an arrow leads to it."""
    premise: bool = False
    """Whether an implication begins with it, so that it may be a condition."""
    members: tuple[tuple[str, Term], ...] = ()
    """Its two sides, as LaTeX and as terms, where they are read."""
    functions: str = ""
    """How the text gives the functions of which it speaks, and where."""
    turned: Prop | None = None
    """What it says with the other sign, where double signs leave open which one is meant."""
    percentage: str = ""
    """The digits of the right side, where it is written as a percentage."""
    stated: bool = False
    """Whether it is stated as a fact, by words that say nothing else: "clearly", "we have"."""
    slip: bool = False
    """Whether it is an identity with a slip, whatever is said of its letters."""
    concluded: tuple[Fact, ...] = ()
    """What makes the last of several cases, from all of which it is concluded."""
    asked: tuple[Prop, ...] = ()
    """What arguments must fulfil so that the functions that the text gives have values there."""
    witnesses: frozenset[Term] = frozenset()
    """The letters for some value of which it is claimed, of which nothing else is said."""
    counting: frozenset[Term] = frozenset()
    """Its letters that count by custom, n and N, where neither words nor uses say which numbers they are."""
    of_primes: bool = False
    """Whether the text speaks of primes, which are read as numbers from 2 on."""
    reasons: tuple[int, ...] = ()
    """The lines of its sentence that stand before it as reasons, by their numbers."""
    where: str = ""
    """Line and column of what is not understood, where that is another place."""
    gate: Callable[[Collection[Prop]], str] | None = None
    """What stands against a refutation under some hypotheses, where only they do."""

    def doubt_under(self, given: Collection[Prop]) -> str:
        """What stands against a refutation, where more is given: what nothing said may be said by that."""
        under = [fact.prop for fact in self.given]
        if self.gate is None or not self.refutable or self.refutable != self.gate(under):
            return self.refutable
        return self.gate(given)

    @property
    def bounds_a_size(self) -> bool:
        """Whether it may be what is asked of a length or a cost: "let x be the side; then x**2 > x + 6"."""
        claim = self.statement
        return self.measured and isinstance(claim, Relation) and claim.kind not in ("=", "!=") and len(claim.free) == 1

    @property
    def is_general(self) -> bool:
        """Whether no hypothesis on its letters is left to the reader's good sense: it is meant as it stands."""
        return self.universal or self.spoken

    @property
    def is_led_from_given(self) -> bool:
        """Whether an arrow leads to it from hypotheses, and not from a line: it is no equation to be solved."""
        return self.arrow and self.previous is None

    @property
    def is_concluded(self) -> bool:
        """Whether words lead to an inequality as to something that holds for its letters, and is not asked of them."""
        parts = () if self.statement is None else parts_of(self.statement)
        unequal = bool(parts) and all(isinstance(each, Relation) and each.kind != "=" for each in parts)
        return unequal and self.linked and (self.spoken or self.of_any) and not self.arrow

    @property
    def names_a_value(self) -> bool:
        """Whether words lead to what a letter is of which a hypothesis speaks: "let x^2 = 4; then x = 2"; or to the value of a
        mean, or to an equation for any number, of which they have just said that it is one."""
        equal = is_equation(self.statement)
        if self.of_any and equal and self.linked and not self.arrow:
            return True
        if (
            not self.linked
            or not self.spoken
            or self.arrow
            or self.statement is None
            or not (is_solution(self.statement) or is_larger_solution(self.statement))
        ):
            return False
        supposed = [fact.prop.free for fact in self.given if fact.kind == "hypothesis"]
        return self.statement.free <= frozenset().union(*supposed)


class Unread(NamedTuple):
    """A hypothesis that was not read."""

    line: int
    latex: str
    paragraph: int
    """The last paragraph for which it counts; -1: for all of its part."""
    part: int
    of_one: bool = False
    """Whether it is read, of one member of a sequence, where it may be said of each."""
    level: int = 0
    """The level of the part: what stands above a theorem holds in it."""


class UnreadWord(NamedTuple):
    """A word that says of letters what no formula says."""

    word: str
    part: int
    offset: int
    """Where the formula after it is."""
    level: int
    """The level of the part."""


@dataclass(eq=False)
class Heard:
    """A formula of the document and what became of it: its role ("hypothesis", "claim", "mention", ...) and its reading.

    `latex` is as the document has it, `text` what stands between its delimiters, with macros expanded.
    """

    number: int
    start: int
    end: int
    line: int
    column: int
    cell: int
    latex: str
    text: Located
    display: bool
    role: str = "mention"
    reading: str = ""
    problem: str = ""
    problem_line: int = 0
    problem_column: int = 0
    inferred: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
