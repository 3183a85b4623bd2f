"""Facts as they are read: the ranges, bounds and values that are not 0 which each states, as normal forms."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from copy import copy
from fractions import Fraction
from typing import Any, Self

from .meaning import declared, flatten
from .normal import Normal
from .polynomial import UNIT, NotNormal, lead
from .ranges import ANY, F0, KINDS, Range, exactly, integral, meet, plus, times
from .rational import Quotient, add, as_constant, constant, generators, negative, scale, subtract, thawed
from .terms import FLIPPED, Node, is_integer, sort

MOST_READINGS = 4
"""How often facts are read again, as what one says changes how another is read, and that a third."""


class Learning:
    """Hypotheses in order, flattened, and what is learned from them when something is first asked."""

    def __init__(self, props: Iterable[Node] = (), peels: bool = False, base: Self | None = None) -> None:
        more = tuple(part for prop in props for part in flatten(prop))
        self.props: tuple[Node, ...] = more if base is None else (*base.props, *more)
        self.known: frozenset[Node] = frozenset(more) if base is None else base.known.union(more)
        self.peels = peels
        self._normal: Normal | None = None
        self._rest = self.props  # what is not learned from the facts that these extend
        self._is_read = self._is_reading = False
        self._base = base  # what these facts extend
        self._answers: dict[Any, tuple[str, Any, Any]] = {}
        """What was asked when they were read: the question, of what, and the answer."""
        self._forms: dict[Node, Any] = {}  # the normal forms found when they were read
        self._ranges: dict[Node, Range] = {}
        self._atom_ranges: dict[int, Range] = {}
        self._table: dict[Any, Range] = {}
        self._bounds: list[tuple[Quotient, bool]] = []
        self._nonzero: dict[Any, Quotient] = {}
        self._further: dict[tuple[Node, ...], Self] = {}
        self._members: dict[Node, list[tuple[Range, Node | None, Node | None]]] = {}
        """For a sequence, in which range its members lie, and from which place to which; None: all of them on that side."""
        for prop in self.props:
            if prop[0] == "Each":
                self._learn_members(*prop[1:])

    @property
    def normal(self) -> Normal:
        """Normal forms under these facts, over one table of atoms from the first question on."""
        if self._normal is None:
            self._begin()
        assert self._normal is not None  # as it was made
        return self._normal

    def and_(self, *props: Node) -> Self:
        """These facts and more; they are read once, however often a proof comes to them."""
        if props not in self._further:
            self._further[props] = type(self)(props, self.peels, self)
        return self._further[props]

    def peeled(self) -> Self:
        """The same facts, read with the last terms of sums taken out."""
        return type(self)(self.props, True)

    def reader(self) -> Normal:
        """Normal forms under these facts, over atoms of its own, in which rules may be stated."""
        self._read()
        made = self._copied()
        shared = len(made.atoms)  # atoms that come later have numbers of their own, which mean others here
        made.stands = lambda kind, value: all(k < shared for k in generators(value)) and self.stands(kind, value)
        return made

    def _copied(self) -> Normal:
        """Normal forms over the same atoms, to which others will be added."""
        made = copy(self.normal)
        for name, value in vars(made).items():
            if isinstance(value, (list, dict, set)):
                setattr(made, name, value.copy())
        made.known, made.scope = {}, {}
        return made

    # Reading the facts ----------------------------------------------------------------------------

    def _read(self) -> None:
        if self._is_read:
            return
        self._is_read = self._is_reading = True
        _ = self.normal
        self._learn_all(self._rest)
        for _ in range(MOST_READINGS):  # |x| was read before x >= 0 was known; what speaks of it is read again
            if not self._are_other():
                break
            self.normal.known.clear()
            self._answers.clear()
            self._learn_all(self.props)
        self._is_reading = False
        self._forms = dict(self.normal.known)

    def _begin(self) -> None:
        """Take over what was learned from the facts that these extend; the others are left to be read."""
        base = self._base
        while base is not None and (base._is_reading or not base._is_read):
            base = base._base
        if base is None:
            self._normal = Normal(self.sign, self.lowest, self.stands, self.peels)
            return
        self._normal = made = base._copied()
        made.sign, made.lowest, made.stands = self.sign, self.lowest, self.stands
        made.known, self._answers = dict(base._forms), dict(base._answers)
        self._table, self._bounds, self._nonzero = dict(base._table), list(base._bounds), dict(base._nonzero)
        self._rest = self.props[len(base.props) :]

    def _learn_all(self, props: tuple[Node, ...]) -> None:
        for prop in props:
            if prop[0] == "Relation" and sort(prop[2]) == "scalar":
                with suppress(NotNormal):
                    self._learn(*prop[1:])
        self._ranges.clear()
        self._atom_ranges.clear()

    def _are_other(self) -> bool:
        """Whether something that was asked while the facts were read has another answer by now."""
        changed = any(getattr(self, name)(*what) != answer for name, what, answer in list(self._answers.values()))
        self._ranges.clear()
        self._atom_ranges.clear()
        return changed

    def _learn(self, kind: str, left: Node, right: Node) -> None:
        value = self.normal.difference(left, right)
        if kind in ("<", ">") and is_integer(left) and is_integer(right):  # between integers, < is <= one less
            value = add(value, constant(1 if kind == "<" else -1))
            kind += "="
        if as_constant(value) is None:
            key, factor, shift = anchor(value)
            moved = KINDS[kind] if shift == 0 else ANY if kind == "!=" else plus(KINDS[kind], exactly(-shift))
            known = meet(self._table.get(key, ANY), times(moved, exactly(1 / factor)))
            self._table[key] = integral(known) if self._is_whole(thawed(key)) else known
        if kind == "!=" and value.num:
            self._nonzero[monic(value)] = value
            above = Quotient(value.num)
            self._nonzero[monic(above)] = above
        elif kind in ("<", "<="):
            self._bounds.append((negative(value), kind == "<"))
        elif kind in (">", ">="):
            self._bounds.append((value, kind == ">"))

    def _learn_members(self, k: Node, body: Node, low: Node | None, high: Node | None) -> None:
        if k[0] != "Variable" or k[2] not in ("natural", "integer") or k[3]:
            return
        if any(end is not None and not _is_plain(end) for end in (low, high)):
            return  # where a member lies is asked of the ends, which speak of no members
        own = declared(k)
        if low is None and own is not None:
            low = own[3]
        for part in flatten(body):
            if part[0] != "Relation":
                continue
            kind, left, right = part[1:]
            if left[0] == "Number":
                kind, left, right = FLIPPED[kind], right, left
            if left[0] != "ScalarAt" or left[2] != k or right[0] != "Number" or left[1][3] is not None:
                continue
            bound = right[1]
            known = KINDS[kind] if bound == 0 else ANY if kind == "!=" else plus(KINDS[kind], exactly(bound))
            start = left[1][4]
            first = None if low is not None and low[0] == "Number" and low[1] <= start else low
            self._members.setdefault(left[1], []).append((known, first, high))

    def _is_whole(self, value: Quotient) -> bool:
        keys = [self.normal.atoms[k] for k in generators(value)]
        whole = all(k[0] == "floor" or (k[0] == "letter" and k[1][0] == "Variable" and is_integer(k[1])) for k in keys)
        return whole and value.den == UNIT and all(Fraction(c).denominator == 1 for c in value.num.values())

    # What normal forms ask for ---------------------------------------------------------------------

    def sign(self, term: Node) -> int:
        """2 where a scalar is known to be > 0, 1 where >= 0, -1 where <= 0, -2 where < 0, else 0."""
        return int(self._answer("_sign", term))

    def lowest(self, letter: Node) -> int | None:
        """A number that an integer letter is never below."""
        low: int | None = self._answer("_lowest", letter)
        return low

    def stands(self, kind: str, value: Quotient) -> bool:
        """Whether a normal form is known to be != 0, or >= 0."""
        return bool(self._answer("_holds", kind, value))

    def _answer(self, question: str, *what: Any) -> Any:
        answer = getattr(self, question)(*what)
        if self._is_reading:
            key = question, *(part.key() if isinstance(part, Quotient) else part for part in what)
            self._answers[key] = question, what, answer
        return answer


def _is_plain(term: Node) -> bool:
    """Whether a term is made of letters and numbers by adding and multiplying."""
    if term[0] in ("Add", "Mul"):
        return all(map(_is_plain, term[1]))
    return _is_plain(term[1]) if term[0] == "Neg" else term[0] in ("Number", "Variable")


def anchor(value: Quotient) -> tuple[Any, Fraction, Fraction]:
    """A value as factor * anchor + shift, the anchor without a constant term and with leading coefficient 1."""
    shift = Fraction(value.num.get((), 0)) if value.den == UNIT else F0
    value = subtract(value, constant(shift))
    factor = lead(value.num)
    return scale(value, 1 / factor).key(), factor, shift


def monic(value: Quotient) -> Any:
    """A value's key, divided by its leading coefficient."""
    return scale(value, 1 / lead(value.num)).key()
