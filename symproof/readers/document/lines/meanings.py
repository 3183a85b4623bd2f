r"""Words that bear on a line beyond formulas: what a word means ("$f$ is convex if ..."), what minimizes a function, what holds
"by convexity" or "by independence"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, takewhile

from symproof.properties import Property, convex, differentiable
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.words.denied import withdrawn
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import SENTENCE, sentence_before
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, minimizer
from symproof.substitution import substitute
from symproof.symbols import inner, real, vector
from symproof.term import ZERO, Function, GradientAt, Variable, VectorVariable, scalar

ADJECTIVE = (
    r"(?:convex|concave|smooth|lipschitz|coercive|continuous|differentiable|monotone|increasing|decreasing|bounded|symmetric|"
    r"orthogonal|orthonormal|unitary|normal|idempotent|nilpotent|invertible|singular|nonsingular|diagonalizable|definite|semidefinite|"
    r"psd|independent|uncorrelated|unbiased|consistent|stationary|linear|injective|surjective|bijective|even|odd|prime|perfect|"
    r"convergent|integrable|measurable|cauchy|stochastic|similar|congruent)"
)
MEANING = re.compile(
    rf"\b(?:(?:is|are|be)\s+(?:said\s+to\s+be|called|termed)\b[^.;]*?|(?:is|are)\s+(?:an?\s+)?(?:[\w·]+\W+){{0,3}}?{ADJECTIVE}\b[^.;]{{0,60}}?)"
    r"\b(?:if|iff|when|whenever|provided)\b(?![^.;]*\bthen\b)",
    re.IGNORECASE,
)
"""Words that say what a word means: "is called · if", "is convex if"."""
QUALITY = re.compile(
    r"\b(?:convexity|concavity|smoothness|lipschitz(?:ness| continuity)?|coercivity|continuity|differentiability|monotonicity|"
    r"boundedness|symmetry|orthogonality|orthonormality|independence|unbiasedness|stationarity|linearity|homogeneity)\b"
    r"[^.;:]{0,40}?\b(?:means|says|requires)\b"
    r"(?P<behind>\W+(?:that\W+)?(?:for (?:all|every|each|any)\b(?:(?!\bwhich\b)[^.;:]){0,40})?$)?",
    re.IGNORECASE,
)
"""The same in other words: "smoothness of · means that for all ·, ·"."""
REASON = re.compile(
    r"\b(?:by|from|using|because of|due to|since .{0,20} is)\s+(?:the\s+)?convex(?:ity)?\b|\bconvexity\b", re.I
)
INDEPENDENCE = re.compile(
    r"\b(?:by|from|using|because of|due to)\s+(?:(?:the|their|this|pairwise)\s+)*independence\b", re.I
)
STRONGLY = re.compile(r"\b(?:strong(?:ly)?|strict(?:ly)?)[ -]convex", re.IGNORECASE)
LEAST = re.compile(
    r"\s*(?:(?:is|be|are|denotes?)\s+)?(?:(?:an?|the|any|some|its|unique|global)\s+)*"
    r"(?:minimi[sz]ers?|minimi[sz]es?|minimum|optimal (?:point|solution)|(?P<largest>maximi[sz]ers?|maximi[sz]es?))(?:\s+of)?"
    r"(?:\s+(?:the|a|convex|function|objective))*\s*",
    re.IGNORECASE,
)
"""What stands between a letter and the function that it minimizes, or maximizes."""
EXTREME = r"\b(?:minim|maxim|optim|extrem|suprem|infim|arg\s?m(?:in|ax)|largest|smallest|greatest|(?<!at )least)\w*"
IS_EXTREME = (
    re.compile(
        rf"{EXTREME}(?:\s+(?:value|point|solution|element|at|by|in|is|called|attained|reached|denoted))*\s*$",
        re.IGNORECASE,
    ),
    re.compile(rf"\W*(?:is|be|are|denotes?)\b[^.;]*{EXTREME}", re.IGNORECASE),
)
"""Words before a letter, and behind it, that say where something is as large or as small as it may be, or how large it is."""


OF_A_TABLE = re.compile(
    r"\s*(?:(?:\\det|\\(?:operatorname|mathrm)\s*\{(?:tr|det|trace)\}|\\tr)\s*(?:\\left)?\s*\(?\s*(?P<of>\w+)\s*(?:\\right)?\)?|(?P<itself>\w+))\s*"
)
"""A matrix, its determinant or trace."""
MINIMIZER = r"\s+(?:(?:an?|the|any|some|its|unique|global)\s+)*(?:minimi[sz]er|optimal (?:point|solution))\s*"
WHOLE = re.compile(r"\s*\\(?:mathbb|mathbf|bf|Bbb)\s*\{?\s*R\s*\}?\s*(?:\^\s*(?:\w|\{\w\}))?\s*")
OF_ONE = re.compile(rf"\b(?:with|has|have|let|and|denote by|exist[ea]nce of){MINIMIZER}$", re.IGNORECASE)
THERE_ONLY = re.compile(
    r"\s*,?\s*(?:on|over|in|within|among|subject|under|s\.\s?t\.?|such that|for|plus|minus)\b", re.IGNORECASE
)
"""Words behind a minimizer, or its function, by which it is one of some values, or of more than that function."""
ITS_OWN = re.compile(rf"\s*(?:is|be|denotes?|for){MINIMIZER}[.,;]", re.IGNORECASE)
"""What stands before or after a letter that minimizes the one function of which the text speaks."""


def is_of_a_table(equation: str, context: Context) -> bool:
    """Whether an equation says what a matrix that is written out is, or its determinant or trace."""
    found = OF_A_TABLE.fullmatch(equation.partition("=")[0])
    table = context.names.get(canonical_name(found["of"] or found["itself"])) if found else None
    return isinstance(table, Grid) and min(table.shape) > 1


def is_of_no_relation(before: Heard, display: Display) -> bool:
    """Whether by what stands before "iff" the condition behind it cannot be judged: it is not understood, speaks of
    subgradients, or is a term, "this is $A^2$ iff $A B = B A$"."""
    return bool(before.problem) or "\\partial" in before.latex or not display.is_relation


def says_what_a_word_means(sentence: str) -> bool:
    """Whether the formula that a sentence leads to is the meaning of a word.

    >>> [says_what_a_word_means(words) for words in ("A function · is convex if for all ·", "If · is convex then")]
    [True, False]
    """
    quality = QUALITY.search(sentence)
    return bool(MEANING.search(sentence) or (quality and quality["behind"]))


def rests_on_a_meaning(sentence: str) -> bool:
    """Whether the formula that a sentence leads to follows from the meaning of a word that it gives before.

    >>> [rests_on_a_meaning(f"Smoothness means {rest}") for rest in ("that", "· for all ·, which implies")]
    [False, True]
    """
    quality = QUALITY.search(sentence)
    return quality is not None and "·" in sentence[quality.end() :]


def least(name: str, display: Display, displays: Sequence[Display], context: Context) -> list[Prop]:
    """That a letter minimizes the function that follows, "let $x^*$ be a minimizer of $f$", or the only one there is, "with
    minimizer $x^*$"; that it maximizes it where the words say so."""
    point = context.names.get(canonical_name(name))
    following = displays[display.number + 1 : display.number + 2]
    if not isinstance(point, (Variable, VectorVariable)):
        return []
    letter = vector("u") if isinstance(point, VectorVariable) else real("u")
    largest = False
    last = following[0] if following and LEAST.fullmatch(display.after) else display
    beyond = displays[last.number + 1 : last.number + 2]
    if THERE_ONLY.match(last.after) and not (beyond and WHOLE.fullmatch(beyond[0].text.text)):
        return []
    if following and following[0].paragraph == display.paragraph and (words := LEAST.fullmatch(display.after)):
        largest = words["largest"] is not None
        function = context.names.get(canonical_name(following[0].text.text.strip()))
    elif OF_ONE.search(display.before) or ITS_OWN.match(display.after):
        known = {each for each in context.names.values() if isinstance(each, Function)}
        told = {each.function for each in context.holding() if isinstance(each, Property)} or known
        function = told.pop() if len(told) == 1 else None
    else:
        return []
    if isinstance(function, Macro) and function.domain is None and len(function.parameters) == 1:
        value: object = substitute(function.body, {function.parameters[0]: letter})
    elif isinstance(function, Function):
        value = function(letter)
    else:
        return []
    made = ask(lambda: minimizer(point, -scalar(value) if largest else value, letter))
    return [made] if isinstance(made, Prop) else []


def is_extreme(display: Display, displays: Sequence[Display]) -> bool:
    """Whether words say of a letter where something is as large or as small as it may be, or how large it is there."""
    behind = display.after
    for following in displays[display.number + 1 :]:
        if following.paragraph != display.paragraph or SENTENCE.split(behind)[1:]:
            break
        behind += f"·{following.after}"
    return bool(IS_EXTREME[0].search(sentence_before(display.before)) or IS_EXTREME[1].match(SENTENCE.split(behind)[0]))


def by_reason(words: str, prop: Prop) -> list[Prop]:
    """What a line rests on that is said to hold by convexity: its functions are convex, and differentiable where it has their
    gradient; or by independence: no two of its random numbers have a covariance."""
    if INDEPENDENCE.search(words) and not withdrawn(words):
        moved = [each for each in prop.free if isinstance(each, VectorVariable) and " - E[" in each.name]
        return [Relation("=", inner(*pair), ZERO) for pair in combinations(sorted(moved, key=str), 2)]
    if not REASON.search(words) or STRONGLY.search(words) or withdrawn(words):
        return []
    slopes = {each.function for each in prop.subterms() if isinstance(each, GradientAt)}
    found: list[Prop] = []
    for function in sorted((each for each in prop.free if isinstance(each, Function)), key=str):
        found += [convex(function), *([differentiable(function)] if function in slopes else [])]
    return found


SO = re.compile(r"\b(?:so|hence|thus|therefore)\b(?:\s+that)?\W*$", re.IGNORECASE)
"""Words before what follows from all that its sentence has said."""


def reasons_for(display: Display, steps: Sequence[Step]) -> tuple[int, ...]:
    """The lines of the same sentence that stand before a formula as reasons: "since ·, and ·, we conclude that"; all of them
    where it follows from them, "· and ·, so"."""
    so = SO.search(display.prose) is not None
    near = takewhile(lambda each: each.display >= display.sentence, reversed(steps))
    return tuple(each.number for each in near if (each.because or so) and each.display < display.number)[::-1]
