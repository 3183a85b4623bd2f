"""The table of atoms: what algebra cannot open, numbered, with what is open in each.

An atom is keyed by the normal forms of its parts. A bound index is an *open letter*: a fresh placeholder while its
sum is being read, and the canonical letter of its nesting depth once the sum is closed, so that sums that differ by
the name of the index are one atom, and no index can be captured.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from copy import copy
from itertools import count
from typing import Any, Self

from symproof import term as tm
from symproof.trusted.polynomial import Frozen, Polynomials, Quotient

Linear = dict[int, Quotient]
"""A vector as a combination of vector atoms; no coefficient is zero."""
FrozenLinear = tuple[tuple[int, Frozen], ...]
Key = tuple[Any, ...]


class NoNormalForm(Exception):
    """A denominator is zero whatever the letters are."""


class AtomTable:
    """Scalar atoms (the generators of the polynomials) and vector atoms, with the rules that rewrite them."""

    def __init__(self) -> None:
        self.ring = Polynomials()
        self.atoms: list[Key] = []
        self.vectors: list[Key] = []
        self._numbers: dict[Hashable, int] = {}
        self._vector_numbers: dict[Hashable, int] = {}
        self._open: list[frozenset[int]] = []  # per atom: the open letters in it
        self._vector_open: list[frozenset[int]] = []
        self._depth: list[int] = []  # per atom: how deep sums are nested in it
        self._vector_depth: list[int] = []
        self.powers: dict[int, tuple[int, Quotient]] = {}
        """Atoms of which a power is known: the square of a root, a cosine, a delta or (-1)**n, the cube of exp(x/3)."""
        self.signs: set[int] = set()  # atoms whose square is 1: (-1)**n
        self.tops: dict[int, Quotient] = {}  # open letters that run over a range: where it ends
        self.rules: dict[int, Quotient] = {}
        self.vector_rules: dict[int, Linear] = {}
        self.lengths: dict[int, Linear] = {}  # roots that are norms, and of what; for those who write terms again
        self.written: dict[tuple[int, bool], tm.Scalar] = {}  # atoms as terms, kept for those who write terms again
        self.peels = False  # whether sums and products give up their last terms: sum to n + 1 is sum to n and one term
        self._fresh = count()
        self._closed: dict[bool, list[int]] = {True: [], False: []}  # open letters that stand nowhere any more

    def copied(self) -> Self:
        """A table of its own with the same atoms."""
        made = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, (list, dict, set, Polynomials)):
                setattr(made, name, value.copy())
        made._closed = {natural: list(letters) for natural, letters in self._closed.items()}
        return made

    def atom(self, key: Key, parts: Iterable[Quotient | Linear] = (), closes: int | None = None) -> Quotient:
        """The atom with a key, made of `parts`; `closes` is the open letter that it binds."""
        number = self._numbers.get(key)
        if number is None:
            letters, depth = self.look_inside(parts)
            number = len(self.atoms)
            del self._open[number:], self._depth[number:]  # what ^C may have left half done
            self._open.append(frozenset({number}) if key[0] in ("placeholder", "bound") else letters - {closes})
            self._depth.append(depth + (closes is not None))
            self.atoms.append(key)
            self._numbers[key] = number
        if number in self.rules:
            return self.rules[number]
        return self.ring.generator(number)

    def vector_atom(self, key: Key, parts: Iterable[Quotient | Linear] = (), closes: int | None = None) -> Linear:
        """The vector atom with a key, as `atom`."""
        number = self._vector_numbers.get(key)
        if number is None:
            letters, depth = self.look_inside(parts)
            number = len(self.vectors)
            del self._vector_open[number:], self._vector_depth[number:]
            self._vector_open.append(letters - {closes})
            self._vector_depth.append(depth + (closes is not None))
            self.vectors.append(key)
            self._vector_numbers[key] = number
        if number in self.vector_rules:
            return dict(self.vector_rules[number])
        return {number: self.ring.constant(1)}

    def look_inside(self, parts: Iterable[Quotient | Linear]) -> tuple[frozenset[int], int]:
        """The open letters in some values, and how deep sums are nested in them."""
        letters: set[int] = set()
        depth = 0
        for part in parts:
            for value in (part,) if isinstance(part, Quotient) else part.values():
                for number in self.ring.generators(value):
                    letters |= self._open[number]
                    depth = max(depth, self._depth[number])
            if not isinstance(part, Quotient):
                for number in part:
                    letters |= self._vector_open[number]
                    depth = max(depth, self._vector_depth[number])
        return frozenset(letters), depth

    def open_letters(self, number: int) -> frozenset[int]:
        """The open letters in the atom with a number."""
        return self._open[number]

    def vector_open_letters(self, number: int) -> frozenset[int]:
        """The open letters in the vector atom with a number."""
        return self._vector_open[number]

    def placeholder(self, *, natural: bool) -> tuple[int, Quotient]:
        """A fresh open letter: its number and its value. `natural`: it stands for 0, 1, 2, ..., not for a residue."""
        if self._closed[natural]:
            number = self._closed[natural].pop()
            return number, self.ring.generator(number)
        return self._letter(("placeholder", next(self._fresh), natural))

    def release(self, number: int) -> None:
        """Give an open letter back: no value at hand holds it. Polynomials in many letters are slow."""
        self.tops.pop(number, None)
        self._closed[bool(self.atoms[number][2])].append(number)

    def bound_letter(self, depth: int, *, natural: bool) -> tuple[int, Quotient]:
        """The canonical letter of a closed sum in which sums are nested `depth` deep."""
        return self._letter(("bound", depth, natural))

    def _letter(self, key: Key) -> tuple[int, Quotient]:
        self.atom(key)
        number = self._numbers[key]
        return number, self.ring.generator(number)

    def single(self, value: Quotient) -> int | None:
        """The number of the atom that the value is, or None."""
        if value.den is not None or len(value.num) != 1:
            return None
        numbers = self.ring.generators(value)
        if len(numbers) == 1 and self.ring.is_zero(self.ring.subtract(value, self.ring.generator(numbers[0]))):
            return numbers[0]
        return None

    def with_square(self, atom: Quotient, square: Quotient) -> Quotient:
        """`atom`, from now on known to have that square."""
        return self.with_power(atom, 2, square)

    def with_power(self, atom: Quotient, exponent: int, value: Quotient) -> Quotient:
        """`atom`, from now on known to have that value as a power."""
        number = self.single(atom)
        if number is not None and number not in self.rules:
            self.powers.setdefault(number, (exponent, value))
        return atom

    def reduce(self, value: Quotient) -> Quotient:
        """`value` with every power of an atom in the numerator that is known replaced by what it is."""
        while self.powers:
            degrees = value.num.degrees()
            number = next((k for k, (n, _) in self.powers.items() if k < len(degrees) and degrees[k] >= n), None)
            if number is None:
                return value
            exponent, known = self.powers[number]
            addends = []
            for monomial, coefficient in self.ring.numerator_terms(value):
                powers = dict(monomial)
                times, left = divmod(powers.pop(number, 0), exponent)
                if left:
                    powers[number] = left
                rest = self.ring.from_terms([(tuple(sorted(powers.items())), coefficient)])
                addends.append(self.ring.multiply(rest, self.ring.power(known, times)))
            top = self.ring.total(addends)
            value = top if value.den is None else self.ring.quotient(top, Quotient(value.den))
        return value

    def inverse(self, value: Quotient) -> Quotient:
        """1 / value.

        Raises:
            NoNormalForm: the value is zero.
        """
        if self.ring.is_zero(value):
            raise NoNormalForm("a denominator is zero")
        for number in self.signs.intersection(self.ring.generators(value)):  # 1/(-1)**n = (-1)**n
            sign = self.ring.generator(number)
            rest = self.ring.quotient(value, sign)
            if number not in self.ring.generators(rest):
                return self.ring.multiply(sign, self.inverse(rest))
        return self.ring.inverse(value)

    def freeze_vector(self, vector: Linear) -> FrozenLinear:
        """A vector as a key."""
        return tuple(sorted((number, self.ring.freeze(value)) for number, value in vector.items()))

    def thaw_vector(self, frozen: FrozenLinear) -> Linear:
        """The vector of a key."""
        return {number: self.ring.thaw(value) for number, value in frozen}

    def combine(self, parts: Iterable[tuple[Quotient, Linear]]) -> Linear:
        """The linear combination of vectors."""
        addends: dict[int, list[Quotient]] = {}
        for factor, vector in parts:
            for number, value in vector.items():
                addends.setdefault(number, []).append(self.ring.multiply(factor, value))
        sums = {number: self.ring.total(values) for number, values in addends.items()}
        return {number: value for number, value in sums.items() if not self.ring.is_zero(value)}
