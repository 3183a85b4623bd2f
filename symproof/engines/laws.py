"""Laws of elementary functions at the arguments that occur in the goal and in the facts, and then the other engines.

An instance is proposed only where its hypotheses hold at sight; the kernel looks again. Nothing here is trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from symproof import certificate as ct
from symproof import statement as st
from symproof import term as tm
from symproof.certificate import Certificate
from symproof.defined import definedness
from symproof.engines.search import Search
from symproof.facts import Facts
from symproof.functions import FUNCTIONS, log
from symproof.rejected import Rejected
from symproof.rules import instance_of
from symproof.substitution import substitute
from symproof.term import ONE

MOST = 16
TANGENTS = {"exp": "exp_above_tangent_at", "log": "log_below_tangent_at"}
Use = tuple[str, tuple[tm.Scalar, ...]]


def laws(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the laws that the functions in the goal call for."""
    used: list[Use] = []
    extended = facts
    for name, values in dict.fromkeys(_uses(facts, goal)):
        try:
            claim = instance_of(facts, name, values)
        except Rejected:
            continue
        if all(map(facts.evident, definedness(claim))) and not extended.evident(claim):
            used.append((name, values))
            extended = extended.extended([claim])
        if len(used) == MOST:
            break
    if not used:
        return None
    others = [row for row in search.engines if row[1] is not laws]
    inner = Search(search.deadline, others, search.depth, search.inductions, search.opposed, search.light)
    rest = inner.prove(extended, goal)
    search.words += [*inner.words, "laws"]
    if rest is None:
        search.words.pop()
        return None
    for name, values in reversed(used):
        rest = ct.Law(name, values, rest)
    return rest


def _uses(facts: Facts, goal: st.Relation) -> Iterator[Use]:
    """Laws and values that may help, the likeliest first."""
    places = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    arguments: dict[str, dict[tm.Scalar, None]] = {}
    for place in places:
        for name, arg in _arguments(place):
            arguments.setdefault(name, {})[arg] = None
    yield from _of_binomials(list(dict.fromkeys(term for place in places for term in _binomials(place))))
    for name, args in arguments.items():
        yield from _of_sums(name, args)
    for name, args in arguments.items():
        yield from _of_pairs(name, _with_images(args, places))
    for name, args in arguments.items():
        if law := TANGENTS.get(name):
            yield from ((law, pair) for pair in permutations(args, 2))
    for name, args in arguments.items():
        for arg in args:
            match name:
                case "exp" | "sigma":
                    yield from (("exp_above_tangent", (arg,)), ("exp_above_tangent", (-arg,)))
                case "log":
                    yield from (("log_below_tangent", (arg,)), ("log_below_tangent", (ONE / arg,)))
                case "sin":
                    yield "sin_below_angle", (arg,)
                case "cos":
                    yield "cos_above_parabola", (arg,)


def _of_binomials(terms: list[tm.Binomial]) -> Iterator[Use]:
    """Pascal's rule, where two binomial coefficients are neighbours by it."""
    for term in terms:
        if len(terms) > 1:
            yield "pascal", (term.top - 1, term.bottom - 1)
            yield "binomial_of_more", (term.top - 1, term.bottom)


def _binomials(term: tm.Term) -> Iterator[tm.Binomial]:
    if term.binders:
        return
    if isinstance(term, tm.Binomial):
        yield term
    for child in term.children():
        yield from _binomials(child)


def _of_sums(name: str, args: dict[tm.Scalar, None]) -> Iterator[Use]:
    """sin(x + y) and cos(x + y), taken apart from the right; 2*x is x + x."""
    if name not in ("sin", "cos"):
        return
    waiting = list(args)
    for arg in waiting:
        match arg:
            case tm.Add((*first, last)):
                head = first[0] if len(first) == 1 else tm.Add(tuple(first))
            case tm.Mul((tm.Number(two), *rest)) if two == 2:
                head = last = rest[0] if len(rest) == 1 else tm.Mul(tuple(rest))
            case _:
                continue
        yield from ((f"{function}_of_sum", (head, last)) for function in ("sin", "cos"))
        waiting += [part for part in (head, last) if part not in waiting]


def _with_images(args: dict[tm.Scalar, None], places: list[st.Relation]) -> dict[tm.Scalar, None]:
    """The arguments, and what they are where a letter is what it is compared with: for x = exp(2), log(x) = 2 is
    log(x) = log(exp(2))."""
    found = dict(args)
    for place in places:
        letter, value = place.left, place.right
        if isinstance(letter, tm.Variable) and isinstance(value, tm.Scalar) and letter not in value.free:
            images = (substitute(arg, {letter: value}) for arg in args if letter in arg.free)
            found |= dict.fromkeys(image for image in images if isinstance(image, tm.Scalar))
    return found


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
    if term.binders:
        return
    if isinstance(term, tm.Elementary) and len(term.args) == 1:
        yield term.function, term.args[0]
    if isinstance(term, tm.Pow) and not tm.is_integer(term.exponent) and isinstance(term.base, tm.Number):
        yield "exp", term.exponent * log(term.base)
    for child in term.children():
        yield from _arguments(child)
