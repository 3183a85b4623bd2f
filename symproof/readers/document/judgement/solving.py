"""Lines of a solution: the same equation with its terms moved, roots as letters, and numbers near which a line fails.

What is found here is asked of the engines again, or told as a doubt; numbers with a point prove nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from symproof import term as tm
from symproof.errors import SortError, SymproofError
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import is_formula, is_solution
from symproof.readers.resolve.dependence import is_rate
from symproof.readers.resolve.ellipses import no_form
from symproof.readers.resolve.slopes import without_derivatives
from symproof.statement import FLIPPED, And, Or, Prop, Relation, all_of
from symproof.substitution import rebuild, substitute
from symproof.term import Scalar, Term, Variable
from symproof.trusted.defined import definedness

STEPS = 16
FAR = 24
NEAR = 1e-9
MINUTE = 1e-6
"""How near a number must lie to be taken for a root; a line fails only where it is far from holding."""


def is_moved(settler: Settler, claim: Prop, before: Prop, *, solved: bool = True) -> bool:
    """Whether a relation is another with terms moved, or both sides times a number: `2x = 6` and `2x + 1 = 7`.

    No hypothesis is used, so that it is no matter whether anything satisfies them; but from what is no equation to be `solved`,
    and never holds, nothing false comes.
    """
    if not solved and not claim.free and settler.closed(claim) == "refuted":
        return False
    if not isinstance(claim, Relation) or not isinstance(before, Relation):
        return False
    conditions = _conditions(claim)
    if conditions != _conditions(before):
        return False
    differences = [_difference(each) for each in (claim, before)]
    if differences[0] is None or differences[1] is None:
        return False
    factor = _factor(differences[0], differences[1])
    if factor is None or claim.kind != (before.kind if factor > 0 else FLIPPED[before.kind]):
        return False
    same = Relation("=", differences[0], tm.Number(factor) * differences[1])
    return settler(same, sorted(conditions, key=str), 0.5).status == "proved"


def asks_where_equal(settler: Settler, claim: Prop, before: Prop) -> bool:
    """Whether an equation after an inequality is the one between its sides, with terms moved: at its ends it changes."""
    if not isinstance(before, Relation) or before.kind in ("=", "!="):
        return False
    return is_moved(settler, claim, Relation("=", before.left, before.right))


def with_another_number(claim: Prop, before: Prop) -> tuple[Prop, tuple[Prop, ...]] | None:
    """A claim and the equation before it with a letter c for the number on the right of both, or with any c for which c^2 is the
    square of a negative one, on the right of the equation: what follows then follows of the number too, which nothing need
    satisfy. None for other statements."""
    if not isinstance(claim, Relation) or not isinstance(before, Relation) or not before.left.free:
        return None
    number, letter = value_of(before.right) if isinstance(before.right, Scalar) else None, Variable("c'")
    if number is None or {claim.kind, before.kind} != {"="}:
        return None
    other = Relation("=", before.left, letter)
    if claim.right == before.right:
        return Relation("=", claim.left, letter), (other,)
    return (claim, (other, Relation("=", letter**2, before.right**2))) if number < 0 else None  # type: ignore[operator]


def without_names(prop: Prop, claim: Prop, given: Sequence[Prop]) -> Prop:
    """What several relations say without a letter that one of them only names, of which neither a claim nor anything given
    speaks: k^2 - 36 = 0 of `D = k^2 - 36 = 0`."""
    parts = prop.args if isinstance(prop, And) else ()
    for each in parts:
        match each:
            case Relation("=", Variable() as letter, meant) if letter not in claim.free | meant.free and not any(
                letter in other.free for other in given
            ):
                rest = [substitute(other, {letter: meant}) for other in parts if other != each]
                return all_of(rest)
    return prop


def arguments_equal(prop: Prop) -> Relation | None:
    """What an equation between two powers of one number, two logarithms, exponentials or roots says of what stands in them."""
    match prop:
        case Relation("=", tm.Pow(tm.Number(base), one), tm.Pow(tm.Number(other), two)) if (
            base == other and base > 0 and base != 1
        ):
            return Relation("=", one, two)
        case Relation("=", tm.Elementary(name, (one,)), tm.Elementary(same, (two,))) if (
            name == same in ("log", "exp", "sqrt")
        ):
            return Relation("=", one, two)
    return None


def with_letters(claim: Prop, given: Sequence[Prop]) -> tuple[Prop, tuple[Prop, ...]] | None:
    """A claim with a letter y for each value of a function, and y**2 = n for each root of a number n: what holds of these letters
    holds of the values. None where there are none, and where a letter is bound: in d/dx exp(x) the value is no letter."""
    if not all(map(_is_free, (claim, *given))):
        return None
    lifted: dict[Term, Variable] = {}
    taken = {str(letter) for prop in (claim, *given) for letter in prop.free}

    def lift(term: Term) -> Term:
        if isinstance(term, tm.Elementary) and (term.free or term.function == "sqrt"):
            name = f"y{len(lifted) + 1}"
            return lifted.setdefault(term, Variable(name)) if name not in taken else term
        return rebuild(term, lift)

    new, props = lift(claim), tuple(map(lift, given))
    if not lifted or not isinstance(new, Prop):
        return None
    roots = [
        (letter, term.args[0]) for term, letter in lifted.items() if isinstance(term, tm.Elementary) and not term.free
    ]
    if any((value_of(number) or 0) < 0 for _, number in roots):
        return None  # of what no number satisfies all follows
    squares = (Relation("=", letter**2, number) for letter, number in roots)
    return new, (*(prop for prop in props if isinstance(prop, Prop)), *squares)


def values_of(claim: Prop) -> Iterator[tuple[Variable, Scalar]]:
    """The letters and the values of `x = 2 or x = 3`; none of another claim."""
    for each in claim.args if isinstance(claim, Or) and is_solution(claim) else [claim]:
        if is_solution(each) and isinstance(each, Relation) and isinstance(each.right, Scalar):
            assert isinstance(each.left, Variable)
            yield each.left, each.right


def worked_out(prop: Prop) -> Prop:
    """A relation with its derivatives worked out, where they have rules."""
    if not isinstance(prop, Relation) or not isinstance(prop.left, Scalar) or not isinstance(prop.right, Scalar):
        return prop
    try:
        return Relation(prop.kind, without_derivatives(prop.left), without_derivatives(prop.right))
    except SymproofError:
        return prop


def follows_where_defined(
    follows: Callable[[Prop, Sequence[Prop]], Told], claim: Prop, given: Sequence[Prop], before: Prop
) -> tuple[Told, list[Prop]]:
    """What is told of a line after another, and the conditions under which it has a value, where it follows under these only:
    a formula, `h = 2A/(a + c)`, or a rate, y'/y = x."""
    told = follows(claim, (*given, before))
    conditions = [prop for prop in definedness(claim) if prop.free] if told.status != "proved" else []
    if not conditions or not (is_formula(claim, conditions) or any(map(is_rate, claim.free))):
        return told, []
    meant = follows(claim, (*given, before, *conditions))
    return (meant, conditions) if meant.status == "proved" else (told, [])


def strays(claim: Prop, before: Prop) -> list[str]:
    """The values that a line names and that are no solutions of an equation before, as near as numbers tell."""
    before = worked_out(before)
    return [
        f"{letter} = {value}"
        for letter, value in values_of(claim)
        if before.free == {letter} and (at := _number(value, {})) is not None and _holds(before, {letter: at}) is False
    ]


def in_one_letter(before: Prop, claim: Prop, given: Sequence[Prop]) -> tuple[Prop, Prop, tuple[Prop, ...]]:
    """Two lines with what a letter stands for, `u = e^x`, put in its place; and what else is given."""
    kept: list[Prop] = []
    for each in given:
        match each:
            case Relation("=", Variable() as letter, meant) if meant.free and letter not in meant.free:
                try:
                    before, claim = (substitute(prop, {letter: meant}) for prop in (before, claim))
                except SortError:  # one is differentiated in the letter
                    kept.append(each)
            case _:
                kept.append(each)
    return before, claim, tuple(kept)


def counterexample(
    settler: Settler,
    claim: Prop,
    given: Sequence[Prop],
    before: Prop,
    *,
    values: bool = False,
    wide: Prop | None = None,
) -> tuple[Told | None, float | Scalar] | None:
    """Where the line before holds and a claim does not, in one real letter: a point that the engines confirm, or, without their
    word, a number near which the two differ. With `values`, it fails too where it has no value; `wide` keeps from looking."""
    letters = claim.free | before.free
    (letter,) = letters if len(letters) == 1 else (None,)
    if not isinstance(letter, Variable) or letter.domain != "real":
        return None
    props = [prop for prop in given if prop.free == {letter}]
    found = None
    candidates = _candidates(before, letter)
    for at in candidates if wide is None else sorted(candidates, key=lambda each: abs(float(each))):
        env = {letter: float(at)}
        if (
            not all(_holds(prop, env) for prop in (before, *props))
            or _holds(claim if wide is None else wide, env) is not False
        ):
            continue
        for exact in _exact(at):
            if told := _confirmed(settler, claim, (*given, before), letter, exact, values):
                return told, exact
        found = found or (None, float(at))
    return found


def _exact(at: float | Fraction) -> Iterator[Scalar]:
    """The fraction, the part of pi, the logarithm or the root that a number with a point is near to."""
    if isinstance(at, Fraction):
        yield tm.Number(at)
        return
    near = Fraction(at).limit_denominator(1000)
    if abs(near - at) < NEAR:
        yield tm.Number(near)
    part = Fraction(at / math.pi).limit_denominator(24)
    if abs(float(part) * math.pi - at) < NEAR:
        yield tm.Number(part) * tm.Elementary("pi", ())
    if at < FAR:
        grown = Fraction(math.exp(at)).limit_denominator(24)
        if grown > 0 and abs(math.log(grown) - at) < NEAR:
            yield tm.Elementary("log", (tm.Number(grown),))
    square = Fraction(at * at).limit_denominator(24)
    if abs(math.sqrt(square) - abs(at)) < NEAR:
        root = tm.Elementary("sqrt", (tm.Number(square),))
        yield root if at > 0 else -root


def _confirmed(
    settler: Settler, claim: Prop, given: Sequence[Prop], letter: Variable, at: Scalar, values: bool
) -> Told | None:
    """What the engines say of a claim at a number at which all that is given holds."""
    there = {letter: at}
    try:
        props = [substitute(prop, there) for prop in given if letter in prop.free]
        closed = substitute(claim, there)
    except SymproofError:
        return None
    if any(settler(prop, (), 0.5).status != "proved" for prop in props):
        return None
    asked = (closed, *definedness(closed)) if values else (closed,)
    return next((told for each in asked if (told := settler(each, (), 0.5)).status == "refuted"), None)


def _candidates(before: Prop, letter: Variable) -> Iterator[float | Fraction]:
    """Numbers at which a line may hold: those of a grid, and where its sides cross between them."""
    grid = [Fraction(k, STEPS) for k in range(-FAR * STEPS, FAR * STEPS + 1)]
    relations = [each for each in _relations(before) if each.kind == "="]
    if not relations:
        yield from sorted(grid, key=abs)
        return
    if _turns(before):
        yield from (k * math.pi / 12 for k in range(-48, 49))  # where the sides touch and do not cross
    for each in relations:
        last: tuple[Fraction, float] | None = None
        for at in grid:
            gap = _gap(each, {letter: float(at)})
            if gap is not None and abs(gap) < NEAR:
                yield at
            elif gap is not None and last is not None and at - last[0] < 1 and (gap > 0) != (last[1] > 0):
                yield _crossing(each, letter, float(last[0]), float(at))
            last = None if gap is None else (at, gap)


def _turns(prop: Prop) -> bool:
    return any(tm.is_elementary(part, name) for part in prop.subterms() for name in ("sin", "cos"))


def _crossing(relation: Relation, letter: Variable, low: float, high: float) -> float:
    """Where the sides cross between two numbers, by halving."""
    rising = (_gap(relation, {letter: high}) or 0.0) > 0
    for _ in range(60):
        middle = (low + high) / 2
        gap = _gap(relation, {letter: middle})
        if gap is None:
            break
        low, high = (low, middle) if (gap > 0) == rising else (middle, high)
    return (low + high) / 2


def _relations(prop: Prop) -> Iterator[Relation]:
    match prop:
        case Relation():
            yield prop
        case And(args) | Or(args):
            for each in args:
                yield from _relations(each)


# Numbers ----------------------------------------------------------------------------------------------

FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sqrt": math.sqrt, "exp": math.exp, "log": math.log, "sin": math.sin, "cos": math.cos, "tan": math.tan, "abs": abs,
}  # fmt: skip


def _number(term: Term, env: dict[Variable, float]) -> float | None:
    """The value of a term in numbers with a point: nan where it has none, None where it is not known."""
    try:
        return _value(term, env)
    except (ArithmeticError, ValueError):
        return math.nan
    except (KeyError, TypeError):
        return None


def _value(term: Term, env: dict[Variable, float]) -> float:
    match term:
        case tm.Number(value):
            return float(value)
        case Variable():
            return env[term]
        case tm.Neg(arg):
            return -_value(arg, env)
        case tm.Add(args):
            return math.fsum(_value(each, env) for each in args)
        case tm.Mul(args):
            return math.prod(_value(each, env) for each in args)
        case tm.Div(top, bottom):
            return _value(top, env) / _value(bottom, env)
        case tm.Pow(base, exponent):
            found = _value(base, env) ** _value(exponent, env)
            if isinstance(found, complex):
                raise ValueError(found)
            return float(found)
        case tm.Elementary(name, (arg,)) if name in FUNCTIONS:
            return FUNCTIONS[name](_value(arg, env))
        case tm.Elementary("pi", ()):
            return math.pi
    raise TypeError(term)


def _gap(relation: Relation, env: dict[Variable, float]) -> float | None:
    left, right = (_number(side, env) for side in (relation.left, relation.right))
    return None if left is None or right is None or math.isnan(left - right) else left - right


def _holds(prop: Prop, env: dict[Variable, float]) -> bool | None:
    """Whether a statement holds at numbers with a point; None where that is not clear."""
    match prop:
        case And(args) | Or(args):
            found = [_holds(each, env) for each in args]
            decisive = isinstance(prop, Or)
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case Relation(kind, left, right):
            sides = _number(left, env), _number(right, env)
            if sides[0] is None or sides[1] is None:
                return None
            gap, size = sides[0] - sides[1], max(1.0, abs(sides[0]), abs(sides[1]))
            least, largest = sorted((abs(sides[0]), abs(sides[1])))
            if 0.0 < least and largest < MINUTE and abs(gap) > MINUTE * largest and not _turns(prop):
                return None  # 6^x and 3^x, far on the left, and not cos x at pi/2
            if math.isnan(gap):
                return False  # where it has no value, it is not satisfied
            if abs(gap) < 1e3 * NEAR * size:
                return kind in ("=", "<=", ">=") if abs(gap) < 10 * NEAR * size else None
            return {"=": False, "!=": True}.get(kind, (gap < 0) == (kind in ("<", "<=")))
    return None


PLAIN = (tm.Number, Variable, tm.Neg, tm.Add, tm.Mul, tm.Div, tm.Pow, tm.Elementary, Relation, And, Or)


def _is_free(term: Term) -> bool:
    """Whether nothing in a term binds a letter."""
    return isinstance(term, PLAIN) and all(map(_is_free, term.children()))


# Normal forms -----------------------------------------------------------------------------------------


def _conditions(relation: Relation) -> set[Prop]:
    return {prop for prop in definedness(relation) if prop.free}


def _difference(relation: Relation) -> Scalar | None:
    if not isinstance(relation.left, Scalar) or not isinstance(relation.right, Scalar):
        return None
    return relation.left - relation.right


def _factor(one: Scalar, other: Scalar) -> Fraction | None:
    """The number c with one = c * other; None where there is none, or it is 0."""
    from symproof.trusted.normal.normalizer import Normalizer
    from symproof.trusted.polynomial import as_fraction

    normal = Normalizer()
    try:
        quotients = [normal.scalar(each) for each in (one, other)]
        first, second = (dict(normal.ring.numerator_terms(each)) for each in quotients)
    except no_form():
        return None
    if not first or first.keys() != second.keys():
        return None
    ratios = {as_fraction(first[key]) / as_fraction(second[key]) for key in first}
    if not any(map(any, first)):  # 5 = 0 is 3 = 0 times a number, but no row is that
        ratios.add(Fraction(1))
    return ratios.pop() if len(ratios) == 1 else None
