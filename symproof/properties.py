"""Properties of functions that are known by hypotheses only: convex, differentiable, smooth, strongly convex, Lipschitz.

Each is an abbreviation; `unfold` writes out the quantified inequality that it stands for, which is all that the kernel
knows of it. Functions of vectors and, where no gradient is spoken of, of real numbers.

Source of the definitions: Nesterov, "Lectures on Convex Optimization", 2018, sections 1.2 and 2.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symproof.errors import SortError
from symproof.statement import Each, Exists, Implies, Prop, Relation, and_
from symproof.term import (
    ONE,
    ZERO,
    Function,
    GradientAt,
    Inner,
    Norm,
    Scalar,
    Variable,
    VectorVariable,
    node,
    scalar,
)

if TYPE_CHECKING:
    from symproof.term import ScalarLike

__all__ = ["Property", "convex", "differentiable", "lipschitz", "smooth", "strongly_convex", "unfold"]

KINDS = ("convex", "differentiable", "smooth", "strongly_convex", "lipschitz")
WITH_GRADIENT = ("differentiable", "smooth")
WITH_CONSTANT = ("smooth", "strongly_convex", "lipschitz")


@node
class Property(Prop):
    """`function` is `kind`, with a `constant` where the kind has one; what that means, `unfold` says."""

    kind: str
    function: Function
    constant: Scalar | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise SortError(f"{self.kind!r} is no property of functions; one of {', '.join(KINDS)}")
        if (self.constant is None) == (self.kind in WITH_CONSTANT):
            raise SortError(f"{self.kind} of {self.function.name}: the constant is {self.constant}")
        if self.kind in WITH_GRADIENT and self.function.on != "vector":
            raise SortError(
                f"{self.kind}({self.function.name}): {self.function.name} is a function on reals and has no "
                f'gradient; declare function("{self.function.name}", on=vector)'
            )


def convex(f: Function) -> Prop:
    """f(s x + (1 - s) y) <= s f(x) + (1 - s) f(y) for all x, y and 0 <= s <= 1."""
    return Property("convex", _function(f))


def strongly_convex(f: Function, mu: ScalarLike) -> Prop:
    """As `convex`, with (mu/2) s (1 - s) norm(x - y)**2 taken off the right side."""
    return Property("strongly_convex", _function(f), scalar(mu))


def lipschitz(f: Function, rho: ScalarLike) -> Prop:
    """|f(x) - f(y)| <= rho norm(x - y) for all x, y."""
    return Property("lipschitz", _function(f), scalar(rho))


def smooth(f: Function, L: ScalarLike) -> Prop:
    """norm(grad f(x) - grad f(y)) <= L norm(x - y) for all x, y: the gradient is L-Lipschitz."""
    return Property("smooth", _function(f), scalar(L))


def differentiable(f: Function) -> Prop:
    """grad f is the gradient of f everywhere, in the sense of Frechet: at each x, for each e > 0 there is a d > 0 with
    |f(x + h) - f(x) - <grad f(x), h>| <= e norm(h) for all h of norm(h) <= d."""
    return Property("differentiable", _function(f))


def unfold(prop: Property) -> Prop:
    """The quantified inequality that a property stands for.

    >>> from symproof import function, vector
    >>> unfold(lipschitz(function("f", on=vector), 2))
    (abs(f(x) - f(y)) <= 2*norm(x - y) for each y) for each x
    """
    f, c = prop.function, prop.constant
    taken = {str(getattr(symbol, "name", "")) for symbol in prop.free}
    on_vectors = f.on == "vector"
    x, y, h = (VectorVariable(_unused(name, taken)) if on_vectors else Variable(_unused(name, taken)) for name in "xyh")
    s = Variable(_unused("s", taken))
    gap: Any = x - y  # type: ignore[operator]  # of two vectors or of two scalars
    length = Norm(gap) if on_vectors else abs(gap)
    body: Prop
    match prop.kind:
        case "convex" | "strongly_convex":
            chord = s * f(x) + (1 - s) * f(y)
            if c is not None:
                chord = chord - c / 2 * s * (1 - s) * length**2
            body = Relation("<=", f(s * x + (1 - s) * y), chord)  # type: ignore[operator]  # as above
            return Each(x, Each(y, Each(s, Implies(and_(Relation("<=", ZERO, s), Relation("<=", s, ONE)), body))))
        case "lipschitz":
            assert c is not None  # by the constructor
            return Each(x, Each(y, Relation("<=", abs(f(x) - f(y)), c * length)))
        case "smooth":
            assert c is not None
            return Each(x, Each(y, Relation("<=", Norm(GradientAt(f, x) - GradientAt(f, y)), c * length)))  # type: ignore[arg-type]
        case _:
            e, d = (Variable(_unused(name, taken), sign="positive") for name in "ed")
            slope = Inner(GradientAt(f, x), h)  # type: ignore[arg-type]  # vectors, by the constructor
            change = f(x + h) - f(x) - slope  # type: ignore[operator]
            near = Implies(Relation("<=", Norm(h), d), Relation("<=", abs(change), e * Norm(h)))  # type: ignore[arg-type]
            return Each(x, Each(e, Exists(d, Each(h, near))))


def has_slopes(fact: Prop, f: Function) -> bool:
    """Whether a relation for all x speaks of grad f(x), as smoothness does: it says that its terms have values, so
    that f is differentiable. What is said under a condition, or in a sum that may be empty, does not.

    >>> from symproof import each, function, norm, vector
    >>> f, x = function("f"), vector("x")
    >>> has_slopes(each(x, norm(GradientAt(f, x)) <= 1), f)
    True
    """
    letters = set()
    while isinstance(fact, Each) and isinstance(fact.symbol, VectorVariable):
        letters.add(fact.symbol)
        fact = fact.body
    if not isinstance(fact, Relation):
        return False
    return any(place.function == f and place.arg in letters for place in fact.outer(GradientAt))


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "'"
    return name


def _function(value: object) -> Function:
    if isinstance(value, Function):
        return value
    raise SortError(f'{value!r} is no function; declare one with function("f", on=vector)')
