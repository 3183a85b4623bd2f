"""symproof: derivations checked line by line, and the solution sheet printed from what was checked.

    from symproof import calc, derivation, prove, real

    prove("x**2 + y**2 >= 2*x*y").status

Importing this opens no foreign library; each is loaded when it is first needed. The reasons that an author may name
for a step are in `symproof.by`; those whose names hide no module of that name are here as well.
"""

from symproof import by
from symproof.by import (
    assumed,
    at,
    cite,
    gradients,
    induction,
    inequality,
    omitted,
    positivity,
    ring,
    sums,
    telescope,
    termwise,
    witness,
)
from symproof.chain import Chain, MatrixChain, ScalarChain, StatementChain, VectorChain, calc
from symproof.check import check
from symproof.derivation import Derivation, derivation
from symproof.functions import cos, exp, log, maximum, minimum, pi, sigma, sin, sqrt
from symproof.printed import approx
from symproof.properties import convex, differentiable, lipschitz, smooth, strongly_convex
from symproof.prove import from_latex, prove
from symproof.rates import big_o
from symproof.statement import Prop, and_, each, eq, exists, iff, implies, minimizer, ne, not_, or_
from symproof.symbols import (
    binomial,
    column,
    cyclic,
    delta,
    derivative,
    factorial,
    function,
    grad,
    gradient,
    harmonic,
    index,
    inner,
    integer,
    interval,
    matrix,
    natural,
    negative,
    nonnegative,
    nonzero,
    norm,
    positive,
    product,
    rational,
    real,
    reals,
    sequence,
    total,
    vector,
    vectors,
)
from symproof.term import Matrix, Scalar, Vector
from symproof.verdict import Proved, Refuted, Unknown, Verdict
from symproof.wengert import Trace, trace

__version__ = "0.1.0"

__all__ = [
    "Chain",
    "Derivation",
    "Matrix",
    "MatrixChain",
    "Prop",
    "Proved",
    "Refuted",
    "Scalar",
    "ScalarChain",
    "StatementChain",
    "Trace",
    "Unknown",
    "Vector",
    "VectorChain",
    "Verdict",
    "and_",
    "approx",
    "assumed",
    "at",
    "big_o",
    "binomial",
    "by",
    "calc",
    "check",
    "cite",
    "column",
    "convex",
    "cos",
    "cyclic",
    "delta",
    "derivation",
    "derivative",
    "differentiable",
    "each",
    "eq",
    "exists",
    "exp",
    "factorial",
    "from_latex",
    "function",
    "grad",
    "gradient",
    "gradients",
    "harmonic",
    "iff",
    "implies",
    "index",
    "induction",
    "inequality",
    "inner",
    "integer",
    "interval",
    "lipschitz",
    "log",
    "matrix",
    "maximum",
    "minimizer",
    "minimum",
    "natural",
    "ne",
    "negative",
    "nonnegative",
    "nonzero",
    "norm",
    "not_",
    "omitted",
    "or_",
    "pi",
    "positive",
    "positivity",
    "product",
    "prove",
    "rational",
    "real",
    "reals",
    "ring",
    "sequence",
    "sigma",
    "sin",
    "smooth",
    "sqrt",
    "strongly_convex",
    "sums",
    "telescope",
    "termwise",
    "total",
    "trace",
    "vector",
    "vectors",
    "witness",
]
