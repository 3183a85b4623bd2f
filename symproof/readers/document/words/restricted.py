"""Whether words say of which values of a letter something holds, and do not name all of them.

Behind a definition, "f(x) = x^2 for all rational x", "on the Cantor set", "almost everywhere"; before and behind the index of a
hypothesis, "for every third n", "for all n divisible by 5". Words that are known to leave no value out are listed, not those that
do: what is not read may restrict. Formulas are `·`, all of a space `ℝ`, and those in the letter itself,
and intervals for it, `∗`.
"""

from __future__ import annotations

import re

from symproof.readers.document.words.supposing import FOR_ALL

MEASURED = re.compile(
    r"\s*(?:(?:is|denotes|counts|measures|represents|gives|stands for|being)\s+)?"
    r"(?:(?:the|a|an|its|measured|given|counted|expressed)\s+)*"
    r"(?:in\s+(?:\w*(?:metres?|meters?|gram(?:me)?s?|lit(?:re|er)s?|seconds?)|minutes?|hours?|days?|weeks?|months?|years?|"
    r"miles?|euros?|dollars?|cents?|degrees|radians|thousands|[ckm]?m|k?g|s|h)\b|(?:elapsed |total )?"
    r"(?:time|number|amount|age|duration)\b)",
    re.IGNORECASE,
)
"""Words behind a letter by which it is a quantity, "where $t$ is measured in seconds": none of its values is left out."""
WHOLE_SPACE = re.compile(
    r"\\(?:mathbb|mathbf|Bbb)\s*\{?\s*[RNZQ]\s*\}?\s*(?:\^\s*[^+*-]+)?\W*|"
    r"\\(?:operatorname|mathbf|mathrm|text|textbf|mathsf)\s*\{\s*dom\s*\}(?:\\[,;! ])?\s*(?:\(\s*[a-zA-Z]\s*\)|[a-zA-Z])\W*"
)
"""A set that leaves no value of its letters out: a whole space, or all places at which a function has a value."""
LEAVES_NONE_OUT = re.compile(
    r"\W*$|[^\w,;.:!?]*[;.:!?]|\s*\)\s*,(?!\s*(?:but|except|unless)\b)|[\s,()]*(?:and|then|we|there|it|this|so|thus|hence|therefore|implies|is|are|has|have|holds?|must|by|"
    rf"because|since|the|let|define|put|set|consider|write|denote|{FOR_ALL})\b",
    re.IGNORECASE,
)
"""What stands behind letters for all values of which something holds; any other words may leave some of them out."""
OF_OTHERS = re.compile(r"\s*,\s*(?:(?:and|where|with)\s+)?·\W*(?:[.;!?]|$)")
"""Behind a letter, what is said of others: "over ∗, ·."."""
LETTER, UNREAD = "∗", "unread"
NEUTRAL = (
    r"(?:(?:an?|all|any|every|each|arbitrary|general|given|possible|of|the|real|its|their)\b|"
    r"(?:values?|numbers?|reals|scalars?|vectors?|points?|inputs?|arguments?|variables?|parameters?|elements?|intervals?)\b|[\s,(])*"
)
"""Words between "for" and a letter that leave no value of it out."""
SAID = r"[\s,(]*(?:(?:and|but|which|is|defined|given|only|valid|true|holds)\s+)*"
SAYS_WHERE = re.compile(
    rf"(?:{SAID}(?:(?P<condition>if|when(?:ever)?|where|provided(?:\s+that)?|as\s+long\s+as|unless|except)|for|on|in|over|at)\b"
    rf"(?P<kind>[^∗·ℝ.;:!?]*)|(?P<none>\W*?)){LETTER}(?P<behind>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Words behind a formula before its letter, or before the interval that it is in."""
PLACES = (
    "set|sets|interval|intervals|ball|neighbou?rhood|region|half|half-\\w+|dis[ck]|subset|quadrant|orthant|cone|square|circle|"
    "sphere|strip|rationals|integers|irrationals|naturals|primes|axis|lattice|grid|support|interior|boundary|complement"
)
SOMEWHERE = re.compile(
    rf"{SAID}(?:almost\b|a\.\s?e\.|locally\b|(?:near|close\s+to|around|away\s+from|outside|off|apart\s+from|except)\b|"
    rf"on\s+·|(?:on|in|inside|at|over|throughout)\s+(?:(?:of|all|an?|the|some|any|every|each|our|its|this|that|certain)\s+)*(?:\w+\s+){{0,2}}?(?:{PLACES})\b)",
    re.IGNORECASE,
)
"""Words behind a formula that say, without its letter, where it holds."""
EXCEPT = r"(?:except|apart from|other than|excluding|save)\b"
EXCEPTIONS = re.compile(
    rf"\b{FOR_ALL}\b(?:[^.;:]{{0,400}}\b{EXCEPT}|[^.;:,]{{0,400}}\bbut\s+(?:one|two|finitely|countably|at most|an? |·))|"
    r"\bwith the exceptions? of\b",
    re.IGNORECASE,
)
"""Words by which something holds for all values but some."""
OF_COUNTED = re.compile(
    r"(?:\b(?:even|odd|prime|composite|perfect|square|cubic|square-?free|rational|irrational|large|small|big|tiny|other|second|"
    r"third|fourth|fifth|sixth|most|many|few|several|\w+(?:able|ible|ive(?<!positive)(?<!negative)|ous|less|ic))\s+|"
    r"\ball\s+(?!(?:the|these|those|such|of|real|natural|positive|non-?negative|possible|given|arbitrary)\b)\w*[^\Ws]\s+)[^∗·]*$",
    re.IGNORECASE,
)
"""Words before an index that say which of its values are spoken of, "every third", "all composite": behind "all" what is
counted stands in the plural."""

OF_SOME = re.compile(
    rf"\b{FOR_ALL}\b[^.;:·]*·\s+(?!(?:in (?:general|fact|particular|turn|our \w+)|of course|on the (?:one|other) hand|"
    r"following|using|being|(?:which|that) satisf\w+)\b)"
    r"(?:in|on|of|from|with|without|within|inside|outside|above|below|beyond|over|under|at|near|around|"
    r"between|whose|that|which|having|other|different|orthogonal|perpendicular|parallel|close|far|common|subject|\w+ing)\b"
    r"\s+(?=\w)[^.;:·]*(?:,\s*|(?<=\w)\s+)$",
    re.IGNORECASE,
)
"""Words from a letter that stands for all of a kind on by which it is one of some, "for every x in the kernel, ", up to the next
formula."""


def leaves_out(sentence: str) -> bool:
    """Whether a sentence says something for all values of a letter but for some.

    >>> [leaves_out(words) for words in ("· for all · except ·", "for all but finitely many ·, ·", "for all ·, but also for ·")]
    [True, True, False]
    """
    return EXCEPTIONS.search(sentence) is not None


def says_where(words: str) -> str:
    """Whether words beside a formula say where it holds: "" where they do not, ∗ where the letter ∗ behind "for" says it and is
    read, `UNREAD` where they leave out what is not read.

    >>> [says_where(words) for words in (" for rational ∗", " for all real ∗. Then", " for ∗ a multiple of 3", " for simplicity")]
    ['unread', '∗', 'unread', '']
    >>> [says_where(words) for words in (" near zero", " on the Cantor set", " on the real line", " on ∗", ", ∗", " on ·")]
    ['unread', 'unread', '', '∗', '∗', 'unread']
    >>> says_where(", where ∗ is in seconds"), says_where(" (∗ in metres)"), says_where(", where ∗ is a root")
    ('', '', 'unread')
    >>> [says_where(words) for words in (" over ∗, ·.", " for ∗, · odd")]
    ['∗', 'unread']
    """
    if SOMEWHERE.match(words):
        return UNREAD
    where = SAYS_WHERE.match(words)
    if where is None:
        return ""
    behind = where["behind"]
    if MEASURED.match(behind) and (where["condition"] or where["kind"] is None):
        return ""
    if where["condition"] and re.match(r"\s*(?!(?:and|then|we|let|define)\b)\w", behind):  # "if x lies in S"
        return UNREAD
    all_of_them = LEAVES_NONE_OUT.match(behind) or OF_OTHERS.match(behind)
    read = re.fullmatch(NEUTRAL, where["kind"] or "", re.IGNORECASE) and all_of_them
    return LETTER if read else UNREAD


def picks_out(before: str) -> bool:
    """Whether words before an index, behind "for all", name some of its values only.

    >>> [picks_out(words) for words in ("for all composite ", "for every third ", "for all rounds ", "for each arm ", "for all ")]
    [True, True, False, False, False]
    """
    return OF_COUNTED.search(before) is not None
