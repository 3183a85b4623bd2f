"""The laws by which values are combined: products of vectors, deltas, sums; those of functions are in `functions`.

Each method states a law that holds for all real values wherever both sides have one. Trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flint import fmpq

from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.trusted.normal.atoms import Linear
from symproof.trusted.normal.counting import Counting
from symproof.trusted.polynomial import Monomial, Quotient

UNROLL, PEEL = 32, 8
"""The longest sums that are written out, and the most last terms that are."""
Modulus = Quotient


class Algebra(Counting):
    """Operations on normal forms."""

    # Vectors: <,> is bilinear and symmetric -------------------------------------------------------

    def inner(self, left: Linear, right: Linear) -> Quotient:
        """<left, right>, expanded to Gram atoms; a sum of vectors is a sum of inner products."""
        ring = self.ring
        return ring.total(
            ring.multiply(ring.multiply(a, b), self.gram(i, j)) for i, a in left.items() for j, b in right.items()
        )

    def gram(self, i: int, j: int) -> Quotient:
        """The inner product of two vector atoms."""
        i, j = min(i, j), max(i, j)
        for this, other in ((i, j), (j, i)):
            key = self.vectors[this]
            if key[0] == "sum":  # <sum c(t) a(t), b> = sum c(t) <a(t), b>
                number, unit, vector, length = self.open_vector_sum(key)
                body = self.ring.multiply(unit, self.inner(vector, {other: self.ring.constant(1)}))
                return self.sum_over(body, number, length)
        one = self.ring.constant(1)
        return self.atom(("inner", i, j), ({i: one}, {j: one}))

    def norm(self, vector: Linear) -> Quotient:
        """The root of <v, v>; of a multiple of one atom, |c| times the atom's norm."""
        if not vector:
            return self.ring.constant(0)
        factor = self.ring.constant(1)
        if len(vector) == 1:
            ((number, coefficient),) = vector.items()
            factor, vector = self.absolute(coefficient), {number: factor}
        root = self.root(self.inner(vector, vector))
        atom = self.single(root)
        if atom is not None:
            self.lengths.setdefault(atom, vector)
        return self.ring.multiply(factor, root)

    # Indices --------------------------------------------------------------------------------------

    def delta(self, value: Quotient, modulus: Modulus | None) -> Quotient:
        """Kronecker's delta, even in its index. Modulo n a constant stays open: 1 is 0 modulo 1."""
        ring = self.ring
        constant = ring.as_constant(value)
        if constant == 0:
            return ring.constant(1)
        period = None if modulus is None else ring.as_constant(modulus)
        if constant is not None and modulus is None:
            return ring.constant(0)
        if constant is not None and period is not None and period >= 1:
            return ring.constant(int(constant % period == 0))
        if value.num.leading_coefficient() < 0:
            value = ring.negative(value)
        parts = (value,) if modulus is None else (value, modulus)
        atom = self.atom(("delta", *map(ring.freeze, parts)), parts)
        return self.with_square(atom, atom)

    def member(self, sequence: tm.Sequence, place: Quotient) -> Quotient:
        """A member of a sequence of scalars."""
        return self.atom(("at", sequence, self.ring.freeze(place)), (place,))

    # Sums -----------------------------------------------------------------------------------------

    def sum_over(self, body: Quotient, number: int, length: Quotient) -> Quotient:
        """The sum of `body` for the open letter from 0 to `length`: linear, unrolled where the length is a number."""
        ring = self.ring
        constant = ring.as_constant(length)
        if ring.is_zero(body) or (constant is not None and constant < 0):
            return ring.constant(0)
        if constant is not None and constant <= UNROLL and constant.denominator == 1:
            places = range(int(constant) + 1)
            return self.reduce(ring.total(self.replace(body, {number: ring.constant(k)}) for k in places))
        shorter, last = self._last_places(length)
        if last:
            terms = [self.replace(body, {number: place}) for place in last]
            letter, value = self._letter_below(shorter)
            first = self.sum_over(self.replace(body, {number: value}), letter, shorter)
            self.release(letter)
            return self.reduce(ring.total([first, *terms]))
        count = ring.add(length, ring.constant(1))
        addends = []
        for factor, unit in self.split(body, number, length):
            if ring.as_constant(unit) == 1 and self.is_natural(count):  # as many ones as there are members
                addends.append(ring.multiply(factor, count))
            else:
                addends.append(ring.multiply(factor, self._close("sum", unit, number, length, natural=True)))
        return ring.total(addends)

    def _last_places(self, length: Quotient) -> tuple[Quotient, list[Quotient]]:
        """Where sums give up their last terms: a length that may be -1, and the places that are left. Of a count n + 2
        with n >= 1, n - 1 are kept."""
        ring = self.ring
        rest, shift = self.without_constant(ring.add(length, ring.constant(1)))
        least = self.least(rest) if self.peels and self.is_integral(rest) and shift.denominator == 1 else None
        if least is None or not 0 < least + shift <= PEEL:
            return length, []
        kept = ring.subtract(rest, ring.constant(least))
        return ring.subtract(kept, ring.constant(1)), [
            ring.add(kept, ring.constant(k)) for k in range(int(least + shift))
        ]

    def _letter_below(self, top: Quotient) -> tuple[int, Quotient]:
        """A fresh open letter for the places up to `top`."""
        number, value = self.placeholder(natural=True)
        self.tops[number] = top
        return number, value

    def cyclic_sum(self, body: Quotient, number: int, modulus: Modulus) -> Quotient:
        """The sum of `body` for the open letter over Z/n, n >= 1: linear, and a delta of the letter sifts."""
        ring = self.ring
        addends = []
        for factor, unit in self.split(body, number):
            sifted = self._sift(unit, number, modulus)
            if sifted is not None:
                addends.append(ring.multiply(factor, sifted))
            elif ring.as_constant(unit) == 1:
                addends.append(ring.multiply(factor, modulus))  # n ones
            else:
                addends.append(ring.multiply(factor, self._close("cyclic", unit, number, modulus, natural=False)))
        return self.reduce(ring.total(addends))

    def product_over(self, body: Quotient, number: int, length: Quotient) -> Quotient:
        """The product of `body` for the open letter from 0 to `length`, unrolled where the length is a number."""
        ring = self.ring
        constant = ring.as_constant(length)
        if constant is not None and constant < 0:
            return ring.constant(1)
        if constant is not None and constant <= UNROLL and constant.denominator == 1:
            result = ring.constant(1)
            for k in range(int(constant) + 1):
                result = ring.multiply(result, self.replace(body, {number: ring.constant(k)}))
            return self.reduce(result)
        shorter, last = self._last_places(length)
        if last:
            letter, value = self._letter_below(shorter)
            result = self.product_over(self.replace(body, {number: value}), letter, shorter)
            self.release(letter)
            for place in last:
                result = ring.multiply(result, self.replace(body, {number: place}))
            return self.reduce(result)
        if ring.is_zero(body):
            return self._close("product", body, number, length, natural=True)
        top = self._product_of_factors(Quotient(body.num), number, length)
        if body.den is None:
            return top
        return ring.multiply(top, self.inverse(self._product_of_factors(Quotient(body.den), number, length)))

    def _product_of_factors(self, body: Quotient, number: int, length: Quotient) -> Quotient:
        """The product of a polynomial body, factor by factor: that of f*g is that of f times that of g."""
        ring = self.ring
        count = ring.add(length, ring.constant(1))
        natural = self.is_natural(count)
        scale, factors = ring.factors(body)
        fixed = [(ring.scale(ring.constant(1), scale), 1)] if scale != 1 else []
        result = ring.constant(1)
        for factor, multiplicity in factors:
            if number not in self.look_inside((factor,))[0]:
                fixed.append((factor, multiplicity))
                continue
            closed = self.linear_product(factor, number, count) if natural else None
            if closed is None:
                closed = self._close("product", factor, number, length, natural=True)
            result = ring.multiply(result, ring.power(closed, multiplicity))
        if fixed and not natural:  # as many factors as the range has places: none where it ends before it begins
            count = self._close("sum", ring.constant(1), number, length, natural=True)
        for factor, multiplicity in fixed:
            result = ring.multiply(result, self._integer_power(self.power(factor, count), multiplicity))
        return self.reduce(result)

    def vector_sum(self, body: Linear, number: int, length: Quotient) -> Linear:
        """The sum of a vector for the open letter from 0 to `length`, likewise."""
        ring = self.ring
        constant = ring.as_constant(length)
        if not body or (constant is not None and constant < 0):
            return {}
        if constant is not None and constant <= UNROLL and constant.denominator == 1:
            places = [ring.constant(k) for k in range(int(constant) + 1)]
            return self.combine((ring.constant(1), self.replace_vector(body, {number: place})) for place in places)
        shorter, last = self._last_places(length)
        if last:
            terms = [(ring.constant(1), self.replace_vector(body, {number: place})) for place in last]
            letter, value = self._letter_below(shorter)
            first = self.vector_sum(self.replace_vector(body, {number: value}), letter, shorter)
            self.release(letter)
            return self.combine([(ring.constant(1), first), *terms])
        parts: list[tuple[Quotient, Linear]] = []
        for atom, coefficient in body.items():
            if number in self.vector_open_letters(atom):
                for factor, unit in self.split(coefficient, number, length):
                    parts.append((factor, self._close_vector(unit, atom, number, length)))
            else:
                parts.append((self.sum_over(coefficient, number, length), {atom: ring.constant(1)}))
        return self.combine(parts)

    def split(self, body: Quotient, number: int, length: Quotient | None = None) -> list[tuple[Quotient, Quotient]]:
        """`body` as a sum of factor * unit, where no factor and every unit depends on the open letter, or is 1.

        A sum from 0 to `length` may be empty, and then its body need not have a value: sum(1/n, k, 1, n) is 0 for n = 0,
        and not n * (1/n). So a denominator that may be 0 there stays in the units.
        """
        ring = self.ring
        outer, inner, kept = ring.constant(1), ring.constant(1), ring.constant(1)  # of the denominator
        within: list[tuple[Quotient, int]] = []  # the factors of `inner`
        if body.den is not None:
            constant, factors = ring.factors(Quotient(body.den))
            outer = ring.scale(outer, constant)
            for factor, multiplicity in factors:
                piece = ring.power(factor, multiplicity)
                if number in self.look_inside((factor,))[0]:
                    inner = ring.multiply(inner, piece)
                    within.append((factor, multiplicity))
                elif length is None or self._has_members(length) or any(map(self.is_never_zero, (factor, piece))):
                    outer = ring.multiply(outer, piece)
                else:
                    kept = ring.multiply(kept, piece)
        groups: dict[Monomial, list[tuple[Monomial, fmpq]]] = {}
        for monomial, coefficient in ring.numerator_terms(body):
            inside = tuple((k, e) for k, e in monomial if number in self.open_letters(k))
            outside = tuple((k, e) for k, e in monomial if number not in self.open_letters(k))
            groups.setdefault(inside, []).append((outside, coefficient))
        found: list[tuple[Quotient, Quotient]] = []
        for inside, terms in groups.items():
            factor = ring.quotient(ring.from_terms(terms), outer)
            units = self.partial_fractions(inside, within, number) if within else None
            if units is None:
                found.append((factor, ring.quotient(ring.from_terms([(inside, 1)]), ring.multiply(inner, kept))))
            else:
                found += [
                    (ring.multiply(factor, coefficient), ring.quotient(unit, kept)) for coefficient, unit in units
                ]
        return found

    def _has_members(self, length: Quotient) -> bool:
        """Whether a sum from 0 to `length` is known not to be empty."""
        constant = self.ring.as_constant(length)
        return self.is_natural(length) or self.stands(">=", length) if constant is None else constant >= 0

    def _close(self, kind: str, unit: Quotient, number: int, extent: Quotient, *, natural: bool) -> Quotient:
        """The atom of a sum whose body is `unit`: its open letter becomes the canonical one of its depth."""
        depth = self.look_inside((unit,))[1]
        letter, value = self.bound_letter(depth, natural=natural)
        body = self.replace(unit, {number: value})
        return self.atom((kind, depth, self.ring.freeze(body), self.ring.freeze(extent)), (body, extent), closes=letter)

    def _close_vector(self, unit: Quotient, atom: int, number: int, length: Quotient) -> Linear:
        one = {atom: self.ring.constant(1)}
        depth = self.look_inside((unit, one))[1]
        letter, value = self.bound_letter(depth, natural=True)
        body, vector = self.replace(unit, {number: value}), self.replace_vector(one, {number: value})
        key = ("sum", depth, self.ring.freeze(body), self.freeze_vector(vector), self.ring.freeze(length))
        return self.vector_atom(key, (body, vector, length), closes=letter)

    def open_vector_sum(self, key: tuple[object, ...]) -> tuple[int, Quotient, Linear, Quotient]:
        """A sum of vectors opened again: its letter, the coefficient and the vector under it, its length."""
        _, depth, unit, vector, length = key
        bound, _ = self.bound_letter(depth, natural=True)  # type: ignore[arg-type]  # as _close_vector wrote it
        number, value = self.placeholder(natural=True)
        self.tops[number] = self.ring.thaw(length)  # type: ignore[arg-type]
        opened = {bound: value}
        return (
            number,
            self.replace(self.ring.thaw(unit), opened),  # type: ignore[arg-type]
            self.replace_vector(self.thaw_vector(vector), opened),  # type: ignore[arg-type]
            self.ring.thaw(length),  # type: ignore[arg-type]
        )

    def _sift(self, unit: Quotient, number: int, modulus: Modulus) -> Quotient | None:
        """sum_b delta(b - e) f(b) = f(e) over Z/n; None where no delta fixes the letter."""
        ring = self.ring
        frozen = ring.freeze(modulus)
        for generator in ring.generators(unit):
            key = self.atoms[generator]
            if key[0] != "delta" or len(key) != 3 or key[2] != frozen:
                continue
            argument = ring.thaw(key[1])
            coefficient = dict(ring.numerator_terms(argument)).get(((number, 1),))
            if coefficient is None or abs(coefficient) != 1 or argument.den is not None:
                continue
            rest = ring.subtract(argument, ring.scale(ring.generator(number), coefficient))
            if number in self.look_inside((rest,))[0]:
                continue
            return self.replace(unit, {number: ring.scale(rest, -coefficient)})
        return None

    # Replacing open letters -----------------------------------------------------------------------

    def replace(self, value: Quotient, letters: Mapping[int, Quotient]) -> Quotient:
        """`value` with open letters replaced, every atom that holds one made anew."""
        replaced = {
            number: self._replace_atom(number, letters)
            for number in self.ring.generators(value)
            if not self._open[number].isdisjoint(letters)
        }
        if not replaced:
            return value
        top = self.ring.compose(Quotient(value.num), replaced)
        if value.den is None:
            return self.reduce(top)
        bottom = self.reduce(self.ring.compose(Quotient(value.den), replaced))
        return self.reduce(self.ring.multiply(top, self.inverse(bottom)))

    def replace_vector(self, vector: Linear, letters: Mapping[int, Quotient]) -> Linear:
        """A vector with open letters replaced."""
        one = self.ring.constant(1)
        return self.combine(
            (
                self.replace(value, letters),
                {number: one}
                if self._vector_open[number].isdisjoint(letters)
                else self._replace_vector_atom(number, letters),
            )
            for number, value in vector.items()
        )

    def _replace_atom(self, number: int, letters: Mapping[int, Quotient]) -> Quotient:
        def new(frozen: object) -> Quotient:
            return self.replace(self.ring.thaw(frozen), letters)  # type: ignore[arg-type]  # keys hold frozen values

        match self.atoms[number]:
            case ("placeholder" | "bound", *_):
                return letters[number]
            case ("at", sequence, place):
                return self.member(sequence, new(place))
            case ("apply", function, ("scalar", arg)):
                return self.apply(function, new(arg))
            case ("apply", function, ("vector", arg)):
                return self.apply(function, self.replace_vector(self.thaw_vector(arg), letters))
            case ("power", base, exponent):
                return self.power(new(base), new(exponent))
            case ("root", square):
                return self.root(new(square))
            case ("function", name, value):
                return self.function(name, new(value))
            case ("factorial", value):
                return self.factorial(new(value))
            case ("floor", value):
                return self.floor(new(value))
            case ("binomial", top, bottom):
                return self.binomial(new(top), new(bottom))
            case ("rising", start, length):
                return self.rising(self.ring.thaw(start), new(length))
            case ("delta", value):
                return self.delta(new(value), None)
            case ("delta", value, modulus):
                return self.delta(new(value), new(modulus))
            case ("entry", matrix, row, column):
                return self.matrix_entry(matrix, new(row), new(column))
            case ("inner", i, j):
                one = self.ring.constant(1)
                return self.inner(self.replace_vector({i: one}, letters), self.replace_vector({j: one}, letters))
            case ("sum" | "product" | "cyclic" as kind, depth, unit, extent):
                bound, _ = self.bound_letter(depth, natural=kind != "cyclic")
                fresh, value = self.placeholder(natural=kind != "cyclic")
                length = new(extent)
                if kind != "cyclic":
                    self.tops[fresh] = length
                body = self.replace(self.ring.thaw(unit), {**letters, bound: value})
                close: Callable[[Quotient, int, Quotient], Quotient] = {
                    "sum": self.sum_over, "product": self.product_over, "cyclic": self.cyclic_sum
                }[kind]  # fmt: skip
                closed = close(body, fresh, length)
                self.release(fresh)
                return closed
            case key:
                raise UnknownOperator(f"no rule to replace inside {key[0]}")

    def _replace_vector_atom(self, number: int, letters: Mapping[int, Quotient]) -> Linear:
        match self.vectors[number]:
            case ("at", sequence, place):
                return self.vector_member(sequence, self.replace(self.ring.thaw(place), letters))
            case ("gradient", function, arg):
                return self.gradient_at(function, self.replace_vector(self.thaw_vector(arg), letters))
            case ("sum", *_) as key:
                fresh, unit, vector, length = self.open_vector_sum(key)
                body = {k: self.ring.multiply(unit, value) for k, value in vector.items()}
                return self.vector_sum(self.replace_vector(body, letters), fresh, self.replace(length, letters))
            case key:
                raise UnknownOperator(f"no rule to replace inside {key[0]}")

    def apply(self, function: tm.Function, arg: Quotient | Linear) -> Quotient:
        """A function known by hypotheses only, at a value."""
        if isinstance(arg, Quotient):
            return self.atom(("apply", function, ("scalar", self.ring.freeze(arg))), (arg,))
        return self.atom(("apply", function, ("vector", self.freeze_vector(arg))), (arg,))

    def gradient_at(self, function: tm.Function, arg: Linear) -> Linear:
        """The gradient of such a function at a vector."""
        return self.vector_atom(("gradient", function, self.freeze_vector(arg)), (arg,))

    def vector_member(self, sequence: tm.Sequence, place: Quotient) -> Linear:
        """A member of a sequence of vectors."""
        return self.vector_atom(("at", sequence, self.ring.freeze(place)), (place,))

    def matrix_entry(self, matrix: tm.MatrixVariable, row: Quotient, column: Quotient) -> Quotient:
        """An entry of a matrix letter."""
        return self.atom(("entry", matrix, self.ring.freeze(row), self.ring.freeze(column)), (row, column))
