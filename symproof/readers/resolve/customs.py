"""What the words of a whole text say of its notation: of complex numbers, of logarithms, of common divisors, of commas."""

from __future__ import annotations

import re

from symproof.readers.resolve.bases import base_of_logarithms
from symproof.readers.resolve.complex_numbers import LISTS, complex_letters, listed_letters, speaks_of_complex_numbers
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.numbers import DIVISORS, SYMBOLS
from symproof.readers.resolve.structures import of_structures

POINTS = re.compile(
    r"[-+*/=<>$£≈×÷·]\s?\d{1,3}(?:,\d{3})*\.\d{1,2}(?![\d.,]*\d)|\d,\d{3},\d{3}(?!\d)|\\\$\s?\d|£\d{1,3},\d{3}(?![\d,])"
)
"""A number with a decimal point behind a sign, or one with two commas, or a price."""
COMMAS = re.compile(r"(?<![\d.,_(\[{])\d+,\d{1,2}(?![\d.,)\]}])|(?<![\d.,_(\[{])0,\d+(?![\d.,)\]}])")
"""A number with a decimal comma."""

SOLVED = re.compile(r"(?<![\w\\])([nN])\s*=\s*(?:(?:-|−|±|\\pm|\+/?-)\s*\d|-?\\[dt]?frac|\d+\s*/\s*\d|\d*\.\d)")
"""A value of n that counts nothing."""
COUNTS = re.compile(
    r"\b(integers?|natural|whole|count\w*|sequences?|series|induction|terms?|even|odd|primes?|divi(?:des|sible)|samples?|trials?|index|"
    r"limits?|dimensions?|matri\w*|vectors?|random|degrees?)\b|\\(?:sum|prod|infty|l?dots|cdots|binom|lim|to)(?![A-Za-z])|[nN]\s*!|[_^]\{?[nN]\b",
    re.IGNORECASE,
)
"""Words and signs of a text in which n counts."""
INDUCTION = re.compile(
    r"\b(?:by|mathematical|complete|weak|simple) induction\b|\binduct(?:ive|ion) (?:step|hypothesis|assumption)\b|"
    r"\bbase case\b|\bn\s*=\s*[kmr]\s*\+\s*1\b",
    re.IGNORECASE,
)
STEPS = re.compile(r"\b(?:assum|suppos)\w*\b[^.]*(?:\$|\\\(|\\\[|\n)[^.]*?(?<![\w\\])([kmr])(?![\w(])", re.IGNORECASE)
"""Where the step of an induction supposes what is claimed, of k."""
STAR = re.compile(
    r"(?:\$|\\\()\s*(?:\*|\\ast|\\star)\s*(?:\$|\\\))|"
    r"\b(?:define\w*|let|operation|denote\w*)\b[^.\n$]{0,40}(?:\$|\\\()\s*[A-Za-z]\s*\*\s*[A-Za-z]\s*:?=",
    re.IGNORECASE,
)
"""Where a text says which operation * is, "let $a * b = ab + 1$", "the operation $*$"."""
CONVOLUTION = re.compile(r"\bconvol(?:utions?|v(?:e[sd]?|ing))\b", re.IGNORECASE)
COUNTING_PRIMES, PRIMES = re.compile(r"\\pi\s*\(\s*[xnN]\s*\)"), re.compile(r"\bprimes?\b", re.IGNORECASE)
"""How the number of primes up to x is written, in a text that speaks of primes."""

PI_IS_A_LETTER = re.compile(
    r"\b(?:probabilit(?:y|ies)|proportion|weight|prior|policy|distribution|measure|permutation)\s+(?:\$|\\\()\s*\\pi(?![A-Za-z_^])|"
    r"\\pi\s*\\in\s*(?:\\left)?[\[(]\s*0\s*,\s*1|\\pi\s*=\s*(?:0?\.[0-24-9]|\\[dt]?frac\s*\{?1\}?\s*\{?\d|(?:\\left)?\(\s*[\d\\])"
)
"""Where a text says that pi is a probability, or a list of such, and no constant."""
PI_IS_THE_NUMBER = re.compile(
    r"[\d}]\s*\\pi(?![A-Za-z])|\\pi\s*(?:\^|r(?![A-Za-z]))|\\(?:sin|cos|tan)(?![A-Za-z])|\\pi\s*\\approx"
)

MAP = (
    r"(?:functions?|maps?|mappings?|(?:homo|iso|endo|auto)morphisms?|functionals?|characters?|polic(?:y|ies)|permutations?|metrics?|"
    r"valuations?|totients?|distributions?|measures?|bijections?|injections?|surjections?)"
)
MAPS = (
    re.compile(
        rf"{LISTS}\s?(?:be|is|are|denotes?)\s(?:(?!(?:linear|of|for|in|on|to|with|under|by|from|that)\b)[\w'’-]+\s){{1,4}}?{MAP}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:an?|the|our|each|every|any|some)\s(?:(?!linear)[\w'’-]+\s){{0,3}}?{MAP}\s{LISTS}", re.IGNORECASE
    ),
)
"""Where a text calls letters functions: before brackets they are no factors."""
NAMED = re.compile(
    r"\b(?:let|write)\s(?:\$|\\\()\s?(e|i|\\pi)\s?(?:\$|\\\))\s(?:be|denote|stand\sfor)\s"
    r"(?![^.;$]*\b(?:base|euler|napier|imaginary|constant|usual|ratio|circle|root)\w*\b)",
    re.IGNORECASE,
)
"""Where a text gives the name of a constant to something else, "let $e$ be an edge"."""


INVERSES = re.compile(r"\binvers|\bUmkehr", re.IGNORECASE)
"""Words of a text in which `f^{-1}(x)` is no quotient."""
ENDS_WITH_D = re.compile(r"(?<![A-Za-z\\])[abc]\s?d(?![A-Za-z])")
"""A product such as `a d`: in a text without calculus d is a number, before another letter too."""
CALCULUS = re.compile(
    r"\\i*int|\\d?frac\s*\{\s*d|\{d\}|\\(?:partial|nabla|,\s*d)|(?<![A-Za-z])d[a-z]\s*/|differential|derivative|densit",
    re.IGNORECASE,
)
EXPONENTIAL = re.compile(r"(?<![A-Za-z\\])e\s*\^|\\(?:exp|ln|log)(?![A-Za-z])|euler|2\.718", re.IGNORECASE)
F_ALONE = re.compile(r"(?<![A-Za-z\\])f(?!\s*(?:[A-Za-z('_^:]|\\left))")
"""The letter f as a number: beside a, b, c and d, in a text without exponentials, e is one more."""
UNDER = re.compile(r"(?<![A-Za-z\\])[A-Z]\s*\\mid(?![A-Za-z])\s*[A-Z](?![A-Za-z])")
OF_CHANCE = re.compile(r"(?:E|P|Pr|Var|Cov)\}?\s*(?:\\left\s*)?[(\[]|\brandom variable|\bdistribut", re.IGNORECASE)
"""A capital letter under another in a text about random numbers, `Y \\mid X` outside of brackets."""
RANDOM_MATRICES = re.compile(r"\brandom\s+(?:[\w-]+\s+){0,3}matri(?:x|ces)\b|\bWishart\b", re.IGNORECASE)
"""Words of a text in which matrices may be random."""

NTH = (
    r"(?:(?:(?:\$|\\\()\s?)?[a-z1-9](?:\s?(?:\$|\\\)))?\s?-?\s?(?:\^\{?\\?(?:text|mathrm)?\{?)?(?:th|st|nd|rd)\}*\$?\s)"
)
STANDARD = (
    r"(?:the\s)?(?:all\s(?:the\s)?)?(?:(?:standard|canonical|natural|usual)\s(?:orthonormal\s)?(?:unit\s)?(?:basis|coordinate|unit)\b|"
    rf"(?:coordinate|standard\sunit|unit\scoordinate)\svectors?|{NTH}unit\svector)"
)
MEMBERS = (
    r"(?:\$|\\\()\s?(?:\\?[{(])*\s?((?:\\(?:mathbf|boldsymbol|bm|vec)\s?\{?\s?)?[a-z]\}?)\s?_[^$]{0,80}?(?:\$|\\\))"
)
BASES = (
    re.compile(
        rf"{MEMBERS}\s?,?\s?(?:(?:be|is|are|denotes?|being|for|form|as)\s)?(?:the\s)?{NTH}?{STANDARD}",
        re.IGNORECASE,
    ),
    re.compile(rf"{STANDARD}(?:\svectors?)?(?:\sof\s\$[^$]*\$)?\s?,?\s?(?:by\s)?{MEMBERS}", re.IGNORECASE),
)
"""Where a text, on one line, calls letters with an index the vectors of the standard basis."""


def take_customs(context: Context, text: str) -> None:
    """Know of a context how its text writes things."""
    context.structures = of_structures(text)
    context.complexes = complex_letters(text) - context.structures.keys()
    context.imaginary |= speaks_of_complex_numbers(text)
    context.base = base_of_logarithms(text)
    context.divisors, context.residues = bool(DIVISORS.search(text)), bool(SYMBOLS.search(text))
    context.inverses = bool(INVERSES.search(text))
    context.dividing = () if UNDER.search(text) and OF_CHANCE.search(text) else ("mid", "nmid")
    context.random_matrices = bool(RANDOM_MATRICES.search(text))
    line = " ".join(text.split())
    context.bases = frozenset(canonical_name(each[1]) for pattern in BASES for each in pattern.finditer(line))
    context.star = bool(STAR.search(text))
    context.convolving = bool(CONVOLUTION.search(text))
    if COUNTING_PRIMES.search(text) and PRIMES.search(text) and r"\pi" not in context.names:
        context.declare(r"\pi", "function of a real")
    context.applied |= listed_letters(each[1] for pattern in MAPS for each in pattern.finditer(text))
    context.own |= {each[1] for each in NAMED.finditer(text)} | (context.applied & {r"\pi", "e"})
    context.own |= {"d"} if ENDS_WITH_D.search(text) and CALCULUS.search(text) is None else set()
    context.own |= {"e"} if "d" in context.own and F_ALONE.search(text) and not EXPONENTIAL.search(text) else set()
    context.own |= {r"\pi"} if PI_IS_A_LETTER.search(text) is not None else set()
    context.own -= {r"\pi"} if PI_IS_THE_NUMBER.search(text) is not None else set()
    context.solved = frozenset(SOLVED.findall(text)) if COUNTS.search(text) is None else frozenset()
    if INDUCTION.search(text) is not None:  # which goes on from k to k + 1
        stepping = {each for each in STEPS.findall(text) if re.search(rf"(?<![\w\\]){each}\s*\+\s*1\b", text)}
        context.stepping = frozenset(stepping)
    context.thousands = bool(POINTS.search(text)) and COMMAS.search(text) is None
