"""Asking the engines about a statement, once: what is told of it as plain data, from this process or from others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

from symproof.by import By, induction
from symproof.errors import SymproofError
from symproof.lemmas import InternalError, missing, settle
from symproof.readers.document.known.lasting import is_implicit, members_of, recurrence
from symproof.readers.document.known.rounding import at_values, is_estimate
from symproof.readers.module import TimeLimit, time_limit
from symproof.readers.resolve.dependence import MEANS
from symproof.statement import Each, Prop, Relation, Statement
from symproof.substitution import substitute
from symproof.term import ONE, ZERO, Add, Elementary, Neg, Norm, Pow, Scalar, Term, Variable, VectorVariable
from symproof.trusted.defined import definedness

GRACE = 8.0
UNDER = "It is proved under: "


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


def ask(statement: Statement, budget: float, by: By | None = None) -> Told:
    """The engines' word on a statement within its budget; a failure of theirs is told, not raised."""
    from symproof.evaluation.ties import NotAFailure, failure

    try:
        with time_limit(5 * budget + GRACE, "the search"):
            verdict = settle(statement, by, budget, advise=False)
            told: dict[str, Any] = {"asked": statement, "conditions": verdict.conditions, "budget": budget}
            if verdict.point is not None:
                told["point"] = verdict.point.show()
                told["names"] = tuple(str(getattr(each, "name", each)) for each in verdict.point.values)
                told["reason"] = verdict.reason
                with suppress(NotAFailure):
                    found = failure(verdict.statement, verdict.point)
                    told["difference"] = "" if found.difference is None or found.words else _number(found.difference)
                    told["reason"] = _without_difference(verdict.reason) if told["difference"] else verdict.reason
                    if told["difference"] and found.left is not None and found.right is not None:
                        told["sides"] = _number(found.left), _number(found.right)
            reason = told.pop("reason", verdict.reason)
            return Told(verdict.status, verdict.by, tuple(sorted(verdict.trusts)), reason, **told)
    except (SymproofError, InternalError, TimeLimit) as failed:
        return Told("unknown", reason=str(failed))


def _without_difference(reason: str) -> str:
    """The reason without the line that the difference tells."""
    return "\n".join(line for line in reason.splitlines() if not line.startswith("left - right"))


def _number(difference: object) -> str:
    return f"({', '.join(map(str, difference))})" if isinstance(difference, tuple) else str(difference)


@dataclass
class Settler:
    """Answers, each found once. `budget` is for a statement."""

    budget: float
    known: dict[tuple[tuple[Prop, ...], Prop, float], Told] = field(default_factory=dict)
    advice: dict[Statement, str] = field(default_factory=dict)

    def __call__(self, claim: Prop, given: Sequence[Prop] = (), share: float = 1.0) -> Told:
        """What is known of `given |- claim`; only what shares letters with the claim, directly or not, is given."""
        closed = at_values(claim, given)
        if closed is not None:
            told = self(closed, (), share)
            if told.status == "refuted" and is_estimate(claim, given):
                return Told("unknown", reason="a quotient of differences estimates a derivative, and no more is meant")
            if told.status != "unknown":
                return told
        hypotheses = hypotheses_of(claim, given)
        key = (hypotheses, claim, share)
        if key not in self.known:
            try:
                statement = Statement(hypotheses, claim)
            except SymproofError as clash:
                self.known[key] = Told("unknown", reason=str(clash))
            else:
                self.known[key] = ask(statement, self.budget * share)
        return self.known[key]

    def advised(self, told: Told) -> Told:
        """What is told of a statement that is not proved, with the hypothesis that is missing. That takes longer than the
        answer, so it is looked for where it is shown or decides."""
        if told.asked is None or told.status == "proved":
            return told
        if told.asked not in self.advice:
            condition = None
            with suppress(SymproofError, InternalError, TimeLimit), time_limit(5 * told.budget + GRACE, "the search"):
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
                try:
                    self.known[key] = ask(Statement(hypotheses, claim), self.budget * share, induction(letter))
                except SymproofError as clash:
                    self.known[key] = Told("unknown", reason=str(clash))
            return self.known[key]
        return Told("unknown")

    def contradictory(self, given: Sequence[Prop]) -> bool:
        """Whether hypotheses contradict each other, so that anything would follow from them."""
        return bool(given) and self.settle_all(given).status == "proved"

    def settle_all(self, given: Sequence[Prop]) -> Told:
        """Whether zero is one under all of the hypotheses."""
        false = Relation("=", ZERO, ONE)
        key = (tuple(given), false, 0.3)
        if key not in self.known:
            try:
                self.known[key] = ask(Statement(tuple(given), false), self.budget * 0.3)
            except SymproofError as clash:
                self.known[key] = Told("unknown", reason=str(clash))
        return self.known[key]

    def prefetch(
        self, questions: Iterable[tuple[Prop, Sequence[Prop]]], jobs: int, on_answer: Callable[[], None] | None = None
    ) -> None:
        """Ask several questions at a time, each in another process, and remember the answers."""
        from symproof.check_files import worker_pool

        keys = list(dict.fromkeys((hypotheses_of(claim, given), claim, 1.0) for claim, given in questions))
        if jobs < 2 or len(keys) < 2:
            return
        with worker_pool(min(jobs, len(keys)), tasks=0) as pool:
            limit = 6 * self.budget + 2 * GRACE
            futures = [pool.schedule(_answer, (key[0], key[1], self.budget), timeout=limit) for key in keys]
            for key, future in zip(keys, futures, strict=True):
                try:
                    self.known[key] = future.result()
                except Exception as failed:  # a process that dies costs one question
                    self.known[key] = Told("unknown", reason=f"the process that asked ended: {type(failed).__name__}")
                if on_answer is not None:
                    on_answer()


def _answer(given: tuple[Prop, ...], claim: Prop, budget: float) -> Told:
    try:
        return ask(Statement(given, claim), budget)
    except SymproofError as clash:
        return Told("unknown", reason=str(clash))


def relevant(claim: Prop, given: Sequence[Prop]) -> tuple[Prop, ...]:
    """The hypotheses that share a letter with the claim, or with one that does; without those that declare it otherwise."""
    letters: set[Term] = set(claim.free)
    names = {_name(letter): letter for letter in letters}
    left = list(dict.fromkeys(given))
    found: set[int] = set()
    while True:
        new = [
            k
            for k, prop in enumerate(left)
            if k not in found
            and (prop.free & letters or not prop.free)
            and all(names.get(_name(letter), letter) == letter for letter in prop.free)
        ]
        if not new:
            return tuple(left[k] for k in sorted(found))
        for k in new:
            if all(names.get(_name(letter), letter) == letter for letter in left[k].free):
                letters |= left[k].free
                names |= {_name(letter): letter for letter in left[k].free}
            found.add(k)


def hypotheses_of(claim: Prop, given: Sequence[Prop]) -> tuple[Prop, ...]:
    """The hypotheses under which a claim is asked for."""
    return _without_idle(claim, relevant(claim, given))


def _without_idle(claim: Prop, given: tuple[Prop, ...]) -> tuple[Prop, ...]:
    """The hypotheses without those that give a letter of which the claim does not speak a value that is seldom rational, such as
    sqrt(2 log N), which is put in its place: there is such a value wherever its term has one, and no point would say it. And
    without rules for a sequence, what its members are, and bounds on a letter, where nothing else speaks of it: there is one."""
    for prop in given:
        others = [each for each in given if each is not prop]
        rule = recurrence(prop) if isinstance(prop, Each) and not is_implicit(prop.body) else None
        if rule is not None:
            rest = (*(each for each in given if each is not prop), *(each for each in definedness(prop) if each.free))
            if not any(rule in each.free for each in (claim, *rest)):
                return _without_idle(claim, relevant(claim, rest))
        if (named := members_of(prop)) is not None:
            rest = tuple(each for each in given if each is not prop)
            if not any(named in each.free for each in (claim, *rest)):
                return _without_idle(claim, relevant(claim, (*rest, *_where_defined(prop))))
        if not isinstance(prop, Relation):
            continue
        if prop.kind != "=":
            held = {letter for each in (claim, *others) for letter in each.free}
            for said in (_beside(prop, each) for each in sorted(prop.free - held, key=str)):
                if said is None:
                    continue
                left = [each for each in (said, *definedness(prop)) if each.free]
                return _without_idle(claim, relevant(claim, (*others, *left)))
        elif (least := _of_a_length(prop, {letter for each in (claim, *others) for letter in each.free})) is not None:
            left = [each for each in (least, *definedness(prop)) if each.free]
            return _without_idle(claim, relevant(claim, (*others, *left)))
        elif (
            prop.right.mentions(Elementary)
            and _is_any_number(prop.left)
            and prop.left not in prop.right.free | claim.free
        ):
            try:
                put = [substitute(each, {prop.left: prop.right}) for each in others]
            except SymproofError:
                continue  # something is differentiated in that letter
            return _without_idle(claim, (*put, *(each for each in definedness(prop) if each.free)))
    return given


def _is_any_number(letter: Term) -> TypeGuard[Variable]:
    return isinstance(letter, Variable) and letter == Variable(letter.name)


def _of_a_length(equation: Relation, held: Collection[Term]) -> Prop | None:
    """What an equation for the length of a vector of which nothing else speaks says of all else, |v|^2 + a = b that b - a >= 0;
    None where it is no such equation."""
    for side, other in ((equation.left, equation.right), (equation.right, equation.left)):
        terms = side.args if isinstance(side, Add) else (side,)
        for each in terms:
            vector = each.base.vector if isinstance(each, Pow) and isinstance(each.base, Norm) else None
            rest = [term for term in terms if term is not each]
            alone = isinstance(vector, VectorVariable) and vector not in {v for t in (*rest, other) for v in t.free} | {
                *held
            }
            if alone and isinstance(other, Scalar):
                return (
                    Relation(">=", Add((other, *(Neg(term) for term in rest if isinstance(term, Scalar)))), ZERO)
                    if rest
                    else other >= ZERO
                )
    return None


def _beside(bound: Relation, letter: Term) -> Prop | None:
    """What a bound on a letter that stands in it once, as a term, says of all else: y <= x nothing, and so 0 <= 0, and of a
    probability P(A) <= e^{-t} that 0 <= e^{-t}."""
    if not _is_any_number(letter) or (MEANS.match(letter.name) and not letter.name.startswith("P(")):
        return None
    below = bound.kind in ("<", "<=")
    for side, is_least in ((bound.left, below), (bound.right, not below)):
        terms = [each for each in (side.args if isinstance(side, Add) else (side,)) if letter in each.free]
        other = bound.right if side is bound.left else bound.left
        if len(terms) != 1 or terms[0] not in (letter, Neg(letter)) or letter in other.free or bound.kind == "!=":
            continue
        if not letter.name.startswith("P("):
            return Relation("<=", ZERO, ZERO)
        return substitute(bound, {letter: ZERO if is_least == (terms[0] == letter) else ONE})
    return None


def _where_defined(prop: Prop) -> list[Prop]:
    """That what members are said to be has a value at some index: eta_t = 1/(mu t) is meant for these, and mu is not 0."""
    found = []
    for each in definedness(prop):
        if isinstance(each, Each) and each.symbol in each.body.free and len(each.body.free) > 1:
            some = Variable(f"{each.symbol}'", "integer")
            found.append(substitute(each.body, {each.symbol: some}))
    return found


def _name(letter: Term) -> str:
    return str(getattr(letter, "name", letter))
