"""Settling a statement: engines search for a certificate or a point, the kernel decides.

Order: proof by the quick engines, a few points, proof by the other cheap engines, a short question to z3, a glance for a
failing point where z3 does not say that there is none, then the slower engines stage by stage, with a short look for a point
after the first and a longer one after the second, then the oracles, then the longest look, and last the missing hypothesis;
each look goes on where the one before it stopped. The same input takes the same path; only the budget can cut it short, and
then the verdict says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from symproof import statement as st
from symproof import term as tm
from symproof.clock import PartOutOfTime, part_limit
from symproof.engines.deadline import Deadline
from symproof.engines.growing import FIRST_OF_ORDERS, GROWING, GROWING_ORDERS
from symproof.engines.integers.induct import growing, induct
from symproof.engines.integers.residues import induct_around
from symproof.engines.logic.lemmas import prove_with
from symproof.engines.logic.named import named
from symproof.engines.missing import missing_hypothesis
from symproof.engines.oracles import solvers
from symproof.engines.oracles.word import cvc5, sympy, z3
from symproof.engines.search import FALSE, Engine, Search, state
from symproof.engines.stages import (
    EQUATIONS,
    FIRST,
    HEAVY,
    LIGHT,
    LOGIC,
    PINNED,
    QUICK,
    STAGES,
    WITH_MATRICES,
)
from symproof.engines.sums.positive_members import positive_members
from symproof.engines.vain import Vain
from symproof.engines.valued import with_values
from symproof.kernel import check, confirm, facts_of
from symproof.statement import Statement
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness, needed
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved, Refuted, Unknown, Verdict

if TYPE_CHECKING:
    from symproof.by import By
    from symproof.engines.oracles.smt import SmtAnswer
    from symproof.engines.refute.hunt import Hunt
    from symproof.point import Point

SOON, FALSIFY, LONGER, REMEDY, WORD, PART = 0.15, 0.4, 3, 0.3, 0.1, 0.1
MARGIN, GRACE = 1.25, 0.5
"""Seconds after which the first search for a proof pauses for a glance at points; for the first look for a failing point, and how
many times that the second takes; seconds for the hypothesis that a refuted claim lacks; the share of the budget in which it is
shown that a claim has a value which a solver takes for true, and the share that each stage has at least. A part that forgets
the time is stopped after so many times its own and so many seconds more, and the others still have theirs."""


class _Seen(Exception):
    """A failing point was seen while a proof was looked for."""

    def __init__(self, refuted: Refuted) -> None:
        self.refuted = refuted


class _Looks:
    """The looks for a point where a statement fails; each goes on where the last one stopped. First come the few candidates that
    cost little, when the quick engines found no proof, then a glance, once none is found soon: most false claims need no more."""

    def __init__(self, statement: Statement, seconds: float) -> None:
        self.statement, self.seconds, self.soon = statement, seconds, Deadline.now().after(SOON)
        equations = any(map(st.is_equation, statement.given))
        self.before = (*QUICK, *EQUATIONS) if equations else QUICK  # a point at which equations hold is dear
        self.hunt: Hunt | None = None
        self.glanced = False

    def __call__(self, engine: Engine) -> None:
        """Take the look that is due before an engine is asked.

        Raises:
            _Seen: the statement fails at a point.
        """
        if self.glanced or (self.hunt is None and engine in self.before):
            return
        refuted = self.first() if self.hunt is None else self.glance() if self.soon.over() else None
        if refuted is not None:
            raise _Seen(refuted)

    def first(self) -> Refuted | None:
        """What is seen at the candidates that come at once."""
        from symproof.engines.refute.falsify import first_failure  # only needed where a proof was not found
        from symproof.engines.refute.hunt import Hunt

        self.hunt = Hunt(self.statement)
        return _at(self.statement, first_failure(self.hunt))

    def glance(self) -> Refuted | None:
        """What is seen at a glance, the first time."""
        if self.glanced:
            return None
        self.glanced = True
        return self.longer(self.seconds, glance=True)

    def longer(self, seconds: float, *, glance: bool = False) -> Refuted | None:
        """What is seen in so many seconds more."""
        from symproof.engines.refute.hunt import Hunt

        self.hunt = Hunt(self.statement) if self.hunt is None else self.hunt
        return _by_point(self.statement, seconds, glance=glance, hunt=self.hunt)


def settle(
    statement: Statement,
    *,
    by: By | None = None,
    budget: float = 10.0,
    lemmas: Sequence[Proved] = (),
    advise: bool = True,
    briefly: bool = False,
) -> Verdict:
    """The verdict on a statement within `budget` seconds; with `advise`, one that is not proved names the hypothesis
    that is missing, where there is one; `briefly`, the cheap engines and a glance at points have to do."""
    looks = _Looks(statement, min(FALSIFY, budget / 4))
    try:
        if briefly:
            return _settle_briefly(statement, budget, looks)
        verdict = _settle(statement, by, budget, lemmas, looks)
    except _Seen as seen:
        verdict = seen.refuted
    if not advise or isinstance(verdict, Proved) or verdict.by in ("omitted", "opposite", "weakened"):
        return verdict
    condition = missing(statement, verdict.conditions, budget, lemmas, refuted=isinstance(verdict, Refuted))
    if condition is None:
        return verdict
    advice = f"It is proved under: {condition}"
    if isinstance(verdict, Refuted) and verdict.point is not None:
        return confirm(statement, verdict.point, by=verdict.by, advice=advice)
    return Unknown(statement, by=verdict.by, reason=f"{verdict.reason}\n{advice}", conditions=verdict.conditions)


def _settle(statement: Statement, by: By | None, budget: float, lemmas: Sequence[Proved], looks: _Looks) -> Verdict:
    started, vain = Deadline.now(), Vain(look=looks)
    if by is not None and by.name == "omitted":
        return Unknown(statement, by="omitted", reason="the proof is left out")
    stages = _stages_of(statement) if by is None or by.name in ("assumed", "at", "witness") else _pinned(by.name)
    named = by is not None and by.name in PINNED  # what the author has named: a short try without the heavy engines
    if by is not None and by.name == "assumed" and (refuted := looks.longer(looks.seconds)) is not None:
        return refuted  # nobody may assume what is false
    first = 0.6 if len(stages) == 1 else 0.15 if named else 0.3
    verdict: Verdict = _by_proof(statement, by, started.after(budget * first), lemmas, stages[0], vain)
    if isinstance(verdict, Proved):
        return verdict
    if (
        by is None
        and isinstance(verdict, Unknown)
        and _is_true_where_defined(verdict, lemmas, stages[0], looks.seconds)
    ):
        return verdict
    early = solvers.asked_early(statement, budget) if by is None else None
    if early is not None and (refuted := solvers.at_model(statement, early)) is not None:
        return refuted
    believed = early is not None and early.status == "proved"
    if not believed:  # else there is no point to see, and no need to ask for the parts
        if (refuted := looks.glance()) is not None:
            return refuted
        if (refuted := _by_opposite(statement, started.after(budget * first))) is not None:
            return refuted
        if (refuted := _by_stronger(statement, looks.seconds)) is not None:
            return refuted
    oracles = () if by is not None or believed else ((*FIRST, ("z3", z3), ("cvc5", cvc5), ("sympy", sympy)),)
    shares = (0.9,) if named else (0.4, 0.5, 0.6, 0.8) if stages is WITH_MATRICES else (0.5, 0.6, 0.8)
    plan = [*zip(shares, (*stages[1:], *oracles), strict=False)]
    if by is None:
        plan = [*((0.1 if each is FIRST_OF_ORDERS else 0.5, each) for each in _for_growth(statement.claim)), *plan]
    seconds = [] if believed else [looks.seconds, min(LONGER * looks.seconds, budget / 6)]
    for share, engines in plan:
        verdict = _by_proof(statement, by, _share(started, budget, share), lemmas, engines, vain)
        if isinstance(verdict, Proved):
            return verdict
        if seconds and (refuted := looks.longer(seconds.pop(0))) is not None:
            return refuted
    refuted = None if believed else looks.longer(max(0.0, min(budget / 3, started.after(budget).left())))
    if refuted is not None:
        return refuted
    late = solvers.asked_late(statement, budget, early)
    if late.status == "proved" and by is None:
        if (refuted := looks.glance()) is not None:
            return refuted  # nobody's word stands against a point
        return _by_proof(statement, by, Deadline.now().after(budget * WORD), lemmas, STAGES[0], vain, word=late)
    refuted = solvers.at_model(statement, late)
    return verdict if refuted is None else refuted


def _settle_briefly(statement: Statement, budget: float, looks: _Looks) -> Verdict:
    """The verdict by the first stages alone, and a glance."""
    deadline, vain = Deadline.now().after(budget), Vain(look=looks)
    verdict: Verdict = Unknown(statement)
    for engines in (*_stages_of(statement)[:1], *_for_growth(statement.claim)[:1]):
        verdict = _by_proof(statement, None, deadline, (), engines, vain)
        if isinstance(verdict, Proved):
            return verdict
    refuted = looks.glance()
    return verdict if refuted is None else refuted


def _stages_of(statement: Statement) -> tuple[tuple[tuple[str, Engine], ...], ...]:
    """The stages of a statement of which the author names no engine."""
    of_letters = any(isinstance(letter, tm.MatrixVariable) for letter in statement.free)
    return WITH_MATRICES if of_letters else STAGES


def _for_growth(claim: st.Prop) -> tuple[tuple[tuple[str, Engine], ...], ...]:
    """The stages that come after the first on a claim that grows with a natural number, cheap ones first."""
    if not _grows(claim):
        return ()
    if claim.kind == "=":
        return (GROWING,)
    return (GROWING_ORDERS,) if claim.mentions(tm.VectorSum) else (FIRST_OF_ORDERS, GROWING_ORDERS)


def _share(started: Deadline, budget: float, share: float) -> Deadline:
    """When a stage ends that may take until a share of the budget is over: a small part is left to each, however long the looks
    for points and the wait for a solver took before it, as long as the budget lasts."""
    latest = max(started.after(budget * share), Deadline.now().after(budget * PART), key=Deadline.left)
    return min(latest, started.after(budget), key=Deadline.left)


def _is_true_where_defined(
    verdict: Unknown, lemmas: Sequence[Proved], engines: tuple[tuple[str, Engine], ...], seconds: float
) -> bool:
    """Whether a relation lacks a value at a point where all hypotheses hold, so that nothing can prove it, and is proved
    wherever it has one, so that nothing can refute it: a/b*c = a*c/b, at b = 0."""
    given, claim = verdict.statement.given, verdict.statement.claim
    if not isinstance(claim, st.Relation) or not verdict.conditions or verdict.conditions[0] not in needed(claim):
        return False
    if _by_point(Statement(given, verdict.conditions[0]), seconds, glance=True) is None:
        return False
    defined = Statement((*given, *definedness(claim)), claim)
    return isinstance(_by_proof(defined, None, Deadline.now().after(seconds), lemmas, engines, Vain()), Proved)


def _pinned(name: str) -> tuple[tuple[tuple[str, Engine], ...], ...]:
    """What a word allows, in stages."""
    allowed = PINNED[name]
    light = tuple(row for row in allowed if row[1] not in HEAVY)
    return (allowed,) if len(light) == len(allowed) else (light, allowed)


def _grows(claim: st.Prop) -> TypeGuard[st.Relation]:
    """Whether a claim is a relation that an induction may prove."""
    return isinstance(claim, st.Relation) and claim.kind != "!=" and bool(growing(claim))


def _by_proof(
    statement: Statement,
    by: By | None,
    deadline: Deadline,
    lemmas: Sequence[Proved],
    engines: tuple[tuple[str, Engine], ...],
    vain: Vain,
    word: SmtAnswer | None = None,
) -> Verdict:
    """A proof, or what is left open; with a solver's `word` that the claim is true, a proof that it has a value."""
    search = Search(deadline, engines, light=LIGHT, vain=vain)
    try:
        with part_limit(MARGIN * max(0.0, deadline.left()) + GRACE, "an engine"):
            return _searched(search, statement, by, lemmas, word)
    except PartOutOfTime:
        facts_of.cache_clear()  # what was half read is not read on
        vain.forget()
        return Unknown(statement, reason=_open(search, late=True))


def _searched(
    search: Search, statement: Statement, by: By | None, lemmas: Sequence[Proved], word: SmtAnswer | None
) -> Verdict:
    """The same by one search."""
    facts, valued = with_values(facts_of(statement.given))
    found: Certificate | None
    try:
        if by is not None and by.name == "assumed":
            found = ct.Assumed(str(by.args[0]))
        elif by is not None and by.name == "induction":
            letter = by.args[0]
            found = prove_with(
                search,
                facts,
                statement.claim,
                lemmas,
                lambda facts, goal: _by_induction(search, facts, goal, letter),
            )
        elif by is not None and by.name in ("at", "witness"):
            found = named(search, facts, statement.claim, by, lemmas)
        elif word is not None:
            found = solvers.by_word(search, facts, statement.claim, word)
        else:
            stated = positive_members(search, facts, statement.claim)
            known = facts.extended([prop for prop, _ in stated])
            found = state(stated, prove_with(search, known, statement.claim, lemmas))
        if found is not None:
            for number in reversed(valued):
                found = ct.Valued(number, found)
            return check(statement, found, by=_word(by, search, statement.claim, lemmas), lemmas=lemmas)
    except Rejected as error:
        others = tuple(row for row in search.engines if row[0] not in search.words)
        if len(others) < len(search.engines):  # an engine was wrong; the others are asked without it
            again = Search(search.deadline, others, light=LIGHT, vain=search.vain)
            return _searched(again, statement, by, lemmas, None)
        return Unknown(statement, by="kernel", reason=str(error))
    except RecursionError:
        facts_of.cache_clear()  # what was half read is not read on
        return Unknown(statement, reason="the terms are nested too deeply")
    return Unknown(statement, reason=_open(search, search.expired()), conditions=tuple(search.missing))


def _by_induction(search: Search, facts: Facts, claim: st.Prop, letter: object) -> Certificate | None:
    if isinstance(letter, tm.ResidueVariable):
        return induct_around(search, facts, claim, letter)
    return induct(search, facts, claim, letter) if isinstance(letter, tm.Variable) else None


def _at_sight(claim: st.Prop) -> str:
    """What settles a claim that needs no engine: for an equation, that both sides have one normal form."""
    match claim:
        case st.Relation("=", tm.Matrix()):
            return "entries"
        case st.Relation("="):
            return "ring"
        case _:
            return "evident"


def _word(by: By | None, search: Search, claim: st.Prop, lemmas: Sequence[Proved]) -> str:
    if by is not None and by.name in ("assumed", "induction"):
        return by.name
    word = search.words[-1] if search.words else _at_sight(claim)
    return f"{word}, cited" if lemmas and word != "evident" else "cited" if lemmas else word


def _open(search: Search, late: bool) -> str:
    """What is left of a statement that was not proved, in words."""
    if search.missing:
        needs = " and ".join(str(condition) for condition in dict.fromkeys(search.missing))
        return f"not known to be defined\nneeds {needs}, and no hypothesis gives it"
    goals = [str(goal) for goal in dict.fromkeys(search.left) if goal != FALSE]
    what = f"left open: {goals[-1]}" if goals else "left open"
    tried = ", ".join(name for name, _ in search.engines if name)
    return f"{what}\n{'the budget was used up by' if late else 'tried'} {tried}"


def _by_point(
    statement: Statement, seconds: float, *, glance: bool = False, hunt: Hunt | None = None
) -> Refuted | None:
    """A point where the statement fails, made as simple as can be."""
    from symproof.engines.refute.falsify import find_failure

    try:
        with part_limit(MARGIN * seconds + GRACE, "the look for a point"):
            return _at(statement, find_failure(statement, seconds, glance=glance, hunt=hunt))
    except PartOutOfTime:
        facts_of.cache_clear()
        return None


def _at(statement: Statement, point: Point | None) -> Refuted | None:
    """The refutation at a point, made as simple as can be."""
    from symproof.engines.refute.shrink import shrink
    from symproof.evaluation.evaluate import NotAFailure

    if point is None:
        return None
    try:
        return confirm(statement, shrink(statement, point))
    except NotAFailure:
        return None


def _by_opposite(statement: Statement, deadline: Deadline) -> Refuted | None:
    """A proof of the opposite at a point, where a claim looks for a value."""
    if not statement.claim.mentions(st.Exists):
        return None
    from symproof.engines.refute.opposite import by_opposite  # only needed there

    return by_opposite(statement, Search(deadline, (*STAGES[0], *LOGIC), light=LIGHT))


def _by_stronger(statement: Statement, seconds: float) -> Refuted | None:
    """A failing point under stronger hypotheses, where some bound each member of a sequence by those before it."""
    if not any(isinstance(prop, st.Each) for prop in statement.given):
        return None
    from symproof.engines.refute.stronger import by_stronger  # only needed there

    search = Search(Deadline.now().after(seconds), (*STAGES[0], *GROWING_ORDERS), light=LIGHT)
    return by_stronger(statement, search, lambda stronger: _by_point(stronger, seconds, glance=True))


def missing(
    statement: Statement, conditions: Sequence[st.Prop], budget: float, lemmas: Sequence[Proved] = (), *, refuted: bool
) -> st.Prop | None:
    """The missing hypothesis of a statement that was not proved: one under which it is, kernel alone. `conditions` are those of
    definedness that were left open. A point says enough of a false claim, so that less time is spent on one."""
    seconds = min(REMEDY if refuted else 2.0, budget / 4)

    def proves(stronger: Statement) -> bool:
        deadline, vain = Deadline.now().after(seconds / 4), Vain()
        return any(isinstance(_by_proof(stronger, None, deadline, lemmas, stage, vain), Proved) for stage in STAGES[:2])

    return missing_hypothesis(statement, list(conditions), proves, seconds)
