"""Words that say of letters and functions what no formula says: where one is not read, a point that fails may be no point."""

from __future__ import annotations

import re

from symproof.readers.document.finding.located import NEAR
from symproof.readers.document.words.outline import Display, defines_letter, is_compound
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.document.words.supposing import CONDITION

PLAIN = (
    "a|an|the|this|that|these|those|our|two|any|every|each|all|some|no|and|of|for|with|or|is|be|as|by|square|real|complex|rational|"
    "integer|general|arbitrary|given|fixed|following|same|other|certain|nonzero|large|small|tall|wide|rectangular|"
    "data|design|coefficient|system|weight|parameter|random|resulting|new|whole|identity|zero"
)
"""Words before "matrix" that say nothing of its entries."""
EQUATIONAL = re.compile(
    r"\b(unit (vectors?|norm|length)|orthogonal|orthonormal|perpendicular|normali[sz]ed|(?:linearly )?independent|uncorrelated|"
    r"symmetric(?! (?:part|group|difference|sums?|functions?|polynomials?)\b)|idempotent|"
    r"characteristic (?:two|three|2|3|\$?p)|"
    r"sums? to (one|1|zero|0)|probabilit(y|ies)|doubly stochastic|skew(?!(?:-symmetric)? part\b)|involution|sufficiently|"
    r"(?:for|is|are|be|very|when|if) (?:small|large)|(?:small|large)(?: enough|\s*$)|"
    r"there (?:is|was|were|exists?|existed) an? (?:largest|greatest|biggest|smallest|least|last)|"
    r"parallel|collinear|coplanar|beyond|between (?:zero|one|minus)|acute|obtuse|quadrants?|"
    r"approximately|asymptotically|modulo|mod|congruent|distinct|coprime|commutes?|invertible|nonsingular|diagonal|triangular|"
    r"unitary|(semi-?)?definite|stochastic|circulant|toeplitz|permutation|"
    r"projectors?|is an? (orthogonal )?projection|(cyclic )?shift|rotations?|reflections?|laplacian|"
    r"covariance|hessian|gram(?!\W{0,3}schmidt)|nilpotent|hermitian|commuting|householder|hadamard|"
    r"eigen(?:vectors?|values?|pairs?)|singular (?:vectors?|values?)|(?:normal|binary|boolean|unimodular|singular)(?=\s*$)|"
    rf"(?<![\w·$-])(?!(?:{PLAIN})\s)[a-z-]+\smatri(?:x|ces)(?=\s*$))\b",
    re.IGNORECASE,
)
"""Words that say of letters what no formula says: where one stands in a part, a point that fails may be no point at all."""
FUNCTIONAL = re.compile(
    r"\b(convex|concave|smooth|lipschitz|monotone|(?:in|de)creasing|bounded|linear|affine|quadratic|"
    r"m(?:in|ax)imi[sz](?:er|e)s?|minimum|maximum|optimum|optimal|coercive|periodic|homogene(?:ous|ity)|(?:sub|super)?additiv(?:e|ity)|sublinear|"
    r"(?:is|are|be|being|denotes?) (?:an?|any|some|the) (?:[\w-]+ )?(?:semi-?|quasi-?)?(?:norms?|metrics?|distances?|"
    r"inner products?)|"
    r"(?:is|an) (?:even|odd)|(?:even|odd) functions?|polynomial|stationary|critical|"
    r"(?<!order )(?<!optimality )condition(?!\s*$))\b",
    re.IGNORECASE,
)
"""Words that say of a function what no formula says; those that `properties` reads are taken off. That it is continuous or has
derivatives is none of them: so have all functions of which a point is made."""
OF_GIVEN = re.compile(
    r"\s+(?:function|model|approximation|form|objective|loss|cost|polynomial|problem|equation|bound)?\W*$",
    re.IGNORECASE,
)
"""Words between one of them and a function that is given by a formula, "the quadratic model q(w) = ..."."""
OF_ORDER = re.compile(r"convex|concave|smooth|lipschitz|monotone|(?:in|de)creasing|bounded|coercive", re.IGNORECASE)
"""Those of them that say inequalities: no equation between values and gradients rests on them."""
WANTED = re.compile(
    r"\b(?:to|we|can|must|should|will|us)\s+(?:(?:now|then|want to|need to|have to|try to)\s+)*"
    r"(?:(?:find|compute|get|obtain|determine|derive|locate|seek|(?:look|search) for)\s+"
    r"(?:(?:the|a|its|this|unique|global)\s+)*)?$",
    re.IGNORECASE,
)
"""What stands before "minimizer" or "minimize" where it is what the text looks for, and says nothing of a function or a point."""
ABOUT_MATRICES = frozenset((
    "orthogonal", "orthonormal", "perpendicular", "symmetric", "idempotent", "skew", "involution", "commute", "commutes",
    "invertible", "nonsingular", "diagonal", "triangular", "unitary", "circulant", "toeplitz", "permutation",
    "projector", "projectors", "shift", "rotation", "rotations", "reflection", "reflections", "laplacian",
    "covariance", "hessian", "gram", "nilpotent", "hermitian", "commuting", "householder", "linearly independent",
))  # fmt: skip
"""Those of them that say nothing of numbers."""
OF_SQUARES = ABOUT_MATRICES - {"orthogonal", "orthonormal", "perpendicular", "linearly independent"}
"""Those of them that say nothing of vectors either."""
TOPICS = frozenset(["probability", "stochastic"])
"""Those of them that in a heading only say what it is about."""
NOUNS = re.compile(r"eigen\w+|singular \w+|probabilit\w+|covariance|hessian|gram", re.IGNORECASE)
"""Those of them that name a thing, and say nothing of letters in a sentence without any."""
OPEN = frozenset(["invertible", "nonsingular", "distinct", "linearly independent"])
"""Those of them that hold near each place where they hold: what is rational in the entries, and right there, is so everywhere."""
TYING = re.compile(
    r"independen|uncorrelated|orthogonal|i\.?\s?i\.?\s?d\b|martingale|cent(?:e)?red|zero[ -]mean|mean (?:zero|0)|standard|\\sim|"
    r"symmetric",
    re.IGNORECASE,
)
"""Words and signs after which the mean of a product, or a mean, may be left out."""
OF_ONE_NUMBER = frozenset(["probability", "probabilities"])
"""Those of them that say of one number no more than where it lies."""
ABOUT_CHANCE = frozenset(["independent", "uncorrelated"])
"""Those of them that say nothing of numbers without probabilities and means."""

TOPIC = re.compile(
    r"(?:(?<=\bon )|(?<=\babout )|(?<=\bbit of )|(?<=\belementary )|(?<=\bbasic ))probability\b(?! (?:of|that)\b)|"
    r"probability\W{0,3}(?:theory|sheet|problems?|exercises?|exam|notes|course|lectures?)\b",
    re.IGNORECASE,
)
"""Probability as what a text is about."""
DEFINED = re.compile(
    r"\b(covariance|hessian|gram|(cyclic )?shift|rotation|reflection|laplacian|projector|householder)"
    r"( matrix| operator)?( is)?\s*$",
    re.IGNORECASE,
)
"""Those that end before a letter that is defined next, "the reflection $R = I - 2P$": they say no more of it."""
HESSIAN = re.compile(r"hessian\b(?= (of|is|equals)\b)", re.IGNORECASE)
"""The Hessian of a function that is named: its formula says all there is to it."""
OF_HESSIAN = re.compile(
    r"\bhessian\b[^·]*\bis\s+·\s*,?\s+(?:(?:which|that|it|and)\s+)*is\s+positive\s+(?:semi-?)?$", re.IGNORECASE
)
REGULAR = frozenset(("invertible", "nonsingular", "definite", "semidefinite", "semi-definite", "singular"))
"""Words that set no equation on the letters they are said of."""
CONCLUDED = re.compile(r"\b(so(?! that\b)|hence|thus|therefore|consequently)\b", re.IGNORECASE)
SUPPOSED = re.compile(rf"\b({CONDITION}|for|since|because)\b", re.I)


def is_concluded(sentence: str) -> bool:
    """Whether what ends a sentence is said to follow from what was supposed before.

    >>> is_concluded("so · is "), is_concluded("So let · be "), is_concluded("so that · is ")
    (True, False, False)
    """
    found = list(CONCLUDED.finditer(sentence))
    return bool(found) and not SUPPOSED.search(sentence, found[-1].end())


def _is_of_a_term(word: str, sentence: str) -> bool:
    """Whether a word is said of what a sentence concluded and names by no letter, "so the matrix is invertible", or of a Hessian
    that it worked out, "the Hessian is ·, which is positive definite".

    >>> _is_of_a_term("invertible", "Then · > 0, so the matrix is "), _is_of_a_term("invertible", "so · is ")
    (True, False)
    """
    concluded = list(CONCLUDED.finditer(sentence))
    if word.endswith("definite") and OF_HESSIAN.search(sentence):
        return True
    return word in REGULAR and bool(concluded) and is_concluded(sentence) and "·" not in sentence[concluded[-1].end() :]


def unread_qualities(words: str, display: Display | None = None) -> list[str]:
    """The words before a formula that say of functions what no formula says; of a function that it gives it says all itself.

    >>> unread_qualities("To find the minimizer, differentiate"), unread_qualities("Let · be the minimizer of")
    ([], ['minimizer'])
    """
    given = display is not None and gives_function(display.text.text)
    return [
        found[0].lower()
        for found in FUNCTIONAL.finditer(words)
        if not (found[0][:5].lower() in ("minim", "optim") and WANTED.search(words[: found.start()]))
        and not (given and OF_GIVEN.match(words, found.end()))
    ]


GIVES = re.compile(
    r"\s*[A-Za-z]\s*(?:\\left\s*)?\(\s*(\\?[A-Za-z]+)\s*(?:\\right\s*)?\)\s*&?\s*:?=(?P<formula>[^=]*)\Z", re.DOTALL
)
CALLED = r"(?:(?<![A-Za-z\\])[A-Za-z]|\\(?:ell|(?:var)?phi|[pP]si|Phi|[oO]mega|rho|theta)|\})(?:_\w|_\{\w+\})?\s*(?:\\left\s*)?\("
"""How a function is called of which a formula does not say what it is."""


def gives_function(latex: str) -> bool:
    r"""Whether a formula gives a function, and by no other function of its letter, of which words may say more.

    >>> [gives_function(each) for each in (r"q(w) = g(u) + \|w\|^2", "q(w) = g(w) + w", r"q(w) = \ell(2 w)", "q = w")]
    [True, False, False, False]
    """
    found = GIVES.match(latex)
    if found is None:
        return False
    own = rf"(?<![A-Za-z\\]){re.escape(found[1])}(?![A-Za-z_^\d])"
    return re.search(rf"{CALLED}[^()]*{own}", found["formula"]) is None


MODULUS = re.compile(r"mod(?:ulo)?\W*", re.IGNORECASE)
"""What stands before a number, "modulo $4$", by which congruences are read."""


def unread_words(display: Display, words: str, before: Display | None) -> list[tuple[str, bool]]:
    """The words before a formula that say of letters what no formula says, and whether each stands before a heading, where the
    part before ends; but for those that name what is defined next, and those that follow for a term of the letters that stands
    `before`: of a letter alone they may say more than was read."""
    headed = any(each.kind == "heading" for each in display.crossed)
    ended = words.find("\n") if headed else -1
    of_term = before is not None and is_compound(before)
    said = f"{before.before} · " if before is not None else ""

    def sentence(at: int) -> str:
        own = words[:at].rpartition("\n")[2]
        return (
            own if own != words[:at] and own.lstrip()[:1].isupper() else SENTENCE.split((said + words[:at])[-NEAR:])[-1]
        )

    return [
        (found[0].lower(), found.start() < ended)
        for found in EQUATIONAL.finditer(words)
        if not (MODULUS.fullmatch(words, found.start()) and display.text.text.strip().isdigit())
        and not (HESSIAN.match(words, found.start()) and "·" not in sentence(found.start()))
        and not _is_of_a_term(found[0].lower(), sentence(found.start()))
        and not TOPIC.match(words, found.start())
        and not ((DEFINED.match(words, found.start()) or "matri" in found[0].lower()) and defines_letter(display))
        and not (of_term and is_concluded(sentence(found.start())))
    ]


KINDS = re.compile(
    r"\b(even|odd|primes?|composite|squares?|perfect|multiples?|divisible|coprime|digits?|some)\b", re.IGNORECASE
)
"""What words say of whole numbers, and no formula."""
SEGMENT = re.compile(r"(?<![A-Za-z\\])[A-Z]\s?[A-Z](?![A-Za-z])")
GEOMETRY = re.compile(
    r"\b(triangles?|segments?|trape\w+|parallel\w*|rectangles?|quadrilaterals?|midpoints?|vertex|vertices|\\?triangle)\b",
    re.I,
)
"""Words of a text in which `AB` may be the length of a segment."""


def names_segments(latex: str, text: str) -> bool:
    """Whether two capital letters of a formula may name what lies between two points of a figure, `AB = 2 CD`."""
    return SEGMENT.search(latex) is not None and GEOMETRY.search(text) is not None
