r"""Words that bear on a line beyond formulas: what a word means ("$f$ is convex if ..."), what minimizes a function, what holds
"by convexity"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from symproof.properties import Property, convex, differentiable
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import Context
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, minimizer
from symproof.symbols import real, vector
from symproof.term import Function, GradientAt, Term, Variable, VectorVariable

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
REASON = re.compile(
    r"\b(?:by|from|using|because of|due to|since .{0,20} is)\s+(?:the\s+)?convex(?:ity)?\b|\bconvexity\b", re.I
)
STRONGLY = re.compile(r"\b(?:strong(?:ly)?|strict(?:ly)?)[ -]convex", re.IGNORECASE)
LEAST = re.compile(
    r"\s*(?:(?:is|be|are|denotes?)\s+)?(?:(?:an?|the|any|some|its|unique|global)\s+)*"
    r"(?:minimi[sz]ers?|minimi[sz]es?|minimum|optimal (?:point|solution))(?:\s+of)?"
    r"(?:\s+(?:the|a|convex|function|objective))*\s*",
    re.IGNORECASE,
)
"""What stands between a letter and the function that it minimizes."""


OF_A_TABLE = re.compile(
    r"\s*(?:(?:\\det|\\(?:operatorname|mathrm)\s*\{(?:tr|det|trace)\}|\\tr)\s*(?:\\left)?\s*\(?\s*(?P<of>\w+)\s*(?:\\right)?\)?|(?P<itself>\w+))\s*"
)
"""A matrix, its determinant or trace."""
MINIMIZER = r"\s+(?:(?:an?|the|any|some|its|unique|global)\s+)*(?:minimi[sz]er|optimal (?:point|solution))\s*"
OF_ONE = re.compile(rf"\b(?:with|has|have|let|and|denote by|exist[ea]nce of){MINIMIZER}$", re.IGNORECASE)
ITS_OWN = re.compile(rf"\s*(?:is|be|denotes?|for){MINIMIZER}[.,;]", re.IGNORECASE)
"""What stands before or after a letter that minimizes the one function of which the text speaks."""


def is_of_a_table(equation: str, context: Context) -> bool:
    """Whether an equation says what a matrix that is written out is, or its determinant or trace."""
    found = OF_A_TABLE.fullmatch(equation.partition("=")[0])
    table = context.names.get(canonical_name(found["of"] or found["itself"])) if found else None
    return isinstance(table, Grid) and min(table.shape) > 1


def says_what_a_word_means(sentence: str) -> bool:
    """Whether the formula that a sentence leads to is the meaning of a word.

    >>> [says_what_a_word_means(words) for words in ("A function · is convex if for all ·", "If · is convex then")]
    [True, False]
    """
    return bool(MEANING.search(sentence))


def least(name: str, display: Display, displays: Sequence[Display], context: Context) -> list[Prop]:
    """That a letter minimizes the function that follows, "let $x^*$ be a minimizer of $f$", or the only one there is, "with
    minimizer $x^*$"."""
    point = context.names.get(canonical_name(name))
    following = displays[display.number + 1 : display.number + 2]
    if not isinstance(point, (Variable, VectorVariable)):
        return []
    letter = vector("u") if isinstance(point, VectorVariable) else real("u")
    if following and following[0].paragraph == display.paragraph and LEAST.fullmatch(display.after):
        function = context.names.get(canonical_name(following[0].text.text.strip()))
    elif OF_ONE.search(display.before) or ITS_OWN.match(display.after):
        known = {each for each in context.names.values() if isinstance(each, Function)}
        told = {each.function for each in context.holding() if isinstance(each, Property)} or known
        function = told.pop() if len(told) == 1 else None
    else:
        return []
    if not isinstance(function, Function):
        return []
    made = ask(lambda: minimizer(point, function(letter), letter))
    return [made] if isinstance(made, Prop) else []


def by_convexity(words: str, prop: Prop) -> list[Prop]:
    """What a line rests on that is said to hold by convexity: its functions are convex, and differentiable where it has their
    gradient."""
    if not REASON.search(words) or STRONGLY.search(words):
        return []
    slopes = {each.function for each in _parts(prop) if isinstance(each, GradientAt)}
    found: list[Prop] = []
    for function in sorted((each for each in prop.free if isinstance(each, Function)), key=str):
        found += [convex(function), *([differentiable(function)] if function in slopes else [])]
    return found


def _parts(term: Term) -> Iterator[Term]:
    yield term
    for child in term.children():
        yield from _parts(child)
