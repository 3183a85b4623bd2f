"""What hypotheses teach: of each that relates scalars, a range of what it speaks of, in normal form. Trusted.

Facts that extend others begin with what those have learned, and read their own. A normal form may depend on what is known of
signs (|x| = x for x >= 0), so with it is kept what it asked for; where an answer has changed, all facts are read again,
until none changes: what is known does not hang on the order in which it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Self

from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.trusted.meaning import flatten
from symproof.trusted.normal import NoNormalForm, Normalizer
from symproof.trusted.polynomial import Frozen, Quotient, TooLarge
from symproof.trusted.ranges import ANY, KINDS, Range, add, exactly, integral, meet, multiply

MOST_KEPT, FEW = 256, 3
MOST_READINGS = 4
"""How often facts are read again, as what one says changes how another is read, and that a third."""
OPEN = (
    tm.Number, tm.Variable, tm.Neg, tm.Add, tm.Mul, tm.Div, tm.Pow, tm.Elementary, tm.Inner, tm.ScalarAt, tm.Apply,
    tm.Entry, tm.MatrixTrace, tm.Determinant,
)  # fmt: skip
"""Terms whose range hangs on what is known of them and of their parts, and on nothing else."""
PLAIN = st.Relation, tm.Number, tm.Variable, tm.Neg, tm.Add, tm.Mul
"""What a normal form opens without asking for a sign."""
NOT_NORMAL = (NoNormalForm, TooLarge, UnknownOperator, ZeroDivisionError)
SIGNS = {">": 2, ">=": 1, "<": -2, "<=": -1}
Answers = dict[tuple[str, tm.Scalar | Frozen], int | None]
Members = tuple[Range, tm.Scalar | None, tm.Scalar | None]
"""In which range the members of a sequence lie, and from which place to which; None: all of them on that side."""


class Learning:
    """Hypotheses in order, flattened, and what is learned from them when something is first asked."""

    def __init__(self, props: Iterable[st.Prop] = (), *, peels: bool = False, base: Self | None = None) -> None:
        more = tuple(part for prop in props for part in flatten(prop))
        self.props: tuple[st.Prop, ...] = more if base is None else (*base.props, *more)
        self._known: frozenset[st.Prop] = frozenset(more) if base is None else base._known.union(more)
        self._written: dict[tm.Term, int] = {} if base is None else dict(base._written)
        """The signs of what facts compare with 0 as it is written; where they contradict each other, the positive one."""
        for prop in more:
            if isinstance(prop, st.Relation) and prop.kind in SIGNS and prop.right == tm.ZERO:
                signs = SIGNS[prop.kind], self._written.get(prop.left, -1)
                self._written[prop.left] = max(signs, key=lambda sign: (sign > 0, abs(sign)))
        self._members: dict[tm.Sequence, tuple[Members, ...]] = {} if base is None else dict(base._members)
        for sequence, known in (found for prop in more for found in said_of_members(prop)):
            self._members[sequence] = (*self._members.get(sequence, ()), known)
        self._is_read = self._is_reading = False
        self._ranges: dict[tm.Scalar, Range] = {}
        self._atom_ranges: dict[int, Range] = {}
        self._table: dict[Frozen, Range] = {}
        self._bounds: list[
            tuple[Quotient, bool, frozenset[int]]
        ] = []  # (p, strict, atoms) for the facts p >= 0 and p > 0
        self._nonzero: set[Frozen] = set()  # monic p for the facts p != 0
        self._peels = peels
        self._made: dict[tuple[tuple[st.Prop, ...], bool], Self] = {}  # what was extended from these, and from those
        self._from: Self | None = None  # what these extend
        self._first = 0  # how many of these facts they had read
        self._before: Answers = {}
        self._answers: Answers = {}  # what the normal forms of the facts asked for, and the answers
        self._hang: dict[tm.Scalar | Frozen, frozenset[int] | None] = {}  # the atoms on which they hang; None: on more
        self._news: set[frozenset[int]] = set()  # the atoms of what these facts, beyond those that they extend, bound
        self._spoken: set[frozenset[int]] = set()  # the atoms of what is in the table
        self._normalizer: Normalizer | None = None
        self._reader: Normalizer | None = None  # as it was when all facts had been read

    @property
    def normalizer(self) -> Normalizer:
        """Normal forms under these facts."""
        if self._normalizer is None:
            self._begin()
        assert self._normalizer is not None  # as it was made
        return self._normalizer

    def extended(self, props: Iterable[st.Prop]) -> Self:
        """These facts and more; one object for the same facts, which is read once."""
        made = self._kept(tuple(part for prop in props for part in flatten(prop)), self._peels)
        if made._from is None and made is not self:
            made._from = self
        return made

    def reader(self) -> Normalizer:
        """Normal forms under these facts, over a table of atoms of its own, in which rules may be stated."""
        self._read()
        made = self.normalizer.fork(self.sign, self.least, self.stands)
        shared = len(made.atoms)  # atoms that come later have numbers of their own, which mean others here

        def stands(kind: str, value: Quotient) -> bool:
            known = all(number < shared for number in made.ring.generators(value))
            return known and bool(self._asked(kind, made.ring.freeze(value)))

        made.stands = stands
        return made

    def peeled(self) -> Self:
        """The same facts, read with the last terms of sums and products taken out."""
        return self._kept((), True)

    def _kept(self, more: tuple[st.Prop, ...], peels: bool) -> Self:
        asked = (*self.props, *more), peels
        made = self._made.get(asked)
        if made is None:
            if len(self._made) == MOST_KEPT:
                del self._made[next(iter(self._made))]
            self._made[asked] = made = type(self)(more, peels=peels, base=self)
            made._made = self._made
        return made

    def _begin(self) -> None:
        """Start from what these facts extend, read before: the same atoms, and what was learned."""
        base = self._from
        if base is None or base._is_reading:
            self._normalizer = Normalizer(self.sign, self.least, self.stands, peels=self._peels)
            return
        while not base._is_read and (before := base._from) is not None and len(self.props) - len(before.props) <= FEW:
            base = before  # a case within a case: what nobody asked of the outer one is not read
        far = base
        while not far._is_read and far._normalizer is None and far._from is not None:
            far = far._from
        if far is not base:
            base._from = far  # what lies in between, of which nobody asked, is not read one by one
        base._read()
        assert base._reader is not None  # as it has been read
        self._normalizer = base._reader.fork(self.sign, self.least, self.stands)
        self._first, self._before = len(base.props), base._answers
        self._table, self._spoken = dict(base._table), set(base._spoken)
        self._bounds, self._nonzero = list(base._bounds), set(base._nonzero)
        self._hang = {term: base._hangs_on(term) for _, term in base._answers}

    def _read(self) -> None:
        """Learn from the facts, once, when something is first asked."""
        if self._is_read:
            return
        self._is_read = self._is_reading = True
        normalizer, props = self.normalizer, self.props[self._first :]
        self._learn_from(props)
        for _ in range(MOST_READINGS):
            if self._are_other({q: answer for q, answer in self._before.items() if self._may_change(q)}):
                props, self._before = tuple(prop for prop in self.props if not _is_plain(prop)), {}
            elif not self._are_other(self._answers):
                break
            self._learn_from(props)  # |x| was read before x >= 0 was known; what speaks of it is read again
        self._answers = {**self._before, **self._answers}
        self._reader = normalizer.fork(self.sign, self.least, self.stands)
        self._is_reading = False
        self._ranges.clear()
        self._atom_ranges.clear()

    def _are_other(self, answers: Answers) -> bool:
        """Whether an answer is another by now."""
        return any(self._asked(*question) != answer for question, answer in list(answers.items()))

    def _may_change(self, question: tuple[str, tm.Scalar | Frozen]) -> bool:
        """Whether an answer may be another now."""
        if self._from is not None and self._members != self._from._members:
            return True  # of members the table does not speak
        atoms = self._hang[question[1]]
        return atoms is None or any(new <= atoms for new in self._news)

    def _hangs_on(self, term: tm.Scalar | Frozen) -> frozenset[int] | None:
        """The atoms in the parts of a term; None where its range hangs on more, or on atoms that were met later."""
        if term not in self._hang:
            self._hang[term] = None
            parts = list(_scalars(term)) if isinstance(term, tm.Scalar) else []
            if parts and self._reader is not None and all(isinstance(part, OPEN) for part in parts):
                ring = self.normalizer.ring
                with suppress(*NOT_NORMAL), self.normalizer.outside():
                    atoms = frozenset(n for part in parts for n in ring.generators(self.normalizer.scalar(part)))
                    self._hang[term] = atoms if all(n < len(self._reader.atoms) for n in atoms) else None
        return self._hang[term]

    def _learn_from(self, props: tuple[st.Prop, ...]) -> None:
        self._answers = {}
        self.normalizer.forget()
        with self.normalizer.outside():  # whoever asked may be inside of a sum, whose index is no letter of the facts
            for prop in props:
                match prop:
                    case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
                        with suppress(*NOT_NORMAL):  # what has no normal form is still matched as written
                            self._learn(*self._tightened(kind, left, right))
        self._ranges.clear()
        self._atom_ranges.clear()

    def _tightened(self, kind: str, left: tm.Scalar, right: tm.Scalar) -> tuple[str, Quotient]:
        """left - right and its relation to 0; between integers, < is <= one less."""
        value = self.normalizer.difference(left, right)
        if kind in ("<", ">") and tm.is_integer(left) and tm.is_integer(right):
            step = self.normalizer.ring.constant(1 if kind == "<" else -1)
            return kind + "=", self.normalizer.ring.add(value, step)
        return kind, value

    def _learn(self, kind: str, value: Quotient) -> None:
        key, scale, shift = self.normalizer.ring.anchor(value)
        if key is not None:
            moved = KINDS[kind] if shift == 0 else ANY if kind == "!=" else add(KINDS[kind], exactly(-shift))
            known = multiply(moved, exactly(1 / scale))
            known = meet(self._table.get(key, ANY), known)
            atoms = frozenset(self.normalizer.ring.generators(value))
            self._news.add(atoms)
            self._spoken.add(atoms)
            self._table[key] = integral(known) if self.normalizer.is_whole(key) else known
        if kind == "!=" and not self.normalizer.ring.is_zero(value):
            self._nonzero.add(self._monic(value))
            if value.den is not None:  # where a quotient has a value and is not 0, neither is what stands above
                self._nonzero |= {self._monic(factor) for factor, _ in self.normalizer.ring.factors(value)[1]}
        elif kind in ("<", "<=", ">", ">="):
            ring = self.normalizer.ring
            bound = ring.negative(value) if kind[0] == "<" else value
            self._bounds.append((bound, kind in "<>", frozenset(ring.generators(value))))

    def _monic(self, value: Quotient) -> Frozen:
        return self.normalizer.ring.freeze(self.normalizer.ring.scale(value, 1 / value.num.leading_coefficient()))

    # What the normal forms of facts ask for -------------------------------------------------------

    def sign(self, term: tm.Scalar) -> int:
        """2 where the term is known to be > 0, 1 where >= 0, -1 where <= 0, -2 where < 0, else 0."""
        return self._asked("sign", term) or 0

    def least(self, letter: tm.Scalar) -> int | None:
        """A number that an integer letter is known never to be below."""
        return self._asked("least", letter)

    def stands(self, kind: str, value: Quotient) -> bool:
        """Whether a normal form is known to be != 0, or >= 0."""
        return bool(self._asked(kind, self.normalizer.ring.freeze(value)))

    def _asked(self, what: str, term: tm.Scalar | Frozen) -> int | None:
        found = self._answer(what, term)
        if self._is_reading:
            self._answers[what, term] = found
        return found

    def _answer(self, what: str, term: tm.Scalar | Frozen) -> int | None:
        raise NotImplementedError  # where ranges are known: `facts`


def said_of_members(prop: st.Prop) -> Iterator[tuple[tm.Sequence, Members]]:
    """What a fact says of each member of a sequence in a range of places beside a number: a[k] > 0 for each k.

    Ends of the range speak of no sequence: where a member lies is asked of them.
    """
    match prop:
        case st.Each(tm.Variable(domain="natural" | "integer", sign="") as k, body, low, high):
            if not all(end is None or _is_plain(end) for end in (low, high)):
                return
            if low is None and isinstance(own := st.domain_of(k), st.Relation):
                low = tm.scalar(own.right)  # what k is at least
            for part in flatten(body):
                match part:
                    case st.Relation(kind, tm.ScalarAt(sequence, place), tm.Number(bound)):
                        pass
                    case st.Relation(kind, tm.Number(bound), tm.ScalarAt(sequence, place)):
                        kind = st.FLIPPED[kind]
                    case _:
                        continue
                if place == k and sequence.over is None:
                    first = None if isinstance(low, tm.Number) and low.value <= sequence.start else low
                    known = KINDS[kind] if bound == 0 else ANY if kind == "!=" else add(KINDS[kind], exactly(bound))
                    yield sequence, (known, first, high)


def _scalars(term: tm.Term) -> Iterator[tm.Scalar]:
    """A term and its parts, as far as they are scalars."""
    if isinstance(term, tm.Scalar):
        yield term
    for child in term.children():
        yield from _scalars(child)


def _is_plain(term: tm.Term) -> bool:
    """Whether the normal form of what a fact says is the same whatever is known."""
    return isinstance(term, PLAIN) and all(map(_is_plain, term.children()))
