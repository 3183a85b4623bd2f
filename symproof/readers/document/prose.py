r"""What the words around a formula make of it: a hypothesis, a definition, a goal, an equation to be solved, a conclusion.

Words are English, and the phrases stand in tables. Of several phrases in the words before a formula the last one counts,
and only those of its own sentence. What no phrase says is left open ("").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(*_\\])|(?<=[.!?])\s*\n|:\s*\n\s*\n")
MARKUP = re.compile(r"\\(?:textbf|textit|emph|noindent|medskip|bigskip|smallskip|quad|qquad)\b|[*_`~#>{}]|\\[,;:! ]")

# Phrases, as pieces of regular expressions; each stands between the ends of words.

DENIED = (
    r"(it|this|that|which) is (not (true|the case)|false|wrong|incorrect)", "not true", "common (mistake|error)", "wrongly",
    "incorrectly", "falsely", "mistakenly", "one might (think|guess|write|hope)", "tempting",
    "do(es)? not (hold|follow|imply)", "counterexample", "never (write|use)", "instead of", "rather than", "unlike",
    "fails? (for|to)", "is not", "isn't", "cannot", "not equal",
)  # fmt: skip
PROVE = r"(prove|show|verify|check|establish|demonstrate|derive|deduce|conclude|bound|see)"
GOAL = (
    rf"(want|wish|need|have|try|aim|going|remains|left|suffices|enough|asked|required|goal is|task is)( us)? to {PROVE}",
    rf"(to|we|let us|let's|lets|first|now|next|will|can|shall|then|must) {PROVE} (that|the|this|it)", "claim", "prove",
    rf"to {PROVE}", "show(ing)? that", "it suffices", "would like", "our (goal|claim|aim)", "to be (shown|proved)",
)  # fmt: skip
HYPOTHESIS = (
    "let", "assum(e|ing|ed|ption|ptions)", "suppos(e|ing|ed)", "given", "provided", "whenever", "if", "where", "with",
    "for (all|any|every|each|some)", "satisf(y|ies|ying)", "such that", "told", "is known", "under", "subject to", "when",
    "while", "choos(e|ing)", "pick", "fix(ed)?", "tak(e|ing)", "set", "setting", "put", "constraints?", "hypothes[ie]s",
    "conditions?", "starting (from|at|with)", "starts? (from|at|with)", "initial(ly|ized|ised)?", "update rule", "rule",
    "by (the )?(update|assumption|hypothesis|definition)", "for", "and let", "in which", "has", "have", "having",
)  # fmt: skip
DEFINITION = (
    "defin(e|ed|es|ing|ition)", "denot(e|es|ed|ing)", "writ(e|ing)", "call", "abbreviat(e|ing)", "introduce", "notation",
    "say", "stands? for", "for short", "substitut(e|ion|ing)", "the functions?", "shorthand", "intermediate",
)  # fmt: skip
EQUATION = (
    "solv(e|ing|es)", "solutions?", "equations?", "inequality", "system", "roots?", "unknown", "find(ing)?", "determine",
    "for which", "zeros?", "what (is|are|values?)", "set(ting)? .* (equal )?to", "has the form", "critical points?",
    "stationary", "vanish(es)?", "intersect", "quadratic", "equal to zero",
)  # fmt: skip
VERBS = (
    "simplif expand factor rearrang subtract add multipl divid squar tak collect cancel combin reduc plugg distribut complet "
    "isolat mov appl us differentiat integrat summ telescop evaluat comput calculat substitut insert replac drop bound"
)
CONCLUSION = (
    "so", "thus", "hence", "therefore", "then", "consequently", "whence", "gives?", "giving", "yields?", "yielding",
    "impl(y|ies|ying)", "follows", "equivalent(ly)?", "that is", r"i\.e\.", "in other words", "means?", "becomes?", "is", "are",
    "(we|you|us) (get|obtain|have|find|see|conclude|deduce|arrive|know|can)", "simplifies", "leads to", "tells us",
    "because", "since", "observe", "note", "notice", "recall", "know", "clearly", "obviously", "finally", "furthermore",
    "moreover", "also", "now", "indeed", "in particular", "as", "by", "from", "via", "and", "or", "but", "result(ing|s)?",
    "obtain", "leaves?", "equals", "get", "again", rf"({'|'.join(VERBS.split())})(ing|es|ed|ying|ies|ied|s|y|e)?",
)  # fmt: skip


def _words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


ROLES = {
    "denied": _words(DENIED),
    "goal": _words(GOAL),
    "hypothesis": _words(HYPOTHESIS),
    "definition": _words(DEFINITION),
    "equation": _words(EQUATION),
    "conclusion": _words(CONCLUSION),
}
SUPPOSING = re.compile(r"\b(let|assume|suppose|if|given|where|since|because)\b[^,]*$", re.IGNORECASE)
CONNECTS = re.compile(
    r"\b(so|thus|hence|therefore|then|consequently|which|this|gives?|yields?|implies|follows|get|obtain|becomes?|"
    r"equivalently|i\.e\.|that is|[a-z]+(ying|ting|ding|ring|ling|ing))(?!\w)|⟹|⇒|⟺|⇔|=>",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\b(solve|consider|find|exercise|problem|question|example|determine|another|next (equation|problem|exercise)|part|"
    r"task|case)\b",
    re.IGNORECASE,
)
UNIVERSAL = re.compile(
    r"\b(for (all|any|every|each|arbitrary)|identity|identities|always|in general|expand(ing|s)?|holds? for|formula|"
    r"binomial|by definition)\b",
    re.IGNORECASE,
)
AFTER_DENIED = re.compile(
    r"^\W*(is|are|was|would be)?\s*(not (true|correct|valid|the case)|false|wrong|incorrect|fails?|does not hold|"
    r"need not hold|cannot (hold|be))\b|^\W*(a contradiction|contradict)",
    re.IGNORECASE,
)
AFTER_UNIVERSAL = re.compile(r"^\W*(for (all|any|every|each)|holds? (for|always))\b", re.IGNORECASE)
AFTER_GOAL = re.compile(r"^\W*(is what|was to be|remains to be|as (required|claimed|desired))", re.IGNORECASE)
REFERENCE = re.compile(
    r"\\(?:eq|auto|c|C)?ref\{?\s*([^{}\s]+)\s*\}?|"
    r"\b(?:by|from|in|using|with|and|of|into|combin\w+|eqs?\.?|equations?|see|add\w*|subtract\w*)\s+"
    r"\(\s*([0-9]+[a-z']?)\s*\)"
)
CONTRADICTION = re.compile(r"\bcontradict", re.IGNORECASE)
CONDITION = re.compile(
    r"^\W*(for|where|with|if|when|whenever|provided|since|because|as|and|in which|given|assuming)\b", re.IGNORECASE
)
"""How the words after a formula begin that tell what it holds under."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What words say of the formula that they lead to. `role` is a key of `ROLES`, or "".

    `connects` says that it follows from what came before, `opens` that something new begins, `universal` that it is
    meant for all values. `references` are the equations that are named, by number or by label. `condition` says that
    it is a condition on the formula before it, in the same sentence.
    """

    role: str = ""
    connects: bool = False
    opens: bool = False
    universal: bool = False
    references: tuple[str, ...] = ()
    condition: bool = False
    phrase: str = ""


def announced(before: str, after: str = "") -> Announcement:
    """What the words before a formula, and those after it up to the next one, say of it.

    >>> announced("Hence, by (2), we get").role, announced("Hence, by (2), we get").references
    ('conclusion', ('2',))
    >>> [announced(words).role for words in ("Suppose that", "We want to show that", "Define")]
    ['hypothesis', 'goal', 'definition']
    """
    plain = MARKUP.sub(" ", before[-600:])
    sentences = SENTENCE.split(plain)
    sentence = sentences[-1]
    role, phrase, best = "", "", -1
    for name, pattern in ROLES.items():
        for found in pattern.finditer(sentence):
            if found.end() > best:
                role, phrase, best = name, found[0], found.end()
    if role != "hypothesis" and ROLES["denied"].search(sentence):
        role = "denied"
    elif role in ("conclusion", "equation", "definition", "hypothesis") and ROLES["goal"].search(sentence):
        role = role if SUPPOSING.search(sentence) else "goal"
    if AFTER_DENIED.search(after[:80]):
        role = "denied"
    elif role in ("", "conclusion") and AFTER_GOAL.search(after[:60]):
        role = "goal"
    named = (*REFERENCE.finditer(before[-300:]), *REFERENCE.finditer(SENTENCE.split(after[:200])[0]))
    return Announcement(
        role,
        connects=bool(CONNECTS.search(sentence)),
        opens=bool(OPENS.search(plain)),
        universal=bool(UNIVERSAL.search(sentence) or AFTER_UNIVERSAL.search(after[:60])),
        references=tuple(dict.fromkeys(found[1] or found[2] for found in named)),
        condition=len(sentences) == 1 and bool(CONDITION.search(sentence)),
        phrase=phrase.strip(),
    )
