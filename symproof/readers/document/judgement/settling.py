"""Asking the engines about a statement, once: what is told of it as plain data, from this process or from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from symproof.by import By, induction
from symproof.errors import SymproofError
from symproof.lemmas import InternalError, missing, settle
from symproof.point import Point, show_member
from symproof.readers.document.judgement.hypotheses import but_for_sizes, hypotheses_of, relevant
from symproof.readers.document.known.rounding import at_values, is_estimate
from symproof.readers.module import TimeLimit, time_limit
from symproof.statement import Each, Prop, Relation, Statement, is_equation
from symproof.substitution import body_at, substitute
from symproof.term import ONE, ZERO, Elementary, Matrix, MatrixTrace, Variable, is_integer
from symproof.trusted.defined import definedness

GRACE = 8.0
BRIEFLY, BRIEF = 0.0, 0.25
"""In the place of a share of the budget that the cheap engines alone were asked; and the share that these may take."""
AT_SIGHT = ("", "evident", "enclosure", "ring", "positivity", "linear", "ideal")
"""The engines that find a contradiction, where there is one, as soon as they find what follows from it."""
UNDER = "It is proved under: "
ESTIMATE = "a quotient of differences estimates a derivative, and no more is meant"


@dataclass(frozen=True)
class Told:
    """What is known of a statement: a verdict as plain data, which proves nothing."""

    status: str
    by: str = ""
    trusts: tuple[str, ...] = ()
    reason: str = ""
    point: dict[str, str] | None = None
    difference: str = ""
    sides: tuple[str, ...] = ()
    """The values of the two sides at the point."""
    names: tuple[str, ...] = ()
    """The letters of the point."""
    at: Point | None = None
    """The point itself."""
    asked: Statement | None = None
    conditions: tuple[Prop, ...] = ()
    """Those of definedness that are left open."""
    budget: float = 0.0

    @property
    def missing(self) -> str:
        """The hypothesis under which it is proved, if one was found."""
        for line in self.reason.splitlines():
            if UNDER in line:
                return line.split(UNDER, 1)[1].strip()
        return ""


def ask(given: tuple[Prop, ...], claim: Prop, budget: float, by: By | None = None, *, briefly: bool = False) -> Told:
    """The engines' word on a claim within its budget; a failure of theirs is told, not raised, and so is a clash of letters."""
    from symproof.engines.deadline import patience  # the engines are loaded when something is to be settled
    from symproof.evaluation.ties import NotAFailure, failure

    try:
        statement = Statement(given, claim)
        with time_limit(patience() * budget + GRACE, "the search"):
            verdict = settle(statement, by, budget, advise=False, briefly=briefly)
            told: dict[str, Any] = {"asked": statement, "conditions": verdict.conditions, "budget": budget}
            if verdict.point is not None:
                told["at"], told["point"] = verdict.point, _shown(statement, verdict.point)
                told["names"] = tuple(str(getattr(each, "name", each)) for each in verdict.point.values)
                told["reason"] = verdict.reason
                with suppress(NotAFailure):
                    found = failure(verdict.statement, verdict.point)
                    told["difference"] = (
                        "" if found.difference is None or found.words else show_member(found.difference)
                    )
                    told["reason"] = _without_difference(verdict.reason) if told["difference"] else verdict.reason
                    if told["difference"] and found.left is not None and found.right is not None:
                        told["sides"] = show_member(found.left), show_member(found.right)
            reason = told.pop("reason", verdict.reason)
            return Told(verdict.status, verdict.by, tuple(sorted(verdict.trusts)), reason, **told)
    except (SymproofError, InternalError, TimeLimit) as failed:
        return Told("unknown", reason=str(failed))


def _shown(statement: Statement, point: Point) -> dict[str, str]:
    """A point in words: the letters of the claim, and of what ties these to others by more than the size of a matrix."""
    claim = statement.claim
    tied = claim.free.union(*(each.free for each in relevant(claim, statement.given, but_for_sizes)))
    idle = frozenset().union(*(each.free for each in statement.given)) - tied
    return replace(point, values={key: value for key, value in point.values.items() if key not in idle}).show()


def _without_difference(reason: str) -> str:
    """The reason without the line that the difference tells."""
    return "\n".join(line for line in reason.splitlines() if not line.startswith("left - right"))


@dataclass
class Settler:
    """Answers, each found once. `budget` is for a statement."""

    budget: float
    known: dict[tuple[tuple[Prop, ...], Prop, float], Told] = field(default_factory=dict)
    """By hypotheses, claim, and share of the budget."""
    advice: dict[Statement, str] = field(default_factory=dict)
    failing: dict[Prop, list[Told]] = field(default_factory=dict)
    """The refutations of a claim, with their points."""
    far: bool = False
    """Whether a proof was not found at sight, since it was last asked whether hypotheses contradict each other."""

    def __call__(self, claim: Prop, given: Sequence[Prop] = (), share: float = 1.0) -> Told:
        """What is known of `given |- claim`; only what shares letters with the claim, directly or not, is given."""
        if (told := self._at_values(claim, given, share)) is not None:
            return told
        hypotheses = hypotheses_of(claim, given)
        key = (hypotheses, claim, share)
        brief = self.known.get((hypotheses, claim, BRIEFLY))
        if brief is not None and brief.status != "unknown":
            self.known.setdefault(key, brief)
        if key not in self.known:
            self.known[key] = self._where_it_failed(hypotheses, claim) or ask(hypotheses, claim, self.budget * share)
            if self.known[key].at is not None:
                self.failing.setdefault(claim, []).append(self.known[key])
            if self.known[key].status == "unknown" and (rest := self._without_evident(hypotheses)) != hypotheses:
                told = self(claim, rest, share)
                self.known[key] = told if told.status == "refuted" else self.known[key]
            if self.known[key].status == "unknown" and (whole := _put_in(claim, hypotheses)) is not None:
                told = self(*whole, share)
                self.known[key] = told if told.status == "refuted" else self.known[key]
        self.far |= self.known[key].status == "proved" and self.known[key].by not in AT_SIGHT
        return self.known[key]

    def proves(self, claim: Prop, given: Sequence[Prop] = ()) -> Told:
        """The same by the cheap engines, where only a proof counts: a document asks for one under many hypotheses, and what
        other lines prove, they prove at sight."""
        if (told := self._at_values(claim, given, 1.0)) is not None:
            return told
        hypotheses = hypotheses_of(claim, given)
        for share in (1.0, 0.5):
            known = self.known.get((hypotheses, claim, share))
            if known is not None and known.status != "unknown":
                return known
        key = (hypotheses, claim, BRIEFLY)
        if key not in self.known:
            found = self._where_it_failed(hypotheses, claim)
            self.known[key] = found or ask(hypotheses, claim, self.budget * BRIEF, briefly=True)
            if self.known[key].at is not None:
                self.failing.setdefault(claim, []).append(self.known[key])
        return self.known[key]

    def _at_values(self, claim: Prop, given: Sequence[Prop], share: float) -> Told | None:
        """What is known of a claim that says something of numbers, once the values of its letters are put in."""
        closed = at_values(claim, given)
        if closed is None:
            return None
        told = self(closed, (), share)
        if told.status == "refuted" and is_estimate(claim, given):
            return Told("unknown", reason=ESTIMATE)
        return told if told.status != "unknown" else None

    def _where_it_failed(self, given: tuple[Prop, ...], claim: Prop) -> Told | None:
        """The refutation of a claim at a point where it failed under other hypotheses, if all of these hold there; without the
        letters that only those spoke of."""
        from symproof.evaluation.ties import NotAFailure, failure

        for told in self.failing.get(claim, ()):
            with suppress(NotAFailure, SymproofError):
                assert told.at is not None and told.asked is not None
                statement = Statement(given, claim)
                idle = told.asked.free - statement.free
                own = {symbol: value for symbol, value in told.at.values.items() if symbol not in idle}
                at = told.at if len(own) == len(told.at.values) else replace(told.at, values=own)
                failure(statement, at)
                names = tuple(str(getattr(each, "name", each)) for each in own)
                return replace(told, asked=statement, at=at, point=_shown(statement, at), names=names)
        return None

    def _without_evident(self, hypotheses: tuple[Prop, ...]) -> tuple[Prop, ...]:
        """Hypotheses without those on all indices that hold by themselves, |x_t|^2 >= 0 for each t: they exclude no point, and at
        a point it may be hard to see."""
        every = [each for each in hypotheses if isinstance(each, Each) and each.high is None]
        evident = [
            each
            for each in every
            if isinstance(each.body, Relation) and each.body.kind != "=" and self(each, (), 0.2).status == "proved"
        ]
        return tuple(each for each in hypotheses if each not in evident)

    def advised(self, told: Told) -> Told:
        """What is told of a statement that is not proved, with the hypothesis that is missing. That takes longer than the
        answer, so it is looked for where it is shown or decides."""
        if told.asked is None or told.status == "proved":
            return told
        if told.asked not in self.advice:
            from symproof.engines.deadline import patience

            condition, most = None, patience() * told.budget + GRACE
            with suppress(SymproofError, InternalError, TimeLimit), time_limit(most, "the search"):
                refuted = told.status == "refuted"
                condition = missing(told.asked, told.conditions, told.budget, refuted=refuted)
            self.advice[told.asked] = "" if condition is None else f"{UNDER}{condition}"
        if not (advice := self.advice[told.asked]):
            return told
        words = told.reason or f"left - right = {told.difference}"
        return replace(told, reason=f"{words}. {advice}" if told.status == "refuted" else f"{words}\n{advice}")

    def closed(self, prop: Prop) -> str:
        """The word on a statement without letters, which is wrong, too, where it has no value."""
        words = set()
        for each in (prop, *definedness(prop)):
            if (word := self(each, (), 0.5).status) == "refuted":
                return word
            words.add(word)
        return "proved" if words == {"proved"} else "unknown"

    def by_induction(self, claim: Prop, given: Sequence[Prop], share: float = 0.5) -> Told:
        """What is known of a claim by induction over one of the naturals with which it grows."""
        from symproof.engines.integers.induct import growing

        for letter in growing(claim)[:1]:
            hypotheses = relevant(claim, given)
            key = (hypotheses, claim, -share)  # a key of its own
            if key not in self.known:
                self.known[key] = ask(hypotheses, claim, self.budget * share, induction(letter))
            return self.known[key]
        return Told("unknown")

    def contradictory(self, given: Sequence[Prop]) -> bool:
        """Whether hypotheses contradict each other, so that anything would follow from them: zero would be one. What was proved
        under them, and not at sight, may follow from that, and it takes as long to see it: so it is by which engine found the
        proof, which is the same on a busy machine and a quiet one, and not how long that took."""
        key = (_with_instances(given), Relation("=", ZERO, ONE), 1.0 if self.far else 0.3)
        self.far = False
        if given and key not in self.known:
            self.known[key] = self.known.get((*key[:2], 0.3), Told("unknown"))
            if self.known[key].status == "unknown":
                self.known[key] = Told("refuted") if _are_met(key[0]) else ask(*key[:2], self.budget * key[2])
        return bool(given) and self.known[key].status == "proved"

    def prefetch(
        self, questions: Iterable[tuple[Prop, Sequence[Prop]]], jobs: int, on_answer: Callable[[], None] | None = None
    ) -> None:
        """Ask several questions at a time, each in another process, and remember the answers."""
        from symproof.check_files import worker_pool
        from symproof.engines.deadline import patience

        keys = list(dict.fromkeys((hypotheses_of(claim, given), claim, 1.0) for claim, given in questions))
        if jobs < 2 or len(keys) < 2:
            return
        with worker_pool(min(jobs, len(keys)), tasks=0) as pool:
            limit = (patience() + 1) * self.budget + 2 * GRACE
            futures = [pool.schedule(ask, (key[0], key[1], self.budget), timeout=limit) for key in keys]
            for key, future in zip(keys, futures, strict=True):
                try:
                    self.known[key] = future.result()
                except Exception as failed:  # a process that dies costs one question
                    self.known[key] = Told("unknown", reason=f"the process that asked ended: {type(failed).__name__}")
                if on_answer is not None:
                    on_answer()


def _with_instances(given: Sequence[Prop]) -> tuple[Prop, ...]:
    """Hypotheses, with what those on all values say of one, and of the first: g(x) = g(x) + 1 for each x is never met, nor is
    a_n = 1/n at 0; and with what equations of matrices say of traces: AB - BA = I is never met either."""
    found = list(given)
    for each in given:
        if isinstance(each, Each) and each.high is None and isinstance(each.symbol, Variable):
            found += [each.body] if each.low is None else [Relation(">=", each.symbol, each.low), each.body]
            if is_integer(each.symbol):
                said = any(prop == Relation(">=", each.symbol, ONE) for prop in given)  # "for all n >= 1", of those
                first = each.low if each.low is not None else ONE if said else ZERO
                found.append(body_at(each, first))
        match each:
            case Relation("=", Matrix(is_square=True) as left, Matrix(is_square=True) as right):
                found.append(Relation("=", MatrixTrace(left), MatrixTrace(right)))
    return tuple(found)


def _are_met(given: Sequence[Prop]) -> bool:
    """Whether a point is seen at once where all hypotheses hold."""
    from symproof.engines.refute.falsify import find_admissible

    with suppress(SymproofError):
        return find_admissible(given) is not None
    return False


def _put_in(claim: Prop, given: tuple[Prop, ...]) -> tuple[Prop, tuple[Prop, ...]] | None:
    """A claim and its hypotheses with z = e^x put in for z, which no point gives exactly; None where there is no such letter."""
    for prop in given:
        if not is_equation(prop) or not isinstance(prop.left, Variable):
            continue
        values = any(isinstance(each, Elementary) and each.free for each in prop.right.subterms())
        if values and prop.left in claim.free and prop.left not in prop.right.free and prop.left.domain == "real":
            meant = {prop.left: prop.right}
            with suppress(SymproofError):
                return substitute(claim, meant), tuple(substitute(each, meant) for each in given if each is not prop)
    return None
