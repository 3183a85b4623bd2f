r"""Expectations, variances and covariances: `\mathbb{E}[aX + b] = a\,\mathbb{E}[X] + b`, `\operatorname{Var}(X)`.

A random number X is its mean, a letter `E[X]`, and its deviation from it, a vector letter `(X - E[X])`: what has a second
moment is an element of a space with the inner product Cov. So E[X Y] = <X - E[X], Y - E[Y]> + E[X] E[Y], and what the kernel
proves of vectors holds for random numbers, Cauchy-Schwarz too. A random vector is read in the same way. Nothing says which
distribution is meant: these letters are never taken to refute a line (`dependence.is_unknown_rate`).

Random are capital letters and letters with a hat or a bar, and all letters where there are none of these. What is no
polynomial of degree two in them has a mean that is a letter of its own.
Limits: no independence, no third moments. Those under a condition are `conditional`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve import probabilities
from symproof.readers.resolve.column_moments import has_columns, of_columns
from symproof.readers.resolve.conditional import ANY, Conditional, Made, given_letter
from symproof.readers.resolve.dependence import expanded, meanings, recurrences, stepped
from symproof.readers.resolve.members import given_members, put_members
from symproof.readers.resolve.names import MEANS, canonical
from symproof.readers.resolve.opaque import at_letters
from symproof.readers.resolve.random_letters import is_strong, is_vector, may_be_meant, may_vary
from symproof.readers.resolve.shapes import has_capitals
from symproof.readers.resolve.unworked import letter_of, spelled
from symproof.readers.resolve.values import Refused, Value, guarded, words
from symproof.statement import Relation
from symproof.substitution import rebuild
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

OPERATORS = {
    **dict.fromkeys(MEANS, "E"),
    **dict.fromkeys((r"\mathrm{Var}", r"\mathbb{V}", r"\mathrm{var}", r"\mathrm{Variance}"), "Var"),
    **dict.fromkeys((r"\mathrm{Cov}", r"\mathrm{cov}"), "Cov"),
}
"""What is read here, where nothing else is declared."""
STEPS = frozenset((r"\eta", r"\alpha", r"\beta", r"\gamma", r"\lambda", r"\mu", r"\sigma", r"\rho", r"\kappa", r"\tau"))
"""Letters that are numbers beside random ones: step sizes, rates, moments."""
STARRED = re.compile("[*\u2217]$")
"""How letters end that are certain numbers or points: what is least is least at x^*."""


def operator(node: t.Node, behind: t.Node, names: Names) -> str:
    """Which operator a node is: "E", "Var", "Cov"; "" for none, and where it is a letter."""
    plain_or_squared = isinstance(node, t.Scripted) and (node.sup is None or node.sup == t.Number(0, 0, "2"))
    base = node.base if isinstance(node, t.Scripted) and plain_or_squared and not node.primes else node
    key = canonical(base) if isinstance(base, (t.Name, t.Text)) else None
    kind = OPERATORS.get(key or "", "") if names.symbol(key) is None else ""
    under = isinstance(node, t.Scripted) and isinstance(node.sub, (t.Such, t.Chain))  # a distribution, a condition
    if key == "E" and not under and not (isinstance(behind, t.Fence) and (behind.left == "[" or has_capitals(behind))):
        return kind if kind and names.context.spreads else ""  # E(w) may be an error, or an energy
    return kind


def taken(names: Names, kind: str, node: t.Node, body: t.Node) -> Value:
    """The value of an operator at what stands behind it."""
    if isinstance(body, t.Sequence) and any(isinstance(item, t.Such) for item in body.items):
        last = body.items[-1]
        if kind != "Cov" or len(body.items) != 2 or not isinstance(last, t.Such):
            raise Refused(body, "a condition on several letters is not read")
        return _conditional(names, kind, node, last, (body.items[0], last.left))
    if isinstance(body, t.Such):
        return _conditional(names, kind, node, body, (body.left,))
    if kind == "E" and not isinstance(node, t.Scripted) and (event := probabilities.indicated(body)) is not None:
        return probabilities.probability(names, event)
    names.random = True  # capital letters side by side are no matrices
    try:
        sides = tuple(map(names.value, t.items_of(body)))
    finally:
        names.random = False
    if len(sides) <= 1 + (kind == "Cov") and has_columns(*sides):
        names.note("a covariance of columns is a Gram matrix, and a mean is linear")
        return guarded(body, lambda: of_columns(names.context, kind, sides, body))
    if len(sides) != (2 if kind == "Cov" else 1) or not all(isinstance(side, (tm.Scalar, tm.Vector)) for side in sides):
        raise Refused(body, f"{kind} of {words(sides[0])}")
    moments = moments_of(names, body, sides, _label(node))
    names.note("an expectation is linear: means are letters, and a deviation from a mean is a vector letter")
    for letter in sorted(map(str, moments.constants)):
        names.note(f"{letter} is a number here, not random")
    return guarded(body, lambda: moments.value(kind, *moments.sides))


def moments_of(names: Names, node: t.Node, sides: Iterable[Value], label: str = "") -> Moments:
    """The means and deviations of terms, in which what is given by others is written out.

    Raises:
        Refused: definitions in a circle; or nothing says which letters are random.
    """
    known: dict[tm.Term, tm.Scalar] = {
        letter: term for letter, term in meanings(names.context).items() if any(map(is_strong, term.free))
    }
    given = [expanded(part, known) if isinstance(part, tm.Scalar) else part for part in sides]
    given = [of_members(part, names) if isinstance(part, tm.Scalar) else part for part in given]
    steps = recurrences(names.context, {letter for scope in names.bound for letter in scope.values()})
    written = [stepped(side, steps) for side in given if side is not None]
    if len(written) < len(given):
        raise Refused(node, "the definitions of its letters go in a circle")
    return Moments(written, label, node, names.conditionals)


def _conditional(names: Names, kind: str, node: t.Node, body: t.Such, parts: tuple[t.Node, ...]) -> Value:
    """An expectation under a condition; a variance and a covariance are what they are made of."""
    if len(parts) != (2 if kind == "Cov" else 1) or isinstance(node, t.Scripted):
        raise Refused(body, f"{kind} under a condition, of such, is not read")
    names.random = True
    try:
        values = [names.value(part) for part in parts]
        if has_columns(*values) and isinstance(matrix := names.value(body.right), tm.MatrixVariable):
            if matrix.columns != tm.SINGLE:
                return guarded(body, lambda: of_columns(names.context, kind, tuple(values), body, matrix.name))
        try:
            given = given_letter(names, body.right)
        except Refused:
            event = isinstance(body.right, t.Chain | t.Sequence)
            if kind != "E" or event or not all(isinstance(value, tm.Scalar) for value in values):
                raise
            return letter_of(names, "E", (f"{spelled(parts[0])} | {spelled(body.right)}",), body)
    finally:
        names.random = False
    if not all(isinstance(value, tm.Scalar if kind != "E" else (tm.Scalar, tm.Vector)) for value in values):
        raise Refused(body, f"{kind} of {words(values[0])} under a condition")
    values = [_followed(value, given, names) for value in values]
    moments = Moments([*values, given], "", body, names.conditionals)
    if isinstance(
        given, (tm.ScalarAt, tm.VectorAt)
    ):  # beside the members of sequences a letter is a number, a step size
        moments.random -= {each for each in moments.random if isinstance(each, tm.Variable) and not is_strong(each)}
    if moments.fixed(given):
        raise Refused(body.right, f"a condition on {given}, which is no random letter here")
    names.note(
        "what is made of the condition alone goes out of an expectation, and its mean is that without the condition"
    )
    under = Conditional(given, moments.fixed, body, names.conditionals)
    first, last = values[0], values[-1]
    if kind == "E":
        return guarded(body, lambda: under.mean(first))
    names.note("a variance under a condition is the mean of the square less the square of the mean")
    both = first**2 if kind == "Var" else first * last
    return guarded(body, lambda: under.mean(both) - under.mean(first) * under.mean(last))


def _followed(value: Value, given: Value, names: Names) -> Value:
    """A term of a member after the one that is given, with what the member is by rules: x_{t+1} = x_t - a g_t, under x_t."""
    if not isinstance(value, tm.Scalar) or not isinstance(given, (tm.ScalarAt, tm.VectorAt)):
        return value
    put = put_members(value, dict(given_members(names.context)))
    steps = recurrences(names.context, {letter for scope in names.bound for letter in scope.values()})
    followed = stepped(put, {left: right for left, right in steps.items() if _sequence(left) == given.sequence})
    return followed if isinstance(followed, tm.Scalar) and followed != put else value


def _sequence(member: tm.Term) -> tm.Term | None:
    return member.sequence if isinstance(member, (tm.ScalarAt, tm.VectorAt)) else None


def _label(node: t.Node) -> str:
    """What stands below the operator, as text."""
    if not isinstance(node, t.Scripted) or node.sub is None:
        return ""
    match node.sub:
        case t.Chain(members=(letter, law), relations=(t.Sign(kind="sim"),)) if canonical(letter) and canonical(law):
            return f"_{canonical(letter)}~{canonical(law)}"
        case sub if canonical(sub) and canonical(sub) not in ("t", "k", "n"):
            return f"_{canonical(sub)}"
        case t.Such(left=one, right=other) if canonical(one) and canonical(other):
            return f"_{canonical(one)}|{canonical(other)}"
        case t.Chain(
            members=(letter, t.Juxtaposed(items=(law, t.Fence(body=t.Node() as at)))), relations=(t.Sign(kind="sim"),)
        ) if canonical(letter) and canonical(law) and canonical(at):
            return f"_{canonical(letter)}~{canonical(law)}"
        case sub:
            raise Refused(sub, "which expectation this is, is not read")


def of_members(term: tm.Scalar, names: Names) -> tm.Scalar:
    """A term with what random numbers are by the members of others in their place, S_n = X_1 + ... + X_n: for each n, where that
    is said, and else for the n that is spoken of."""
    said = {
        each: said
        for each, said in given_members(names.context)
        if is_strong(each) or any(map(is_strong, said[1].free))
    }
    spoken = {each.left for each in names.context.holding() if isinstance(each, Relation)}
    once = {each.sequence: each.index for each in spoken if isinstance(each, tm.ScalarAt)}
    others = (each for each in term.subterms() if isinstance(each, tm.ScalarAt) and each.sequence in said)
    if any(each.sequence in once and each.index != once[each.sequence] for each in others):
        return term
    put = put_members(term, said) if said else term
    return put if put == term else of_members(put, names)


class Moments:
    """Means and deviations of the terms `sides`, whose letters are random."""

    def __init__(self, sides: list[tm.Term], label: str, node: t.Node, conditionals: Made) -> None:
        self.sides, self.label, self.node, self.conditionals = sides, label, node, conditionals
        behind = [term for pair in conditionals.values() for term in pair]
        letters = [letter for side in (*sides, *behind) for letter in side.free]
        strong = {letter for letter in letters if is_strong(letter)}
        varying = {letter for letter in letters if may_vary(letter)}
        if strong:
            varying = strong | {letter for letter in varying if is_vector(letter)}
        named = {letter: str(getattr(letter, "name", "")) for letter in varying - strong}
        self.constants = {letter for letter, name in named.items() if name in STEPS or STARRED.search(name)}
        if self.constants == varying:
            self.constants = set()
        self.random = varying - self.constants
        self.constants |= {letter for letter in letters if may_vary(letter)} - varying

        matrices = [letter for letter in letters if isinstance(letter, tm.MatrixVariable)]
        if any(letter.shape[1] == tm.SINGLE or not self.random for letter in matrices):
            raise Refused(node, f"whether {matrices[0]} is random is not said, or a mean of columns, which is not read")
        under = {str(getattr(letter, "name", "")) for letter in letters} & {label.lstrip("_")}
        if not self.random and (under or any(map(may_be_meant, letters))):
            raise Refused(
                node, "which of its letters are random is not said: " + ", ".join(sorted(map(str, set(letters))))
            )

    def value(self, kind: str, *parts: Value) -> Value:
        """What an operator, "E", "Var" or "Cov", makes of terms."""
        if kind == "E":
            return self.mean(parts[0])
        if all(isinstance(part, tm.Scalar) for part in parts) and not all(map(self.is_linear, parts)):
            both = parts[0] ** 2 if kind == "Var" else parts[0] * parts[-1]
            return self.mean(both) - self.mean(parts[0]) * self.mean(parts[-1])
        first, last = self.deviation(parts[0]), self.deviation(parts[-1])
        return tm.Norm(first) ** 2 if kind == "Var" else symbols.inner(first, last)

    def fixed(self, term: tm.Term) -> bool:
        """Whether a term has no random letters."""
        return not term.free & self.random

    def mean(self, term: Value) -> Value:
        """The expectation of a term."""
        if self.fixed(term):
            return term
        if term in self.conditionals:
            return self.mean(self.conditionals[term][0])  # the tower
        match term:
            case tm.Add(args):
                return tm.Add(tuple(map(self.mean, args)))
            case tm.VectorAdd(args):
                return tm.VectorAdd(tuple(map(self.mean, args)))
            case tm.Mul(args):
                return self.of_product(args)
            case tm.Pow(tm.Norm(inner), tm.Number(exponent)) if exponent == 2:
                return tm.Norm(self.deviation(inner)) ** 2 + tm.Norm(self.mean(inner)) ** 2
            case tm.Pow(tm.Elementary("abs", (inner,)), tm.Number(exponent)) if exponent == 2:
                return self.mean(inner**2)
            case tm.Pow(base, tm.Number(exponent)) if exponent == 2 and self.is_linear(base):
                return tm.Norm(self.deviation(base)) ** 2 + self.mean(base) ** 2
            case tm.Inner(left, right):
                return tm.Inner(self.deviation(left), self.deviation(right)) + tm.Inner(
                    self.mean(left), self.mean(right)
                )
            case tm.Pow() | tm.Apply() | tm.Elementary() | tm.GradientAt() | tm.Norm() | tm.Gradient():
                return self.own(term)
            case tm.Div(_, bottom) if not self.fixed(bottom):
                return self.own(term)
        return self.through(term, self.mean, self.mean_letter)

    def of_product(self, args: tuple[tm.Scalar, ...]) -> tm.Scalar:
        """The expectation of a product: numbers go out, and two random factors are a second moment."""
        outside = [arg for arg in args if self.fixed(arg)]
        inside = [arg for arg in args if not self.fixed(arg)]
        if len(inside) == 1:
            moment = self.mean(inside[0])
        elif len(inside) == 2 and all(map(self.is_linear, inside)):
            left, right = inside
            moment = tm.Inner(self.deviation(left), self.deviation(right)) + self.mean(left) * self.mean(right)
        else:
            moment = self.own(tm.Mul(tuple(inside)))
        return tm.Mul((*outside, moment)) if outside else moment

    def deviation(self, term: Value) -> tm.Vector:
        """A term less its expectation, as a vector."""
        if self.fixed(term):
            return tm.ZeroVector()
        match term:
            case tm.Add(args) | tm.VectorAdd(args):
                parts = [self.deviation(arg) for arg in args if not self.fixed(arg)]
                return parts[0] if len(parts) == 1 else tm.VectorAdd(tuple(parts))
            case tm.Mul(args) if len([arg for arg in args if not self.fixed(arg)]) == 1:
                outside = [arg for arg in args if self.fixed(arg)]
                inside = next(arg for arg in args if not self.fixed(arg))
                return tm.product_of(outside) * self.deviation(inside)
            case tm.Div(top, bottom) if self.fixed(bottom):
                return self.deviation(top) / bottom
            case tm.Neg(arg):
                return -self.deviation(arg)
            case tm.Sum(body, index, low, high) if self.fixed(low) and self.fixed(high):
                return symbols.total(self.deviation(body), index, low, high)
            case tm.GradientAt() | tm.Apply() | tm.Elementary() | tm.Inner() | tm.Norm():
                found = self.own(term, deviates=True)
                assert isinstance(found, tm.Vector)  # as a deviation is
                return found
        found = self.through(term, self.deviation, self.deviation_letter)
        assert isinstance(found, tm.Vector)  # of letters, and of what is made of vectors
        return found

    def is_linear(self, term: tm.Term) -> bool:
        """Whether a term has a deviation that is made of those of its letters."""
        try:
            self.deviation(term)
        except Refused:
            return False
        return True

    def through(self, term: Value, read: Callable[[Value], Value], letter: Callable[[Value], Value]) -> Value:
        """What is linear, and the letters."""
        match term:
            case tm.Neg(arg) | tm.VectorNeg(arg):
                return -read(arg)
            case tm.Div(top, bottom) | tm.VectorDiv(top, bottom) if self.fixed(bottom):
                return read(top) / bottom
            case tm.Scale(factor, arg) if self.fixed(factor):
                return factor * read(arg)
            case tm.Sum(body, index, low, high) | tm.VectorSum(body, index, low, high) if self.fixed(
                low
            ) and self.fixed(high):
                return symbols.total(read(body), index, low, high)
            case tm.Variable() | tm.VectorVariable() | tm.ScalarAt() | tm.VectorAt():
                return letter(term)
        raise Refused(self.node, f"the moments of {term} are not read")

    def mean_letter(self, term: Value) -> Value:
        """The letter for the mean of a letter or a member."""
        name = f"E{self.label}[{_name(term)}]"
        if isinstance(term, (tm.ScalarAt, tm.VectorAt)):
            item = tm.Variable(name) if isinstance(term, tm.ScalarAt) else tm.VectorVariable(name)
            return self.member(tm.Sequence(name, item), term)
        return tm.Variable(name) if isinstance(term, tm.Variable) else tm.VectorVariable(name)

    def deviation_letter(self, term: Value) -> Value:
        """The vector letter for a letter or a member less its mean."""
        name = f"({_name(term)} - E{self.label}[{_name(term)}])"
        if isinstance(term, (tm.ScalarAt, tm.VectorAt)):
            return self.member(tm.Sequence(name, tm.VectorVariable(name)), term)
        return tm.VectorVariable(name)

    def member(self, family: tm.Sequence, term: Value) -> Value:
        """The member of a family at the index of another."""
        if not self.fixed(term.index):
            raise Refused(self.node, "a random index")
        return family[term.index]

    def own(self, term: Value, *, deviates: bool = False) -> Value:
        """The mean, or the deviation, of what is neither linear nor of degree two: a letter of its own, or a member of one."""
        index, shape = indexed(term)
        counting = [each for each in term.free if isinstance(each, tm.Variable) and tm.is_integer_letter(each)]
        if any(tm.is_integer_letter(letter) for letter in shape.free - {ANY}):
            if deviates or isinstance(term, tm.Vector) or self.random.intersection(counting):
                raise Refused(self.node, f"the mean of {term}, which has an index, is not read")
            return at_letters(f"E{self.label}[{plain(term)}]", counting)
        name = f"E{self.label}[{plain(shape)}]"
        vector = deviates or isinstance(term, tm.Vector)
        name = f"({plain(shape)} - {name})" if deviates else name
        item = tm.VectorVariable(name) if vector else tm.Variable(name)
        return item if index is None else tm.Sequence(name, item)[index]


"""An index, in the name of what has one."""


def indexed(term: tm.Term) -> tuple[tm.Scalar | None, tm.Term]:
    """The index that all members of sequences in a term have, and the term with any other in its place."""
    found = {each.index for each in term.subterms() if isinstance(each, (tm.ScalarAt, tm.VectorAt))}
    if len(found) != 1:
        return None, term
    (index,) = found
    if not isinstance(index, tm.Scalar) or not index.free:
        return None, term

    def shape(inner: tm.Term) -> tm.Term:
        again = rebuild(inner, shape)
        if isinstance(again, (tm.ScalarAt, tm.VectorAt)) and again.index == index:
            return again.sequence[ANY]  # type: ignore[no-any-return]  # a member
        return again

    return index, shape(term)


def _name(term: Value) -> str:
    return str(term.sequence.name if isinstance(term, (tm.ScalarAt, tm.VectorAt)) else term.name)
