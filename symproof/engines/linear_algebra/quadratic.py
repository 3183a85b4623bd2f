"""What is said of all columns (x.T A x >= 0), at the columns that a claim speaks of; and matrices that take only zero to zero.

`at_columns` finds the columns at the ends of the traces in a claim: w and U w of tr(w.T U.T A U w). `nonsingular` shows
det(M) != 0: where M c = 0, c.T M c is 0, and c.T c <= 0 is to follow from that, from squares, and from the facts at c; or c = 0
from a power that is 0, or as another c contradicts the facts. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.frobenius import spread
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import FALSE, Search, Wrap, state, sum_of_facts
from symproof.forms import form_of
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts
from symproof.trusted.meaning import flatten
from symproof.trusted.normal import Normalizer
from symproof.trusted.normal.words import Word

MOST, MOST_FORMS = 8, 2
QUICK = ("ring", "positivity", "linear", "determinants")


def at_columns(
    facts: Facts, normalizer: Normalizer, words: Iterable[Word], goal: st.Relation
) -> tuple[list[Wrap], Facts]:
    """The facts with what is said of all columns, at those at the ends of the words of traces; bounds of lengths where they
    bound what the goal speaks of."""
    wraps: list[Wrap] = []
    columns = list(dict.fromkeys(column for word in words for column in _columns(normalizer, word)))[:MOST]
    letters = [column for column in columns if isinstance(column, tm.MatrixVariable)][:3]
    columns += [z for x, y in combinations(letters, 2) if x.shape == y.shape for z in (x - y, x + y)]
    bounds = [fact for fact in facts.props if isinstance(fact, st.Each) and _is_bound(fact)]
    linked = _linked(normalizer, goal, [body_at(fact, column) for fact in bounds for column in columns])
    for number, fact in enumerate(facts.props):
        if not isinstance(fact, st.Each) or not isinstance(fact.symbol, tm.MatrixVariable):
            continue
        for column in columns:
            if column.shape != fact.symbol.shape:
                continue
            said = body_at(fact, column)
            if fact in bounds and said not in linked:
                continue
            steps: list[Wrap] = [partial(ct.Instance, number, column)]
            extended = facts.extended(flatten(said))
            if isinstance(said, st.Implies):
                if not facts.evident(said.left):
                    continue
                steps.append(partial(ct.Detach, len(facts.props), ct.Evident()))
                extended = extended.extended(flatten(said.right))
            wraps += steps
            facts = extended
    return wraps, facts


def _is_bound(fact: st.Each) -> bool:
    """Whether it is an order of lengths of columns."""
    if not isinstance(fact.symbol, tm.MatrixVariable) or not isinstance(fact.body, st.Relation):
        return False
    ends = oriented(fact.body)
    return ends is not None and all(any(tm.is_elementary(part, "sqrt") for part in end.subterms()) for end in ends[:2])


def _linked(normalizer: Normalizer, goal: st.Relation, bounds: list[st.Prop]) -> set[st.Prop]:
    """The bounds of what the smaller side of a goal speaks of from above, and of the larger one from below, and so on."""

    def atoms_of(side: tm.Scalar) -> set[int]:
        return set(normalizer.ring.generators(normalizer.scalar(side)))

    found: set[st.Prop] = set()
    if (ends := oriented(goal)) is None:
        return {*bounds}
    upper, lower = (atoms_of(end) for end in ends[:2])
    sided = [
        (bound, atoms_of(sides[0]), atoms_of(sides[1]))
        for bound in bounds
        if isinstance(bound, st.Relation) and (sides := oriented(bound))
    ]
    for _ in range(MOST):
        for bound, small, large in sided:
            roots = {k for k in small | large if normalizer.atoms[k][0] == "root"}
            if bound not in found and (small & upper & roots or large & lower & roots):
                found.add(bound)
                upper |= large if small & upper & roots else set()
                lower |= small if large & lower & roots else set()
                break
        else:
            break
    return found


def _columns(normalizer: Normalizer, word: Word) -> Iterator[tm.Matrix]:
    """The columns that a trace of one row and one column ends in, and those that it begins with, transposed."""
    back = Readback(normalizer)
    plain = spread(normalizer, word) or word
    start = next((k for k in range(len(plain)) if normalizer.place_of(plain[k:]) == tm.SINGLE), None)
    if start is None:
        return
    whole = plain[start:] + plain[:start]
    turned = normalizer.transposed(normalizer.matrix(back.word(whole, tm.SINGLE)))
    for some in (whole, *turned.terms):
        for k in range(len(some) - 1, 0, -1):
            yield back.word(some[k:], normalizer.place_of(some[k:]))


def quickly(search: Search) -> Search:
    """A search with the engines that settle a quadratic form at sight."""
    return search.among(search.named(*QUICK))


def signs_of_forms(search: Search, facts: Facts, matrices: list[tm.Matrix]) -> tuple[list[Wrap], Facts]:
    """The facts with the signs of diagonals, traces and determinants of the M of which they say c.T M c >= 0 for each c; and
    of some matrices of which that is seen to hold."""
    wraps: list[Wrap] = []
    taken = names_in(*matrices, *facts.props)
    equations = [fact for fact in facts.props if isinstance(fact, st.Relation) and isinstance(fact.left, tm.Matrix)]
    tried: list[tuple[int | None, tm.Matrix]] = [
        (number, -form.matrix)
        for number, fact in enumerate(facts.props)
        if isinstance(fact, st.Each) and (form := form_of(fact)) and form.kind in ("<", "<=") and not form.punctured
    ]
    tried += [
        (number, matrix)
        for number, fact in enumerate(facts.props)
        if isinstance(fact, st.Each) and (matrix := above(fact)) is not None
    ]
    tried += [
        (None, m) for m in matrices if not isinstance(m, tm.MatrixVariable) or any(m in x.free for x in equations)
    ]
    for opposite, matrix in tried[:MOST_FORMS]:
        c = fresh(tm.MatrixVariable("c", matrix.shape[0], tm.SINGLE), taken)
        body = st.Relation(">=", tm.MatrixTrace(tm.Transpose(c) @ (matrix @ c)), ZERO)
        if opposite is None:
            proof = quickly(search).prove(facts, body)
        else:
            proof = ct.Instance(opposite, c, sum_of_facts(len(facts.props)))
        if proof is not None:
            wraps.append(partial(ct.Have, st.Each(c, body), ct.Suppose(proof)))
            facts = facts.extended([st.Each(c, body)])
    for number, fact in enumerate(facts.props):
        form = form_of(fact) if isinstance(fact, st.Each) else None
        if form is None or form.kind not in (">", ">=") or not isinstance(where := form.matrix.shape[0], tm.Interval):
            continue
        i = fresh(tm.Variable("i", "integer"), names_in(form.matrix))
        diagonal = st.Each(i, st.Relation(">=", tm.Entry(form.matrix, i, i), ZERO), where.low, where.high)
        numbers = (tm.MatrixTrace(form.matrix), tm.Determinant(form.matrix))
        signs = (diagonal, *(st.Relation(">=", value, ZERO) for value in numbers))
        if all(map(facts.evident, (need for one in signs for need in definedness(one)))):
            wraps.append(partial(ct.Semidefinite, number))
            facts = facts.extended(signs)
    return wraps, facts


def above(fact: st.Each) -> tm.Matrix | None:
    """M, where a fact says of each column x that x.T M x >= 0 as an order between forms: B - A of x.T A x <= x.T B x."""
    body, column = fact.body, fact.symbol
    if form_of(fact) or not isinstance(body, st.Relation) or not isinstance(column, tm.MatrixVariable):
        return None
    if body.kind not in ("<", "<=", ">", ">=") or column.columns != tm.SINGLE:
        return None
    sides = [_matrix_of(side, column) for side in (body.left, body.right)]
    low, high = sides if body.kind in ("<", "<=") else reversed(sides)
    return None if low is None or high is None else high - low


def _matrix_of(term: tm.Term, column: tm.MatrixVariable) -> tm.Matrix | None:
    """M of a sum of multiples of x.T M x."""
    match term:
        case tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), right)) if left == column == right:
            return tm.Identity(column.rows)
        case tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), tm.MatrixMul(matrix, right))) if left == column == right:
            return None if column in matrix.free else matrix
        case tm.Mul(factors):
            forms = [factor for factor in factors if column in factor.free]
            inside = _matrix_of(forms[0], column) if len(forms) == 1 else None
            rest = tm.product_of(factor for factor in factors if column not in factor.free)
            return None if inside is None else rest * inside
        case tm.Neg(arg):
            inside = _matrix_of(arg, column)
            return None if inside is None else -inside
        case tm.Add(addends):
            parts = [_matrix_of(part, column) for part in addends]
            found = [part for part in parts if part is not None]
            return sum(found[1:], found[0]) if len(found) == len(parts) else None
        case _:
            return None


def nonsingular(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """det(M) != 0, as M takes nothing but zero to zero; det(M) > 0, where it is known not to be negative."""
    match goal:
        case st.Relation("!=" | ">" as kind, tm.Determinant(matrix), right) if right == ZERO:
            if kind == ">" and not facts.evident(st.Relation(">=", goal.left, ZERO)):
                return None
        case _:
            return None
    if isinstance(matrix, tm.MatrixVariable) and not any(matrix in fact.free for fact in facts.props):
        return None
    taken = names_in(goal, *facts.props)
    letter = fresh(tm.MatrixVariable("c", matrix.shape[1], tm.SINGLE), taken)
    zero = tm.zero_matrix(*letter.shape)
    premise, conclusion = st.Relation("=", matrix @ letter, zero), st.Relation("=", letter, zero)
    claim = st.Each(letter, st.Implies(premise, conclusion))
    inside = facts.extended([premise])
    if (nilpotent := _by_power(search, inside, matrix, letter)) is not None:
        return ct.Have(claim, ct.Suppose(ct.Suppose(nilpotent)), ct.Injective(len(facts.props), ct.Evident()))
    hole = tm.MatrixVariable(r"\square", *zero.shape)
    form = tm.MatrixTrace(tm.Transpose(letter) @ hole)
    sides = (substitute(form, {hole: side}) for side in (premise.left, premise.right))
    inside = inside.extended([st.Relation("=", *sides)])
    gap = letter - zero
    square = search.prove(inside, st.Relation("<=", tm.MatrixTrace(tm.Transpose(gap) @ gap), ZERO))
    vanishes = _by_forms(search, inside, conclusion) if square is None else ct.Definite(square)
    if vanishes is None:
        return None
    proof = ct.Suppose(ct.Suppose(ct.Congruence(len(facts.props), hole, form, vanishes)))
    return ct.Have(claim, proof, ct.Injective(len(facts.props), ct.Evident()))


def _by_forms(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """c = 0, as for another c what is said of all columns but 0 contradicts the facts."""
    forms = (form_of(fact) for fact in facts.props if isinstance(fact, st.Each))
    if not any(form is not None and form.punctured for form in forms):
        return None
    absurd = quickly(search).prove(facts.extended([st.Relation("!=", goal.left, goal.right)]), FALSE)
    return None if absurd is None else ct.Cases(goal, ct.Evident(), ct.Absurd(absurd))


def _by_power(search: Search, facts: Facts, matrix: tm.Matrix, column: tm.Matrix) -> Certificate | None:
    """column = 0, as (a A + b I) @ column = 0 and A**k = 0: then A**k @ column is (-b/a)**k column."""
    from symproof.engines.linear_algebra.matrices import matrices  # which searches in its turn, as does this
    from symproof.engines.linear_algebra.matrix_powers import by_powers

    normalizer, ring, back = facts.normalizer, facts.normalizer.ring, Readback(facts.normalizer)
    zero = tm.zero_matrix(*column.shape)
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.MatrixPower(base, exponent), end) if end == tm.zero_matrix(*base.shape):
                pass
            case _:
                continue
        terms, others = normalizer.matrix(matrix).terms, normalizer.matrix(base).terms
        word = next((word for word in others if word in terms and word), None)
        if word is None:
            continue
        none = ring.constant(0)
        a = ring.quotient(terms[word], others[word])
        b = ring.subtract(terms.get((), none), ring.multiply(a, others.get((), none)))
        ratio = back.scalar(ring.negative(ring.quotient(b, a)))
        first = st.Relation("=", base @ column, ratio * column)
        power = st.Relation("=", base**exponent @ column, ratio**exponent * column)
        known, stated = facts, []
        for step, engine in ((first, matrices), (power, by_powers)):
            if (proof := engine(search, known, step)) is None:
                break
            stated.append((step, proof))
            known = known.extended([step])
        last = matrices(search, known, st.Relation("=", column, zero)) if len(stated) == 2 else None
        if last is not None:
            return state(stated, last)
    return None
