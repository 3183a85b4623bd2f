"""Conditions that stand in words behind a line: "$A^2 = A$ whenever $A$ is a projection". Where nothing of them is read, a point
at which the line fails refutes nothing."""

from __future__ import annotations

import re

from symproof.readers.document.known.bearing import FORMULAS
from symproof.readers.document.lines.step import Step
from symproof.readers.document.words import properties, qualities, signs
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop

CONDITION = re.compile(
    r"[\s,(]*(?:(?:is|are)\s+true\s+|holds?\s+|true\s+)?(?:,\s*)?(?:(?:if\s+and\s+)?only\s+)?(?P<word>iff|if|exactly\s+(?:when|if)|"
    r"precisely\s+(?:when|if)|when|whenever|provided|unless|as\s+(?:long|soon)\s+as)\b(?:\s+that)?\s*",
    re.IGNORECASE,
)
"""How a condition behind a formula begins."""
EQUIVALENT = re.compile(r"\b(?:iff|only|exactly|precisely)\b", re.IGNORECASE)
SORT = re.compile(
    r"\s*(?:is|are)\s+(?:(?:an?|any|all|some)\s+)?(?:(?:arbitrary|real|complex|natural|whole|square)\s*)*"
    r"(?:real|complex|integers?|naturals?|numbers?|vectors?|matri(?:x|ces)|functions?|scalars?|constants?|arbitrary)?\s*(?:$|[.,;)])",
    re.IGNORECASE,
)
"""Words behind a letter that say no more than what kind of thing it is."""
READ = (signs.AFTER, qualities.AFTER, re.compile(rf"{properties.VERB.pattern}{properties.KIND.pattern}", re.IGNORECASE))
"""Words behind a letter that make a hypothesis on it."""
ENDS = re.compile(r"\s*(?:[.,;:!)]|$|(?:then|we|and)\b)", re.IGNORECASE)
"""What ends such words."""
RELATION = re.compile(
    r"[=<>≤≥≠∈]|\\(?:leqs?(?:lant)?|geqs?(?:lant)?|l[et]|g[et]|neq?|in|equiv|mid|notin|prec\w*|succ\w*|perp)(?![A-Za-z])"
)


def unread_behind(claim: Prop, step: Step, behind: str, formula: str) -> str:
    """What stands against refuting a line on which a condition in words stands in the text `behind` its formula, of which no
    hypothesis on its letters has come; "" for nothing. What is equivalent to it says of no letter what holds. Where the formula
    ends a sentence, "if" begins another one."""
    found = CONDITION.match(behind)
    if found is None or not claim.free or (found["word"][0].isupper() and formula.rstrip().endswith(".")):
        return ""
    of = FORMULAS.match(behind, found.end())
    said = [each for words in READ if of is not None and (each := words.match(behind, of.end()))]
    if of is not None and (RELATION.search(of[0]) or SORT.match(behind, of.end())):
        return ""
    name = canonical_name(next(filter(None, of.groups()), "").strip()) if of is not None else ""
    supposed = any(name in map(str, fact.prop.free) for fact in step.given)
    read = supposed and any(ENDS.match(behind, each.end()) for each in said)
    read |= any(fact.brief and fact.prop.free & claim.free for fact in step.given)
    if read and not EQUIVALENT.search(found[0]):
        return ""
    return "a condition stands behind it in words, which are not read"
