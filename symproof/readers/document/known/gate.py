"""When does a point that fails refute a line of a document? Only when the line is meant for all values of its letters.

An equation to be solved, a constraint, a definition, a line about letters of which the text may say more than was read:
none of these is wrong because it fails somewhere. `why_not` says in words what stands against a refutation.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import NamedTuple

from symproof import term as tm
from symproof.properties import Property
from symproof.readers.document.known.likeness import (
    ALIKE,
    VERY_ALIKE,
    agreement,
    is_absurd,
    is_expanded,
    is_mostly_right,
    is_polynomial,
    is_rule,
    is_taken_apart,
)
from symproof.readers.document.known.multiplied import differ_by_a_number, is_slip_in_one_letter
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.known.rounding import doubt_of_units
from symproof.readers.document.known.ties import LETTERS, binding, fixed_letters, spread
from symproof.readers.document.known.told_members import given_throughout
from symproof.readers.document.known.untold import untold
from symproof.readers.document.lines.kinds import SLOPES, is_bound, is_solution
from symproof.readers.resolve.complex_numbers import in_one
from symproof.readers.resolve.dependence import is_rate
from symproof.readers.resolve.units import is_unit
from symproof.statement import (
    ORDERS,
    And,
    Each,
    Exists,
    Implies,
    Or,
    Prop,
    Relation,
    SumsTo,
    both_ways,
    is_equation,
    parts_of,
)
from symproof.term import MatrixVariable, Sequence, Term, Variable, VectorVariable, is_integer

SOMEWHERE = "it may hold for some values only"
CONDITION = "it may be a condition on its letters"
EQUATION = "it may be an equation to be solved"


class Said(NamedTuple):
    """What the text says of a line."""

    universal: bool = False
    """It is meant for all values."""
    chain: bool = False
    """It is one of several relations in a row."""
    claims: bool = False
    """An identity is asked for."""
    concluded: bool = False
    """Words lead to it as to something that follows."""
    spoken: bool = False
    """Hypotheses speak of each of its letters."""
    any_chance: bool = False
    """Its means are those of random numbers of any kind."""
    slip: bool = False
    """It is an identity with a slip, whatever is said of its letters."""
    tabled: bool = False
    """It says what a matrix that is written out is, or something of it."""
    told: bool = False
    """The text says of each of its letters what it is."""
    complex: bool = False
    """It may be an equation of complex numbers."""
    worked: bool = False
    """It says to what number a term comes that is asked for in another form."""
    first: bool = False
    """No line before it in its part speaks of its letters, and the text says no more of them."""
    plain: bool = False
    """That, and words lead from its hypotheses to it that say nothing else."""


def why_not(statement: Prop, given: Collection[Prop], explicit: Collection[str], said: Said) -> str:
    """What stands against refuting the statement by a point that fails; "" where nothing does. `explicit` are the names that
    somebody declared."""
    given = [part for prop in given for part in (parts_of(prop) if _is_chain(prop) else (prop,))]
    fixed = fixed_letters(given)
    free = spread(statement.free, fixed)
    if not free:
        return ""
    if not said.slip and (doubt := untold(statement, given, explicit, fixed, said.any_chance)):
        return doubt
    if all(map(is_unit, free)):
        return doubt_of_units(statement, free)
    if _adds_up_members(statement, given):
        return CONDITION
    if said.universal or (said.concluded and len(free) > 1 and any(map(is_rate, free))):
        return ""
    if said.complex and (pair := in_one(statement)) is not None:
        statement = pair
    if isinstance(statement, And) and all(
        isinstance(each, Relation) and each.kind in ORDERS for each in statement.args
    ):
        doubts = [_of_relation(each, given, fixed, said) for each in statement.args if isinstance(each, Relation)]
        return next(filter(None, doubts), "")  # between which numbers something lies
    if (inner := _throughout(statement, given)) is not None:
        return _of_relation(*inner, fixed, said)
    return _of_logic(statement, given, said)


def _is_chain(prop: Prop) -> bool:
    """Whether a statement joins equations, $a_1 = a_2 = 1$."""
    return isinstance(prop, And) and all(map(is_equation, prop.args))


def _throughout(statement: Prop, given: Collection[Prop]) -> tuple[Relation, Collection[Prop]] | None:
    """A relation and what is given with it, also one that is said for all places of a range, or of the largest of numbers."""
    match statement:
        case Each(Variable(), Relation() as inner, low, high) if low is not None and high is not None:
            return inner, given
        case Each(Variable(), Implies(And((_, Each(high=high), Exists(body=reached))), inner)) if high is not None:
            return _throughout(inner, (*given, reached))
        case Relation():
            return statement, given
    return None


def _of_logic(statement: Prop, given: Collection[Prop], said: Said) -> str:
    """What stands against refuting what is no relation."""
    match statement:
        case And():
            meant = is_mostly_right(statement) or (said.tabled and _has_letters_alike(statement))
        case SumsTo():  # S = 1 + 1/2 + ... says what S is
            meant = bool(statement.value.free) and statement.value.free <= statement.body.free | statement.low.free
        case Or():  # the values that an equation, of which a hypothesis says that it holds, leaves
            numbers = {each.left for each in given if is_solution(each) and isinstance(each, Relation)}
            numbers -= statement.free  # of t = x^2 with t = 9
            equal = [each for each in given if is_equation(each) and each.free - numbers == statement.free]
            solved = not all(map(is_solution, equal))
            meant = said.concluded and solved and is_solution(statement)
        case Exists() | Each():  # that n divides m, that A is above B
            meant = said.concluded and said.spoken
        case _:
            meant = isinstance(statement, Implies)
    return "" if meant else SOMEWHERE


def _has_letters_alike(statement: And) -> bool:
    """Whether several equations have the same letters on the left as on the right, and more than one."""
    parts = [each for each in statement.args if isinstance(each, Relation)]
    left, right = (
        {letter for each in sides for letter in each.free}
        for sides in zip(*((each.left, each.right) for each in parts), strict=True)
    )
    return len(parts) == len(statement.args) and left == right and len(left) > 1


def _of_relation(statement: Relation, given: Collection[Prop], fixed: dict[Term, frozenset[Term]], said: Said) -> str:
    left, right = (_letters(side, fixed) for side in (statement.left, statement.right))
    slope = (
        isinstance(statement.left, SLOPES) and statement.right != tm.ZERO
    )  # nobody looks for where a constant is another one
    if ((said.concluded or slope) and is_absurd(statement)) or (said.chain and differ_by_a_number(statement)):
        return ""
    ordered = statement.kind in ORDERS and not is_bound(statement)
    plain = ordered and ((said.spoken and said.claims and said.first) or said.plain)
    if not (left and right) and not (said.worked or plain or (said.spoken and _are_known_chances(left | right, given))):
        return "it may be an equation to be solved, or a condition"
    if (unsaid := _brought_unsaid(statement, left, right, given)) is not None:
        return f"nothing says what {unsaid} is"
    if doubt := _gives_a_value(statement, given, fixed, said):
        return doubt
    if _is_ordered(statement) and not said.claims and not (said.concluded and said.spoken):
        return CONDITION
    if said.chain and ordered and not (said.told or said.spoken):
        if (unsaid := _of_new_vector(statement, given)) is not None:
            return f"nothing says what {unsaid} is"
    if said.chain and (unsaid := _stands_apart(statement, left, right, given)) is not None:
        return f"nothing says what {unsaid} is"
    if said.chain:
        apart = statement.kind == "=" and not left & right and not said.claims and not _is_bare(statement.left)
        return CONDITION if apart and all(isinstance(each, Variable) for each in left | right) else ""
    of_chance = any(" - E[" in str(each) for each in left)  # a variance, on which nobody sets conditions
    if not _are_within(statement, given, fixed) and not (said.concluded and (said.spoken or of_chance)):
        return CONDITION
    if (
        said.claims
        or isinstance(statement.left, (tm.Vector, tm.Matrix))
        or is_rule(statement)
        or is_taken_apart(statement)
    ):
        return ""
    letters = left | right
    if statement.kind in ("=", "!="):
        return "" if _is_identity(statement, letters, left == right, said) else EQUATION
    constrained = said.told or len(letters) > 1 or any(prop.free & spread(statement.free, fixed) for prop in given)
    return "" if said.concluded and constrained else CONDITION


def _are_known_chances(letters: set[Term], given: Collection[Prop]) -> bool:
    """Whether letters are deviations of random numbers of which hypotheses give the variances, and what any two have to do with
    each other: on these nobody sets conditions."""
    told = [prop.free & letters for prop in given if is_equation(prop)]
    pairs = all({one, other} in told for one, other in combinations(letters, 2))
    return all(" - E[" in str(each) and {each} in told for each in letters) and pairs


def _brought_unsaid(statement: Relation, left: set[Term], right: set[Term], given: Collection[Prop]) -> Term | None:
    """A number of which nothing is said on the right of an equation that gives a value of a function by a formula without it, and
    is not much like it, `M(t) = p + q e^t` after `M(t) = p + (1 - p) e^t`: the text means a certain one."""
    more = {each for each in right - left if isinstance(each, Variable) and not is_integer(each)}
    if statement.kind != "=" or not left < right or right - left != more or agreement(statement) >= ALIKE:
        return None
    said = {letter for prop in given for letter in prop.free}
    return next((each for each in sorted(more, key=str) if each not in said), None)


def _stands_apart(statement: Relation, left: set[Term], right: set[Term], given: Collection[Prop]) -> Term | None:
    """A number of which nothing is said on one side alone of an equation whose other side has letters of which something is, and
    that are not on this one: the text may say what it is where that is not read, a g = (c + 1) b with c = e^a."""
    if statement.kind != "=" or left <= right or right <= left:
        return None
    said = {letter for prop in binding(given, statement.free) for letter in prop.free}
    for own, others in ((left, right), (right, left)):
        new = [each for each in own - others - said if isinstance(each, Variable) and not is_integer(each)]
        if new and (others - own) & said:
            return min(new, key=str)
    return None


def _are_within(statement: Relation, given: Collection[Prop], fixed: dict[Term, frozenset[Term]]) -> bool:
    """Whether the letters of one side are among those of the other, where what hypotheses give at each index is put in."""
    left, right = (_letters(side, fixed | _named(given)) for side in (statement.left, statement.right))
    return left <= right or right <= left


def _named(given: Collection[Prop]) -> dict[Term, frozenset[Term]]:
    """The sequences that a hypothesis gives at each index, and the letters by which it does."""
    return {
        sequence: frozenset(each.body.right.free - {each.symbol})
        for sequence, each in given_throughout(given).items()
        if isinstance(each.body, Relation) and sequence not in each.body.right.free
    }


def _is_value_of_known(side: Term, given: Collection[Prop], fixed: dict[Term, frozenset[Term]]) -> bool:
    """Whether a term is the value of a function that is convex or smooth at a place that hypotheses give: no bound on it is what
    the text says of that value."""
    if not isinstance(side, tm.Apply) or not side.free - {side.function} <= fixed.keys():
        return False
    return any(isinstance(each, Property) and side.function in each.free for each in given)


def _is_ordered(statement: Relation) -> bool:
    """Whether a relation orders two letters, each with a number added: it says where they lie, a + 1 < b + 2."""
    if statement.kind not in ORDERS:
        return False
    letters = [_shifted(side) for side in (statement.left, statement.right)]
    return None not in letters and letters[0] != letters[1]


def _shifted(term: Term) -> Variable | None:
    """The letter of a letter with a number added; None of another term."""
    if isinstance(term, Variable):
        return term
    if not isinstance(term, tm.Add) or len(term.free) != 1:
        return None
    letters = [each for each in term.args if each.free]
    return letters[0] if len(letters) == 1 and isinstance(letters[0], Variable) else None


def _gives_a_value(statement: Relation, given: Collection[Prop], fixed: dict[Term, frozenset[Term]], said: Said) -> str:
    """Whether a relation may say what one of its sides is."""
    for side, other in both_ways(statement):
        ordered = said.any_chance and statement.kind != "="  # of probabilities: it says what none of them is
        told = side in fixed or (isinstance(side, tm.Norm) and side.vector in fixed)
        told |= isinstance(side, tm.Norm) and side.free <= _letters(other, fixed | _named(given))
        told |= statement.kind in ORDERS and _is_value_of_known(side, given, fixed)
        if isinstance(side, (tm.ScalarAt, tm.VectorAt)) and side.sequence in given_throughout(given):
            told |= statement.kind != "=" or not _says_where_it_begins(side, given)
        if _is_bare(side) and not told and not (is_rate(side) or ordered or side.free <= other.free):
            return f"it may say what {side} is"
        of_matrix = isinstance(side, (tm.Determinant, tm.MatrixTrace)) and not side.free & other.free
        if of_matrix and statement.kind == "=" and not any(side.free & prop.free for prop in given):
            return f"it may say what {side} is"  # of a matrix that the text shows elsewhere
        of_residues = any(isinstance(letter, tm.ResidueVariable) for letter in side.free) and side.free <= other.free
        if isinstance(side, (tm.ScalarAt, tm.VectorAt)) and side not in other.subterms() and not of_residues:
            if not any(side.sequence in prop.free for prop in given):
                return f"it may say what {side} is"  # m_t = b m_{t-1} + g_t
        linked = said.chain and side is statement.right  # "= n^2 + n - n = n"
        if statement.kind == "=" and isinstance(side, LETTERS) and _is_update(side, other) and not linked:
            return f"it may give {side} a new value"
    return ""


def _says_where_it_begins(member: tm.ScalarAt | tm.VectorAt, given: Collection[Prop]) -> bool:
    """Whether a member with a number is given by members of a sequence of which it is said how it goes on, and not with what it
    begins, d_1 = w_1 - u: a text that says what it is says where that begins."""
    if not isinstance(member.index, tm.Number):
        return False
    said = given_throughout(given)[member.sequence]
    others = {each for each in said.body.free if isinstance(each, Sequence)} - {member.sequence}
    first = {
        each.left.sequence
        for each in given
        if isinstance(each, Relation) and isinstance(each.left, (tm.ScalarAt, tm.VectorAt)) and not each.left.index.free
    }
    return any(recurrence(each) in others - first for each in given)


def _of_new_vector(statement: Relation, given: Collection[Prop]) -> Term | None:
    """A vector of which nothing is said, beside letters of which something is: words say what it is, "after M mistakes,
    g M <= <u, w>"."""
    spoken = {letter for prop in given for letter in prop.free}
    new = [each for each in statement.free - spoken if isinstance(each, VectorVariable)]
    return min(new, key=str) if new and statement.free & spoken else None


def _adds_up_members(statement: Prop, given: Collection[Prop]) -> bool:
    """Whether an equation says that members of a sequence, of which no hypothesis says what they are, add up to a number: of
    weights or probabilities, sum p_i = 1."""
    match statement:
        case Relation("=", tm.Sum(tm.ScalarAt(sequence, index), letter), value) if index == letter and not value.free:
            return sequence not in given_throughout(given)
    return False


def _is_identity(statement: Relation, letters: set[Term], alike: bool, said: Said) -> bool:
    """Whether an equation is one that nobody solves: by the letters on its sides (`alike` if they are the same; of entries, only
    indices), by the words that lead to it, or since most of it is right."""
    places = {each for each in statement.free if isinstance(each, tm.ResidueVariable)}
    sizes = {size for each in places for size in each.over.modulus.free}
    if isinstance(statement.left, tm.Entry) and places and statement.left.free <= places | sizes:
        return True
    several = len(letters) > 1
    numbers = [letter for letter in letters if isinstance(letter, Variable)]
    if len(numbers) < len(letters):
        return several or said.concluded
    if said.concluded and said.spoken and all(map(tm.is_integer, numbers)):
        return not _differs_throughout(statement, letters)
    if said.plain and alike:  # "let x > 0; then sqrt(x) sqrt(x) = x"
        return True
    if (several and alike and not is_polynomial(statement)) or is_slip_in_one_letter(statement):
        return True
    likeness = agreement(statement)
    if several and alike and likeness >= ALIKE:
        return True
    return likeness >= VERY_ALIKE and (is_expanded(statement.left) or is_expanded(statement.right))


def _differs_throughout(statement: Relation, letters: set[Term]) -> bool:
    """Whether two sums have nothing in common, 10 u + t and 10 t + u + 27, nor letters that stand for something: an equation."""
    expanded = is_expanded(statement.left) and is_expanded(statement.right)
    return expanded and statement.free <= letters and not agreement(statement)


def _letters(term: Term, fixed: dict[Term, frozenset[Term]]) -> set[Term]:
    kinds = (*LETTERS, Sequence, MatrixVariable)
    return {letter for letter in spread(term.free, fixed) if isinstance(letter, kinds) and not is_unit(letter)}


def _is_bare(term: Term) -> bool:
    """Whether a term is a letter, or a member or value of one."""
    if isinstance(term, tm.Norm):
        return isinstance(term.vector, (VectorVariable, tm.VectorAt))
    return isinstance(term, (*LETTERS, MatrixVariable, tm.ScalarAt, tm.VectorAt, tm.Apply, tm.Entry))


def _is_update(letter: Term, term: Term) -> bool:
    """Whether a term is a letter and something more: `w = w - eta g` is an instruction."""
    return isinstance(term, (tm.Add, tm.VectorAdd)) and letter in term.args
