"""The table of atoms: what algebra does not open, with what is open in each, and the rules that rewrite them.

An atom is keyed by the normal forms of its parts. The index of a sum is an *open letter* while its body is read, and then
the canonical letter of its depth.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from .polynomial import UNIT, pmul
from .rational import (
    Quotient,
    constant,
    generator,
    generators,
    inverse,
    multiply,
    power,
    quotient,
    single,
    thawed,
    total,
)

Linear = dict[int, Quotient]
"""A vector as a combination of vector atoms; no coefficient is zero."""
Part = Quotient | Linear
ONE = constant(1)


class AtomTable:
    """Scalar atoms (the generators) and vector atoms, what is open in each, and the rules that rewrite them."""

    def __init__(self) -> None:
        self.atoms: list[Any] = []
        self.vectors: list[Any] = []
        self._numbers: dict[Any, int] = {}
        self._vector_numbers: dict[Any, int] = {}
        self.open: list[frozenset[int]] = []
        self.vector_open: list[frozenset[int]] = []
        self._depth: list[int] = []
        self._vector_depth: list[int] = []
        self.powers: dict[int, tuple[int, Quotient]] = {}  # atoms of which a power is known
        self.signs: set[int] = set()  # atoms whose square is 1: (-1)**n
        self.tops: dict[int, Quotient] = {}  # open letters that run over a range: where it ends
        self.rules: dict[int, Quotient] = {}
        self.vector_rules: dict[int, Linear] = {}
        self._fresh = count()

    def atom(self, key: Any, parts: Iterable[Part] = (), closes: int | None = None) -> Quotient:
        """The atom with a key; `closes` is the open letter that it binds."""
        k = self._numbers.get(key)
        if k is None:
            k = self._numbers[key] = len(self.atoms)
            self.atoms.append(key)
            letters, depth = self.inside(parts)
            self.open.append(frozenset({k}) if key[0] in ("placeholder", "bound") else letters - {closes})
            self._depth.append(depth + (closes is not None))
        return self.rules[k] if k in self.rules else generator(k)

    def vector_atom(self, key: Any, parts: Iterable[Part] = (), closes: int | None = None) -> Linear:
        """The vector atom with a key."""
        k = self._vector_numbers.get(key)
        if k is None:
            k = self._vector_numbers[key] = len(self.vectors)
            self.vectors.append(key)
            letters, depth = self.inside(parts)
            self.vector_open.append(letters - {closes})
            self._vector_depth.append(depth + (closes is not None))
        return dict(self.vector_rules[k]) if k in self.vector_rules else {k: ONE}

    def inside(self, parts: Iterable[Part]) -> tuple[frozenset[int], int]:
        """The open letters in some values, and how deep sums are nested in them."""
        letters: set[int] = set()
        depth = 0
        for part in parts:
            if isinstance(part, Quotient):
                for k in generators(part):
                    letters |= self.open[k]
                    depth = max(depth, self._depth[k])
                continue
            for k, value in part.items():
                more, deeper = self.inside((value,))
                letters |= more | self.vector_open[k]
                depth = max(depth, deeper, self._vector_depth[k])
        return frozenset(letters), depth

    def letter(self, key: Any) -> tuple[int, Quotient]:
        """An open letter: its number and its value."""
        self.atom(key)
        return self._numbers[key], generator(self._numbers[key])

    def placeholder(self, natural: bool) -> tuple[int, Quotient]:
        """A fresh open letter; `natural` where it stands for 0, 1, 2, ..., not for a residue."""
        return self.letter(("placeholder", next(self._fresh), natural))

    def with_square(self, atom: Quotient, square: Quotient) -> Quotient:
        """An atom, from now on known to have that square."""
        return self.with_power(atom, 2, square)

    def with_power(self, atom: Quotient, exponent: int, value: Quotient) -> Quotient:
        """An atom, from now on known to have that value as a power."""
        k = single(atom)
        if k is not None and k not in self.rules:
            self.powers.setdefault(k, (exponent, value))
        return atom

    def reduce(self, value: Quotient) -> Quotient:
        """A value with every known power in the numerator replaced by what it is."""
        while True:
            k = next((k for k, (n, _) in self.powers.items() if any(dict(m).get(k, 0) >= n for m in value.num)), None)
            if k is None:
                return value
            bottom, known = self.powers[k]
            addends = []
            for monomial, c in value.num.items():
                powers = dict(monomial)
                times, left = divmod(powers.pop(k, 0), bottom)
                if left:
                    powers[k] = left
                rest = Quotient({tuple(sorted(powers.items())): c})
                addends.append(multiply(rest, power(known, times)))
            value = multiply(total(addends), quotient(UNIT, value.den))

    def inverse(self, value: Quotient) -> Quotient:
        """1 / value; 1/(-1)**n = (-1)**n."""
        for k in self.signs.intersection(generators(value)):
            rest = quotient(value.num, pmul(value.den, {((k, 1),): 1}))
            if k not in generators(rest):
                return multiply(generator(k), self.inverse(rest))
        return inverse(value)

    def vector_key(self, vector: Linear) -> Any:
        """A vector as a key."""
        return tuple(sorted((k, value.key()) for k, value in vector.items()))

    def thawed_vector(self, key: Any) -> Linear:
        """The vector of a key."""
        return {k: thawed(value) for k, value in key}

    def combined(self, parts: Iterable[tuple[Quotient, Linear]]) -> Linear:
        """A linear combination of vectors."""
        addends: dict[int, list[Quotient]] = {}
        for factor, vector in parts:
            for k, value in vector.items():
                addends.setdefault(k, []).append(multiply(factor, value))
        sums = {k: total(values) for k, values in addends.items()}
        return {k: value for k, value in sums.items() if value.num}
