"""Laws of elementary functions at the arguments that occur in the goal and in the facts, and then the other engines.

An instance is proposed only where its hypotheses hold at sight; the kernel looks again. Nothing here is trusted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from functools import partial
from itertools import permutations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import NoFloat
from symproof.engines.functions.probe import value as in_floats
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Engine, Search, Step, closed
from symproof.engines.valued import has_value
from symproof.errors import SymproofError
from symproof.evaluation.truth import slope
from symproof.functions import FUNCTIONS, arctan, log, pi, sqrt
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of

MOST, MOST_ROWS = 16, 3
CLOSE = 1e-9
TANGENTS = {"exp": "exp_above_tangent_at", "log": "log_below_tangent_at"}
ANGLES = ("sin_positive", "cos_positive", "sin_nonnegative", "cos_nonnegative")
HALF = "arctan_of_half"
OF_SUM, OF_LARGE_SUM, MOST_TIMES = "arctan_of_sum", "arctan_of_large_sum", 8
OF_ONE = (
    *ANGLES,
    *("exp_above_tangent", "exp_strictly_above_tangent", "log_below_tangent", "log_strictly_below_tangent"),
    *("arctan_below_quarter", "arctan_above_quarter", "arctan_strictly_below_tangent", "arctan_below_tangent"),
    *("sin_below_angle", "sin_strictly_below_angle", "cos_above_parabola"),
)
Use = tuple[str, tuple[tm.Scalar, ...]]


def laws(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the laws that the functions in the goal call for."""
    return with_laws(search, facts, goal, _uses(facts, goal), laws)


def laws_of_one(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same with laws of one value alone: bounds of functions, signs of sine and cosine."""
    return with_laws(search, facts, goal, (use for use in _uses(facts, goal) if use[0] in OF_ONE), laws_of_one)


def with_laws(search: Search, facts: Facts, goal: st.Relation, uses: Iterator[Use], here: Engine) -> Certificate | None:
    """The engines but for this one, with laws at values as far as they say something new."""
    wraps: list[Callable[[Certificate], Certificate]] = []
    extended = facts
    used = 0
    for name, values in dict.fromkeys(uses):
        try:
            claim, stated = _instance(search, extended, name, values)
        except Rejected:
            continue
        if has_value(extended.extended([fact for fact, _ in stated]), claim) and not extended.evident(claim):
            for fact, proof in stated:
                wraps.append(partial(ct.Have, fact, proof))
                extended = extended.extended([fact])
            wraps.append(partial(ct.Law, name, values))
            extended = extended.extended([claim])
            used += 1
        if used == MOST or search.expired():
            break
    if not used:
        return None
    rest = search.go_on(here, extended, goal)
    search.words += ["laws"] if rest is not None else []
    return closed(wraps, rest)


def _instance(
    search: Search, facts: Facts, name: str, values: tuple[tm.Scalar, ...]
) -> tuple[st.Prop, tuple[Step, ...]]:
    """What a law says at some values; where it needs what follows from the others, that too, with proofs: an equation, or
    an order of angles.

    Raises:
        Rejected: a hypothesis of the law is not known.
    """
    stated: list[Step] = []
    while True:
        try:
            return instance_of(facts, name, values), tuple(stated)
        except Rejected as error:
            needs = error.needs
            if not isinstance(needs, st.Relation) or not has_value(facts, needs):
                raise
            of_angle = (linear, positivity) if name in (*ANGLES, HALF, OF_SUM, OF_LARGE_SUM) and len(stated) < 2 else ()
            tried = (engine(search, facts, needs) for engine in ((ring,) if needs.kind == "=" else of_angle))
            proof = next((found for found in tried if found is not None), None)
            if proof is None:
                raise
            stated.append((needs, proof))
            facts = facts.extended([needs])


def _uses(facts: Facts, goal: st.Relation) -> Iterator[Use]:
    """Laws and values that may help, the likeliest first."""
    places = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    arguments: dict[str, dict[tm.Scalar, None]] = {}
    for place in places:
        for name, arg in _arguments(place):
            arguments.setdefault(name, {})[arg] = None
    yield from _of_binomials(facts, list(dict.fromkeys(term for place in places for term in place.outer(tm.Binomial))))
    for name, args in arguments.items():
        yield from _of_sums(name, args)
    if goal.kind == "=" and len(arguments.get("arctan", ())) > 1:
        yield from _of_arctangents(facts, goal, list(arguments["arctan"]))
    yield from (("log_injective", pair) for fact in places[1:] if fact.kind == "=" for pair in _products(fact))
    for name, args in arguments.items():
        if law := TANGENTS.get(name):
            yield from ((law, pair) for pair in permutations(args, 2))
            yield from ((law, (ONE / c, arg)) for c in args for arg in args if isinstance(c, tm.Number) and c != arg)
    for name, args in arguments.items():
        yield from _of_pairs(name, _with_images(args, places))
    for name, args in arguments.items():
        for arg in args:
            match name:
                case "exp" | "sigma":
                    yield from ((law, (value,)) for value in (arg, -arg) for law in _ways(goal, "exp", "above"))
                case "log":
                    rooted = [sqrt(arg)] if arg in arguments.get("sqrt", ()) else []  # 2*log(sqrt(x)) is log(x)
                    values = (arg, ONE / arg, *rooted, *(ONE / root for root in rooted))
                    yield from ((law, (value,)) for value in values for law in _ways(goal, "log", "below"))
                case "sin":
                    if goal.kind in ("<", ">"):
                        yield from (("sin_strictly_below_angle", (value,)) for value in (arg, -arg))
                    yield "sin_below_angle", (arg,)
                case "arctan":
                    yield from _of_arctangent(arg, args)
                    if goal.kind != "=":
                        yield from (("arctan_strictly_below_tangent", (value,)) for value in (arg, -arg))
                        yield from (("arctan_below_tangent", (value,)) for value in (arg, -arg))
                        yield from (("arctan_below_quarter", (arg,)), ("arctan_above_quarter", (arg,)))
                case "cos":
                    yield "cos_above_parabola", (arg,)
    turns = [arg for name in ("sin", "cos") for arg in arguments.get(name, ())]
    for arg in dict.fromkeys(turns):
        for value, names in ((arg, ANGLES), (-arg, ANGLES[::2])):
            yield from ((name, (value,)) for name in names if name[:3] in arguments)


def _of_arctangent(arg: tm.Scalar, others: dict[tm.Scalar, None]) -> Iterator[Use]:
    """What the arctangent of a number is in parts of a turn, and that of 1/x by that of x."""
    if not arg.free:
        with suppress(NoFloat):
            parts = 24 * math.atan(in_floats(arg, {})) / math.pi
            if abs(parts - round(parts)) < CLOSE:
                yield HALF, (arg, pi * tm.Number(Fraction(round(parts), 12)))
        return
    for other in others:
        if other.free == arg.free and other != arg:
            turned = pi - 2 * arctan(other)
            yield from ((HALF, (arg, angle)) for angle in (turned, turned - 2 * pi))


def _of_arctangents(facts: Facts, goal: st.Relation, args: list[tm.Scalar]) -> Iterator[Use]:
    """The arctangents in an equation added one after the other, each as often as it stands there."""
    normalizer, numbers = facts.normalizer, facts.normalizer.ring
    found: list[tm.Scalar] = []
    try:
        value = normalizer.difference(goal.left, goal.right)  # type: ignore[arg-type]  # scalars, as arctangents are
        for arg in args:
            atoms = numbers.generators(normalizer.scalar(arctan(arg)))
            if len(atoms) != 1:
                continue
            one, none = (numbers.compose(value, {atoms[0]: numbers.constant(c)}) for c in (1, 0))
            times = numbers.as_constant(numbers.subtract(one, none))
            if times is None or times.denominator != 1 or not 0 < abs(int(times)) <= MOST_TIMES:
                continue
            found += [arg if times > 0 else -arg] * abs(int(times))
        total, *others = found or [ZERO]
        for other in others:
            yield from ((name, (total, other)) for name in (OF_SUM, OF_LARGE_SUM))
            together = normalizer.scalar((total + other) / (ONE - total * other))
            total = Readback(normalizer).scalar(together)
    except (*NOT_NORMAL, LookupError, ZeroDivisionError):
        return


def _ways(goal: st.Relation, name: str, word: str) -> tuple[str, ...]:
    """The laws of tangents, the strict one first where a strict order is to be shown."""
    weak = f"{name}_{word}_tangent"
    return (f"{name}_strictly_{word}_tangent", weak) if goal.kind in ("<", ">") else (weak,)


def _of_binomials(facts: Facts, terms: list[tm.Binomial]) -> Iterator[Use]:
    """Pascal's rule, where two binomial coefficients are neighbours by it, and over a few rows between those of two."""
    for term in terms:
        for rows in range(2, MOST_ROWS + 1):
            if any(facts.evident(st.Relation("=", other.top + rows, term.top)) for other in terms):
                for down in range(1, rows):
                    yield from (("pascal", (term.top - down - 1, term.bottom - k - 1)) for k in range(down + 1))
    for term in terms if len(terms) > 1 else ():
        yield "pascal", (term.top - 1, term.bottom - 1)
        yield "binomial_of_more", (term.top - 1, term.bottom)


def _of_sums(name: str, args: dict[tm.Scalar, None]) -> Iterator[Use]:
    """sin(x + y) and cos(x + y), taken apart from the right; 2*x is x + x."""
    if name not in ("sin", "cos"):
        return
    waiting = list(args)
    for arg in waiting:
        match arg:
            case tm.Add((*first, last)):
                head = tm.sum_of(first)
            case tm.Mul((tm.Number(two), *rest)) if two == 2:
                head = last = tm.product_of(rest)
            case _:
                continue
        yield from ((f"{function}_of_sum", (head, last)) for function in ("sin", "cos"))
        waiting += [part for part in (head, last) if part not in waiting]


def _products(fact: st.Relation) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """The u*v and w of log(u) + log(v) = log(w)."""
    if not isinstance(fact.left, tm.Scalar) or not isinstance(fact.right, tm.Scalar):
        return
    sides: tuple[list[tm.Scalar], list[tm.Scalar]] = [], []
    for side, sign in ((fact.left, 1), (fact.right, -1)):
        for argument, times in _logarithms(side):
            power = argument if abs(times) == 1 else argument ** tm.Number(abs(times))
            sides[times * sign < 0].append(power)
            if times.denominator != 1:
                return
    ours, theirs = (math.prod(side[1:], start=side[0]) if side else ONE for side in sides)
    if any(len(side) > 1 for side in sides):
        yield ours, theirs


def _logarithms(term: tm.Term) -> Iterator[tuple[tm.Scalar, Fraction]]:
    """The logarithms that a sum is made of, with their coefficients."""
    match term:
        case tm.Add(args):
            for arg in args:
                yield from _logarithms(arg)
        case tm.Neg(arg):
            yield from ((argument, -times) for argument, times in _logarithms(arg))
        case tm.Mul((tm.Number(c), arg)):
            yield from ((argument, c * times) for argument, times in _logarithms(arg))
        case tm.Elementary("log", (argument,)):
            yield argument, Fraction(1)


def _with_images(args: dict[tm.Scalar, None], places: list[st.Relation]) -> dict[tm.Scalar, None]:
    """The arguments, and what they are where a letter is what it is compared with: for x = exp(2), log(x) = 2 is
    log(x) = log(exp(2))."""
    found = dict(args)
    for place in places:
        if isinstance(place.left, tm.Scalar) and isinstance(place.right, tm.Scalar):
            for letter in (x for x in place.free if isinstance(x, tm.Variable)):
                value = root_of(place.left - place.right, letter)
                if value is not None:
                    for arg in [each for each in args if each.free == {letter}]:
                        with suppress(SymproofError):  # it may be no bound of a sum
                            image = substitute(arg, {letter: value})
                            found |= {image: None} if isinstance(image, tm.Scalar) else {}
    return found


def root_of(gap: tm.Scalar, letter: tm.Variable) -> tm.Scalar | None:
    """The value of a letter at which a term is zero, where it is linear in the letter with a number before it."""
    match gap:
        case tm.Add((first, tm.Neg(value))) if first == letter and letter not in value.free:
            return value
    lead = slope(gap, letter)
    if not lead:
        return None
    rest = substitute(gap, {letter: ZERO})
    return tm.Number(-1 / lead) * rest if isinstance(rest, tm.Scalar) else None


def _of_pairs(name: str, args: dict[tm.Scalar, None]) -> Iterator[Use]:
    """An increasing function of two arguments, or of one and of a rational with a rational value."""
    row = FUNCTIONS[name]
    if not row.increasing:
        return
    for pair in permutations(args, 2):
        for law in ("strictly_increasing", "increasing", "injective", "reflects_strictly", "reflects"):
            yield f"{name}_{law}", pair


def _arguments(term: tm.Term) -> Iterator[tuple[str, tm.Scalar]]:
    """Elementary functions of one argument outside of binders, and their arguments."""
    for part in term.outer(tm.Scalar):
        if isinstance(part, tm.Elementary) and len(part.args) == 1:
            yield part.function, part.args[0]
        if isinstance(part, tm.Pow) and not tm.is_integer(part.exponent) and isinstance(part.base, tm.Number):
            yield "exp", part.exponent * log(part.base)
        if isinstance(part, tm.Mul):
            exponents = [arg.args[0] for arg in part.args if tm.is_elementary(arg, "exp")]
            if len(exponents) > 1:
                yield "exp", sum(exponents[1:], start=exponents[0])
