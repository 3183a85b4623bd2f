"""The traces and determinants in a claim, and which pairs X, Y of matrices the traces tr(X.T @ Y) are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.forms import form_of
from symproof.trusted.facts import Facts
from symproof.trusted.normal import Form, Normalizer
from symproof.trusted.normal.matrices import rotations
from symproof.trusted.normal.words import Word

MOST_PAIRS, LONGEST, MOST_ROTATED = 6, 8, 4
Pair = tuple[tm.Matrix, tm.Matrix]


def pairs_of(normalizer: Normalizer, words: Iterable[Word]) -> list[Pair]:
    """Pairs of matrices whose inner products bound traces: X, X of each word that is a square X.T @ X; of any other word
    tr(X.T @ Y), the two, and their sum and difference with themselves."""
    squares: dict[Pair, None] = {}
    mixed: dict[Pair, None] = {}
    back = Readback(normalizer)
    for word in words:
        splits = list(_splits(normalizer, back, word))
        own = [pair for pair in splits if pair[0] == pair[1]]
        squares.update(dict.fromkeys(own[:1]))
        if not own:
            mixed.update(dict.fromkeys(splits[:1]))
        if len(word) == 1 and not splits:  # tr(X) is <I, X>
            letter = back.word(word, normalizer.place_of(word))
            squares[tm.Identity(letter.shape[0]), letter] = None
            squares[letter, letter] = None  # of a projection, the same
    found = dict(squares)
    for x, y in mixed:
        found.update(dict.fromkeys([(x, y), (x + y, x + y), (x - y, x - y), (x, x), (y, y)]))
    return list(found)[: MOST_PAIRS * 5]


def enclosing(normalizer: Normalizer, goal: st.Prop, props: Iterable[st.Prop]) -> Iterator[tm.Matrix]:
    """What an order speaks of the traces of, under equations of matrices, and the differences: tr(P Q) is tr((P Q).T P Q)
    for two projections."""
    back = Readback(normalizer)
    if not any(isinstance(fact, st.Relation) and isinstance(fact.left, tm.Matrix) for fact in props):
        return
    words: list[Word] = [key[1] for _, key in atoms(normalizer, (goal,), "trace")[:MOST_ROTATED]]  # type: ignore[misc]
    spoken = [back.word(word, place) for word in words if (place := normalizer.place_of(word)) != tm.SINGLE]
    yield from spoken
    yield from (x - y for x, y in combinations(spoken, 2) if x.shape == y.shape)


def atoms(normalizer: Normalizer, props: Iterable[st.Prop], kind: str) -> list[tuple[int, tuple[object, ...]]]:
    """The traces or determinants in relations between numbers, under roots and in functions too."""
    found: dict[int, None] = {}
    for prop in props:
        if not isinstance(prop, st.Relation) or not isinstance(prop.left, tm.Scalar):
            continue
        if prop.mentions(tm.MatrixTrace, tm.Determinant):
            for side in (prop.left, prop.right):
                found.update(dict.fromkeys(normalizer.ring.generators(normalizer.scalar(side))))  # type: ignore[arg-type]
    for number in (waiting := list(found)):
        match normalizer.atoms[number]:
            case ("root" | "function", *_, unit):
                inside = normalizer.ring.generators(normalizer.ring.thaw(unit))
                waiting += [other for other in inside if other not in found]
                found.update(dict.fromkeys(inside))
    return [(number, normalizer.atoms[number]) for number in found if normalizer.atoms[number][0] == kind]


def factors_of(matrix: tm.Matrix) -> Iterator[tuple[tm.Matrix, tm.Matrix]]:
    """The ways to read a product as one of two."""
    if isinstance(matrix, tm.MatrixMul):
        yield matrix.left, matrix.right
        yield from ((first, second @ matrix.right) for first, second in factors_of(matrix.left))


def blocks_in(term: tm.Term) -> Iterator[tm.Above]:
    """The matrices of four blocks of which a determinant stands in a term."""
    match term:
        case tm.Determinant(tm.Above((tm.Beside((a, b)), tm.Beside((c, d)))) as matrix):
            if a.is_square and d.is_square and a.shape[1] == c.shape[1] and b.shape[1] == d.shape[1]:
                yield matrix
        case st.Each() | st.Exists():
            return
    for child in term.children():
        yield from blocks_in(child)


def normed_in(term: tm.Term) -> Iterator[tm.Matrix]:
    """The matrices of which a term has the norm."""
    for part in term.subterms():
        match part:
            case tm.Elementary("sqrt", (tm.MatrixTrace(tm.MatrixMul(tm.Transpose(x), y)),)) if x == y:
                yield x


def is_of_forms(fact: st.Prop) -> bool:
    """Whether it says something of a quadratic form in all columns."""
    return isinstance(fact, st.Each) and form_of(fact) is not None


def is_equation_of_all(fact: st.Prop) -> bool:
    """Whether it is an equation at each value of a letter."""
    return isinstance(fact, st.Each) and st.is_equation(fact.body)


def is_enclosed(form: Form) -> bool:
    """Whether it is one word that begins as it ends, transposed."""
    (word,) = form.terms
    (first, turned, power), (last, other, same) = word[0], word[-1]
    return len(word) > 2 and first == last and turned != other and power == same


def numbers_in_equations(facts: Facts, goal: st.Relation) -> list[int]:
    """The numbers of the facts that are equations of square matrices, with letters of a goal among numbers as coefficients."""
    letters = {x for x in goal.free if isinstance(x, tm.Variable)} if goal.kind == "=" else set()
    return [
        number
        for number, fact in enumerate(facts.props if letters else ())
        if st.is_equation(fact)
        and isinstance(fact.left, tm.Matrix)
        and fact.left.is_square
        and any(isinstance(part, tm.MatrixScale) and part.factor.free & letters for part in fact.subterms())
    ]


def _splits(normalizer: Normalizer, back: Readback, word: Word) -> Iterator[Pair]:
    """The ways to read a trace as tr(X.T @ Y): of a number x.T @ A @ y as columns first, then the most even first."""
    plain = spread(normalizer, word)
    size = len(plain)
    if not 2 <= size <= LONGEST:
        return
    ways = sorted(rotations(plain), key=lambda word: normalizer.place_of(word) != tm.SINGLE)
    single = sum(normalizer.place_of(word) == tm.SINGLE for word in ways)
    halves = range(size // 2, 0, -1)
    for half, rotated in [*product(halves, ways[:single]), *product(halves, ways[single:])]:
        left, right = rotated[:half], rotated[half:]
        place, middle = normalizer.place_of(left), normalizer.end_of(left)
        turned = normalizer.transposed(normalizer.matrix(back.word(left, place)))
        yield back.matrix(turned), back.word(right, middle)


def spread(normalizer: Normalizer, word: Word) -> Word:
    """The word with a power A**3 as A, A, A; empty where an exponent is no small natural number."""
    one = normalizer.ring.constant(1)
    spread: list[tuple[int, bool, object]] = []
    for number, turned, exponent in word:
        times = normalizer.ring.as_constant(normalizer.ring.thaw(exponent))
        if times is None or times.denominator != 1 or not 0 < times <= LONGEST:
            return ()
        spread += [(number, turned, normalizer.ring.freeze(one))] * int(times)
    return tuple(spread)  # type: ignore[arg-type]
