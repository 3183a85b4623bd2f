r"""What the words around a formula make of it: a hypothesis, a definition, a goal, an equation to be solved, a conclusion.

Words are English, and the phrases stand in tables. Of several phrases in the words before a formula the last one counts,
and only those of its own sentence. What no phrase says is left open ("").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from symproof.readers.document.words import phrases, supposing
from symproof.readers.document.words.denied import AFTER_DENIED, LEADS, LEADS_ON, LEFT_OPEN, asks, asks_which, hedges
from symproof.readers.document.words.phrases import (
    AFTER_CURVE,
    BY_IDENTITY,
    IN_CASE_OF,
    ROLES,
)
from symproof.readers.document.words.sentences import MARKUP, NUMBERED_CASE, SENTENCE
from symproof.readers.document.words.supposing import FOR_ALL, LET, OF_ALL, OTHERWISE, SUPPOSE, WHEN, is_of_what_is_let

SUPPOSING = re.compile(rf"\b({LET}|if|given|where|since|because)\b[^,]*$", re.IGNORECASE)
CONNECTS = re.compile(
    r"\b(so|thus|hence|therefore|then|consequently|which|this|gives?|yields?|implies|follows|get|obtain|becomes?|"
    r"equivalently|i\.e\.|that is|[a-z]+(ying|ting|ding|ring|ling|ing))(?!\w)|⟹|⇒|⟺|⇔|=>|"
    r"(?<!\w)(?:\(\w{1,3}\)|[IV]{1,3})\s*[+−–-]\s*\d*\s*[·*]?\s*(?:\(\w{1,3}\)|[IV]{1,3})\s*:?\s*$",
    re.IGNORECASE,
)
IF_THEN = re.compile(r"(\b(?:if|when|whenever)\b[^.]*?)\bthen\b", re.IGNORECASE)
"""A condition and what leads from it: this "then" leads from no line before."""
CASE = re.compile(r"\b(sub-?)?case\b", re.IGNORECASE)
"""The beginning of a case, which goes on from what is to be solved."""
OPENS = re.compile(
    r"\b(solve|consider|(?<!we )(?<!you )find|exercise|problem|question|example|determine|another|"
    r"next (equation|problem|exercise)|(first|second|third|next) (system|problem|exercise)|part|task|case|conversely)\b",
    re.IGNORECASE,
)
UNIVERSAL = re.compile(
    rf"\b({FOR_ALL}|identity|identities|always|in general|holds? for|by definition)\b",
    re.IGNORECASE,
)
CLAIMING = (
    r"(expand|simplify|cancel|reduce|condense|rationali[sz]e|"
    r"factor|factori[sz]e|multiply out|work out|compute|calculate|evaluate|prove|show|verify|differentiate|"
    r"rewrite|express|(which|what) of|true or false|remove the brackets|complete the square|identit(y|ies))"
)
CLAIMS = re.compile(rf"^\W*(\w{{1,3}}[.)]\W*)?((please|now|first|next)\W+)?{CLAIMING}\b", re.IGNORECASE)
"""How a sentence begins whose equation is meant for all values: "Expand:", but not "Expand both sides"."""
ASKS_FORMS = re.compile(
    r"\b(expand|simplify|factor|factori[sz]e|multiply out|rationali[sz]e|rewrite|identit(y|ies))\b", re.IGNORECASE
)
"""Words of a sentence that asks for another form of a term: the formulas after it are answers too."""
GOES_ON = re.compile(r"[\W\d_]*((and|also|but|now|next|finally|further|similarly|likewise|[a-h]\))[\W\d_]*)*", re.I)
"""Words between such an answer and the next one."""
SOLVES = re.compile(
    r"\b(solv\w+|equations?|both sides|(left|right)([- ]hand)?[- ]side|inequalit\w+|system)\b", re.IGNORECASE
)
ANSWERED = re.compile(
    r",?\s+(and|then)\s+(then\s+)?(write|state|give|express|report|graph|plot|round|check|verify)\s+(down\s+)?(the|your|each|its|all)\s+"
    r"(final\s+)?(answers?|solutions?|solution set|results?)\b[^.:;·]*",
    re.IGNORECASE,
)
"""What is said of how an answer is to be given: "solve the inequality and write the answer in interval notation"."""
TASK = re.compile(r"(?<!to )\bsolve\b[^,.;:]*$", re.IGNORECASE)
"""What still asks for something over the words "with" and "for": "solve the inequality with x in all three parts"."""
SOLVING = re.compile(r"\b(solv|find|determin|consider|given)", re.IGNORECASE)
SEEKS = re.compile(r"\b(find|determine|seek|want|which|look(?:ing)? for|search(?:ing)? for)\b[^.]*$", re.IGNORECASE)
SOUGHT = re.compile(
    r"\W*(with|such that|so that|satisfying|that satisf(y|ies)|for which|where|which satisf(y|ies))\W*", re.IGNORECASE
)
"""Between a letter that is sought and the equation for it."""
FOUND = re.compile(
    r"\b(solutions?|roots?|zeros?|answers?)\b( set)?( of [^.·]*)? (is|are|equals?)\b[^.]*$|"
    r"\bhas (\w+ ){0,3}(solutions?|roots?|zeros?)\W*(\(?\w[.)]\W*)?$",
    re.IGNORECASE,
)
AFTER_UNIVERSAL = re.compile(rf"^[^\w.!?]*({FOR_ALL}|holds? (for|always))\b", re.IGNORECASE)
REFERENCE = re.compile(
    r"\\(?:eq|auto|c|C)?ref\{?\s*([^{}\s]+)\s*\}?|"
    r"\b(?:by|from|in|using|with|and|of|into|combin\w+|eqs?\.?|equations?|see|add\w*|subtract\w*)\s+"
    r"\(\s*([0-9]+[a-z']?)\s*\)"
)
LOCAL = re.compile(
    r"\b(set|setting|putting|letting|plug(ging)?( in)?|tak(e|ing)|choos(e|ing)|choice|pick|if|when|whenever|for|at|put|case|"
    r"while|suppose|say|unless|except|as (long|soon) as|once|provided)\b",
    re.IGNORECASE,
)
"""Hypotheses that hold until the next of their kind, and not for the rest of the part."""
CHOOSING = re.compile(
    r"\b(set|setting|putting|letting|plug(ging)?( in)?|tak(e|ing)|choos(e|ing)|choice|pick|put)\b", re.IGNORECASE
)
SETTING = re.compile(r"set|setting|put|putting", re.IGNORECASE)
SOLUTION = re.compile(r"\b(solutions?|proof|derivation|steps|algorithm|as follows|proceed)\b", re.IGNORECASE)
"""After these the items of a list go on from each other."""
LETTERED = re.compile(r"^[^\w\n]*\b([a-zA-H])(?:\)|\.(?=\s|$))", re.MULTILINE)
"""How part (b) of an exercise begins."""
LABELLED = re.compile(
    r"(?:^|\n)\W*(?:simplify|rearrange|expand|substitute?|solve|combine|factor|isolate|divide|multiply|add|subtract)\b"
    r"[^.:;\n]{0,40}:\W*$",
    re.IGNORECASE,
)
"""How an item of a list begins that is a step of a solution, "**Simplify**:"."""
STEP = re.compile(r"\bstep\s*\(?\d", re.IGNORECASE)
HERE = "for now"
"""The phrase of a value that is put in for a sentence, without words: "$x = 1$: $4 = 2A$."."""
BRIEF = re.compile(r"\b(if|when|whenever|unless|except|as (long|soon) as|in case|once|provided)\b", re.IGNORECASE)
"""Hypotheses that hold for their sentence, and for what goes on from it."""
JOINS = re.compile(
    r"\W*((and|or|also|,)\W*)*(?:(?<=\W)(?:any|all|every|each)(?: (?:scalars?|vectors?|numbers?|reals?|integers?))?\W*)?"
)
JOINS_ANOTHER = re.compile(
    r"\s*(,|,? and)\s+((a|the|its|common|with) )*(mean|expectation|expected value|(co)?variance|(standard )?deviation|rate)"
    r"( of)?\s*", re.IGNORECASE,
)  # fmt: skip
"""Between "with mean" and "and variance" nothing ends."""
JOINS_THAT = re.compile(r"\W*((and|also)\W+)?that\s*", re.IGNORECASE)
"""What goes on with a list of suppositions: "suppose that ·, that · and that ·"."""
KEEPS = re.compile(
    rf"\b({SUPPOSE}|put|where|with|for|over|told|subject to|s\.\s?t|satisf\w+|takes? the values?)\b", re.IGNORECASE
)
"""Phrases whose formulas go on over a comma: "let x > 0, y > 0", but not "if x > 0, y > 0"."""
ALL = re.compile(rf"{FOR_ALL}|for some", re.IGNORECASE)
QUANTIFIED = re.compile(
    rf"\b{FOR_ALL}( (positive|natural|real))*( (point|vector|number|real|integer|value|pair)s)?( of)?\s*$",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(suppos|assum)\w*\b[^,;:]*$", re.IGNORECASE)
DESCRIBES = re.compile(
    r"\W*((which|that|also|moreover|in addition)\s+)?((is|be|are|denotes?|has|have|convex|concave|differentiable|"
    r"continuous|(vector|point|scalar|column|number|real)s)\b|-)"
    r"(?![^·]*\b(then|so|we|this|it|one|there|get|yields?|gives?|implies|hence|therefore)\b)[^·.:;]*(,|\band)(\s+that)?\s*",
    re.IGNORECASE,
)
"""What goes on with a supposition: the words after f in "let f be convex, x > 0"."""
IDENTITY = re.compile(
    r"(the )?(following )?(identity|identities|inequality|inequalities|bounds?|estimates?)\W*", re.IGNORECASE
)
"""What something satisfies that is claimed of it."""
LETS = re.compile(rf"\b({LET})\b(?! us\b)[^,;:]*$", re.IGNORECASE)
THROUGHOUT = re.compile(r"\W*throughout\b", re.IGNORECASE)
FOR = re.compile(
    r"\W*(for|with)(?! (which|what|some|example|instance))\b[^·]{0,20}·(?!.*\b(solv|find|equation|root|zero))", re.I
)
"""Between a letter and what is supposed of it: "let · be idempotent, that is, ·"."""
BE = re.compile(r"\W*(is|be|are)\s+((an?|the|both)\s+)?", re.IGNORECASE)
"""Between a letter and the constant that stands before a word: "let · be ·-smooth"."""
WE_HAVE = re.compile(r"\s*,?\s*(we have|one has|it holds( that)?|we know( that)?)?\s*", re.IGNORECASE)
"""Words between a quantifier and what is supposed: "suppose that for all x and y we have"."""
STRONG = re.compile(
    r"(let|assum|suppos|throughout|given|where|putt|plug|such|satisf|provided|if|whenever|told|and let|initial|hypothes|"
    r"w\.?l|without|s\.\s?t)",
    re.I,
)
NEAR = 4
"""A weak phrase ("for", "with") speaks of a formula in a line only when no more words follow it, of a display when none does."""
CONDITION = re.compile(
    r"^\W*((is )?(holds?|true|valid|satisfied|fulfilled|correct)( (exactly|only))? )?"
    r"((even|already|at least)\s+)?(?!.*\b((in)?equality|identity|strict(ly)?|sharp|tight)\b)"
    r"(for|where|with|if|when|whenever|provided|unless|except|apart from|other than|and|in which|given|assuming)\b",
    re.IGNORECASE,
)
"""How the words after a formula begin that tell what it holds under; "with equality if" tells when the equality holds."""
HALF = "suppose"  # the phrase of a formula that is only a part of what is supposed
CLAUSE = re.compile(r"\s*(we|one|this)\s+(now\s+|then\s+)?(get|obtain|find|have|see|gives?|yields?)s?\b", re.IGNORECASE)
"""How the main clause begins after all of its conditions."""
IF = re.compile(r"\b(if|whenever)\s*$", re.IGNORECASE)
THEN = re.compile(r"\s*,?\s*then( (we have|it holds that|also))?\s*", re.IGNORECASE)
UNDER = re.compile(
    r"\s*,?\s*((holds )?(if|whenever|iff|if and only if|exactly when|only if)|implies|forces|follows from|unless|until|once|"
    r"is (equivalent to|implied by)|under the condition( that)?|as soon as|in case|assuming|or that|provided( that)?)\s*",
    re.IGNORECASE,
)
"""Words between what is supposed and the condition under which it holds."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What words say of the formula that they lead to. `role` is a key of `ROLES`, or "".

    `connects` says that it follows from what came before, `opens` that something new begins, `universal` that it is
    meant for all values. `references` are the equations that are named, by number or by label. `condition` says that
    it is a condition on the formula before it, in the same sentence, and `because` a reason for it.
    """

    role: str = ""
    connects: bool = False
    opens: bool = False
    universal: bool = False
    references: tuple[str, ...] = ()
    condition: bool = False
    because: bool = False
    phrase: str = ""
    claims: bool = False
    """Whether the sentence asks for an identity: "expand", "show that"."""
    ranged: bool = False
    """Whether the sentence begins with where letters lie: "for x > 0 we have"."""
    inherited: bool = False
    """Whether its phrase stands before another formula: "for x > 0, ..."."""


SHOWN = re.compile(
    r"\b(show|shown|prove|proved|proven|verify|verified|checked|derive|derived|find|found|see|seen) that\b", re.I
)
"""Words before what is claimed, also where it is called given."""


def announced(before: str, after: str = "", *, display: bool = False) -> Announcement:
    """What the words before a formula, and those after it up to the next one, say of it.

    In `before`, `·` stands for a formula. The words after the last one count; where they only join ("and", ","), those
    before it count as well, but for a `display`, which stands for itself.

    >>> announced("Hence, by (2), we get").role, announced("Hence, by (2), we get").references
    ('conclusion', ('2',))
    >>> [announced(words).role for words in ("Suppose that", "We want to show that", "Define", "Let · and", "If · ,")]
    ['hypothesis', 'goal', 'definition', 'hypothesis', 'conclusion']
    """
    plain = supposing.FOR_NOW.sub(" ", MARKUP.sub(" ", supposing.of_any(before[-600:])))
    plain = NUMBERED_CASE.sub(r"\1:", ANSWERED.sub("", plain))
    sentences = SENTENCE.split(plain)
    sentence = sentences[-1]
    segments = sentence.split("·")
    role, phrase = _role_of(segments, display, after)
    if role in ("hypothesis", "equation") and phrase.lower().startswith("given") and SHOWN.search(segments[-1]):
        role = "conclusion"  # "it can be shown that the error is given by"
    following = "" if after.lstrip()[:1].isupper() else after
    hedged = role == "hypothesis" and any((hedges(following, sentence), WHEN.fullmatch(after), OTHERWISE.match(after)))
    hedged |= WHEN.fullmatch(segments[-1]) is not None and _last_role(segments[-2:][0], False)[0] == "hypothesis"
    if hedged or (role in ("hypothesis", "conclusion") and _is_half(segments, after)):
        role, phrase = "denied", HALF
    if (
        role in ("hypothesis", "equation", "")
        and len(segments) > 1
        and SOUGHT.fullmatch(segments[-1])
        and SEEKS.search(segments[-2])
    ):
        role = "equation"
    if role in ("", "conclusion") and display and any(ROLES["goal"].search(each) for each in segments):
        role = "goal"
    passed = phrases.CASE_NAMED.search(segments[-1]) is not None and phrases.PASSED_OVER.match(after) is not None
    if (AFTER_DENIED.search(after[:80]) and not LEADS.match(after)) or (
        role in ("", "conclusion") and (passed or asks(sentence, after) or AFTER_CURVE.match(after[:80]))
    ):
        role = "denied"
    elif role in ("", "conclusion") and (phrases.AFTER_EQUATION.search(after[:80]) or asks_which(sentence, after)):
        role = "equation"
    elif role in ("", "conclusion") and phrases.is_the_only(segments[-1], after):
        role, phrase = "conclusion", phrases.BELOW
    elif role in ("", "conclusion") and phrases.tries(after[:40], led=CONNECTS.search(segments[-1]) is not None):
        role = "trial"
    elif role in ("", "conclusion") and phrases.AFTER_GOAL.search(after[:60]):
        role = "goal"
    if role in ("", "conclusion") and IN_CASE_OF.match(segments[-1]):
        role = "equation"
    follows, found = phrases.FOLLOWS.match(segments[-1]) is not None, phrases.WE_FIND.search(sentence) is not None
    if role == "equation" and (follows or found or phrases.FOLLOWS.match(following)):
        role = "conclusion" if follows or found else ""
    said = "·".join([*(BY_IDENTITY.sub("", each) for each in segments[:-1]), segments[-1]])
    universal = bool(UNIVERSAL.search(supposing.OF_CLAUSE.sub(";", said)) or AFTER_UNIVERSAL.search(after[:60]))
    universal |= role in ("", "conclusion", "goal") and phrases.is_of_all(segments, after)
    universal &= role != "equation" or phrases.AFTER_EQUATION.search(after[:80]) is None  # "· has no solution"
    excepts = role == "hypothesis" and phrase.lower().startswith(("except", "apart", "other"))
    if excepts and not (universal or CONDITION.search(sentence)):
        role = "denied"  # "no solution except $x = 0$"
    named = [*REFERENCE.finditer(before[-300:])]
    if not after.lstrip(" \n.;")[:1].isupper():
        named += REFERENCE.finditer(SENTENCE.split(after[:200])[0])
    alone = len(sentences) == 1 and "·" not in sentence
    return Announcement(
        role,
        connects=phrase == phrases.BELOW
        or (not follows and bool(CONNECTS.search(IF_THEN.sub(r"\1", supposing.CONVERSELY.split(sentence)[-1])))),
        opens=bool(OPENS.search(plain.rsplit("·", 1)[-1])),
        universal=universal,
        references=tuple(dict.fromkeys(found[1] or found[2] for found in named)),
        condition=alone and bool(CONDITION.search(sentence)) and role == "hypothesis",
        because=alone and bool(phrases.BECAUSE.search(sentence)),
        phrase=phrase.strip(),
        claims=role == "goal" or is_claiming(sentence) or phrases.POLYNOMIAL.search(segments[-1]) is not None,
        ranged=bool(FOR.match(sentence)),
        inherited=len(segments) > 1 and bool(JOINS.fullmatch(segments[-1])),
    )


def _is_half(segments: list[str], after: str) -> bool:
    """Whether a formula is only the condition, or only what follows from it, in what a sentence supposes: "suppose that if · then
    ·", "assume · whenever ·"."""
    own = segments[-1]
    if SUPPOSED.search(own):
        return IF.search(own) is not None or UNDER.fullmatch(after) is not None
    if len(segments) < 2 or not SUPPOSED.search(segments[-2]):
        return False
    return UNDER.fullmatch(own) is not None or (IF.search(segments[-2]) is not None and THEN.fullmatch(own) is not None)


def is_claiming(sentence: str) -> bool:
    """Whether a sentence asks for an identity.

    >>> [is_claiming(words) for words in ("a) Expand: ", "Expand both sides: ", "Expanding, we get")]
    [True, False, False]
    """
    return bool(CLAIMS.search(sentence)) and not SOLVES.search(sentence)


def _role_of(segments: list[str], display: bool, after: str) -> tuple[str, str]:
    """The role of the formula after the last of the segments of its sentence, and the phrase that gives it."""
    own = (segments := supposing.with_sizes(segments))[-1]
    role, phrase = _last_role(own, display)
    if role == "hypothesis" and (claimed := phrases.role_of_satisfied("·".join(segments))):
        return claimed, "show"
    if not display and not role and supposing.in_where_clause(segments):
        return "hypothesis", "where"
    if len(segments) > 1 and WE_HAVE.fullmatch(own) and _is_supposed(segments[:-1]):
        return "hypothesis", "suppose"
    sized = len(segments) > 2 and supposing.OF_SIZE.search("·".join(segments[-2:])) is not None
    if len(segments) > 1 and (is_of_what_is_let(own, phrase) or sized) and LETS.search(segments[-2 - sized]):
        return "hypothesis", "let"
    if len(segments) > 1 and not display and own.rstrip().endswith(" that") and _describes(segments):
        return "hypothesis", "let"
    told = THROUGHOUT.match(segments[0]) or (role == "conclusion" and phrase.lower() in ("is", "are"))
    if len(segments) > 1 and told and not display and _describes(segments):
        return "hypothesis", "let"
    segments = [
        each for k, each in enumerate(segments) if not k or each is own or not QUANTIFIED.fullmatch(each.strip())
    ]
    if not role and len(segments) > 1:
        before, before_phrase = _role_of(segments[:-1], False, own)
        if not display and _describes(segments):
            return "hypothesis", "let"
        if before == "trial" or (before_phrase.lower() == "not" and own.strip() == ":"):
            return ("trial", "") if JOINS.fullmatch(own) and ":" not in own else ("conclusion", "")
        if display:
            role = before if before in ("goal", "equation", "denied") else "conclusion"
        elif before == "equation" and any(":" in each for each in segments[1:]) and JOINS.fullmatch(own):
            role = "" if ":" not in own else before
        elif "," in own and phrases.FOR_ONE.search(segments[-2]) and before == "hypothesis":
            main = (
                _role_of(segments[:-2], False, segments[-2])[0] if segments[2:] else ""
            )  # "n = 2k for some integer k, and n^2 = 4k^2"
            role, phrase = ("conclusion", "") if main in ("", "conclusion") else (before, before_phrase)
        elif supposing.is_main(segments, before_phrase, after):
            role, phrase = "conclusion", "then"
        elif before == "hypothesis" and supposing.is_row_below(segments):
            role, phrase = "conclusion", phrases.BELOW
        elif _joins(own, before, before_phrase, after):
            role, phrase = before, supposing.carried(segments, before_phrase, after)
            if phrase.lower() == "for" and len(segments) > 2 and STRONG.match(_role_of(segments[:-2], False, own)[1]):
                phrase = "suppose"  # "suppose · for · and ·"
        else:
            role = "conclusion" if before == "hypothesis" else before if before in ("goal", "denied") else ""
    return role, phrase


def _describes(segments: list[str]) -> bool:
    """Whether a sentence supposes something of one letter after the other: "let · be convex and ·-smooth, · and"."""
    start = max((k for k, s in enumerate(segments) if LETS.search(s) or THROUGHOUT.match(s)), default=None)
    return (
        start is not None
        and start < len(segments) - 1
        and any(map(DESCRIBES.fullmatch, segments[start + 1 :]))
        and all(
            DESCRIBES.fullmatch(each) or JOINS.fullmatch(each) or BE.fullmatch(each) for each in segments[start + 1 :]
        )
    )


def _is_supposed(segments: list[str]) -> bool:
    """Whether a sentence supposes something for all values of letters, or some, and has named nothing since but these."""
    start = next((k for k, each in enumerate(segments) if SUPPOSED.search(each) and OF_ALL.search(each)), None)
    inner = [] if start is None else segments[start + 1 :]
    return start is not None and all(JOINS.fullmatch(s) or supposing.RESTRICTS.fullmatch(s) for s in inner)


def _joins(own: str, role: str, phrase: str, after: str) -> bool:
    """Whether a formula goes on with what the one before it is, which a phrase announces."""
    if role == "hypothesis" and (JOINS_THAT.fullmatch(own) or phrases.ADJECTIVES.fullmatch(own)):
        return STRONG.match(phrase) is not None
    joined = JOINS.fullmatch(own) or JOINS_ANOTHER.fullmatch(own)
    return joined is not None and not (role == "hypothesis" and _ends(own, phrase, after))


def _ends(own: str, phrase: str, after: str) -> bool:
    """Whether what stands between two formulas ends the condition that the first is: not in a list, "if ·, · and ·", nor where a
    main clause begins behind it, "at ·, · we get"."""
    listed = KEEPS.search(phrase) or after.strip() == "and" or CLAUSE.match(after)
    return ":" in own or ("," in own and not listed)


def _last_role(words: str, display: bool) -> tuple[str, str]:
    if LEFT_OPEN.search(words):
        return "denied", ""
    if phrases.PUT_INTO.search(words) or (display and phrases.BY_INDUCTION.search(words)):
        return "conclusion", "into"
    role, phrase, best = "", "", -1
    for name, pattern in ROLES.items():
        for found in pattern.finditer(words):
            if (found.end(), len(found[0])) > (best, len(phrase)):
                role, phrase, best = name, found[0], found.end()
    if role == "conclusion" and phrase.lower() in ("is", "are") and ROLES["equation"].search(words):
        role = "equation"
    named = phrases.NAMED.search(words) and not SOLVING.search(words)
    role = (
        "conclusion" if role == "equation" and (FOUND.search(words) or phrases.DERIVED.search(words) or named) else role
    )
    rest = words[best:].strip() if role else ""
    claimed = IDENTITY.fullmatch(rest) or (phrases.CLAIMED_OF.search(words) and not SUPPOSING.search(words))
    claimed = phrases.NAMED_AGAIN.search(words) or (phrase.lower().startswith("satisf") and claimed)
    role, ended = "conclusion" if role == "hypothesis" and claimed else role, re.search(r",$|\w\s*:$", rest) is not None
    strong = STRONG.match(phrase) and not phrases.THERE_WOULD.search(rest)
    strong = strong and not (re.fullmatch(r"[^,].*,", rest) and phrases.PUTS.match(phrase))
    if role == "hypothesis" and not strong and (len(rest.split()) > (0 if display else NEAR) or ended):
        role = "equation" if TASK.search(words[: best - len(phrase)]) else "conclusion"
    if role in ("hypothesis", "equation") and display and words.rstrip().endswith(","):
        role = "conclusion"
    if role == "equation" and phrases.SINCE.fullmatch(words):
        return "conclusion", phrases.BELOW
    denied = [*ROLES["denied"].finditer(words)] if role != "hypothesis" else []
    if denied and not LEADS_ON.search(words, denied[-1].end()):
        role = "denied"
    elif role in ("conclusion", "equation", "definition", "hypothesis") and ROLES["goal"].search(words):
        role = role if SUPPOSING.search(words) or (not rest and ALL.fullmatch(phrase)) else "goal"
    return role, phrase
