r"""What a distribution says of the mean and the variance: `X \sim N(\mu, \sigma^2)`, `X \sim \mathrm{Poisson}(\lambda)`.

Nothing else of it is known: a claim on higher moments, or on probabilities, neither follows nor fails.
Limits: one random number; a normal distribution of vectors is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.column_moments import of_columns
from symproof.readers.resolve.expectations import moments_of, taken
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.operations import beside
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.statement import Prop

Moments = tuple[tm.Scalar, tm.Scalar]
DISTRIBUTIONS: dict[tuple[str, int], Callable[..., Moments]] = {
    ("N", 2): lambda mean, variance: (mean, variance),
    ("Normal", 2): lambda mean, variance: (mean, variance),
    ("Poisson", 1): lambda rate: (rate, rate),
    ("Poi", 1): lambda rate: (rate, rate),
    ("Bernoulli", 1): lambda p: (p, p * (1 - p)),
    ("Ber", 1): lambda p: (p, p * (1 - p)),
    ("Bern", 1): lambda p: (p, p * (1 - p)),
    ("Binomial", 2): lambda n, p: (n * p, n * p * (1 - p)),
    ("Bin", 2): lambda n, p: (n * p, n * p * (1 - p)),
    ("B", 2): lambda n, p: (n * p, n * p * (1 - p)),
    ("Beta", 2): lambda a, b: (a / (a + b), a * b / ((a + b) ** 2 * (a + b + 1))),
    ("U", 2): lambda a, b: ((a + b) / 2, (b - a) ** 2 / 12),
    ("Unif", 2): lambda a, b: ((a + b) / 2, (b - a) ** 2 / 12),
    ("Uniform", 2): lambda a, b: ((a + b) / 2, (b - a) ** 2 / 12),
}
"""Mean and variance, by name and number of parameters."""
RATED: dict[tuple[str, int], Callable[..., Moments]] = {
    (name, 1): lambda rate: (1 / rate, 1 / rate**2) for name in ("Exp", "Exponential", "Expo")
}
"""The same of those whose parameter is a rate where it is called lambda: under another name it may be the mean."""

NORMAL = ("N", "Normal", "MVN", "N_n", "N_p", "N_d")
MATRICES = ("I", r"\Sigma")
"""Parameters of the distribution of a vector."""


def distributed(terms: Terms, left: t.Node, sign: t.Sign, right: t.Node) -> Prop:
    """The statement that a random number has a distribution: what its mean and its variance are.

    Raises:
        Refused: what is no such statement.
    """
    if isinstance(left, t.Sequence):
        listed = [each for each in left.items if not isinstance(each, t.Ellipsis)]
        return st.And(tuple(distributed(terms, each, sign, right) for each in listed))
    match right:
        case t.Juxtaposed(items=(name, t.Fence(left="(" | "[", body=t.Node() as body))):
            args = t.items_of(body)
        case t.Function(
            name=str() as text, argument=t.Fence(left="(" | "[", body=t.Node() as body), sub=None, sup=None
        ):
            name = t.Name(right.start, right.end, text, "mathrm")
            args = t.items_of(body)
        case _:
            raise Refused(sign, "what ~ says here (a distribution, a growth) is not in the language")
    key = (canonical(name) or "").removeprefix(r"\mathcal{").removeprefix(r"\mathrm{").rstrip("}")
    under = left if isinstance(left, t.Such) else None
    if under is None and key in NORMAL and len(args) == 2 and isinstance(column := terms.value(left), tm.Matrix):
        terms.note("of a distribution its mean and its covariance are known")
        told = [of_columns(terms.context, kind, (column,), left) for kind in ("E", "Cov")]
        given = [beside(terms.value(arg), own) for arg, own in zip(args, told, strict=True)]
        pairs = [(own, 0 if value == tm.ZERO else value) for own, value in zip(told, given, strict=True)]
        return st.And(tuple(guarded(sign, lambda pair=pair: st.relation("=", *pair)) for pair in pairs))
    moments = DISTRIBUTIONS.get((key, len(args)))
    if any(isinstance(part, t.Name) and part.text == r"\lambda" for arg in args for part in every_part(arg)):
        moments = moments or RATED.get((key, len(args)))
    if moments is None:
        raise Refused(sign, f"the distribution {key or 'here'} with {len(args)} parameters is not in the language")
    if any(
        isinstance(each, t.Name) and (each.style or each.text in MATRICES) for arg in args for each in every_part(arg)
    ):
        raise Refused(sign, "a distribution is read for one random number, and its parameters are numbers")
    values = [terms.value(arg) for arg in args]
    if under is not None:
        return _conditional(terms, under, moments, values, sign)
    letter = terms.value(left)
    if others := _random_among(terms, args):
        if len(others) > 1 or len(args) > 2:
            raise Refused(sign, "a distribution under several conditions is not read")
        return _conditional(terms, t.Such(left.start, right.end, left, others[0]), moments, values, sign)
    if not isinstance(letter, (tm.Variable, tm.ScalarAt)) or not all(isinstance(each, tm.Scalar) for each in values):
        raise Refused(sign, "a distribution is read for one random number")
    mean, variance = moments(*values)
    rates = tuple(st.Relation(">", each, tm.ZERO) for each in values if (key, len(args)) in RATED and each.free)
    terms.note("of a distribution its mean and its variance are known")
    operator = t.Name(left.start, left.end, "E")
    return st.And(
        (
            st.Relation("=", taken(terms, "E", operator, left), mean),
            st.Relation("=", taken(terms, "Var", operator, left), variance),
            *rates,
        )
    )


def _conditional(
    terms: Terms, such: t.Such, moments: Callable[..., Moments], values: list[Value], sign: t.Sign
) -> Prop:
    r"""What `X \mid N \sim \mathrm{Bin}(N, p)` says: of the mean and the variance under a condition, and of those without it."""
    if not all(isinstance(each, tm.Scalar) for each in values):
        raise Refused(sign, "a distribution is read for one random number")
    terms.note("of a distribution its mean and its variance are known, under what it is given")
    operator = t.Name(such.start, such.end, "E")
    told = [taken(terms, kind, operator, such) for kind in ("E", "Var")]
    mean, variance = moments(*values)
    whole = [taken(terms, kind, operator, such.left) for kind in ("E", "Var")]
    of = moments_of(terms, such, (mean, variance))
    spread = of.mean(variance) + of.value("Var", mean)  # the law of total variance
    pairs = zip((*told, *whole), (mean, variance, of.mean(mean), spread), strict=True)
    return st.And(tuple(guarded(sign, lambda pair=pair: st.relation("=", *pair)) for pair in pairs))


def _random_among(terms: Terms, args: Sequence[t.Node]) -> list[t.Name]:
    """The capital letters among the parameters of a distribution of which the text says that they are random: it knows the
    mean or the variance of each."""
    told = {str(getattr(letter, "name", "")) for prop in terms.context.holding() for letter in prop.free}
    names = [part for arg in args for part in every_part(arg) if isinstance(part, t.Name) and part.text.isupper()]
    random = {each.text: each for each in names if {f"E[{each.text}]", f"({each.text} - E[{each.text}])"} & told}
    return list(random.values())
