"""Words that suppose something, and words that say it of all, as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence

LET = "let|assume|suppose"
SUPPOSE = r"let|assum\w+|suppos\w+|given"
CONDITION = rf"{SUPPOSE}|if|where|with|when\w*|choose|take|pick|fix"
FOR_ALL = "for (?:all|any|every|each|arbitrary|general)"
GIVEN_ANY = re.compile(r"\bgiven (?:any|every|an arbitrary) ", re.IGNORECASE)
OF_ANY = rf"{FOR_ALL}\b(?! (?:such|these|those|of)\b)"
"""Words that say it of all, and not of those only of which something was supposed."""
OF_CLAUSE = re.compile(rf"·[^·;.]*\b{FOR_ALL}\b[^·;]*·\s*;")
"""What is said of all in a clause that ends: "p_i = c, the same for each i; since ..."."""
STEP_OF_INDUCTION = re.compile(
    r"(?i:\binducti(?:on|ve) (?:step|hypothesis|assumption)\b|\bfor the step\b)|\bStep\W{0,3}[.:]|"
    r"\bI\.?[SHV]\.?\W{0,3}:|(?i:\binduktions(?:schritt|voraussetzung|annahme|behauptung|schluss)|\bh[ée]r[ée]dit[ée]\b)|"
    r"\b(?i:assum|suppos)\w*\s+(?:(?:now|that)\s+)*(?:the|our|this)\s+(?:\w+\s+)?(?:formula|statement|claim|result|identity|"
    r"equality|inequality|equation|assertion|proposition|bound|theorem)\s+(?:holds?|is\s+\w+|for)\b",
)
"""Words that begin the step of an induction."""
CONVERSELY = re.compile(r"\bconversely\b", re.IGNORECASE)
"""What leads to the other direction, where nothing holds that was supposed for the first."""
CONTRARY = re.compile(
    r"\b(?:to the contrary|on the contrary|the (?:contrary|opposite)|(?:for|by|towards?|to (?:get|obtain|derive|reach)) "
    r"(?:an? |the )?contradiction|absurdum)\b",
    re.IGNORECASE,
)
"""Words of a sentence that supposes what a proof by contradiction refutes."""
NOT_YET = re.compile(
    rf"{CONTRARY.pattern}|\b(?:will|shall|want|going|aim|try|need|hope|suffices|how|proof|argue|show)\b[^.;:]*contradict\w*",
    re.IGNORECASE,
)
REACHED = re.compile(r"\b(?:contradict\w*|absurd(?:ity)?|impossible|violat\w*)\b", re.IGNORECASE)
BY_HYPOTHESIS = re.compile(
    r"\W*(?:by (?:the |our )?(?:\w+ )?(?:hypothesis|assumption)s?|(?:even )?(?:al)?though|while)\W*$", re.IGNORECASE
)
APPOSED = re.compile(
    r"(?:^|\b(?:an?|the|some|any|our|its|their|each|every|this|of|with|has|have|having|at|in|on|is|are|be|and|for|two|three)(?:\s+|$))"
    r"(?:(?!(?:show|prov|giv|yield|say|sa[wy]|impl|mean|remain|becom|find|found|see|know|conclu|deduc|claim|wr[io]t|conjectur|"
    r"establish|obtain|deriv|get|use|using|apply)\w*\b)[\w-]+(?:\s+|$)){0,3}$",
    re.IGNORECASE,
)
"""Words that end with a noun, its article or its verb not far before it."""
OF_CLAIMS = re.compile(
    r"\b(?:bounds?|results?|inequalit(?:y|ies)|claims?|facts?|estimates?|relations?|statements?|propert(?:y|ies)|assertions?|"
    r"conjectures?|conclusions?|symmetry)\s*$",
    re.IGNORECASE,
)
"""Nouns for what is claimed."""


def reaches_a_contradiction(words: str) -> bool:
    """Whether words say that a proof by contradiction has reached one, and not that it will.

    >>> [reaches_a_contradiction(words) for words in (", a contradiction. Hence ", "Suppose, for contradiction, that ")]
    [True, False]
    """
    return REACHED.search(NOT_YET.sub("", words)) is not None


STILL = re.compile(
    r"[.!?]\s[^.·]*\b(?:still|as before|in (?:our|the (?:original|actual)) (?:case|problem|setting|example))\b",
    re.IGNORECASE,
)
"""Words of a sentence that comes back to what held before another one said "if"."""
OF_ALL = re.compile(rf"\b(?:{FOR_ALL}|for (?:some|an?))(\s+\w+){{0,2}}\s*$", re.IGNORECASE)
"""Words before a letter of all of whose values something is said, or of one, whatever they call them."""
RESTRICTS = re.compile(
    r"\W*(with|such that|so that|where|for which|(that|which) satisf(y|ies)|satisfying)\W*", re.IGNORECASE
)
"""Words behind a letter, "for all t with t <= T", before what says of which t something holds."""
SUPPOSES = re.compile(rf"\W*(?:now |next |further )?(?:we )?({LET}|given)\b(?! us\b)", re.IGNORECASE)
"""How a sentence begins that supposes something."""
CLAUSE_BEGINS = re.compile(
    r"[;:]|\b(?:then|we|so|hence|thus|therefore|it|this|gives?|implies|yields?|satisf\w+)\b", re.IGNORECASE
)
"""What begins a clause that may be no supposition any more."""
CLAUSE_ENDS = re.compile(r"[,;:]|\b(then|we|has|have)\b", re.IGNORECASE)
"""What begins another clause: without it, "let · be convex with ·" supposes both."""
WHEN = re.compile(r"\s*(iff|if and only if|exactly (when|if)|precisely (when|if))\s*", re.IGNORECASE)
"""Words between what is supposed to hold for some indices, "with P_ij = 1 iff i = j + 1", and for which."""
OTHERWISE = re.compile(r"\W*(otherwise|else|elsewhere|in (all|the) other cases?)\b", re.IGNORECASE)
"""Words behind what holds only where something else does not, "and S_ij = 0 otherwise"."""
OF_SIZE = re.compile(
    r"\b(?:be|denote)\s+(?:the|an?)\s*·(?:\s+\w+){0,3}\s+matri(?:x|ces)\s*,?\s*(?:with|where|such that|i\.e\.|given by)?\s*$"
)
"""Words between a matrix that is let, with its size between them, and what it is: "let · be the · shift matrix, "."""
HAVING = re.compile(
    r"\W*(have|has|having|obeys?|fulfill?s?)(\s+(the\s+)?(entries|elements|components|coordinates|columns|rows))?\W*",
    re.IGNORECASE,
)
OF_KIND = (
    r"(?:project(?:or|ion)s?|idempotents?|involut(?:ion|ive|ory)|nilpotent|orthogonal|orthonormal|unitary|isometr(?:y|ic)|"
    r"reflections?|rotations?|shift|symmetric|antisymmetric|skew\S*|stochastic|eigenvectors?|eigenvalues?|roots?|fixed points?)"
)
"""Kinds of numbers, vectors and matrices of which an equation says what they are: "a projector: P^2 = P"."""
EXPLAINED = re.compile(
    rf"\W*(is|be|are)\b[^·.;:]*(,\s*(that is|i\.e\.|meaning( that)?)\W*|\b{OF_KIND}\b[^·.;:]*:\s*)", re.IGNORECASE
)
SIZED = re.compile(r"\b(?:be|denote)s?\s+(?:the|an?)(?:\s+(?!such\b|number\b)[a-z]+){0,3}\s*", re.IGNORECASE)
"""Words before the size of what a letter is let: "let · be a real · matrix which is ..."."""
FOR_NOW = re.compile(
    r"\b(?:for (?:the|a) (?:moment|while|time being)|for now|momentarily|temporarily|provisionally)\b", re.IGNORECASE
)
"""Words by which something is supposed for a while."""
FIRM = re.compile(rf"\b({SUPPOSE}|show|prove|verify|consider)\b|·[^·;:]*\bwith\W*$", re.IGNORECASE)
"""Words that suppose something for more than a sentence, or say it of a letter in what is given, "f(w) = w^T A w with A"."""
ENDS_LOCAL = re.compile(
    r"\b(induct(ion|ive) (step|hypothesis|assumption)|otherwise|(?<![a-z] )else|(if|when) (not(?=[,:])|"
    r"(this|that|it) (fails|does not hold|is (not (so|true|the case)|false)))|conversely|in general|on the other hand|"
    r"in (either|both|all|every|any)( of the(se)?)? cases?|in (the|all) (other|remaining|opposite) cases?|contradict\w*|"
    r"violat(es|ing|ion)|absurd|"
    r"(which|this|that|it) (is|would be) (impossible|in(feasible|admissible)|not (possible|feasible|admissible|allowed))|"
    r"(back|return(ing)?) to (the |an? |our )?(general|arbitrary|original)\b|in full generality|"
    r"(drop|lift|remov)\w* (this|that|the|our) (\w+ )?(assumption|hypothesis|condition|restriction)s?|"
    r"altogether|all in all|taken together|both together|(the )?general case)\b|\n[^\w\n]*(\w{1,2}[.)][^\w\n]*)?solve\W+$",
    re.IGNORECASE,
)
"""Words at which what was supposed for a while ends."""
INFEASIBLE = re.compile(
    r"\s*,?\s*(?:which|this|that|it|but\s+(?:this|that|it))\s+is\s+(?:impossible|infeasible|inadmissible|"
    r"not\s+(?:possible|feasible|admissible|acceptable|allowed))\b",
    re.IGNORECASE,
)
"""Words behind a value from which nothing goes on."""
SUPPOSED_NOT = re.compile(
    r"\b(?:suppose|assume)\s+(?:now\s+)?(?:not|otherwise|the (?:contrary|opposite)|(?:that )?(?:this|it|the \w+) "
    r"(?:is (?:false|not true|wrong)|fails|does not hold))(?=[.,:])[.,:]?\s*(?:(?:then|so|i\.e\.|that is),?)?\s*(?:we have\s*)?$",
    re.IGNORECASE,
)
"""Words before what a proof by contradiction starts from, "suppose not; then"."""
LEADS = re.compile(r"\s*(?:gives|yields|implies|leads to|means|is equivalent to)(?: that)?\s*", re.IGNORECASE)
"""Words between an equation and what comes of it, which do not claim it: "so f'(x) = 0 gives x = 1"."""

UNSURE = re.compile(
    r"(\b(\w+ly|perhaps|maybe|sometimes|often|that|needs?|wants?|then|so|hence|thus|therefore|have|has|get|know|see|find|obtain|"
    r"conclude|gives?|yields?|implies|satisf(?:y|ies))\s*,?|·\s*,)\s*$",
    re.IGNORECASE,
)
"""Words before a formula that is no part of what a letter is said to be, "perhaps $r > 0$", "then $r > 0$"."""
IN_WORDS = re.compile(
    rf"\W*(?:now |next |further )?(if|{SUPPOSE})\b"
    r"(?!\s+(?:all\s+)?(?:of\s+)?(?:this|these|what|nothing|the\s+(?:above|previous|foregoing))\b)"
    r"[^·.;:,]*,\s*(?:i\.e\.,?\s*|that is,?\s*)?$",
    re.IGNORECASE,
)
"""How a sentence supposes something in words and says it again, "if the gradient is constant, g_t = g for all t, then"."""
BESIDE = re.compile(
    rf"\W*(?:now |next |further )?(if|when\w*|{SUPPOSE})\b(?![^;]*\b(?:then|we|so|hence|thus|therefore|gives?|implies|yields?)\b)"
    r"[^;:]*·[^;:]*\b(?:and|with)\s+$",
    re.IGNORECASE,
)
"""How a sentence supposes one thing more, "if · is smooth, and ·, then"."""
THEN_BEHIND = re.compile(rf"\s*(?:{FOR_ALL}\s*·)?\s*,?\s*then\b", re.IGNORECASE)


def said_in_words(sentence: str, behind: str) -> str:
    """The phrase that supposes what words say before a formula, so that this says the same; "" where it follows from them.

    >>> [said_in_words("If · is even, ", ", then"), said_in_words("If all are equal, ", " for all ·, then we get")]
    ['', 'If']
    >>> said_in_words("If all are equal, ", " for all ·."), said_in_words("Suppose all are equal, ", " for all ·.")
    ('', 'Suppose')
    >>> said_in_words("If · is ·-smooth, and ", ", then"), said_in_words("If · is smooth, we have ", ", then")
    ('If', '')
    >>> said_in_words("If · is convex and ", ", "), said_in_words("If ·, then · and ", ", ")
    ('If', '')
    """
    beside = BESIDE.match(sentence)
    if beside and (THEN_BEHIND.match(behind) or (behind.partition("·")[0].strip() == "," and "," not in beside[0])):
        return beside[1]
    found = IN_WORDS.match(sentence)
    return found[1] if found and (found[1].lower() != "if" or THEN_BEHIND.match(behind)) else ""


def with_sizes(segments: Sequence[str]) -> list[str]:
    """The segments of a sentence, in which the size of what a letter is let is a word among words.

    >>> with_sizes(["Let ", " be the ", " cyclic shift, "]), with_sizes(["Let ", " be the ", ", "])
    (['Let ', ' be the sized cyclic shift, '], ['Let ', ' be the ', ', '])
    """
    found: list[str] = []
    for each in segments:
        if (
            len(found) > 1
            and re.match(r"\s+(?!(?:is|are|and|or|with|for)\b)[a-z]", each)
            and SIZED.fullmatch(found[-1].strip())
        ):
            found[-1] = f"{found[-1].rstrip()} sized{each}"
        else:
            found.append(each)
    return found


def is_of_what_is_let(words: str, phrase: str) -> bool:
    """Whether words between two formulas go on with what the first is supposed to be: "let · be convex with ·"."""
    goes_on = phrase.lower() == "with" and CLAUSE_ENDS.search(words) is None
    return goes_on or bool(HAVING.fullmatch(words) or EXPLAINED.fullmatch(words))


def carried(segments: Sequence[str], phrase: str, after: str) -> str:
    """The phrase that goes on from one formula of a sentence to the next: a "with" of a sentence that only supposes is as good as
    its "let", one of "given" as long as further conditions follow.

    >>> [carried(["Let ", " be random with ", ", "], "with", ", "), carried(["Let ", ", then with ", ", "], "with", ", ")]
    ['let', 'with']
    >>> [carried(["Given ", " with ", ", "], "with", each) for each in (", ", " and ", ". Then ", ", we get ")]
    ['given', 'given', 'with', 'with']
    """
    begun = SUPPOSES.match(segments[0]) if phrase.lower() == "with" and len(segments) > 2 else None
    if begun is None or any(map(CLAUSE_BEGINS.search, segments)):
        return phrase
    firm = begun[1].lower() != "given" or re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", after) is not None
    return begun[1].lower() if firm else phrase


def is_row_below(segments: Sequence[str]) -> bool:
    """Whether a formula begins a line below one that ended with a formula, which words on that line suppose: "Given: ·" and "·"
    under it; not in a list under such words.

    >>> [is_row_below(each) for each in (["Given: ", ", ", "\\n"], ["Given:\\n", "\\n"], ["Let ", ",\\n"])]
    [True, False, False]
    """
    *_, words, own = segments
    return not own.strip() and "\n" in own and ("\n" not in words.lstrip() or bool(words.rsplit("\n", 1)[-1].strip()))


def is_main(segments: Sequence[str], phrase: str, after: str) -> bool:
    """Whether a formula is the main clause behind two that are joined, and the last one of its sentence: "given · and ·, ·."."""
    joined = len(segments) > 2 and segments[-1].strip() == "," and segments[-2].strip() in ("and", ", and")
    given = (
        re.match(r"given|if\b|when|assuming|supposing|since|because|as\b|knowing", phrase, re.IGNORECASE) is not None
    )
    return joined and given and re.match(r"\s*(?:\.|$)", after) is not None


def is_apposed(words: str) -> bool:
    """Whether a formula behind some words says where the number lies for which a noun among them stands.

    >>> [is_apposed(words) for words in ("A circle of radius ", "The step size is ", "We use the bound ", "Tests show ")]
    [True, True, False, False]
    """
    return BY_HYPOTHESIS.match(words) is not None or (
        APPOSED.search(words) is not None and OF_CLAIMS.search(words) is None
    )


def of_any(words: str) -> str:
    """Words in which "given any" is "for any".

    >>> of_any("Given any real ")
    'for any real '
    """
    return GIVEN_ANY.sub("for any ", words)


SUPPOSED_WITH = re.compile(
    r"\W*(?:(?:now|we|further)\s+)*(?:suppos\w*|assum\w*|let|consider|(?:the|our)\s+(?:[\w-]+\s+)?model\s+(?:is|reads))\b",
    re.IGNORECASE,
)
CLAUSE_OF_WHERE = re.compile(r"\W*where\s*", re.IGNORECASE)
SAYS_MORE = re.compile(
    r"\s*(?:matrix|vector|column|number|scalar)?\s*(?:(?:has|have|is|are)\s+(?:(?!(?:so|then|hence|thus|we|which|that|gives?|yields?)\b)[\w-]+\s*)*)?(?:,\s*)?(?:and\s+)?",
    re.IGNORECASE,
)


def in_where_clause(segments: Sequence[str]) -> bool:
    """Whether what follows the segments of a sentence that supposes a formula stands in the list of its "where", behind words
    about another letter: "suppose ·, where · has full rank, · and ·".

    >>> in_where_clause(["Suppose ", ", where ", " has full rank, "]), in_where_clause(["Suppose ", ", where ", " is even, so "])
    (True, False)
    >>> in_where_clause(["We have ", ", where ", " has full rank, "])
    False
    """
    places = [k for k, each in enumerate(segments) if CLAUSE_OF_WHERE.fullmatch(each)]
    if not places or SUPPOSED_WITH.match(segments[0]) is None:
        return False
    return all(map(SAYS_MORE.fullmatch, segments[places[-1] + 1 :])) and places[-1] + 1 < len(segments)
