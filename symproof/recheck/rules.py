"""The rules of certificates: `follow(facts, goal, certificate, lemmas)` returns what the proof rests on, or rejects it.

Facts are numbered: the hypotheses, then what is added on the way. Every rule asks for the definedness of what it brings in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from . import enclose
from .build import make, opened, substitute, with_sets
from .calculus import relation
from .certificates import Certificate, require
from .facts import Facts, range_of
from .integer_rules import OF_INTEGERS
from .matrix_rules import STATED, combine
from .meaning import LAW_LETTERS, LAWS, declared, meaning, within
from .normal import Normal
from .polynomial import NotNormal
from .rational import Quotient, constant, multiply, negative, subtract
from .series import OF_SERIES
from .terms import (
    FLIPPED,
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


Trust = frozenset[str]
Lemmas = tuple[Lemma, ...]
SUBGOALS = {**OF_INTEGERS, **OF_SERIES}
NOTHING: Trust = frozenset()


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


def fact_at(facts: Facts, k: int, *heads: str) -> Node:
    """The fact with a number, whose constructor is among `heads`."""
    require(0 <= k < len(facts.props) and facts.props[k][0] in heads, f"fact {k} is no {' or '.join(heads)}")
    return facts.props[k]


# Leaves -------------------------------------------------------------------------------------------


def evident(facts: Facts, goal: Node, _: Lemmas) -> Trust:
    if goal not in facts.props:
        facts.require_defined(goal)
        require(facts.evident(goal), f"{show(goal)} is not evident")
    return NOTHING


def enclosed(facts: Facts, goal: Node, _: Lemmas, numbers: tuple[int, ...]) -> Trust:
    facts.require_defined(goal)
    require(goal[0] == "Relation", "only relations are evaluated")
    values: dict[Node, Any] = {}
    for k in numbers:
        _, kind, left, right = fact_at(facts, k, "Relation")
        letter, other = (left, right) if left[0] == "Variable" and not free(right) else (right, left)
        value = enclose.exact(other) if letter[0] == "Variable" and not free(other) and kind == "=" else None
        if value is None:
            raise Reject(f"fact {k} gives no letter a rational value")
        values.setdefault(letter, value)
    require(free(goal) <= values.keys(), f"a letter of {show(goal)} has no value")
    require(enclose.holds(goal, values), f"{show(goal)} is false")
    return NOTHING


def combination(facts: Facts, goal: Node, _: Lemmas, pieces: tuple[Any, ...], rewrites: tuple[int, ...]) -> Trust:
    require(goal[0] == "Relation", "a combination proves relations")
    facts.require_defined(goal, *(weight for _, weight, _ in pieces))
    normal = facts.normal
    if rewrites:
        normal = facts.reader()
        for k in rewrites:
            fact = fact_at(facts, k, "Relation")
            require(fact[1] == "=" and normal.rewrite(*fact[2:]), f"{show(fact)} does not rewrite")
    if sort(goal[2]) == "vector":
        _vectors(facts, normal, goal, pieces)
    else:
        require(sort(goal[2]) == "scalar", "a combination relates scalars or vectors")
        _scalars(facts, normal, goal, pieces)
    return NOTHING


def _scalars(facts: Facts, normal: Normal, goal: Node, pieces: tuple[Any, ...]) -> None:
    _, kind, left, right = goal
    if kind in (">", ">="):
        kind, left, right = FLIPPED[kind], right, left
    value = normal.difference(left, right) if kind in ("=", "!=") else normal.difference(right, left)
    strict = False
    for _, weight, numbers in pieces:
        used = [fact_at(facts, k, "Relation") for k in numbers]
        zero = any(fact[1] == "=" for fact in used)
        if kind == "=":
            require(zero, "a piece of an equation holds no equation")
        elif kind == "!=":
            one = len(used) == len(pieces) == 1 and used[0][1] in ("!=", "<", ">")
            require(one and facts.evident(relation("!=", weight, ZERO)), "the piece is not known to differ from 0")
            strict = True
        elif not zero:
            known = facts.range(weight)
            bad = any(fact[1] == "!=" for fact in used)
            require(known.satisfies(">=") and not bad, f"the weight {show(weight)} is not known to be >= 0")
            strict = strict or (known.satisfies(">") and all(fact[1] in ("<", ">") for fact in used))
        product = normal.scalar(weight)
        for fact in used:
            product = multiply(product, _gap(normal, fact))
        value = normal.reduce(subtract(value, product))
    require(strict or kind in ("=", "<="), "no piece is strict")
    require(not normal.reduce(value).num, f"the pieces do not add up to {show(goal)}")


def _gap(normal: Normal, fact: Node) -> Quotient:
    """What a fact says is zero, nonzero or positive."""
    _, kind, left, right = fact
    require(sort(left) == "scalar", f"{show(fact)} relates no scalars")
    return normal.difference(right, left) if kind in ("<", "<=") else normal.difference(left, right)


def _vectors(facts: Facts, normal: Normal, goal: Node, pieces: tuple[Any, ...]) -> None:
    parts = [(constant(1), normal.vector_difference(*goal[2:]))]
    for _, weight, numbers in pieces:
        require(len(numbers) == 1, "a piece between vectors holds one equation")
        fact = fact_at(facts, numbers[0], "Relation")
        require(fact[1] == goal[1] and sort(fact[2]) == "vector", f"{show(fact)} is not of the form of {show(goal)}")
        if goal[1] == "!=":
            one = len(pieces) == 1 and facts.evident(relation("!=", weight, ZERO))
            require(one, "the piece is not known to differ from 0")
        parts.append((negative(normal.scalar(weight)), normal.vector_difference(*fact[2:])))
    require(goal[1] == "=" or bool(pieces), "no piece says that vectors differ")
    rest = normal.combined(parts)
    require(not any(normal.reduce(value).num for value in rest.values()), f"the pieces do not add up to {show(goal)}")


def oracle(facts: Facts, goal: Node, _: Lemmas, name: str, __: str) -> Trust:
    facts.require_defined(goal)
    return frozenset({name})


def assumed(facts: Facts, goal: Node, _: Lemmas, reason: str) -> Trust:
    facts.require_defined(goal)
    return frozenset({f"assumed: {reason}"})


# Facts --------------------------------------------------------------------------------------------


def have(facts: Facts, goal: Node, lemmas: Lemmas, fact: Node, proof: Certificate, rest: Certificate) -> Trust:
    return follow(facts, fact, proof, lemmas) | follow(facts.and_(fact), goal, rest, lemmas)


def instance(facts: Facts, goal: Node, lemmas: Lemmas, k: int, value: Node, rest: Certificate) -> Trust:
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
    fact = fact_at(facts, k, "Relation")
    require(fact[1] == "=" and sort(fact[2]) == "matrix", f"{show(fact)} is no equation of matrices")
    return follow(facts.and_(meaning(fact, facts.props)), goal, rest, lemmas)


def detach(facts: Facts, goal: Node, lemmas: Lemmas, k: int, premise: Certificate, rest: Certificate) -> Trust:
    _, left, right = fact_at(facts, k, "Implies")
    return follow(facts, left, premise, lemmas) | follow(facts.and_(right), goal, rest, lemmas)


def obtain(facts: Facts, goal: Node, lemmas: Lemmas, k: int, letter: Node, rest: Certificate) -> Trust:
    _, symbol, body, low, high = fact_at(facts, k, "Exists")
    spoken = {name_of(each) for prop in (goal, *facts.props) for each in free(prop)}
    require(name_of(letter) not in spoken, f"{show(letter)} is spoken of already")
    like = opened(symbol, low, high, facts.props, (body,))
    require(letter == (like[0], name_of(letter), *like[2:]), f"{show(letter)} is not declared as {show(symbol)} is")
    inside = facts.and_(*range_of(letter, low, high), substitute(body, {symbol: letter}))
    return follow(inside, goal, rest, lemmas)


def law(facts: Facts, goal: Node, lemmas: Lemmas, name: str, values: tuple[Node, ...], rest: Certificate) -> Trust:
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
    require(fact[0] == "Relation" and sort(fact[2]) != "matrix", f"{show(fact)} tells no cases apart")
    facts.require_defined(fact)
    opposite = relation(NEGATED[fact[1]], *fact[2:])
    return follow(facts.and_(fact), goal, yes, lemmas) | follow(facts.and_(opposite), goal, no, lemmas)


def alternatives(facts: Facts, goal: Node, lemmas: Lemmas, k: int, proofs: tuple[Certificate, ...]) -> Trust:
    fact = facts.props[k] if 0 <= k < len(facts.props) else ()
    if fact[:2] == ("Relation", "!=") and sort(fact[2]) == "scalar":  # two numbers that differ are in order
        args: Any = (relation("<", *fact[2:]), relation(">", *fact[2:]))
    else:
        _, args = fact_at(facts, k, "Or")
    require(len(args) == len(proofs), f"fact {k} has {len(args)} alternatives")
    return NOTHING.union(*(follow(facts.and_(arg), goal, p, lemmas) for arg, p in zip(args, proofs, strict=True)))


def absurd(facts: Facts, _: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    return follow(facts, relation("<", ZERO, ZERO), proof, lemmas)


def _sides(goal: Node, kind: str, of: str) -> tuple[Node, Node]:
    require(goal[:2] == ("Relation", kind) and sort(goal[2]) == of, f"{show(goal)} is of another form")
    return goal[2], goal[3]


def ordered(facts: Facts, goal: Node, lemmas: Lemmas, less: bool, proof: Certificate) -> Trust:
    left, right = _sides(goal, "!=", "scalar")
    return follow(facts, relation("<" if less else ">", left, right), proof, lemmas)


def between(facts: Facts, goal: Node, lemmas: Lemmas, below: Certificate, above: Certificate) -> Trust:
    left, right = _sides(goal, "=", "scalar")
    trust = follow(facts, relation("<=", left, right), below, lemmas)
    return trust | follow(facts, relation(">=", left, right), above, lemmas)


def definite(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    if goal[0] == "Relation" and sort(goal[2]) == "matrix":
        x, y = _sides(goal, "=", "matrix")
        difference = make("MatrixAdd", x, make("MatrixScale", number(-1), y))
        square = make("MatrixTrace", make("MatrixMul", make("Transpose", difference), difference))
        return follow(facts, relation("<=", square, ZERO), proof, lemmas)
    gap = minus(*_sides(goal, "=", "vector"))
    return follow(facts, relation("<=", ("Inner", gap, gap), ZERO), proof, lemmas)


def parts(facts: Facts, goal: Node, lemmas: Lemmas, proofs: tuple[Certificate, ...]) -> Trust:
    if goal[0] == "Iff":
        goal = ("And", (("Implies", goal[1], goal[2]), ("Implies", goal[2], goal[1])))
    require(goal[0] == "And" and len(goal[1]) == len(proofs), f"{show(goal)} has not {len(proofs)} parts")
    trust = NOTHING
    for part, proof in zip(goal[1], proofs, strict=True):
        trust |= follow(facts, part, proof, lemmas)
        facts = facts.and_(part)
    return trust


def choose(facts: Facts, goal: Node, lemmas: Lemmas, part: int, proof: Certificate) -> Trust:
    require(goal[0] == "Or" and 0 <= part < len(goal[1]), f"{show(goal)} has no alternative {part}")
    facts.require_defined(*goal[1])
    return follow(facts, goal[1][part], proof, lemmas)


def witness(facts: Facts, goal: Node, lemmas: Lemmas, value: Node, proof: Certificate) -> Trust:
    require(goal[0] == "Exists", f"{show(goal)} is not of the form 'there is'")
    facts.require_defined(goal)
    _, symbol, body, low, high = goal
    check_value(facts, symbol, value, low, high)
    return follow(facts, substitute(body, {symbol: value}), proof, lemmas)


def suppose(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    match goal:
        case ("Implies", left, right):
            return follow(facts.and_(left), right, proof, lemmas)
        case ("Each", symbol, body, low, high):
            facts.require_defined(symbol, *(bound for bound in (low, high) if bound is not None))
            letter, inside = facts.open(symbol, low, high, body)
            return follow(inside, substitute(body, {symbol: letter}), proof, lemmas)
    raise Reject(f"{show(goal)} supposes nothing")


def meant(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    facts.require_defined(goal)
    return follow(facts, meaning(goal, facts.props), proof, lemmas)


def rate(facts: Facts, goal: Node, lemmas: Lemmas, limit: Node, start: Node, proof: Certificate) -> Trust:
    require(goal[0] == "BigO", f"{show(goal)} states no rate")
    facts.require_defined(limit, start)
    return follow(facts, within(goal, limit, start), proof, lemmas)


def by_subgoals(facts: Facts, goal: Node, lemmas: Lemmas, name: str, fields: tuple[Any, ...]) -> Trust:
    trust = NOTHING
    for known, subgoal, proof in SUBGOALS[name](facts, goal, *fields):
        trust |= follow(known, subgoal, proof, lemmas)
    return trust


def peeled(facts: Facts, goal: Node, lemmas: Lemmas, proof: Certificate) -> Trust:
    return follow(facts.peeled(), goal, proof, lemmas)


# Sums ---------------------------------------------------------------------------------------------


def by_sums(facts: Facts, goal: Node, lemmas: Lemmas, name: str, fields: tuple[Any, ...]) -> Trust:
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
    "Alternatives": alternatives, "Absurd": absurd, "Ordered": ordered, "Between": between, "Definite": definite,
    "Parts": parts, "Choose": choose, "Suppose": suppose, "Meaning": meant, "Rate": rate,
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
