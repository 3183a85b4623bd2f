"""Words that deny what a formula says, or leave it open: nothing is supposed by it, and nothing claimed."""

from __future__ import annotations

import re

WHO = (
    r"(?:(?:you|someone|somebody|everybody|everyone|people|many|some|most|"
    r"(?:\w+ )?(?:student|classmate|pupil|colleague|beginner|reader|book|textbook|answer (?:key|sheet)|calculator|key|teacher|"
    r"author)s?)\s+(?:\w+ly |often |also |had |have |has )*(?:got|gotten|obtained)|"
    r"(?:he|she|they|you|someone|somebody|everybody|everyone|people|many|some|most|"
    r"(?:\w+ )?(?:student|classmate|friend|pupil|neighbou?r|colleague|beginner|brother|sister|reader|book|textbook|"
    r"answer (?:key|sheet)|calculator|key|teacher|author)s?)\s+(?:\w+ly |often |also |had |have |has )*"
    r"(?:say|said|think|thought|believe|claim|guess|answer|argue|suggest|assert)"
    r"(?:s|ed|d)?|(?<!\bI )(?<!\bwe )(?<!\bone )(?<!\bto )(?<!\b(?:who|can|may) )\b"
    r"(?:thinks|thought|believes|believed|guesses|guessed|answers|answered)|"
    r"(?-i:[A-Z])[a-z]+ (?:said|claimed|proposed|suggested)|"
    r"(?<!\bof )(?:your|his|her|their|the (?:student|pupil|classmate|friend)['’]?s['’]?)\s+(?:\w+ )?"
    r"(?:answer|result|solution|guess|value|claim))"
)
"""Who says what the text only reports, and how."""
OF_A_PART = (
    r"(?!(?:\s+(?!(?:that|what|whether|how|why|if|which|where|when|who|but|and|or|so|as|because|since)\b)[\w.%-]+){1,6}"
    r"\s+(?:is|are|was|were|equals)\s*$)"
)
"""Behind "is not": unless that is said of what the formula is of, "the chance that the sum is not 8 is $1 - 0.2$"."""
DENIED = (
    r"(?-i:[A-Z])[a-z]+ (?:says|writes|wrote|thinks|answers|claims|argues)(?=\W*[\"“„]\s*$)",
    rf"{WHO}(?: (?:that|is|was|of|for · is|for · was|as))?(?=\W*$)",
    r"(?<!if )(?<!whether )(?<!or )(?<!why )not(?=( that)?\s*$)",
    r"(do|does|did)(n['’]t| not)(?! (forget|overlook|matter|worry|mind|hesitate|miss|change|vanish|exist|exceed)\b) \w+"
    r"( (that|to|have|the \w+))?(?=\s*$)",
    r"(it|this|that|which) is (not (true|the case)|false|wrong|incorrect)", "not (in general |always |generally )?true",
    "common (wrong )?(mistake|error|answer)", "wrongly", "incorrectly", "falsely", "mistakenly", "tempting",
    r"(wrong|false|incorrect|not)(?=\s*:\s*$)", "one might (think|guess|write|hope)",
    "(do|does|did|need|would)( not|n't)( necessarily| always| in general)? (hold|follow|imply|mean)",
    r"(los(e|es|ing|t)|miss(es|ing|ed)?|forget(s|ting)?|overlook(s|ing|ed)?) (the|a|one) (solution|root|zero|case)(?=\W*$)",
    "counterexample", "never (write|use)", r"never (have|get|find|see|happens?|occurs?|holds?|true|the case)( that)?(?=\W*$)",
    r"(instead of|rather than)(?!\s+\w+ing( \w+)*\s*,)", "unlike",
    "fails? (for|to)", rf"(is not|isn't){OF_A_PART}", "cannot", "not equal",
)  # fmt: skip
AFTER_DENIED = re.compile(
    r"^\W*or not\b|"
    r"^\W*((above|before|earlier|here)\W+)?((so|and|but|hence|thus|therefore)\s+)?"
    r"((it|this|that|which|this (value|one|root|solution))\s+)?"
    r"(is|are|was|were|would be|must be|seems)?\s*"
    r"(not (true|correct|valid|the case|allowed|needed|necessary|required|assumed|supposed)|false|wrong|incorrect|fails?|"
    r"(does not|cannot|can never|can not|need not|never) (holds?|be|occurs?|happens?|arises?)\b|"
    r"(not (in|admissible|permitted|possible|defined(?! (?:at|for|in|when|if|on)\b))|outside)\b|"
    r"(not a|no) (real )?solution|a (common |typical |bad )?(mistake|fallacy)|extraneous|excluded|rejected|discarded|impossible|"
    r"invalid|superfluous|unnecessary|redundant|"
    r"(can|could|may|will|is|are) (also |now |even )?(be )?(dropped|removed|omitted|relaxed|lifted))\b|"
    r"^\W*(do(es)?|did)( not|n't) (check|work|hold|satisfy|fit)\b|"
    r"^\W*(it )?(is|are) (\w+ly )?(sufficient|necessary|enough|required|needed) (for|that)\b|"
    r"^\W*((which |this )?(is )?(a )?contradiction|contradict|does not satisfy|"
    r"must be (rejected|discarded|excluded)|only (if|when))\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"[\s,(]*(?:(?:is|are|be|holds?|only|just|but|true|satisfied|valid)\s+)*(?:up\s+to|modulo|mod|approximately|roughly|nearly|"
    r"almost(?!\s+(?:surely|everywhere|certainly))|on\s+average|in\s+(?:distribution|law|probability|(?:the\s+)?(?:limit|mean|"
    r"average|expectation))|with\s+(?:\w+\s+){0,3}probability|asymptotically|within|or\s+so|"
    r"to\s+(?:the\s+)?(?:first|second|leading|lowest)\s+order|after|before|until|rarely|seldom|hardly|occasionally|often|usually|"
    r"sometimes|eventually|typically|mostly|infinitely\s+often)\b",
    re.IGNORECASE,
)
"""Words behind what is supposed by which it is something else: "a = b up to a constant", "modulo 3", "is rarely satisfied"."""
SAID_FALSE = re.compile(
    r"\b(correct (is|would be)|"
    r"not a solution|(is|are) (false|not true)|(statement|inequality|equation) (is|does) (false|not (true|hold))|"
    r"(not|n't) (a|get a) true statement)\b|^\W*(does|did|do)( not|n't)\b",
    re.IGNORECASE,
)
"""Words behind a check that fails as it should."""
NOTHING_SOLVES = re.compile(
    r"\b(?:no|any|without)\s+(?:\w+\s+){0,2}(?:solutions?|roots?|zeros?|values?|numbers?|point)\b|\bno (?:such|\$?[a-z]\$?)\b|"
    r"\b(?:unsolvable|inconsistent|contradict\w*|impossible|absurd|false|wrong|untrue|never|empty|parallel|nonsense|cannot|"
    r"can['’]t|not (?:true|possible|solvable))\b|\\(?:emptyset|varnothing)\b",
    re.IGNORECASE,
)
"""Words behind what is false of numbers, "3 = 5", that draw from it what they should."""
REACH = 160
"""How far behind a formula such words are looked for."""
LEADS = re.compile(r"\W*[.;]\s+[A-Z][^.:;]{0,40}:")
"""Words that are said of the next formula: "Wrong:"."""
LEADS_ON = re.compile(
    r"[,;]\s*(and\s+)?(so|thus|hence|therefore|consequently|it follows|which (gives|implies))\b", re.I
)
"""Words that lead on from what does not hold to what does: "f cannot grow faster, and therefore"."""
LEFT_OPEN = re.compile(
    r"\b((do|does|did|need|will|shall|can|would|should)( not|n't) (assume|suppose|require|need|have|satisfy)|"
    r"no longer (assum|suppos|requir|satisf|hav|hold)\w*|(fail|refus)\w* to (satisfy|be|hold|have|fulfil|meet)|"
    r"(drop|lift|remov|relax|without|rid of|contrary to|despite|violat|ignor|disregard)\w*( (the|this|our|any))? "
    r"(assum|suppos|hypothes|condition|requirement)\w*|contrary to( what| our| the)?|"
    r"(mistak|error|fallac|pitfall|tempt|wrong|dangerous|naive)\w*( \w+)? to "
    r"(assume|suppose|think|believe|say|claim|write|conclude|infer)|"
    r"(independent(ly)?|irrespective|regardless) of|unlike|in contrast (to|with)|as opposed to|"
    r"(hope|hoping|would (like|love)|dream)( that| to have| for)?|"
    r"(might|could|may)( \w+)? (try|attempt|want|like|wish|hope|be (tempted|inclined)) to( \w+)?|"
    r"would(n['’]t| not)?( \w+ly)? (choose|take|pick|set|use|put|prefer|try)|(suffices|is (enough|sufficient)) (that|if|to have)|"
    r"(necessary|sufficient|enough|required|needed) (for|that)|with (\w+ ){1,2}probability|"
    r"(can|could|may|might|must|should|do|need|why|had) (we|you|one|I) (\w+ (to )?){0,2}(assum|suppos|requir)\w*|"
    r"(never|nobody|nothing|no one|no (reason|need|way)( to)?) (\w+ ){0,2}"
    r"(assum|suppos|sa(id|ys?)|t(old|ells?)|requir|guarante)\w*|"
    r"(know|clear|unclear|check|see|ask|determine|decide|test|wonder|tell|sure|unknown|find out) if|"
    r"(authors|students?|people|they|others|books?|papers?|\d{4}\)) (\w+ )?(assum|suppos|requir)\w*|"
    r"(necessary|sufficient) condition( (is|for this is|would be)( that)?)?|(what|which) (condition|assumption|circumstance)s?|"
    r"not (both|all|every|each)|(neither|nor|(at least|at most|exactly|only) one of)(?![^·,;:.]*\bby\W*$)|"
    r"whether|(?<!and )only if|"
    r"is it true that|(it is|it's|seems|looks) (im)?possible (that|for)|(un)?likely|doubtful|maybe|perhaps|possibly|if only)"
    r"\b[^,;:.]*$",
    re.IGNORECASE,
)
"""Words before a formula that is neither supposed nor claimed, though "assume" may stand before it: "we do not assume"."""
ASKS = re.compile(
    r"\W*(question\W*\d*\W*)?((so|and|but|now|why)\s+)*(is|are|does|do|can|could|must|should|will|would)\b",
    re.IGNORECASE,
)
"""How a question begins whose formula may be wrong; "where is · ?" asks for a solution."""
STOP = re.compile(r"[.!?;](?=\s|$)")
FOR_WHICH = re.compile(
    r"\W*((so|and|but|now)\s+)*(when\s+(is|are|does|do|can|will|would)|(for|under|at)\s+(which|what)|which|what)\b",
    re.IGNORECASE,
)
"""How a question begins that asks for the values for which its formula holds."""
ASKED = re.compile(r"\W*\?")
"""What stands behind a question."""

STEMS = {"independen": "independent", "uncorrelat": "uncorrelated", "symmetr": "symmetric", "orthogonal": "orthogonal",
         "idempoten": "idempotent", "invertib": "invertible", "nonsingular": "nonsingular", "definite": "definite",
         "convex": "convex", "smooth": "smooth", "differentiab": "differentiable", "lipschitz": "lipschitz"}  # fmt: skip
"""The beginnings of words that say of letters what a formula says, and of the nouns made of them."""
OF = "|".join(STEMS)
WITHDRAWN = re.compile(
    r"\b(?:(?:is|are|be|were|was|being)(?: not|n't)|no longer|not necessarily|need not be|"
    r"(?:drop|lift|remov|relax|without|abandon|los)\w*)\s+"
    r"(?:(?:be|being|assuming|supposing|requiring|the|this|our|that|they|are|assumption|hypothesis|condition|of|"
    rf"(?:pair|mutual|strong)\w*)\s+)*(?P<of>{OF})|"
    r"\bin the (?:general )?non-?(?P<non>convex|smooth|differentiab|lipschitz)\w* (?:case|setting)\b|"
    rf"\b(?P<subject>{OF})\w*\s+(?:(?:assumption|hypothesis)\s+)?(?:(?:is|are|has been)\s+(?:now\s+|no longer\s+)*"
    r"(?:dropped|removed|lifted|lost|relaxed)|no longer holds|fails|does not hold)",
    re.IGNORECASE,
)


ALL_DROPPED = re.compile(
    r"\b(?:drop|lift|remov|relax|without|abandon|forget|disregard|give up)\w*\s+(?:all\s+(?:of\s+)?)?(?:this|"
    r"these|the|that|those|our)\s+(?:(?:last|previous|first|two|extra|above)\s+)?(?:assumption|hypothes[ie]s|condition|restriction)s?\b",
    re.IGNORECASE,
)


NONE_SUCH = re.compile(
    r"\bthere (?:is|are|exists?|can be|cannot be) (?:no|not any)\b(?!\s+(?:doubt|loss|reason|need|question))"
    r"(?![^;]*\b(?:then|so|hence|thus|therefore|since|because|we|but)\b)",
    re.IGNORECASE,
)
"""Words before what nothing fulfils, "there is no real $x$ with $x^2 = -1$"."""


def hedges(following: str, sentence: str) -> bool:
    """Whether the words behind what is supposed take something of it back, or those before it say that nothing is so.

    >>> hedges(" up to a constant", "Let "), hedges(". Then", "There is no · with "), hedges(". Then", "Let · with ")
    (True, True, False)
    """
    return HEDGED.match(following) is not None or NONE_SUCH.search(sentence) is not None


def drops_all(prose: str) -> bool:
    """Whether words take back what was supposed, and do not say what.

    >>> drops_all("Now drop this assumption. Then"), drops_all("Now drop the term")
    (True, False)
    """
    return ALL_DROPPED.search(prose) is not None


def asks(sentence: str, after: str) -> bool:
    """Whether a sentence asks if its formula is right.

    >>> asks("Is ", "?"), asks("When is ", "?")
    (True, False)
    """
    return ASKED.match(after) is not None and ASKS.match(sentence) is not None


def asks_which(sentence: str, after: str) -> bool:
    """Whether a sentence asks for the values for which its formula holds.

    >>> asks_which("For which · is ", "?"), asks_which("Where is ", "?")
    (True, False)
    """
    return ASKED.match(after) is not None and FOR_WHICH.match(sentence) is not None


def is_left_open(words: str) -> bool:
    """Whether words before a letter leave open what is said of it, or ask for it.

    >>> is_left_open("Are · and "), is_left_open("It is unclear if "), is_left_open("If ")
    (True, True, False)
    """
    return LEFT_OPEN.search(words) is not None or ASKS.match(words) is not None


def withdrawn(prose: str) -> list[tuple[str, str]]:
    """The words for what was said of letters and is supposed no more, and where the formula stands that names these in its
    sentence: "before" or "after" the words, "" nowhere.

    >>> withdrawn(". Now drop independence. Then"), withdrawn("are no longer symmetric, so. Then")
    ([('independent', '')], [('symmetric', 'before')])
    >>> withdrawn("are independent, not equal"), withdrawn(". Drop the symmetry of")
    ([], [('symmetric', 'after')])
    """
    text = " ".join(prose.split())
    found = []
    for each in WITHDRAWN.finditer(text):
        before, behind = STOP.search(text, 0, each.start()), STOP.search(text, each.end())
        where = "before" if before is None else "after" if behind is None else ""
        found.append((STEMS[(each["of"] or each["subject"] or each["non"]).lower()], where))
    return found


def said_to_fail(behind: str, *, absurd: bool = False) -> str:
    """Why a line is not refuted of which the text soon says that it is false, or, of one that is `absurd`, that nothing solves
    what led to it; "" where it does not."""
    fails = SAID_FALSE.search(behind[:REACH]) or (absurd and NOTHING_SOLVES.search(behind[:REACH].split("\n\n")[0]))
    return "the text says that it does not hold" if fails else ""
