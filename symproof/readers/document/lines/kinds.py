"""Of what kind a claim is: one that names a solution, one that is right for a sign, one that goes on from another."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from symproof.printed import Approx
from symproof.readers.resolve.numbers import constant
from symproof.statement import (
    NEGATED,
    ORDERS,
    And,
    Each,
    Or,
    Prop,
    Relation,
    both_ways,
    is_equation,
    parts_of,
    under_each,
)
from symproof.substitution import substitute
from symproof.term import (
    ONE,
    ZERO,
    Add,
    Apply,
    Derivative,
    Elementary,
    Entry,
    Gradient,
    MatrixGradient,
    MatrixVariable,
    Mul,
    Pow,
    ScalarAt,
    Term,
    Variable,
    VectorAt,
    VectorVariable,
    is_integer_letter,
)
from symproof.trusted.defined import definedness

NUMBERED = re.compile(r"(.+?)_\{?[1-9]\}?")
BEST = re.compile(
    r"(?:\\hat\{(.+?)\}|(.+?)(?=[_^]))(?:_\{?(?:∗|\w{2,}|\\mathrm\{\w+\})\}?)?(?:\^\{?(?:\*|\w{2,}|\\mathrm\{\w+\})\}?)?"
)
"""The name of a solution, with the name of the letter for which an equation was solved: x^*, x_{opt}, a hat with or without."""

LETTERS = (Variable, VectorVariable, MatrixVariable)
SLOPES = (Derivative, Gradient, MatrixGradient)

AFTER = {("=", kind): kind for kind in ("=", "<", "<=", ">", ">=", "!=")} | {
    ("<=", "<="): "<=", ("<=", "<"): "<", ("<", "<"): "<=", ("<", "<="): "<=",
    (">=", ">="): ">=", (">=", ">"): ">", (">", ">"): ">=", (">", ">="): ">=",
}  # fmt: skip
"""Of two relations with one left side, what is left to show of the second after the first."""


def counting(statement: Prop | None, names: Collection[str], told: Container[str]) -> frozenset[Term]:
    """The letters of a statement that count by custom alone, where no words say which numbers they are."""
    letters = frozenset() if statement is None else statement.free
    numbers = [each for each in letters if isinstance(each, Variable) and each.domain == "natural"]
    return frozenset(each for each in numbers if each.name in names and each.name not in told)


def is_identity_for_a_sign(claim: Prop, missing: str) -> bool:
    """Whether an equation between terms in letters is right for one sign of one, as |x| = x is for x >= 0: nobody solves it."""
    return (
        isinstance(claim, Relation)
        and claim.kind == "="
        and bool(claim.left.free and claim.right.free)
        and any(sign in missing for sign in (" >= 0", " > 0", " <= 0", " < 0"))
        and not is_idle(claim, missing)
    )


def is_rewritten_term(claim: Prop) -> bool:
    """Whether an equation has the same letters on both sides, and more than a letter on the left."""
    claim = under_each(claim)
    return (
        isinstance(claim, Relation) and len(claim.left.children()) > 1 and claim.left.free == claim.right.free != set()
    )


def ties_itself(prop: Prop) -> bool:
    """Whether an equation says something of a letter by that letter, P^2 = P, and names nothing."""
    indices = set[Term]()
    while isinstance(prop, Each):
        indices.add(prop.symbol)
        prop = prop.body
    return isinstance(prop, Relation) and not prop.left.free & prop.right.free <= indices


def is_idle(claim: Prop, missing: str) -> bool:
    """Whether a missing hypothesis leaves nothing of a claim: n <= 0, of a natural number n."""
    naturals = {letter.name for letter in claim.free if isinstance(letter, Variable) and letter.domain == "natural"}
    return missing in {f"{name} {sign} 0" for name in naturals for sign in ("<=", "=")}


def rest_of(before: Prop, claim: Prop) -> Prop | None:
    """What is left to show of `a <= c` after `a <= b`: `b <= c`; None where the two do not begin alike.

    >>> from symproof import real
    >>> a, b, c = real("a"), real("b"), real("c")
    >>> rest_of(a <= b, a <= c), rest_of(a >= b, a <= c)
    (b <= c, None)
    """
    if (
        not isinstance(before, Relation)
        or not isinstance(claim, Relation)
        or before.left != claim.left
        or before == claim
    ):
        return None
    kind = AFTER.get((before.kind, claim.kind))
    return None if kind is None else Relation(kind, before.right, claim.right)


def is_solution(claim: Prop) -> bool:
    """Whether a line names values of its letter: `x = 2`, `x = 2 or x = 3`."""
    if isinstance(claim, Or):
        return all(map(is_solution, claim.args))
    return is_equation(claim) and isinstance(claim.left, Variable) and not claim.right.free


def letter_first(claim: Prop) -> Prop:
    """A line that names the value of a letter, with the letter on the left: `x = 2` for `2 = x`."""
    if is_equation(claim) and not claim.left.free and isinstance(claim.right, Variable):
        return Relation("=", claim.right, claim.left)
    return claim


def is_larger_solution(claim: Prop) -> bool:
    """The same of vectors and matrices: `u = 0 or v = 0`, `P = I`."""
    if isinstance(claim, Or):
        return all(map(is_larger_solution, claim.args))
    if not is_equation(claim):
        return False
    sizes = all(is_integer_letter(each) for each in claim.right.free)
    return sizes and isinstance(claim.left, (VectorVariable, MatrixVariable))


def alternatives(claim: Prop) -> list[Relation]:
    """The relations of which a statement says that one holds: `x = 2` and `x = 3` of `x = 2 or x = 3`."""
    if isinstance(claim, Or):
        return [each for arg in claim.args for each in alternatives(arg)]
    return [claim] if isinstance(claim, Relation) else []


def cases_of(claim: Prop, told: Collection[Prop] = ()) -> list[Relation]:
    """The alternatives, and what they say where letters are put for what is told that they are: of u = 1 also 3^x = 1."""
    meant = {
        each.left: each.right for each in told if isinstance(each, Relation) and each.kind == "=" and each.right.free
    }
    meant = {letter: term for letter, term in meant.items() if isinstance(letter, Variable) and letter not in term.free}
    return [case for each in alternatives(claim) for case in (each, substitute(each, meant))]


WHOLE = ("k", "n", "m", "l", "j")
"""Letters that count turns where nothing says what they are."""


def turns_of(claim: Prop) -> Variable | None:
    """The letter that counts turns in the values that a line names, `x = pi/6 + 2*k*pi or x = pi`; None where none does."""
    parts = alternatives(claim)
    found = {
        each
        for part in parts
        if part.mentions(Elementary)
        for each in part.right.free - part.left.free
        if isinstance(each, Variable) and (each.domain == "integer" or each.name in WHOLE)
    }
    turning = any(each.function == "pi" for each in claim.subterms() if isinstance(each, Elementary))
    equal = all(part.kind == "=" and len(part.left.free) == 1 for part in parts)
    return found.pop() if len(found) == 1 and turning and equal else None


def is_formula(claim: Prop, conditions: Iterable[Prop]) -> bool:
    """Whether a line is solved for a letter of which the conditions of the term say nothing: `h = 2A/(a + c)`."""
    return (
        is_equation(claim)
        and isinstance(claim.left, (*LETTERS, ScalarAt, VectorAt))
        and not any(claim.left in prop.free for prop in conditions)
    )


def is_set_equal(prop: Prop) -> bool:
    """Whether a relation sets a term in one real letter equal to a number, or a gradient: an equation for the letter."""
    if not is_equation(prop):
        return False
    if isinstance(prop.left, SLOPES):
        return True
    if isinstance(prop.left, Variable) or prop.right.free:
        return False
    return len(prop.free) == 1 and all(isinstance(letter, Variable) for letter in prop.free)


def is_numbered(each: Term, letter: Variable) -> bool:
    """Whether a letter is another with a number, x_1 for x."""
    found = NUMBERED.fullmatch(each.name) if isinstance(each, Variable) else None
    return found is not None and found[1] == letter.name


def own_name(letter: Variable | VectorVariable | MatrixVariable) -> str:
    """The name of a letter as the text spells it: beside a sequence of that name it stands in braces."""
    return letter.name[1:-1] if letter.name.startswith("{") else letter.name


def is_best(each: Term, letter: Term) -> bool:
    """Whether a letter names the solution for another one of its sort, x^* for x, or the one of a step, x_k."""
    if not isinstance(letter, LETTERS):
        return False
    name = own_name(letter)
    if isinstance(each, (ScalarAt, VectorAt)):
        sort = Variable if isinstance(each, ScalarAt) else VectorVariable
        return isinstance(letter, sort) and each.sequence.name == name and bool(each.index.free)
    found = BEST.fullmatch(each.name) if isinstance(each, LETTERS) and type(each) is type(letter) else None
    return found is not None and (found[1] or found[2]) == name


def is_value_of(prop: Prop, letter: Variable) -> bool:
    """Whether a statement gives a value to a letter with a number, `x_1 = 3`."""
    return is_solution(prop) and any(is_numbered(each, letter) for each in prop.free)


def is_other_term(new: Prop, old: Prop) -> bool:
    """Whether two equations say of one letter that it is two terms."""
    match new, old:
        case Relation("=", Variable() as letter, value), Relation("=", other, before):
            return letter == other and value != before
    return False


def is_other_number(new: Prop, old: Prop) -> bool:
    """Whether an equation gives a letter a number, where another one gave it one: eta = 1/2 after eta = 1/10."""
    match new, old:
        case Relation(right=value), Relation(right=before):
            return is_other_term(new, old) and not value.free and not before.free
        case Approx(Variable() as letter), Relation("=", other, before):
            return letter == other and not before.free
    return False


def is_changed_number(new: Prop, old: Prop) -> bool:
    """Whether an equation gives a letter its old number and something more: w = 2 + 0.1 after w = 2, a step on."""
    match new:
        case Relation("=", _, Add((first, *_))):
            return is_other_number(new, old) and isinstance(old, Relation) and first == old.right
    return False


def is_polynomial_equation(prop: Prop) -> bool:
    """Whether a relation is an equation between polynomials in one letter."""
    return is_equation(prop) and len(prop.free) == 1 and not definedness(prop) and not prop.mentions(Elementary)


def exclude_each_other(first: Prop, second: Prop) -> bool:
    """Whether two conditions place one letter on two sides of a number: x < 0 and x > 0, 0 < x < 1 and x > 1."""
    sides = [list(_sides(each)) for each in (first, second)]
    pairs = [(one, other) for one in sides[0] for other in sides[1] if one.letter == other.letter]
    return any(_is_under(*pair) or _is_under(*reversed(pair)) for pair in pairs)


class _Side(NamedTuple):
    """Where a bound places a letter."""

    letter: Term
    below: bool
    number: Fraction
    strict: bool


def _sides(prop: Prop) -> Iterator[_Side]:
    for part in parts_of(prop):
        if isinstance(part, Relation) and is_bound(part) and part.kind[0] in "<>":
            ahead = bool(part.left.free)
            number = constant(part.right if ahead else part.left)
            if number is not None:
                yield _Side(next(iter(part.free)), (part.kind[0] == "<") == ahead, number, "=" not in part.kind)


def _is_under(upper: _Side, lower: _Side) -> bool:
    """Whether nothing is below the one and above the other."""
    apart = upper.number < lower.number or (upper.number == lower.number and (upper.strict or lower.strict))
    return upper.below and not lower.below and apart


def is_bound(prop: Prop) -> bool:
    """Whether a relation says where one letter lies: t >= 0, and not t^3 >= t, which claims something of it."""
    if not isinstance(prop, Relation) or len(prop.free) != 1:
        return False
    return any(prop.free == {one} and not other.free for one, other in both_ways(prop))


def are_bounds(*props: Prop) -> bool:
    """Whether statements are inequalities, or alternatives of them, in one and the same letter."""
    letters = props[0].free
    return len(letters) == 1 and all(each.free == letters and is_order(each) for each in props)


def is_equated(prop: Prop) -> bool:
    """Whether a statement is an equation, or several of which one holds."""
    parts = alternatives(prop)
    return bool(parts) and all(each.kind == "=" for each in parts)


def is_order(prop: Prop) -> bool:
    """Whether a statement is an inequality, or several of them."""
    match prop:
        case And(args) | Or(args):
            return all(map(is_order, args))
        case Relation(kind):
            return kind in ORDERS
    return False


def is_between_indices(prop: Prop) -> bool:
    """Whether a relation stands between two letters for whole numbers, i = j."""
    sides = (prop.left, prop.right) if isinstance(prop, Relation) else ()
    return bool(sides) and all(is_integer_letter(each) for each in sides)


def opposite(prop: Prop) -> Prop | None:
    """What holds where relations, or several of them, do not; None of another statement."""
    match prop:
        case Relation(kind, left, right):
            return Relation(NEGATED[kind], left, right)
        case And(args) | Or(args):
            parts = [each for each in map(opposite, args) if each is not None]
            return None if len(parts) < len(args) else Or(tuple(parts)) if isinstance(prop, And) else And(tuple(parts))
    return None


def is_choice_of(claim: Prop, before: Prop) -> bool:
    """Whether a bound on a letter comes after several values of it: "x = 6 or x = 15", and, for other reasons, "x > 10"; or the
    first whole number within a bound after that, m = 100 after m >= 99.03."""
    if _is_first_within(claim, before):
        return True
    if not isinstance(before, Or) or not is_solution(before) or not isinstance(claim, Relation):
        return False
    sides = (claim.left, claim.right)
    return (
        claim.kind != "=" and any(isinstance(each, Variable) for each in sides) and not all(each.free for each in sides)
    )


def _is_first_within(claim: Prop, bound: Prop) -> bool:
    match claim, bound:
        case Relation("=", letter, chosen), Relation(kind, left, right) if kind in ORDERS and letter in (left, right):
            value, limit = constant(chosen), constant(right if letter == left else left)
            if value is None or limit is None or (limit.denominator == 1 and not is_integer_letter(letter)):
                return False
            least = (kind in (">", ">=")) == (letter == left)
            first = ceil(limit) if least else floor(limit)
            past = kind in ("<", ">") and first == limit
            return value == (first + (1 if least else -1) * past)
    return False


def is_of_another(claim: Prop, before: Prop) -> bool:
    """Whether a row says what a letter is of which the row before it says nothing, or says nothing of the letter of which that
    says what it is, `h(b/c) = 2bc` after `x = 0 or x = c/b`: it comes from other lines."""
    values = before.args if isinstance(before, Or) and not is_solution(claim) else ()
    if values and all(
        is_equation(each) and isinstance(each.left, Variable) and each.left not in claim.free for each in values
    ):
        return True
    letter = claim.left if is_equation(claim) else None
    if isinstance(letter, (Entry, ScalarAt, VectorAt)):
        return letter not in before.subterms()
    return isinstance(letter, (Variable, VectorVariable, MatrixVariable)) and letter not in before.free


def is_factor(prop: Relation, product: Prop) -> bool:
    """Whether an equation says that a factor of a product is zero which another says to be zero, x = 0 of x(x - 4) = 0."""
    match product:
        case Relation("=", Mul(factors), right):
            return right == ZERO == prop.right and prop.left in factors
    return False


def is_word_equation(statement: Prop) -> bool:
    """Whether an equation is one of products and powers of letters, as elements of a group have: a b = b a, a^2 = e.

    >>> from symproof import eq, real
    >>> a, b = real("a"), real("b")
    >>> is_word_equation(eq((a * b) ** 2, a**2 * b**2)), is_word_equation(eq(a * b, 2 * b)), is_word_equation(eq(a * b, a + b))
    (True, False, False)
    """
    return is_equation(statement) and all(map(_is_word, (statement.left, statement.right)))


def _is_word(term: Term) -> bool:
    match term:
        case Mul():
            return all(map(_is_word, term.children()))
        case Pow(base, exponent):
            return _is_word(base) and (not exponent.free or isinstance(exponent, Variable))
        case Apply(arg=argument):
            return _is_word(argument)
        case Elementary(function="exp"):  # e is the element that changes none
            return not term.free
    return isinstance(term, Variable) or term == ONE
