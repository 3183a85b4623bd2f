"""Exact evaluation at a point: what a term is worth, whether a statement holds, and whether a claim fails there.

This is what promise 2 rests on ("nothing true is refuted"): `failure` finds at a point that every hypothesis holds and
that the claim has a value and is false, or raises. A claim that has no value at a point is not refuted there, nor is
one whose hypotheses cannot be decided.

Hypotheses about infinitely many indices are decided in two cases: a recurrence that defines a sequence holds by
construction (see `recurrence`), and a property of free sequences is tried at each index up to where all of them have
become constant, and all bounds of the index are passed. A recurrence is such a property too where the point gives all
members: this is tried where the first does not decide. Limits: a hypothesis about all vectors or all reals is decided
where it is quadratic in them (`universal`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, TypeVar

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.endless import missed
from symproof.evaluation.exact import Number, Row, compare, same, settled
from symproof.evaluation.interpretation import TERMS, Env, Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.recurrence import conjuncts, definitions, offset_from, recurrences, references
from symproof.evaluation.truth import holds_in, in_domain, lower_end, premise_holds, values_of
from symproof.point import Point
from symproof.printed import Approx, read_digits
from symproof.substitution import substitute

__all__ = ["Failure", "Hypotheses", "NoValue", "NotAFailure", "Undecided", "admissible", "failure", "holds", "value"]

T = TypeVar("T")
TOO_LARGE = (RecursionError, OverflowError, MemoryError)


class NotAFailure(Exception):
    """The point does not show that the claim is false; the message says why."""


@dataclass(frozen=True, slots=True)
class Failure:
    """How a claim fails: `relation` is the innermost statement that is false, `left` and `right` are the values of its
    sides there, `difference` is left - right (None where there is none: residues, statements that are no relation).
    `words` say what is wrong where that is plainer than the values."""

    relation: st.Prop
    left: Number | Row | int | None
    right: Number | Row | int | None
    difference: Number | Row | None
    words: str = ""


def value(term: tm.Term, point: Point) -> Number | Row | int | tuple[Row, ...]:
    """The value of a term at a point: a number for a scalar, coordinates for a vector, one of 0..n-1 for a residue,
    rows for a matrix.

    Raises:
        NoValue: the term has no value there.
        Undecided: it cannot be told, or it is too large.

    >>> from symproof import real
    >>> x = real("x")
    >>> value(1 / (x + 1), Point({x: Fraction(1, 2)}))
    Fraction(2, 3)
    """
    return _sheltered(lambda: _value(term, meaning := Interpretation(point), meaning.env))  # type: ignore[no-any-return]


def holds(prop: st.Prop, point: Point) -> bool:
    """Whether a statement is true at a point; raises as `value` does."""
    return _sheltered(lambda: holds_in(meaning := Interpretation(point), prop, meaning.env))


def admissible(given: Iterable[st.Prop], point: Point) -> bool:
    """Whether all hypotheses, and the declarations of their letters, hold at a point; one without a value does not.

    Raises:
        Undecided: it cannot be told.
    """
    hypotheses = Hypotheses(tuple(given))
    try:
        return _sheltered(lambda: hypotheses.hold_in(Interpretation(point)))
    except NoValue:
        return False


def failure(statement: st.Statement, point: Point) -> Failure:
    """How the claim fails at a point where all hypotheses hold.

    Raises:
        NotAFailure: a hypothesis does not hold there, the claim holds or has no value, or it cannot be told.

    >>> from symproof import positive, real
    >>> x, y = positive("x"), real("y")
    >>> failure(st.Statement((), x * y >= y), Point({x: Fraction(1, 2), y: Fraction(1)})).difference
    Fraction(-1, 2)
    """
    hypotheses = Hypotheses(statement.given, statement.free)
    try:
        return _sheltered(lambda: hypotheses.failure_in(Interpretation(point), statement.claim))
    except (NoValue, Undecided) as problem:
        if not hypotheses.rules:
            raise NotAFailure(str(problem)) from None
    listed = Hypotheses(statement.given, statement.free, defining=False)
    try:
        return _sheltered(lambda: listed.failure_in(Interpretation(point), statement.claim))
    except (NoValue, Undecided) as problem:
        raise NotAFailure(str(problem)) from None


class Hypotheses:
    """Hypotheses, read once for many points: `letters` are the symbols whose declarations count among them. With `defining`
    recurrences define their sequences; without, a point gives all members of every sequence."""

    def __init__(
        self, given: tuple[st.Prop, ...], letters: frozenset[tm.Term] | None = None, *, defining: bool = True
    ) -> None:
        props = tuple(part for prop in given for part in conjuncts(prop))
        self.letters = frozenset().union(*(prop.free for prop in given)) if letters is None else letters
        self.rules = recurrences(props) if defining else {}
        read = {rule.hypothesis for rule in self.rules.values()}
        self.others = tuple(prop for prop in props if prop not in read)

    def hold_in(self, meaning: Interpretation) -> bool:
        """Whether they hold; from then on `meaning` knows the sequences that they define."""
        return self.broken(meaning) is None

    def broken(self, meaning: Interpretation) -> tm.Term | None:
        """The first hypothesis that is false, or the first letter outside of its declaration."""
        for letter in self.letters:
            if not in_domain(meaning, letter, meaning.look_up(letter, meaning.env)):
                return letter
        meaning.definitions = definitions(self.rules, meaning)
        for sequence, rule in self.rules.items():
            # A member that is defined may be listed at the point, for its reader; then it must be the right one.
            for place in meaning.look_up(sequence, meaning.env).table:
                if not _agrees(meaning, sequence, place):
                    return rule.hypothesis
        for prop in self.others:
            if not self._holds(prop, meaning):
                return prop
        return None

    def _holds(self, prop: st.Prop, meaning: Interpretation) -> bool:
        index = isinstance(prop, st.Each) and isinstance(prop.symbol, tm.Variable) and tm.is_integer(prop.symbol)
        if isinstance(prop, st.Each) and index and prop.high is None:
            return self._holds_at_all_indices(prop, meaning)
        return holds_in(meaning, prop, meaning.env)

    def _holds_at_all_indices(self, prop: st.Each, meaning: Interpretation) -> bool:
        """A property of free sequences for all indices: from some index on nothing changes any more."""
        symbol, low = prop.symbol, lower_end(meaning, prop, meaning.env)
        assert isinstance(symbol, tm.Variable)
        if low is None or not only_in_places(prop.body, symbol, frozenset(self.rules)):
            raise Undecided(f"whether ({prop}) at infinitely many values is not decided at a point")
        last = low
        for sequence, place, _ in references(prop.body):
            offset = offset_from(place, symbol)
            if offset is not None:
                last = max(last, *(k + 1 - offset for k in meaning.look_up(sequence, meaning.env).table), low)
        for offset, other in _comparisons(prop.body, symbol):
            value = meaning.scalar(other, meaning.env)
            if not isinstance(value, Fraction):
                raise Undecided(f"from which {symbol} on ({prop}) says the same is not decided at a point")
            last = max(last, floor(value) + 1 - offset)
        if last - low >= TERMS:
            raise Undecided(f"({prop}) would be tried at more than {TERMS} indices")
        return all(holds_in(meaning, prop.body, {**meaning.env, symbol: Fraction(t)}) for t in range(low, last + 1))

    def failure_in(self, meaning: Interpretation, claim: st.Prop) -> Failure:
        """How `claim` fails where the hypotheses hold; raises `NotAFailure`, `NoValue` or `Undecided`."""
        broken = self.broken(meaning)
        if broken is not None:
            raise NotAFailure(f"{broken}: this hypothesis does not hold at the point")
        return failing(meaning, claim, meaning.env)


def _agrees(meaning: Interpretation, sequence: tm.Sequence, place: int) -> bool:
    listed, computed = meaning.env[sequence].table[place], meaning.member(sequence, place, sequence)
    return same(listed, computed) if isinstance(listed, tuple) else compare(listed, computed) == 0


def only_in_places(term: tm.Term, symbol: tm.Variable, defined: frozenset[tm.Sequence]) -> bool:
    """Whether `symbol` stands only in places `symbol + k` of sequences, none of which is defined by a recurrence, and in
    comparisons of `symbol + k` with what does not depend on it or on any bound letter."""
    if isinstance(term, (tm.ScalarAt, tm.VectorAt)) and offset_from(term.index, symbol) is not None:
        return term.sequence not in defined
    if term == symbol or symbol in (getattr(term, name) for name in term.binders):
        return False
    if isinstance(term, st.Relation) and _comparison(term, symbol) is not None:
        return True
    if term.binders and any(True for _ in _comparisons(term, symbol)):
        return False
    return all(only_in_places(child, symbol, defined) for child in term.children())


def _comparison(relation: st.Relation, symbol: tm.Variable) -> tuple[int, tm.Scalar] | None:
    """k and the other side, where `symbol + k` is compared with what does not depend on the symbol."""
    for side, other in ((relation.left, relation.right), (relation.right, relation.left)):
        offset = offset_from(side, symbol)
        if offset is not None and isinstance(other, tm.Scalar) and symbol not in other.free:
            return offset, other
    return None


def _comparisons(prop: tm.Term, symbol: tm.Variable) -> Iterator[tuple[int, tm.Scalar]]:
    """All of them in a statement: beyond the other sides each is always true, or always false."""
    if isinstance(prop, st.Relation):
        found = _comparison(prop, symbol)
        if found is not None:
            yield found
    elif isinstance(prop, st.Prop):
        for child in prop.children():
            yield from _comparisons(child, symbol)


# How a claim fails ----------------------------------------------------------------------------------


def failing(meaning: Interpretation, prop: st.Prop, env: Env) -> Failure:
    """How `prop` fails where the letters mean what `env` says.

    A quantified claim fails where one instance does; which, the point may say by giving a value to the bound letter. So
    does a minimizer, at a competitor.

    Raises:
        NotAFailure: it does not fail.
        NoValue, Undecided: as ever.
    """
    match prop:
        case st.Relation(left=left, right=right):
            if holds_in(meaning, prop, env):
                raise NotAFailure(f"{prop} holds at the point")
            return _compared(meaning, prop, left, right, env)
        case st.And(args):
            return _first_failing(meaning, args, env)
        case st.Or(args):
            reasons = [failing(meaning, arg, env) for arg in args]
            return reasons[0] if len(reasons) == 1 else Failure(prop, None, None, None)
        case st.Implies(left, right):
            if not premise_holds(meaning, left, env):
                raise NotAFailure(f"{left} does not hold at the point, so nothing is claimed there")
            return failing(meaning, right, env)
        case st.Iff(left, right):
            if premise_holds(meaning, left, env) == premise_holds(meaning, right, env):
                raise NotAFailure(f"both sides of ({prop}) agree at the point")
            here, there = (left, right) if premise_holds(meaning, left, env) else (right, left)
            try:
                return failing(meaning, there, env)
            except NoValue as problem:  # it does not hold there, and the other side does
                return Failure(prop, None, None, None, f"{here} holds, and {problem}")
        case st.Each(symbol, body):
            chosen = _chosen(meaning, prop, env)
            if chosen is not None:
                return failing(meaning, body, {**env, symbol: chosen})
            where = symbol.over if isinstance(symbol, tm.ResidueVariable) else None
            instances = [substitute(body, {symbol: _literal(where, k)}) for k in values_of(meaning, prop, env)]
            return _first_failing(meaning, tuple(instances), env)
        case Approx():
            return _misprinted(meaning, prop, env)
        case st.Minimizer():
            return _beaten(meaning, prop, env)
        case st.SumsTo():
            if not (words := missed(meaning, prop, env)):
                raise NotAFailure(f"({prop}) may hold at the point")
            return Failure(prop, None, None, None, words)
        case _:
            if holds_in(meaning, prop, env):
                raise NotAFailure(f"({prop}) holds at the point")
            return Failure(prop, None, None, None)


def _first_failing(meaning: Interpretation, props: tuple[st.Prop, ...], env: Env) -> Failure:
    for prop in props:
        try:
            return failing(meaning, prop, env)
        except NotAFailure:
            continue
    raise NotAFailure("every part of the claim holds at the point")


def _chosen(meaning: Interpretation, prop: st.Each, env: Env) -> Any:
    """The value that the point gives to the letter of a quantified claim; None where it gives none in its range."""
    symbol = prop.symbol
    chosen = meaning.env.get(symbol)
    if (
        chosen is None
        or not in_domain(meaning, symbol, chosen)
        or (prop.low is not None and chosen < meaning.integer(prop.low, env))
        or (prop.high is not None and chosen > meaning.integer(prop.high, env))
    ):
        return None
    return chosen


def _misprinted(meaning: Interpretation, prop: Approx, env: Env) -> Failure:
    """How digits are wrong, and what they should have been."""
    if holds_in(meaning, prop, env):
        raise NotAFailure(f"{prop} holds at the point")
    number, printed = meaning.scalar(prop.term, env), read_digits(prop.digits)[0]
    ends = (number, number) if isinstance(number, Fraction) else number.ends() if hasattr(number, "ends") else None
    words = "" if ends is None else prop.correction(*ends)
    return Failure(prop, number, printed, number - printed, words)


def _beaten(meaning: Interpretation, prop: st.Minimizer, env: Env) -> Failure:
    """How a minimizer is beaten by the competitor that the point names."""
    rival = meaning.look_up(prop.variable, meaning.env)
    if not in_domain(meaning, prop.variable, rival):
        raise NotAFailure(f"{prop.variable} = {rival} lies outside of its declared domain")
    point = _value(prop.point, meaning, env)
    ours = meaning.scalar(prop.body, {**env, prop.variable: point})
    theirs = meaning.scalar(prop.body, {**env, prop.variable: rival})
    order = compare(ours, theirs)
    here = substitute(prop.body, {prop.variable: prop.point})
    if order > 0:
        return Failure(st.Relation("<=", here, prop.body), ours, theirs, ours - theirs)
    if prop.unique and order == 0:
        differs = not same(point, rival) if isinstance(point, tuple) else compare(point, rival) != 0
        if differs:
            return Failure(st.Relation("<", here, prop.body), ours, theirs, ours - theirs)
    raise NotAFailure(f"{prop.point} is not beaten by the {prop.variable} of the point")


def _compared(meaning: Interpretation, prop: st.Relation, left: tm.Term, right: tm.Term, env: Env) -> Failure:
    """The values of the sides of a relation that fails; of matrices, the first entry that differs."""
    if isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix) and prop.kind == "=":
        (rows, i_set), (columns, j_set) = ((meaning.indices(where, env), where) for where in left.shape)
        for i in rows:
            for j in columns:
                ours, theirs = meaning.entry(left, i, j, env), meaning.entry(right, i, j, env)
                if compare(ours, theirs) != 0:
                    place = _literal(i_set, i), _literal(j_set, j)
                    here = st.Relation("=", tm.Entry(left, *place), tm.Entry(right, *place))
                    return Failure(here, ours, theirs, ours - theirs)
    if isinstance(left, tm.Matrix):
        return Failure(prop, None, None, None)
    x, y = _value(left, meaning, env), _value(right, meaning, env)
    if isinstance(left, tm.Vector):
        return Failure(prop, x, y, tuple(p - q for p, q in zip(x, y, strict=True)))
    return Failure(prop, x, y, x - y if isinstance(left, tm.Scalar) else None)


def _literal(where: tm.Cyclic | tm.Interval | None, place: Fraction | int) -> Any:
    """An integer as an index of a set."""
    return tm.ResidueNumber(int(place), where) if isinstance(where, tm.Cyclic) else tm.Number(Fraction(place))


def _value(term: tm.Term, meaning: Interpretation, env: Env) -> Any:
    if isinstance(term, tm.Scalar):
        return meaning.scalar(term, env)
    if isinstance(term, tm.Vector):
        return meaning.vector(term, env)
    if isinstance(term, tm.Residue):
        return meaning.residue(term, env)
    if isinstance(term, tm.Matrix):
        return meaning.entries(term, env)
    raise Undecided(f"{type(term).__name__} is no term with a value")


def _sheltered(question: Callable[[], T]) -> T:
    """The answer to a question, with as many bits as it needs; what is too deep or large for Python is undecided."""
    try:
        return settled(question)
    except TOO_LARGE as problem:
        raise Undecided(f"too large to evaluate ({type(problem).__name__})") from None
