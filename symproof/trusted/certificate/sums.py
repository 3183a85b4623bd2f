"""The certificates for sums, finite and infinite, and for products; what they prove, `sum_laws` and `series_rules` say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm

if TYPE_CHECKING:
    from symproof.trusted.certificate.constructors import Certificate


@dataclass(frozen=True, slots=True)
class Limit:
    """A goal `sums_to`: a proof that the partial sum to n is the value and a rest, for all n from `start` on; the rest
    must be seen to vanish as n grows."""

    letter: tm.Variable
    start: tm.Scalar
    rest: tm.Scalar
    proof: Certificate


@dataclass(frozen=True, slots=True)
class PowerSeries:
    """A goal `sums_to`, by a series of the table in `series_rules`: its terms at k + shift, at a place, times a factor,
    are the terms of the sum (`proof`), and so much is the value without the terms before (`value`). Those of binomial
    coefficients have an order."""

    name: str
    at: tm.Scalar
    factor: tm.Scalar
    shift: int
    proof: Certificate
    value: Certificate
    order: tm.Scalar = tm.ZERO


@dataclass(frozen=True, slots=True)
class AddedSeries:
    """A goal `sums_to`: from `start` on its terms are those of other infinite sums from there, times weights (`terms`); so much
    is the value, with the terms before (`value`)."""

    weights: tuple[tm.Scalar, ...]
    series: tuple[st.Prop, ...]
    proofs: tuple[Certificate, ...]
    start: int
    terms: Certificate
    value: Certificate


@dataclass(frozen=True, slots=True)
class Telescoped:
    """sum f(t) = G(high + 1) - G(low), from a proof of f(t) = G(t + 1) - G(t) at a fresh t of the range. The sum may be
    a combination of sums over one range, a * (sum of g) + b * (sum of h): then f is a*g + b*h."""

    total: tm.Sum | tm.VectorSum | tm.Add
    antidifference: tm.Scalar | tm.Vector
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class SplitAt:
    """A sum over low..high is the one over low..place plus the one over place + 1..high; a product, times."""

    total: tm.Sum | tm.VectorSum | tm.Product
    place: tm.Scalar
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Sifted:
    """A sum is its member at `place`, from a proof that it is zero at any other t of the range."""

    total: tm.Sum | tm.VectorSum
    place: tm.Scalar
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Termwise:
    """left `kind` right for two sums over one range, from a proof of it for their members at a fresh index."""

    kind: str
    left: tm.Sum | tm.VectorSum | tm.CyclicSum
    right: tm.Sum | tm.VectorSum | tm.CyclicSum
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A double sum in the other order; neither range speaks of the other's index."""

    total: tm.Sum | tm.CyclicSum
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Reindexed:
    """A sum over low..high run backwards, or one over Z/n with its index b replaced by `place` - b or `place` + b."""

    total: tm.Sum | tm.CyclicSum
    place: tm.Residue | None
    backwards: bool
    rest: Certificate


@dataclass(frozen=True, slots=True)
class CauchySchwarz:
    """<u, v>**2 <= <u, u> <v, v> and |<u, v>| <= norm(u) norm(v): three facts."""

    left: tm.Vector
    right: tm.Vector
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Triangle:
    """norm(sum c_i v_i) <= sum |c_i| norm(v_i), a fact; the parts are pairs of a number c_i and a vector v_i."""

    parts: tuple[tuple[tm.Number, tm.Vector], ...]
    rest: Certificate
