r"""Macros of the author: `\newcommand`, `\renewcommand`, `\providecommand`, `\def` and `\DeclareMathOperator`, expanded.

A definition holds from where it stands on. Expansion is bounded in depth and in size, so that a macro which calls itself
ends in a message. Limits: no parameters with delimiters of their own (`\def\f(#1){..}`), no groups that end a definition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from symproof.readers.document.finding.located import Located, join

DEEPEST = 40
LARGEST = 20_000
"""How long a formula may become by expansion, beside what it was."""
DEFINING = re.compile(
    r"\\(?:(?P<new>newcommand|renewcommand|providecommand|DeclareMathOperator)(?P<star>\*?)|(?P<def>def|gdef|edef|let))(?![A-Za-z])\s*"
)
NAME = re.compile(r"\{\s*\\([A-Za-z]+|[^A-Za-z\s])\s*\}|\\([A-Za-z]+|[^A-Za-z\s])")
CALL = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
PARAMETERS = re.compile(r"((?:\s*#[1-9])*)\s*(?=\{)")
ARGUMENT = re.compile(r"#([1-9])")
KEPT = frozenset("()[]{}$\\&,;:! ")
"""Signs that, after a backslash, are the reader's own, whatever a document makes of them."""


class EndlessMacro(ValueError):
    """A macro that expands without end; `offset` is where it is called."""

    def __init__(self, name: str, offset: int) -> None:
        super().__init__(rf"\{name} expands without end")
        self.name, self.offset = name, offset


@dataclass(frozen=True, slots=True)
class Macro:
    """A definition: how many arguments, the value of the first where it may be left out, and the text."""

    name: str
    arguments: int
    default: str | None
    body: str
    offset: int


USUAL = {
    name: Macro(name, body.count("#"), None, body, 0)
    for name, body in {
        **{name: rf"\mathbb{{{name[0]}}}" for letter in "RNZQCEP" for name in (letter, 2 * letter)},
        **{name: rf"\operatorname{{{name}}}" for name in ("Var", "Cov", "var", "cov", "sgn", "sign")},
        **{name: rf"\operatorname{{{name}}}" for name in ("tr", "Tr", "trace", "rank", "diag")},
        **{name: rf"\operatorname*{{{name}}}" for name in ("argmin", "argmax")},
        "Prob": r"\mathbb{P}", "eps": r"\varepsilon", "grad": r"\nabla", "given": r"\mid", "dd": r"\mathrm{d}",
        "Bbb": r"\mathbb{#1}", "norm": r"\left\|#1\right\|", "abs": r"\left|#1\right|", "set": r"\left\{#1\right\}",
        "floor": r"\lfloor#1\rfloor", "ceil": r"\lceil#1\rceil", "inner": r"\langle#1\rangle",
        "dv": r"\frac{d}{d#1}", "pdv": r"\frac{\partial}{\partial#1}",
        "pqty": r"\left(#1\right)", "bqty": r"\left[#1\right]", "Bqty": r"\left\{#1\right\}", "vqty": r"\left|#1\right|",
        "qq": r"\quad\text{#1}\quad", "absolutevalue": r"\left|#1\right|", "evaluated": r"\left.#1\right|",
        **{f"q{word}": rf"\quad\text{{{word}}}\quad " for word in ("if", "and", "or", "else", "for", "where", "given")},
        "bbR": r"\mathbb{R}", "bbN": r"\mathbb{N}", "bbZ": r"\mathbb{Z}", "bbE": r"\mathbb{E}", "bbP": r"\mathbb{P}",
    }.items()
}  # fmt: skip
"""Macros of packages, and of headers that are not at hand, which documents use without a definition."""
USUAL_OF_TWO = {
    name: Macro(name, 2, None, body, 0)
    for name, body in (
        ("inner", r"\langle#1, #2\rangle"), ("ip", r"\langle#1, #2\rangle"), ("dv", r"\frac{d#1}{d#2}"),
        ("pdv", r"\frac{\partial#1}{\partial#2}"),
    )
}  # fmt: skip
"""The same, where two groups in braces follow."""


def group_end(text: str, start: int) -> int:
    r"""The offset after the brace that closes the one at `start`; -1 where none does.

    >>> group_end(r"{a\\}{b}c}", 0), group_end("{a", 0)
    (5, -1)
    """
    depth, at = 0, start
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 2
            continue
        depth += (sign == "{") - (sign == "}")
        at += 1
        if depth == 0:
            return at
    return -1


def read_definition(text: str, at: int) -> tuple[Macro | None, int] | None:
    r"""The definition that starts at `at` and where it ends; no macro where it is of a kind that is not read.

    None where no definition starts there.

    >>> read_definition(r"\newcommand{\sq}[1]{#1^2}.", 0)
    (Macro(name='sq', arguments=1, default=None, body='#1^2', offset=0), 25)
    """
    found = DEFINING.match(text, at)
    if found is None:
        return None
    name = NAME.match(text, found.end())
    if name is None:
        return None
    word, place = name[1] or name[2], name.end()
    if found["def"] == "let":
        other = re.compile(r"\s*=?\s*\\([A-Za-z]+)").match(text, place)
        return (Macro(word, 0, None, "\\" + other[1], at), other.end()) if other else None
    if found["def"]:
        parameters = PARAMETERS.match(text, place)
        if parameters is None:
            brace = text.find("{", place, place + 200)
            end = group_end(text, brace) if brace >= 0 else -1
            return (None, end) if end >= 0 else None
        end = group_end(text, parameters.end())
        body = text[parameters.end() + 1 : end - 1]
        return (Macro(word, parameters[1].count("#"), None, body, at), end) if end >= 0 else None
    read = read_body(text, place, word, at)
    if read is not None and found["new"] == "DeclareMathOperator":
        operator = rf"\operatorname{found['star']}{{{read[0].body}}}"
        return (
            read if "\\math" in read[0].body else (replace(read[0], body=operator), read[1])
        )  # \mathbb{E} is one already
    return read


def read_body(text: str, at: int, word: str, offset: int) -> tuple[Macro, int] | None:
    r"""The definition whose number of arguments, default and body begin at a place, and where it ends.

    >>> read_body("[2][a]{#1 + #2}.", 0, "plus", 0)
    (Macro(name='plus', arguments=2, default='a', body='#1 + #2', offset=0), 15)
    """
    arguments, default, place = 0, None, _skip_space(text, at)
    for which in (0, 1):
        if place < len(text) and text[place] == "[":
            close = text.find("]", place)
            if close < 0:
                return None
            inside = text[place + 1 : close].strip()
            if which == 0 and not inside.isdigit():
                return None
            arguments, default = (int(inside), None) if which == 0 else (arguments, inside)
            place = _skip_space(text, close + 1)
    if place >= len(text) or text[place] != "{":
        return None
    end = group_end(text, place)
    return (Macro(word, arguments, default, text[place + 1 : end - 1], offset), end) if end >= 0 else None


def find_definitions(text: str) -> list[Macro]:
    """All definitions of a text, in order."""
    macros, at = [], 0
    while (found := DEFINING.search(text, at)) is not None:
        read = read_definition(text, found.start())
        at = found.end() if read is None else read[1]
        if read is not None and read[0] is not None:
            macros.append(read[0])
    return macros


def expand(formula: Located, macros: dict[str, Macro], room: int = LARGEST) -> Located:
    """The formula with its definitions taken out and its macros expanded, by which it may grow as long as there is `room`.

    Raises:
        EndlessMacro: one that calls itself, or grows beyond any use.
    """
    macros = {name: macro for name, macro in (USUAL_OF_TWO | USUAL).items() if rf"\{name}" in formula.text} | macros
    if "\\" not in formula.text or (not macros and DEFINING.search(formula.text) is None):
        return formula
    return _expand(formula, macros, 0, [room + len(formula.text)])


def _expand(text: Located, macros: dict[str, Macro], depth: int, left: list[int]) -> Located:
    parts: list[Located] = []
    at = copied = 0
    while (found := CALL.search(text.text, at)) is not None:
        at = found.end()
        defined = read_definition(text.text, found.start())
        if defined is not None:
            parts.append(text[copied : found.start()])
            at = copied = defined[1]
            continue
        macro = macros.get(found[1])
        if macro is USUAL.get(found[1]) and found[1] in USUAL_OF_TWO and _two_groups(text.text, at):
            macro = USUAL_OF_TWO[found[1]]
        if macro is None or (len(found[1]) == 1 and found[1] in KEPT):
            continue
        call = text.origin(found.start())
        if depth >= DEEPEST:
            raise EndlessMacro(macro.name, call)
        arguments, end = call_arguments(text, at, macro)
        if arguments is None:
            continue
        body = filled(macro, arguments, call)
        left[0] -= len(body)
        if left[0] < 0:
            raise EndlessMacro(macro.name, call)
        parts += [text[copied : found.start()], _expand(body, macros, depth + 1, left)]
        follows = text.text[end : end + 1]
        if parts[-1].text[-1:].isalpha() and follows.isalpha() and re.search(r"\\[A-Za-z]+$", parts[-1].text):
            parts.append(Located.whole(" ", call))  # or the letter would go into the command before it
        at = copied = end
    parts.append(text[copied:])
    return join(parts)


def _two_groups(text: str, at: int) -> bool:
    """Whether two groups in braces stand at a place."""
    place = _skip_space(text, at)
    end = group_end(text, place) if text[place : place + 1] == "{" else -1
    return end >= 0 and text[_skip_space(text, end) :][:1] == "{"


def call_arguments(text: Located, at: int, macro: Macro) -> tuple[list[Located] | None, int]:
    """The arguments of a call and where it ends; None where they are not there."""
    arguments: list[Located] = []
    for number in range(macro.arguments):
        place = _skip_space(text.text, at)
        if number == 0 and macro.default is not None:
            close = text.text.find("]", place) if text.text[place : place + 1] == "[" else -1
            arguments.append(
                text[place + 1 : close] if close >= 0 else Located.whole(macro.default, text.origin(place))
            )
            at = close + 1 if close >= 0 else at
            continue
        sign = text.text[place : place + 1]
        if sign in ("", "}"):
            return None, at
        if sign == "{":
            end = group_end(text.text, place)
            if end < 0:
                return None, at
            arguments.append(text[place + 1 : end - 1])
        elif sign == "\\" and (command := CALL.match(text.text, place)) is not None:
            end = command.end()
            arguments.append(text[place:end])
        else:
            end = place + 1
            arguments.append(text[place:end])
        at = end
    return arguments, at


def filled(macro: Macro, arguments: list[Located], call: int) -> Located:
    """The text of a macro with the arguments of a call."""
    parts: list[Located] = []
    at = 0
    for found in ARGUMENT.finditer(macro.body):
        parts.append(Located.whole(macro.body[at : found.start()], call))
        if int(found[1]) <= len(arguments):
            parts.append(arguments[int(found[1]) - 1])
        at = found.end()
    parts.append(Located.whole(macro.body[at:], call))
    return join(parts)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at
