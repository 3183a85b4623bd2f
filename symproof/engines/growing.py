"""Which engines are tried, after the first stage, on a claim that grows with a natural number. Untrusted."""

from __future__ import annotations

from symproof.engines.functions.additive import additive
from symproof.engines.functions.angles import angles, sizes_of_angles
from symproof.engines.functions.constants import constants
from symproof.engines.functions.laws import laws
from symproof.engines.functions.log_factors import log_factors
from symproof.engines.functions.logarithms import powers
from symproof.engines.functions.raised import alike, compared, raised
from symproof.engines.functions.slopes import slopes
from symproof.engines.functions.weighted import weighted
from symproof.engines.integers.apart import one_by_one
from symproof.engines.integers.consecutive import consecutive
from symproof.engines.integers.distances import distances
from symproof.engines.integers.induct import by_ratios, induction, simply
from symproof.engines.integers.invariants import invariants
from symproof.engines.integers.orbits import orbits
from symproof.engines.integers.pascal import pascal
from symproof.engines.integers.remainders import remainders
from symproof.engines.integers.strengthened import strengthened
from symproof.engines.linear_algebra.first_entries import first_entries
from symproof.engines.linear_algebra.triangle import triangle
from symproof.engines.logic.logic import detach, signs
from symproof.engines.logic.points import at_points
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.factors import factors
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.inequality import inequality, positivity
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.roots import roots
from symproof.engines.stages import these, with_instances
from symproof.engines.sums.added import added, added_up
from symproof.engines.sums.blocks import blocks
from symproof.engines.sums.bounds import bounds, later
from symproof.engines.sums.cauchy import cauchy_sums
from symproof.engines.sums.chebyshev import chebyshev
from symproof.engines.sums.contiguous import contiguous
from symproof.engines.sums.diagonals import diagonals_of_pascal
from symproof.engines.sums.differences import differences
from symproof.engines.sums.empty import empty
from symproof.engines.sums.entropy import entropy
from symproof.engines.sums.increments import increments
from symproof.engines.sums.jensen import jensen
from symproof.engines.sums.lengths import lengths
from symproof.engines.sums.moving import moving
from symproof.engines.sums.neighbours import grown
from symproof.engines.sums.sift import cancel
from symproof.engines.sums.summation import nested
from symproof.engines.sums.termwise import termwise
from symproof.engines.sums.within import within
from symproof.engines.sums.zeilberger import zeilberger

GROWING = these(
    ring,
    positivity,
    ideal,
    with_instances,
    additive,
    at_points,
    cancel,
    within,
    grown,
    empty,
    nested,
    angles,
    log_factors,
    zeilberger,
    differences,
    contiguous,
    diagonals_of_pascal,
    orbits,
    lengths,
    bounds,
    invariants,
    strengthened,
    first_entries,
    induction,
    later,
)
"""What is tried after the first stage on an equation that grows with a natural number."""
GROWING_ORDERS = these(
    ring,
    linear,
    positivity,
    remainders,
    one_by_one,
    chebyshev,
    added,
    with_instances,
    additive,
    at_points,
    compared,
    constants,
    powers,
    weighted,
    factors,
    alike,
    raised,
    empty,
    increments,
    termwise,
    slopes,
    laws,
    triangle,
    consecutive,
    inequality,
    entropy,
    jensen,
    cauchy_sums,
    signs,
    added_up,
    moving,
    lengths,
    blocks,
    bounds,
    invariants,
    strengthened,
    first_entries,
    induction,
    pascal,
    later,
)
"""The same for an order."""
FIRST_OF_ORDERS = (
    ("induction", lengths),
    ("induction", simply),
    ("induction", by_ratios),
    ("induction", distances),
    ("induction", bounds),
    *these(
        ring,
        linear,
        positivity,
        sizes_of_angles,
        remainders,
        with_instances,
        detach,
        compared,
        inequality,
        orderings,
        roots,
    ),
)
"""What is tried on an order before these: an induction whose step is one of numbers."""
WITH_RATIOS = these(ring, linear, positivity, compared, powers, consecutive)
"""What is tried in such an induction itself."""
OF_RATIOS = these(
    ring,
    linear,
    positivity,
    compared,
    constants,
    powers,
    factors,
    raised,
    consecutive,
    inequality,
    roots,
    slopes,
    laws,
    signs,
    induction,
)
"""What is tried on how much one side of an order grows beside the other."""
OF_MEMBERS = these(ring, linear, positivity, with_instances, inequality, orderings, roots)
"""What is tried on the next member of a recurrence from what is known of the one before."""
