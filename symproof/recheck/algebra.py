"""Operations on normal forms: products of vectors, deltas, sums, and replacing the open letters of sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .apart import apart
from .atoms import ONE, Linear
from .counting import Counting
from .polynomial import UNIT, NotNormal, Poly, coefficients, factors, lead, lead_beside, pdivide, pgcd, pscale
from .rational import (
    Quotient,
    add,
    as_constant,
    composed,
    constant,
    generator,
    generators,
    multiply,
    negative,
    quotient,
    scale,
    subtract,
    thawed,
    total,
)  # fmt: skip
from .terms import Node

UNROLL = 32


class Algebra(Counting):
    """Operations on normal forms; each states a law that holds wherever both sides have a value."""

    def inner(self, left: Linear, right: Linear) -> Quotient:
        """<left, right>: bilinear and symmetric."""
        return total(multiply(multiply(a, b), self.gram(i, j)) for i, a in left.items() for j, b in right.items())

    def gram(self, i: int, j: int) -> Quotient:
        """The inner product of two vector atoms; of a sum, the sum of the inner products."""
        i, j = min(i, j), max(i, j)
        for this, other in ((i, j), (j, i)):
            if self.vectors[this][0] == "sum":
                letter, unit, vector, length = self.open_vector_sum(self.vectors[this])
                return self.sum_over(multiply(unit, self.inner(vector, {other: ONE})), letter, length)
        return self.atom(("inner", i, j), ({i: ONE}, {j: ONE}))

    def norm(self, vector: Linear) -> Quotient:
        """The root of <v, v>; of a multiple of an atom, |c| times the atom's norm."""
        if not vector:
            return constant(0)
        if len(vector) == 1:
            ((k, c),) = vector.items()
            return multiply(self.absolute(c), self.root(self.gram(k, k)))
        return self.root(self.inner(vector, vector))

    def delta(self, value: Quotient, modulus: Quotient | None) -> Quotient:
        """Kronecker's delta, even in its index."""
        number_, period = as_constant(value), None if modulus is None else as_constant(modulus)
        if number_ == 0:
            return ONE
        if number_ is not None and modulus is None:
            return constant(0)
        if number_ is not None and period is not None and period >= 1:
            return constant(int(number_ % period == 0))
        value = negative(value) if lead(value.num) < 0 else value
        parts = (value,) if modulus is None else (value, modulus)
        atom = self.atom(("delta", *(part.key() for part in parts)), parts)
        return self.with_square(atom, atom)

    # Sums -----------------------------------------------------------------------------------------

    def sum_over(self, body: Quotient, letter: int, length: Quotient) -> Quotient:
        """The sum of a body for the open letter from 0 to `length`."""
        size = as_constant(length)
        if not body.num or (size is not None and size < 0):
            return constant(0)
        if size is not None and size <= UNROLL and size.denominator == 1:
            return self.reduce(total(self.replace(body, {letter: constant(k)}) for k in range(int(size) + 1)))
        shorter, last = self.last_places(length)
        if last:
            k, value = self._letter_below(shorter)
            first = self.sum_over(self.replace(body, {letter: value}), k, shorter)
            return self.reduce(total([first, *(self.replace(body, {letter: place}) for place in last)]))
        members, addends = add(length, ONE), []
        for factor, unit in self.split(body, letter, length):
            counted = as_constant(unit) == 1 and self.is_natural(members)
            addends.append(multiply(factor, members if counted else self.closed("sum", unit, letter, length, True)))
        return total(addends)

    def _letter_below(self, top: Quotient) -> tuple[int, Quotient]:
        """A fresh open letter for the places up to `top`."""
        letter, value = self.placeholder(True)
        self.tops[letter] = top
        return letter, value

    def cyclic_sum(self, body: Quotient, letter: int, modulus: Quotient) -> Quotient:
        """The sum over Z/n: a delta of the letter sifts, n ones are n."""
        addends = []
        for factor, unit in self.split(body, letter):
            found = self.sifted(unit, letter, modulus)
            if found is None:
                found = modulus if as_constant(unit) == 1 else self.closed("cyclic", unit, letter, modulus, False)
            addends.append(multiply(factor, found))
        return self.reduce(total(addends))

    def product_over(self, body: Quotient, letter: int, length: Quotient) -> Quotient:
        """The product of a body for the open letter from 0 to `length`."""
        size = as_constant(length)
        if size is not None and size < 0:
            return ONE
        if size is not None and size <= UNROLL and size.denominator == 1:
            result = ONE
            for k in range(int(size) + 1):
                result = multiply(result, self.replace(body, {letter: constant(k)}))
            return self.reduce(result)
        shorter, last = self.last_places(length)
        if last:
            k, value = self._letter_below(shorter)
            result = self.product_over(self.replace(body, {letter: value}), k, shorter)
            for place in last:
                result = multiply(result, self.replace(body, {letter: place}))
            return self.reduce(result)
        if not body.num:
            return self.closed("product", body, letter, length, True)
        top = self._product_of_factors(body.num, letter, length)
        if body.den == UNIT:
            return top
        return multiply(top, self.inverse(self._product_of_factors(body.den, letter, length)))

    def _product_of_factors(self, body: Poly, letter: int, length: Quotient) -> Quotient:
        """The product of a polynomial body, factor by factor."""
        count = add(length, ONE)
        natural = self.is_natural(count)
        parts = [pscale(part, 1 / lead_beside(part, letter)) for part in factors(body, (), letter)]
        fixed, result = [constant(lead_beside(body, letter))], ONE
        for part in map(Quotient, parts):
            if letter not in self.inside((part,))[0]:
                fixed.append(part)
                continue
            closed = self.linear_product(part, letter, count) if natural else None
            result = multiply(result, self.closed("product", part, letter, length, True) if closed is None else closed)
        if not natural:  # as many factors as the range has places
            count = self.closed("sum", ONE, letter, length, True)
        for part in fixed:
            result = multiply(result, self.integer_exponent(part, count))
        return self.reduce(result)

    def vector_sum(self, body: Linear, letter: int, length: Quotient) -> Linear:
        """The sum of a vector, likewise."""
        size = as_constant(length)
        if not body or (size is not None and size < 0):
            return {}
        if size is not None and size <= UNROLL and size.denominator == 1:
            return self.combined((ONE, self.replace_vector(body, {letter: constant(k)})) for k in range(int(size) + 1))
        shorter, last = self.last_places(length)
        if last:
            k, value = self._letter_below(shorter)
            first = self.vector_sum(self.replace_vector(body, {letter: value}), k, shorter)
            return self.combined([(ONE, first), *((ONE, self.replace_vector(body, {letter: p})) for p in last)])
        parts: list[tuple[Quotient, Linear]] = []
        for atom, c in body.items():
            if letter in self.vector_open[atom]:
                parts += [
                    (f, self.closed_vector(unit, atom, letter, length)) for f, unit in self.split(c, letter, length)
                ]
            else:
                parts.append((self.sum_over(c, letter, length), {atom: ONE}))
        return self.combined(parts)

    def split(self, body: Quotient, letter: int, length: Quotient | None = None) -> list[tuple[Quotient, Quotient]]:
        """A body as a sum of factor * unit: no factor depends on the open letter, every unit does or is 1. Under a sum that
        may be empty a denominator that may be 0 there stays in the units."""
        inside = [k for k in generators(body) if letter in self.open[k]]
        outer: Any = {}
        for c in coefficients(body.den, inside).values():
            outer = pgcd(outer, c)
        rest = pdivide(body.den, outer)
        assert rest is not None  # as it divides every coefficient
        kept = ONE if length is None or self._has_members(length) else self._may_be_zero(outer)
        outer = pdivide(outer, kept.num)
        assert outer is not None  # as its factors divide it
        found: list[tuple[Quotient, Quotient]] = []
        for unit, top in coefficients(body.num, inside).items():
            factor = quotient(top, outer)
            units = apart(unit, rest, letter) if any(rest) else None
            if units is None:
                units = [(ONE, quotient({unit: 1}, rest))]
            found += [(multiply(factor, c), multiply(part, self.inverse(kept))) for c, part in units]
        return found

    def _may_be_zero(self, value: Poly) -> Quotient:
        """The product of the factors that are not known to be other than 0."""
        result = ONE
        for factor in factors(value, ()):
            piece = ONE
            while (rest := pdivide(value, factor)) is not None:  # it may stand there more than once
                piece, value = multiply(piece, Quotient(factor)), rest
            if not any(map(self.is_never_zero, (Quotient(factor), piece))):
                result = multiply(result, piece)
        return result

    def _has_members(self, length: Quotient) -> bool:
        """Whether a sum from 0 to `length` is known not to be empty."""
        size = as_constant(length)
        return self.is_natural(length) or self.stands(">=", length) if size is None else size >= 0

    def closed(self, kind: str, unit: Quotient, letter: int, extent: Quotient, natural: bool) -> Quotient:
        """The atom of a sum or product."""
        depth = self.inside((unit,))[1]
        canonical, value = self.letter(("bound", depth, natural))
        body = self.replace(unit, {letter: value})
        return self.atom((kind, depth, body.key(), extent.key()), (body, extent), closes=canonical)

    def closed_vector(self, unit: Quotient, atom: int, letter: int, length: Quotient) -> Linear:
        """The atom of a sum of vectors."""
        depth = self.inside((unit, {atom: ONE}))[1]
        canonical, value = self.letter(("bound", depth, True))
        body, vector = self.replace(unit, {letter: value}), self.replace_vector({atom: ONE}, {letter: value})
        key = ("sum", depth, body.key(), self.vector_key(vector), length.key())
        return self.vector_atom(key, (body, vector, length), closes=canonical)

    def open_vector_sum(self, key: Any) -> tuple[int, Quotient, Linear, Quotient]:
        """A sum of vectors opened again: its letter, coefficient, vector and length."""
        _, depth, unit, vector, length = key
        canonical, _ = self.letter(("bound", depth, True))
        letter, value = self.placeholder(True)
        self.tops[letter] = thawed(length)
        body = self.replace(thawed(unit), {canonical: value})
        return letter, body, self.replace_vector(self.thawed_vector(vector), {canonical: value}), thawed(length)

    def sifted(self, unit: Quotient, letter: int, modulus: Quotient) -> Quotient | None:
        """sum_b delta(b - e) f(b) = f(e) over Z/n; None where no delta fixes the letter."""
        for k in generators(unit):
            key = self.atoms[k]
            if key[0] != "delta" or len(key) != 3 or key[2] != modulus.key():
                continue
            place = thawed(key[1])
            c = place.num.get(((letter, 1),))
            if place.den != UNIT or c is None or abs(c) != 1:
                continue
            rest = subtract(place, scale(generator(letter), c))
            if letter not in self.inside((rest,))[0]:
                return self.replace(unit, {letter: scale(rest, -c)})
        return None

    # Replacing open letters -----------------------------------------------------------------------

    def replace(self, value: Quotient, letters: Mapping[int, Quotient]) -> Quotient:
        """A value with open letters replaced, every atom that holds one made anew."""
        touched = [k for k in generators(value) if not self.open[k].isdisjoint(letters)]
        if not touched:
            return value
        replaced = {k: self.replaced_atom(k, letters) for k in touched}
        top = self.reduce(composed(Quotient(value.num), replaced))
        if value.den == UNIT:
            return top
        return self.reduce(multiply(top, self.inverse(self.reduce(composed(Quotient(value.den), replaced)))))

    def replace_vector(self, vector: Linear, letters: Mapping[int, Quotient]) -> Linear:
        """A vector, likewise."""
        return self.combined(
            (
                self.replace(value, letters),
                {k: ONE} if self.vector_open[k].isdisjoint(letters) else self.replaced_vector_atom(k, letters),
            )
            for k, value in vector.items()
        )

    def replaced_atom(self, k: int, letters: Mapping[int, Quotient]) -> Quotient:
        """An atom made anew."""

        def new(key: Any) -> Quotient:
            return self.replace(thawed(key), letters)

        match self.atoms[k]:
            case ("placeholder" | "bound", *_):
                return letters[k]
            case ("at" | "entry" as kind, symbol, *places):
                parts = [new(place) for place in places]
                return self.atom((kind, symbol, *(part.key() for part in parts)), parts)
            case ("apply", function, "scalar", arg):
                return self.apply(function, new(arg))
            case ("apply", function, "vector", arg):
                return self.apply(function, self.replace_vector(self.thawed_vector(arg), letters))
            case ("power", base, exponent):
                return self.integer_exponent(new(base), new(exponent))
            case ("root", square):
                return self.root(new(square))
            case ("function", name, value):
                return self.function(name, new(value))
            case ("factorial", value):
                return self.factorial(new(value))
            case ("floor", value):
                return self.floor(new(value))
            case ("binomial", above, below):
                return self.binomial(new(above), new(below))
            case ("rising", start, length):
                return self.rising(thawed(start), new(length))
            case ("delta", value):
                return self.delta(new(value), None)
            case ("delta", value, modulus):
                return self.delta(new(value), new(modulus))
            case ("inner", i, j):
                return self.inner(self.replace_vector({i: ONE}, letters), self.replace_vector({j: ONE}, letters))
            case ("sum" | "product" | "cyclic" as kind, depth, unit, extent):
                canonical, _ = self.letter(("bound", depth, kind != "cyclic"))
                letter, value = self.placeholder(kind != "cyclic")
                length = new(extent)
                if kind != "cyclic":
                    self.tops[letter] = length
                body = self.replace(thawed(unit), {**letters, canonical: value})
                close = {"sum": self.sum_over, "product": self.product_over, "cyclic": self.cyclic_sum}[kind]
                return close(body, letter, length)
        raise NotNormal(f"not covered: a letter in {self.atoms[k][0]}")

    def replaced_vector_atom(self, k: int, letters: Mapping[int, Quotient]) -> Linear:
        """A vector atom made anew."""
        match self.vectors[k]:
            case ("at", symbol, place):
                part = self.replace(thawed(place), letters)
                return self.vector_atom(("at", symbol, part.key()), (part,))
            case ("gradient", function, arg):
                inside = self.replace_vector(self.thawed_vector(arg), letters)
                return self.vector_atom(("gradient", function, self.vector_key(inside)), (inside,))
            case ("sum", *_) as key:
                letter, unit, vector, length = self.open_vector_sum(key)
                body = {j: multiply(unit, value) for j, value in vector.items()}
                return self.vector_sum(self.replace_vector(body, letters), letter, self.replace(length, letters))
        raise NotNormal(f"not covered: a letter in {self.vectors[k][0]}")

    def apply(self, function: Node, arg: Quotient | Linear) -> Quotient:
        """A function known by hypotheses only."""
        if isinstance(arg, Quotient):
            return self.atom(("apply", function, "scalar", arg.key()), (arg,))
        return self.atom(("apply", function, "vector", self.vector_key(arg)), (arg,))
