"""Families of columns as the matrix of their columns: what is said of v_i for each i, and sums over i, as words in V.

    A v_i = c_i v_i for each i is A V = V D, with D the diagonal matrix of the c_i    <v_i, v_j> = delta(i - j) is V.T V = I
    sum of c_i v_i is V c    sum of c_i v_i w_i.T is V D W.T    v_k is V e_k    D c is the column of the products

Each of them is proved entry by entry and stated; the engines for equations of matrices go on from there. Untrusted.

Limits: sums over all columns; coefficients that do not depend on the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.matrices import matrices
from symproof.engines.linear_algebra.matrix_powers import by_powers
from symproof.engines.logic.entries import with_entries
from symproof.engines.logic.instances import stated as with_their_instances
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Engine, Search, Wrap, closed
from symproof.engines.sums.reorder import reorder
from symproof.engines.sums.sift import sift
from symproof.engines.valued import has_value
from symproof.matrix_symbols import HERE, THERE
from symproof.substitution import body_at, substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_laws import sum_of_diagonal

QUICK = (("ring", ring), ("linear", linear))
LIGHT = (("ring", ring), ("sums", reorder), ("sums", sift), ("entries", with_entries))
SECONDS, MOST = 0.8, 12

Part = tuple[tm.Scalar, tm.Matrix]
"""A coefficient, which may name the index, and the matrix whose column at the index it is taken times."""


def families(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what is known of families of columns as equations of their matrices."""
    of_matrices = isinstance(goal.left, tm.Matrix)
    if not any(map(_speaks, (goal, *facts.props))) or not (of_matrices or goal.mentions(tm.MatrixTrace)):
        return None
    made = _Made(search, facts, goal)
    if of_matrices and made.wraps and (proof := matrices(search, made.facts, goal)) is not None:
        return closed(made.wraps, proof)
    made.words(goal)
    if not made.wraps:
        return None
    if of_matrices:
        return closed(
            made.wraps, matrices(search, made.facts, goal) or by_powers(search.without(families), made.facts, goal)
        )
    return closed(made.wraps, search.go_on(families, made.facts, goal))


def _speaks(prop: st.Prop) -> bool:
    return any(isinstance(part, tm.EntryLaw) and not part.name for part in prop.subterms())


def _two(number: int) -> Engine:
    """What fact `number` says of two members, at the places of an entry."""

    def engine(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
        match goal.left:
            case tm.Entry(_, row, column):
                wraps: list[Wrap] = []
                for value in (row, column):
                    said = facts.props[number if not wraps else -1]
                    if not isinstance(said, st.Each):
                        return None
                    wraps.append(partial(ct.Instance, number if not wraps else len(facts.props) - 1, value))
                    facts = facts.extended([body_at(said, value)])
                said = facts.props[-1]
                product = said.left if isinstance(said, st.Relation) else None
                if not isinstance(product, tm.MatrixTrace):
                    return None
                wraps.append(partial(ct.Diagonal, product.matrix))
                facts = facts.extended([st.Relation("=", product, sum_of_diagonal(product.matrix))])
                return closed(wraps, search.aside(QUICK).prove(facts, goal))
        return None

    return engine


class _Made:
    """The facts, with the equations that were stated."""

    def __init__(self, search: Search, facts: Facts, goal: st.Relation) -> None:
        instances = with_their_instances(facts, goal)
        self.search, self.facts = search, instances.facts
        self.wraps: list[Wrap] = list(instances.wraps)
        self.columns: dict[tm.Matrix, tm.Scalar] = {}
        """The columns of coefficients, with what stands at the place THERE."""
        self.diagonals: dict[tm.Matrix, tm.Scalar] = {}
        self.units: dict[tm.Matrix, tm.Scalar] = {}

    def add(self, left: tm.Term, right: tm.Term, *engines: tuple[str, Engine]) -> bool:
        """State an equation, if it is proved."""
        prop = st.Relation("=", left, right)
        if left == right or prop in self.facts.props:
            return True
        if len(self.wraps) >= 3 * MOST or not has_value(self.facts, prop):
            return False
        proof = self.search.aside((*engines, *LIGHT), SECONDS).prove(self.facts, prop)
        if proof is None:
            return False
        self.wraps.append(partial(ct.Have, prop, proof))
        self.facts = self.facts.extended([prop])
        return True

    # What stands for what -------------------------------------------------------------------------

    def diagonal(self, body: tm.Scalar, over: tm.Interval) -> tm.Matrix:
        """The diagonal matrix of a term in THERE."""
        if body == ONE:
            return tm.Identity(over)
        made = tm.EntryLaw("D", over, over, HERE, THERE, substitute(body, {THERE: HERE}) * tm.Delta(HERE - THERE))
        self.diagonals[made] = body
        return made

    def column(self, body: tm.Scalar, over: tm.Interval) -> tm.Matrix:
        """The column of a term in THERE: one that the goal has already, where it is the same."""
        for known, other in self.columns.items():
            with suppress(*NOT_NORMAL):
                if known.shape[0] == over and self.facts.normalizer.ring.is_zero(
                    self.facts.normalizer.difference(body, other)
                ):
                    return known
        made = tm.EntryLaw("c", over, tm.SINGLE, HERE, THERE, substitute(body, {THERE: HERE}))
        self.columns[made] = body
        return made

    def unit(self, place: tm.Scalar, over: tm.Interval) -> tm.Matrix:
        """The column with a 1 at a place."""
        made = tm.EntryLaw("e", over, tm.SINGLE, HERE, THERE, tm.Delta(HERE - place))
        self.units[made] = place
        return made

    # What is stated -------------------------------------------------------------------------------

    def words(self, goal: st.Relation) -> None:
        """State what the sums and members are as words, what facts say of all members, and how the coefficients multiply."""
        for fact in list(self.facts.props):
            if isinstance(fact, st.Each) and _speaks(fact):
                with suppress(LookupError, *NOT_NORMAL):
                    self.of_each(fact)
        relations = [goal, *(fact for fact in self.facts.props if isinstance(fact, st.Relation))]
        for law in list(dict.fromkeys(law for prop in relations for law in prop.outer(tm.EntryLaw)))[:MOST]:
            if not law.name:
                with suppress(LookupError, *NOT_NORMAL):
                    self.of_law(law)
        for _ in range(2):
            for diagonal, factor in list(self.diagonals.items()):
                for column, body in list(self.columns.items()):
                    if diagonal.shape[1] == column.shape[0] and len(self.columns) < MOST:
                        over = column.shape[0]
                        assert isinstance(over, tm.Interval)  # as it was made
                        self.add(diagonal @ column, self.column(factor * body, over))
        for diagonal, factor in self.diagonals.items():
            for unit, place in self.units.items():
                if diagonal.shape[1] == unit.shape[0]:
                    self.add(diagonal @ unit, substitute(factor, {THERE: place}) * unit)
        if isinstance(goal.left, tm.Scalar):
            self.numbers()

    def trace(self, matrix: tm.Matrix, value: tm.Scalar) -> None:
        """State the value of a trace, from the entries on the diagonal."""
        trace = tm.MatrixTrace(matrix)
        prop, along = st.Relation("=", trace, value), st.Relation("=", trace, sum_of_diagonal(matrix))
        if prop not in self.facts.props and has_value(self.facts, prop):
            proof = self.search.aside((*QUICK, *LIGHT), SECONDS).prove(self.facts.extended([along]), prop)
            if proof is not None:
                self.wraps.append(partial(ct.Have, prop, ct.Diagonal(matrix, proof)))
                self.facts = self.facts.extended([prop])

    def numbers(self) -> None:
        """The products of two columns of coefficients, and the traces of diagonal matrices, as sums."""
        columns = [*self.columns.items()][:4]
        for k, (one, body) in enumerate(columns):
            for other, factor in columns[k:]:
                if one.shape == other.shape:
                    self.trace(one.T @ other, _total(body * factor, one))
            for unit, place in self.units.items():
                if unit.shape == one.shape:
                    self.trace(unit.T @ one, substitute(body, {THERE: place}))
        for diagonal, body in self.diagonals.items():
            self.trace(diagonal, _total(body, diagonal))
        units = [*self.units.items()]
        for k, (one, place) in enumerate(units):
            for other, there in units[k:]:
                if one.shape == other.shape:
                    self.trace(one.T @ other, ONE if place == there else tm.Delta(place - there))

    def of_law(self, law: tm.EntryLaw) -> None:
        """A member, or a sum of members, as a word."""
        match law.body:
            case tm.Entry(tm.MatrixVariable(columns=tm.Interval() as over) as table, row, tm.Scalar() as place) if (
                row == law.row and law.is_column
            ):
                self.add(law, table @ self.unit(place, over))
            case tm.Sum(body, index, low, high) if law.is_column:
                total: tm.Matrix | None = None
                for factor, matrix in _parts(body, index, law.row):
                    where = matrix.shape[1]
                    if where != tm.Interval(low, high) or not isinstance(where, tm.Interval):
                        return
                    word = matrix @ self.column(substitute(factor, {index: THERE}), where)
                    total = word if total is None else total + word
                if total is not None:
                    self.add(law, total)
            case tm.Sum(body, index, low, high):
                whole: tm.Matrix | None = None
                for factor, left, right in _dyads(body, index, law.row, law.column):
                    where = left.shape[1]
                    if where != tm.Interval(low, high) or not isinstance(where, tm.Interval):
                        return
                    middle = self.diagonal(substitute(factor, {index: THERE}), where)
                    word = left @ right.T if isinstance(middle, tm.Identity) else left @ middle @ right.T
                    whole = word if whole is None else whole + word
                if whole is not None:
                    self.add(law, whole)

    def of_each(self, fact: st.Each) -> None:
        """What is said of each member, or of each two, as an equation of matrices."""
        match fact:
            case st.Each(
                tm.Variable() as i,
                st.Each(
                    tm.Variable() as j, st.Relation("=", tm.MatrixTrace(tm.MatrixMul(tm.Transpose(one), other)), value)
                ),
            ):
                left, right = list(_columns(one, i)), list(_columns(other, j))
                if len(left) != 1 or len(right) != 1 or left[0][0] != ONE or right[0][0] != ONE:
                    return
                x, y = left[0][1], right[0][1]
                match value:
                    case tm.Delta(tm.Add((first, tm.Neg(second)))) if {first, second} == {i, j} and x.shape == y.shape:
                        two = _two(self.facts.props.index(fact))
                        self.add(x.T @ y, tm.Identity(x.shape[1]), ("matrices", two))
            case st.Each(tm.Variable() as i, st.Relation("=", tm.Matrix() as one, tm.Matrix() as other)):
                sides = [self.side(each, i) for each in (one, other)]
                if sides[0] is not None and sides[1] is not None and sides[0].shape == sides[1].shape:
                    self.add(sides[0], sides[1])

    def side(self, term: tm.Matrix, index: tm.Variable) -> tm.Matrix | None:
        """The matrix whose column at an index a term is."""
        total: tm.Matrix | None = None
        for factor, matrix in _columns(term, index):
            over = matrix.shape[1]
            if not isinstance(over, tm.Interval):
                return None
            middle = self.diagonal(substitute(factor, {index: THERE}), over)
            word = matrix if isinstance(middle, tm.Identity) else matrix @ middle
            total = word if total is None else total + word
        return total


def _total(body: tm.Scalar, matrix: tm.Matrix) -> tm.Scalar:
    over = matrix.shape[0]
    assert isinstance(over, tm.Interval)  # as it was made
    k = tm.Variable("k", "integer")
    while k in body.free:
        k = tm.Variable(k.name + "'", "integer")
    return tm.Sum(substitute(body, {THERE: k}), k, over.low, over.high)


def _columns(term: tm.Matrix, index: tm.Variable) -> Iterator[Part]:
    """A column as a combination of the columns of matrices at an index; nothing where it is none.

    Raises:
        LookupError: it is another term.
    """
    match term:
        case tm.EntryLaw(name="", body=tm.Entry(tm.MatrixVariable() as table, row, place)) if (
            row == term.row and place == index
        ):
            yield ONE, table
        case tm.MatrixScale(factor, inside):
            for other, matrix in _columns(inside, index):
                yield (factor if other == ONE else factor * other), matrix
        case tm.MatrixMul(left, inside) if index not in left.free:
            for factor, matrix in _columns(inside, index):
                yield factor, left @ matrix
        case tm.MatrixAdd(left, right):
            yield from _columns(left, index)
            yield from _columns(right, index)
        case _:
            raise LookupError(str(term))


def _factors(body: tm.Scalar) -> list[tuple[list[tm.Scalar], bool]]:
    """A term as a sum of products, each with whether it is taken with a minus."""
    match body:
        case tm.Add(args):
            return [part for arg in args for part in _factors(arg)]
        case tm.Neg(arg):
            return [(factors, not negative) for factors, negative in _factors(arg)]
        case tm.Mul(args):
            found: list[tuple[list[tm.Scalar], bool]] = [([], False)]
            for arg in args:
                inner = _factors(arg) if isinstance(arg, (tm.Mul, tm.Neg)) else [([arg], False)]
                found = [(a + b, x != y) for a, x in found for b, y in inner]
            return found
        case _:
            return [([body], False)]


def _product(factors: Sequence[tm.Scalar], *, negative: bool) -> tm.Scalar:
    made: tm.Scalar = ONE
    for factor in factors:
        made = factor if made == ONE else made * factor
    return -made if negative else made


def _parts(body: tm.Scalar, index: tm.Variable, row: tm.Term) -> Iterator[Part]:
    """The entry of a combination of members in a row, as coefficients and matrices.

    Raises:
        LookupError: it is something else.
    """
    for factors, negative in _factors(body):
        inside = [each for each in factors if row in each.free]
        if len(inside) != 1:
            raise LookupError(str(body))
        rest = _product([each for each in factors if each is not inside[0]], negative=negative)
        for factor, matrix in _at(inside[0], index, row):
            yield (factor if rest == ONE else rest if factor == ONE else rest * factor), matrix


def _at(term: tm.Scalar, index: tm.Variable, row: tm.Term) -> Iterator[Part]:
    match term:
        case tm.Entry(tm.MatrixVariable() as table, place, column) if place == row and column == index:
            yield ONE, table
        case tm.Entry(matrix, place, tm.Number(one)) if place == row and one == 1 and row not in matrix.free:
            yield from _columns(matrix, index)
        case tm.Add() | tm.Mul() | tm.Neg():
            yield from _parts(term, index, row)
        case _:
            raise LookupError(str(term))


def _dyads(
    body: tm.Scalar, index: tm.Variable, row: tm.Term, column: tm.Term
) -> Iterator[tuple[tm.Scalar, tm.Matrix, tm.Matrix]]:
    """The entry of a combination of outer products of members.

    Raises:
        LookupError: it is something else.
    """
    for factors, negative in _factors(body):
        left = [each for each in factors if row in each.free]
        right = [each for each in factors if column in each.free]
        if len(left) != 1 or len(right) != 1 or left == right:
            raise LookupError(str(body))
        rest = _product([each for each in factors if each is not left[0] and each is not right[0]], negative=negative)
        for one, x in _at(left[0], index, row):
            for other, y in _at(right[0], index, column):
                yield _product([each for each in (rest, one, other) if each != ONE], negative=False), x, y
