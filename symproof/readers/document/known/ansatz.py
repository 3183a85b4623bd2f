r"""Unknown coefficients: in `\frac{5x - 1}{x^2 - 1} = \frac{A}{x - 1} + \frac{B}{x + 1}` the letters A and B are the numbers for
which it holds for all x. What compares coefficients, or puts in values of x, speaks of these.

They are found from values at several points; that the equation is an identity with them is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.document.finding.worded import BOTH_WAYS, ONE_WAY
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import agreement
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.kinds import is_equated
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.statement import Relation
from symproof.substitution import substitute
from symproof.term import Number, Scalar, Term, Variable

COEFFICIENTS = re.compile(r"\b(coefficients?|identical(?:ly)?)\b|\bfor (?:all|every|each)\b", re.IGNORECASE)
"""Words for two polynomials that are the same."""
SOUGHT = re.compile(
    rf"\bpartial fractions?\b|\bdecompos|\bconstants?\b|\bsuch that\b|{COEFFICIENTS.pattern}", re.IGNORECASE
)
"""Words for small letters that are coefficients, and no parameters."""
NAMED = "".join(f"(?<!{word})(?<!{word} )" for word in ("which", "this", "that"))
ONE_SIDE = re.compile(
    rf"[^.;:]*\bfor (?:all|every|each|any)\b[^.;:]*?{NAMED}"
    rf"(?:{BOTH_WAYS.pattern}|{ONE_WAY.pattern}|\\(?:iff|implies|(?:Long)?(?:left)?rightarrow))",
    re.IGNORECASE,
)
"""What stands behind one side of an arrow that is said for all values: "a x = 0 for all x iff ..." says nothing of a."""
AROUND = 160
MOST = 6
"""How many coefficients are looked for."""
POINTS = [Fraction(k) + Fraction(3, 7) for k in range(-7, 9)]
"""Where the two sides are compared; no denominator of a text is 0 there."""
SIZE = 10**6


def take_coefficients(known: Knowledge, context: Context, display: Display, text: str, heard: Heard) -> None:
    """Take for hypotheses what numbers the unknown coefficients of a formula are, where nothing else is said of them."""
    around = display.before[-AROUND:] + text[heard.end : heard.end + AROUND]
    clauses = (
        display.clauses if not display.problem and not ONE_SIDE.match(text[heard.start : heard.end + AROUND]) else ()
    )
    for clause in clauses:
        if not clause.relations or clause.relations[0].kind != "=":
            continue
        first = replace(clause, members=clause.members[:2], relations=clause.relations[:1])
        read = ask(resolve_statement, first, context)
        prop = read.term if isinstance(read, Reading) else None
        values = (
            coefficients_of(prop, polynomial=bool(COEFFICIENTS.search(around))) if isinstance(prop, Relation) else {}
        )
        if not values or not isinstance(prop, Relation):
            continue
        small = any(not str(each).isupper() for each in values)
        fixed = any(is_equated(fact.prop) and fact.prop.free <= prop.free - values.keys() for fact in known.facts)
        if fixed or (small and not SOUGHT.search(around)):
            continue
        told = [fact for fact in known.facts if fact.prop.free & values.keys()]
        if any(fact.kind == "declared" or fact.prop.free - values.keys() for fact in told):
            continue
        known.drop(told)
        known.claims = [fact for fact in known.claims if not fact.prop.free & values.keys()]
        known.identities.add(prop)
        for letter, value in values.items():
            fact = known.fact(Relation("=", letter, Number(value)), "hypothesis", heard.line)
            known.add(replace(fact, display=-1))  # no formula says it, so that none says it anew


def coefficients_of(prop: Relation, *, polynomial: bool) -> dict[Term, Fraction]:
    """The numbers for which an equation in one letter and several unknown coefficients holds for all values of the letter; none
    where it is no such equation. Without fractions in the letter, it is one only where words say so.

    >>> from symproof import eq, real
    >>> x, A, B = real("x"), real("A"), real("B")
    >>> coefficients_of(eq((5*x - 1) / (x**2 - 1), A / (x - 1) + B / (x + 1)), polynomial=False)
    {A: Fraction(2, 1), B: Fraction(3, 1)}
    >>> coefficients_of(eq(5*x - 1, A*x + B), polynomial=False), coefficients_of(eq(1 / (x**2 + 1), A / x + B), polynomial=False)
    ({}, {})
    """
    letters = _letter_and_coefficients(prop, polynomial=polynomial)
    if letters is None or not isinstance(prop.left, Scalar) or not isinstance(prop.right, Scalar):
        return {}
    letter, unknown = letters
    rows = list(_rows(prop.left - prop.right, letter, unknown))
    values = _solved(rows, len(unknown)) if len(rows) > 2 * len(unknown) else None
    if values is None:
        return {}
    found: dict[Term, Fraction] = dict(zip(unknown, values, strict=True))
    there = {each: Number(value) for each, value in found.items()}
    same = Relation("=", *(substitute(side, there) for side in (prop.left, prop.right)))
    return found if agreement(same) == 1 else {}


def _letter_and_coefficients(prop: Relation, *, polynomial: bool) -> tuple[Variable, list[Variable]] | None:
    quotients = [each for each in prop.subterms() if isinstance(each, tm.Div) and each.denominator.free]
    under = {letter for each in quotients for letter in each.denominator.free}
    letters = [each for each in sorted(prop.free, key=str) if isinstance(each, Variable)]
    named = [each for each in letters if each.name in ("x", "t", "n", "s", "z", "k", "r")]
    main = next(iter(under)) if len(under) == 1 else named[0] if not under and polynomial and len(named) == 1 else None
    unknown = [each for each in letters if each != main]
    if not isinstance(main, Variable) or len(letters) < len(prop.free) or not 0 < len(unknown) <= MOST:
        return None
    one_side = [side for side in (prop.left, prop.right) if not side.free & set(unknown)]
    other = [side for side in (prop.left, prop.right) if set(unknown) <= side.free]
    parted = not quotients or any(each.numerator.free & set(unknown) for each in quotients)
    if len(one_side) != 1 or len(other) != 1 or main not in one_side[0].free | other[0].free or not parted:
        return None
    return (main, unknown) if len(unknown) > 1 else None


def _rows(gap: Scalar, letter: Variable, unknown: Sequence[Variable]) -> Iterator[list[Fraction]]:
    """Of a term that is linear in some letters: their coefficients and what is left without them, at several points."""
    for point in POINTS:
        at: list[dict[Term, Term]] = [{each: Number(Fraction(0)) for each in unknown}]
        at += [{**at[0], each: Number(Fraction(1))} for each in unknown]
        values = [_value(gap, {letter: Number(point), **each}) for each in at]
        twice = [_value(gap, {letter: Number(point), **{each: Number(Fraction(2)) for each in unknown}})]
        if any(each is None for each in (*values, *twice)):
            continue
        first, *others = [each for each in values if each is not None]
        row = [each - first for each in others]
        if 2 * sum(row) + first == twice[0]:
            yield [*row, -first]


def _value(term: Scalar, at: dict[Term, Term]) -> Fraction | None:
    try:
        there = substitute(term, at)
    except SymproofError:
        return None
    found = value_of(there) if isinstance(there, Scalar) else None
    return None if found is None else found.limit_denominator(SIZE**2)


def _solved(rows: list[list[Fraction]], size: int) -> list[Fraction] | None:
    """The one solution of linear equations, by elimination; None where there is none or more."""
    rows = [list(row) for row in rows]
    for k in range(size):
        pivot = next((row for row in rows[k:] if row[k]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        rows.insert(k, [each / pivot[k] for each in pivot])
        rows = [
            row if j == k or not row[k] else [one - row[k] * other for one, other in zip(row, rows[k], strict=True)]
            for j, row in enumerate(rows)
        ]
    return None if any(any(row) for row in rows[size:]) else [row[size] for row in rows[:size]]
