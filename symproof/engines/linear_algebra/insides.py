"""Equations of matrices inside of matrices that are made of others: kron(A @ A, B) = kron(A, B) for a projection A.

What a letter of the goal holds is rewritten by the completed equations, and the letters are equal by congruence; where the
goal speaks of vec, equal matrices have equal columns. Untrusted: each equation that is stated is checked by the kernel.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline, within
from symproof.engines.linear_algebra.matrices import SECONDS, as_certificate, by_completion, completed
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.valued import has_value
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Form

MOST, STEPS = 8, 20
MAKERS: dict[str, Callable[..., tm.Matrix]] = {
    "kronecker": tm.Kronecker,
    "hadamard": tm.Hadamard,
    "vec": tm.Vec,
    "adjugate": tm.Adjugate,
}


def insides(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation of matrices, from others inside of its letters."""
    if goal.kind != "=":
        return None
    deadline = within(search.deadline, SECONDS)
    try:
        wraps, extended = _stated(facts, goal, deadline)
        proof = by_completion(extended, goal, deadline) if wraps else None
    except (*NOT_NORMAL, LookupError):
        return None
    return closed(wraps, proof)


def _stated(facts: Facts, goal: st.Relation, deadline: Deadline) -> tuple[list[Wrap], Facts]:
    """The facts with what they say inside of the letters of an equation of matrices."""
    known, normalizer = facts, facts.normalizer
    wraps: list[Wrap] = []
    gap = normalizer.matrix_difference(tm.matrix_term(goal.left), tm.matrix_term(goal.right))
    letters = dict.fromkeys(number for word in gap.terms for number, _, _ in word)
    shapes = set()
    for number in list(letters)[:MOST]:
        kind = normalizer.matrices[number][0]
        if kind in MAKERS:
            parts = normalizer.parts_of(number)
            shapes |= {part[:2] for part in parts} if kind == "vec" else set()
            facts = _rewritten(known, facts, kind, parts, wraps, deadline)
    for number, fact in enumerate(known.props[:MOST]):
        if st.is_equation(fact) and isinstance(fact.left, tm.Matrix):
            if fact.left.shape in shapes:
                facts = _congruent(facts, number, "vec", (), (), wraps)
    return wraps, facts


def _rewritten(
    known: Facts, facts: Facts, kind: str, parts: list[Form], wraps: list[Wrap], deadline: Deadline
) -> Facts:
    """The facts and more; forms are those of the normalizer of what was known."""
    back = Readback(known.normalizer)
    for k, part in enumerate(parts):
        completion = completed(known, part)
        for _ in range(STEPS):
            if completion is None or deadline.over() or not completion.step():
                break
        rest, used = completion.reduced(part) if completion is not None else (part, ())
        proof = as_certificate(known, used) if used else None
        if proof is None:
            continue
        equation = st.Relation("=", back.matrix(part), back.matrix(rest))
        before, after = (tuple(map(back.matrix, some)) for some in (parts[:k], parts[k + 1 :]))
        if equation not in facts.props:
            wraps.append(partial(ct.Have, equation, proof))
            facts = facts.extended([equation])
        facts = _congruent(facts, facts.props.index(equation), kind, before, after, wraps)
        parts = [*parts[:k], rest, *parts[k + 1 :]]
    return facts


def _congruent(
    facts: Facts, number: int, kind: str, before: tuple[tm.Matrix, ...], after: tuple[tm.Matrix, ...], wraps: list[Wrap]
) -> Facts:
    """The facts with the equation between what is made of the sides of a fact, put between other matrices."""
    fact = facts.props[number]
    assert isinstance(fact, st.Relation)  # by the callers
    hole = tm.MatrixVariable(r"\square", *fact.left.shape)  # type: ignore[attr-defined]

    def made(inside: tm.Matrix) -> tm.Matrix:
        parts = (*before, inside, *after)
        return MAKERS[kind](*parts) if len(parts) <= 2 else reduce(tm.Hadamard, parts)

    equation = st.Relation("=", made(tm.matrix_term(fact.left)), made(tm.matrix_term(fact.right)))
    if equation in facts.props or not has_value(facts, equation):
        return facts
    wraps.append(partial(ct.Congruence, number, hole, made(hole)))
    return facts.extended([equation])
