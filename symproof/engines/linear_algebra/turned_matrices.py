"""Determinants of sums that an equation U V = 1 turns into each other: det(U) det(M) = det(U M), and U V in U M is 1.

With Q.T Q = 1, Q.T (Q - 1) = 1 - Q.T, so that det(Q) det(Q - 1) = (-1)**n det(Q - 1). And conjugates: for an invertible U,
the determinant of U M U**-1 + s is that of M + s, as is that of V M U + s where V U = 1. And products, multiplied out. Untrusted.
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


def inside_inverses(
    facts: Facts, normalizer: Normalizer, spoken: dict[int, Form]
) -> Iterator[tuple[st.Relation, st.Relation, tm.Scalar]]:
    """Equations V M U + s = V (M + s) U by V U = 1, where the determinant of M + s is spoken of, or is none; with what says
    that V U = 1, as a fact does of U V or of V U, and with -s."""
    for fact in [fact for fact in facts.props if _is_inverse(fact)][:MOST_FACTS]:
        assert isinstance(fact, st.Relation) and isinstance(fact.left, tm.MatrixMul)  # by `_is_inverse`
        left, right = fact.left.left, fact.left.right
        for v, u in ((left, right), (right, left), (right.T, left.T), (left.T, right.T)):
            for number, form in list(spoken.items())[:MOST_FORMS]:
                rest = _within(normalizer, form, normalizer.matrix(v), normalizer.matrix(u))
                if rest is None:
                    continue
                back = Readback(normalizer)
                within = back.matrix(rest)
                if are_spoken_of(normalizer, tm.Determinant(within), spoken.keys() - {number}):
                    equation = st.Relation("=", back.matrix(form), v @ within @ u)
                    yield equation, st.Relation("=", v @ u, fact.right), tm.Neg(back.scalar(form.terms[()]))


def _within(normalizer: Normalizer, form: Form, before: Form, after: Form) -> Form | None:
    """M + s, where a form is V M U + s for words V and U."""
    sides = [list(side.terms.items()) for side in (before, after)]
    one = normalizer.ring.constant(1)
    if any(len(terms) != 1 or terms[0][1] != one for terms in sides) or form.rows != before.rows:
        return None
    (start, end), rest = (terms[0][0] for terms in sides), dict[Word, Quotient]()
    for word, weight in form.terms.items():
        if word and (word[: len(start)] != start or word[len(start) :][-len(end) :] != end):
            return None
        rest[word[len(start) : len(word) - len(end)] if word else word] = weight
    told_apart = 1 < len(rest) == len(form.terms) and () in form.terms
    return Form(form.rows, form.columns, rest) if told_apart else None


def sheared(
    facts: Facts, matrix: tm.Matrix, a: tm.Matrix, b: tm.Matrix, c: tm.Matrix, d: tm.Matrix
) -> st.Relation | None:
    """det [A B; C D] = det(A + s C) det(D - s C) where A + s C = s B + D, for s = 1 or -1: one row is added to the other,
    and a column taken off."""
    one, zero = tm.Identity(a.shape[0]), 0 * tm.Identity(a.shape[0])
    for s in (1, -1):
        if facts.evident(st.Relation("=", a + s * c, s * b + d)):
            rows, columns = (tm.Above((tm.Beside((one, t * one)), tm.Beside((zero, one)))) for t in (s, -s))
            end = tm.Above((tm.Beside((a + s * c, zero)), tm.Beside((c, d - s * c))))
            equation = st.Relation("=", rows @ matrix @ columns, end)
            if facts.evident(equation):
                return equation
    return None


def multiplied(normalizer: Normalizer, goal: st.Relation, inside: dict[int, Form]) -> Iterator[st.Relation]:
    """The products X Y for the det(X) det(Y) in a goal, multiplied out."""
    back, ring = Readback(normalizer), normalizer.ring
    for monomial, _ in ring.numerator_terms(normalizer.difference(goal.left, goal.right)):  # type: ignore[arg-type]
        factors = [inside[number] for number, power in monomial if number in inside for _ in range(power)]
        if len(factors) == 2 and factors[0].rows == factors[1].rows:
            for x, y in (factors, factors[::-1]):
                product = back.matrix(x) @ back.matrix(y)
                yield st.Relation("=", product, back.matrix(normalizer.matrix(product)))


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
