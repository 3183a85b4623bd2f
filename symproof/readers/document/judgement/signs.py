r"""The signs under which a root of a square is what stands in it, `\\sqrt{u^2} = u`: school texts mean them without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import PROVED, REFUTED, Judged, is_soft, judged_of, point_of
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.statement import ORDERS, Prop, Relation, is_equation
from symproof.term import ZERO, Scalar, Variable

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

MOST = 3
"""How many roots of a line are looked at."""


def sign_of_a_root(settler: Settler, claim: Prop, given: Sequence[Prop]) -> str:
    """The signs of terms that stand squared under roots, under which an equation holds; "" where it does not hold so."""
    if not is_equation(claim):
        return ""
    signs = [Relation(">=", each, ZERO) for each in dict.fromkeys(_squared(claim))][:MOST]
    if not signs or settler(claim, (*given, *signs), 0.5).status != "proved" or settler.contradictory((*given, *signs)):
        return ""
    return " and ".join(map(str, signs))


def _squared(claim: Relation) -> Iterator[Scalar]:
    for each in claim.subterms():
        match each:
            case tm.Elementary("sqrt", (tm.Pow(base, tm.Number(2)),)) | tm.Elementary("abs", (base,)):
                if isinstance(base, Scalar) and base.free and not isinstance(base, tm.Variable):
                    yield base


def other_zeros(rows: Rows, link: Inference) -> Judged | None:
    """The refutation of a product that is zero, and has other zeros than the equation before it: that both have the same where
    bounds hold, as of what is positive, makes no factors of it right."""
    step, claim, given, row = link
    product = (
        isinstance(claim, Relation) and isinstance(claim.left, tm.Mul) and claim.kind == "=" and claim.right == ZERO
    )
    bounds = [each for each in given if isinstance(each, Relation) and each.kind in ORDERS and each.free == claim.free]
    if not product or not bounds or len(claim.free) != 1 or not is_equation(row.prop) or row.prop.free != claim.free:
        return None
    if step.refutable and not is_soft(step.refutable):
        return None
    rest = tuple(each for each in given if each not in bounds)
    told, back = rows.follows(claim, (*rest, row.prop)), rows.follows(row.prop, (*rest, claim))
    if told.status != REFUTED or back.status != REFUTED:
        return None
    where = f"{point_of(back)} solves this and not line {row.line}"
    return Judged(REFUTED, back.by, reason=where, point=back.point, needs=(row.line,))


def where_positive(rows: Rows, link: Inference, told: Told) -> Judged | None:
    """A row that follows where its letter is positive, as what is measured is, or where a text discards a negative value."""
    step, claim, _, row = link
    positive = [letter > 0 for letter in claim.free if isinstance(letter, Variable)]
    if not positive or step.universal or not (step.measured or step.positive or step.discards):
        return None
    follows = rows.follows(claim, link.premises(*positive))
    if follows.status != PROVED or other_zeros(rows, link._replace(given=(*link.given, *positive))) is not None:
        return None
    if (slip := rows.earlier.after_a_slip(row)) is not None:
        return slip
    if not (step.measured or step.discards):
        return rows.unsure(told, f"it follows from line {row.line} under {positive[0]}")
    found = rows.under_sound_hypotheses(step, claim, judged_of(follows), (row.prop, *positive))
    why = "as no other value is kept" if step.discards else "since it is measured"
    return replace(found, under=(*found.under, f"{positive[0]}, {why}"), open=True, needs=(row.line,))


def of_a_root(claim: Prop, before: Prop) -> list[Prop]:
    """That letters are positive, where a root is taken of an equation between more than two of them, `u^2 = a^2/b`."""
    match before, claim:
        case Relation("=", tm.Pow(base, tm.Number(exponent)), _), Relation("=", letter, _) if (
            base == letter and exponent == 2
        ):
            letters = before.free | claim.free
            return [each > 0 for each in letters if isinstance(each, Variable)] if len(letters) > 2 else []
        case Relation("=", first, one), Relation("=", tm.Elementary("sin" | "cos" as name, (angle,)), other) if (
            angle.free
            and not one.free
            and not other.free
            and not any(tm.is_elementary(each, name) for each in (first, one))
            and any(isinstance(each, tm.Elementary) and each.args == (angle,) for each in first.subterms())
        ):  # of an angle of which one other ratio is known, and no quadrant
            return [tm.Elementary(each, (angle,)) > 0 for each in ("sin", "cos")]
        case (
            Relation("=", tm.Elementary("sin" | "cos", (known,)), one),
            Relation("=", tm.Div(tm.Elementary("sin" | "cos", (angle,)), tm.Elementary("sin" | "cos", (same,))), other),
        ) if known == angle == same and angle.free and not one.free and not other.free:  # its tangent
            return [tm.Elementary(each, (angle,)) > 0 for each in ("sin", "cos")]
    return []
