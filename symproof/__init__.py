"""symproof: derivations checked line by line, and the solution sheet printed from what was checked."""

from symproof.functions import cos, exp, log, maximum, minimum, sigma, sin, sqrt
from symproof.statement import and_, each, eq, exists, iff, implies, minimizer, ne, not_, or_
from symproof.symbols import (
    cyclic,
    delta,
    derivative,
    function,
    grad,
    gradient,
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
    sequence,
    total,
    vector,
    vectors,
)
