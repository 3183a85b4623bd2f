"""What becomes of a mutant: its steps are tried at many exact points, and what fails at one must not be proved."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

from symproof import statement as st
from symproof import term as tm
from symproof.derivation import Derivation
from symproof.engines.refute.falsify import find_failure
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import NotAFailure, NoValue, Undecided, admissible, failure, holds
from symproof.lemmas import InternalError, Lemmas
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue, Value
from symproof.readers.module import load
from symproof.statement import Statement
from symproof.verdict import Proved, Verdict

POINTS, AS_EQUATION = 40, 8
"""At how many points a statement is seen to hold; an equation that is false holds almost nowhere."""
HUNT = 0.1
"""Seconds of the falsifier's, whose points are as exact, where plain drawing does not meet the hypotheses."""


@dataclass(frozen=True)
class Outcome:
    """What became of one step or derivation of a mutant. Where a `point` shows that it is false: refuted, unknown, or proved,
    which must not be; else "true so far as points could tell", and nothing was tried, or "not built"."""

    name: str
    status: str
    point: Point | None = None


class Cited(Lemmas):
    """Lemmas that remember, over many mutants of a file, what was proved of the derivations that are cited."""

    def __init__(self, proved: dict[Statement, Proved]) -> None:
        super().__init__(1.5, advise=False)
        self.proved = proved

    def whole(self, derivation: Derivation) -> Verdict:
        if derivation.statement not in self.proved:
            verdict = super().whole(derivation)
            if not isinstance(verdict, Proved):
                return verdict
            self.proved[derivation.statement] = verdict
        return self.proved[derivation.statement]

    def mutant(self, derivation: Derivation) -> Verdict:
        """The verdict on a derivation by its own steps, whatever was proved of its statement before."""
        return super().whole(derivation)


def outcomes(path: Path, unchanged: frozenset[Statement], proved: dict[Statement, Proved]) -> Iterator[Outcome]:
    """What becomes of each step of a file, and of each derivation as a whole, that is not one of the `unchanged` ones;
    `proved` is added to."""
    try:
        derivations = load(path)
    except SymproofError:
        yield Outcome("", "not built")
        return
    lemmas = Cited(proved)
    for derivation in derivations:
        if derivation.build() is not None:
            yield Outcome(derivation.name, "not built")
        else:
            yield from _settled(derivation, unchanged, lemmas)


def statements(path: Path) -> frozenset[Statement]:
    """All statements of a file: of its derivations, and of their steps."""
    derivations = load(path)
    return frozenset(s for d in derivations for s in (d.statement, *d.statements))


def _settled(derivation: Derivation, unchanged: frozenset[Statement], lemmas: Cited) -> Iterator[Outcome]:
    statements = derivation.statements
    for k, statement in enumerate(statements):
        if statement not in unchanged:
            yield _tried(f"{derivation.name}[{k + 1}]", statement, partial(lemmas.step, derivation, k))
    if derivation.statement not in unchanged.union(statements):
        yield _tried(derivation.name, derivation.statement, partial(lemmas.mutant, derivation))


def _tried(name: str, statement: Statement, settle: Callable[[], Verdict]) -> Outcome:
    """A proof is tried only of what is known to be false: of the rest it would say nothing, and the search takes long."""
    point = false_point(statement) or find_failure(statement, HUNT)
    if point is None:
        return Outcome(name, "true so far as points could tell")
    try:
        return Outcome(name, settle().status, point)
    except (SymproofError, InternalError) as error:
        assert isinstance(error, SymproofError), f"{name}: {error}"
        return Outcome(name, "not built")


def false_point(statement: Statement, seed: int = 0) -> Point | None:
    """A point at which a statement fails; independent of the falsifier."""
    chance = random.Random(seed)
    held = 0
    is_equation = isinstance(statement.claim, st.Relation) and statement.claim.kind == "="
    symbols = _symbols(statement)
    for _ in range((POINTS * 4 if statement.given else POINTS) if symbols else 1):  # few draws meet hypotheses
        point = Point({symbol: _value(symbol, chance) for symbol in symbols}, 1)
        try:
            failure(statement, point)
            return point
        except NotAFailure:
            held += _holds(statement, point)
        if held >= (AS_EQUATION if is_equation else POINTS):
            break
    return None


def _holds(statement: Statement, point: Point) -> bool:
    """Whether the hypotheses hold and the claim was seen to be true; a claim that is undecided counts for nothing."""
    try:
        return admissible(statement.given, point) and (
            isinstance(statement.claim, (st.Minimizer, st.Iff, st.Each)) or holds(statement.claim, point)
        )
    except (NoValue, Undecided):
        return isinstance(statement.claim, st.Relation) and False


def _symbols(statement: Statement) -> list[tm.Term]:
    symbols = set(statement.free)
    if isinstance(statement.claim, (st.Minimizer, st.Each)):
        symbols.add(statement.claim.variable if isinstance(statement.claim, st.Minimizer) else statement.claim.symbol)
    return sorted(symbols, key=lambda symbol: (type(symbol).__name__, str(symbol)))


def _number(chance: random.Random) -> Fraction:
    return Fraction(chance.randint(-6, 6), chance.choice((1, 1, 2, 3)))


def _value(symbol: tm.Term, chance: random.Random) -> Value:
    match symbol:
        case tm.Variable(domain="natural", least=least):
            return Fraction((least or 0) + chance.randint(0, 3))
        case tm.Variable(domain="integer"):
            return Fraction(chance.randint(-3, 3))
        case tm.Variable(sign=sign):
            size = abs(_number(chance)) + Fraction(1, 3)
            return {"positive": size, "nonnegative": size, "negative": -size, "nonzero": size}.get(
                sign, _number(chance)
            )
        case tm.VectorVariable():
            return (_number(chance),)
        case tm.ResidueVariable():
            return chance.randint(0, 1)
        case tm.Sequence(item=tm.VectorVariable()):
            return SequenceValue({k: (_number(chance),) for k in range(6)}, (Fraction(0),))
        case tm.Sequence():
            return SequenceValue({k: _number(chance) for k in range(6)}, Fraction(0))
        case tm.Function():
            return QuadraticFunction(_number(chance), (_number(chance),), _number(chance))
        case _:
            return MatrixValue(((_number(chance),),))
