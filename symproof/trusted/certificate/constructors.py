"""Certificates: the reasons that engines give and the kernel checks. Plain data.

A certificate is a tree. A leaf settles a goal; an inner node says how a goal follows from simpler ones, or adds a fact
before the `rest` goes on. Facts are named by their number: the hypotheses first, then those added on the way. Every
term in a certificate is checked to have a value where it is used, so a certificate cannot divide by zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from symproof import statement as st
from symproof import term as tm
from symproof.trusted.certificate.matrices import (
    Adjugates,
    Columns,
    Congruence,
    Diagonal,
    Frobenius,
    Injective,
    Inverse,
    Inverses,
    MatrixCombination,
    Nearby,
    Schur,
    Semidefinite,
    Submultiplicative,
    Sylvester,
)
from symproof.trusted.certificate.sums import (
    AddedSeries,
    CauchySchwarz,
    Exchanged,
    Limit,
    PowerSeries,
    Reindexed,
    Sifted,
    SplitAt,
    Telescoped,
    Termwise,
    Triangle,
)


@dataclass(frozen=True, slots=True)
class Evident:
    """The goal holds at sight (see `facts`)."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A relation without letters, but for those that the facts numbered here equal to rationals: it is evaluated, and
    irrational numbers are enclosed in balls."""

    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """weight * product of facts: a fact l = r stands for l - r, l <= r and l < r for r - l."""

    weight: tm.Scalar
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Combination:
    """left - right of the goal (right - left, where it is <= or <) is the sum of the pieces, in normal form.

    For an equation each piece holds one equation; for an inequality each is >= 0, and for a strict one some is > 0.
    `rewrites` are equations whose left side, an atom, is replaced by their right side, in this order.
    """

    pieces: tuple[Piece, ...] = ()
    rewrites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Have:
    """Prove `fact` first; the rest may use it."""

    fact: st.Prop
    proof: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Instance:
    """A fact `each` at one value of its symbol."""

    fact: int
    value: tm.Term
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Entrywise:
    """A fact that is an equation of matrices, entry by entry: `each` over the rows and over the columns."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Detach:
    """A fact `p implies q`, with a proof of p: q."""

    fact: int
    premise: Certificate
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Valued:
    """A fact that is a relation, so that its sides have values: what they need are facts (`needed` in `defined`)."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Obtain:
    """A fact `exists`, its symbol called by a letter that is used nowhere yet."""

    fact: int
    letter: tm.Term
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Witness:
    """A goal `exists`, from a proof of it at one value of its symbol."""

    value: tm.Term
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Cases:
    """By cases: the relation holds, or its opposite does."""

    relation: st.Relation
    yes: Certificate
    no: Certificate


@dataclass(frozen=True, slots=True)
class Alternatives:
    """A fact `or`: one proof for each alternative; of a fact a != b between scalars, a < b and a > b."""

    fact: int
    proofs: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Absurd:
    """The facts contradict each other: a proof of 0 < 0."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Contrary:
    """A fact a != b of any sort, with a proof of a = b: the facts contradict each other."""

    fact: int
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Ordered:
    """A goal a != b, from a proof of a < b (`less`) or of a > b."""

    less: bool
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Between:
    """A goal a = b of scalars, from proofs of a <= b and a >= b."""

    below: Certificate
    above: Certificate


@dataclass(frozen=True, slots=True)
class Definite:
    """A goal u = v of vectors, from a proof of <u - v, u - v> <= 0; of matrices, where <X, Y> is tr(X.T @ Y)."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Parts:
    """A conjunction or an equivalence, part by part; a choice of one part of a disjunction is `Choose`."""

    proofs: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """A disjunction, from a proof of one of its parts."""

    part: int
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Suppose:
    """An implication, from a proof of its conclusion in which its premise is a fact; or `each`, at a fresh letter."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Meaning:
    """A goal that abbreviates another: `minimizer`, `approx`, `not` of a relation, an equation of matrices entry by entry."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Rate:
    """A goal `big_o`: the constant, where the bound starts, and a proof of the bound from there on."""

    constant: tm.Scalar
    start: tm.Scalar
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Induction:
    """A goal about an integer letter n >= start: a proof at n = start, and one of n + 1 from n."""

    variable: tm.Variable
    start: int
    base: Certificate
    step: Certificate


@dataclass(frozen=True, slots=True)
class MeanValue:
    """An order about a number x, at a place that is known to be on one side of x: a proof at x = place, and one that the
    larger side less the smaller does not fall on the way from there to x. `letter` is a number between, used nowhere yet.

    `value` proves that the difference has a value all the way, `smooth` that it has a derivative in between, and `slope` its
    sign. A strict goal needs a strict order at the place, or, where it is `steep`, x other than the place and a strict slope.
    """

    variable: tm.Variable
    place: tm.Scalar
    letter: tm.Variable
    steep: bool
    value: Certificate
    base: Certificate
    smooth: Certificate
    slope: Certificate


@dataclass(frozen=True, slots=True)
class CyclicInduction:
    """A goal about a letter j of Z/n: a proof at j = 0, and one at j + 1 from j; facts about j are not used."""

    variable: tm.ResidueVariable
    base: Certificate
    step: Certificate


@dataclass(frozen=True, slots=True)
class Remainders:
    """A goal about an integer letter n: a proof at n = m*q + r for each remainder r of 0, ..., m - 1, in their order, with a
    letter q for the quotient that is used nowhere yet; it is natural where n is."""

    variable: tm.Variable
    quotient: tm.Variable
    proofs: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class AsQuotient:
    """A goal about a rational letter: a proof at top/bottom, for an integer `top` and a positive integer `bottom`, letters that
    are used nowhere yet."""

    variable: tm.Variable
    top: tm.Variable
    bottom: tm.Variable
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Peeled:
    """A proof in which normal forms take the last terms out of sums and products: sum to n + 1 is sum to n and one term."""

    proof: Certificate


@dataclass(frozen=True, slots=True)
class Law:
    """A law of elementary functions, by its name in `laws`, at values whose hypotheses hold at sight."""

    name: str
    values: tuple[tm.Scalar, ...]
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Cited:
    """The claim of a proved lemma, its free letters replaced, from proofs of its hypotheses."""

    lemma: int
    letters: tuple[tuple[tm.Term, tm.Term], ...]
    proofs: tuple[Certificate, ...]
    rest: Certificate


@dataclass(frozen=True, slots=True)
class FunctionLaw:
    """What properties of a function say of all points, by a law of `function_laws`: a fact."""

    name: str
    function: tm.Function
    constant: tm.Scalar | None
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Oracle:
    """Another program's word; the verdict is labelled with its name."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Assumed:
    """The author's word; the verdict is labelled with the reason."""

    reason: str


Certificate = Union[
    Evident, Enclosed, Combination, MatrixCombination, Have, Instance, Entrywise, Detach, Valued, Obtain, Witness, Cases,
    Alternatives, Absurd, Contrary, Ordered, Between, Definite, Parts, Choose, Suppose, Meaning, Rate, Limit, PowerSeries,
    Induction, CyclicInduction, MeanValue, Remainders, AsQuotient, Peeled, Telescoped, SplitAt, Sifted, Termwise, Exchanged,
    Reindexed, CauchySchwarz, Triangle, Frobenius, Submultiplicative, Adjugates, Columns, Nearby, Injective, Inverse, Inverses,
    Schur, Semidefinite, Diagonal, Sylvester, Congruence, AddedSeries, Law, FunctionLaw, Cited, Oracle, Assumed,
]  # fmt: skip
