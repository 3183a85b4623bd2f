r"""What words say of random letters: "$X$ has mean $\mu$ and variance $\sigma^2$", "i.i.d. $X_1, \dots, X_n$ with mean zero".

Only what is supposed is taken, never what is to be shown or follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.properties import FOLLOWS
from symproof.readers.document.words.prose import SUPPOSING
from symproof.readers.document.words.qualities import NOT, WITH, brings_in, listed_in, names_back, names_of
from symproof.readers.document.words.sentences import MARKUP, sentence_before
from symproof.readers.document.words.totals import sum_of
from symproof.readers.notation.tree import Name, Scripted

RELATION = "¦"
"""What stands for a relation among words."""
IID = re.compile(r"\bi\.?\s?i\.?\s?d\b\.?", re.IGNORECASE)
INDEPENDENT = re.compile(
    r"\b(?:iid|random sample|(?:independent(?:ly)?|uncorrelated)(?!\s+(?:of|from)\b(?!\s+each other)))\b", re.IGNORECASE
)
ALIKE = re.compile(r"\b(iid|identically distributed|same distribution|random sample)\b", re.IGNORECASE)
SAID = re.compile(
    r"^\W*(?:(?:be|is|are|have|has|having|with|each|all|both|pairwise|mutually|independent|iid|uncorrelated)\b|(?=(?:exponential|poisson|"
    r"bernoulli|binomial)\b))(?P<said>[^.;:]*)",
    re.IGNORECASE,
)
"""What is said of letters behind them."""
GIVEN = re.compile(r"\b(?:random (?:variables?|numbers?|samples?|vectors?)|iid|independent)[^·]*$", re.IGNORECASE)
"""Words before letters that are random; nothing else need suppose them."""
OTHER = r"(?<!sample )(?<!empirical )(?<!geometric )(?<!harmonic )(?<!arithmetic )(?<!conditional )(?<!weighted )"
MOMENT = re.compile(
    rf"\b{OTHER}(?P<what>mean|expectation|expected value|variance|standard deviation|(?:variance-)?covariance(?:\s+matrix)?)"
    r"(?:\s+(?:equal to|value|vector))?"
    r"(?:\s*(?P<at>·)(?!\s*(?:times|of|or|if|when|unless|given|under|conditional\w*|only|except|with probability)\b|"
    r"\s*,?\s*(?:and\s*)?·(?!\s*ha(?:s|ve)\b))|(?:\s+|-(?=zero))(?P<number>zero|one|\d+(?:\.\d+)?)\b(?!\.\d))|"
    r"\b(?P<first>zero|unit)[ -](?P<of>mean|expectation|variance)\b",
    re.IGNORECASE,
)
OWN = re.compile(
    r"(?:[\s,()-]+|an?\s+(?:(?!(?:of|from|for|in|on|by|and|with|to|whose)\b)[\w-]+\s+){1,3}(?=with\b|having\b)|"
    r"(?:an?|the|two|three|both|each|all|real|random|valued|independent(?:ly)?|identically|iid|distributed|mutually|"
    r"pairwise|uncorrelated|normal(?:ly)?|gaussian|poisson|binomial(?:ly)?|bernoulli|geometric(?:ally)?|exponential(?:ly)?|"
    r"uniform(?:ly)?|non-?negative|positive|bounded(?:\s+by\s*·)?|integrable|scalar|discrete|continuous|common|finite|known|unknown|"
    r"same|equal|some|variables?|numbers?|samples?|observations?|vectors?|draws?|drawn|sampled|taken|from|distributions?|population|"
    r"law|with|having|has|have|which|that|is|are|and|of(?:\s+size\s*·)?|(?:taking\s+values\s+)?(?:in|on|over)\s*·|standard(?=\s+(?:normal|gaussian)\b)|"
    r"(?:success\s+)?(?:rate|intensity|probability|parameters?)\s*[·¦](?:\s*,?\s*and\s*[·¦]|\s*,\s*[·¦])?)(?![\w-])|"
    r"(?<!with )(?:noise|errors?)(?:\s+terms?)?(?![\w-])|" + re.sub(r"\?P<\w+>", "?:", MOMENT.pattern) + r")*",
    re.IGNORECASE,
)
"""What words behind letters say of these themselves, and not of what else they bring in ("the sum of variables with mean ·")."""
SIGN = re.compile(r"[<>=]|\\(?:geq?|leq?|in)(?![A-Za-z])")
NUMBERS = {"zero": "0", "0": "0", "one": "1", "1": "1", "unit": "1"}


OF_MOMENTS_ONLY = re.compile(r"\bmean(?=\s*·)", re.IGNORECASE)
"""A noun that elsewhere is a verb, by which something follows."""
RATED = re.compile(
    r"\b(?P<law>exponential|poisson)(?:ly)?(?:\s+(?:distributed|distribution|random|variables?|numbers?))*\s+(?:with|of)\s+"
    r"(?P<what>rate|intensity|parameter|mean)\s*[·¦]",
    re.IGNORECASE,
)
"""A distribution with one number; of an exponential one a parameter that is no rate may be its mean."""
COUNTED = re.compile(
    r"\b(?P<law>bernoulli|binomial)(?:ly)?(?:\s+(?:distributed|distribution|random|variables?|numbers?))*\s+(?:with|of)\s+"
    r"(?:success\s+)?(?:parameters?|probability)\s*[·¦](?:(?:,|\s+and|\s*,\s*and)\s*[·¦])?",
    re.IGNORECASE,
)
"""How often something happens, with the number of trials and the probability."""
ON_AN_INTERVAL = re.compile(
    r"\buniform(?:ly)?(?:\s+(?:distributed|distribution|random|variables?|numbers?))*\s+(?:on|over)(?:\s+the\s+(?:unit\s+)?interval)?\s*·",
    re.IGNORECASE,
)
INTERVAL = re.compile(r"\s*(?:\\left\s*)?[\[(](?P<low>[^,()\[\]]+),(?P<high>[^,()\[\]]+?)(?:\\right\s*)?[\])]\s*")
"""The interval of a uniform distribution, whose moments are those of its ends."""
GEOMETRIC = re.compile(
    r"\bgeometric(?:ally)?(?:\s+(?:distributed|distribution|random|variables?|numbers?))*\s+(?:with|of)\s+"
    r"(?:success\s+)?(?:parameter|probability)\s*[·¦]",
    re.IGNORECASE,
)
"""How long it takes until something happens: the variance is the same whether the last trial counts or not, the mean is not."""
STANDARD = re.compile(
    r"\bstandard\s+(?:normal|gaussian)(?:ly)?\b(?!\s+(?:random\s+)?(?:vectors?|matri))", re.IGNORECASE
)
AVERAGE = re.compile(
    r"\b(?:sample (?:mean|average)|(?:their|arithmetic|empirical) (?:mean|average)|average)\b", re.IGNORECASE
)

IS_SAID = (
    re.compile(r"\s*(?:be|is|denotes?|stands for)\s+(?:the|an?|any|some|their)\b[^.;·]*", re.IGNORECASE),
    re.compile(r"\b(?:average|mean)\b", re.IGNORECASE),
)
"""Words that say what a letter is; and that it is an average."""


@dataclass(frozen=True)
class Random:
    r"""Letters, or a family `name` with indices from `first` to `last` ("": without end), and what is said of each: LaTeX of its
    mean, its variance and its distribution, "" where nothing is."""

    names: tuple[str, ...]
    first: str = ""
    last: str = ""
    mean: str = ""
    variance: str = ""
    law: str = ""
    independent: bool = False
    alike: bool = False
    spread: str = "Var"
    """Which operator has the variance as its value: of columns it is the covariance, a matrix."""


def random_in(display: Display, displays: Sequence[Display]) -> Random | None:
    """What is supposed of the random letters that end with this formula."""
    own = sentence_before(IID.sub("iid", display.before))
    said = SAID.match(_behind(display, displays))
    ahead = GIVEN.search(own)
    of_these = OWN.match(said["said"]) if said else None
    first = said[0][: said.start("said")] if said else ""
    words = f"{ahead[0] if ahead else ''} {first} {of_these[0] if of_these else ''}"
    family = listed_in(display) or _any_member(display, words)
    beside = family is not None and WITH.search(own) is not None
    supposed = SUPPOSING.search(own.replace(",", " ")) or ahead is not None or beside or brings_in(display, displays)
    if (
        said is None
        or not supposed
        or FOLLOWS.search(OF_MOMENTS_ONLY.sub("", own))
        or NOT.search(own)
        or is_left_open(own)
    ):
        return None
    if NOT.search(words) or "respectively" in said["said"]:
        return Random((family[0],), *family[1:]) if family is not None else None
    mean, variance, spread = _moments(said["said"], of_these.end() if of_these else 0, displays[display.number + 1 :])
    if family is not None and spread == "Cov":
        return None
    if family is not None:
        sign, law = _distribution(display)
        independent, alike = (pattern.search(f"{words} {sign}") is not None for pattern in (INDEPENDENT, ALIKE))
        return Random((family[0],), *family[1:], mean, variance, law, independent=independent, alike=alike or bool(law))
    names = (*names_back(display, displays), *names_of(display))
    return Random(names, "", "", mean, variance, spread=spread) if names and (mean or variance) else None


def _any_member(display: Display, words: str) -> tuple[str, str, str] | None:
    r"""The family of which a formula names any member, where words say that all are independent and alike, "where the $X_i$ are
    i.i.d."; from the first on, without end."""
    clauses = display.clauses
    member = clauses[0].members[0] if len(clauses) == 1 and len(clauses[0].members) == 1 else None
    if not isinstance(member, Scripted) or member.sup is not None or ALIKE.search(words) is None:
        return None
    if not isinstance(member.sub, Name) or member.sub.text not in ("i", "j", "k", "t"):
        return None
    return display.text.text[member.base.start : member.base.end], "1", ""


def _distribution(display: Display) -> tuple[str, str]:
    r"""The sign and the distribution of `X_1, \dots, X_n \sim N(0, 1)`, as LaTeX."""
    (clause,) = display.clauses
    if clause.kinds != ["sim"]:
        return "", ""
    law = clause.members[1]
    return IID.sub(" iid ", clause.relations[0].text), display.text.text[law.start : law.end]


def _behind(display: Display, displays: Sequence[Display]) -> str:
    """The words behind a formula to the end of its paragraph, with dots for the terms there and bars for the
    relations, which are no values: "with variance ·, and $S = X_1 + X_2$"."""
    words = display.after
    for following in displays[display.number + 1 :]:
        if following.paragraph != display.paragraph:
            break
        words += f"{RELATION if following.is_relation else '·'}{following.after}"
    return IID.sub("iid", MARKUP.sub(" ", words))


def _number(words: str) -> int:
    """How many formulas stand among words."""
    return words.count("·") + words.count(RELATION)


def _moments(words: str, end: int, following: Sequence[Display]) -> tuple[str, str, str]:
    """The mean and the variance that words state up to a place, as LaTeX; "" for nothing; and whether that is a variance, "Var",
    or a covariance."""
    found: dict[str, str] = {}
    spread = "Var"
    for each in (one for one in MOMENT.finditer(words) if one.end() <= end):
        what = (each["what"] or each["of"]).lower()
        if each["at"]:
            at = _number(words[: each.end()]) - 1
            value = following[at].text.text if at < len(following) else ""
        else:
            number = (each["number"] or each["first"]).lower()
            value = NUMBERS.get(number, number)
        kind = "variance" if what.startswith(("variance", "standard", "covariance")) else "mean"
        spread = "Cov" if "covariance" in what else spread
        found.setdefault(kind, f"({value})^2" if what == "standard deviation" else value)
    for each in [one for one in RATED.finditer(words) if one.end() <= end][:1]:  # the next one is of another letter
        law, what, at = each["law"].lower(), each["what"].lower(), _number(words[: each.end()]) - 1
        value = SIGN.split(following[at].text.text)[0].strip() if at < len(following) else ""
        if value and law == "poisson":
            found = {"mean": value, "variance": value}
        elif value and what != "parameter":
            mean = value if what == "mean" else rf"\frac{{1}}{{{value}}}"
            found = {"mean": mean, "variance": f"({mean})^2"}
    for each in [one for one in COUNTED.finditer(words) if one.end() <= end][:1]:
        last, number = _number(words[: each.end()]), _number(each[0])
        values = [one.text.text.partition("=")[0] for one in following[last - number : last]]
        if len(values) == (1 if each["law"].lower() == "bernoulli" else 2):
            trials, chance = ("1", *values) if len(values) == 1 else values
            found = {"mean": f"({trials})({chance})", "variance": f"({trials})({chance})(1 - ({chance}))"}
    for each in [one for one in ON_AN_INTERVAL.finditer(words) if one.end() <= end][:1]:
        at = _number(words[: each.end()]) - 1
        if at < len(following) and (ends := INTERVAL.fullmatch(following[at].text.text)):
            low, high = f"({ends['low'].strip()})", f"({ends['high'].strip()})"
            found = {"mean": rf"\frac{{{low} + {high}}}{{2}}", "variance": rf"\frac{{({high} - {low})^2}}{{12}}"}
    for each in [one for one in GEOMETRIC.finditer(words) if one.end() <= end][:1]:
        at = _number(words[: each.end()]) - 1
        chance = SIGN.split(following[at].text.text)[0].strip() if at < len(following) else ""
        found = {"variance": rf"\frac{{1 - ({chance})}}{{({chance})^2}}"} if chance else found
    if not found and any(one.end() <= end for one in STANDARD.finditer(words)):
        found = {"mean": "0", "variance": "1"}
    return found.get("mean", ""), found.get("variance", ""), spread


def average_of(said: Random, displays: Sequence[Display]) -> str:
    r"""What a letter with a bar is, that of a family in a text that speaks of the average and has no formula for it,
    `\bar{X} = \frac1n \sum_{i=1}^n X_i`; "" for nothing."""
    (name, *_), last = said.names, said.last
    if said.first != "1" or not last or not any(AVERAGE.search(each.prose + each.after) for each in displays):
        return ""
    letter = rf"\\(?:bar|overline)\s*\{{?\s*{re.escape(name)}\s*\}}?(_\{{?{re.escape(last)}\}}?)?"
    used = [found for each in displays for found in re.finditer(rf"{letter}(\s*:?=)?", each.text.text)]
    if not used or any(found[2] for found in used):
        return ""
    named = [each for each in displays if re.fullmatch(rf"\s*{letter}\s*", each.text.text)]
    if any(
        (told := IS_SAID[0].match(each.after)) and not IS_SAID[1].search(sentence_before(each.before) + told[0])
        for each in named
    ):
        return ""
    return rf"\bar{{{name}}}{used[0][1] or ''} = {sum_of(name, '1', last, average=True)}"
