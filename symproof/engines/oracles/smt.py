"""The SMT solver as an oracle: a statement becomes SMT-LIB text, z3 is asked for a point where it fails.

The text asserts the hypotheses and the negated claim over the reals and integers. "unsat" says that there is no
such point; the kernel may believe it, with z3's name in the trust set. "sat" gives values to try, nothing more.

What makes "unsat" mean "proved":
- Everything asserted besides the negated claim holds wherever the hypotheses do. Hypotheses that cannot be written
  are left out; a claim that cannot be written is refused.
- Sums with symbolic bounds, members of sequences, values of functions stand as constants of which only the range
  is known; they are equal where they are written alike.
- Vectors stand as their inner products, with the Cauchy-Schwarz inequality: true in every dimension.
- z3's division is total. A relation holds only where its sides have values, so the denominators of a hypothesis are not
  zero; those behind a premise are not where the premise holds. That the *claim* has a value the caller must have shown
  before (`defined=True`); then the denominators of a claim that is one relation are not zero either, while in a
  compound claim nothing is assumed of them.

Limits: exponents are numbers; relations between scalars or vectors; no quantifier but the outermost ones of a claim.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from symproof.engines.oracles.smt_terms import Terms
from symproof.errors import UnknownOperator
from symproof.statement import And, Each, Iff, Implies, Not, Or, Prop, Relation, Statement
from symproof.substitution import fresh, name_of, names_in, rename_bound
from symproof.term import Scalar, Variable, Vector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from symproof.doors.worker import Worker

# z3 is given its time, and the clock that kills it this much more, in seconds: a restart costs 0.1 s.
GRACE = 0.5


@dataclass(frozen=True, slots=True)
class SmtAnswer:
    """What the solver says of a statement.

    `status` is "proved", "model" (with values of the scalar letters, to be confirmed exactly) or "unknown" (with
    the `reason`). `solver` is its name and version, `skipped` the hypotheses that were not used.
    """

    status: Literal["proved", "model", "unknown"]
    model: Mapping[Variable, Fraction] = field(default_factory=dict)
    solver: str = ""
    reason: str = ""
    skipped: tuple[Prop, ...] = ()


@dataclass(frozen=True, slots=True)
class Lowering:
    """A statement as SMT-LIB text; `letters` are the scalar letters by their names in it."""

    text: str
    letters: Mapping[str, Variable]
    skipped: tuple[Prop, ...]


def ask(
    statement: Statement, seconds: float, extra_facts: Iterable[Prop] = (), worker: Worker | None = None
) -> SmtAnswer:
    """Ask z3, in a process that is killed when the time is over. The claim must be known to have a value.

    `extra_facts` hold wherever the hypotheses do: established conditions, instances of quantified hypotheses.
    """
    from symproof.doors.worker import shared_worker  # a process is started only where one is needed

    try:
        lowered = lowering(statement, extra_facts, defined=True)
    except UnknownOperator as error:
        return SmtAnswer("unknown", reason=str(error))
    milliseconds = max(1, int(1000 * seconds))
    outcome = (worker or shared_worker()).run(decide_by_z3, (lowered.text, milliseconds), seconds + GRACE)
    if outcome.status != "done":
        return SmtAnswer("unknown", reason=f"z3: {outcome.reason}", skipped=lowered.skipped)
    status, values, solver = outcome.value
    if status == "unsat":
        return SmtAnswer("proved", {}, solver, "", lowered.skipped)
    if status == "sat":
        return SmtAnswer("model", _model(lowered, values), solver, "", lowered.skipped)
    return SmtAnswer("unknown", {}, solver, f"{solver} could not decide in {seconds:g} s", lowered.skipped)


def confirmed_by_cvc5(statement: Statement, seconds: float) -> str | None:
    """cvc5's name and version, where it is installed and finds no point at which the statement fails."""
    from importlib.util import find_spec

    from symproof.doors.worker import shared_worker  # a process is started only where one is needed

    if find_spec("cvc5") is None:
        return None
    try:
        text = lower(statement, defined=True)
    except UnknownOperator:
        return None
    args = (text, max(1, int(1000 * seconds)))
    outcome = shared_worker().run(decide_by_cvc5, args, seconds + GRACE)
    if outcome.status != "done":
        return None
    status, solver = outcome.value
    return solver if status == "unsat" else None


def decide_by_cvc5(text: str, milliseconds: int) -> tuple[str, str]:
    """`doors.cvc5.decide` and cvc5's version; runs in the worker process, where the door may be opened."""
    from symproof.doors.cvc5 import decide, version

    return decide(text, milliseconds), version()


def decide_by_z3(text: str, milliseconds: int) -> tuple[str, dict[str, str], str]:
    """`doors.z3.decide` and z3's version; runs in the worker process, where the door may be opened."""
    from symproof.doors.z3 import decide, version

    return (*decide(text, milliseconds), version())


def lower(statement: Statement, extra_facts: Iterable[Prop] = (), *, defined: bool) -> str:
    """The SMT-LIB text of a statement: the hypotheses, `extra_facts`, and the negated claim; see `lowering`."""
    return lowering(statement, extra_facts, defined=defined).text


def lowering(statement: Statement, extra_facts: Iterable[Prop] = (), *, defined: bool) -> Lowering:
    """A statement as SMT-LIB text that can be satisfied only where the statement fails.

    `defined` is the caller's word that the claim has a value wherever the hypotheses hold.

    Raises:
        ValueError: without that word; show `definedness` first.
        UnknownOperator: something in the claim has no SMT form.
    """
    if not defined:
        raise ValueError(f"{statement.claim}: show first that it has a value; z3's division is total")
    claim, given = _opened(statement)
    terms = Terms()
    goal, conditions = _prop(claim, terms)
    asserted = [f"(not {goal})", *(conditions if isinstance(claim, Relation) else ())]
    skipped: list[Prop] = []
    for fact in _conjuncts((*given, *extra_facts)):
        try:
            text, conditions = _prop(fact, terms)
            asserted += [text, *conditions]
        except UnknownOperator:
            terms.take_conditions()
            skipped.append(fact)
    for symbol in statement.free:
        if isinstance(symbol, Variable):
            terms.scalar(symbol)  # a model has a value for every letter
    asserted = list(dict.fromkeys((*terms.all_facts(), *asserted)))  # before the lines: facts may declare symbols
    text = "".join(f"{line}\n" for line in (*terms.lines, *(f"(assert {fact})" for fact in asserted)))
    if " Int" not in text and "to_real" not in text:
        text = f"(set-logic QF_NRA)\n{text}"  # z3 has a solver of its own for real arithmetic
    return Lowering(text, terms.letters, tuple(skipped))


def _opened(statement: Statement) -> tuple[Prop, tuple[Prop, ...]]:
    """The claim without its outermost quantifiers, and the hypotheses with their ranges."""
    claim, given = statement.claim, statement.given
    taken = names_in(claim, *given)
    while isinstance(claim, Each):
        if name_of(claim.symbol) in taken:
            claim = rename_bound(claim, {claim.symbol: fresh(claim.symbol, taken)})
        taken.add(name_of(claim.symbol))
        if isinstance(claim.symbol, Variable):
            given += tuple(Relation(">=", claim.symbol, low) for low in (claim.low,) if low is not None)
            given += tuple(Relation("<=", claim.symbol, high) for high in (claim.high,) if high is not None)
        claim = claim.body
    return claim, given


def _conjuncts(props: Iterable[Prop]) -> Iterator[Prop]:
    for each_prop in props:
        if isinstance(each_prop, And):
            yield from _conjuncts(each_prop.args)
        else:
            yield each_prop


def _prop(prop: Prop, terms: Terms) -> tuple[str, list[str]]:
    """A statement as text, and the conditions under which it has a value: it holds where the text and all of them do.

    What stands behind a premise is asked for where the premise holds, a part of a conjunction where those before it do, and
    an alternative where it is taken.
    """
    match prop:
        case Relation(kind, Scalar() as left, Scalar() as right):
            return terms.compare(kind, left, right), terms.take_conditions()
        case Relation("=", Vector() as left, Vector() as right):
            return terms.same(left, right), terms.take_conditions()
        case Relation("!=", Vector() as left, Vector() as right):
            return f"(not {terms.same(left, right)})", terms.take_conditions()
        case And(args):
            texts: list[str] = []
            needed: list[str] = []
            for arg in args:
                text, conditions = _prop(arg, terms)
                needed += [f"(=> {_all(texts)} {each})" if texts else each for each in conditions]
                texts.append(text)
            return _all(texts), needed
        case Or(args):
            holding = [_holds(arg, terms) for arg in args]
            return (f"(or {' '.join(holding)})" if holding else "false"), []
        case Not(arg):
            text, conditions = _prop(arg, terms)
            return f"(not {text})", conditions
        case Implies(left, right):
            premise = _holds(left, terms)
            text, conditions = _prop(right, terms)
            return f"(=> {premise} {text})", [f"(=> {premise} {each})" for each in conditions]
        case Iff(left, right):
            return _prop(And((Implies(left, right), Implies(right, left))), terms)
        case Relation(kind, left):
            raise UnknownOperator(f"no SMT form for {kind} between {type(left).__name__} terms: {prop}")
        case _:
            raise UnknownOperator(f"no SMT form for {type(prop).__name__}: {prop}")


def _holds(prop: Prop, terms: Terms) -> str:
    text, conditions = _prop(prop, terms)
    return _all([text, *conditions])


def _all(parts: list[str]) -> str:
    return f"(and {' '.join(parts)})" if len(parts) > 1 else (parts or ["true"])[0]


def _model(lowered: Lowering, values: Mapping[str, str]) -> dict[Variable, Fraction]:
    """The values of the statement's letters, of its domain where the solver gave none."""
    return {
        letter: Fraction(values[name]) if name in values else _any_value(letter)
        for name, letter in lowered.letters.items()
    }


def _any_value(letter: Variable) -> Fraction:
    if letter.least is not None:
        return Fraction(max(letter.least, 0))
    return Fraction({"positive": 1, "nonzero": 1, "negative": -1}.get(letter.sign, 0))
