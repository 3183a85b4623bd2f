"""Linear arithmetic with the logic around it: alternatives, |x|, max and min, a != b, integers.

The goal's opposite is supposed and a contradiction is looked for. What is linear goes to a simplex (`simplex`), which finds a
model or multipliers. Only what its model breaks is told apart by cases: an alternative, an a != b, an |x| that is neither x nor
-x, an integer that is none; and a case whose proof does not use it is no case. Any product of atoms counts as one unknown, so a
goal may be about x*y as long as it is linear in it. Nothing here is trusted.

Where the linear part has a model and nothing is left to tell apart, `close` may still know a contradiction of the facts there.

Limits: MOST_CASES; relations between scalars.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.constraints import Constraint, Constraints
from symproof.engines.polynomials.simplex import PivotLimit
from symproof.engines.search import FALSE, Search
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.meaning import flatten, opposite

MOST_CASES, MOST_TRIED, MOST_BOUNDS, DEEPEST = 300, 8, 5, 40
Context = tuple[st.Prop, ...]
Close = Callable[[Search, Facts], "Certificate | None"]
"""A proof of 0 < 0 from facts, or None."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof, to be written where the facts are known by number; `uses` are the facts that it needs."""

    write: Callable[[Context], Certificate]
    uses: frozenset[st.Prop]


@dataclass(frozen=True, slots=True)
class Closed:
    """A branch that is proved."""

    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Open:
    """A branch that goes on, with more facts; `wrap` makes its proof out of that of the contradiction."""

    added: tuple[st.Prop, ...] = ()
    wrap: Callable[[Context, Certificate], Certificate] = lambda _, proof: proof
    needs: frozenset[st.Prop] = frozenset()
    derived: tuple[st.Relation, ...] = ()
    """Orders that hold at sight in this branch."""


@dataclass(frozen=True, slots=True)
class Split:
    """Two branches: a relation holds, or its opposite does."""

    relation: st.Relation
    yes: Tree
    no: Tree


@dataclass(frozen=True, slots=True)
class Choice:
    """The branches of an alternative among the facts."""

    fact: st.Prop
    branches: tuple[Open, ...]


Tree = Closed | Open | Split | Choice


def linear(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A relation, or an alternative of relations, by linear arithmetic and cases."""
    return refute(search, facts, goal, None)


def refute(search: Search, facts: Facts, goal: st.Prop, close: Close | None) -> Certificate | None:
    """A proof of a goal by cases; `close` is asked for a contradiction where the linear part has none."""
    tree: Tree | None
    if goal == FALSE:
        tree = Open()
    else:
        tree = decision(goal, Closed, Open(wrap=lambda _, proof: ct.Absurd(proof)))
    if tree is None:
        return None
    try:
        proof = Cases(search, facts, goal, close).walk(tree)
    except PivotLimit:
        return None
    if proof is None:
        return None
    return proof.write(facts.props)


def decision(prop: st.Prop, yes: Callable[[Certificate], Tree | None], no: Tree) -> Tree | None:
    """Cases that tell whether a statement holds, and where it does a proof of it; None for what is not made of relations."""
    match prop:
        case st.Relation(left=tm.Scalar()):
            branch = yes(ct.Evident())
            return None if branch is None else Split(prop, branch, no)
        case st.Not(arg) if (turned := opposite(arg)) is not None:
            return decision(turned, lambda proof: yes(ct.Meaning(proof)), no)
        case st.And(args):
            return _all(args, (), yes, no)
        case st.Or(args):
            tree: Tree | None = no
            for k in reversed(range(len(args))):
                if tree is None:
                    return None
                tree = decision(args[k], lambda proof, k=k: yes(ct.Choose(k, proof)), tree)  # type: ignore[misc]
            return tree
        case _:
            return None


def _all(
    args: Sequence[st.Prop], proofs: tuple[Certificate, ...], yes: Callable[[Certificate], Tree | None], no: Tree
) -> Tree | None:
    if len(proofs) == len(args):
        return yes(ct.Parts(proofs))
    return decision(args[len(proofs)], lambda proof: _all(args, (*proofs, proof), yes, no), no)


class Cases:
    """The search by cases: where it is, and what is left to tell apart."""

    def __init__(self, search: Search, facts: Facts, goal: st.Prop, close: Close | None) -> None:
        self.search = search
        self.facts = facts
        self.close = close
        self.constraints = Constraints(facts)
        self.pending: list[st.Prop] = []
        self.added: list[st.Prop] = []
        self.settled: list[st.Prop] = []
        self.count = 0
        for prop in (*facts.props, goal):
            self.constraints.survey(prop)
        self.assume(facts.props)

    def assume(self, props: Sequence[st.Prop]) -> None:
        """Take facts in: the orders and equations as constraints, the rest to be told apart."""
        for prop in props:
            match prop:
                case st.Relation(kind, tm.Scalar()):
                    if kind == "!=":
                        self.pending.append(prop)
                    else:
                        self.constraints.add(prop)
                case st.Or() | st.Implies():
                    self.pending.append(prop)

    def walk(self, tree: Tree) -> Proof | None:
        """A proof of what a tree of cases asks for."""
        match tree:
            case Closed(certificate):
                return Proof(lambda _: certificate, frozenset((FALSE,)))  # a goal's proof is never cut short
            case Open():
                return self._open(tree)
            case Split(relation, yes, no):
                opposite = st.negated(relation)
                first = self._within((relation,), yes)
                if first is None or (relation not in first.uses and FALSE not in first.uses):
                    return first
                second = self._within((opposite,), no)
                if second is None or (opposite not in second.uses and FALSE not in second.uses):
                    return second
                return Proof(
                    partial(_write_cases, relation, opposite, first, second),
                    (first.uses - {relation}) | (second.uses - {opposite}),
                )
            case Choice(fact, branches):
                proofs = []
                uses = frozenset((fact,))
                for branch in branches:
                    proof = self._from(branch)
                    if proof is None or proof.uses.isdisjoint(branch.added):
                        return proof
                    proofs.append(proof)
                    uses |= proof.uses - frozenset(branch.added)
                return Proof(partial(_write_choice, fact, branches, tuple(proofs)), uses)

    def _within(self, added: tuple[st.Prop, ...], tree: Tree) -> Proof | None:
        """A proof in a branch, and back to where it branched."""
        self.count += 1
        if self.count > MOST_CASES or self.search.expired():
            return None
        if isinstance(tree, Closed):
            return self.walk(tree)
        mark, waiting, so_far = self.constraints.mark(), len(self.pending), len(self.added)
        self.assume(added)
        self.added += added
        try:
            return self.walk(tree)
        finally:
            self.constraints.undo(mark)
            del self.pending[waiting:]
            del self.added[so_far:]

    def _open(self, branch: Open) -> Proof | None:
        proof = self._from(branch)
        if proof is None or (branch.added and proof.uses.isdisjoint(branch.added)):
            return proof  # nothing of the branch is used
        uses = proof.uses - frozenset(branch.added)
        return Proof(
            lambda context: branch.wrap(context, proof.write((*context, *branch.added))),
            uses | branch.needs if branch.added else uses,
        )

    def _from(self, branch: Open) -> Proof | None:
        """A contradiction in a branch, and back."""
        mark, waiting, so_far = self.constraints.mark(), len(self.pending), len(self.added)
        self.assume(branch.added)
        for order in branch.derived:
            self.constraints.add_silent(order, branch.needs)
        self.added += branch.added
        try:
            return self._contradiction()
        finally:
            self.constraints.undo(mark)
            del self.pending[waiting:]
            del self.added[so_far:]

    def _contradiction(self) -> Proof | None:
        """A proof of 0 < 0 here."""
        conflict = self.constraints.conflict()
        if conflict is not None:
            return Proof(partial(_write_leaf, conflict), frozenset().union(*(c.needs for c, _ in conflict)))
        found = self._next() if len(self.settled) < DEEPEST else None
        if found is None and self.close is not None:
            certificate = self.close(self.search, self.facts.extended(self.added))
            if certificate is not None:
                return Proof(lambda _: certificate, frozenset(self.added))
            found = self._next(all_=True)  # the model is of the linear part only
        if found is None:
            return None
        prop, tree = found
        self.settled.append(prop)
        try:
            return self.walk(tree)
        finally:
            self.settled.pop()

    # What to tell apart ---------------------------------------------------------------------------

    def _next(self, all_: bool = False) -> tuple[st.Prop, Tree] | None:
        """The cases with the fewest branches of those that the model breaks, and what they are cases of; with `all_`, of
        the alternatives that are left."""
        best: tuple[int, st.Prop, Tree] | None = None
        tried = list(self._left() if all_ else self._broken())[:MOST_TRIED]
        if len(tried) == 1:
            return tried[0]
        for prop, tree in tried:
            alive = sum(self._is_alive(branch) for branch in _leaves(tree))
            if best is None or alive < best[0]:
                best = alive, prop, tree
            if alive <= 1:
                break
        return None if best is None else best[1:]

    def _left(self) -> Iterator[tuple[st.Prop, Tree]]:
        for prop in self.pending:
            if (
                prop not in self.settled
                and not isinstance(prop, st.Relation)
                and (tree := _told_apart(prop)) is not None
            ):
                yield prop, tree

    def _broken(self) -> Iterator[tuple[st.Prop, Tree]]:
        constraints = self.constraints
        for prop in self.pending:
            if prop in self.settled or constraints.holds(prop) is not False:
                continue
            if (tree := _told_apart(prop)) is not None:
                yield prop, tree
        for absolute, inside in constraints.broken_absolutes():
            relation = st.Relation(">=", inside, ZERO)
            opposite = st.Relation("<", inside, ZERO)
            if relation in self.settled:
                continue
            yield (
                relation,
                Split(
                    relation,
                    Open(needs=frozenset((relation,)), derived=(st.Relation("<=", absolute, inside),)),
                    Open(needs=frozenset((opposite,)), derived=(st.Relation("<=", absolute, tm.Neg(inside)),)),
                ),
            )
        broken = list(constraints.broken_integers())
        for prop in self.pending if broken else ():  # on each side of a != b the bounds between integers are tighter
            if isinstance(prop, st.Relation) and prop not in self.settled and constraints.holds(prop):
                yield prop, _told_apart(prop) or Open()
        for letter, value in broken:
            if sum(isinstance(prop, st.Relation) and prop.left == letter for prop in self.settled) >= MOST_BOUNDS:
                continue  # an integer without bounds could be told apart for ever
            relation = st.Relation("<=", letter, tm.Number(Fraction(value)))
            yield relation, Split(relation, Open(), Open())

    def _is_alive(self, branch: tuple[st.Prop, ...]) -> bool:
        mark = self.constraints.mark()
        for prop in branch:
            for part in flatten(prop):
                if isinstance(part, st.Relation) and part.kind != "!=" and isinstance(part.left, tm.Scalar):
                    self.constraints.add(part)
        alive = self.constraints.conflict() is None
        self.constraints.undo(mark)
        return alive


def _told_apart(prop: st.Prop) -> Tree | None:
    """The cases of a fact that is no single constraint."""
    match prop:
        case st.Relation("!=", left, right):
            below, above = st.Relation("<", left, right), st.Relation(">", left, right)
            return Choice(prop, (Open((below,)), Open((above,))))
        case st.Or(args):
            return Choice(prop, tuple(Open(tuple(flatten(arg))) for arg in args))
        case st.Implies(left, right):
            parts = tuple(flatten(right))
            needs = frozenset((prop, *_relations(left)))

            def detached(premise: Certificate) -> Tree:
                def wrap(context: Context, rest: Certificate) -> Certificate:
                    return ct.Detach(context.index(prop), premise, rest)

                return Open(parts, wrap, needs)

            return decision(left, detached, Open())
        case _:
            return None


def _relations(prop: st.Prop) -> Iterator[st.Prop]:
    """The relations in a statement, and their opposites."""
    if isinstance(prop, st.Relation):
        yield from (prop, st.negated(prop))
        return
    for part in prop.children():
        if isinstance(part, st.Prop):
            yield from _relations(part)


def _leaves(tree: Tree) -> Iterator[tuple[st.Prop, ...]]:
    """What is added in each branch of a tree of cases."""
    match tree:
        case Open(added, derived=derived):
            yield (*added, *derived)
        case Split(relation, yes, no):
            opposite = st.negated(relation)
            for first, branch in ((relation, yes), (opposite, no)):
                for rest in _leaves(branch):
                    yield (first, *rest)
        case Choice(_, branches):
            for each in branches:
                yield from _leaves(each)


# Writing -------------------------------------------------------------------------------------------


def _write_cases(relation: st.Relation, opposite: st.Relation, yes: Proof, no: Proof, context: Context) -> Certificate:
    return ct.Cases(relation, yes.write((*context, relation)), no.write((*context, opposite)))


def _write_choice(
    fact: st.Prop, branches: tuple[Open, ...], proofs: tuple[Proof, ...], context: Context
) -> Certificate:
    written = (proof.write((*context, *branch.added)) for branch, proof in zip(branches, proofs, strict=True))
    return ct.Alternatives(context.index(fact), tuple(written))


def _write_leaf(conflict: list[tuple[Constraint, Fraction]], context: Context) -> Certificate:
    """0 < 0 as a combination of facts, those that hold at sight stated before."""
    stated: list[Constraint] = []
    for constraint, _ in conflict:
        _state(constraint, context, stated)
    numbered = [*context, *(constraint.prop for constraint in stated)]
    pieces = []
    rest = Fraction(0)
    for constraint, multiplier in conflict:
        rest -= multiplier * constraint.constant
        if constraint.silent:
            continue
        number: tm.Scalar = tm.Number(multiplier)
        weight = number if constraint.weight is None else tm.Mul((number, constraint.weight))
        pieces.append(ct.Piece(weight, () if constraint.at_sight else (numbered.index(constraint.prop),)))
    if rest:
        pieces.append(ct.Piece(tm.Number(rest)))
    found: Certificate = ct.Combination(tuple(pieces))
    for constraint in reversed(stated):
        assert constraint.state is not None  # as it was stated
        found = constraint.state(found)
    return found


def _state(constraint: Constraint, context: Context, stated: list[Constraint]) -> None:
    """What must be stated before a constraint is a fact, in order."""
    if constraint.origin is not None:
        _state(constraint.origin, context, stated)
    known = constraint.prop in context or any(constraint.prop == other.prop for other in stated)
    if constraint.state is not None and not known:
        stated.append(constraint)
