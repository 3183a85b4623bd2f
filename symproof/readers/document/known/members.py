"""Of which members of a sequence something is supposed: of one, in the step of an induction, so that nothing that is claimed for
all rests on it; or of others than in another part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from itertools import product

from symproof.errors import BoundIndexError
from symproof.properties import Property
from symproof.readers.document.known.recurrences import members_of, recurrence, running
from symproof.readers.document.lines.kinds import opposite
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import EVERY
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import SUPPOSED
from symproof.readers.notation.tree import Add, Scripted
from symproof.readers.resolve.actions import is_by_law
from symproof.readers.resolve.dependence import hides
from symproof.readers.resolve.domains import is_true
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.shapes import every_part, unfenced
from symproof.statement import And, Each, Implies, Prop, Relation, is_equation, under_each
from symproof.substitution import rebuild, replaced, substitute
from symproof.symbols import index
from symproof.term import (
    ONE,
    ZERO,
    Entry,
    Function,
    MatrixVariable,
    Number,
    ResidueVariable,
    Scalar,
    ScalarAt,
    Sum,
    Term,
    Variable,
    VectorAt,
    is_integer,
    scalar,
)
from symproof.term import Sequence as Family
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts

HYPOTHESIS = re.compile(r"\b(?:induct\w+ (?:hypothesis|assumption)|I\.?\s?H\.?)[^.;·]*$", re.IGNORECASE)
IF = re.compile(r"\b(?:if|when|whenever|once|provided(?: that)?|as (?:long|soon) as|at)\s*$", re.IGNORECASE)
"""Words before a condition."""
PLACE = index("i'")
FURTHEST = 24
"""How far it is looked for places at which a formula has no value."""


def is_of_one_member(prop: Prop, facts: Iterable[Fact], seen: Collection[Term], before: str) -> bool:
    """Whether words suppose something of one member of a sequence whose members are given already, "assume a_n = 2^n" or "if
    a_n < 2" after a_{n+1} = 2 a_n: it is no rule. With a letter that was not `seen`, a_n = r^n, it is: a form that members may
    have."""
    if not any(each.search(before) for each in (SUPPOSED, HYPOTHESIS, IF)):
        return False
    if not isinstance(prop, Relation) or not isinstance(prop.left, ScalarAt):
        return False
    letter, sequence = prop.left.index, prop.left.sequence
    if letter not in running(prop) or sequence in prop.right.free:
        return False
    given = {told(fact.prop) for fact in facts for told in (recurrence, members_of)}
    return sequence in given and prop.right.free - {letter} <= frozenset(seen)


def may_be_of_one_member(prop: Prop, display: Display, displays: Sequence[Display]) -> bool:
    """Whether words suppose something of a member of a sequence that stands near them at another place too, "if a_n < 2, then
    a_{n+1} < 2": it may be meant of this one, or of each."""
    place, sequences = _of_one_place(prop)
    bare = isinstance(prop, Relation) and isinstance(prop.left, (ScalarAt, VectorAt))
    if place is None or not (IF.search(display.before) or (bare and SUPPOSED.search(display.before))):
        return False
    if bare and is_equation(prop) and place in prop.right.free:
        return False  # a formula by its index gives each of them, e_t = 1/(m t)
    if EVERY.match(display.after):
        return False
    names = {str(getattr(each, "name", each)).strip("{}") for each in sequences}
    near = (each for each in displays if each.paragraph in (display.paragraph, display.paragraph + 1))
    for part in (part for each in near for clause in each.clauses for part in every_part(clause)):
        if isinstance(part, Scripted) and canonical(part.base) in names and _is_shifted(part, place):
            return True
    return False


def _of_one_place(prop: Prop) -> tuple[Variable | ResidueVariable | None, Collection[Term]]:
    """The index at which alone members of sequences stand in a relation, and these; None where there is none, or more."""
    members = [*_members(prop)] if isinstance(prop, Relation) else []
    places = {each.index for each in members}
    (place,) = places if len(places) == 1 else (None,)
    if not isinstance(place, (Variable, ResidueVariable)) or place not in running(prop):
        return None, ()
    return place, {each.sequence for each in members}


def _is_shifted(node: Scripted, place: Variable | ResidueVariable) -> bool:
    """Whether the index of a letter is another one with a number added, n + 1."""
    index = node.sub if node.sub is not None else node.sup
    index = None if index is None else unfenced(index)
    return isinstance(index, Add) and place.name in {canonical(term) for _, term in index.terms}


def is_of_one_value(function: object, facts: Iterable[Fact], before: str) -> bool:
    """Whether words suppose something of the value of a function of whose values something is known, "suppose f(n) = 3^n" after
    f(n + 1) = 2 f(n): it does not give the function."""
    if not SUPPOSED.search(before) and not HYPOTHESIS.search(before):
        return False
    known = [fact.prop for fact in facts if not isinstance(fact.prop, Property)]
    return isinstance(function, Function) and any(function in prop.free for prop in known)


def is_of_other_members(old: Fact, new: Fact) -> bool:
    """Whether another part says of other members what was said before, c_n <= 7 for n = 2, 3, ...: it is about these alone."""
    return old.part != new.part and old.prop != new.prop and _of_each(old.prop) == _of_each(new.prop) is not None


def _of_each(prop: Prop) -> Prop | None:
    """What a hypothesis says of each member of a sequence, with one letter for its index."""
    prop = under_each(prop)
    places = running(prop) if isinstance(prop, Relation) else {}
    letter = next((each for each in places if isinstance(each, Variable)), None)  # no residue
    return None if letter is None else substitute(prop, {letter: PLACE})


def places_of_members(claim: Prop, given: Collection[Prop]) -> list[Prop]:
    """That the index of a member lies where hypotheses speak of it: after "p_1, ..., p_n > 0" there are p_i for these i alone;
    and where they sum over it, p_i = exp(z_i) / (sum of exp(z_j) over all j)."""
    found: list[Prop] = []
    for rule in given:
        if not isinstance(rule, Each):
            continue
        families = {each.sequence for each in _members(rule.body) if each.index == rule.symbol}
        for low, high in _ranges(rule, families):
            for each in _members(claim):
                if each.sequence in families and isinstance(each.index, Variable) and each.index in claim.free:
                    found += [Relation(">=", each.index, low), Relation("<=", each.index, high)]
    return list(dict.fromkeys(found))


def _ranges(rule: Each, families: Collection[Term]) -> list[tuple[Term, Term]]:
    """Over which places a hypothesis speaks of members: its own bounds, or those of the sums of members in it."""
    if rule.low is not None and rule.high is not None:
        return [(rule.low, rule.high)]
    sums = (each for each in rule.subterms() if isinstance(each, Sum) and rule.low is None and rule.high is None)
    return [
        (each.low, each.high)
        for each in sums
        if any(part.index == each.index and part.sequence in families for part in _members(each.body))
    ]


def of_each_place(claim: Prop, given: Collection[Prop]) -> list[Prop]:
    """What is said of a member p_i, said of all of which hypotheses speak."""
    for rule in given:
        if isinstance(rule, Each) and rule.low is not None and rule.high is not None:
            for place in places_of_members(claim, (rule,))[:1]:
                if isinstance(place, Relation) and isinstance(place.left, Variable):
                    return [Each(place.left, claim, rule.low, rule.high)]
    return []


def of_each_member(prop: Prop, claim: Prop, given: Collection[Prop]) -> list[Prop]:
    """What is said of one member w_t, said of each, beside a claim on other members of these sequences; nothing where it holds a
    letter that stands for that member, a = w_t - w."""
    rules = [each for each in given if isinstance(each, Relation) and is_equation(each)]
    found: list[Prop] = []
    for letter in running(prop):
        of_one = any(rule.left in prop.free and letter in rule.right.free for rule in rules)
        sequences = {each.sequence for each in _members(prop) if letter in each.index.free}
        if letter not in claim.free and not of_one and sequences & claim.free:
            found.append(Each(letter, prop))
    return found


def values_of_members(claim: Prop, given: Collection[Prop]) -> list[Prop]:
    """Under which conditions the members of the sequences of a claim have the values that hypotheses give them, whichever they
    are: p_i = e^{z_i} / (sum of e^{z_j} over all j), of one j at least."""
    rules = [each for each in given if isinstance(each, Each) and members_of(each) in claim.free]
    needed = dict.fromkeys(prop for rule in rules for prop in definedness(rule.body) if rule.symbol not in prop.free)
    return [prop for prop in needed if isinstance(prop, Relation) and prop.free and prop not in given]


def matrix_given_once(statement: Prop, given: Collection[Prop]) -> MatrixVariable | None:
    """A matrix of a statement of which a hypothesis gives one entry, at the places that are spoken of, and not each."""
    for prop in given:
        match prop:
            case Relation("=", Entry(MatrixVariable() as matrix, row, column) as entry, _) if row.free or column.free:
                if matrix in replaced(statement, {entry: ONE}, inside=True).free:
                    return matrix
    return None


def names_members(prop: Prop, facts: Iterable[Fact], seen: Collection[Term]) -> bool:
    """Whether a definition says what the members of a sequence are, d_t = |w_t - w|^2, that is new or of which only is said what
    others are made of it; where a sequence begins, or how one goes on of which nothing is said of all members."""
    prop = under_each(prop)
    if not is_equation(prop) or not isinstance(prop.left, (ScalarAt, VectorAt)):
        return False
    name = prop.left.sequence
    if continues(prop):
        return not any(isinstance(each.prop, Each) and name in each.prop.free for each in facts)
    if name in prop.right.free:
        return False
    free = name not in seen or all(_makes_another(each.prop, name) for each in facts if name in each.prop.free)
    return free or isinstance(prop.left.index, Number)


def _makes_another(prop: Prop, name: Term) -> bool:
    """Whether a fact says what something is by the members of a sequence, b_k = 2 a_k, and nothing of these."""
    prop = under_each(prop)
    return is_by_law(prop) or (isinstance(prop, Relation) and is_equation(prop) and name not in prop.left.free)


def continues(prop: Relation) -> bool:
    """Whether an equation gives each member of a sequence by those before it, a_n = 2a_{n-1}, or where it begins."""
    left = prop.left
    if not isinstance(left, (ScalarAt, VectorAt)) or not isinstance(left.index, Variable):
        return False
    inside = {
        each.index for each in prop.right.subterms() if isinstance(each, type(left)) and each.sequence == left.sequence
    }
    return bool(inside) and all(each != left.index and left.index in each.free for each in inside)


def _members(prop: Term) -> list[ScalarAt | VectorAt]:
    return [each for each in prop.subterms() if isinstance(each, (ScalarAt, VectorAt))]


def names_a_member(prop: Prop, sequence: Term) -> bool:
    """Whether a statement says something of one member of a sequence, x_1 = 0."""
    members = (each for each in prop.subterms() if isinstance(each, (ScalarAt, VectorAt)))
    return any(each.sequence == sequence and not each.index.free for each in members)


def start_of(prop: Prop, conditions: Iterable[Prop], text: str) -> int:
    """From which index on a rule says how a sequence goes on: as is said of the index, "for n >= 1", or so that it speaks of no
    member before the first that the text names, a_1 = 1. Where other sequences or functions drive it, nothing is left out: these
    have what values they need."""
    sequence, letters = recurrence(prop), list(running(prop))
    if (
        sequence is None
        or len(letters) != 1
        or not isinstance(letters[0], Variable)
        or any(isinstance(each, (Function, Family)) for each in prop.free - {sequence})
    ):
        return 0
    for each in conditions:
        match each:
            case Relation(">=" | ">" as kind, left, Number(low)) if left == letters[0] and low.denominator == 1:
                return max(0, int(low) + (kind == ">"))
    named = _numbers_of(sequence, text)
    places = [substitute(each.index, {letters[0]: ZERO}) for each in _members(prop) if each.sequence == sequence]
    least = [int(value) for each in places if isinstance(each, Scalar) and (value := constant(each)) is not None]
    return max(0, min(map(int, named)) - min(least)) if named and least else 0


def _numbers_of(sequence: Term, text: str) -> list[str]:
    """The numbers of the members of a sequence that a text names."""
    name = re.escape(str(getattr(sequence, "name", "")).strip("{}"))
    return re.findall(rf"(?<![A-Za-z\\]){name}\s*_\s*\{{?\s*(\d+)\s*(?:\}}|(?!\w))", text)


def from_first_named(prop: Prop, start: int, text: str) -> Prop:
    """A rule whose index is a natural number from a `start` on, as the text names the members with which it begins, though
    elsewhere that letter is a number from 1 on: F_{n+2} = F_{n+1} + F_n beside F_0 = 0, and the n of "for n >= 1"."""
    sequence = recurrence(prop)
    if sequence is None or not _numbers_of(sequence, text):
        return prop
    letters = [each for each in running(prop) if isinstance(each, Variable) and each.domain == "natural"]
    table: dict[Term, Term] = {
        each: Variable(each.name, each.domain, least=start) for each in letters if (each.least or 0) > start
    }
    return substitute(prop, table) if len(letters) == 1 and table else prop


@lru_cache(maxsize=1024)
def first_with_value(prop: Prop, letter: Variable, start: int = 0) -> Number | None:
    """From which place on, at least from a `start`, a formula for the members of a sequence has a value, a_n = 1/n from 1 on: no
    number meets it at 0, and anything would follow from it. None where it has a value everywhere, or where that is not seen."""
    needed = [each for each in definedness(prop) if letter in each.free]
    places = range(0 if letter.domain == "natural" else -FURTHEST, FURTHEST) if needed else ()
    without = [k for k in places if any(_fails(substitute(each, {letter: scalar(k)})) for each in needed)]
    seen = bool(without) and without[-1] < FURTHEST // 2
    return Number(Fraction(max(start, without[-1] + 1 if seen else 0))) if seen or start else None


def over_all(
    prop: Prop,
    letter: Variable | ResidueVariable,
    ends: tuple[Scalar, Scalar] | tuple[()],
    start: int,
    facts: Iterable[Fact],
) -> Prop:
    """What is said of members for each place in a range, or from a `start` on, or from where it has a value by what other members
    are, or modulo n; the same where n is no index of a sequence over Z/n, or stands in the name of a number of which nothing is
    known: of p_k = P(X = k) that P(X = k) is another number for each k."""
    if any(hides(each, letter) for each in prop.free):
        return prop
    low, high = ends or (None, None)
    if isinstance(letter, Variable) and not ends:
        low = first_with_value(_by_formulas(prop, facts), letter, start)
    with suppress(BoundIndexError):
        _ = (whole := Each(letter, prop, low, high)).free
        return whole
    return prop


def _by_formulas(prop: Prop, facts: Iterable[Fact]) -> Prop:
    """What is said of members with the formulas of those which others give: 1/n of 1/v_n."""
    formulas = {members_of(each.prop): each.prop for each in facts}

    def turn(term: Term) -> Term:
        rule = formulas.get(term.sequence) if isinstance(term, (ScalarAt, VectorAt)) else None
        match rule:
            case Each(letter, Relation(_, _, member)):
                return substitute(member, {letter: term.index})  # type: ignore[attr-defined]
        return rebuild(term, turn)

    put = turn(prop)
    return put if isinstance(put, Prop) else prop


def inside(places: Mapping[Variable | ResidueVariable, tuple[Scalar, Scalar] | tuple[()]]) -> list[Prop]:
    """That letters lie in their ranges."""
    ranges = [(letter, *ends) for letter, ends in places.items() if ends]
    return [
        each for letter, low, high in ranges for each in (Relation(">=", letter, low), Relation("<=", letter, high))
    ]


def where_it_has_a_value(prop: Prop, letters: Collection[Term], ranges: Collection[Prop] = ()) -> Prop:
    """What is said for all values of letters, in their ranges, where it has a value if it has none at some small ones: a_ij =
    1/(i - j) is said of i != j, f(x) f(y) = 1/(x - y) of x != y."""
    inside = Facts(tuple(ranges))
    asked = [each for each in definedness(prop) if each.free & {*letters} and not inside.evident(each)]
    needed = [each for each in asked if _fails_early(each)]
    return Implies(And(tuple(needed)) if len(needed) > 1 else needed[0], prop) if needed else prop


def _fails_early(prop: Prop) -> bool:
    own = [each for each in sorted(prop.free, key=str) if isinstance(each, Variable)][:3]
    values = product(*(map(scalar, (1, 2, 3, 4) if is_integer(letter) else (0, 1, 2, -1)) for letter in own))
    return any(_fails(substitute(prop, dict(zip(own, at, strict=True)))) for at in values)


def _fails(prop: Prop) -> bool:
    """Whether a statement is seen to be wrong, whatever its letters are."""
    if (said := is_true(prop)) is not None:
        return not said
    denied = opposite(prop)
    return denied is not None and Facts(()).evident(denied)
