"""Chains: a first member and the steps from it, typed by the sort of their members.

    calc(x).lt(x + 1).le(x + 2, note="one more")

Scalars may be ordered, vectors and matrices be equal, statements follow from each other. Relations compose by the
table `COMPOSE`: `<=` after `>=` bounds nothing, and is the author's mistake at that step. Nothing is checked here.
"""

from __future__ import annotations

import sys
from types import CodeType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, Self, overload

from symproof.by import By, ByLike, read_by
from symproof.errors import ChainError, DerivationError
from symproof.statement import Iff, Implies, Prop, Relation, prop
from symproof.term import Matrix, ScalarLike, Term, Vector, matrix_term, scalar, vector_term

WORDS = {
    "=": "eq", "!=": "ne", "<=": "le", "<": "lt", ">=": "ge", ">": "gt",
    "iff": "iff", "implies": "implies", "": "claim",
}  # fmt: skip

COMPOSE = {
    ("=", "="): "=", ("=", "!="): "!=", ("!=", "="): "!=",
    ("=", "<="): "<=", ("<=", "="): "<=", ("<=", "<="): "<=",
    ("=", "<"): "<", ("<", "="): "<", ("<", "<"): "<", ("<", "<="): "<", ("<=", "<"): "<",
    ("=", ">="): ">=", (">=", "="): ">=", (">=", ">="): ">=",
    ("=", ">"): ">", (">", "="): ">", (">", ">"): ">", (">", ">="): ">", (">=", ">"): ">",
    ("iff", "iff"): "iff", ("iff", "implies"): "implies", ("implies", "iff"): "implies",
    ("implies", "implies"): "implies",
}  # fmt: skip


Spot = tuple[CodeType, int]
"""A code object and an instruction of it: a call in progress. `place` reads from it where that is in the source."""


class Link(NamedTuple):
    """A step as its method records it; its place in the source is read later."""

    kind: str
    claim: Prop
    right: Term
    by: By | None
    cites: tuple[object, ...]
    note: str
    spot: Spot


class Chain:
    """A start and the steps from it. A chain never changes: each step makes a longer one."""

    __slots__ = ("kind", "links", "start")
    sort = "terms"

    def __init__(self, start: Term, links: tuple[Link, ...] = (), kind: str = "") -> None:
        self.start, self.links, self.kind = start, links, kind

    @property
    def last(self) -> Term:
        """The member that the next step starts from."""
        return self.links[-1].right if self.links else self.start

    def _then(self, kind: str, right: Term, by: ByLike | None, note: str) -> Self:
        """The chain longer by one step, whose method was called by the caller of the caller.

        Raises:
            ChainError: the relation does not compose with those before it.
        """
        composed = COMPOSE.get((self.kind, kind)) if self.links else kind
        if composed is None:
            raise ChainError(
                f"step {len(self.links) + 1}: `{kind}` after `{self.kind}` relates the first member of the chain to "
                "the last in no way; end the chain before it and start another"
            )
        if not isinstance(note, str):
            raise DerivationError(f"note={note!r} is no text; a note is a remark for the reader")
        if isinstance(self.last, Prop) and isinstance(right, Prop):
            claim: Prop = Iff(self.last, right) if kind == "iff" else Implies(self.last, right)
        else:
            claim = Relation(kind, self.last, right)
        engine, cited = read_by(by)
        frame = sys._getframe(2)
        link = Link(kind, claim, right, engine, cited, note, (frame.f_code, frame.f_lasti))
        return type(self)(self.start, (*self.links, link), composed)

    def __repr__(self) -> str:
        return " ".join([str(self.start), *(f"{link.kind} {link.right}" for link in self.links)])

    if not TYPE_CHECKING:  # a type checker must go on seeing that a chain of vectors has no `le`

        def __getattr__(self, name: str) -> NoReturn:
            has = ", ".join(word for word in WORDS.values() if word in dir(type(self)))
            raise AttributeError(f"a chain of {self.sort} has no step .{name}(...); it has {has}", name=name, obj=self)


class ScalarChain(Chain):
    """A chain of scalars: equal, different, or ordered."""

    __slots__ = ()
    sort = "scalars"

    def eq(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member equals `right`."""
        return self._then("=", scalar(right), by, note)

    def ne(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member differs from `right`."""
        return self._then("!=", scalar(right), by, note)

    def le(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member is at most `right`."""
        return self._then("<=", scalar(right), by, note)

    def lt(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member is less than `right`."""
        return self._then("<", scalar(right), by, note)

    def ge(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member is at least `right`."""
        return self._then(">=", scalar(right), by, note)

    def gt(self, right: ScalarLike, *, by: ByLike | None = None, note: str = "") -> ScalarChain:
        """The last member is greater than `right`."""
        return self._then(">", scalar(right), by, note)


class VectorChain(Chain):
    """A chain of equal vectors; vectors have no order."""

    __slots__ = ()
    sort = "vectors"

    def eq(self, right: Vector | Literal[0], *, by: ByLike | None = None, note: str = "") -> VectorChain:
        """The last member equals `right`."""
        return self._then("=", vector_term(right), by, note)


class MatrixChain(Chain):
    """A chain of equal matrices of one shape."""

    __slots__ = ()
    sort = "matrices"

    def eq(self, right: Matrix, *, by: ByLike | None = None, note: str = "") -> MatrixChain:
        """The last member equals `right`."""
        return self._then("=", matrix_term(right), by, note)


class StatementChain(Chain):
    """A chain of statements: equivalent, or each a consequence of the one before."""

    __slots__ = ()
    sort = "statements"

    def iff(self, right: Prop, *, by: ByLike | None = None, note: str = "") -> StatementChain:
        """The last member holds exactly when `right` does."""
        return self._then("iff", prop(right), by, note)

    def implies(self, right: Prop, *, by: ByLike | None = None, note: str = "") -> StatementChain:
        """If the last member holds, then `right` does."""
        return self._then("implies", prop(right), by, note)


@overload
def calc(start: Prop) -> StatementChain: ...
@overload
def calc(start: Vector) -> VectorChain: ...
@overload
def calc(start: Matrix) -> MatrixChain: ...
@overload
def calc(start: ScalarLike) -> ScalarChain: ...
def calc(start: Any) -> Chain:
    """Start a chain at a term, a statement, or what SymPy has of either.

    >>> from symproof import real
    >>> x = real("x")
    >>> calc((x + 1) ** 2).eq(x**2 + 2 * x + 1).ge(2 * x)
    (x + 1)**2 = x**2 + 2*x + 1 >= 2*x
    """
    read = start
    if is_sympy(start):
        from symproof.doors.sympy import from_sympy  # the door is opened when a SymPy object comes in

        read = from_sympy(start)
    match read:
        case Prop():
            return StatementChain(read)
        case Vector():
            return VectorChain(read)
        case Matrix():
            return MatrixChain(read)
        case _:
            return ScalarChain(scalar(read))


def is_sympy(value: object) -> bool:
    """Whether `value` is one of SymPy's objects."""
    return any((kind.__module__ or "").partition(".")[0] == "sympy" for kind in type(value).__mro__)
