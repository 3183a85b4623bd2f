"""Which equations give the members of a sequence: by those before, by their index, or by themselves; and which the value at a
place of a function that is looked for; over which letters what is said of members, or of entries, runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from fractions import Fraction

from symproof.readers.document.lines.step import Fact
from symproof.statement import And, Each, Exists, Prop, Relation, is_equation, parts_of, under_each
from symproof.term import (
    Add,
    Apply,
    Cyclic,
    Entry,
    Function,
    Interval,
    Neg,
    Number,
    ResidueVariable,
    Scalar,
    ScalarAt,
    Term,
    Variable,
    VectorAt,
    is_integer_letter,
)


def recurrence(prop: Prop) -> Term | None:
    """The sequence whose next member an equation gives by those before: w_{t+1} = w_t - eta v_t, T_n = 2 T_{n-1} + 1."""
    prop = under_each(prop)
    if not is_equation(prop) or not isinstance(prop.left, (ScalarAt, VectorAt)):
        return None
    sequence, index = prop.left.sequence, prop.left.index
    if isinstance(index, Variable):
        before = [x.index for x in prop.right.subterms() if isinstance(x, type(prop.left)) and x.sequence == sequence]
        shifted = bool(before) and all(_is_before(each, index) for each in before)
    else:
        shifted = not isinstance(index, Number)
    return sequence if shifted and sequence in prop.right.free else None


def _is_before(index: Term, letter: Variable) -> bool:
    """Whether an index is a letter less a number, n - 1."""
    match index:
        case Add(args=(first, Number(value))):
            return first == letter and value < 0
        case Add(args=(first, Neg(Number(value)))):
            return first == letter and value > 0
    return False


def is_initial_value(prop: Prop) -> bool:
    """Whether an equation says what value a function has at a place, of which it is said no term: y(0) = 1, y'(0) = v."""
    if not is_equation(prop) or not isinstance(prop.left, Apply) or prop.left.arg.free:
        return False
    return not any(isinstance(each, Function) for each in prop.right.free)


def given_members(prop: Prop | None) -> Term | None:
    """The sequence of which an equation gives the members, or the next ones: y_t = x_t + v_t, x_{t+1} = y_t - g_t."""
    rule = under_each(prop)
    if not is_equation(rule) or not isinstance(rule.left, (ScalarAt, VectorAt)):
        return None
    return rule.left.sequence if rule.left.index.free else None


def members_of(prop: Prop) -> Term | None:
    """The sequence of which it is said what each member is: eta_t = 1/(mu t) for each t."""
    if not isinstance(prop, Each) or not isinstance(prop.body, Relation) or not is_member_given(prop.body, prop.symbol):
        return None
    return prop.body.left.sequence if isinstance(prop.body.left, (ScalarAt, VectorAt)) else None


def is_member_given(prop: Relation, letter: Term) -> bool:
    """Whether an equation says what the member of a sequence at a letter is, Phi_t = |w_t - u|^2."""
    member = prop.left
    if prop.kind != "=" or not isinstance(member, (ScalarAt, VectorAt)) or member.index != letter:
        return False
    return member.sequence not in prop.right.free


def brings_members(prop: Prop, letter: Term, seen: Collection[Term]) -> bool:
    """Whether an equation says what the members are of a sequence of which nothing was said."""
    return isinstance(prop, Relation) and is_member_given(prop, letter) and not (prop.left.free - {letter}) & set(seen)


def members_named(prop: Prop, seen: Collection[Term] = ()) -> Term | None:
    """The sequence of which nothing was said, and of which an equation says by an index what the members are, p_i = 2 i."""
    if (
        not is_equation(prop)
        or not isinstance(prop.left, (ScalarAt, VectorAt))
        or not isinstance(prop.left.index, Variable)
    ):
        return None
    return prop.left.sequence if brings_members(prop, prop.left.index, seen) else None


def is_implicit(prop: Prop) -> bool:
    """Whether a rule gives the next member by itself, x_{k+1} = x_k - grad f(x_{k+1}): it is kept for the k that is spoken of,
    since no point works it out for all."""
    return isinstance(prop, Relation) and recurrence(prop) is not None and prop.left in set(prop.right.subterms())


def in_ranges(claim: Prop, given: Collection[Fact]) -> tuple[Fact, ...]:
    """That the index of a claim lies where a rule is given for it: after "x_{k+1} = ... for k = 1, ..., T", what is said of x_k
    is said of these k, and what is said of x_{k+2} of those up to T - 1; and after "m = min_{i <= n} x_i" what is said of x_i."""
    rules = [fact for fact in given if isinstance(fact.prop, Each) and fact.prop.symbol in claim.free]
    told = [fact for fact in rules if given_members(fact.prop) in claim.free]
    told = told or [fact for fact in rules if recurrence(fact.prop) is not None] or _of_extremes(claim, given)
    placed = {letter for each in given for letter in each.prop.free}
    found: list[Fact] = []
    for fact in told:
        rule = fact.prop
        if isinstance(rule, Each) and rule.symbol not in placed:
            beyond = max(Fraction(0), _farthest(claim, rule.symbol) - _farthest(rule.body, rule.symbol))
            high = rule.high - Number(beyond) if rule.high is not None and beyond else rule.high
            ends = ((">=", rule.low), ("<=", high))
            found += [replace(fact, prop=Relation(kind, rule.symbol, end)) for kind, end in ends if end is not None]
    return tuple(found)


def _of_extremes(claim: Prop, given: Collection[Fact]) -> list[Fact]:
    """What is said of all members of which one number is the largest, for the index of a claim on such members."""
    wholes = [
        fact for fact in given if isinstance(fact.prop, And) and any(isinstance(x, Exists) for x in fact.prop.args)
    ]
    parts = [replace(fact, prop=part) for fact in wholes for part in parts_of(fact.prop)]
    return [
        each
        for each in parts
        if isinstance(each.prop, Each)
        and each.prop.symbol in claim.free
        and each.prop.body.free & claim.free - {each.prop.symbol}
    ]


def _farthest(prop: Prop, letter: Term) -> Fraction:
    """How far behind a letter the members lie of which a statement speaks, 2 of D_{k+2}."""
    indices = [each.index for each in prop.subterms() if isinstance(each, (ScalarAt, VectorAt))]
    behind = [each.args for each in indices if isinstance(each, Add) and letter in each.args]
    return max(
        (sum((x.value for x in args if isinstance(x, Number)), Fraction(0)) for args in behind), default=Fraction(0)
    )


def running(prop: Prop) -> dict[Variable | ResidueVariable, tuple[Scalar, Scalar] | tuple[()]]:
    """The free integers and residues that stand in an index, of a sequence or of an entry; of an entry, with the range of its
    index. A number up to which something holds is none."""
    found: dict[Variable | ResidueVariable, tuple[Scalar, Scalar] | tuple[()]] = {}
    for term in prop.subterms():
        match term:
            case ScalarAt(_, index) | VectorAt(_, index):
                found |= dict.fromkeys(_running_in(index), ())
            case Entry(matrix, row, column):
                for place, over in zip((row, column), matrix.shape, strict=True):
                    if isinstance(place, Variable) and isinstance(over, Interval):
                        found[place] = over.low, over.high
                    elif isinstance(over, Cyclic):
                        found |= dict.fromkeys(_running_in(place), ())
    bounds = {x for part in parts_of(prop) if isinstance(part, Each) for x in getattr(part.high, "free", ())}
    return {letter: over for letter, over in found.items() if letter in prop.free - bounds}


def _running_in(index: Term) -> Iterable[Variable | ResidueVariable]:
    """The letters of an index: integers, or residues, of which the modulus is none."""
    residues = [each for each in index.free if isinstance(each, ResidueVariable)]
    return residues or [each for each in index.free if is_integer_letter(each)]
