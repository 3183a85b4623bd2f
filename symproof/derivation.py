"""Derivations: a claim, its hypotheses and the chain of steps between them, as the author writes them.

    @derivation(given=[x > 0])
    def shift() -> ScalarChain:
        return calc(x).lt(x + 1).le(x + 2, note="one more")

Building a derivation runs no engine and proves nothing; it only refuses what is malformed, at the line where it is
written. The function is called once, when the derivation is first looked at.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from symproof.by import read_by
from symproof.chain import COMPOSE, WORDS, Chain, is_sympy
from symproof.errors import DerivationError, SortError, SymproofError
from symproof.statement import Iff, Implies, Prop, Relation, Statement, prop
from symproof.term import Term, sort_of
from symproof.wengert import Trace

if TYPE_CHECKING:
    from types import CodeType

    from symproof.by import By, ByLike
    from symproof.place import Place


@dataclass(frozen=True)
class Step:
    """One step: its own claim (`left kind right`, or for a statement alone `left`, with no kind), and its reason.

    `number` counts from 1. `by` names an engine (None: any), `cites` the derivations used as lemmas. `alone` marks
    the claim of a derivation that is no chain. `name` says what the step is about, in a derivation by a trace.
    """

    number: int
    kind: str
    left: Term
    right: Term | None
    claim: Prop
    by: By | None
    cites: tuple[Derivation, ...]
    note: str
    place: Place
    alone: bool = False
    name: str = ""

    @property
    def label(self) -> str:
        """The step's name among its siblings: `2-eq`, `3-tangent-of-v_3`."""
        return f"{self.number}-{self.name.replace(' ', '-') or WORDS[self.kind]}"

    @property
    def omitted(self) -> bool:
        """Whether the author leaves the proof out (`by=omitted`)."""
        return self.by is not None and self.by.name == "omitted"


Claim = Chain | Prop | Trace


class Derivation:
    """A derivation: what the decorated function says, as a value, compared by identity.

    `given` are the hypotheses, `steps` the steps, `claim` what they show together: from the first member to the last.
    `file` and `line` say where its `def` stands; `title` is its docstring's first line and `remarks` the rest.
    Looking at the steps calls the function, once; whatever it raises is raised again on each look.
    """

    def __init__(
        self,
        function: Callable[[], Claim],
        given: tuple[Prop, ...] = (),
        expect: str = "proved",
        by: ByLike | None = None,
    ) -> None:
        self.function, self.given, self.expect, self.by = function, given, expect, by
        self.name: str = function.__name__
        self.code: CodeType = function.__code__
        self.file = self.code.co_filename
        doc = inspect.cleandoc(function.__doc__ or "")
        self.title, _, remarks = doc.partition("\n")
        self.remarks = remarks.strip()
        self.trace: Trace | None = None
        """The evaluation trace, where the function has been called and returned one."""

    @property
    def id(self) -> str:
        """`path/to/file.py::name`, the path as seen from the current folder."""
        from symproof.place import shown

        return f"{shown(self.file)}::{self.name}"

    @cached_property
    def line(self) -> int:
        """The line of the `def`."""
        from symproof.place import function_place  # reading source is for when somebody looks

        return function_place(self.code).line

    def build(self) -> Exception | None:
        """Call the function, if that has not been done; what is wrong with it, if anything."""
        return self._built if isinstance(self._built, Exception) else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps; a derivation of one statement has one, with no kind.

        Raises:
            DerivationError: the function returns no derivation, or two letters of it clash.
            Exception: whatever the function raises.
        """
        built = self._built
        if isinstance(built, Exception):
            raise built
        return built

    @cached_property
    def _built(self) -> tuple[Step, ...] | Exception:
        try:
            made = self.function()
            if self.by is not None and isinstance(made, (Chain, Trace)):
                raise DerivationError(
                    f"by={self.by} over {self.name}, which has steps of its own; give it to the step that it settles",
                    self.file,
                    self.line,
                )
            if isinstance(made, Trace):
                self.trace = made
                return self._traced(made)
            return self._chained(made) if isinstance(made, Chain) else (self._stated(made),)
        except Exception as error:  # kept, and raised again by `steps`: the function is called once
            return error

    def _chained(self, chain: Chain) -> tuple[Step, ...]:
        from symproof.place import read_places

        if not chain.links:
            raise DerivationError(f"the chain of {self.name} has no step; add .eq(...)", self.file, self.line)
        steps, left = [], chain.start
        places = read_places([link.spot for link in chain.links])
        for number, (link, place) in enumerate(zip(chain.links, places, strict=True), start=1):
            lemmas = read_cites(link.cites, place)
            self._check_names(link.claim, place)
            steps.append(Step(number, link.kind, left, link.right, link.claim, link.by, lemmas, link.note, place))
            left = link.right
        return tuple(steps)

    def _traced(self, made: Trace) -> tuple[Step, ...]:
        """A step for each claim of a trace."""
        from symproof.place import return_place

        place, steps = return_place(self.code), []
        for number, (_, name, claim) in enumerate(made.claims, start=1):
            self._check_names(claim, place)
            steps.append(Step(number, *_sides(claim), claim, None, (), "", place, name=name))
        return tuple(steps)

    def _stated(self, made: object) -> Step:
        from symproof.place import return_place

        if not isinstance(made, Prop) and not is_sympy(made):
            what = "nothing; write `return` before it" if made is None else f"{sort_of(made)}, which claims nothing"
            raise DerivationError(f"{self.name} returns {what}", self.file, self.line)
        claim, place = prop(made), return_place(self.code)
        self._check_names(claim, place)
        engine, cited = read_by(self.by)
        return Step(1, *_sides(claim), claim, engine, read_cites(cited, place), "", place, alone=True)

    def _check_names(self, claim: Prop, place: Place) -> None:
        from symproof.writers.alike import refuse_alike  # the writers stand above: they know how letters look

        try:
            Statement(self.given, claim)
            refuse_alike((*self.given, claim))
        except SymproofError as error:
            raise DerivationError(f"{type(error).__name__}: {error}", place.file, place.line) from error
        except RecursionError as error:
            raise DerivationError("a term here is nested too deeply to be read", place.file, place.line) from error

    @property
    def is_chain(self) -> bool:
        """Whether it is a chain of steps, rather than one statement."""
        return not self.steps[0].alone

    @cached_property
    def claim(self) -> Prop:
        """What the steps show together."""
        first, last = self.steps[0], self.steps[-1]
        if self.trace is not None:
            return last.claim
        if first is last or last.right is None:
            return first.claim
        kind = first.kind
        for step in self.steps[1:]:
            kind = COMPOSE[kind, step.kind]
        match first.left, last.right:
            case Prop() as left, Prop() as right:
                return Iff(left, right) if kind == "iff" else Implies(left, right)
            case _:
                return Relation(kind, first.left, last.right)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """`given |- step`, for each step."""
        return tuple(Statement(self.given, step.claim) for step in self.steps)

    @property
    def statement(self) -> Statement:
        """`given |- claim`."""
        return Statement(self.given, self.claim)

    @property
    def cited(self) -> tuple[Derivation, ...]:
        """The derivations that its steps cite, each once, in order."""
        return tuple(dict.fromkeys(lemma for step in self.steps for lemma in step.cites))

    def __repr__(self) -> str:
        return f"<derivation {self.id}>"

    def _repr_latex_(self) -> str:
        from symproof.writers.latex import latex  # the writers stand above

        signs = {"!=": r"\ne", "<=": r"\le", ">=": r"\ge", "iff": r"\iff", "implies": r"\implies"}
        first = self.steps[0]
        rows = [
            rf"{latex(step.left) if step is first else ''} &{signs.get(step.kind, step.kind)} {latex(step.right)}"
            for step in self.steps
            if step.right is not None
        ]
        body = r" \\ ".join(rows) or latex(first.left)
        return rf"$\displaystyle\begin{{aligned}}{body}\end{{aligned}}$"


def _sides(claim: Prop) -> tuple[str, Term, Term | None]:
    """The relation, the left and the right side of a claim that is a relation; else the claim as a whole."""
    return (claim.kind, claim.left, claim.right) if isinstance(claim, Relation) else ("", claim, None)


def read_cites(cited: Iterable[object], place: Place | None = None) -> tuple[Derivation, ...]:
    """What a step cites, if it may be cited.

    Raises:
        DerivationError: no derivation, or one that is expected to be refuted.
    """
    lemmas = []
    for each in cited:
        where = (place.file, place.line) if place is not None else ("", 0)
        if not isinstance(each, Derivation):
            raise DerivationError(f"cite({each!r}): cite takes derivations, and this is {sort_of(each)}", *where)
        if each.expect == "refuted":
            raise DerivationError(f"{each.name} is expected to be refuted, so that nothing can rest on it", *where)
        lemmas.append(each)
    return tuple(lemmas)


Expect = Literal["proved", "refuted"]


@overload
def derivation(function: Callable[[], Claim], /) -> Derivation: ...
@overload
def derivation(
    *, given: Iterable[Prop] = (), expect: Expect = "proved", by: ByLike | None = None
) -> Callable[[Callable[[], Claim]], Derivation]: ...
def derivation(
    function: Callable[[], Claim] | None = None,
    /,
    *,
    given: Iterable[Prop] = (),
    expect: Expect = "proved",
    by: ByLike | None = None,
) -> Derivation | Callable[[Callable[[], Claim]], Derivation]:
    """Make a derivation of a function that returns a chain, a statement or an evaluation trace.

    `given` lists the hypotheses. `expect="refuted"` records a known error: it is as it should be when the tool finds
    the point where it fails. `by` is the reason for a claim that is one statement: `by=induction(n)`, `by=cite(lemma)`.

    Raises:
        SortError: a hypothesis that is no statement.
        DerivationError: an unknown expectation, or a function that needs arguments.
    """
    if function is not None and not callable(function):
        raise DerivationError(f"@derivation({function!r}): hypotheses are named, @derivation(given=[...])")
    if expect not in ("proved", "refuted"):
        raise DerivationError(f"expect={expect!r}; a derivation is expected to be 'proved' or 'refuted'")
    if isinstance(given, (Prop, str)) or not isinstance(given, Iterable):
        raise SortError(f"given={given} is no list of statements; write given=[...]")
    hypotheses = tuple(map(prop, given))

    def make(made: Callable[[], Claim]) -> Derivation:
        if not hasattr(made, "__code__") or inspect.signature(made).parameters:
            raise DerivationError(f"@derivation stands over a function without arguments, not over {made!r}")
        return Derivation(made, hypotheses, expect, by)

    return make if function is None else make(function)
