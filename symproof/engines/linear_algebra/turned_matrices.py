"""Determinants of sums that an equation U V = 1 turns into each other: det(U) det(M) = det(U M), and U V in U M is 1.

With Q.T Q = 1, Q.T (Q - 1) = 1 - Q.T, so that det(Q) det(Q - 1) = (-1)**n det(Q - 1). And conjugates: for an invertible U,
the determinant of U M U**-1 + s is that of M + s. Untrusted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.normal import Form, Normalizer
from symproof.trusted.normal.words import Word
from symproof.trusted.polynomial import Quotient

MOST_FACTS, MOST_FORMS = 4, 4


def turned(facts: Facts, forms: list[Form], spoken: set[int]) -> Iterator[tuple[st.Relation, Certificate]]:
    """Equations U M = N for the M of which determinants are spoken of, where that of N is spoken of too, or comes twice."""
    normalizer = facts.normalizer
    sums = [form for form in forms if len(form.terms) > 1 and form.rows == form.columns][:MOST_FORMS]
    found: list[tuple[st.Relation, Certificate, set[int]]] = []
    for number, fact in [pair for pair in enumerate(facts.props) if sums and _is_inverse(pair[1])][:MOST_FACTS]:
        for form in sums:
            step = _turned(facts, number, fact, form)
            if step is not None:
                equation, proof, rest = step
                inside = normalizer.ring.generators(normalizer.determinant(rest))
                named = {k for k in inside if normalizer.atoms[k][0] == "determinant"} - spoken
                found.append((equation, proof, named))
    for equation, proof, named in found:
        if not named or sum(named <= others for _, _, others in found) > 1:
            yield equation, proof


def _is_inverse(fact: st.Prop) -> bool:
    match fact:
        case st.Relation("=", tm.MatrixMul(left, right), tm.Identity()):
            return left.is_square and right.is_square
    return False


def _turned(facts: Facts, number: int, fact: st.Prop, form: Form) -> tuple[st.Relation, Certificate, Form] | None:
    """U M = N by U V = 1, for the words of M that start with V."""
    assert isinstance(fact, st.Relation) and isinstance(fact.left, tm.MatrixMul)  # by the caller
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    factor, (start, *others) = fact.left.left, normalizer.matrix(fact.left).terms
    if factor.shape[1] != form.rows or others:
        return None
    one, terms, pieces = tm.Identity(form.rows), dict[Word, Quotient](), list[ct.MatrixPiece]()
    for word, weight in normalizer.matrix_product(normalizer.matrix(factor), form).terms.items():
        if word[: len(start)] == start:
            word = word[len(start) :]
            rest = back.word(word, form.rows) if word else one
            pieces.append(ct.MatrixPiece(back.scalar(weight), one, number, rest))
        terms[word] = normalizer.ring.add(terms.get(word, normalizer.ring.constant(0)), weight)
    if not pieces:
        return None
    result = Form(form.rows, form.columns, terms)
    equation = st.Relation("=", factor @ back.matrix(form), back.matrix(result))
    return equation, ct.MatrixCombination(tuple(pieces)), result


# Conjugates ---------------------------------------------------------------------------------------


def conjugated(facts: Facts, normalizer: Normalizer, spoken: dict[int, Form]) -> Iterator[st.Relation]:
    """Equations M = U N U**-1 for the M of which determinants are spoken of, where that of N is too, or is no determinant."""
    back = Readback(normalizer)
    for number, form in spoken.items():
        for left, _ in splits(normalizer, form) if len(form.terms) > 1 else ():
            u = back.matrix(left)
            if not u.is_square or not facts.evident(st.Relation("!=", tm.Determinant(u), ZERO)):
                continue
            inverse = normalizer.matrix_power(left, normalizer.ring.constant(-1))
            rest = back.matrix(normalizer.matrix_product(normalizer.matrix_product(inverse, form), left))
            equation = st.Relation("=", back.matrix(form), u @ rest @ u**-1)
            others = spoken.keys() - {number}
            if are_spoken_of(normalizer, tm.Determinant(rest), others) and facts.evident(equation):
                yield equation
                break


def are_spoken_of(normalizer: Normalizer, value: tm.Term, spoken: Collection[int]) -> bool:
    """Whether all determinants in the normal form of a number are among those that are spoken of."""
    inside = normalizer.ring.generators(normalizer.scalar(value))  # type: ignore[arg-type]
    return all(number in spoken for number in inside if normalizer.atoms[number][0] == "determinant")


def splits(normalizer: Normalizer, form: Form) -> Iterator[tuple[Form, Form]]:
    """The ways to write a form without its 1 as a word times a form, or a form times a word."""
    one = normalizer.ring.constant(1)
    rest = {word: value for word, value in form.terms.items() if word}
    words = list(rest)
    if not words:
        return
    for at_end in (False, True):
        for length in range(1, max(map(len, words)) + (len(words) > 1)):
            first = words[0][-length:] if at_end else words[0][:length]
            if any((word[-length:] if at_end else word[:length]) != first for word in words):
                break
            if at_end:
                place = normalizer.place_of(first)
                others = {word[: len(word) - length]: value for word, value in rest.items()}
                yield Form(form.rows, place, others), Form(place, form.columns, {first: one})
            else:
                place = normalizer.end_of(first)
                others = {word[length:]: value for word, value in rest.items()}
                yield Form(form.rows, place, {first: one}), Form(place, form.columns, others)
