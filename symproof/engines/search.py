"""The search for a certificate: what a goal is made of decides, then the engines are tried in order.

A goal is first given a value (each condition of definedness that is not evident is proved and stated), then taken
apart by its logic; a relation that is left goes to the engines of the table below, cheapest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, overload

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline
from symproof.engines.vain import Vain
from symproof.engines.valued import has_value, own_definedness, with_values
from symproof.errors import SortError
from symproof.printed import Approx
from symproof.properties import Property
from symproof.rates import BigO
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.meaning import flatten, meaning
from symproof.trusted.rejected import Rejected

Engine = Callable[["Search", Facts, Any], "Certificate | None"]
"""Asked for a relation; those that tell cases apart, for an alternative too."""
Wrap = Callable[[Certificate], Certificate]
"""Around a certificate from facts that were added, one from those before them."""
Step = tuple[st.Prop, Certificate]
"""A fact on the way to a goal, with its proof."""
DEEPEST = 12
FRUITLESS = (*NOT_NORMAL, SortError)
"""An engine that meets what has no normal form, or puts in a value where only a letter may stand, has found nothing."""
FALSE = st.Relation("<", tm.ZERO, tm.ZERO)
"""What is proved of facts that contradict each other."""


@dataclass
class Search:
    """One search: its deadline, the engines it may use by name, and what it found out on the way."""

    deadline: Deadline
    engines: Sequence[tuple[str, Engine]]
    depth: int = 0
    inductions: int = 0
    opposed: bool = False
    """Whether the opposite of a goal is supposed already."""
    light: Sequence[tuple[str, Engine]] = ()
    """The engines that are tried on an equation which is only a guess."""
    words: list[str] = field(default_factory=list)
    """The names of the engines that closed goals, in order."""
    missing: list[st.Prop] = field(default_factory=list)
    """Conditions of definedness that could not be proved."""
    left: list[st.Prop] = field(default_factory=list)
    """Goals that no engine closed."""
    vain: Vain = field(default_factory=Vain)
    """What was tried in vain on the same statement."""

    def expired(self) -> bool:
        """Whether the time is over."""
        return self.deadline.over() or self.depth > DEEPEST

    def named(self, *which: str | Engine) -> list[tuple[str, Engine]]:
        """Those of the engines that have one of these names, or are one of these."""
        return [row for row in self.engines if row[0] in which or row[1] in which]

    def others(self, *which: str | Engine) -> list[tuple[str, Engine]]:
        """All engines but those that have one of these names, or are one of these."""
        return [row for row in self.engines if row[0] not in which and row[1] not in which]

    def among(self, engines: Sequence[tuple[str, Engine]], seconds: float | None = None) -> Search:
        """This search with other engines, and for `seconds` at the most; what it finds out is its own."""
        deadline = self.deadline if seconds is None else self.deadline.within(seconds)
        return Search(deadline, engines, self.depth, self.inductions, self.opposed, self.light, vain=self.vain)

    def without(self, engine: Engine, seconds: float | None = None) -> Search:
        """This search without an engine, which asks it; what it finds out is its own."""
        return self.among(self.others(engine), seconds)

    def go_on(self, engine: Engine, facts: Facts, goal: st.Prop) -> Certificate | None:
        """The goal by the engines without one, which has added facts; what closes it is named in its place."""
        inner = self.without(engine)
        found = inner.prove(facts, goal)
        self.words += inner.words if found is not None else []
        return found

    def aside(
        self, engines: Sequence[tuple[str, Engine]], seconds: float | None = None, *, opposed: bool = False
    ) -> Search:
        """A search for a goal beside the way, as deep as this one: no induction is counted, and there is nothing light."""
        deadline = self.deadline if seconds is None else self.deadline.within(seconds)
        return Search(deadline, engines, self.depth, opposed=opposed, vain=self.vain)

    def prove(self, facts: Facts, goal: st.Prop, deeper: int = 1) -> Certificate | None:
        """A certificate for `goal` from `facts`, or None; not `deeper` is what "for each" and "if" at the very top lead to."""
        self.vain.asked += 1
        if self.expired():
            return None
        self.depth += deeper
        try:
            return self._prove(facts, goal)
        finally:
            self.depth -= deeper

    def try_out(self, facts: Facts, goal: st.Prop) -> Certificate | None:
        """A certificate for a goal that is a guess: by the light engines alone, so that a wrong guess costs little."""
        if any(map(facts.evident, _opposites(goal))):
            return None
        inner = self.aside(self.light)
        found = inner.prove(facts, goal)
        if found is not None:
            self.words += inner.words
        return found

    def _prove(self, facts: Facts, goal: st.Prop) -> Certificate | None:
        if isinstance(goal, st.Relation) and isinstance(goal.left, tm.Matrix):
            from symproof.engines.linear_algebra.matrices import exhibited  # which searches in its turn

            if (shown := exhibited(self, facts, goal)) is not None:
                self.words.append("matrices")
                return shown
        return self.with_value(facts, own_definedness(goal), lambda facts: self._by_logic(facts, goal))

    def with_value(
        self, facts: Facts, conditions: Iterable[st.Prop], prove: Callable[[Facts], Certificate | None]
    ) -> Certificate | None:
        """What `prove` finds where conditions of definedness are known: those that are not evident are proved and stated."""
        stated: list[Step] = []
        for condition in conditions:
            if facts.evident(condition):
                continue
            proof = self._prove_condition(facts, condition)
            if proof is None:
                self.missing.append(condition)
                return None
            stated.append((condition, proof))
            facts = facts.extended([condition])
        return state(stated, prove(facts))

    def _prove_condition(self, facts: Facts, condition: st.Prop) -> Certificate | None:
        """A proof of a condition of definedness; what it leaves open is no goal of the author's."""
        self.vain.asked += 1
        inner = self.aside(self.engines)
        match condition:
            case st.Relation("!=", tm.Elementary("sqrt", (square,)), right) if right == tm.ZERO:
                positive = st.Relation(">", square, tm.ZERO)
                proof = inner._by_logic(facts, positive)
                if proof is not None:
                    return ct.Have(positive, proof, ct.Evident())
        return inner._by_logic(facts, condition)

    def _by_logic(self, facts: Facts, goal: st.Prop) -> Certificate | None:
        if not isinstance(goal, st.Relation) and facts.evident(goal) and has_value(facts, goal):
            return ct.Evident()
        match goal:
            case st.And(args):
                return self._all(facts, args)
            case st.Iff(left, right):
                return self._all(facts, (st.Implies(left, right), st.Implies(right, left)))
            case st.Implies(left, right):
                return _then(self._prove_supposed(facts.extended([left]), right), ct.Suppose)
            case st.Each(low=low, high=high) if (
                low is not None and high is not None and facts.evident(empty := st.Relation("<", high, low))
            ):
                return _of_nothing(facts, empty)
            case st.Each(symbol, body, low, high):
                from symproof.engines.logic.ends import ends  # which searches in its turn

                if (found := ends(self, facts, goal)) is not None:
                    return found
                letter, inside = facts.opened(symbol, low, high, body)
                return _then(self.prove(inside, substitute(body, {symbol: letter}), self.depth > 1), ct.Suppose)
            case st.Or(args):
                from symproof.engines.logic.alternatives import (  # which search in their turn
                    by_first_of_both,
                    from_another,
                    from_flat,
                )

                if any(isinstance(arg, st.Or) for arg in args):
                    return from_flat(self, facts, goal)
                found = None if goal.free else self._one_of(facts, args)  # of numbers, one part holds by itself
                found = found or self._by_cases(facts, goal) or from_another(self, facts, goal)
                if found is not None:
                    return found
                for k, arg in enumerate(args):
                    if facts.evident(arg):
                        return ct.Choose(k, ct.Evident())
                found = self._by_opposites(facts, args, 0)
                if found is None and len(args) == 2:
                    found = self._first_by_opposite(facts, args)
                return found or self._one_of(facts, args) or by_first_of_both(self, facts, goal)
            case st.Relation(left=tm.Matrix()):
                return self._of_matrices(facts, goal)
            case st.Minimizer() | st.Not() | Property() | Approx():
                try:
                    return _then(self.prove(facts, meaning(goal, facts.props)), ct.Meaning)
                except Rejected:
                    return None
            case BigO():
                from symproof.engines.functions.rates import rate  # which searches in its turn

                return rate(self, facts, goal)
            case st.SumsTo():
                from symproof.engines.sums.series import series  # which searches in its turn

                return series(self, facts, goal)
            case st.Relation():
                return self._by_engines(facts, goal)
            case st.Exists():
                from symproof.engines.integers.remainders import existence  # which searches in its turn

                return existence(self, facts, goal)
            case _:
                return None

    def _prove_supposed(self, facts: Facts, goal: st.Prop) -> Certificate | None:
        """A proof from facts that are not known to have values, as they are supposed to hold: then they have."""
        facts, numbers = with_values(facts)
        proof = self.prove(facts, goal, self.depth > 1)
        return closed([partial(ct.Valued, number) for number in numbers], proof)

    def _of_matrices(self, facts: Facts, goal: st.Relation) -> Certificate | None:
        """A relation between matrices: as such, else entry by entry."""
        from symproof.engines.linear_algebra.families import families  # which searches in its turn
        from symproof.engines.linear_algebra.insides import insides  # which searches in its turn
        from symproof.engines.linear_algebra.matrices import exhibited, matrices  # and so do these
        from symproof.engines.linear_algebra.matrix_powers import by_powers, by_squares
        from symproof.engines.linear_algebra.nearby import nearby
        from symproof.engines.linear_algebra.of_all_columns import of_all_columns
        from symproof.engines.linear_algebra.singular import differing

        if goal.kind == "!=" and (apart := differing(self, facts, goal)) is not None:
            self.words.append("matrices")
            return apart
        found = matrices(self, facts, goal) or exhibited(self, facts, goal, known=True)
        found = found or insides(self, facts, goal) or by_powers(self, facts, goal)
        found = found or by_squares(self, facts, goal)
        if found is None and goal.kind == "=" and self.named(families):
            found = families(self, facts, goal)
        if found is not None:
            self.words.append("matrices")
            return found
        for engine in (of_all_columns, nearby):
            if self.named(engine) and (found := engine(self, facts, goal)) is not None:
                return found
        said = [fact for fact in facts.props if isinstance(fact, st.Relation)]
        if goal.kind == "=" and said:
            from symproof.engines.stages import FIRST_OF_MATRICES  # whose engines search in their turn

            of_numbers = any(isinstance(fact.left, tm.Scalar) for fact in said)
            first = tuple(row for row in FIRST_OF_MATRICES if row[1] is not families)  # which has been asked
            inner = self if of_numbers else self.among(first, 0.5)
            gap = goal.left - tm.matrix_term(goal.right)  # type: ignore[operator]
            square = tm.MatrixTrace(tm.Transpose(gap) @ gap)
            if (proof := inner.prove(facts, st.Relation("<=", square, tm.ZERO))) is not None:
                return ct.Definite(proof)
        try:
            return _then(self.prove(facts, meaning(goal, facts.props)), ct.Meaning)
        except Rejected:
            return None

    def _all(self, facts: Facts, goals: Iterable[st.Prop]) -> Certificate | None:
        stated = in_turn(self, facts, goals)
        return None if stated is None else ct.Parts(tuple(proof for _, proof in stated))

    def _by_cases(self, facts: Facts, goal: st.Or) -> Certificate | None:
        """An alternative as a whole: which part holds may differ from case to case."""
        from symproof.engines.integers.exponential import exponential, outgrown
        from symproof.engines.integers.factored import factored
        from symproof.engines.integers.few import few
        from symproof.engines.polynomials.arithmetic import linear  # which search in their turn
        from symproof.engines.polynomials.ideal import ideal

        for name, engine in self.named(linear, ideal, exponential, outgrown, factored, few):
            if (found := engine(self, facts, goal)) is not None:
                self.words += [name] if name else []
                return found
        if all(isinstance(arg, st.Exists) for arg in goal.args):
            from symproof.engines.integers.remainders import one_of

            return one_of(self, facts, goal)
        return None

    def _one_of(self, facts: Facts, args: Sequence[st.Prop]) -> Certificate | None:
        """A part of an alternative that holds by itself: last, as what is known of the others is of no use here."""
        for k, arg in enumerate(args):
            proof = self.prove(facts, arg)
            if proof is not None:
                return ct.Choose(k, proof)
        return None

    def _by_opposites(self, facts: Facts, args: Sequence[st.Prop], k: int) -> Certificate | None:
        """The last part of an alternative, where none of those before it holds."""
        if k == len(args) - 1:
            return _then(self.prove(facts, args[k]), partial(ct.Choose, k))
        part = args[k]
        if not isinstance(part, st.Relation) or not isinstance(part.left, (tm.Scalar, tm.Vector)):
            return None
        opposite = st.negated(part)
        rest = self._by_opposites(facts.extended([opposite]), args, k + 1)
        return None if rest is None else ct.Cases(part, ct.Choose(k, ct.Evident()), rest)

    def _first_by_opposite(self, facts: Facts, args: Sequence[st.Prop]) -> Certificate | None:
        """The first of two parts, where the second does not hold."""
        match args[1]:
            case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
                opposite = st.Relation(st.NEGATED[kind], left, right)
                proof = self.prove(facts.extended([opposite]), args[0])
                return None if proof is None else ct.Cases(args[1], ct.Choose(1, ct.Evident()), ct.Choose(0, proof))
        return None

    def _by_engines(self, facts: Facts, goal: st.Relation) -> Certificate | None:
        if facts.evident(goal):
            return ct.Evident()
        vain, asked = self.vain, (facts, goal, self.inductions, self.opposed)
        tried, whole = vain.engines.setdefault(asked, {}), (asked, tuple(self.engines), tuple(self.light))
        if (known := vain.searches.get(whole)) is not None and known[0] <= self.depth:
            self.left += known[1]
            self.missing += known[2]
            return None
        left, missing = len(self.left), len(self.missing)
        for name, engine in self.engines:
            if tried.get(engine, DEEPEST + 1) <= self.depth:
                continue
            if vain.look is not None:
                vain.look(engine)
            found, before = None, vain.asked
            with suppress(*FRUITLESS):
                found = engine(self, facts, goal)
            if found is not None:
                if name:
                    self.words.append(name)
                return found
            if self.expired():
                return None
            if vain.asked == before:
                tried[engine] = self.depth
        self.left.append(goal)
        vain.searches[whole] = self.depth, self.left[left:], self.missing[missing:]
        return None


def every(found: Iterable[Certificate | None]) -> tuple[Certificate, ...] | None:
    """All proofs that are looked for, or None where one is not found: those behind it are not looked for then."""
    whole: list[Certificate] = []
    for each in found:
        if each is None:
            return None
        whole.append(each)
    return tuple(whole)


def _of_nothing(facts: Facts, empty: st.Relation) -> Certificate:
    """What is said of all k in low..high, where high < low is evident: low <= k and k <= high contradict it."""
    pieces = (ct.Piece(tm.ONE, (len(facts.props) + k,)) for k in range(3))
    return ct.Suppose(ct.Absurd(ct.Have(empty, ct.Evident(), ct.Combination(tuple(pieces)))))


def _opposites(goal: st.Prop) -> list[st.Prop]:
    """The opposites of the relations between scalars that a goal says."""
    return [
        st.negated(part) for part in flatten(goal) if isinstance(part, st.Relation) and isinstance(part.left, tm.Scalar)
    ]


def _then(proof: Certificate | None, wrap: Callable[[Certificate], Certificate]) -> Certificate | None:
    return None if proof is None else wrap(proof)


@overload
def state(stated: Sequence[Step], rest: Certificate) -> Certificate: ...
@overload
def state(stated: Sequence[Step], rest: Certificate | None) -> Certificate | None: ...
def state(stated: Sequence[Step], rest: Certificate | None) -> Certificate | None:
    """`rest` after the facts that it builds on, each with its proof; None of none."""
    return closed([partial(ct.Have, prop, proof) for prop, proof in stated], rest)


def in_turn(search: Search, facts: Facts, props: Iterable[st.Prop]) -> list[Step] | None:
    """Proofs of some facts, each after those before it; None where one is lacking."""
    stated: list[Step] = []
    for prop in props:
        proof = search.prove(facts, prop)
        if proof is None:
            return None
        stated.append((prop, proof))
        facts = facts.extended([prop])
    return stated


@overload
def closed(wraps: Sequence[Wrap], proof: Certificate) -> Certificate: ...
@overload
def closed(wraps: Sequence[Wrap], proof: Certificate | None) -> Certificate | None: ...
def closed(wraps: Sequence[Wrap], proof: Certificate | None) -> Certificate | None:
    """A proof after what was stated for it, the last first; None of none."""
    if proof is not None:
        for wrap in reversed(wraps):
            proof = wrap(proof)
    return proof


def sum_of_facts(*numbers: int, rewrites: tuple[int, ...] = ()) -> ct.Combination:
    """A goal that is the sum of some facts, each taken once."""
    return ct.Combination(tuple(ct.Piece(tm.ONE, (number,)) for number in numbers), rewrites)
