"""Words that say of letters and functions what no formula says: where one is not read, a point that fails may be no point."""

from __future__ import annotations

import re

EQUATIONAL = re.compile(
    r"\b(unit (vectors?|norm|length)|orthogonal|orthonormal|perpendicular|normali[sz]ed|independent|uncorrelated|symmetric|"
    r"idempotent|sums? to (one|1|zero|0)|probabilit(y|ies)|doubly stochastic|skew|involution|sufficiently|"
    r"(?:for|is|are|be|very|when|if) (?:small|large)|(?:small|large)(?: enough|\s*$)|"
    r"approximately|asymptotically|modulo|mod|congruent|distinct|coprime|commute|invertible|nonsingular|diagonal|triangular|"
    r"unitary|(semi-?)?definite|stochastic|circulant|toeplitz|permutation|"
    r"projectors?|is an? (orthogonal )?projection|(cyclic )?shift|rotations?|reflections?|laplacian|"
    r"covariance|hessian|gram|nilpotent|hermitian|commuting|householder|hadamard)\b",
    re.IGNORECASE,
)
"""Words that say of letters what no formula says: where one stands in a part, a point that fails may be no point at all."""
FUNCTIONAL = re.compile(
    r"\b(convex|concave|smooth|lipschitz|differentiable|continuous|monotone|(?:in|de)creasing|bounded|linear|affine|quadratic|"
    r"minimi[sz](?:er|e)s?|minimum|maximum|optimum|optimal|coercive|periodic|analytic|homogeneous|(?:sub)?additive|"
    r"(?:is|an) (?:even|odd)|(?:even|odd) functions?|polynomial|stationary|critical|condition)\b",
    re.IGNORECASE,
)
"""Words that say of a function what no formula says; those that `properties` reads are taken off."""
ABOUT_MATRICES = frozenset((
    "orthogonal", "orthonormal", "perpendicular", "symmetric", "idempotent", "skew", "involution", "commute",
    "invertible", "nonsingular", "diagonal", "triangular", "unitary", "circulant", "toeplitz", "permutation",
    "projector", "projectors", "shift", "rotation", "rotations", "reflection", "reflections", "laplacian",
    "covariance", "hessian", "gram", "nilpotent", "hermitian", "commuting", "householder",
))  # fmt: skip
"""Those of them that say nothing of numbers."""
TOPICS = frozenset(["probability", "stochastic"])
"""Those of them that in a heading only say what it is about."""
OF_ONE_NUMBER = frozenset(["probability", "probabilities"])
"""Those of them that say of one number no more than where it lies."""
ABOUT_CHANCE = frozenset(["independent", "uncorrelated"])
"""Those of them that say nothing of numbers without probabilities and means."""
