"""Substitution without capture, and rebuilding a term from changed parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any, Protocol, TypeVar, cast

from symproof.errors import SortError
from symproof.term import (
    Derivative,
    Gradient,
    MatrixGradient,
    MatrixVariable,
    Number,
    ResidueVariable,
    Scalar,
    Sequence,
    Term,
    Variable,
    VectorVariable,
)

T = TypeVar("T", bound=Term)
Of = TypeVar("Of", bound=Term, covariant=True)


class Bound(Protocol[Of]):
    """A term that binds one letter in its body."""

    @property
    def body(self) -> Of:
        """What is said at each value of the letter."""


def rebuild(term: T, change: Callable[[Term], Term]) -> T:
    """`term` with `change` applied to each child; the same object where nothing changed."""
    values: list[Any] = []
    changed = False
    for name in term.__match_args__:
        value = getattr(term, name)
        if name in term.binders:
            new: Any = value
        elif isinstance(value, Term):
            new = change(value)
        elif isinstance(value, tuple):
            new = tuple(change(item) if isinstance(item, Term) else item for item in value)
        else:
            new = value
        changed = changed or (new is not value and new != value)
        values.append(new)
    return type(term)(*values) if changed else term


def substitute(term: T, values: Mapping[Any, Any]) -> T:
    """`term` with free symbols replaced by terms; a bound symbol that would capture is renamed first.

    >>> from symproof import index, natural, total
    >>> t, T = index("t"), natural("T")
    >>> substitute(total(T * t, t, 1, 9), {T: t})
    sum(t*t', t', 1, 9)
    """
    used = {symbol: value for symbol, value in values.items() if symbol in term.free}
    if not used:
        return term
    if term in used:
        return cast("T", used[term])  # the caller pairs a symbol with a term of its sort
    if term.binders:
        entering = frozenset().union(*(value.free for value in used.values()))
        bound = {getattr(term, name): name for name in term.binders}
        near = entering | term.free
        clashing = [symbol for symbol in bound if symbol in entering or substitute_modulus(symbol, used) in near]
        if clashing:
            taken = {name_of(symbol) for symbol in near | set(bound)}
            taken |= names_in(*(getattr(term, name) for name in term.scope))
            term = rename_bound(term, {symbol: fresh(symbol, taken) for symbol in clashing})
            bound = {getattr(term, name): name for name in term.binders}
        if any(symbol.free & used.keys() for symbol in bound):  # a residue, or a matrix, whose index set changes
            renamed = {symbol: substitute_modulus(symbol, used) for symbol in bound}
            parts = {name: getattr(term, name) for name in term.__match_args__}
            for name, part in parts.items():  # at once: a letter of the new index set stands beside none of the old
                if name in term.binders:
                    parts[name] = renamed[part]
                elif isinstance(part, Term):
                    parts[name] = substitute(part, used | renamed if name in term.scope else used)
            return type(term)(*parts.values())
        return rebuild(term, lambda child: substitute(child, used))
    if isinstance(term, ResidueVariable):
        return cast("T", substitute_modulus(term, used))
    if isinstance(term, (Derivative, Gradient, MatrixGradient)):
        _check_slope(term, used)
    if isinstance(term, Sequence) and term.over is not None:  # what its members are is no place of a letter
        return cast("T", Sequence(term.name, term.item, substitute(term.over, used), term.start))
    return rebuild(term, lambda child: substitute(child, used))


def body_at(bound: Bound[T], value: object) -> T:
    """What stands inside of a sum, a product or a quantifier, at one value of the letter that it binds.

    >>> from symproof import index, natural, total
    >>> t = index("t")
    >>> body_at(total(t**2, t, 1, natural("T")), t + 1)
    (t + 1)**2
    """
    (name,) = cast("Term", bound).binders
    return substitute(bound.body, {getattr(bound, name): value})


def replaced(term: T, values: Mapping[Term, Term], *, inside: bool = False) -> T:
    """`term` with parts outside of binders replaced; those `inside` of them too where nothing can be caught."""
    if term in values:
        return cast("T", values[term])
    if term.binders and not inside:
        return term
    return rebuild(term, lambda child: replaced(child, values, inside=inside))


def _check_slope(term: Derivative | Gradient | MatrixGradient, used: Mapping[Any, Any]) -> None:
    """Refuse what changes the function that is differentiated: at x = y, d/dx (x*y) is y, and d/dy (y*y) is 2*y."""
    x, body = term.variable, term.body
    new = used.get(x, x)
    others = [used.get(letter, letter) for letter in body.free if letter != x]
    if not isinstance(new, type(x)) or any(new in other.free for other in others):
        put = ", ".join(f"{value} for {letter}" for letter, value in used.items())
        raise SortError(f"{term} is taken at the letter {x}; work the derivative out before {put} is put in")


def substitute_modulus(symbol: Any, values: Mapping[Any, Any]) -> Any:
    """A residue letter with its modulus substituted, a matrix letter with its index sets; any other unchanged."""
    if isinstance(symbol, ResidueVariable):
        return ResidueVariable(symbol.name, substitute(symbol.over, values))
    if isinstance(symbol, MatrixVariable):
        return MatrixVariable(symbol.name, substitute(symbol.rows, values), substitute(symbol.columns, values))
    return symbol


def rename_bound(term: T, names: Mapping[Any, Any]) -> T:
    """`term`, a binder, with its bound symbols renamed."""
    parts = {name: getattr(term, name) for name in term.__match_args__}
    for name in term.binders:
        parts[name] = names.get(parts[name], parts[name])
    for name in term.scope:
        parts[name] = substitute(parts[name], names)
    return type(term)(*parts.values())


def fresh(symbol: Any, taken: set[str]) -> Any:
    """A letter like `symbol` with a name that is not taken, which then is."""
    stem: str = symbol.name.rstrip("'")
    name = next(name for k in count(1) if (name := stem + "'" * k) not in taken)
    taken.add(name)
    return renamed(symbol, name)


def renamed(symbol: Any, name: str) -> Any:
    """A letter like `symbol` with another name."""
    match symbol:
        case Variable(domain=domain, sign=sign, least=least):
            return Variable(name, domain, sign, least)
        case ResidueVariable(over=over):
            return ResidueVariable(name, over)
        case MatrixVariable(rows=rows, columns=columns):
            return MatrixVariable(name, rows, columns)
        case _:
            return VectorVariable(name)


def name_of(symbol: Term) -> str:
    """The name of a symbol."""
    return str(getattr(symbol, "name", ""))


def names_in(*terms: Term) -> set[str]:
    """The names of the letters that are spoken of."""
    return {name_of(letter) for term in terms for letter in term.free}


def open_symbol(
    symbol: Term, low: Scalar | None, high: Scalar | None, around: Iterable[Term], inside: Iterable[Term]
) -> Term:
    """The letter that a binder's symbol becomes when the binder is opened: a name that is free neither `around` the
    binder nor, but as the symbol, `inside`; an integer without a sign of its own where the binder states a range."""
    taken = {name_of(free) for term in inside for free in term.free - {symbol}}
    taken |= names_in(*around, *(bound for bound in (low, high) if bound is not None))
    letter = symbol
    if isinstance(symbol, Variable) and (low is not None or high is not None):
        least = symbol.least if low is None else None
        natural = isinstance(low, Number) and low.value >= 0
        if natural and isinstance(low, Number):
            least = int(low.value)
        letter = Variable(
            symbol.name, "natural" if natural or (least is not None and least >= 0) else "integer", least=least
        )
    return fresh(letter, taken) if name_of(letter) in taken else letter
