"""Statements taken apart and put together: what a conjunction joins, what an equation says read from either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard, overload

from symproof.statement.tree import NEGATED, And, Each, Or, Prop, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from symproof.term import Term


def parts_of(prop: Prop) -> tuple[Prop, ...]:
    """What a conjunction joins; any other statement is its only part."""
    return prop.args if isinstance(prop, And) else (prop,)


@overload
def under_each(prop: Prop) -> Prop: ...
@overload
def under_each(prop: Prop | None) -> Prop | None: ...
def under_each(prop: Prop | None) -> Prop | None:
    """What a statement says of its letters, without the "for all" in front of it; None of none."""
    while isinstance(prop, Each):
        prop = prop.body
    return prop


def all_of(props: Iterable[Prop]) -> Prop:
    """The conjunction of any number of statements: of one, that statement itself."""
    args = tuple(props)
    return args[0] if len(args) == 1 else And(args)


def any_of(props: Iterable[Prop]) -> Prop:
    """At least one of any number of statements: of one, that statement itself."""
    args = tuple(props)
    return args[0] if len(args) == 1 else Or(args)


def negated(relation: Relation) -> Relation:
    """The opposite of a relation: of x < y it is x >= y."""
    return Relation(NEGATED[relation.kind], relation.left, relation.right)


def is_equation(prop: object) -> TypeGuard[Relation]:
    """Whether a statement is an equation."""
    return isinstance(prop, Relation) and prop.kind == "="


def both_ways(relation: Relation) -> tuple[tuple[Term, Term], tuple[Term, Term]]:
    """The sides of an equation from left to right and from right to left."""
    return (relation.left, relation.right), (relation.right, relation.left)
