r"""LaTeX formulas as MathML, through latex2mathml: this is its door.

The library reads every command that `formula.read` accepts, some of them poorly: fences that are no fences, an
operator name with a star, alphabets that MathML Core dropped. So a formula is put in the form that the library
reads well, and its answer is corrected by what browsers draw.
"""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

from latex2mathml.converter import convert

BEFORE = (
    (
        re.compile(r"\\operatorname\*?\{arg\\,min\}_\{((?:[^{}]|\{[^{}]*\})*)\}"),
        r"\\underset{\1}{\\mathrm{arg}\\,\\mathrm{min}}\\,",
    ),
    (re.compile(r"\\operatorname\*\{"), r"\\operatorname{"),
    (re.compile(r"\\arg(?![A-Za-z])"), r"\\operatorname{arg}"),
    (re.compile(r"\\!\s*\\left"), r"\\left"),
    (re.compile(r"\\[bB]igg?[lrm]?\s*(?=\\[lr](?:angle|[vV]ert|floor|ceil)(?![A-Za-z]))"), ""),
    (re.compile(r"(?<!\\left)(\\(?:langle|lVert|lvert|lfloor|lceil)(?![A-Za-z]))"), r"\\left\1"),
    (re.compile(r"(?<!\\right)(\\(?:rangle|rVert|rvert|rfloor|rceil)(?![A-Za-z]))"), r"\\right\1"),
    (re.compile(r"\\mathrm\{([A-Za-z])\}"), r"\\text{\1}"),
)
"""What is written for LaTeX, and what the library reads as the same."""
SPACED = re.compile(r"([A-Za-z0-9}]) \\left([(\[])")
OPERATORS = frozenset("\u27f9\u27fa\u2200\u2203\u00ac\u223c\u27c2\u2026:")
TALL = frozenset(("mfrac", "munderover", "munder", "msqrt", "mover"))
SCRIPTED = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))
FACTORS = SCRIPTED | {"mi", "mn", "mfrac", "msqrt"}
FUNCTIONS = frozenset(
    ("cos", "cosh", "cot", "det", "exp", "inf", "ln", "log", "max", "min", "sin", "sinh", "sup", "tan")
)
LIMITS = frozenset(("lim", "max", "min", "sup", "inf"))
"""What stands under these on a line of its own stands below them."""
BIG = frozenset("\u2211\u220f")
ADDITIVE = frozenset("+\u2212")
RELATING = frozenset("=<>,:\u2260\u2264\u2265\u2208\u27f9\u27fa\u2248\u2261")
FENCES = {r"\|": "\u2016", r"\Vert": "\u2016", r"\vert": "|", r"\{": "{", r"\}": "}", r"\lbrace": "{", r"\rbrace": "}"}
"""What the library leaves as it is behind `\\big`."""
VARIANTS = {
    "bold": "BOLD", "bold-italic": "BOLD ITALIC", "sans-serif": "SANS-SERIF", "monospace": "MONOSPACE",
    "script": "SCRIPT", "double-struck": "DOUBLE-STRUCK",
}  # fmt: skip
NAMESPACE = "http://www.w3.org/1998/Math/MathML"


def mathml(latex: str, *, display: bool = False) -> str:
    r"""A formula as a `math` element that stands in a line; with `display`, set as large as on a line of its own.

    >>> mathml("a < b")
    '<math><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>'
    """
    text = SPACED.sub(r"\1 \\,\\left\2", latex)
    for pattern, better in BEFORE:
        text = pattern.sub(better, text)
    root = ElementTree.fromstring(_named(convert(text, display="block" if display else "inline")))
    root.attrib.clear()
    if display:
        root.set("displaystyle", "true")
    for element in list(root.iter()):
        _correct(element)
        _free_tall_brackets(element)
        if element.tag in SCRIPTED:
            _tighten(element)
        if display and element.tag == "msub" and element[0].text in LIMITS:
            element.tag = "munder"
    return ElementTree.tostring(root, encoding="unicode")


def _named(xml: str) -> str:
    """The library's answer with its namespace taken off, which an HTML page does not need."""
    return xml.replace(f' xmlns="{NAMESPACE}"', "", 1)


def _correct(element: ElementTree.Element) -> None:
    if element.tag == "mrow":
        _join_words(element)
        _drop_spaces(element)
        _set_off_functions(element)
        _place_signs(element)
        _pair_bars(element)
    elif element.tag == "mi" and element.text in OPERATORS:
        element.tag = "mo"
    elif element.tag == "mo" and element.text in FENCES:
        element.text = FENCES[element.text]
    elif element.tag == "mo" and element.text == "/":
        element.attrib |= {"lspace": "0", "rspace": "0"}
    elif element.tag == "mspace" and element.get("width") == "negativethinmathspace":
        element.set("width", "-0.167em")
    variant = element.get("mathvariant")
    if variant in VARIANTS and element.text:
        element.text = "".join(_alphabet(char, VARIANTS[variant]) for char in element.text)
        del element.attrib["mathvariant"]
    fenced = element.tag == "mrow" and len(element) and element[0].get("fence") == "true"
    if fenced and not any(child.tag in TALL for child in element.iter()):
        for fence in (element[0], element[-1]):
            fence.set("stretchy", "false")


def _tighten(element: ElementTree.Element) -> None:
    """Signs in scripts stand without the spaces that they have on the line, as TeX sets them; but commas and words, `mod`."""
    for script in list(element)[1:]:
        for sign in script.iter("mo"):
            if sign.text != "," and not (sign.text or "").isalpha():
                sign.attrib |= {"lspace": "0", "rspace": "0"}


def _free_tall_brackets(element: ElementTree.Element) -> None:
    """A bracket of a fixed size is not drawn tall under a script; the script stands on a strut after it instead."""
    for place, child in reversed(list(enumerate(element))):
        if child.tag in SCRIPTED and child[0].tag == "mo" and child[0].get("minsize"):
            bracket = child[0]
            child[0] = ElementTree.Element("mspace", {"width": "0", "height": "1.1em", "depth": "0.6em"})
            element.insert(place, bracket)


def _join_words(row: ElementTree.Element) -> None:
    """Upright letters side by side are one word, and drawn as one."""
    word: ElementTree.Element | None = None
    for child in list(row):
        if child.tag == "mi" and child.get("mathvariant") == "normal":
            if word is None:
                word = child
                continue
            word.text = (word.text or "") + (child.text or "")
            row.remove(child)
        else:
            word = None


def _drop_spaces(row: ElementTree.Element) -> None:
    """A big operator brings its own space, so that the one written for LaTeX after it is too much."""
    for before, child in list(zip(row, list(row)[1:], strict=False)):
        if child.tag == "mspace" and before.tag in SCRIPTED and before[0].text in BIG:
            row.remove(child)


def _set_off_functions(row: ElementTree.Element) -> None:
    """A function's name stands a thin space after a factor, and before its argument without brackets, as TeX sets it."""
    for place, (before, child) in reversed(list(enumerate(zip(row, list(row)[1:], strict=False), start=1))):
        name = child[0] if child.tag in SCRIPTED else child
        factor = before.tag in FACTORS or (before.tag == "mo" and before.text in (")", "]", "!"))
        if factor and name.tag == "mi" and name.text in FUNCTIONS and before.text not in FUNCTIONS:
            row.insert(place, ElementTree.Element("mspace", {"width": "0.167em"}))
        called = before[0] if before.tag in SCRIPTED else before
        if called.tag == "mi" and called.text in FUNCTIONS and child.tag in FACTORS and name.text not in FUNCTIONS:
            row.insert(place, ElementTree.Element("mspace", {"width": "0.167em"}))


def _place_signs(row: ElementTree.Element) -> None:
    """A sign after a relation or a comma belongs to what follows it; a relation that leads a line relates all the same."""
    before: ElementTree.Element | None = None
    for child in row:
        if child.tag == "mo" and child.text in ADDITIVE and before is not None and _relates(before):
            child.set("form", "prefix")
        elif child.tag == "mo" and before is None and _relates(child) and child.text != ",":
            child.set("form", "infix")
        before = child


def _pair_bars(row: ElementTree.Element) -> None:
    """A bar where an operand begins opens, and the next one closes: they stand close to what they hold."""
    before: ElementTree.Element | None = None
    open_bar: ElementTree.Element | None = None
    for child in row:
        if child.tag == "mo" and child.text == "|":
            if open_bar is not None:
                open_bar.set("form", "prefix")
                child.set("form", "postfix")
                open_bar = None
            elif before is None or (before.tag == "mo" and before.text not in (")", "]", "!", "|")):
                open_bar = child
        before = child


def _relates(element: ElementTree.Element) -> bool:
    return element.tag == "mo" and element.text in RELATING


def _alphabet(char: str, variant: str) -> str:
    """A letter of a mathematical alphabet as the character that Unicode has for it."""
    name = unicodedata.name(char, "")
    words = name.split()
    if words[:1] in (["LATIN"], ["GREEK"]) and len(words) == 4:
        wanted = f"MATHEMATICAL {variant} {words[1]} {words[-1]}"
    elif words[:1] == ["DIGIT"]:
        wanted = f"MATHEMATICAL {variant.replace(' ITALIC', '')} DIGIT {words[-1]}"
    else:
        return char
    for known in (wanted, wanted.removeprefix("MATHEMATICAL ")):  # script B and double-struck R came first
        try:
            return unicodedata.lookup(known)
        except KeyError:
            continue
    return char
