"""How a claim fails at a point where sides are equal and irrational: enclosures never tell them apart, equal normal forms
do. Trusted.

`failure` is that of `evaluate`, once the terms that a point has for values stand in the places of their letters; where that
cannot tell, it looks again with 0 * left R 0 * right for each relation left R right whose sides have equal normal forms: this
has a value where both sides have one, and is decided. So x*exp(-x) < exp(-1) fails at x = 1, and x**2 != 2 at x = sqrt(2).

A point may also give the sine and the cosine of a letter instead of its value: any two numbers whose squares add up to 1 are
those of an angle. So 3*sin(x) + 4*cos(x) < 5 fails at sin(x) = 3/5, cos(x) = 4/5.

Limits: relations between numbers, whose letters all have a rational value at the point.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation import evaluate
from symproof.evaluation.evaluate import Failure, NotAFailure, NoValue, Undecided, holds
from symproof.functions import cos, sin
from symproof.point import Point, Value
from symproof.substitution import replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts

__all__ = ["NotAFailure", "failure", "untied"]


def failure(statement: st.Statement, point: Point) -> Failure:
    """How the claim fails at a point where all hypotheses hold.

    Raises:
        NotAFailure: a hypothesis does not hold there, the claim holds or has no value, or it cannot be told.
    """
    statement, point = written_in(statement, point)
    try:
        return evaluate.failure(statement, point)
    except NotAFailure:
        clear = untied(statement, point)
        if clear is statement:
            raise
        found = evaluate.failure(clear, point)
        return (
            found if clear.claim == statement.claim else replace(found, left=None, right=None)
        )  # 0 * left is not left


def written_in(statement: st.Statement, point: Point) -> tuple[st.Statement, Point]:
    """A statement in which values that are terms, such as sqrt(2), stand for their letters; and the rest of the point. What is
    declared of these letters, and that the terms have a value, are hypotheses of it.

    Raises:
        NotAFailure: a letter cannot have the value, or does not stand free in the statement.
    """
    statement, point = _turned(statement, point)
    terms = {letter: value for letter, value in point.values.items() if isinstance(value, tm.Scalar)}
    if not terms:
        return statement, point
    given: list[st.Prop] = []
    for letter, value in terms.items():
        if not isinstance(letter, tm.Variable) or letter.domain != "real" or letter.least is not None or value.free:
            raise NotAFailure(f"{letter} is {st.describe(letter)} and cannot have the value {value}")
        if letter not in statement.free:
            raise NotAFailure(f"{letter} does not stand free in the statement")
        given.append(st.Relation("=", tm.Mul((ZERO, letter)), ZERO))
        given += [] if (own := st.domain_of(letter)) is None else [own]
    try:
        props = [substitute(prop, terms) for prop in (*given, *statement.given, statement.claim)]
    except SymproofError as error:  # a derivative in the letter, say
        raise NotAFailure(str(error)) from error
    rest = {letter: value for letter, value in point.values.items() if letter not in terms}
    return st.Statement(tuple(props[:-1]), props[-1]), replace(point, values=rest)


def _turned(statement: st.Statement, point: Point) -> tuple[st.Statement, Point]:
    """A statement in which the values of sin(x) and cos(x), of which the point gives both, stand for them; that they have a
    value and lie on the circle are hypotheses of it.

    Raises:
        NotAFailure: x is no plain real letter, or stands anywhere else.
    """
    turned: dict[tm.Term, Value] = {p: value for p, value in point.values.items() if isinstance(p, tm.Elementary)}
    if not turned:
        return statement, point
    given, angles = list(statement.given), {arg for part in turned for arg in part.children()}
    for x in angles:
        if not isinstance(x, tm.Variable) or x.domain != "real" or st.domain_of(x) is not None or x in point.values:
            raise NotAFailure(f"{x} is no angle without a condition")
        given.append(st.Relation("=", sin(x) ** 2 + cos(x) ** 2, ONE))
    if turned.keys() != {of(x) for x in angles for of in (sin, cos)} or any(tm.scalar(v).free for v in turned.values()):
        raise NotAFailure("of an angle both sine and cosine are given, as numbers")

    for part in (part for prop in (*given, statement.claim) for part in prop.subterms()):
        if any(getattr(part, name) in angles for name in part.binders):
            raise NotAFailure(f"{part} binds an angle")
    numbers = {part: tm.scalar(value) for part, value in turned.items()}
    *given, claim = (replaced(prop, numbers, inside=True) for prop in (*given, statement.claim))
    found = st.Statement(tuple(given), claim)
    if found.free & angles:
        raise NotAFailure("an angle stands outside of its sine and its cosine")
    rest = {letter: value for letter, value in point.values.items() if letter not in turned}
    return found, replace(point, values=rest)


def untied(statement: st.Statement, point: Point) -> st.Statement:
    """A statement that means the same at a point, where relations that are no more than ties are decided."""
    values = {
        letter: tm.Number(value)
        for letter, value in point.values.items()
        if isinstance(letter, tm.Variable) and isinstance(value, Fraction)
    }
    found = st.Statement(tuple(_untied(prop, values) for prop in statement.given), _untied(statement.claim, values))
    return statement if found == statement else found


def _untied(prop: st.Prop, values: dict[tm.Variable, tm.Number]) -> st.Prop:
    match prop:
        case st.And(args):
            return st.And(tuple(_untied(arg, values) for arg in args))
        case st.Or(args):
            return st.Or(tuple(_untied(arg, values) for arg in args))
        case st.Not(arg):
            return st.Not(_untied(arg, values))
        case st.Implies(left, right):
            return st.Implies(_untied(left, values), _untied(right, values))
        case st.Iff(left, right):
            return st.Iff(_untied(left, values), _untied(right, values))
        case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right) if _is_tie(prop, values):
            return st.Relation(kind, tm.Mul((ZERO, left)), tm.Mul((ZERO, right)))
        case _:
            return prop


def _is_tie(relation: st.Relation, values: dict[tm.Variable, tm.Number]) -> bool:
    """Whether enclosures do not decide a relation, and the normal forms of its sides are equal."""
    if not relation.free <= values.keys():
        return False
    try:
        left, right = (substitute(side, values) for side in (relation.left, relation.right))
    except SymproofError:  # a letter that is bound by a derivative takes no value
        return False
    assert isinstance(left, tm.Scalar) and isinstance(right, tm.Scalar)  # as they were
    try:
        holds(st.Relation(relation.kind, left, right), Point({}))
        return False
    except (NoValue, SymproofError):
        return False
    except Undecided:
        pass
    normalizer = Facts(()).normalizer
    try:
        return bool(normalizer.ring.is_zero(normalizer.difference(left, right)))
    except NOT_NORMAL:
        return False
