"""Equations by algebra: normal forms, hypotheses as rewriting, and linear elimination with cofactors.

Scalars: left - right = sum c_k (l_k - r_k), the cofactors c_k found by solving each hypothesis for one of its atoms.
Vectors likewise, with scalar cofactors. The kernel multiplies and adds again.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.problem import denominators
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Step, state
from symproof.substitution import replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Linear, Normalizer
from symproof.trusted.polynomial import Quotient


def ring(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation (or a weak inequality that is one) by normal forms and the equations among the facts."""
    if goal.kind not in ("=", "<=", ">="):
        return None
    try:
        return _solve(facts, goal)
    except (*NOT_NORMAL, LookupError):
        return None


def _solve(facts: Facts, goal: st.Relation) -> Certificate | None:
    if _is_zero(facts.normalizer, goal):
        return ct.Combination()
    flipped, extended = flip(facts)
    rewrites = orient(extended)
    normalizer = rewriting(extended, rewrites) if rewrites else extended.normalizer
    if rewrites and _is_zero(normalizer, goal):
        found: Certificate | None = ct.Combination(rewrites=rewrites)
    elif goal.kind == "=":
        found = _eliminate(extended, normalizer, goal, rewrites)
    else:
        found = None
    return state(flipped, found)


def _is_zero(normalizer: Normalizer, goal: st.Relation) -> bool:
    if isinstance(goal.left, tm.Vector) and isinstance(goal.right, tm.Vector):
        gap = normalizer.vector_difference(goal.left, goal.right)
        return all(normalizer.ring.is_zero(normalizer.reduce(value)) for value in gap.values())
    if isinstance(goal.left, tm.Scalar) and isinstance(goal.right, tm.Scalar):
        return normalizer.ring.is_zero(normalizer.difference(goal.left, goal.right))
    return False


def flip(facts: Facts) -> tuple[list[Step], Facts]:
    """Equations whose right side alone is an atom, stated the other way round so that they rewrite; A = A.T and A = -A.T are
    stated of A.T."""
    stated: list[Step] = []
    for number, fact in enumerate(facts.props):
        if (mirrored := _of_transpose(fact)) is not None:
            turned, sign = mirrored
            units = [tm.Identity(place) for place in turned.left.shape]  # type: ignore[attr-defined]  # a matrix
            piece = ct.MatrixPiece(sign, units[0], number, units[1])
            stated.append((turned, ct.MatrixCombination((piece,))))
            continue
        if not st.is_equation(fact) or isinstance(fact.left, tm.Matrix):
            continue
        if not is_atom(fact.left) and is_atom(fact.right):
            turned = st.Relation("=", fact.right, fact.left)
            weight: tm.Scalar = tm.Neg(ONE)
            stated.append((turned, ct.Combination((ct.Piece(weight, (number,)),))))
    return stated, facts.extended(prop for prop, _ in stated) if stated else facts


def _of_transpose(fact: st.Prop) -> tuple[st.Relation, tm.Scalar] | None:
    """A = A.T and A = -A.T, solved for the transpose, and the sign with which it is that."""
    match fact:
        case st.Relation("=", tm.MatrixVariable() as letter, tm.Transpose(inside)) if letter == inside:
            return st.Relation("=", fact.right, letter), tm.Neg(ONE)
        case st.Relation(
            "=", tm.MatrixVariable() as letter, tm.MatrixScale(tm.Number(k), tm.Transpose(inside) as turned)
        ) if letter == inside and k == -1:
            return st.Relation("=", turned, -letter), ONE
    return None


ATOMS = (
    tm.Variable, tm.VectorVariable, tm.ScalarAt, tm.VectorAt, tm.Apply, tm.GradientAt, tm.Entry, tm.Inner, tm.Sum,
    tm.VectorSum, tm.Product, tm.Factorial, tm.Binomial, tm.Floor, tm.MatrixVariable, tm.Determinant, tm.MatrixTrace,
)  # fmt: skip
VECTORS = (tm.VectorVariable, tm.VectorAt, tm.GradientAt, tm.VectorSum)
TWO = tm.Number(Fraction(2))


def is_atom(term: tm.Term) -> bool:
    """Whether a term is written as something that can be replaced."""
    if isinstance(term, tm.Pow):  # the square of a norm is an inner product
        return term.exponent == TWO and isinstance(term.base, tm.Norm) and isinstance(term.base.vector, VECTORS)
    return isinstance(term, ATOMS) or (isinstance(term, tm.Transpose) and isinstance(term.matrix, tm.MatrixVariable))


def orient(facts: Facts) -> tuple[int, ...]:
    """The equations that replace an atom, each before those whose right side it changes, no atom twice."""
    waiting = {
        number: fact
        for number, fact in enumerate(facts.props)
        if st.is_equation(fact) and is_atom(fact.left) and not occurs(fact.left, fact.right)
    }
    if not waiting:
        return ()
    if any(_is_nested(fact.left) for fact in waiting.values()):
        waiting = {number: _spelled(facts.normalizer, fact) for number, fact in waiting.items()}
    order: list[int] = []
    normalizer = facts.reader()
    while waiting:
        ready = [
            number
            for number, fact in waiting.items()
            if not any(occurs(other.left, fact.right) for k, other in waiting.items() if k != number)
        ] or list(waiting)[:1]
        for number in ready:
            fact = waiting.pop(number)
            try:
                if normalizer.rewrite(fact.left, fact.right):
                    order.append(number)
            except NOT_NORMAL:
                continue  # it is still used by elimination
    return tuple(order)


def _spelled(normalizer: Normalizer, fact: st.Relation) -> st.Relation:
    """A fact with the indices of members of sequences written in one way: w[t - 1 + 1] is w[t]."""
    back = Readback(normalizer)
    members = [term for term in fact.subterms() if isinstance(term, (tm.ScalarAt, tm.VectorAt))]
    spelled: dict[tm.Term, tm.Term] = {
        place: back.index(normalizer.index(place), None)
        for member in members
        if isinstance(place := member.index, tm.Add)
    }
    return replaced(fact, spelled) if spelled else fact


def _is_nested(term: tm.Term) -> bool:
    """Whether a member of a sequence has an index such as t - 1 + 1."""
    if not isinstance(term, (tm.ScalarAt, tm.VectorAt)) or not isinstance(term.index, tm.Add):
        return False
    return any(isinstance(part, tm.Add) for part in term.index.args)


def occurs(part: tm.Term, term: tm.Term) -> bool:
    """Whether a term is a part of another."""
    return part == term or any(occurs(part, child) for child in term.children())


# Elimination --------------------------------------------------------------------------------------


def _eliminate(
    facts: Facts, normalizer: Normalizer, goal: st.Relation, rewrites: tuple[int, ...]
) -> Certificate | None:
    if isinstance(goal.left, tm.Vector) and isinstance(goal.right, tm.Vector):
        cofactors = _vector_cofactors(facts, normalizer, goal)
    elif isinstance(goal.left, tm.Scalar) and isinstance(goal.right, tm.Scalar):
        cofactors = scalar_cofactors(facts, normalizer, goal)
    else:
        return None
    if cofactors is None:
        return None
    back, bottoms = Readback(normalizer), denominators(goal)
    pieces = tuple(ct.Piece(back.over(value, bottoms), (number,)) for number, value in cofactors.items())
    return ct.Combination(pieces, rewrites)


def equations(facts: Facts, *, vectors: bool) -> Iterator[tuple[int, st.Relation]]:
    """The equations between scalars, or between vectors, among the facts."""
    sort = tm.Vector if vectors else tm.Scalar
    for number, fact in enumerate(facts.props):
        if st.is_equation(fact) and isinstance(fact.left, sort):
            yield number, fact


def _vector_cofactors(facts: Facts, normalizer: Normalizer, goal: st.Relation) -> dict[int, Quotient] | None:
    """goal = sum c_k fact_k by elimination over the field of the coefficients."""
    ring = normalizer.ring
    assert isinstance(goal.left, tm.Vector) and isinstance(goal.right, tm.Vector)  # by the caller
    rows: list[tuple[Linear, dict[int, Quotient], int]] = []  # reduced row, its cofactors, its pivot
    for number, fact in equations(facts, vectors=True):
        assert isinstance(fact.left, tm.Vector) and isinstance(fact.right, tm.Vector)  # by the filter
        row, used = _reduce_row(
            normalizer, normalizer.vector_difference(fact.left, fact.right), {number: ring.constant(1)}, rows
        )
        if row:
            rows.append((row, used, next(iter(row))))
    rest, used = _reduce_row(normalizer, normalizer.vector_difference(goal.left, goal.right), {}, rows)
    if rest:
        return None
    return {number: ring.negative(value) for number, value in used.items() if not ring.is_zero(value)}


def _reduce_row(
    normalizer: Normalizer, row: Linear, used: dict[int, Quotient], rows: list[tuple[Linear, dict[int, Quotient], int]]
) -> tuple[Linear, dict[int, Quotient]]:
    ring = normalizer.ring
    one = ring.constant(1)
    for other, its_used, pivot in rows:
        if pivot not in row:
            continue
        factor = ring.negative(ring.quotient(row[pivot], other[pivot]))
        row = normalizer.combine([(one, row), (factor, other)])
        used = dict(used)
        for number, value in its_used.items():
            used[number] = ring.add(used.get(number, ring.constant(0)), ring.multiply(factor, value))
    return row, used


def scalar_cofactors(facts: Facts, normalizer: Normalizer, goal: st.Relation) -> dict[int, Quotient] | None:
    """goal = sum c_k fact_k, solving each fact for an atom in which it is linear with a constant coefficient."""
    ring = normalizer.ring
    assert isinstance(goal.left, tm.Scalar) and isinstance(goal.right, tm.Scalar)  # by the caller
    value = normalizer.difference(goal.left, goal.right)
    bottom = None if value.den is None else Quotient(value.den)
    pivots: list[
        tuple[int, Quotient, Quotient, dict[int, Quotient]]
    ] = []  # atom, its value, the equation, its cofactors
    for number, fact in equations(facts, vectors=False):
        assert isinstance(fact.left, tm.Scalar) and isinstance(fact.right, tm.Scalar)  # by the filter
        equation = normalizer.difference(fact.left, fact.right)
        waiting = [_replace_pivots(normalizer, equation, {number: ring.constant(1)}, pivots)]
        for equation, used in waiting:
            pivot = _pivot(normalizer, equation)
            if pivot is not None:
                atom, coefficient = pivot
                solved = ring.subtract(ring.generator(atom), ring.quotient(equation, coefficient))
                pivots.append((atom, solved, equation, used))
                if normalizer.atoms[atom][0] == "root" and len(waiting) == 1:  # sqrt(g) = s says g = s**2 as well
                    factor = ring.add(ring.generator(atom), solved)
                    square = normalizer.reduce(ring.multiply(equation, factor))
                    waiting.append((square, {k: ring.multiply(weight, factor) for k, weight in used.items()}))
    rest, used = _replace_pivots(normalizer, Quotient(value.num), {}, pivots)
    if not ring.is_zero(normalizer.reduce(rest)):
        if (found := _multiple(facts, normalizer, value)) is not None or not pivots:
            return found
        if (more := _multiple_of_rest(facts, normalizer, rest, pivots)) is None:
            return None
        used = {
            k: ring.subtract(used.get(k, ring.constant(0)), more.get(k, ring.constant(0))) for k in {**used, **more}
        }
    cofactors = {number: ring.negative(factor) for number, factor in used.items() if not ring.is_zero(factor)}
    return cofactors if bottom is None else {k: ring.quotient(factor, bottom) for k, factor in cofactors.items()}


def _multiple_of_rest(
    facts: Facts,
    normalizer: Normalizer,
    rest: Quotient,
    pivots: list[tuple[int, Quotient, Quotient, dict[int, Quotient]]],
) -> dict[int, Quotient] | None:
    """What is left of a goal as a polynomial multiple of what is left of one fact."""
    ring = normalizer.ring
    for number, fact in equations(facts, vectors=False):
        if any(set(used) == {number} for *_, used in pivots):
            continue
        equation = normalizer.difference(tm.scalar(fact.left), tm.scalar(fact.right))
        equation, used = _replace_pivots(normalizer, equation, {number: ring.constant(1)}, pivots)
        if not ring.is_zero(equation) and (ratio := ring.quotient(rest, equation)).den is None:
            return {k: ring.multiply(ratio, factor) for k, factor in used.items()}
    return None


def _multiple(facts: Facts, normalizer: Normalizer, value: Quotient) -> dict[int, Quotient] | None:
    """The goal as a polynomial multiple of one fact."""
    ring = normalizer.ring
    for number, fact in equations(facts, vectors=False):
        assert isinstance(fact.left, tm.Scalar) and isinstance(fact.right, tm.Scalar)  # by the filter
        equation = normalizer.difference(fact.left, fact.right)
        if not ring.is_zero(equation) and (ratio := ring.quotient(value, equation)).den is None:
            return {number: ratio}
    return None


def _replace_pivots(
    normalizer: Normalizer,
    value: Quotient,
    used: dict[int, Quotient],
    pivots: list[tuple[int, Quotient, Quotient, dict[int, Quotient]]],
) -> tuple[Quotient, dict[int, Quotient]]:
    ring = normalizer.ring
    for atom, solved, equation, its_used in pivots:
        if atom not in ring.generators(value):
            continue
        replaced = ring.compose(value, {atom: solved})
        cofactor = ring.quotient(ring.subtract(replaced, value), equation)
        value = replaced
        used = dict(used)
        for number, factor in its_used.items():
            used[number] = ring.add(used.get(number, ring.constant(0)), ring.multiply(cofactor, factor))
    return value, used


def _pivot(normalizer: Normalizer, equation: Quotient) -> tuple[int, Quotient] | None:
    """An atom in which the equation is linear with a constant coefficient, and that coefficient."""
    ring = normalizer.ring
    if equation.den is not None or ring.is_zero(equation):
        return None
    degrees = equation.num.degrees()
    for monomial, coefficient in ring.numerator_terms(equation):
        if len(monomial) == 1 and monomial[0][1] == 1 and degrees[monomial[0][0]] == 1:
            atom = monomial[0][0]
            others = [m for m, _ in ring.numerator_terms(equation) if m != monomial and any(k == atom for k, _ in m)]
            if not others:
                return atom, ring.scale(ring.constant(1), coefficient)
    return None


def carried(facts: Facts, goal: st.Relation, short: st.Relation, number: int) -> Certificate | None:
    """The goal from the short goal, a fact of that number, and the equations among the facts."""
    first, last = (goal, short) if goal.kind in ("=", ">", ">=", "!=") else (short, goal)
    try:
        gap = st.Relation("=", _difference(first), _difference(last))
        cofactors = scalar_cofactors(facts, facts.normalizer, gap)
        if cofactors is None:
            return None
        back = Readback(facts.normalizer)
        pieces = [ct.Piece(back.scalar(value), (number,)) for number, value in cofactors.items()]
    except (*NOT_NORMAL, LookupError):
        return None
    return ct.Combination((ct.Piece(tm.ONE, (number,)), *pieces))


def _difference(relation: st.Relation) -> tm.Scalar:
    assert isinstance(relation.left, tm.Scalar) and isinstance(relation.right, tm.Scalar)  # by the entry of the engine
    return relation.left - relation.right
