"""Rows after an equation that nothing satisfies, in one case at least."""

from __future__ import annotations

from collections.abc import Sequence

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.judgement.solving import arguments_equal, is_moved, with_another_number
from symproof.readers.document.lines.kinds import is_polynomial_equation
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Prop, Relation
from symproof.substitution import rebuild
from symproof.term import Elementary, Term


def of_none(settler: Settler, step: Step, claim: Prop, given: tuple[Prop, ...], before: Prop) -> Judged | None:
    """A row after an equation that nothing satisfies: it is right if it would follow with another number on the right, or if
    it says of two equal values that their arguments are equal."""
    other = None if step.universal else with_another_number(claim, before)
    if other is not None:
        told = settler(other[0], (*given, *other[1]), 0.5)
        if told.status == PROVED and not settler.contradictory(relevant(other[0], (*given, *other[1]))):
            return judged_of(told)
    inner = arguments_equal(before)
    return Judged(PROVED, "laws") if inner is not None and is_moved(settler, claim, inner) else None


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
