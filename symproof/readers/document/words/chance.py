"""Means and deviations of random numbers of which a text says nothing more: lines on them are meant for all distributions. And
what holds between the probabilities of any events."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import combinations

from symproof.statement import Prop, Relation, is_equation
from symproof.term import ONE, ZERO, Inner, Scalar, ScalarAt, Sum, Term, Variable, VectorVariable, sum_of

MOST_EVENTS = 3
OF_CHANCE = re.compile(r"(Var|Cov|operatorname\{[EPV]\}|math\w+\{[EPV]\}|(?<![A-Za-z])[EPV]\s*[(\[])")
"""A probability, a mean or a variance, on which words such as "independent" bear also where no letter is left."""
BAR = re.compile(r"\\(?:bar|overline)\{[A-Za-z]\}")
OF_DATA = re.compile(
    r"\b(?:means?|averages?|samples?|likelihood|estimat\w+|observ\w+|data|variance|MLE)\b", re.IGNORECASE
)
"""Words of a text in which a bar is that of an average."""
MEAN_OF = re.compile(r"E\[([A-Z])\]")
CONDITIONAL = re.compile(r"\(E\[(?P<of>[A-Z]) \| (?P<under>[A-Z])\] - E\[E\[(?P=of) \| (?P=under)\]\]\)")
"""The deviation of a mean under a condition: an orthogonal projection of that of the letter."""
PLAIN = re.compile(rf"E\[[A-Z]\]|\([A-Z] - E\[[A-Z]\]\)|{CONDITIONAL.pattern}")
"""The mean of a letter and the deviation from it: for any values of these there are random numbers that have them. For any
projections under one condition too, where the condition itself is not spoken of."""
BESIDE_MEMBERS = re.compile(r"\{([A-Z])\}")
"""The name of a letter beside X_1, X_2, ..."""
MORE = re.compile(
    r"bernoulli|binomial|gaussian|normal|poisson|uniform|exponential|geometric|rademacher|distribut|densit|i\.?i\.?d|toss|coin|"
    r"\bvariances?\s+(?:is |are |of )?[$\\]|"
    r"\bdi(c)?e\b|standard|independence|independently|unbiased|\\sim|indicator|martingale|orthogonal|P\(|Pr\b|\{P\}|takes?\b|values?\b",
    re.IGNORECASE,
)
"""Words and signs that say more of random numbers."""
OF_THE_MEAN = re.compile(r"\bmeans?\b|cent(e)?red", re.IGNORECASE)
"""Words that say more of their means, on which no variance depends."""

OF_A_LAW = re.compile(
    r"\b(?:bernoulli|binomial|poisson|geometric|exponential|rademacher|uniform(?:ly)?|di(?:e|ce)|roll(?:s|ed|ing)?|toss(?:es|ed)?)\b",
    re.IGNORECASE,
)
"""Words for laws of which the mean is known as soon as they are named."""
EVERYWHERE = re.compile(
    r"\b(?:all|every|throughout|always|assum\w+|suppos\w+)\b[^$.]*\b(?:random|variables?|events?|distribut\w+|samples?|tests?)\b",
    re.IGNORECASE,
)
"""Words in a paragraph that may speak of random numbers which it does not name."""
HEADING = re.compile(r"^#+ .*|\\(?:sub)*section\*?\{[^}\n]*", re.MULTILINE)
SENTENCE = re.compile(r"[.;]\s")
PARAGRAPH = re.compile(r"\n\n|\\item\b")
APART = re.compile(
    r"^#+ .*|\\(?:sub)*section\*?\{|\\begin\{(?:exercise|problem|ex|task|aufgabe)\*?\}|^\W*(?:exercise|problem|task)\s+\d",
    re.MULTILINE | re.IGNORECASE,
)
"""What begins a part that may have random numbers of its own."""
BRINGS_IN = r"\b(?i:let|consider|suppose|given|for)\b[^.;]{0,60}(?<![A-Za-z\\])"
"""What stands before a letter that is brought in."""
EVENT = re.compile(r"P\(([A-Z](?:_\w)?(?:, [A-Z](?:_\w)?)*)\)")
"""The probability of events that are letters, at once."""
ANY_EVENTS = re.compile(
    r"\b(?:any|all|arbitrary|two|three|for|let|given|if)\s+(?:(?:any|all|arbitrary|two|three)\s+)*events\b|\b(?:be|are)\s+(?:(?:any|arbitrary|two|three)\s+)*events\b",
    re.IGNORECASE,
)
TIED = re.compile(
    r"independen|disjoint|exclusive|exhaustive|partition|mutual|impl(?:y|ies)|\\(?:subset|emptyset|varnothing|supset)|equally|contain|"
    r"event that|impossible|certain|complement of",
    re.IGNORECASE,
)
"""Words and signs that say how events hang together."""


def are_any(statement: Prop, given: Collection[Prop], text: str, offset: int) -> bool:
    """Whether the letters of a statement are means and deviations of random numbers of which neither the text so far nor a
    hypothesis says more; or probabilities of any events."""
    letters = statement.free
    if _gives_a_mean(statement, given):
        return False
    names = [BESIDE_MEMBERS.sub(r"\1", name) for name in map(_name, letters) if "E[" in name]
    random = {each for name in names for each in re.findall(r"[A-Z](?=\])|[A-Z](?= -)", name)}
    tied = any(_name(letter) in random for prop in given for letter in prop.free)
    if not names:
        return _are_any_events(letters, text, offset)
    said = "\n\n".join(_speaking_of(random, text, offset))
    under = {found["under"] for name in names if (found := CONDITIONAL.fullmatch(name))}
    if len(under) > 1 or any(re.fullmatch(rf"E\[{each}\]|\({each} - .*", name) for name in names for each in under):
        return False
    of_means = OF_THE_MEAN.search(said) and not all(" - E[" in name for name in names)
    return not tied and all(map(PLAIN.fullmatch, names)) and MORE.search(said) is None and not of_means


def _gives_a_mean(statement: Prop, given: Collection[Prop]) -> bool:
    """Whether an equation says by other letters what a mean is of which nothing is said, E[X] = n p: it holds for certain random
    numbers only."""
    if not is_equation(statement):
        return False
    sides = [[("E[" in _name(letter)) for letter in side.free] for side in (statement.left, statement.right)]
    means = {letter for letter in statement.free if "E[" in _name(letter)}
    return all(sides) and len({any(each) for each in sides}) > 1 and not any(prop.free & means for prop in given)


def _name(letter: Term) -> str:
    return str(getattr(letter, "name", letter))


def has_a_law(letter: Term, text: str, offset: int) -> bool:
    """Whether a letter is the mean of a random number of which the text so far has said how it is distributed.

    >>> from symproof.term import Variable
    >>> text = "Let $X$ be uniform on $[0, 2]$. The mean is $E[X] = 2$."
    >>> has_a_law(Variable("E[X]"), text, len(text)), has_a_law(Variable("E[Y]"), text, len(text))
    (True, False)
    """
    of = MEAN_OF.fullmatch(_name(letter))
    if of is None:
        return False
    name = re.compile(rf"(?<![A-Za-z\\]){of[1]}(?![A-Za-z])")
    said = "\n\n".join(_speaking_of([of[1]], text, offset))
    return any(name.search(each) and OF_A_LAW.search(each) for each in SENTENCE.split(said))


def _speaking_of(names: Collection[str], text: str, offset: int) -> list[str]:
    """The paragraphs up to a place that speak of letters, or may speak of all, and the one at the place."""
    end = PARAGRAPH.search(text, offset)
    start = max((found.start() for found in APART.finditer(text, 0, offset)), default=0)
    if not all(re.search(rf"{BRINGS_IN}{re.escape(name)}(?![a-z])", text[start:offset]) for name in names):
        start = 0
    paragraphs = PARAGRAPH.split(text[start : end.start() if end else len(text)])
    of_names = re.compile(rf"(?<![A-Za-z\\])(?:{'|'.join(map(re.escape, names))})(?![a-z])")
    speaking = [each for each in paragraphs[:-1] if of_names.search(each) or EVERYWHERE.search(each)]
    return HEADING.findall(text, 0, offset)[-1:] + speaking + paragraphs[-1:]


def _are_any_events(letters: Collection[Term], text: str, offset: int) -> bool:
    found = [name for name in map(_name, letters) if name.startswith("P(")]
    events = _events_in(found)
    if not events or not all(map(EVENT.fullmatch, found)):
        return False
    said = "\n\n".join(_speaking_of(events, text, offset))
    return ANY_EVENTS.search(said) is not None and TIED.search(said) is None


def _events_in(names: Iterable[str]) -> list[str]:
    """The events of which probabilities are named, P(A, B)."""
    return sorted({each for name in names for each in name[2:-1].split(", ")})


def _probabilities(letters: Iterable[Term]) -> dict[str, Variable]:
    """The probabilities among letters, by name."""
    return {each.name: each for each in letters if isinstance(each, Variable) and each.name.startswith("P(")}


def between_events(letters: Collection[Term], given: Collection[Prop]) -> list[Prop]:
    """That no probability of an atom of up to three events is below 0; of one event, that it lies between 0 and 1."""
    events = _events_in(_probabilities(letters))
    if not 1 <= len(events) <= MOST_EVENTS:
        return []
    known = _probabilities((*letters, *(letter for prop in given for letter in prop.free)))

    def of(some: frozenset[str]) -> Scalar:
        name = f"P({', '.join(sorted(some))})"
        return ONE if not some else known.get(name, Variable(name))

    subsets = [frozenset(some) for size in range(len(events) + 1) for some in combinations(events, size)]
    found: list[Prop] = []
    for inside in subsets:
        terms = [of(more) if (len(more) - len(inside)) % 2 == 0 else -of(more) for more in subsets if inside <= more]
        found.append(Relation(">=", sum_of(terms), ZERO))
    return found


def of_averages(statement: Prop, given: Collection[Prop], text: str) -> list[Prop]:
    r"""That a letter `\bar{x}` of which no hypothesis speaks, beside a sum over x_1, ..., x_n, is their average, in a text about
    data."""
    found: list[Prop] = []
    bars = {each.name: each for each in statement.free if isinstance(each, Variable) and BAR.fullmatch(each.name)}
    told = {prop.left for prop in given if isinstance(prop, Relation)}
    for name, letter in bars.items() if bars and OF_DATA.search(text) else ():
        base = name.partition("{")[2].rstrip("}")
        for each in statement.subterms():
            if not isinstance(each, Sum) or each.low != ONE or letter in told or not each.high.free:
                continue
            families = {part.sequence for part in each.body.subterms() if isinstance(part, ScalarAt)}
            family = next((one for one in families if one.name.strip("{}") == base), None)
            if family is not None and each.high not in (letter, family):
                found.append(Relation("=", letter, Sum(family[each.index], each.index, ONE, each.high) / each.high))
                break
    return found


def of_projections(letters: Collection[Term]) -> list[Prop]:
    """That the deviations of means under a condition are orthogonal projections: those of their letters have the same inner
    products with them, and with that of the condition."""
    vectors = {each.name: each for each in letters if isinstance(each, VectorVariable)}
    found: list[Prop] = []
    for name, mean in vectors.items():
        said = CONDITIONAL.fullmatch(name)
        whole = vectors.get(f"({said['of']} - E[{said['of']}])") if said else None
        if said is None or whole is None:
            continue
        for other, vector in vectors.items():
            also = CONDITIONAL.fullmatch(other)
            if (also and also["under"] == said["under"]) or other == f"({said['under']} - E[{said['under']}])":
                found.append(Relation("=", Inner(whole, vector), Inner(mean, vector)))
    return found
