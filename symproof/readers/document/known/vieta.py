r"""The roots of a polynomial by name: "let a and b be the roots of `x^2 - 5x + 3 = 0`" says that the polynomial is a multiple of
(x - a)(x - b), so that their sum is 5 and their product 3. Where not all roots are real, or a coefficient is a letter, nothing
is known of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import prod

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.kinds import is_polynomial_equation
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context
from symproof.readers.resolve.terms import Terms
from symproof.statement import Prop, Relation
from symproof.substitution import substitute
from symproof.term import ZERO, Add, Mul, Number, Scalar, Variable

ROOTS = r"(?P<kind>(?:[\w-]+\s+){0,3}?)(?:roots?|solutions?|zeros|zeroes|zero)"
OF = r"\s+(?:of|to)\s+(?:[\w-]+\s+){0,4}$"
LETTERS_BEFORE = re.compile(
    r"\b(?:let|suppose|assume|if|given|where|when|say|denote)\b[^.;:·]*(?P<letters>·(?:\s*(?:,|and|&)?\s*(?:and\s*)?·)*)"
    rf"\s*,?\s*(?:be|are|is|denotes?)\s+(?:(?:(?P<one>an?|one|any)|(?P<all>the|both|all|its))\s+)?{ROOTS}{OF}",
    re.IGNORECASE,
)
"""Words before a polynomial of which letters are the roots."""
PLAIN = frozenset(("real", "two", "three", "four", "both", "distinct", "different", "of", "the", "its"))
"""What may stand before "roots" and leaves none of them out."""
LETTERS_BETWEEN = re.compile(
    rf"\b(?:the|its|both)\s+{ROOTS}\s+(?P<letters>·(?:\s*(?:,|and|&)?\s*(?:and\s*)?·)*){OF}", re.IGNORECASE
)
"""Letters between these words: "the roots a and b of"."""
ROOTS_OF = re.compile(rf"\bthe\s+{ROOTS}{OF}", re.IGNORECASE)
ARE = re.compile(r"\s*(?:are|be)\s+(?:(?:called|denoted(?: by)?|given by)\s+)?", re.IGNORECASE)
HAS = re.compile(rf"\s*(?:has|have|with)\s+{ROOTS}\s+", re.IGNORECASE)
JOINS = re.compile(r"\s*(?:,|and|&|,\s*and)\s*", re.IGNORECASE)
HIGHEST = 4
"""The largest degree of a polynomial whose roots are named."""


def take_roots(known: Knowledge, context: Context, displays: Sequence[Display], display: Display, heard: Heard) -> None:
    """Take for hypotheses what a formula says of the letters that its sentence calls its roots."""
    named, kind, anew = _named(displays, display)
    if not named or display.problem or len(display.clauses) != 1:
        return
    letters = [ask(lambda: Terms(context, {}).value(node)) for node in named]  # noqa: B023
    variables = [each for each in letters if isinstance(each, Variable)]
    polynomial = _polynomial(display.clauses[0], context)
    if len(variables) < len(named) or (polynomial is not None and polynomial.free & set(variables)):
        return
    old = [fact for fact in known.facts if fact.kind != "declared" and fact.prop.free & set(variables)]
    if old and not anew:
        return
    known.drop(old)
    known.claims = [fact for fact in known.claims if not fact.prop.free & set(variables)]
    told = polynomial is not None and kind <= PLAIN
    said = said_of_roots(polynomial, variables, real="real" in kind) if polynomial is not None and told else []
    for prop in said:
        known.add(known.fact(prop, "hypothesis", heard.line))
    for letter in () if said else variables:
        known.leave_unread(heard.line, f"{letter} = a root of {heard.latex}")


def said_of_roots(polynomial: Scalar, letters: Sequence[Variable], *, real: bool = False) -> list[Prop]:
    """What letters that are all the roots of a polynomial satisfy, or one letter that is a root; `real`, that it is a real one.

    >>> from symproof import real
    >>> x, a, b = real("x"), real("a"), real("b")
    >>> said_of_roots(x**2 - 5*x + 3, [a, b])
    [a + b = 5, a*b = 3, a**2 - 5*a + 3 = 0, b**2 - 5*b + 3 = 0]
    >>> said_of_roots(x**2 + 1, [a, b]), said_of_roots(x**3 - x, [a, b])
    ([], [])
    """
    values = _coefficients(polynomial)
    roots, of_all = (_counted(values), len(letters) == len(values) - 1) if len(values) > 1 else ((0, 0), False)
    if len(set(letters)) < len(letters) or not roots[0] or (roots[0] < roots[1] and (len(letters) > 1 or not real)):
        return []
    if not of_all and len(letters) > 1:
        return []
    (x,) = polynomial.free
    said: list[Prop] = []
    for k in range(1, len(letters) + 1 if of_all else 1):
        products = [chosen[0] if k == 1 else Mul(chosen) for chosen in combinations(letters, k)]
        total = products[0] if len(products) == 1 else Add(tuple(products))
        said.append(Relation("=", total, Number((-1) ** k * values[-1 - k] / values[-1])))
    return said + [Relation("=", substitute(polynomial, {x: letter}), ZERO) for letter in letters]


def _named(displays: Sequence[Display], display: Display) -> tuple[list[t.Node], frozenset[str], bool]:
    """The letters that the sentence of a formula calls its roots, what it says of these, and whether it brings the letters in."""
    found = LETTERS_BEFORE.search(display.before)
    between = LETTERS_BETWEEN.search(display.before) if found is None else None
    if between is not None:
        nodes = _letters(displays[max(display.number - between["letters"].count("·"), 0) : display.number])
        return nodes if len(nodes) > 1 else [], frozenset(between["kind"].lower().split()), True
    if found is not None:
        count = found["letters"].count("·")
        nodes = _letters(displays[max(display.number - count, 0) : display.number])
        some = not found["all" if len(nodes) > 1 else "one"]  # "the larger root", "a and b are roots"
        return nodes, frozenset(("some",) if some else found["kind"].lower().split()), True
    of = ROOTS_OF.search(display.before)
    following: list[Display] = []
    for each in displays[display.number + 1 : display.number + 1 + HIGHEST]:
        led = JOINS if following else ARE if of else HAS
        told = led.fullmatch(each.prose) if each.paragraph == display.paragraph else None
        if told is None:
            break
        of = of or told if not following else of
        following.append(each)
    nodes = _letters(following)
    return nodes if len(nodes) > 1 else [], frozenset(of["kind"].lower().split() if of else ()), False


def _letters(displays: Sequence[Display]) -> list[t.Node]:
    nodes: list[t.Node] = []
    for each in displays:
        members = [member for clause in each.clauses for member in clause.members]
        if each.problem or not members or any(clause.relations for clause in each.clauses):
            return []
        nodes += [
            item for member in members for item in (member.items if isinstance(member, t.Sequence) else (member,))
        ]
    return nodes if all(map(is_letter, nodes)) else []


def _polynomial(clause: t.Clause, context: Context) -> Scalar | None:
    """The polynomial in one letter of `x^2 - 5x + 3 = 0`, of `f(x) = x^2 - 5x + 3` or of one alone; None where there is none."""
    sides = [ask(lambda: Terms(context, {}).value(member)) for member in clause.members]  # noqa: B023
    if any(sign.kind != "=" for sign in clause.relations) or len(sides) > 2 or not isinstance(sides[-1], Scalar):
        return None
    first, last = sides[0], sides[-1]
    if len(sides) == 2 and isinstance(first, Scalar) and _is_polynomial(first):
        return first - last if _is_polynomial(first - last) else None
    return last if _is_polynomial(last) else None


def _is_polynomial(term: Scalar) -> bool:
    return is_polynomial_equation(Relation("=", term, ZERO))


def _coefficients(polynomial: Scalar) -> list[Fraction]:
    """The coefficients of a polynomial in one letter, from the constant on; none where it is of a degree above `HIGHEST`."""
    (x,) = polynomial.free
    at: dict[Fraction, Fraction] = {}
    for k in range(HIGHEST + 3):
        there = substitute(polynomial, {x: Number(Fraction(k))})
        value = value_of(there) if isinstance(there, Scalar) else None
        if value is None:
            return []
        at[Fraction(k)] = value
    found = [Fraction(0)] * len(at)
    for place, value in at.items():  # Lagrange's form
        others = [other for other in at if other != place]
        part = [value / prod([place - other for other in others])]
        for other in others:
            part = [low - other * high for low, high in zip([Fraction(0), *part], [*part, Fraction(0)], strict=True)]
        found = [one + more for one, more in zip(found, part, strict=True)]
    found = _without_zeros(found)
    return found if len(found) <= HIGHEST + 1 else []


def _counted(values: list[Fraction]) -> tuple[int, int]:
    """How many different real roots a polynomial has, and how many different roots, by the chain of Sturm."""
    chain = [values, [k * value for k, value in enumerate(values)][1:]]
    while len(chain[-1]) > 1 and (rest := _rest(chain[-2], chain[-1])):
        chain.append([-value for value in rest])
    tops = [each[-1] for each in chain]
    ends = [top * (-1) ** (len(each) - 1) for top, each in zip(tops, chain, strict=True)]
    return _changes(ends) - _changes(tops), len(values) - len(chain[-1])


def _rest(left: list[Fraction], right: list[Fraction]) -> list[Fraction]:
    left = list(left)
    while len(left) >= len(right):
        factor, shift = left[-1] / right[-1], len(left) - len(right)
        left = [value - (factor * right[k - shift] if k >= shift else 0) for k, value in enumerate(left)][:-1]
    return _without_zeros(left)


def _without_zeros(values: Sequence[Fraction]) -> list[Fraction]:
    values = list(values)
    while values and not values[-1]:
        values.pop()
    return values


def _changes(values: Sequence[Fraction]) -> int:
    return sum(one != other for one, other in pairwise(value > 0 for value in values if value))
