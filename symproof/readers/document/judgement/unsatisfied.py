"""Rows after an equation that nothing satisfies, in one case at least."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import PROVED, REFUTED, Judged, judged_of, point_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.judgement.solving import arguments_equal, is_moved, with_another_number
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.kinds import is_polynomial_equation
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.resolve.ellipses import no_form
from symproof.readers.resolve.ratios import together
from symproof.statement import Prop, Relation
from symproof.substitution import rebuild, substitute
from symproof.term import Elementary, Scalar, Term, Variable
from symproof.trusted.defined import definedness
from symproof.trusted.normal.normalizer import Normalizer
from symproof.trusted.polynomial import as_fraction


def of_none(settler: Settler, step: Step, claim: Prop, given: tuple[Prop, ...], before: Prop) -> Judged | None:
    """A row after an equation that nothing satisfies: it is right if it would follow with another number on the right, if it is
    the equation times its denominators, or if it says of two equal values that their arguments are equal."""
    other = None if step.universal else with_another_number(claim, before)
    if other is not None:
        told = settler(other[0], (*given, *other[1]), 0.5)
        if told.status == PROVED and not settler.contradictory(relevant(other[0], (*given, *other[1]))):
            return judged_of(told)
    if is_cleared(settler, claim, before):
        return Judged(PROVED, "ring")
    inner = arguments_equal(before)
    return Judged(PROVED, "laws") if inner is not None and is_moved(settler, claim, inner) else None


def besides_what_is_excluded(settler: Settler, link: Inference) -> Judged | None:
    """The refutation of a row after a polynomial equation whose solutions are all excluded, as denominators are 0 there: by its
    terms, it is to follow whether they are or not."""
    _, claim, given, row = link
    excluding = [each for each in given if isinstance(each, Relation) and each.kind == "!="]
    if not excluding or not (is_polynomial_equation(claim) and is_polynomial_equation(row.prop)):
        return None
    told = settler(claim, [*(each for each in given if each not in excluding), row.prop], 0.5)
    if told.status != REFUTED:
        return None
    reason = f"does not follow from line {row.line}: at {point_of(told)} that line holds and this one does not"
    return Judged(REFUTED, told.by, (), reason, told.point, told.difference, told.sides, needs=(row.line,))


def is_cleared(settler: Settler, claim: Prop, before: Prop) -> bool:
    """Whether an equation is one between quotients times what divides the product of their denominators, so that it follows.

    >>> from symproof import eq, real
    >>> x, settler = real("x"), Settler(1.0)
    >>> is_cleared(settler, eq(x, 2), eq(x/(x - 2), 2/(x - 2))), is_cleared(settler, eq(x, 3), eq(x/(x - 2), 2/(x - 2)))
    (True, False)
    """
    from symproof.engines.polynomials.readback import Readback

    equal = isinstance(claim, Relation) and isinstance(before, Relation) and claim.kind == before.kind == "="
    conditions = [prop for prop in definedness(before) if prop.free]
    if not equal or not conditions or any(prop.free for prop in definedness(claim)):
        return False
    own, other = (each.left - each.right for each in (claim, before))  # type: ignore[attr-defined]
    normal = Normalizer()
    with suppress(*no_form()):
        factor = normal.scalar(own / other)
        times = Readback(normal).scalar(factor)
        if factor.den is None and normal.scalar(together(other)[1] / times).den is None:
            return settler(Relation("=", own, times * other), conditions, 0.5).status == PROVED
    return False


def solves_formally(equation: Prop, letter: Variable, value: Scalar) -> bool | None:
    """Whether a value with the root of a negative number, which no real number is, solves an equation between polynomials where
    the root is taken for a letter with that square, as in "x = (3 + sqrt(-7))/4, so that there is no solution"; None of a value
    without such a root.

    >>> from symproof import eq, real, sqrt
    >>> from symproof.term import scalar
    >>> x, root = real("x"), sqrt(scalar(-4))
    >>> solves_formally(eq(x**2 + 4, 0), x, root), solves_formally(eq(x**2 - 4, 0), x, root)
    (True, False)
    """
    roots = negative_roots(value)
    if not roots or not isinstance(equation, Relation):
        return None
    number, letters = value_of(roots[0].args[0]), {each: Variable(f"y{k}'") for k, each in enumerate(roots)}
    left, right = equation.left, equation.right
    if len(roots) > 1 or number is None or not isinstance(left, Scalar) or not isinstance(right, Scalar):
        return True  # as far as is seen

    def put(term: Term) -> Term:
        return letters[term] if isinstance(term, Elementary) and term in letters else rebuild(term, put)

    normal = Normalizer()
    sums = [Fraction(0), Fraction(0)]
    with suppress(*no_form()):
        there = substitute(left - right, {letter: put(value)})
        for monomial, coefficient in dict(normal.ring.numerator_terms(normal.scalar(there))).items():
            degree = sum(power for _, power in monomial)
            sums[degree % 2] += as_fraction(coefficient) * number ** (degree // 2)
    return not any(sums)


def negative_roots(term: Term) -> list[Elementary]:
    """The roots of negative numbers in a term."""
    roots = [each for each in term.subterms() if isinstance(each, Elementary) and each.function == "sqrt"]
    return list(dict.fromkeys(each for each in roots if (value_of(each.args[0]) or 0) < 0))


def without_bars(settler: Settler, prop: Prop, places: Sequence[Fact]) -> tuple[Prop, tuple[str, ...]]:
    """A relation without the bars around terms whose sign a case tells, x - 1 = 2x of |x - 1| = 2x for x >= 1, and the case: this
    follows where nothing in the case satisfies it, too."""
    used: dict[str, None] = {}

    def put(term: Term) -> Term:
        term = rebuild(term, put)
        if not isinstance(term, Elementary) or term.function != "abs":
            return term
        (inner,) = term.args
        for fact in places:
            for plain, sign in ((inner, inner >= 0), (-inner, inner <= 0)):
                if fact.prop.free == inner.free and settler.proves(sign, (fact.prop,)).status == PROVED:
                    used[fact.where] = None
                    return plain
        return term

    plain = put(prop) if _has_bars(prop) else prop
    return (plain, tuple(used)) if isinstance(plain, Prop) else (prop, ())


def barred(step: Step, places: Sequence[Fact]) -> list[Fact]:
    """The last relation with bars of the block, where a case of it begins."""
    return [each for each in step.earlier if each.block == step.block and _has_bars(each.prop)][:1] if places else []


def _has_bars(prop: Prop) -> bool:
    return isinstance(prop, Relation) and any(
        isinstance(each, Elementary) and each.function == "abs" for each in prop.subterms()
    )


def exclude_each_other(settler: Settler, before: Prop, claim: Prop) -> bool:
    """Whether nothing satisfies two polynomial equations in one letter together, whatever else is said of it."""
    letters = before.free | claim.free
    polynomials = is_polynomial_equation(before) and is_polynomial_equation(claim)
    return polynomials and len(letters) == 1 and settler.contradictory((before, claim))
