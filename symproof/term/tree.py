"""The tree under every term: immutable nodes, compared by structure, with their free symbols."""

from __future__ import annotations

from binascii import crc32
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, dataclass_transform

from symproof.errors import BoundIndexError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T", bound="Term")
K = TypeVar("K")
N = TypeVar("N", bound="Term")
_store = object.__setattr__


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[T]) -> type[T]:
    """Make `cls` a constructor of terms whose fields are its annotations: slotted, frozen, checked on creation.

    `dataclass(frozen=True, slots=True)` would do, at 0.6 ms a class: fifty classes are half of the time that
    `import symproof` may take. This is a tenth of it.
    """
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    inputs = ", ".join(f"{name}=_defaults[{name!r}]" if name in defaults else name for name in names)
    lines = [f"def __init__(self, {inputs}):"] if names else ["def __init__(self):", "    pass"]
    lines += [f"    _store(self, {name!r}, {name})" for name in names]
    if "__post_init__" in cls.__dict__:
        lines.append("    self.__post_init__()")
    lines += [
        "def fields(self):",
        '    "The arguments, in order."',
        f"    return ({' '.join(f'self.{name},' for name in names)})",
        "def _hashed(self):",
        f"    return ({crc32(cls.__name__.encode())}, {' '.join(map(_hashed_field, cls.__annotations__.items()))})",
    ]
    made: dict[str, Any] = {"_store": _store, "_defaults": defaults, "_steady": _steady}
    exec("\n".join(lines), made)  # names come from the class body alone
    body = {key: value for key, value in cls.__dict__.items() if key not in (*names, "__dict__", "__weakref__")}
    if "fields" not in body:  # else what is no part of a term would be part of its hash
        body |= {"fields": made["fields"], "_hashed": made["_hashed"]}
    body |= {"__slots__": names, "__match_args__": names, "__init__": made["__init__"]}
    return cast("type[T]", type(cls.__name__, cls.__bases__, body))


def _steady(value: object) -> int:
    """A hash of a field that is the same in every process: Python's own of a string, and of None, is another in each."""
    return crc32(value.encode()) if isinstance(value, str) else 0 if value is None else hash(value)


def _hashed_field(field: tuple[str, str]) -> str:
    name, kind = field
    return f"_steady(self.{name})," if kind == "str" or "None" in kind else f"self.{name},"


def _open(letters: frozenset[Term], bound: set[Term]) -> frozenset[Term]:
    """The letters that a binder leaves free: none whose index set would be another at each value of what is bound."""
    for letter in letters if bound else ():
        if not bound.isdisjoint(letter.free):
            raise BoundIndexError(
                f"{letter} is free where {', '.join(map(str, bound & letter.free))} is bound, of which its index set speaks"
            )
    return letters


class Term:
    """Anything that can be written in a claim. Equal when written alike, up to nothing."""

    __slots__ = ("_children", "_free", "_hash")
    __match_args__: ClassVar[tuple[str, ...]] = ()
    binders: ClassVar[tuple[str, ...]] = ()
    """The fields that hold bound symbols."""
    scope: ClassVar[tuple[str, ...]] = ()
    """The fields in which those symbols are bound."""

    _children: tuple[Term, ...]
    _free: frozenset[Term]
    _hash: int

    def fields(self) -> tuple[Any, ...]:
        """The constructor's arguments, in order."""
        return tuple(getattr(self, name) for name in self.__match_args__)

    def _hashed(self) -> tuple[Any, ...]:
        """What the hash is of: it is the same in every process, so that a set of terms has one order, and a line one verdict."""
        return tuple(map(_steady, self.fields()))

    def children(self) -> tuple[Term, ...]:
        """The terms directly below this one (bound symbols left out)."""
        try:
            return self._children
        except AttributeError:
            values = [getattr(self, name) for name in self.__match_args__ if name not in self.binders]
            each = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
            found = tuple([item for item in each if isinstance(item, Term)])
            _store(self, "_children", found)
            return found

    def subterms(self) -> Iterator[Term]:
        """This term and all that stands below it, from left to right (bound symbols left out)."""
        below: list[Term] = [self]
        while below:
            term = below.pop()
            yield term
            below.extend(reversed(term.children()))

    def outer(self, kind: type[K]) -> Iterator[K]:
        """The parts of a kind outside of binders, from left to right: of a sum in a sum the outer one alone."""
        below: list[Term] = [self]
        while below:
            term = below.pop()
            if isinstance(term, kind):
                yield term
            if not term.binders:
                below.extend(reversed(term.children()))

    def mentions(self, *kinds: type[Term]) -> bool:
        """Whether this term is one of these kinds, or one that stands below it is."""
        return any(isinstance(term, kinds) for term in self.subterms())

    @property
    def free(self) -> frozenset[Term]:
        """The free symbols: variables, sequences, functions and matrices not bound inside."""
        try:
            return self._free
        except AttributeError:
            found = frozenset(self._collect_free())
            _store(self, "_free", found)
            return found

    def _collect_free(self) -> Iterator[Term]:
        bound = {getattr(self, name) for name in self.binders}
        for name in self.__match_args__:
            if name in self.binders:
                for symbol in bound:
                    yield from symbol.free - {symbol}  # a residue's modulus stays free
                continue
            hidden = bound if name in self.scope else set()
            value = getattr(self, name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Term):
                    yield from _open(item.free - hidden, hidden)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{self} is immutable: {name} cannot be set")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.fields()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return False
        try:
            if self._hash != other._hash:
                return False
        except AttributeError:
            if hash(self) != hash(other):
                return False
        return self.fields() == other.fields()

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            value = hash(self._hashed())
            _store(self, "_hash", value)
            return value

    def __repr__(self) -> str:
        from symproof.text import plain  # the printer stands above the tree

        return plain(self)


def join(cls: Callable[[tuple[Any, ...]], N], left: Term, right: Term) -> N:
    """`left + right` or `left * right`; a run joined from the left is one flat node, as it is written."""
    head = left.fields()[0] if type(left) is cls else (left,)
    return cls((*head, right))


def sort_of(value: object) -> str:
    """What a value is, in words: its sort, or its Python type."""
    for kind in type(value).__mro__:
        if kind.__name__ in ("Scalar", "Vector", "Residue", "Matrix", "Prop"):
            return f"a {kind.__name__.lower()}"
    return f"a value of type {type(value).__name__}"


def is_sympy(value: object) -> bool:
    """Whether a value is SymPy's, asked without importing SymPy; a function applied is of a class with no module."""
    return any((kind.__module__ or "").partition(".")[0] == "sympy" for kind in type(value).__mro__)
