"""Equations of matrices of symbolic size, by the equations among the facts: ideal membership with cofactors.

The facts are completed to a rewriting system (`completion`). To them come M @ M**-1 = I for every inverse of a sum that
is spoken of, and what X @ Y = I says of square X and Y: each is the other's inverse. Where the goal names an inverse, the
goal multiplied by the matrix is tried too, as X = M**-1 when M @ X = I.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline, within
from symproof.engines.linear_algebra.completion import Cofactors, Completion, expanded
from symproof.engines.linear_algebra.nonvanishing import nonvanishing
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import flip, orient
from symproof.engines.search import Search, Wrap, closed, state
from symproof.engines.valued import has_value
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_laws import kernel_is_zero
from symproof.trusted.normal import Form
from symproof.trusted.normal.words import Word

SECONDS = 1.0
MOST_INVERSES = 6


def matrices(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation of matrices from those among the facts."""
    if goal.kind != "=":
        return None
    try:
        wraps, extended = stated(facts, goal)
        proof = by_completion(extended, goal, within(search.deadline, SECONDS))
    except (*NOT_NORMAL, LookupError):
        return None
    return closed(wraps, proof)


def exhibited(search: Search, facts: Facts, goal: st.Relation, *, known: bool = False) -> Certificate | None:
    """A goal M**-1 = X for an M that is not known to have an inverse (with `known`, that is), from M @ X = I."""
    for named, other in st.both_ways(goal):
        match named, goal.kind:
            case tm.MatrixPower(matrix, tm.Number(value)), "=" if value == -1:
                product = st.Relation("=", matrix @ tm.matrix_term(other), tm.Identity(matrix.shape[0]))
                invertible = facts.evident(st.Relation("!=", tm.Determinant(matrix), tm.ZERO))
                if (invertible and not isinstance(matrix, (tm.EntryLaw, tm.Above))) != known:
                    continue
                if not has_value(facts, product):
                    continue
                proof = (search.prove if isinstance(matrix, tm.EntryLaw) else partial(matrices, search))(facts, product)
                if proof is not None:
                    stated = len(facts.props) + 3  # the product, two determinants, and then M**-1 = X
                    sides = [tm.Identity(place) for place in tm.matrix_term(goal.left).shape]
                    turned = ct.MatrixPiece(tm.Neg(ONE), sides[0], stated, sides[1])
                    rest = ct.Evident() if named is goal.left else ct.MatrixCombination((turned,))
                    return ct.Have(product, proof, ct.Inverses(len(facts.props), rest))
    return None


def by_completion(facts: Facts, goal: st.Relation, deadline: Deadline) -> Certificate | None:
    """left - right as a two-sided combination of the equations among the facts."""
    if facts.evident(goal):
        return ct.Evident()
    if (written := by_definitions(facts, goal)) is not None:
        return written
    normalizer = facts.normalizer
    gap = normalizer.matrix_difference(tm.matrix_term(goal.left), tm.matrix_term(goal.right))
    completion = completed(facts, gap)
    if completion is None:
        return None
    while True:
        rest, used = completion.reduced(gap)
        if not rest.terms:
            return as_certificate(facts, used)
        if deadline.over() or not completion.step():
            return None


def by_definitions(facts: Facts, goal: st.Relation) -> Certificate | None:
    """left = right once letters, inner products and other atoms are written as equations among the facts say."""
    said = list(lengths(facts))
    extended = facts.extended(fact for fact, _ in said) if said else facts
    flipped, extended = flip(extended)
    rewrites = orient(extended)
    if not rewrites:
        return None
    normalizer = rewriting(extended, rewrites)
    gap = normalizer.matrix_difference(tm.matrix_term(goal.left), tm.matrix_term(goal.right))
    return None if gap.terms else state([*said, *flipped], ct.MatrixCombination((), rewrites))


def lengths(facts: Facts) -> Iterator[tuple[st.Prop, Certificate]]:
    """tr(X.T X) = c**2 where a fact says that its root is c."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("=", tm.Elementary("sqrt", (tm.MatrixTrace() as square,)) as root, tm.Scalar() as c):
                weight = root + c
                if has_value(facts, weight):
                    yield st.Relation("=", square, c**2), ct.Combination((ct.Piece(weight, (number,)),))


def completed(facts: Facts, *goals: Form) -> Completion | None:
    """The equations of matrices among the facts, ready for completion; None where there is none."""
    normalizer = facts.normalizer
    back = Readback(normalizer)
    nonzero = [fact.left for fact in facts.props if isinstance(fact, st.Relation) and fact.kind in ("!=", "<", ">")]

    def invertible(number: int) -> bool:
        kind, letter = normalizer.matrices[number]
        return (
            kind == "letter"
            and isinstance(letter, tm.Matrix)
            and letter.is_square
            and tm.Determinant(letter) in nonzero
        )

    completion = Completion(
        normalizer, lambda value: facts.evident(st.Relation("!=", back.scalar(value), tm.ZERO)), invertible
    )
    for goal in goals:
        completion.mention(goal)
    forms = []
    for number, fact in enumerate(facts.props):
        if st.is_equation(fact) and isinstance(fact.left, tm.Matrix):
            forms.append((number, normalizer.matrix_difference(fact.left, tm.matrix_term(fact.right))))
    forms.sort(key=lambda row: any(normalizer.ring.as_constant(c) is None for c in row[1].terms.values()))
    turned = any(_is_turned(form) for form in (*goals, *(form for _, form in forms)))
    for number, form in forms:
        completion.add(number, form, transposed=turned)
    return completion if forms else None


def _is_turned(form: Form) -> bool:
    return any(turned for word in form.terms for _, turned, _ in word)


def as_certificate(facts: Facts, used: Cofactors) -> Certificate | None:
    """The cofactors as pieces; None where one is not known to have a value."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    pieces = []
    for cofactor in expanded(normalizer, used):
        weight = cofactor.weight
        sides = []
        for form in (cofactor.left, cofactor.right):
            if not form.terms:
                break
            if len(form.terms) > 1:  # of blocks
                sides.append(back.matrix(form))
                continue
            ((word, value),) = form.terms.items()
            weight = normalizer.ring.multiply(weight, value)
            sides.append(back.word(word, form.rows))
        else:
            piece = ct.MatrixPiece(back.scalar(weight), sides[0], cofactor.equation, sides[1], cofactor.transposed)
            for part in (piece.weight, *sides):
                if not has_value(facts, part):
                    return None
            pieces.append(piece)
    return ct.MatrixCombination(tuple(pieces))


# What may be stated -------------------------------------------------------------------------------


def stated(facts: Facts, goal: st.Prop) -> tuple[list[Wrap], Facts]:
    """The facts with what is known of the inverses that are spoken of."""
    wraps: list[Wrap] = []
    for product in dict.fromkeys(_products(facts)):
        if (
            product not in facts.props
            and (proof := by_completion(facts, product, Deadline.now().after(SECONDS))) is not None
        ):
            wraps.append(partial(ct.Have, product, proof))
            facts = facts.extended([product])
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("=", tm.MatrixMul(left, right), tm.Identity()) if left.is_square and right.is_square:
                if facts.evident(st.Relation("=", left**-1, right)):
                    continue
                wraps.append(partial(ct.Inverses, number))
                facts = facts.extended(
                    [
                        *(st.Relation("!=", tm.Determinant(one), tm.ZERO) for one in (left, right)),
                        *(st.Relation("=", one**-1, other) for one, other in ((left, right), (right, left))),
                    ]
                )
    for number, fact in enumerate(facts.props):
        if (taken := kernel_is_zero(fact)) is not None:
            apart = st.Relation("!=", tm.Determinant(taken), tm.ZERO)
            if not facts.evident(apart):
                wraps.append(partial(ct.Injective, number))
                facts = facts.extended([apart])
    for matrix in dict.fromkeys(
        [*(base for prop in (goal, *facts.props) for base in inverted(facts, prop)), *_apart(facts)]
    ):
        inverse, one = matrix**-1, tm.Identity(matrix.shape[0])
        laws = [st.Relation("=", matrix @ inverse, one), st.Relation("=", inverse @ matrix, one)]
        if len(wraps) < MOST_INVERSES and has_value(facts, inverse) and laws[0] not in facts.props:
            wraps.append(partial(ct.Inverse, matrix))
            facts = facts.extended(laws)
            for need in definedness(Readback(facts.normalizer).matrix(facts.normalizer.matrix(inverse))):
                # as the normal form writes it: -(1 - A)**-1 for (A - 1)**-1
                if isinstance(need, st.Relation) and not facts.evident(need):
                    if (proof := nonvanishing(facts, (), need)) is not None:
                        wraps.append(partial(ct.Have, need, proof))
                        facts = facts.extended([need])
    for whole in dict.fromkeys(whole for prop in (goal, *facts.props) for whole in adjugates(facts, prop)):
        adjugate, multiple = tm.Adjugate(whole), tm.Determinant(whole) * tm.Identity(whole.shape[0])
        invertible = has_value(facts, whole**-1)
        known = [st.Relation("=", product, multiple) for product in (whole @ adjugate, adjugate @ whole)]
        if invertible:
            known.append(st.Relation("=", adjugate, tm.Determinant(whole) * whole**-1))
        if all(map(facts.evident, (need for fact in known for need in definedness(fact)))):
            wraps.append(partial(ct.Adjugates, whole, invertible))
            facts = facts.extended(known)
    return wraps, facts


def _products(facts: Facts) -> Iterator[st.Relation]:
    """X Y + a X + b Y + c = 0 as (X + b)(Y + a)/(a b - c) = 1, for numbers a, b, c: so X and Y commute."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Matrix() as left, right) if left.is_square:
                form = normalizer.matrix_difference(left, tm.matrix_term(right, left))
            case _:
                continue
        numbers = {
            word: value for word, c in form.terms.items() if (value := normalizer.ring.as_constant(c)) is not None
        }
        pairs = [word for word in numbers if len(word) == 2]
        if len(pairs) != 1 or len(numbers) < len(form.terms):
            continue
        (x, y), lead = pairs[0], numbers.pop(pairs[0])
        a, b, c = (numbers.pop(word, Fraction(0)) / lead for word in ((x,), (y,), ()))
        if x == y or numbers or not (a or b) or a * b == c:
            continue
        one = tm.Identity(form.rows)
        first, second = (back.word((letter,), form.rows) + tm.Number(k) * one for letter, k in ((x, b), (y, a)))
        yield st.Relation("=", (1 / tm.Number(a * b - c) * first) @ second, one)


def adjugates(facts: Facts, goal: st.Prop) -> list[tm.Matrix]:
    """The matrices of which the goal speaks of the adjugate, as its normal form does."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    words: list[Word] = []
    match goal:
        case st.Relation(left=tm.Matrix() as left, right=right):
            words = [word for side in (left, tm.matrix_term(right)) for word in normalizer.matrix(side).terms]
        case st.Relation(left=tm.Scalar() as left, right=right):
            keys = map(
                normalizer.atoms.__getitem__, normalizer.ring.generators(normalizer.difference(left, tm.scalar(right)))
            )
            words = [key[1] for key in keys if key[0] == "trace"]
    numbers = dict.fromkeys(number for word in words for number, _, _ in word)
    inside = [normalizer.parts_of(k)[0] for k in numbers if normalizer.matrices[k][0] == "adjugate"]
    return list(map(back.matrix, inside[:MOST_INVERSES]))


def _apart(facts: Facts) -> Iterator[tm.Matrix]:
    """The matrices whose determinant is said not to be 0: what they take to 0 is 0."""
    for fact in facts.props:
        match fact:
            case st.Relation("!=", tm.Determinant(matrix), tm.Number(value)) if value == 0:
                yield matrix


def inverted(facts: Facts, term: tm.Term) -> Iterator[tm.Matrix]:
    """The sums and the products of other than square matrices, of which an inverse stands in a term."""
    match term:
        case tm.MatrixPower(matrix) if not isinstance(matrix, tm.MatrixVariable):
            form = facts.normalizer.matrix(matrix)
            if len(form.terms) > 1 or any(len(word) > 1 for word in form.terms):
                yield matrix
        case st.Each() | st.Exists():
            return
    for child in term.children():
        yield from inverted(facts, child)
