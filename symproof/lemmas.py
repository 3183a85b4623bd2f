"""Verdicts on steps and on whole derivations: what a step cites is proved first.

A citation counts when the cited derivation is proved as a whole: its steps one by one, and then by the kernel the
chain of them. Each derivation is settled once per `Lemmas`, which is all that is remembered, and no longer than
its owner keeps it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from symproof.clock import OutOfTime, processor_limit, time_limit
from symproof.errors import CitationCycle, SymproofError
from symproof.verdict import Proved, Unknown, Verdict

if TYPE_CHECKING:
    from symproof.by import By
    from symproof.cache import CertificateCache
    from symproof.derivation import Derivation, Step
    from symproof.statement import Prop, Statement

T = TypeVar("T")
BUDGET = 10.0
MARGIN = 1.25
GRACE = 1.5
"""A search that forgets the time is stopped after so many budgets of processor time and so many seconds more."""
YOUNG = (100_000, 20, 20)
"""Searches make many objects and few circles: looking for these as often as Python does takes a sixth of the time."""
OMITTED_BUDGET = 2.0
"""How long a step is tried whose proof the author leaves out: enough to see that it need not be."""

ODDS = 0.1
"""Seconds for hypotheses that may contradict each other: most that do so, do so at sight."""
CONTRADICTION = "the hypotheses contradict each other, so that anything follows from them"


class InternalError(Exception):
    """symproof itself failed; the cause is what it failed with."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"internal error, please report it: {type(error).__name__}: {error}")


class Lemmas:
    """The verdicts reached so far, so that a derivation is settled once however often it is cited."""

    def __init__(self, budget: float = BUDGET, *, advise: bool = True, cache: CertificateCache | None = None) -> None:
        self.budget = budget
        self.advise = advise
        self.cache = cache
        self._steps: dict[tuple[Derivation, int], Verdict] = {}
        self._wholes: dict[Derivation, Verdict] = {}

    def step(self, derivation: Derivation, k: int) -> Verdict:
        """The verdict on step `k`, counted from 0.

        Raises:
            CitationCycle: the derivation cites itself, directly or through others.
            InternalError: symproof failed.
        """
        if (derivation, k) not in self._steps:
            if (found := find_circle(derivation)) is not None:
                raise CitationCycle(found[1])
            step = derivation.steps[k]
            advise = self.advise and derivation.expect != "refuted"  # no advice on what is meant to fail
            self._steps[derivation, k] = self.settle(derivation.statements[k], step.by, step.cites, advise=advise)
        return self._steps[derivation, k]

    def whole(self, derivation: Derivation) -> Verdict:
        """The verdict on `derivation.statement`: proved by the kernel when every step is; else unknown."""
        if derivation not in self._wholes:
            verdicts = (self.step(derivation, k) for k in range(len(derivation.steps)))
            self._wholes[derivation] = compose(derivation.statement, verdicts)
        return self._wholes[derivation]

    def settle(
        self, statement: Statement, by: By | None, cites: Sequence[Derivation], *, advise: bool = True
    ) -> Verdict:
        """The verdict on a statement, by what it cites and by the engine that it names, if any."""
        lemmas = []
        for cited in cites:
            verdict = None if cited.build() else self.whole(cited)
            if not isinstance(verdict, Proved):
                return Unknown(statement, reason=f"cites {cited.name}, which is not proved")
            lemmas.append(verdict)
        if by is not None and by.name == "omitted":
            return settle(statement, None, min(self.budget, OMITTED_BUDGET), lemmas, advise=False)
        if self.cache is None or (by is not None and by.name == "assumed"):
            return settle(statement, by, self.budget, lemmas, advise=advise)
        if (found := self.cache.find(statement, by, lemmas)) is not None:
            return found
        began = time.perf_counter()
        settled = settle(statement, by, self.budget, lemmas, advise=advise)
        if isinstance(settled, Proved):
            self.cache.keep(settled, by, lemmas, time.perf_counter() - began)
        return settled


def settle(
    statement: Statement,
    by: By | None,
    budget: float,
    lemmas: Sequence[Proved] = (),
    *,
    advise: bool = True,
    briefly: bool = False,
) -> Verdict:
    """The engines' verdict on a statement; `briefly`, that of the cheap ones. One that takes more time or memory than there is,
    is unknown.

    Raises:
        SymproofError: a misuse that only the engines see, such as an operator without a rule.
        InternalError: anything else that went wrong in them.
    """
    from symproof.engines.portfolio import settle as search  # the engines are loaded when something is to be settled

    return _limited(
        budget,
        lambda: search(statement, by=by, budget=budget, lemmas=lemmas, advise=advise, briefly=briefly),
        lambda why: Unknown(statement, reason=why),
    )


def contradictory(given: Sequence[Prop]) -> bool:
    """Whether hypotheses contradict each other, as the quick engines see: the kernel has followed a proof of it. Then any claim
    is proved, and says nothing.

    >>> from symproof import real
    >>> x = real("x")
    >>> contradictory([x > 1, x < 0]), contradictory([x > 1, x < 2])
    (True, False)
    """
    if not given:
        return False
    from symproof.engines.search import FALSE
    from symproof.statement import Statement

    try:
        absurd = settle(Statement(tuple(given), FALSE), None, ODDS, advise=False, briefly=True)
    except (SymproofError, InternalError):
        return False
    return isinstance(absurd, Proved)


def says_nothing(statement: Statement) -> bool:
    """Whether what is proved follows from hypotheses that contradict each other; not where a contradiction is claimed, 0 = 1."""
    return bool(statement.claim.free) and contradictory(statement.given)


def missing(statement: Statement, conditions: Sequence[Prop], budget: float, *, refuted: bool) -> Prop | None:
    """The hypothesis that a statement lacks, once `settle` has said without advice that it is not proved, and which conditions
    it leaves open.

    Raises:
        SymproofError, InternalError: as `settle`.
    """
    from symproof.engines.portfolio import missing as search

    return _limited(budget, lambda: search(statement, conditions, budget, refuted=refuted), lambda _: None)


def _limited(budget: float, search: Callable[[], T], late: Callable[[str], T]) -> T:
    """What a search finds. What an engine does between two looks at the time is stopped in the end, in the main thread, and so
    is what asks for more memory than there is: then it is what `late` says."""
    from symproof.engines.deadline import patience
    from symproof.kernel import facts_of

    try:
        limits = (
            time_limit(patience() * budget + GRACE, "the search"),
            processor_limit(MARGIN * budget + GRACE, "the search"),
        )
        with limits[0], limits[1], _rarely_collected():
            return search()
    except OutOfTime as end:
        facts_of.cache_clear()  # what was half read is not read on
        return late(f"the budget was used up: {end}")
    except MemoryError:
        facts_of.cache_clear()
        return late("there is not enough memory for the search")
    except SymproofError:
        raise
    except Exception as error:
        raise InternalError(error) from error
    except BaseException:  # ^C, after which a notebook goes on
        facts_of.cache_clear()
        raise


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Let garbage lie for longer, where it is collected at all."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(*map(max, before, YOUNG))
    try:
        yield
    finally:
        gc.set_threshold(*before)


def compose(statement: Statement, verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a whole chain from those on its steps, which are asked for up to the first that is not proved."""
    from symproof.kernel import compose as chained

    proved: list[Proved] = []
    for k, verdict in enumerate(verdicts, start=1):
        if not isinstance(verdict, Proved):
            return verdict if verdict.statement == statement else Unknown(statement, reason=f"step {k} is not proved")
        proved.append(verdict)
    if proved[-1].statement == statement:  # the one step, or a trace, which says last what it shows
        return proved[-1]
    return chained(statement, proved)


def find_circle(derivation: Derivation) -> tuple[Step, str] | None:
    """A circle of citations that can be reached: the step that leads into it, and the circle in words."""
    done: set[Derivation] = set()
    path: list[tuple[Derivation, Step]] = []

    def visit(at: Derivation) -> str:
        names = [each.name for each, _ in path]
        if any(each is at for each, _ in path):
            circle = [*names[next(k for k, (each, _) in enumerate(path) if each is at) :], at.name]
            return f"{' cites '.join(circle)}; derivations that cite each other in a circle prove nothing"
        if at in done or at.build():
            return ""
        for step in at.steps:
            path.append((at, step))
            for cited in step.cites:
                if found := visit(cited):
                    return found
            path.pop()
        done.add(at)
        return ""

    found = visit(derivation)
    return (path[0][1], found) if found else None
