r"""What adjectives say of letters, as formulas: "let $A$ be symmetric" is `A^\top = A`, and "independent $X$ and $Y$" have no
covariance.

Only what is supposed is taken, never what is to be shown or follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from symproof.readers.document.words.beginning import STATEMENTS
from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.properties import FOLLOWS
from symproof.readers.document.words.prose import SUPPOSING
from symproof.readers.document.words.sentences import MARKUP, SENTENCE, sentence_before
from symproof.readers.document.words.supposing import said_in_words
from symproof.readers.notation.tree import Ellipsis, Scripted, items_of
from symproof.readers.notation.tree import Sequence as Letters

IDEMPOTENT, SELF_ADJOINT = r"{0} {0} = {0}", r"{0}^\top = {0}"
OF_ONE = {
    "orthogonal projection": rf"{IDEMPOTENT}, {SELF_ADJOINT}",
    "orthogonal projector": rf"{IDEMPOTENT}, {SELF_ADJOINT}",
    "projection": IDEMPOTENT,
    "projector": IDEMPOTENT,
    "involution": r"{0} {0} = I",
    "skew-symmetric": r"{0}^\top = -{0}",
    "antisymmetric": r"{0}^\top = -{0}",
    "skew": r"{0}^\top = -{0}",
    "full column rank": r"\det({0}^\top {0}) \neq 0",
    "linearly independent columns": r"\det({0}^\top {0}) \neq 0",
    "full row rank": r"\det({0} {0}^\top) \neq 0",
    "linearly independent rows": r"\det({0} {0}^\top) \neq 0",
    "unit vector": r"\|{0}\| = 1",
    "symmetric": SELF_ADJOINT,
    "idempotent": IDEMPOTENT,
    "orthogonal": r"{0}^\top {0} = I",
    "invertible": r"\det({0}) \neq 0",
    "nonsingular": r"\det({0}) \neq 0",
    "non-singular": r"\det({0}) \neq 0",
    "singular": r"\det({0}) = 0",
    "not invertible": r"\det({0}) = 0",
    "noninvertible": r"\det({0}) = 0",
    "non-invertible": r"\det({0}) = 0",
    "rank deficient": r"\det({0}) = 0",
    "rank-deficient": r"\det({0}) = 0",
    "positive definite": r"{0} \succ 0, {0} \succeq 0",
    "positive semidefinite": r"{0} \succeq 0",
    "positive semi-definite": r"{0} \succeq 0",
    "even": r"2 \mid {0}",
    "odd": r"{0} \equiv 1 \pmod 2",
}
"""What is said of a letter that stands for a matrix, a vector or an integer, or of a term; longer words stand before those in
them."""
PAIRS = {
    "independent": r"\operatorname{{Cov}}({0}, {1}) = 0",
    "uncorrelated": r"\operatorname{{Cov}}({0}, {1}) = 0",
    "orthonormal": r"\langle {0}, {1} \rangle = 0",
}
"""What is said of each two random numbers, or vectors; of orthonormal ones besides that each has length 1."""
EVENTS = {
    "independent": r"P({0} \cap {1}) = P({0}) P({1})",
    "disjoint": r"P({0} \cap {1}) = 0",
    "mutually exclusive": r"P({0} \cap {1}) = 0",
    "exclusive": r"P({0} \cap {1}) = 0",
}
"""What is said of each two events, in a text with probabilities."""
OF_CHANCE = re.compile(r"P(?:r|\})?\s*(?:\\left\s*)?\(")
PLURAL = re.compile("(?:ion|or)$")
OF_ITS_VALUES = r"singular(?!\s+(?:values?|vectors?|points?|parts?))"
WORD = re.compile(
    "|".join(f"{each}s?" if PLURAL.search(each) else each for each in (*OF_ONE, *PAIRS, *EVENTS)).replace(
        "|singular|", f"|{OF_ITS_VALUES}|"
    ),
    re.IGNORECASE,
)
IS_LIKE = re.compile(
    rf"\s*·\s+(?:is|are)\s+(?:(?:an?|real|square|matri(?:x|ces)|and|{WORD.pattern})[\s,]*)+,\s*", re.IGNORECASE
)
"""A sentence that has said so far what a matrix is like."""
WORDS = rf"(?P<words>(?:{WORD.pattern})(?:(?:,|,?\s+and)?\s+(?:{WORD.pattern}))*)"
NOUNS = r"(?:matri(?:x|ces)|primes?(?:\s+numbers?)?|integers?|numbers?|random\s+(?:variables?|numbers)|variables|vectors|events)"
BEFORE = re.compile(rf"(?<!\bor )(?<![-\w]){WORDS}(?:\s+and\s+\w+)?(?:\s+{NOUNS})?\s*$", re.IGNORECASE)
OF_ALL = re.compile(rf"\b(?:every|any|each|all)\s+(?:real\s+)?{WORDS}\s+{NOUNS}\s*$", re.IGNORECASE)
"""Words before letters of which something is to be shown, or follows, for all that are like that."""
RANKED = (
    r"(?:(?:(?:be|is)\s+(?:an?|any)\s+(?:\w+\s+)?matri(?:x|ces)\s+)?(?:with|having|of)|(?:be|is)\s+of|have|has)"
    r"(?=\s+(?:full|linearly))"
)
"""Words between a matrix and its rank."""
AFTER = re.compile(
    rf"\W*(?:be|is|are|being|{RANKED})\s+(?:(?:an?|the|any|some)\s+)?(?:(?:real|square|mutually|pairwise)\s+)*"
    rf"(?:matri(?:x|ces)\s+(?:that|which)\s+(?:is|are)\s+)?{WORDS}"
    r"(?![-\w]|\s+(?:or|to|iff?|when|exactly|given|conditional\w*|(?:of|from)(?! each other))\b)",
    re.IGNORECASE,
)
BESIDE = re.compile(
    rf"\s+(?:(?:real|square|mutually|pairwise)\s+)*{WORDS}(?![-\w]|\s+(?:or|given|(?:of|from)(?! each other))\b)",
    re.IGNORECASE,
)
"""What stands behind a letter after "with", "with $H$ symmetric"."""
WITH = re.compile(
    r"\b(?:with|for|where|assum\w+|and)\W*(?:(?:an?|any|every|the)\s+)?(?:(?:real|square)\s+)?(?:(?:matri(?:x|ces)|vectors?)\s+)?$",
    re.IGNORECASE,
)
OTHERWISE = re.compile(r"\b(unless|except|whether|only|even)\b", re.IGNORECASE)
"""Before a condition under which a formula does not hold, or not alone."""
ALTERNATIVE = re.compile(r"\bor\s*$", re.IGNORECASE)
NOT = re.compile(r"\b(not|non|no|neither|nor|without|never)\b", re.IGNORECASE)
ORTHONORMAL = r"(?:(?:an?|the)\s+)?orthonormal\b(?:\s+(?:vectors|basis|system|set|family|columns))?"
ORTHONORMAL_AFTER = re.compile(rf"\W*(?:be|is|are|form)\s+{ORTHONORMAL}", re.IGNORECASE)
ORTHONORMAL_BEFORE = re.compile(rf"\b{ORTHONORMAL}\W*$", re.IGNORECASE)
OF_A_LAW = re.compile(
    r"\b(?:mean|expectation|expected value|variance|deviation|rate|intensity|parameters?|probability)\s*(?:of\s*)?$",
    re.IGNORECASE,
)
"""Words before a number that says something of the letters before it."""
TO_SHOW = re.compile(
    r"\b(?:claims?|theorem|lemma|proposition|corollary|true|false|show|prove|decide|whether|conjecture|which|if)\b|\?",
    re.IGNORECASE,
)
"""Words before what is stated, and not supposed."""
ASIDE = re.compile(
    r"^\W*(?:throughout|here|now|\(?\w{1,2}[.)]|(?:problem|exercise|question|task)\s+\w{1,3}[.:)]?)\W*", re.IGNORECASE
)
"""What may stand before the letters with which a sentence begins."""
EXAMPLE = re.compile(r"(?:^|[.!?]\W+)\W*(?:example|exercise|problem|task)\W{1,4}$", re.IGNORECASE)
"""What stands before a sentence that supposes something of letters for itself, "*Example.* X has mean 3"."""
OF_MOMENTS = re.compile(
    r"(?:[\s·¦,]|\b(?:and|the|an?|ha(?:s|ve)|with|mean|expectation|variance|(?:standard )?deviation|zero|one)\b)*",
    re.IGNORECASE,
)
"""Words of a sentence that has told so far only letters and their means and variances."""
MOMENT_OF = re.compile(
    r"\s*(?:\\(?:operatorname|mathrm|text|mathbb|mathbf)\s*\{\s*)?(?:\\?(?:Cov|cov|Var|Corr|E|rho)\b)"
)
JOINS = re.compile(r"\s*(?:,|and|, and)?\s*")


def listed_in(display: Display) -> tuple[str, str, str] | None:
    r"""The name of a family that a formula lists, `q_1, \dots, q_k`, and its first and last index ("" where it has no end)."""
    clauses = display.clauses
    listed = clauses[0].members[0] if len(clauses) == 1 and clauses[0].members else None
    if not isinstance(listed, Letters) or not any(isinstance(each, Ellipsis) for each in listed.items):
        return None
    first, *_, last = listed.items
    if not isinstance(first, Scripted) or first.sub is None or not isinstance(last, (Scripted, Ellipsis)):
        return None
    ends = (first.base, first.sub, last.sub if isinstance(last, Scripted) else None)
    name, low, high = ("" if node is None else display.text.text[node.start : node.end] for node in ends)
    return name, low, high


def orthonormal_in(display: Display) -> tuple[str, str, str] | None:
    r"""The name of vectors `q_1, \dots, q_k` of which words suppose that they are orthonormal, and the first and last index."""
    listed = listed_in(display)
    own = sentence_before(display.before)
    behind = ORTHONORMAL_AFTER.match(display.after) and SUPPOSING.search(own.replace(",", " "))
    ahead = ORTHONORMAL_BEFORE.search(own) and not FOLLOWS.search(own)
    if listed is None or not listed[2] or not (behind or ahead) or NOT.search(own) or is_left_open(own):
        return None
    return listed


def said_of(display: Display, displays: Sequence[Display]) -> list[tuple[str, list[str], bool]]:
    """The words that are supposed of letters which end, or begin, with this formula, what each says as formulas, and whether it
    stands behind."""
    own = sentence_before(display.before)
    if NOT.search(own) or is_left_open(own) or (FOLLOWS.search(own) and not OF_ALL.search(own)):
        return []
    if ALTERNATIVE.search(own):
        return []  # "let $A$ be invertible or $B$ be invertible"
    behind = AFTER.match(display.after)
    if behind is None and WITH.search(own):
        behind = BESIDE.match(display.after)
        own = "with" if behind is None else "given"
    if behind is not None and (SUPPOSING.search(own.replace(",", " ")) or brings_in(display, displays)):
        names = [*names_back(display, displays), *names_of(display)]
        return _said(behind["words"], names or _term(display), displays, behind=True)
    ahead = BEFORE.search(own.rpartition("·")[2])
    if ahead is not None:
        return _said(ahead["words"], [*names_of(display), *names_on(display, displays)], displays, behind=False)
    return []


def said_behind(display: Display, displays: Sequence[Display]) -> tuple[str, list[tuple[str, list[str], bool]]]:
    """The words around letters behind a formula, "when $X$ and $Y$ are independent", that say under which condition it holds, and
    what they say of the letters."""
    last = display
    for following in displays[display.number + 1 :]:
        if following.paragraph != display.paragraph or not JOINS.fullmatch(following.prose):
            break
        last = following
    own, rest = (SENTENCE.split(MARKUP.sub(" ", text)) for text in (display.before, last.after))
    led = own[-1].rpartition("·")[2]
    if NOT.search(led) or OTHERWISE.search(led) or is_left_open(own[-1]):
        return rest[0], []
    names = [*names_back(last, displays), *names_of(last)]
    if behind := AFTER.match(last.after):
        return rest[0], _said(behind["words"], names, displays, behind=True)
    ahead = BEFORE.search(led)
    return led, [] if ahead is None else _said(ahead["words"], names, displays, behind=False)


EIGEN = re.compile(
    r"·\s+(?:be|is)\s+(?:an?\s+)?(?:unit\s+|real\s+)?eigen(vector|value)s?\s+of\s+(?:the\s+matrix\s+)?$", re.IGNORECASE
)
ITS_EIGEN = re.compile(
    r"\s*,?\s*(?:with|for|to|corresponding to|associated (?:with|to)|belonging to|and)(?:\s+(?:the|an?))?"
    r"(?:\s+(?:corresponding|associated|unit))?\s+eigen(vector|value)\s*",
    re.IGNORECASE,
)


def eigenvector_in(display: Display, displays: Sequence[Display]) -> list[tuple[str, list[str], bool]]:
    r"""What is supposed of an eigenvector of the matrix that a formula names, as `said_of` gives it: "let $v$ be an eigenvector
    of $A$ with eigenvalue $\lambda$" is `A v = \lambda v`, and "let $\lambda$ be an eigenvalue of $A$ with eigenvector $v$"."""
    own = sentence_before(display.before)
    following = displays[display.number + 1] if display.number + 1 < len(displays) else None
    found = EIGEN.search(own)
    other = ITS_EIGEN.fullmatch(MARKUP.sub(" ", following.prose)) if found and following is not None else None
    if found is None or following is None or other is None or other[1].lower() == found[1].lower():
        return []
    if not SUPPOSING.search(own.replace(",", " ")) or FOLLOWS.search(own) or NOT.search(own) or is_left_open(own):
        return []
    names = [names_of(each) for each in (display, displays[display.number - 1], following)]
    if any(len(each) != 1 for each in names):
        return []
    matrix, vector, value = (each[0] for each in names)
    if found[1].lower() == "value":
        vector, value = value, vector
    return [("eigenvector", [rf"{matrix} {vector} = {value} {vector}"], False), ("eigenvalue", [], True)]


COMMUTE = (
    re.compile(
        r"\s*(?:,?\s*(?:that|which|is a matrix that|be a matrix that))?\s*(?:commutes?|is commuting)\s+with(?:\s+the\s+\w+)*\s*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\s*,?\s*(?:(?:be|are)\s+)?(?:(?:square|real|two)\s+)*(?:matrices\s*)?(?:(?:that|which)\s+)?commut(?:e|ing)\b(?!\s+(?:with|if|iff|when)\b)",
        re.IGNORECASE,
    ),
)
"""Words behind a matrix that commutes with the one behind them, and behind two that do."""
OF_SIZE = re.compile(r"\s*(?:(?:be|is|are)\s+)?(?:an?\s+)?(?:(?:real|square)\s+)*$", re.IGNORECASE)
A_MATRIX = re.compile(r"\s*(?:real\s+|square\s+)*matri(?:x|ces)\b", re.IGNORECASE)


def commuting_in(display: Display, displays: Sequence[Display]) -> list[tuple[str, list[str], bool]]:
    """What is supposed of matrices of which words say that they commute, as `said_of` gives it: "if $A$ commutes with $S$", "let
    $A$ and $B$ be matrices that commute"; a size may stand between, "$A$ is an $n \\times n$ matrix that commutes with $S$"."""
    own, behind, at = sentence_before(display.before), display.after, display.number
    if NOT.search(own) or is_left_open(own) or FOLLOWS.search(own) or not SUPPOSING.search(own.replace(",", " ")):
        return []
    if at + 1 < len(displays) and OF_SIZE.fullmatch(behind) and (sized := A_MATRIX.match(displays[at + 1].after)):
        at, behind = at + 1, displays[at + 1].after[sized.end() :]
    with_other, each_other = (pattern.match(behind) for pattern in COMMUTE)
    names = [*names_back(display, displays), *names_of(display)]
    if with_other is not None and with_other.end() == len(behind) and at + 1 < len(displays):
        others = names_of(displays[at + 1])
        pairs = [(one, other) for one in names for other in others]
    elif each_other is not None:
        pairs = [(one, other) for k, one in enumerate(names) for other in names[:k]]
    else:
        return []
    return [("commute", [f"{one} {other} = {other} {one}" for one, other in pairs], True)] if pairs else []


def supposed_of(display: Display, displays: Sequence[Display]) -> list[tuple[str, list[str], bool]]:
    """All that words around a formula suppose of the letters that it names, and of others beside them."""
    return [each for find in (said_of, eigenvector_in, commuting_in) for each in find(display, displays)]


def _said(
    words: str, names: list[str], displays: Sequence[Display], *, behind: bool
) -> list[tuple[str, list[str], bool]]:
    found = []
    for word in map(str.lower, WORD.findall(words) if names else ()):
        if (singular := word if word in OF_ONE else word.rstrip("s")) in OF_ONE:
            found.append((word, [OF_ONE[singular].format(name) for name in names], behind))
        elif pairs := [(one, other) for k, one in enumerate(names) for other in names[:k]]:
            chance = any(OF_CHANCE.search(each.text.text) for each in displays)
            tables = [table for table in ((PAIRS, EVENTS) if chance else (PAIRS,)) if word in table]
            lengths = [OF_ONE["unit vector"].format(name) for name in names if word == "orthonormal"]
            if tables:
                found.append(
                    (word, lengths + [table[word].format(*pair) for table in tables for pair in pairs], behind)
                )
    return found


def _term(display: Display) -> list[str]:
    r"""A formula that is one term, `A^\top A`, in brackets."""
    clauses = display.clauses
    alone = not display.formula.display and len(clauses) == 1 and not clauses[0].relations
    return [f"({display.text.text.strip()})"] if alone else []


def brings_in(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a sentence begins with letters that no formula of the part before it names: what it says of them is supposed, "$X$
    has mean $3$."."""
    names = [*names_back(display, displays), *names_of(display)]
    if display.environment in STATEMENTS or TO_SHOW.search(f"{display.prose} {display.before}"):
        return False
    own = sentence_before(display.before)
    begins = OF_MOMENTS.fullmatch(EXAMPLE.sub("", ASIDE.sub("", own)))
    if begins and EXAMPLE.search(displays[display.sentence].before if display.sentence < len(displays) else ""):
        return bool(names)
    before = [each for each in displays[: display.sentence] if each.part == display.part]
    named = re.compile(rf"(?<![A-Za-z\\])(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return bool(names and begins and not any(named.search(each.text.text) for each in before))


def is_moment_beside(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula goes on with what a sentence supposes of the means of letters that it brings in, "$X$ and $Y$ have mean 0
    and $\\operatorname{Cov}(X, Y) = 1$"."""
    clauses, own = display.clauses, ASIDE.sub("", sentence_before(display.before))
    if len(clauses) != 1 or clauses[0].kinds != ["="] or not MOMENT_OF.match(display.text.text):
        return False
    told = re.search(r"\bha(?:s|ve)\b", own) is not None and OF_MOMENTS.fullmatch(EXAMPLE.sub("", own)) is not None
    first = displays[display.sentence] if told else display
    return first is not display and bool(names_of(first)) and brings_in(first, displays)


def supposed_beside(display: Display, displays: Sequence[Display], sentence: str, behind: str) -> str:
    """The phrase that supposes a formula whose sentence has said the same in words, or goes on with means and variances."""
    beside = is_moment_beside(display, displays) or _is_quality_beside(display, displays)
    return said_in_words(sentence, behind) or ("let" if beside else "")


def _is_quality_beside(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula goes on with what a sentence supposes of a matrix that it brings in, "$A$ is symmetric, $A^3 = A$."."""
    own, clauses = ASIDE.sub("", sentence_before(display.before)), display.clauses
    if IS_LIKE.fullmatch(own) is None or len(clauses) != 1 or clauses[0].kinds != ["="]:
        return False
    first = displays[display.sentence]
    return first is not display and bool(names_of(first)) and brings_in(first, displays)


def names_of(display: Display) -> list[str]:
    r"""The letters that a formula names: `A`, `A, B`, `A \in \mathbb{R}^{n \times n}`."""
    clauses = display.clauses
    if display.formula.display or len(clauses) != 1 or not clauses[0].members:
        return []
    if any(sign.kind != "in" for sign in clauses[0].relations):
        return []
    first = clauses[0].members[0]
    nodes = items_of(first)
    return [display.text.text[node.start : node.end].strip() for node in nodes] if all(map(is_letter, nodes)) else []


def names_back(display: Display, displays: Sequence[Display]) -> Iterator[str]:
    r"""The letters of the formulas before, over "and" and commas; but for those of which a formula says more, "with
    $A \in \mathbb{R}^{n \times n}$ and $n$ odd"."""
    k = display.number
    while k and displays[k].paragraph == displays[k - 1].paragraph and JOINS.fullmatch(displays[k].prose):
        k -= 1
        if (displays[k].is_relation and not display.is_relation) or OF_A_LAW.search(displays[k].prose):
            return
        yield from names_of(displays[k])


def names_on(display: Display, displays: Sequence[Display]) -> Iterator[str]:
    """The letters of the formulas behind, over "and" and commas."""
    for following in displays[display.number + 1 :]:
        if following.paragraph != display.paragraph or not JOINS.fullmatch(following.prose):
            return
        yield from names_of(following)
