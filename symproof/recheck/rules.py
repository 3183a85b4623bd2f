"""The rules of certificates: `follow(facts, goal, certificate, lemmas)` returns what the proof rests on, or rejects it.

Facts are numbered: the hypotheses, then what is added on the way. Every rule asks for the definedness of what it brings in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from .build import make, opened, substitute, with_sets
from .calculus import relation
from .certificates import Certificate, require
from .facts import Facts, range_of
from .integer_rules import OF_INTEGERS
from .invertible import nearby
from .laws import LAW_LETTERS, LAWS
from .leaves import NOTHING, Trust, assumed, combination, enclosed, evident, fact_at, oracle
from .matrix_rules import STATED, combine
from .mean_value import mean_value
from .meaning import declared, meaning, within
from .polynomial import NotNormal
from .series import OF_SERIES
from .terms import (
    NEGATED,
    ZERO,
    Node,
    Reject,
    free,
    is_integer,
    minus,
    name_of,
    number,
    over,
    shape,
    show,
    sort,
)


class Lemma(NamedTuple):
    """What may be cited: hypotheses, claim, and what its proof rests on."""

    given: tuple[Node, ...]
    claim: Node
    trusts: frozenset[str]


Lemmas = tuple[Lemma, ...]
SUBGOALS: dict[str, Callable[..., Any]] = {**OF_INTEGERS, **OF_SERIES, "MeanValue": mean_value, "Nearby": nearby}


def follow(facts: Facts, goal: Node, certificate: Certificate, lemmas: Lemmas) -> Trust:
    """What a proof of a goal rests on.

    Raises:
        Reject: it is none.
    """
    name, *fields = certificate
    if name in STATED:
        return by_sums(facts, goal, lemmas, name, tuple(fields))
    if name in SUBGOALS:
        return by_subgoals(facts, goal, lemmas, name, tuple(fields))
    return RULES[name](facts, goal, lemmas, *fields)


# Facts --------------------------------------------------------------------------------------------


def have(facts: Facts, goal: Node, lemmas: Lemmas, fact: Node, proof: Certificate, rest: Certificate) -> Trust:
    """A fact is proved, and serves the rest of the proof."""
    return follow(facts, fact, proof, lemmas) | follow(facts.and_(fact), goal, rest, lemmas)


def instance(facts: Facts, goal: Node, lemmas: Lemmas, k: int, value: Node, rest: Certificate) -> Trust:
    """A fact `for each` is used at one value that its letter may take."""
    _, symbol, body, low, high = fact_at(facts, k, "Each")
    check_value(facts, symbol, value, low, high)
    return follow(facts.and_(substitute(body, {symbol: value})), goal, rest, lemmas)


def check_value(facts: Facts, symbol: Node, value: Node, low: Node | None = None, high: Node | None = None) -> None:
    """Reject a value that a letter may not take."""
    facts.require_defined(value)
    props = range_of(value, low, high)
    match symbol:
        case ("Variable", _, domain, _, _):
            require(sort(value) == "scalar", f"{show(value)} is no scalar")
            whole = domain in ("integer", "natural")
            require(not whole or is_integer(value), f"{show(value)} is not known to be an integer")
            rational = value[0] == "Number" or (value[0] == "Variable" and value[2] != "real")
            require(domain != "rational" or rational, f"{show(value)} is not known to be rational")
            own = declared(symbol)
            if own is not None and not (low is not None and whole):
                props.append(substitute(own, {symbol: value}))
        case ("VectorVariable", _):
            require(sort(value) == "vector", f"{show(value)} is no vector")
        case ("MatrixVariable", *_):
            require(sort(value) == "matrix" and shape(value) == shape(symbol), f"{show(value)} has another shape")
        case ("ResidueVariable", _, where):
            require(sort(value) == "residue" and over(value) == where, f"{show(value)} is of another Z/n")
        case _:
            raise Reject(f"{show(symbol)} is no letter that a value can be put for")
    for prop in props:
        require(facts.evident(prop), f"{show(value)} is put for {show(symbol)}, which needs {show(prop)}")


def entrywise(facts: Facts, goal: Node, lemmas: Lemmas, k: int, rest: Certificate) -> Trust:
    """An equation of matrices is used entry by entry."""
    fact = fact_at(facts, k, "Relation")
    require(fact[1] == "=" and sort(fact[2]) == "matrix", f"{show(fact)} is no equation of matrices")
    return follow(facts.and_(meaning(fact, facts.props)), goal, rest, lemmas)


def detach(facts: Facts, goal: Node, lemmas: Lemmas, k: int, premise: Certificate, rest: Certificate) -> Trust:
    """The premise of an implication is proved, and its conclusion used."""
    _, left, right = fact_at(facts, k, "Implies")
    return follow(facts, left, premise, lemmas) | follow(facts.and_(right), goal, rest, lemmas)


def obtain(facts: Facts, goal: Node, lemmas: Lemmas, k: int, letter: Node, rest: Certificate) -> Trust:
    """A fact `there is` is used with a letter of which nothing was said before."""
    _, symbol, body, low, high = fact_at(facts, k, "Exists")
    spoken = {name_of(each) for prop in (goal, *facts.props) for each in free(prop)}
    require(name_of(letter) not in spoken, f"{show(letter)} is spoken of already")
    like = opened(symbol, low, high, facts.props, (body,))
    require(letter == (like[0], name_of(letter), *like[2:]), f"{show(letter)} is not declared as {show(symbol)} is")
    inside = facts.and_(*range_of(letter, low, high), substitute(body, {symbol: letter}))
    return follow(inside, goal, rest, lemmas)


def law(facts: Facts, goal: Node, lemmas: Lemmas, name: str, values: tuple[Node, ...], rest: Certificate) -> Trust:
    """A law of the elementary functions is used at values that fulfil its conditions."""
    require(name in LAWS, f"there is no law {name!r}")
    given, claim = LAWS[name]
    letters = [letter for letter in LAW_LETTERS if letter in free(claim).union(*map(free, given))]
    require(len(letters) == len(values), f"the law {name} is about {len(letters)} values")
    chosen = dict(zip(letters, values, strict=True))
    for letter, value in chosen.items():
        check_value(facts, letter, value)
    for prop in (substitute(each, chosen) for each in given):
        facts.require_defined(prop)
        require(facts.evident(prop), f"the law {name} needs {show(prop)}")
    fact = substitute(claim, chosen)
    facts.require_defined(fact)
    return follow(facts.and_(fact), goal, rest, lemmas)


def cited(facts: Facts, goal: Node, lemmas: Lemmas, k: int, pairs: Any, proofs: Any, rest: Certificate) -> Trust:
    """A lemma is used at values for its letters, each of its hypotheses proved; what it rests on comes along."""
    require(0 <= k < len(lemmas), f"there is no lemma {k}")
    lemma, letters = lemmas[k], dict(pairs)
    for symbol, value in letters.items():
        check_value(facts, with_sets(symbol, letters), value)
    require(len(lemma.given) == len(proofs), f"the lemma has {len(lemma.given)} hypotheses")
    trust = lemma.trusts
    for prop, proof in zip(lemma.given, proofs, strict=True):
        trust |= follow(facts, substitute(prop, letters), proof, lemmas)
    return trust | follow(facts.and_(substitute(lemma.claim, letters)), goal, rest, lemmas)


# Logic --------------------------------------------------------------------------------------------


def cases(facts: Facts, goal: Node, lemmas: Lemmas, fact: Node, yes: Certificate, no: Certificate) -> Trust:
    """The goal is proved where a relation holds, and where it does not."""
    require(fact[0] == "Relation", f"{show(fact)} tells no cases apart")
    facts.require_defined(fact)
    opposite = relation(NEGATED[fact[1]], *fact[2:])
    return follow(facts.and_(fact), goal, yes, lemmas) | follow(facts.and_(opposite), goal, no, lemmas)


def alternatives(facts: Facts, goal: Node, lemmas: Lemmas, k: int, proofs: tuple[Certificate, ...]) -> Trust:
    """The goal is proved under each alternative of an `or`; of `a != b` they are a < b and a > b."""
    fact = facts.props[k] if 0 <= k < len(facts.props) else ()
    if fact[:2] == ("Relation", "!=") and sort(fact[2]) == "scalar":  # two numbers that differ are in order
        args: Any = (relation("<", *fact[2:]), relation(">", *fact[2:]))
    else:
        _, args = fact_at(facts, k, "Or")
    require(len(args) == len(proofs), f"fact {k} has {len(args)} alternatives")
    return NOTHING.union(*(follow(facts.and_(arg), goal, p, lemmas) for arg, p in zip(args, proofs, strict=True)))


def absurd(facts: Facts, _: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    """The facts contradict each other: 0 < 0 is proved from them."""
    return follow(facts, relation("<", ZERO, ZERO), proof, lemmas)


def contrary(facts: Facts, _: Node, lemmas: Lemmas, k: int, proof: Certificate) -> Trust:
    """A fact says that two things differ, and they are equal."""
    _, kind, left, right = fact_at(facts, k, "Relation")
    require(kind == "!=", f"fact {k} does not say that two things differ")
    return follow(facts, relation("=", left, right), proof, lemmas)


def _sides(goal: Node, kind: str, of: str) -> tuple[Node, Node]:
    require(goal[:2] == ("Relation", kind) and sort(goal[2]) == of, f"{show(goal)} is of another form")
    return goal[2], goal[3]


def ordered(facts: Facts, goal: Node, lemmas: Lemmas, less: bool, proof: Certificate) -> Trust:
    """Two numbers differ, as one is less than the other."""
    left, right = _sides(goal, "!=", "scalar")
    return follow(facts, relation("<" if less else ">", left, right), proof, lemmas)


def between(facts: Facts, goal: Node, lemmas: Lemmas, below: Certificate, above: Certificate) -> Trust:
    """Two numbers are equal, as neither is greater than the other."""
    left, right = _sides(goal, "=", "scalar")
    trust = follow(facts, relation("<=", left, right), below, lemmas)
    return trust | follow(facts, relation(">=", left, right), above, lemmas)


def definite(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    """Two vectors, or matrices, are equal, as the square of the norm of their difference is <= 0."""
    if goal[0] == "Relation" and sort(goal[2]) == "matrix":
        x, y = _sides(goal, "=", "matrix")
        difference = make("MatrixAdd", x, make("MatrixScale", number(-1), y))
        square = make("MatrixTrace", make("MatrixMul", make("Transpose", difference), difference))
        return follow(facts, relation("<=", square, ZERO), proof, lemmas)
    gap = minus(*_sides(goal, "=", "vector"))
    return follow(facts, relation("<=", ("Inner", gap, gap), ZERO), proof, lemmas)


def parts(facts: Facts, goal: Node, lemmas: Lemmas, proofs: tuple[Certificate, ...]) -> Trust:
    """The parts of an `and`, or the two directions of an `iff`, in order: each may use those before it."""
    if goal[0] == "Iff":
        goal = ("And", (("Implies", goal[1], goal[2]), ("Implies", goal[2], goal[1])))
    require(goal[0] == "And" and len(goal[1]) == len(proofs), f"{show(goal)} has not {len(proofs)} parts")
    trust = NOTHING
    for part, proof in zip(goal[1], proofs, strict=True):
        trust |= follow(facts, part, proof, lemmas)
        facts = facts.and_(part)
    return trust


def choose(facts: Facts, goal: Node, lemmas: Lemmas, part: int, proof: Certificate) -> Trust:
    """One alternative of an `or` is proved; the others must have values."""
    require(goal[0] == "Or" and 0 <= part < len(goal[1]), f"{show(goal)} has no alternative {part}")
    facts.require_defined(*goal[1])
    return follow(facts, goal[1][part], proof, lemmas)


def witness(facts: Facts, goal: Node, lemmas: Lemmas, value: Node, proof: Certificate) -> Trust:
    """A value is named of which a goal `there is` holds."""
    require(goal[0] == "Exists", f"{show(goal)} is not of the form 'there is'")
    facts.require_defined(goal)
    _, symbol, body, low, high = goal
    check_value(facts, symbol, value, low, high)
    return follow(facts, substitute(body, {symbol: value}), proof, lemmas)


def suppose(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    """The premise of an implication, or a letter of a goal `for each`, is taken among the facts."""
    match goal:
        case ("Implies", left, right):
            return follow(facts.and_(left), right, proof, lemmas)
        case ("Each", symbol, body, low, high):
            facts.require_defined(symbol, *(bound for bound in (low, high) if bound is not None))
            letter, inside = facts.open(symbol, low, high, body)
            return follow(inside, substitute(body, {symbol: letter}), proof, lemmas)
    raise Reject(f"{show(goal)} supposes nothing")


def meant(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    """The goal is proved by what it means: a minimiser, a convex function, an equation of entries."""
    facts.require_defined(goal)
    return follow(facts, meaning(goal, facts.props), proof, lemmas)


def rate(facts: Facts, goal: Node, lemmas: Lemmas, limit: Node, start: Node, proof: Certificate) -> Trust:
    """A goal big_o is proved with an explicit constant `limit` from an explicit `start` on."""
    require(goal[0] == "BigO", f"{show(goal)} states no rate")
    facts.require_defined(limit, start)
    return follow(facts, within(goal, limit, start), proof, lemmas)


def by_subgoals(facts: Facts, goal: Node, lemmas: Lemmas, name: str, fields: tuple[Any, ...]) -> Trust:
    """The rules of the integers, induction among them, and of series: each names subgoals, under facts of their own."""
    trust = NOTHING
    for known, subgoal, proof in SUBGOALS[name](facts, goal, *fields):
        trust |= follow(known, subgoal, proof, lemmas)
    return trust


def peeled(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    """The goal is proved from facts in which sums have lost their first or last member."""
    return follow(facts.peeled(), goal, proof, lemmas)


# Sums ---------------------------------------------------------------------------------------------


def by_sums(facts: Facts, goal: Node, lemmas: Lemmas, name: str, fields: tuple[Any, ...]) -> Trust:
    """The rules that state facts, of sums and of matrices: their subgoal is proved where they have one, and the facts used."""
    *given, rest = fields
    subproved = name in ("Telescoped", "Sifted", "Termwise")
    step = STATED[name](facts, *(given[:-1] if subproved else given))
    trust = NOTHING
    if step.inside is not None and step.subgoal is not None:
        trust = follow(step.inside, step.subgoal, given[-1], lemmas)
    return trust | follow(facts.learned(step.facts), goal, rest, lemmas)


RULES: dict[str, Callable[..., Trust]] = {
    "Evident": evident, "Enclosed": enclosed, "Combination": combination, "MatrixCombination": combine,
    "Have": have, "Instance": instance,
    "Entrywise": entrywise, "Detach": detach, "Obtain": obtain, "Witness": witness, "Cases": cases,
    "Alternatives": alternatives, "Absurd": absurd, "Contrary": contrary, "Ordered": ordered, "Between": between,
    "Definite": definite, "Parts": parts, "Choose": choose, "Suppose": suppose, "Meaning": meant, "Rate": rate,
    "Peeled": peeled, "Law": law, "Cited": cited, "Oracle": oracle, "Assumed": assumed,
}  # fmt: skip


def check_names(props: tuple[Node, ...]) -> None:
    """Reject a name for two letters: on the sheet they look alike."""
    seen: dict[str, Node] = {}
    for letter in frozenset[Node]().union(*map(free, props)):
        require(seen.setdefault(name_of(letter), letter) == letter, f"{name_of(letter)} names two letters")


def prove(given: tuple[Node, ...], claim: Node, certificate: Certificate, lemmas: Lemmas = ()) -> Trust:
    """What a statement's proof rests on.

    Raises:
        Reject: the certificate is no proof of it.
    """
    check_names((*given, claim))
    try:
        return follow(Facts(given), claim, certificate, lemmas)
    except NotNormal as none:
        raise Reject(str(none)) from none
    except RecursionError:
        raise Reject("not covered: terms nested as deeply as that") from None
