r"""What prose says of a function: "let $f$ be convex and $L$-smooth", "a $\mu$-strongly convex function $f$".

Only what is supposed is taken, never what is to be shown or follows ("hence $f$ is convex"), and no kind of function that the
language has not ("strictly convex", "not smooth"): these words stay unread, and where one stands no point refutes a line on a
function (`prose.FUNCTIONAL`). A constant is positive unless the text declares it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from symproof.readers.document.words.denied import is_left_open
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import JOINS
from symproof.readers.document.words.sentences import MARKUP, SENTENCE
from symproof.readers.document.words.supposing import LET
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Ellipsis, Fence, Juxtaposed, Nabla, Name, Number, Scripted
from symproof.readers.notation.tree import Sequence as Letters
from symproof.readers.resolve.shapes import every_part

HYPHEN = r"[\u2010-\u2013-]"
KIND = re.compile(
    rf"(?:⟨(?P<before>\d+)⟩(?:\s|{HYPHEN})*|(?<![\w-])(?P<before_>[A-Za-z]|\d+){HYPHEN}+\s*)?(?<![^\W\d_])"
    rf"(?P<kind>strongly[\s-]convex|convex|smooth|differentiable|lipschitz)\b"
    rf"(?P<more>[\s-]+continuous)?(?P<gradient>\s+(?:continuous\s+)?gradients?)?"
    rf"(?:\s*,?\s*\(?with\s+(?:\w+\s+)?(?:constant|parameter|modulus)\s+(?:⟨(?P<after>\d+)⟩|(?P<after_>[A-Za-z])(?!\w))\)?)?",
    re.IGNORECASE,
)
ITS_GRADIENT = re.compile(
    r"\b(?:with\s+(?:an?\s+)?|its\s+|whose\s+|the\s+)gradients?\s+(?:(?:is|be|being|map|which)\s+)*"
    rf"(?P<constant>(?:⟨\d+⟩|[A-Za-z]|\d+)(?:\s|{HYPHEN})*)?Lipschitz(?:[\s-]+continuous)?",
    re.IGNORECASE,
)
"""What is said of the gradient of a function that is not written, "whose gradient is ·-Lipschitz"."""
OF_GRADIENT = re.compile(
    r"\bgradient(?:\s+(?:map|field|mapping))?\s+of\s+(?:(?:an?|the|our)\s+)?(?:function\s+)?$", re.I
)
SEVERALLY = re.compile(
    rf"(?:[\w\s-]|{HYPHEN})*?\b(?:convex|smooth|lipschitz)(?:[\s-]+continuous)?(?P<with>\s*,?\s*\(?with\s+(?:\w+\s+)?(?:constants|parameters|moduli)\s+)"
    r"(?P<constants>⟨\d+⟩(?:\s*,?\s*(?:and\s+)?⟨\d+⟩)+)(?:\s*,?\s*respectively)?\)?",
    re.IGNORECASE,
)
"""Adjectives of several functions, each with a constant of its own, "Lipschitz with constants · and ·"."""
FILLER = re.compile(
    r"\s*(,|(?:in\s+addition|moreover|furthermore|additionally|further|"
    r"and|also|both|an?|any|every|each|some|all|the|has|have|with|real-valued|continuous|proper|closed|functions?|"
    r"(?:continuously|twice)(?=\s))(?![\w-]))\s*",
    re.IGNORECASE,
)
VERB = re.compile(r"\s*(?:(?:that|which|both)\s+)?(?:is|are|be|being|has|have|with)\s+", re.IGNORECASE)
BARE = re.compile(r"\s+(?=\S*(?:convex|smooth|differentiable|lipschitz)\b)", re.IGNORECASE)
SUPPOSED = re.compile(
    rf"\b(?:{LET}|with)\b[^.;:]*(?:,|\band)\s*$|\b(?:with|for)\s*$|^\W*(?:\w{{1,12}}\W*[.:)]\W*)?(?:let\s+|⟨\d+⟩|[^\w⟨⟩])*$",
    re.IGNORECASE,
)
"""Words before a function whose adjectives follow without a verb: "let · be closed and · convex", "with · smooth", or none."""
FUNCTION = re.compile(r"functions?\s*$", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:for|on|of|let|given|consider|take)\s+(?:an?|any|every|our)\s+$", re.IGNORECASE)
NOT = re.compile(
    r"(?:\b(?:non|not|strictly|weakly|locally|uniformly|nearly|quasi|pseudo|log|piecewise|relatively|nor|if|when|call\w*|"
    r"said|saying)[\s-]*|-)$", re.IGNORECASE,
)  # fmt: skip
FOLLOWS = re.compile(
    r"\b(then|hence|thus|so|therefore|impl(y|ies)|show\w*|prov(e|es|ed|ing)|verif(y|ies)|check|conclude\w*|follows|claim\w*|whether|"
    r"means?|iff|if and only if|consequently|recall|called?|definition|said|not|neither|nor|unless|question)\b",
    re.IGNORECASE,
)
"""Words before a function after which it is no hypothesis that it is convex."""
IF_BEFORE = re.compile(r"(?<!only )(?<!and )\bif\s+(?=(?:⟨\d+⟩|\W|and\b)*$)", re.IGNORECASE)
"""What supposes something of functions also in a sentence that is to be shown: "show that if f and g are convex"."""
THERE_ONLY = re.compile(
    r"\s*,?\s*(?:functions?\s*)?,?\s*(?:(?:but|only|just)\s+)*(?:or\b|for\s*⟨|when\b|where\b|except\b|outside\b|near\b|around\b|along\b|"
    r"(?:on|in|over|inside|within|at)\s+(?!(?:(?:all\s+of|(?:an?|the|some|our)(?:\s+[\w-]+){0,4})\s+)?(?:⟨\d+⟩(?!\s*only)|(?:its|the|their)\s+(?:effective\s+)?"
    r"(?:domain|whole|entire|real(?:s|\s+line|\s+numbers)|space|whole\s+space|feasible\s+set)|(?:addition|particular|fact|general|this|that|our|what)\b))|"
    r"(?:with\s+)?respect\s+to\s+(?!(?:the\s+)?(?:Euclidean|standard|usual|⟨\d+⟩))|relative\s+to\b|w\.r\.t)",
    re.IGNORECASE,
)
"""Words after "f is convex" that say where, or in what sense: not everywhere, or not in the usual one."""
DEFINES = re.compile(r"\s*,?\s*(iff?\b|when|whenever|exactly|precisely|means|\?)", re.IGNORECASE)
"""Words after "f is convex" by which it is a definition of the word."""
NAMED_BEHIND = re.compile(
    r"\s*,?\s*(?:function\s*)?(?:on|in|over|(?:with\s+)?respect\s+to|w\.r\.t\.?)\s+(?:(?:an?|the|some|our)\s+(?:[\w-]+\s+){0,4})?⟨(\d+)⟩",
    re.IGNORECASE,
)
RESTRICTED = re.compile(r"[\[\]()]|\\[lr]brack|[|]_\{?[^2{]|\d\s*,")
"""In a formula, brackets of an interval, or a norm that is another one than the usual."""
BOUND = re.compile(r"[<>]|\\(?:gt|ge|geq|in)(?![A-Za-z])")
"""Behind a constant, signs by which its formula says where it lies, "with constant $L > 0$"."""
MOST_BESIDE = 30
"""How many formulas of a paragraph are looked at for what one sentence says."""


@dataclass(frozen=True)
class Said:
    """What is said of the function `name` at a formula: `kinds` with the LaTeX of their constants, and the words that said it."""

    name: str
    kinds: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    behind: bool
    """Whether the words stand behind the formula."""


def said_of(display: Display, displays: Sequence[Display], mapped: str = "") -> list[Said]:
    """What the words around a formula that is only the name of a function say of it; `mapped` is the name in `f : X -> Y`."""
    name, gradient = (mapped, False) if mapped else _subject(display)
    name = name or _member_of_list(display, displays)
    if not name:
        return []
    found = []
    sentence = SENTENCE.split(_flat_before(display, displays))[-1]
    if is_left_open(sentence):
        return []
    gradient |= OF_GRADIENT.search(sentence) is not None
    before = None if gradient else _noun(sentence)
    if before and not NOT.search(before[1]):
        found.append(_as_said(name, before[0], displays, behind=False))
    behind = SENTENCE.split(_flat_after(display, displays))[0]
    verb = VERB.match(behind) or (SUPPOSED.search(sentence) and BARE.match(behind))
    if verb and (constants := SEVERALLY.match(behind, verb.end())) is not None:
        place = len(_names_before(display, displays))
        places = re.findall(r"⟨(\d+)⟩", constants["constants"])
        if place < len(places):
            behind = f"{behind[: constants.start('with')]} with constant ⟨{places[place]}⟩{behind[constants.end() :]}"
    if verb and not FOLLOWS.search(IF_BEFORE.split(sentence)[-1]):
        kinds, end = _kinds(behind, verb.end())
        if (
            kinds
            and not DEFINES.match(behind, end)
            and not _is_there_only(behind, end, displays)
            and (not gradient or _is_lipschitz(kinds))
        ):
            found.append(_as_said(name, kinds, displays, behind=True, gradient=gradient))
    return [each for each in found if each is not None]


def _names_before(display: Display, displays: Sequence[Display]) -> list[Display]:
    """The formulas before one, over "and" and commas, that name functions beside it."""
    found: list[Display] = []
    k = display.number
    while k and displays[k].paragraph == displays[k - 1].paragraph and JOINS.fullmatch(displays[k].prose):
        k -= 1
        found.append(displays[k])
    return found


def _is_there_only(text: str, end: int, displays: Sequence[Display]) -> bool:
    """Whether words behind adjectives restrict them, or name an interval, or a norm of its own."""
    if THERE_ONLY.match(text, end):
        return True
    named = NAMED_BEHIND.match(text, end)
    return named is not None and RESTRICTED.search(displays[int(named[1])].text.text) is not None


def _subject(display: Display) -> tuple[str, bool]:
    r"""The name that a formula is, and whether it is that of a gradient, `\nabla f`."""
    if display.formula.display or len(display.clauses) != 1:
        return "", False
    (clause,) = display.clauses
    node = clause.members[0] if len(clause.members) == 1 else None
    match node:
        case Juxtaposed(items=(Nabla(sub=None, sup=None), inner)):
            return _name(inner, display), True
    return ("" if node is None else _name(node, display)), False


def _member_of_list(display: Display, displays: Sequence[Display]) -> str:
    r"""The member `f_t` that formulas call of a list of functions, `f_1, \dots, f_T`; "" of another formula."""
    listed = display.clauses[0].members[0] if len(display.clauses) == 1 and display.clauses[0].members else None
    if not isinstance(listed, Letters) or not any(isinstance(each, Ellipsis) for each in listed.items):
        return ""
    first = listed.items[0]
    base = first.base if isinstance(first, Scripted) and isinstance(first.sub, Number) else None
    for each in displays[display.number + 1 :] if isinstance(base, Name) else ():
        for row in each.clauses:
            for part in every_part(row):
                match part:
                    case Juxtaposed(
                        items=(Scripted(base=Name(text=text), sub=Name(), sup=None) as member, Fence(), *_)
                    ):
                        if isinstance(base, Name) and text == base.text:
                            return each.text.text[member.start : member.end].strip()
    return ""


def _name(node: Node, display: Display) -> str:
    plain = isinstance(node, Name) or (
        isinstance(node, Scripted)
        and isinstance(node.base, Name)
        and isinstance(node.sub, (Number, Name))
        and node.sup is None
    )
    return display.text.text[node.start : node.end].strip() if plain else ""


def _flat_before(display: Display, displays: Sequence[Display]) -> str:
    """The words of the paragraph before a formula, with ⟨k⟩ for formula k."""
    text, k = MARKUP.sub(" ", display.prose.rsplit("\n", 1)[-1]), display.number
    first = display.number - MOST_BESIDE
    while k > first and k and "\n" not in displays[k].prose and displays[k - 1].paragraph == display.paragraph:
        k -= 1
        text = f"{MARKUP.sub(' ', displays[k].prose.rsplit(chr(10), 1)[-1])}⟨{k}⟩{text}"
    return text


def _flat_after(display: Display, displays: Sequence[Display]) -> str:
    """The words of the paragraph behind a formula, up to a display, with ⟨k⟩ for formula k; over "and $g$" it goes on."""
    text, k = display.after, display.number + 1
    while JOINS.fullmatch(text) and text.strip() and k < len(displays) and _is_beside(displays[k], display):
        text, k = displays[k].after, k + 1
    while k < len(displays) and _is_beside(displays[k], display):
        text, k = f"{text}⟨{k}⟩{displays[k].after}", k + 1
    return ITS_GRADIENT.sub(_with_gradient, MARKUP.sub(" ", text))


def _with_gradient(found: re.Match[str]) -> str:
    """ "Whose gradient is ·-Lipschitz", said as "with ·-Lipschitz gradient"."""
    return f"with {found['constant'] or ''}Lipschitz gradient"


def _is_beside(other: Display, display: Display) -> bool:
    near = other.number - display.number <= MOST_BESIDE
    return near and other.paragraph == display.paragraph and not other.formula.display


def _noun(sentence: str) -> tuple[list[re.Match[str]], str] | None:
    """The kinds in "for a convex and ⟨3⟩-smooth function" at the end of a text, and the text before them; also without the noun,
    "for a convex", where an article leads to them."""
    function = FUNCTION.search(sentence)
    for start in (found.start() for found in KIND.finditer(sentence)):
        kinds, end = _kinds(sentence, start)
        if kinds and end == len(sentence.rstrip()) and (function or ARTICLE.search(sentence[:start])):
            return kinds, sentence[:start]
    return None


def _kinds(text: str, at: int) -> tuple[list[re.Match[str]], int]:
    """The kinds of functions that a list of adjectives names from a place on, and where it ends."""
    found: list[re.Match[str]] = []
    end = at
    while True:
        end += len(text[end:]) - len(text[end:].lstrip())
        if (kind := KIND.match(text, end)) is not None:
            found.append(kind)
        step = kind or FILLER.match(text, end)
        if step is None or step.end() == end:
            return found, len(text[:end].rstrip())
        end = step.end()


def _is_lipschitz(kinds: list[re.Match[str]]) -> bool:
    return len(kinds) == 1 and kinds[0]["kind"].lower() == "lipschitz"


def _as_said(
    name: str, kinds: list[re.Match[str]], displays: Sequence[Display], *, behind: bool, gradient: bool = False
) -> Said | None:
    """What is said of a function; None where a constant is missing."""
    found = []
    for each in kinds:
        kind = re.sub(r"[\s-]+", " ", each["kind"].lower())
        constant = next((each[group] for group in ("before_", "after_") if each[group]), "")
        for group in ("before", "after"):
            if each[group]:
                constant = BOUND.split(displays[int(each[group])].text.text)[0].strip()
        if kind == "lipschitz" and (gradient or each["gradient"]):
            kind = "smooth"
        if kind in ("convex", "differentiable"):
            constant = ""
        elif not constant:
            continue  # "smooth" and no more stays unread
        found.append((kind, constant, each["kind"]))
    if not found:
        return None
    return Said(name, tuple((kind, constant) for kind, constant, _ in found), tuple(w for *_, w in found), behind)
