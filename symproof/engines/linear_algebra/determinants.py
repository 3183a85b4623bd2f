"""Traces and determinants under equations of matrices: what the facts say of the matrices inside of them.

A matrix under a trace or a determinant is rewritten by the completed equations (`completion`), and the two are equal by
congruence. A determinant of 1 + U V is that of 1 + V U, that of A + R is det(A) det(1 + A**-1 R) for an A that is known to
be invertible (Sylvester; the matrix determinant lemma), and that of U M U**-1 + s is that of M + s; so a determinant that is
not zero shows that others are not. A matrix that takes nothing but zero to zero, as a fact says, is invertible. Untrusted:
each equation that is stated is checked by the kernel.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from itertools import combinations
from typing import TypeGuard

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline, within
from symproof.engines.linear_algebra.frobenius import (
    atoms,
    blocks_in,
    enclosing,
    factors_of,
    is_enclosed,
    is_equation_of_all,
    is_of_forms,
    normed_in,
    numbers_in_equations,
    pairs_of,
)
from symproof.engines.linear_algebra.gram_of_forms import gram_of_form, pairs_of_columns, without_form
from symproof.engines.linear_algebra.matrices import as_certificate, by_completion, completed, lengths, stated
from symproof.engines.linear_algebra.nonvanishing import lengths_apart, nonvanishing
from symproof.engines.linear_algebra.quadratic import at_columns, nonsingular, quickly, signs_of_forms
from symproof.engines.linear_algebra.turned_matrices import (
    are_spoken_of,
    conjugated,
    inside_inverses,
    multiplied,
    sheared,
    splits,
    turned,
)
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.valued import has_value
from symproof.forms import form_of
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_laws import kernel_is_zero
from symproof.trusted.normal import Form
from symproof.trusted.normal.matrices import rotations
from symproof.trusted.normal.words import Word

SECONDS, MOST_STEPS, MOST_STATED, MOST_NORMED, MOST_ROTATED = 0.5, 40, 8, 4, 4


def determinants(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between numbers, with what the facts say of the matrices in it."""
    said = any(form_of(fact) is not None for fact in facts.props if isinstance(fact, st.Each))
    columns = any(isinstance(fact, st.Relation) and _is_column(fact.left) for fact in facts.props)
    mentioned = goal.mentions(tm.MatrixTrace, tm.Determinant)
    if not isinstance(goal.left, tm.Scalar) or not (said or columns or mentioned or numbers_in_equations(facts, goal)):
        return None
    try:
        if (state := _prepared(search, facts, goal)) is None:
            return None
        if state.squared and (at_sight := ring(search, state.facts, goal)) is not None:
            return closed(state.wraps, at_sight)
        state.prepare(search)
        if not state.wraps:
            return nonsingular(search, facts, goal)
        found = nonvanishing(state.facts, tuple(state.equal), goal) if goal.kind == "!=" else None
        if goal.kind == ">":
            found = nonsingular(quickly(search), state.facts, goal)
    except (*NOT_NORMAL, LookupError):
        return None
    if found is None:
        inner = search.among(search.others(determinants, "entries"))
        found = inner.prove(state.facts, goal)
        if found is None and goal.kind == "!=":
            found = nonsingular(search, state.facts, goal)
    return closed(state.wraps, found)


def _prepared(search: Search, facts: Facts, goal: st.Relation) -> _State | None:
    """What is stated for a goal, the same whichever engines are asked afterwards; None where something has no normal form."""
    known: dict[Hashable, _State | None] = search.vain.prepared
    if (facts, goal) not in known:
        known[facts, goal] = None
        known[facts, goal] = _State(facts, goal)
    return known[facts, goal]


def _is_column(term: tm.Term) -> TypeGuard[tm.MatrixMul]:
    return isinstance(term, tm.MatrixMul) and term.shape[1] == tm.SINGLE


class _State:
    """The facts as they grow, and how each was stated."""

    def __init__(self, facts: Facts, goal: st.Relation) -> None:
        self.wraps, self.facts = stated(facts, goal)
        self.goal = goal
        self.known = self.facts
        """The facts before more were stated; normal forms are those of its normalizer."""
        self.normalizer = self.facts.normalizer
        self.squared: list[st.Prop] = []
        """What was stated of inner products of matrices."""
        self.equal: list[int] = []
        """The equations of determinants that were stated."""
        self.rewritten: set[tuple[object, ...]] = set()
        """The traces and determinants that were rewritten, as far as it goes."""
        self.is_prepared = False
        self.injective()
        self.apart()
        self.pair()
        self.lengths()

    def prepare(self, search: Search) -> None:
        """State what takes longer, the first time."""
        if self.is_prepared:
            return
        self.is_prepared = True
        if self.goal.kind not in ("=", "!=") or self.has_roots() or any(map(is_equation_of_all, self.known.props)):
            self.columns()
            self.semidefinite(search)
            self.rewrite(within(search.deadline, SECONDS))
            self.squares()
        self.rewrite(within(search.deadline, SECONDS))
        self.factor()
        self.conjugate()
        self.multiply()
        self.turn()
        self.blocks()
        self.apply()

    def atoms(self, kind: str) -> list[tuple[int, tuple[object, ...]]]:
        """The traces or determinants in the goal and in the facts."""
        return atoms(self.normalizer, (self.goal, *self.known.props, *self.squared), kind)

    def state(self, fact: st.Prop, wrap: Wrap) -> bool:
        """One more fact, where it has a value."""
        if fact in self.facts.props or not has_value(self.facts, fact):
            return False
        self.wraps.append(wrap)
        self.facts = self.facts.extended([fact])
        return True

    def has_roots(self) -> bool:
        """Whether roots are spoken of."""
        self.atoms("root")  # which reads what is said
        return any(key[0] == "root" for key in self.normalizer.atoms)

    def injective(self) -> None:
        """det(M) != 0 of a matrix that takes nothing but zero to zero."""
        for number, fact in enumerate(self.known.props):
            matrix = kernel_is_zero(fact)
            if matrix is not None:
                self.state(st.Relation("!=", tm.Determinant(matrix), ZERO), partial(ct.Injective, number))

    def apart(self) -> None:
        """tr((X - Y).T @ (X - Y)) > 0 where X != Y, and tr(X.T @ X) > 0 where its root is not 0."""
        for fact, wrap in lengths_apart(self.known):
            self.state(fact, wrap)

    def pair(self) -> None:
        """The inner products of the sides of an equation of columns with the columns that are spoken of, with themselves, and
        of A @ x with A.T @ x where no other column is spoken of."""
        spoken = self.goal.free.union(*(fact.free for fact in self.known.props))
        letters = [x for x in spoken if isinstance(x, tm.MatrixVariable) and x.columns == tm.SINGLE]
        for number, fact in enumerate(self.known.props):
            if not st.is_equation(fact) or not _is_column(fact.left):
                continue
            if len(self.squared) > MOST_STATED:
                break
            hole = tm.MatrixVariable(r"\square", *fact.left.shape)
            others: list[tm.Matrix] = [x for x in sorted(letters, key=str) if x.shape == hole.shape]
            turned = fact.left.left.T @ fact.left.right if fact.left.left.is_square and len(others) == 1 else hole
            for other in dict.fromkeys((hole, *others, turned)):
                term = tm.MatrixTrace(tm.Transpose(other) @ hole)
                sides = (substitute(term, {hole: side}) for side in (fact.left, tm.matrix_term(fact.right)))
                if self.state(st.Relation("=", *sides), partial(ct.Congruence, number, hole, term)):
                    self.squared.append(self.facts.props[-1])

    def lengths(self) -> None:
        """tr(x.T @ x) = c**2 where its root is said to be c."""
        for fact, proof in lengths(self.known):
            if self.state(fact, partial(ct.Have, fact, proof)):
                self.squared.append(fact)

    def columns(self) -> None:
        """What is said of all columns, at those that the traces end in."""
        words: list[Word] = [key[1] for _, key in self.atoms("trace")]  # type: ignore[misc]
        before = len(self.facts.props)
        wraps, self.facts = at_columns(self.facts, self.normalizer, words, self.goal)
        self.squared += [fact for fact in self.facts.props[before:] if fact.mentions(tm.Elementary)]
        self.wraps += wraps

    def semidefinite(self, search: Search) -> None:
        """What is known of the matrices that are said to be semidefinite, and of those with a determinant in the goal."""
        back = Readback(self.normalizer)
        spoken = atoms(self.normalizer, (self.goal,), "determinant")
        forms = [self.normalizer.thawed(*key[1:]) for _, key in spoken]  # type: ignore[arg-type]
        traces = atoms(self.normalizer, (self.goal,), "trace") if any(map(is_of_forms, self.known.props)) else []
        forms += [form for _, key in traces for form in self._rotations(key[1]) if is_enclosed(form)]  # type: ignore[arg-type]
        wraps, self.facts = signs_of_forms(search, self.facts, list(map(back.matrix, forms)))
        self.wraps += wraps
        for pair in pairs_of_columns(self.known, self.goal):
            number = len(self.facts.props)
            if self.state(*gram_of_form(number, *pair)) and (none := without_form(self.facts, number)) is not None:
                self.state(*none)
                self.squared.append(none[0])

    def squares(self) -> None:
        """tr(X.T @ X) >= 0, Cauchy-Schwarz and |X @ Y| <= |X| |Y|, for the X and Y that the traces are made of."""
        words: list[Word] = [key[1] for _, key in self.atoms("trace")]  # type: ignore[misc]
        pairs = pairs_of(self.normalizer, words)
        for x, y in [pair for own, other in pairs if own == other for pair in factors_of(own)]:
            whole, first, second = (tm.MatrixTrace(tm.Transpose(part) @ part) for part in (x @ y, x, y))
            if self.state(st.Relation("<=", whole, first * second), partial(ct.Submultiplicative, x, y)):
                self.squared.append(self.facts.props[-1])
        if self.goal.kind != "=":
            pairs += [(x, x) for x in enclosing(self.normalizer, self.goal, self.known.props)]
        normed = list(dict.fromkeys(normed_in(self.goal)))[:MOST_NORMED]
        pairs += [pair for pair in combinations(normed, 2) if pair[0].shape == pair[1].shape and pair not in pairs]
        for x, y in pairs:
            products = [tm.MatrixTrace(tm.Transpose(a) @ b) for a, b in ((x, x), (x, y), (y, y))]
            stated = (
                st.Relation(">=", products[0], ZERO),
                st.Relation("<=", products[1] ** 2, products[0] * products[2]),
            )
            if all(map(self.facts.evident, (need for fact in stated for need in definedness(fact)))):
                self.wraps.append(partial(ct.Frobenius, x, y))
                self.facts = self.facts.extended(stated)
                self.squared += stated
                if x != y:
                    self._root(products)

    def _root(self, products: list[tm.MatrixTrace]) -> None:
        """|<X, Y>| <= |X| |Y|, where roots are spoken of."""
        if self.has_roots():
            small, large = products[1] ** 2, products[0] * products[2]
            bound = st.Relation("<=", tm.Elementary("sqrt", (small,)), tm.Elementary("sqrt", (large,)))
            self.state(bound, partial(ct.Law, "sqrt_increasing", (small, large)))

    # By the equations of matrices -----------------------------------------------------------------

    def rewrite(self, deadline: Deadline) -> None:
        """The matrices inside, rewritten by the equations of matrices."""
        normalizer = self.normalizer
        inside: list[tuple[type, list[Form]]] = []
        kind: type
        for kind, word in ((tm.MatrixTrace, "trace"), (tm.Determinant, "determinant")):
            for _, key in self.atoms(word)[: 2 * MOST_STATED]:
                if key not in self.rewritten:
                    trace = kind is tm.MatrixTrace
                    inside.append((kind, self._rotations(key[1]) if trace else [normalizer.thawed(*key[1:])]))  # type: ignore[arg-type]
                    self.rewritten.add(key)
        if not inside:
            return
        completion = completed(self.known, *(form for _, forms in inside for form in forms))
        if completion is None:
            return
        for _ in range(MOST_STEPS):
            if deadline.over() or not completion.step():
                break
        back = Readback(normalizer)
        for kind, forms in inside[: 2 * MOST_STATED]:
            for _ in range(MOST_ROTATED):
                found = list[Form]()  # several ways to reduce a trace are equal; for an order one is enough
                for form in forms:
                    if found and self.goal.kind not in ("=", "!="):
                        break
                    rest, used = completion.reduced(form)
                    new = used and all(rest.terms != each.terms for each in found)
                    proof = as_certificate(self.known, used) if new else None
                    if proof is not None:
                        self._congruence(kind, st.Relation("=", back.matrix(form), back.matrix(rest)), proof)
                        found.append(rest)
                if not found or kind is not tm.MatrixTrace or len(found[0].terms) != 1:
                    break
                forms = self._rotations(next(iter(found[0].terms)))  # which may be reduced in another

    def _rotations(self, word: Word) -> list[Form]:
        """A word in all its rotations, which have one trace; one of one row and one column is a number, and no word."""
        one, place_of = self.normalizer.ring.constant(1), self.normalizer.place_of
        places = [(place_of(turned), turned) for turned in rotations(word)]
        return [Form(place, place, {turned: one}) for place, turned in places if place != tm.SINGLE]

    def _congruence(self, kind: type, equation: st.Relation, proof: Certificate) -> bool:
        """The equation of two matrices, and of their traces or determinants."""
        left, right = kind(equation.left), kind(equation.right)
        number = len(self.facts.props)
        if not self.state(equation, partial(ct.Have, equation, proof)):
            return False
        hole = tm.MatrixVariable(r"\square", *equation.left.shape)  # type: ignore[attr-defined]
        found = self.state(st.Relation("=", left, right), partial(ct.Congruence, number, hole, kind(hole)))
        if found and kind is tm.MatrixTrace:
            self.squared.append(self.facts.props[-1])
        return found

    def apply(self) -> None:
        """The traces of equal matrices and their determinants, where such are spoken of."""
        for kind, word in ((tm.MatrixTrace, "trace"), (tm.Determinant, "determinant")):
            coefficients = numbers_in_equations(self.known, self.goal) if kind is tm.MatrixTrace else []
            if not self.atoms(word) and not coefficients:
                continue
            for number, fact in enumerate(self.known.props):
                if st.is_equation(fact) and isinstance(fact.left, tm.Matrix):
                    if fact.left.is_square and len(self.wraps) < 2 * MOST_STATED:
                        hole = tm.MatrixVariable(r"\square", *fact.left.shape)
                        sides = kind(fact.left), kind(tm.matrix_term(fact.right))
                        self.state(st.Relation("=", *sides), partial(ct.Congruence, number, hole, kind(hole)))

    # Blocks ---------------------------------------------------------------------------------------

    def blocks(self) -> None:
        """det [A B; C D] = det(A) det(D - C A**-1 B), det(D) det(A - B D**-1 C)."""
        found = dict.fromkeys(part for prop in (self.goal, *self.known.props) for part in blocks_in(prop))
        for matrix in list(found)[:MOST_STATED]:
            a, b, c, d = (part for line in matrix.parts for part in line.parts)  # type: ignore[attr-defined]
            for last, (corner, rest) in enumerate(((a, d - c @ a**-1 @ b), (d, a - b @ d**-1 @ c))):
                value = tm.Determinant(corner) * tm.Determinant(rest)
                fact = st.Relation("=", tm.Determinant(matrix), value)
                if self.state(fact, partial(ct.Schur, matrix, bool(last))):
                    self.equal.append(len(self.facts.props) - 1)
                    if corner.shape == rest.shape:
                        self._expanded(corner @ rest)
                        self._expanded(rest @ corner)
            equation = sheared(self.facts, matrix, a, b, c, d) if a.shape == d.shape else None
            if equation is not None and self._congruence(tm.Determinant, equation, ct.Evident()):
                self.equal.append(len(self.facts.props) - 1)

    def _expanded(self, product: tm.Matrix) -> None:
        """The determinant of a product multiplied out, where the equations change what it is."""
        form = self.normalizer.matrix(product)
        completion = completed(self.known, form)
        if completion is None:
            return
        for _ in range(MOST_STEPS):
            rest, used = completion.reduced(form)
            if used or not completion.step():
                break
        proof = as_certificate(self.known, used) if used else None
        if proof is not None:
            self._congruence(tm.Determinant, st.Relation("=", product, Readback(self.normalizer).matrix(rest)), proof)

    # Sylvester ------------------------------------------------------------------------------------

    def factor(self) -> None:
        """det(1 + U V) = det(1 + V U), det(A + R) = det(A) det(1 + A**-1 R)."""
        normalizer, back = self.normalizer, Readback(self.normalizer)
        spoken = {number for number, _ in self.atoms("determinant")}
        for number, key in self.atoms("determinant")[:MOST_STATED]:
            form = normalizer.thawed(*key[1:])  # type: ignore[arg-type]
            if () in form.terms:
                self._exchange(form, spoken - {number})
                continue
            for word in form.terms:
                letter = back.word(word, form.rows)
                if len(form.terms) == 1 or not letter.is_square:
                    continue
                if not self.facts.evident(st.Relation("!=", tm.Determinant(letter), ZERO)):
                    continue
                factor = normalizer.matrix_power(normalizer.matrix(letter), normalizer.ring.constant(-1))
                rest = normalizer.matrix_product(factor, form)
                coefficient = rest.terms.get(())
                if coefficient is None or normalizer.ring.as_constant(coefficient) != 1:
                    continue
                if not self._exchange(rest, spoken):
                    continue
                equation = st.Relation("=", back.matrix(form), letter @ back.matrix(rest))
                if self.facts.evident(equation) and self._congruence(tm.Determinant, equation, ct.Evident()):
                    self.equal.append(len(self.facts.props) - 1)
                    break

    def conjugate(self) -> None:
        """det(U M U**-1 + s) = det(M + s) for an invertible U."""
        spoken = {number: self.normalizer.thawed(*key[1:]) for number, key in self.atoms("determinant")[:MOST_STATED]}  # type: ignore[arg-type]
        for equation in conjugated(self.facts, self.normalizer, spoken):
            if self._congruence(tm.Determinant, equation, ct.Evident()):
                self.equal.append(len(self.facts.props) - 1)
        for equation, needed, weight in inside_inverses(self.known, self.normalizer, spoken):
            if needed not in self.facts.props:
                proof = by_completion(self.known, needed, Deadline.now().after(SECONDS))
                if proof is None or not self.state(needed, partial(ct.Have, needed, proof)):
                    continue
            piece = ct.MatrixPiece(weight, needed.right, self.facts.props.index(needed), needed.right)  # type: ignore[arg-type]
            self._congruence(tm.Determinant, equation, ct.MatrixCombination((piece,)))

    def multiply(self) -> None:
        """det(X) det(Y) in the goal is det(X Y), multiplied out and rewritten by the equations."""
        inside = {number: self.normalizer.thawed(*key[1:]) for number, key in self.atoms("determinant")}  # type: ignore[arg-type]
        for plain in multiplied(self.normalizer, self.goal, inside):
            self._expanded(plain.left)  # type: ignore[arg-type]
            if are_spoken_of(self.normalizer, tm.Determinant(plain.right), inside.keys()):  # type: ignore[arg-type]
                self._congruence(tm.Determinant, plain, ct.Evident())

    def turn(self) -> None:
        """det(U) det(M) = det(U M)."""
        spoken = {number: self.normalizer.thawed(*key[1:]) for number, key in self.atoms("determinant")}  # type: ignore[arg-type]
        for equation, proof in turned(self.known, list(spoken.values()), set(spoken)):
            self._congruence(tm.Determinant, equation, proof)

    def _exchange(self, form: Form, spoken: set[int]) -> bool:
        """det(1 + U V) = det(1 + V U) for the U V of a form, where the latter is spoken of or is no determinant."""
        normalizer, back = self.normalizer, Readback(self.normalizer)
        if normalizer.ring.as_constant(form.terms[()]) != 1:
            return False
        for left, right in splits(self.normalizer, form):
            u, v = back.matrix(left), back.matrix(right)
            fact = st.Relation("=", *(tm.Determinant(tm.Identity(p.shape[0]) + p) for p in (u @ v, v @ u)))
            if are_spoken_of(normalizer, fact.right, spoken) and self.state(fact, partial(ct.Sylvester, u, v)):
                self.equal.append(len(self.facts.props) - 1)
                return True
        return False
