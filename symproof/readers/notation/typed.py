r"""Names of functions that are typed as letters, `log(x)` and `n det(A)` for `\log(x)` and `n \det(A)`, and names such as `Area`.

Letters side by side are factors. A run of them that is the name of a function, or ends with one, is that function where an
argument follows: brackets, or a space and what is no relation. A capital with at least three small letters behind it, before a
sign, is one name, and so is the name of a Greek letter. A word that joins statements, `x^2 for x > 0`, is a text.
"""

from __future__ import annotations

import re

from symproof.readers.notation.commands import COMMANDS, GREEK

ALWAYS = (
    "arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|cot|log|ln|exp|det|gcd|lcm|max|min|Var|Cov|Corr|var|cov|Log|Exp|trace|"
    "Trace|rank|diag|sgn|sign|argmin|argmax|softmax"
)
BEFORE_CAPITALS = ("tr", "Tr", "Pr")
"""Names as short as a product of two letters: an argument with a capital letter tells them apart."""
WITHOUT_BRACKETS = (
    "sin",
    "cos",
    "tan",
    "log",
    "ln",
    "exp",
    "det",
    "sinh",
    "cosh",
    "tanh",
    "arctan",
    "arcsin",
    "arccos",
)
OPENS = r"(?:\s|\\!)*(?:\\left\s*|\\[bB]igg?l?\s*)?[(\[]"
RUN = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{2,}")
ENDS = re.compile(rf"(?P<before>[A-Za-z]{{0,2}}?)(?P<name>{ALWAYS})")
BRACKET = re.compile(OPENS)
CAPITAL = re.compile(OPENS + r"\s*(?:\\(?:mathbf|boldsymbol|bm|mathrm)\s*\{\s*)?\\?[A-Z]")
BARE = re.compile(r"(?:\s*[_^]|(?:[ ~]|\\[,; ])+(?:[A-Za-z0-9]|\\(?P<spaced>[A-Za-z]+))|\\(?P<command>[A-Za-z]+)|\d)")
ARGUMENTS = frozenset(("name", "frac", "sqrt", "style", "accent", "function", "number"))
WORD = re.compile(r"[A-Z][a-z]{3,}")
SIGN = re.compile(r"\s*(?:[-+=<>*/)&}]|\\(?:leq?|geq?|neq?|approx|cdot|times|\\)(?![A-Za-z])|$)")
LETTERS = frozenset(name for name in GREEK.split() if len(name) > 2 and name.islower())
"""Greek letters that are typed by their names, `eta = B/(rho*sqrt(T))`; those of two letters are products."""
SCRIPT = re.compile(r"\s*[_^]")
JOINING = frozenset(
    ("if", "or", "for", "and", "when", "where", "whenever", "iff", "otherwise", "such", "hence", "thus", "then", "so")
)
"""Words between statements, where they stand alone between a term and another one."""
STANDS_BEHIND = re.compile(r"(?:[A-Za-z0-9)\]}!'|,;.&]|\\[,;!:]|\\q?quad|\\\\)\s+$|[,;&]\s*$")
"""What a word that joins stands behind: no sign that asks for a term."""
LEADS_TO = re.compile(r"\s+(?:\\?[A-Za-z0-9(\[{|]|-\s?[A-Za-z0-9(\\])")
RELATES = re.compile(r"[<>=]|\\(?:leq?|geq?|neq?|in|to|approx|equiv|sim|l|g)(?![A-Za-z])")
REST = re.compile(r"\s*(?:[.,;]\s*)?(?:\\\\|\\end\b|$)")
"""What is behind a word that ends its row, `0 otherwise`."""
INVERSE = frozenset(("asin", "acos", "atan"))
"""A product with a sine, or the inverse of one: nobody can tell."""


def typed(source: str, start: int, end: int) -> dict[int, tuple[str, str, int]]:
    """Where in a formula a name is typed as letters: its kind of token, its text and where it ends."""
    found: dict[int, tuple[str, str, int]] = {}
    for run in RUN.finditer(source, start, end):
        letters, last = run.group(), run.end()
        if letters in JOINING and _joins(source, run.start(), last, start, end):
            found[run.start()] = ("text", letters, last)
            continue
        if letters in BEFORE_CAPITALS:
            if CAPITAL.match(source, last, end):
                found[run.start()] = (*_token(letters), last)
            continue
        if WORD.fullmatch(letters) and SIGN.match(source, last, end):
            found[run.start()] = ("word", letters, last)
            continue
        if letters in LETTERS:
            found[run.start()] = (*COMMANDS["\\" + letters], last)
            continue
        if letters in ("sum", "prod") and SCRIPT.match(source, last, end):
            found[run.start()] = ("big", letters, last)
            continue
        if letters == "sqrt" and BRACKET.match(source, last, end):
            found[run.start()] = ("sqrt", letters, last)
            continue
        parts = ENDS.fullmatch(letters)
        if parts is None or (letters in INVERSE and not BRACKET.match(source, last, end)):
            continue
        name = parts["name"]
        if BRACKET.match(source, last, end):
            at = run.start() if letters in INVERSE else run.start() + len(parts["before"])
            found[at] = ("operator", letters, last) if letters in INVERSE else (*_token(name), last)
        elif letters == name and name in WITHOUT_BRACKETS and (bare := BARE.match(source, last, end)):
            command = bare["spaced"] or bare["command"]
            if not command or COMMANDS.get("\\" + command, ("",))[0] in ARGUMENTS:
                found[run.start()] = (*_token(name), last)
    return found


def _joins(source: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether letters side by side are a word between a term and a statement, or behind the last term of a row."""
    if STANDS_BEHIND.search(source, max(start, first - NEAR), first) is None:
        return False
    if source[first:last] == "otherwise":
        return REST.match(source, last, end) is not None
    if LEADS_TO.match(source, last, end) is None:
        return False
    row = source[last:end].partition("\\\\")[0]
    return RELATES.search(row) is not None and RELATES.search(source, start, first) is not None


NEAR = 12
"""How many signs before a word tell what it stands behind."""


def _token(name: str) -> tuple[str, str]:
    kind, text = COMMANDS.get("\\" + name, ("operator", name))
    return (kind, text) if kind in ("function", "big") else ("operator", name)
