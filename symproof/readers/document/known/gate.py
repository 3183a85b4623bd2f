"""When does a point that fails refute a line of a document? Only when the line is meant for all values of its letters.

An equation to be solved, a constraint, a definition, a line about letters of which the text may say more than was read:
none of these is wrong because it fails somewhere. `why_not` says in words what stands against a refutation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import TypeGuard

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.document.known.rounding import doubt_of_units
from symproof.readers.resolve.dependence import is_rate, is_unknown_rate
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.limits import together
from symproof.readers.resolve.units import is_unit
from symproof.statement import And, Each, Exists, Implies, Or, Prop, Relation, SumsTo
from symproof.substitution import rebuild, substitute
from symproof.term import SINGLE, Function, MatrixVariable, Sequence, Term, Variable, VectorVariable

LETTERS = (Variable, VectorVariable)


def fixed_letters(given: Collection[Prop]) -> dict[Term, frozenset[Term]]:
    """The letters that hypotheses set equal to a term, and those of the term: x = 2, S = n (n + 1)/2."""
    fixed: dict[Term, frozenset[Term]] = {}
    for prop in given:
        if isinstance(prop, Relation) and prop.kind == "=":
            for letter, term in ((prop.left, prop.right), (prop.right, prop.left)):
                if isinstance(letter, (*LETTERS, MatrixVariable)) and letter not in fixed:
                    if letter not in _spread(term.free, fixed):  # x = y fixes one of the two
                        fixed[letter] = frozenset(term.free)
    return fixed


def _is_told(letter: Term, statement: Prop, given: Collection[Prop]) -> bool:
    """Whether the mean of the one random number in a statement, or its deviation from it, is given with its variance: whatever
    these are, there is a random number that has them."""
    deviations = {each for each in statement.free if isinstance(each, VectorVariable) and " - E[" in each.name}
    parts = [each for prop in given for each in (prop.args if isinstance(prop, And) else (prop,))]
    sizes = [each.left for each in parts if isinstance(each, Relation) and each.kind == "="]
    measured = {size.base.vector for size in sizes if isinstance(size, tm.Pow) and isinstance(size.base, tm.Norm)}
    if len(deviations) > 1 or len(measured) != 1:
        return False
    (deviation,) = measured
    name = str(deviation)
    return letter == deviation or (
        isinstance(letter, Variable) and name.endswith(f" - {letter.name})") and letter in sizes
    )


def _driven(given: Collection[Prop]) -> set[Term]:
    """The sequences in rules that the text gives, w_{t+1} = w_t - eta v_t: an identity in them is meant for all of them."""
    found: set[Term] = set()
    for prop in given:
        while isinstance(prop, Each):
            prop = prop.body
        if isinstance(prop, Relation) and prop.kind == "=" and isinstance(prop.left, (tm.ScalarAt, tm.VectorAt)):
            found |= {letter for letter in prop.free if isinstance(letter, Sequence)}
    return found


def _given_throughout(given: Collection[Prop]) -> set[Term]:
    """The sequences that a hypothesis gives at each index, d_t = |w_t - w|^2 for each t."""
    return {
        prop.body.left.sequence
        for prop in given
        if isinstance(prop, Each) and isinstance(prop.body, Relation) and prop.body.kind == "="
        if isinstance(prop.body.left, (tm.ScalarAt, tm.VectorAt)) and prop.body.left.index == prop.symbol
    }


def _given_once(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A member of a sequence in a statement, d_{t+1}, of which a hypothesis gives the one at t only."""
    once = {
        prop.left.sequence: prop.left
        for prop in given
        if isinstance(prop, Relation) and _is_member(prop.left) and prop.left.index.free
    }
    members = [each for each in _parts(statement) if _is_member(each)]
    return next((each for each in members if once.get(each.sequence, each) != each), None)


def _untied(statement: Prop, given: Collection[Prop]) -> Sequence | None:
    """A sequence of which an inequality compares different members, f(x_0) and f(x_K), and no hypothesis says anything."""
    if not isinstance(statement, Relation) or statement.kind in ("=", "!="):
        return None
    left, right = ({each for each in _parts(side) if _is_member(each)} for side in (statement.left, statement.right))
    apart = [each.sequence for each in left ^ right if isinstance(each, tm.VectorAt)]
    return next((each for each in apart if not any(each in prop.free for prop in given)), None)


def _loose(statement: Prop, given: Collection[Prop], fixed: dict[Term, frozenset[Term]]) -> str:
    """A number in the rule of a sequence, such as a step size, that a statement on this sequence does not name and nothing sets:
    the text may mean a certain one."""
    rules = [each.body if isinstance(each, Each) else each for each in given]
    for rule in rules:
        if isinstance(rule, Relation) and rule.kind == "=" and isinstance(rule.left, (tm.ScalarAt, tm.VectorAt)):
            if rule.left.sequence in statement.free and isinstance(rule.left.index, tm.Add):
                numbers = {each for each in rule.free if isinstance(each, Variable) and each.domain == "real"}
                loose = numbers - _spread(statement.free, fixed) - statement.free - fixed.keys()
                if loose:
                    return min(map(str, loose))
    return ""


def _is_of_the_same_members(statement: Prop) -> bool:
    """Whether an equation has the same members of sequences on both sides, but where a rule gives the next one, w_{t+1}: of w_1
    on one side the text may know more."""
    if not isinstance(statement, Relation) or statement.kind != "=":
        return False
    left, right = ({each for each in _parts(side) if _is_member(each)} for side in (statement.left, statement.right))
    apart = left ^ right
    nexts = any(isinstance(each.index, tm.Add) for each in left | right)
    return not apart or (nexts and all(each.index.free for each in apart))


def _is_member(term: Term) -> TypeGuard[tm.ScalarAt | tm.VectorAt]:
    return isinstance(term, (tm.ScalarAt, tm.VectorAt))


def _spread(letters: Collection[Term], fixed: dict[Term, frozenset[Term]]) -> set[Term]:
    """Letters, and in place of those that are set equal to a term, the letters of the term."""
    found, waiting, done = set[Term](), list(letters), set[Term]()
    while waiting:
        letter = waiting.pop()
        if letter in done:
            continue
        done.add(letter)
        if letter in fixed:
            waiting += fixed[letter]
        else:
            found.add(letter)
    return found


def why_not(
    statement: Prop,
    given: Collection[Prop],
    explicit: Collection[str],
    *,
    universal: bool,
    chain: bool,
    claims: bool,
    concluded: bool,
    spoken: bool = False,
    any_chance: bool = False,
) -> str:
    """What stands against refuting the statement by a point that fails; "" where nothing does.

    `explicit` are the names that somebody declared. `universal` says that the text means all values, `chain` that the
    relation is one of several in a row, `claims` that an identity is asked for, `concluded` that words lead to it as to
    something that follows, `spoken` that hypotheses speak of each of its letters,
    `any_chance` that its means are those of random numbers of any kind.
    """
    fixed = fixed_letters(given)
    free = _spread(statement.free, fixed)
    if not free:
        return ""
    driven = _driven(given) if _is_of_the_same_members(statement) else set()
    if driven and (loose := _loose(statement, given, fixed)):
        return f"nothing says what {loose} is"
    driven |= _given_throughout(given)
    if (member := _given_once(statement, given)) is not None:
        return f"nothing says what {member} is"
    if (untied := _untied(statement, given)) is not None:
        return f"nothing says how {untied} goes on"
    for letter in sorted(statement.free, key=str):  # one doubt is told, the same one each time
        unknown = isinstance(letter, (Function, Sequence, MatrixVariable)) and letter.name not in explicit
        if isinstance(letter, MatrixVariable) and letter.rows != letter.columns and _is_gradient(statement):
            unknown &= any(
                letter in prop.free for prop in given
            )  # it need not be symmetric, as a square one may have to
        if isinstance(letter, MatrixVariable) and letter.columns == SINGLE:
            continue  # as a vector
        known = letter in (fixed if isinstance(letter, MatrixVariable) else driven)
        if unknown and not known:
            return f"nothing declares {letter}"
        told = any(letter in prop.free for prop in given) if is_rate(letter) else _is_told(letter, statement, given)
        if is_unknown_rate(letter) and not any_chance and not told:
            return f"nothing says what {letter} is"
    if all(map(is_unit, free)):
        return doubt_of_units(statement, free)
    if universal or (concluded and len(free) > 1 and any(map(is_rate, free))):
        return ""
    if isinstance(statement, And) and _is_mostly_right(statement):
        return ""
    if isinstance(statement, SumsTo) and statement.free and statement.value.free:
        return ""
    if not isinstance(statement, Relation):
        said = isinstance(statement, (Exists, Each)) and concluded and spoken  # that n divides m, that A is above B
        return "" if said or isinstance(statement, Implies) else "it may hold for some values only"
    if isinstance(statement, (And, Or)):
        return "it may hold for some values only"
    left, right = (_letters(side, fixed) for side in (statement.left, statement.right))
    if not left or not right:
        return "it may be an equation to be solved, or a condition"
    for side, other in ((statement.left, statement.right), (statement.right, statement.left)):
        ordered = any_chance and statement.kind != "="  # of probabilities: it says what none of them is
        if _is_bare(side) and side not in fixed and not (is_rate(side) or ordered or side.free <= other.free):
            return f"it may say what {side} is"
        if isinstance(side, (tm.ScalarAt, tm.VectorAt)) and side not in _parts(other):
            if not any(side.sequence in prop.free for prop in given):
                return f"it may say what {side} is"  # m_t = b m_{t-1} + g_t
        if statement.kind == "=" and isinstance(side, LETTERS) and _is_update(side, other):
            return f"it may give {side} a new value"
    if chain:
        return ""
    if not (left <= right or right <= left) and not (concluded and spoken):
        return "it may be a condition on its letters"
    if claims or _is_vector(statement) or _is_rule(statement) or _is_taken_apart(statement):
        return ""
    several = len(left | right) > 1
    if statement.kind not in ("=", "!="):
        constrained = any(prop.free & free for prop in given)
        return "" if concluded and (several or constrained) else "it may be a condition on its letters"
    if not all(isinstance(letter, Variable) for letter in left | right):
        return "" if several or concluded else "it may be an equation to be solved"
    if concluded and spoken and all(isinstance(letter, Variable) and tm.is_integer(letter) for letter in left | right):
        return ""
    if several and left == right and not _is_polynomial(statement):
        return ""
    likeness = agreement(statement)
    if several and left == right and likeness >= ALIKE:
        return ""
    if likeness >= VERY_ALIKE and (_is_expanded(statement.left) or _is_expanded(statement.right)):
        return ""
    return "it may be an equation to be solved"


def to_base_ten(prop: Prop) -> Prop:
    r"""The statement with logarithms to the base 10, for which `\log` may stand."""

    def changed(term: Term) -> Term:
        again = rebuild(term, changed)
        if isinstance(again, tm.Elementary) and again.function == "log":
            return again / tm.Elementary("log", (tm.Number(Fraction(10)),))
        return again

    return rebuild(prop, changed)


def may_speak_of(latex: str, letters: Collection[Term], given: Collection[Prop]) -> bool:
    """Whether LaTeX that is not understood may say something of letters, or of letters that hypotheses tie to them."""
    names = {name for letter in tied(letters, given) for name in NAMES.findall(str(getattr(letter, "name", letter)))}
    spoken = set(NAMES.findall(latex))
    return not spoken or bool(names & spoken)


def sizes_of(letters: Collection[Term]) -> set[Term]:
    """The letters for the sizes of the matrices among letters: lines on matrices of one size may be about different things."""
    found: set[Term] = set()
    for letter in letters:
        if isinstance(letter, MatrixVariable):
            found |= letter.rows.free | letter.columns.free
    return found


def shared(left: Prop, right: Prop) -> frozenset[Term]:
    """The letters of two statements, but for the sizes of matrices."""
    return (left.free & right.free) - sizes_of(left.free) - sizes_of(right.free)


def tied(letters: Collection[Term], given: Collection[Prop]) -> set[Term]:
    """Letters, and those that hypotheses tie to them."""
    found = set(letters)
    while more := {letter for prop in given if prop.free & found for letter in prop.free} - found:
        found |= more
    return found


NAMES = re.compile(
    r"\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon"
    r"|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell)(?![A-Za-z])"
    r"|(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])"
)
"""Letters in LaTeX; words and other commands are none."""
SOMEWHERE = Fraction(17, 7)
"""Where two polynomials are compared that may be multiples of each other."""
ALIKE, VERY_ALIKE = 0.5, 0.6
"""How much of a false equation must be right for it to be taken for an identity with a slip: in several letters, in one."""


def agreement(equation: Relation) -> float:
    """How much of the two sides, multiplied out, is the same: terms that are equal count, those of the other sign by half.

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> agreement(eq((x + y) ** 2, x**2 - y**2)), agreement(eq(x * y, x + y))
    (0.5, 0.0)
    """
    from symproof.trusted.normal.atoms import NoNormalForm
    from symproof.trusted.normal.normalizer import Normalizer
    from symproof.trusted.polynomial import TooLarge

    normal = Normalizer()
    try:
        left, right = (
            dict(normal.ring.numerator_terms(normal.scalar(side)))
            for side in (equation.left, equation.right)
            if isinstance(side, tm.Scalar)
        )
    except (SymproofError, NoNormalForm, TooLarge, ArithmeticError, ValueError):
        return 0.0
    same = sum(
        1.0 if left[key] == right[key] else 0.5 if left[key] == -right[key] else 0.0
        for key in left.keys() & right.keys()
    )
    return same / max(len(left), len(right), 1)


def _is_mostly_right(statement: And) -> bool:
    """Whether at least half of several equations are identities, as those of the entries of two matrices with a slip in one."""
    parts = [each for each in statement.args if isinstance(each, Relation) and each.kind == "="]
    right = sum(agreement(each) == 1 or each.left == each.right for each in parts)
    return len(parts) == len(statement.args) > 1 and 2 * right >= len(parts)


def _is_polynomial(term: Term) -> bool:
    """Whether a term, or both sides of a relation, are made of letters by sums, products and powers."""
    match term:
        case tm.Div(top, bottom):
            return _is_polynomial(top) and not bottom.free
        case tm.Pow(base, exponent):
            return (
                _is_polynomial(base)
                and not exponent.free
                and isinstance(exponent, tm.Number)
                and exponent.value.denominator == 1
            )
        case Relation(_, left, right):
            return _is_polynomial(left) and _is_polynomial(right)
        case tm.Add() | tm.Mul() | tm.Neg():
            return all(map(_is_polynomial, term.children()))
    return isinstance(term, (tm.Number, Variable))


def _is_expanded(term: Term) -> bool:
    """Whether a term is a sum of products of letters and numbers."""
    match term:
        case tm.Add():
            return all(map(_is_expanded, term.children()))
        case tm.Neg(arg):
            return _is_expanded(arg)
        case tm.Mul() | tm.Div() | tm.Pow():
            return _is_polynomial(term) and not any(isinstance(each, tm.Add) for each in _parts(term))
    return isinstance(term, (tm.Number, Variable))


def _parts(term: Term) -> Iterator[Term]:
    yield term
    for child in term.children():
        yield from _parts(child)


def _is_update(letter: Term, term: Term) -> bool:
    """Whether a term is a letter and something more: `w = w - eta g` is an instruction."""
    return isinstance(term, (tm.Add, tm.VectorAdd)) and letter in term.args


def _is_rule(statement: Relation) -> bool:
    """Whether a relation says what a derivative or a sum is, or what has a derivative: nobody solves for its letters."""
    return isinstance(statement.right, tm.Derivative) or any(
        isinstance(each, (tm.Derivative, tm.Gradient, tm.Sum, tm.Product)) for each in _parts(statement.left)
    )


def _is_gradient(statement: Prop) -> bool:
    """Whether a statement says what a gradient is."""
    return (
        isinstance(statement, Relation)
        and statement.kind == "="
        and isinstance(statement.left, (tm.Gradient, tm.MatrixGradient))
    )


def _is_taken_apart(statement: Relation) -> bool:
    """Whether an equation in one letter says that a quotient is a sum of quotients whose denominators make up its own: partial
    fractions, which nobody solves."""
    if statement.kind != "=" or len(statement.free) != 1:
        return False
    (letter,) = statement.free
    for whole, parts in ((statement.left, statement.right), (statement.right, statement.left)):
        quotients = [each for each in _parts(parts) if isinstance(each, tm.Div) and letter in each.denominator.free]
        if (
            isinstance(whole, tm.Div)
            and letter in whole.denominator.free
            and len(quotients) > 1
            and isinstance(parts, tm.Scalar)
        ):
            _, bottom = together(parts)
            there = [substitute(each, {letter: tm.scalar(SOMEWHERE)}) for each in (bottom, whole.denominator)]
            return same(bottom * there[1], whole.denominator * there[0])
    return False


def _letters(term: Term, fixed: dict[Term, frozenset[Term]]) -> set[Term]:
    kinds = (*LETTERS, Sequence, MatrixVariable)
    return {letter for letter in _spread(term.free, fixed) if isinstance(letter, kinds) and not is_unit(letter)}


def _is_bare(term: Term) -> bool:
    """Whether a term is a letter, or a member or value of one."""
    if isinstance(term, tm.Norm):
        return isinstance(term.vector, (VectorVariable, tm.VectorAt))
    return isinstance(term, (*LETTERS, MatrixVariable, tm.ScalarAt, tm.VectorAt, tm.Apply, tm.Entry))


def _is_vector(statement: Relation) -> bool:
    return isinstance(statement.left, (tm.Vector, tm.Matrix))
