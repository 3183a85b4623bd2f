"""Members of sequences by their formulas, and means by their values: under "a_n = 2n for all n" a claim on a_5 is one on numbers,
which can be refuted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeGuard

from symproof.evaluation.recurrence import offset_from
from symproof.readers.document.known.members import first_with_value
from symproof.readers.document.lines.kinds import SLOPES
from symproof.readers.resolve.numbers import constant
from symproof.statement import Each, Prop, Relation, is_equation, parts_of
from symproof.substitution import rebuild, substitute
from symproof.term import (
    ONE,
    Add,
    Delta,
    Elementary,
    EntryLaw,
    MatrixVariable,
    Number,
    Pow,
    Product,
    Scalar,
    ScalarAt,
    Sum,
    Term,
    Variable,
    VectorSum,
    VectorVariable,
    scalar,
)
from symproof.trusted.facts import Facts

FURTHEST = 40
LONGEST = 4000
"""The largest index up to which members are worked out one after the other, and the most bits of one."""


def unfolded(claim: Prop, given: Sequence[Prop]) -> Prop | None:
    """What a claim on members of sequences or on means says of numbers, by their formulas; None where a letter is left, but for n
    in "a_n = 2n".

    A formula may speak of one member and of letters, a_n = a_1 + (n - 1) d, of which the values are given.
    """
    formulas = {found[0]: found[1:] for prop in given if (found := _formula(prop)) is not None}
    values: dict[Term, Term] = {
        prop.left: prop.right
        for whole in given
        for prop in parts_of(whole)
        if is_equation(prop) and isinstance(prop.left, Scalar) and not prop.right.free
    }
    values |= _worked_out(given, members_in(claim), values)
    means = {each for each in claim.free & values.keys() if str(each).startswith("E[")}
    means |= {each for each in claim.subterms() if isinstance(each, Pow) and each in values and " - E[" in str(each)}
    if not means and not any(each.sequence in formulas or each in values for each in members_in(claim)):
        return None

    def turn(term: Term) -> Term:
        if isinstance(term, ScalarAt) and term.sequence in formulas and term not in values:
            letter, member = formulas[term.sequence]
            if term.index == place or (isinstance(term.index, Number) and term.index.value >= 1):
                return _with_values(substitute(member, {letter: term.index}), values)
        return values[term] if term in values else rebuild(term, turn)

    place = _place_of_all(claim)
    new = turn(claim)
    return new if isinstance(new, Prop) and new.free <= {place} else None


def written_out(claim: Prop, given: Sequence[Prop]) -> tuple[Prop, tuple[Prop, ...]] | None:
    """A claim with the terms that are given for members of sequences put in, 1/(mu (t + 1)) for eta_{t+1}, and those with exp or
    log for letters, S = exp(x) + exp(y), which no rational point gives, sums of vectors, diagonal matrices, and the hypotheses;
    None where there are none, and where something is differentiated, in which a letter is not what it equals."""
    if any(prop.mentions(*SLOPES) for prop in (claim, *given)):
        return None
    formulas = {found[0]: found[1:] for prop in given if (found := _formula(prop) or _by_others(prop)) is not None}
    meanings: dict[Term, Term] = {
        prop.left: prop.right
        for prop in given
        if is_equation(prop) and isinstance(prop.left, (Variable, VectorVariable))
        if prop.right.mentions(Elementary, VectorSum) and prop.left not in prop.right.free
    }
    for prop in given:
        match prop:
            case Relation("=", MatrixVariable() as letter, EntryLaw() as law) if law.body.mentions(Delta):
                meanings[letter] = law  # a diagonal matrix

    def turn(term: Term) -> Term:
        if isinstance(term, ScalarAt) and term.sequence in formulas:
            letter, member = formulas[term.sequence]
            return substitute(member, {letter: term.index})
        return rebuild(term, turn)

    def put_in(prop: Prop) -> Term:
        return substitute(turn(prop), meanings)

    new = put_in(claim) if formulas or meanings else claim
    if not isinstance(new, Prop) or new == claim or new.free & (formulas.keys() | meanings.keys()):
        return None
    told = [each for each in given if isinstance(each, Relation) and each.left in meanings]
    others = [put_in(each) for each in given if (_formula(each) or _by_others(each)) is None and each not in told]
    return new, tuple(each for each in others if isinstance(each, Prop))


def _worked_out(given: Sequence[Prop], wanted: Collection[ScalarAt], values: Mapping[Term, Term]) -> dict[Term, Term]:
    """The members up to those that are wanted, by rules for the next one: x_2 by x_{k+1} = g(x_k) and x_0."""
    found: dict[Term, Term] = {}
    for prop in given:
        match prop:
            case Each(
                place,
                Relation("=", ScalarAt(sequence, Add((index, Number(step)))), right),
                None | Number() as low,
                None,
            ):
                known, last = _places(values, sequence), max(_places(wanted, sequence), default=0)
            case _:
                continue
        if index != place or step < 1 or not known or last > FURTHEST:
            continue
        first = min(known) + 1 if low is None else max(min(known) + 1, int(low.value + step))
        for number in range(first, last + 1):
            if sequence[number] in values:
                continue
            before = {place: Number(number - step)}
            whole = _with_values(substitute(right, before), {**values, **found})
            value = constant(whole) if isinstance(whole, Scalar) and not whole.free else None
            if value is None or value.denominator.bit_length() > LONGEST:
                break
            found[sequence[number]] = Number(value)
    return found


def _places(members: Collection[Term], sequence: Term) -> list[int]:
    """The indices of members of a sequence that are numbers."""
    here = [each.index for each in members if isinstance(each, ScalarAt) and each.sequence == sequence]
    return [int(index.value) for index in here if isinstance(index, Number)]


def _with_values(term: Term, values: Mapping[Term, Term]) -> Term:
    if isinstance(term, ScalarAt) and isinstance(term.index, Scalar) and (index := constant(term.index)) is not None:
        term = term.sequence[index]
    return values[term] if term in values else rebuild(term, lambda inner: _with_values(inner, values))


def _place_of_all(claim: Prop) -> Term | None:
    """The n of "a_n = 2n", which says what all members are."""
    match claim:
        case Relation("=", ScalarAt(_, Variable() as index), right) if index in right.free:
            return index
    return None


def places_from(claim: Prop, given: Sequence[Prop]) -> list[Prop]:
    """Where the places in a claim lie of sequences which the text gives from a first place on: a_n of
    "a_n = 2^n for n >= 1"; and that a sum from 0 or 1 to an integer n is meant for n >= 0, one from m to n for n >= m - 1:
    nobody means what is below."""
    ranges = (each for each in claim.subterms() if isinstance(each, (Sum, VectorSum, Product)))
    ends = {(each.low, each.high) for each in ranges}
    starts = dict(filter(None, map(_first_place, given)))
    found: list[Prop] = [
        Relation(">=", each.index, starts[each.sequence])
        for each in sorted(members_in(claim), key=str)
        if each.sequence in starts and isinstance(each.index, (Variable, Add)) and each.index.free <= claim.free
    ]
    for low, high in sorted(ends, key=str):
        if isinstance(low, Number) and isinstance(high, Variable):
            if high.domain == "integer" and high in claim.free:
                found.append(Relation(">=", high, low - ONE if low.value >= 1 else low))
        elif high.free and low.free | high.free <= claim.free:
            found.append(Relation(">=", high, scalar(low.value - 1) if isinstance(low, Number) else low - ONE))
    known = Facts(tuple(given)) if found else None
    return [each for each in found if known is not None and not known.evident(each)]


def is_begun(prop: Prop) -> TypeGuard[Relation]:
    """Whether a statement says where a whole number begins: k >= 1, as a list says it."""
    return isinstance(prop, Relation) and prop.kind == ">=" and isinstance(prop.left, Variable)


def _first_place(prop: Prop) -> tuple[Term, Scalar] | None:
    """The sequence of which a rule gives the members from a number on, a_n = 2^n or a_{n+1} = 2 a_n for n >= 1, and the first
    place of which it speaks; of a bound, where it has no value before that, a_n <= 1/n."""
    match prop:
        case Each(Variable() as letter, Relation(kind, ScalarAt(sequence), _) as body, Number(low)):
            if kind != "=" and first_with_value(body, letter) != scalar(low):
                return None
            own = [each.index for each in members_in(body) if each.sequence == sequence and letter in each.index.free]
            steps = [offset_from(each, letter) for each in own]
            known = [step for step in steps if step is not None]
            return (sequence, scalar(low + min(known))) if known and len(known) == len(steps) else None
    return None


def _formula(prop: Prop) -> tuple[Term, Term, Term] | None:
    """Of a statement that gives the members of a sequence of numbers by their index: the sequence, the index, the member."""
    match prop:
        case Each(letter, Relation("=", ScalarAt(sequence, index), member), low, None) if index == letter:
            if low is not None and not (isinstance(low, Number) and low.value <= 1):
                return None
            inside = members_in(member)
            told = all(isinstance(each.index, Number) for each in inside) and (inside or sequence not in member.free)
            return (sequence, letter, member) if told else None
    return None


def _by_others(prop: Prop) -> tuple[Term, Term, Term] | None:
    """The same of a statement that gives the members by those of other sequences, with exp or log, which no rational point gives:
    p_i = exp(z_i) / sum of exp(z_j)."""
    match prop:
        case Each(letter, Relation("=", ScalarAt(sequence, index), member), None, None) if index == letter:
            return (sequence, letter, member) if member.mentions(Elementary) and sequence not in member.free else None
    return None


def members_in(term: Term) -> set[ScalarAt]:
    """The members of sequences in a term or a statement."""
    return {part for part in term.subterms() if isinstance(part, ScalarAt)}


def leaves_open(said: Prop, member: ScalarAt) -> bool:
    """Whether what is said of a sequence leaves a member open: a rule that needs it, or the value of another member."""
    if isinstance(said, Each):
        return member in members_in(said)
    match said:
        case Relation("=", ScalarAt(_, Number()) as other, value):
            return other != member and not value.free
    return False
