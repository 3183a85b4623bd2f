"""One exported derivation: its statements are made again from the chain that the sheet shows, its proofs are followed.

A step of a chain claims `last member, relation, next member`, and the whole claims what the relations compose to; a
derivation that is no chain claims its statements one by one, and as a whole the last. What a step cites is looked up among
the derivations that are read together, each of which stands on its own proof.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from .build import make, read
from .certificates import read_certificate, require
from .leaves import Trust
from .rules import Lemma, check_names, prove
from .terms import NAMED, Node, Reject, children, show, sort

FORMAT = "symproof certificates 1"
KEYS = {"format", "id", "title", "given", "given_latex", "start", "steps", "claim", "claim_latex", "trusts", "digest"}
STEP_KEYS = {"relation", "right", "latex", "certificate", "cites", "trusts", "by"}
SIGNS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "iff": r"\iff", "implies": r"\implies"}
COMPOSED = {"iff": {"iff": "iff", "implies": "implies"}, "implies": {"iff": "implies", "implies": "implies"}}
for _kinds in (("=", "<=", "<"), ("=", ">=", ">")):
    for _k in _kinds:
        COMPOSED.setdefault(_k, {}).update({_m: max(_k, _m, key=_kinds.index) for _m in _kinds})
COMPOSED["="]["!="] = "!="
COMPOSED["!="] = {"=": "!="}
"""a R b and b S c give a COMPOSED[R][S] c."""


class Checked(NamedTuple):
    """A derivation that is accepted: what it states, what that rests on, and its steps in words."""

    lemma: Lemma
    steps: tuple[str, ...]


class Library:
    """Exported derivations by their ids, each checked once."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self.documents = documents
        self._done: dict[str, Checked] = {}
        self._open: list[str] = []

    def check(self, id: str) -> Checked:
        """What a derivation states.

        Raises:
            Reject: it is not proved by its certificates.
        """
        if id not in self._done:
            require(id in self.documents, f"{id} is cited and is not among the files")
            require(id not in self._open, f"{' cites '.join([*self._open, id])}: a circle")
            self._open.append(id)
            try:
                self._done[id] = self._checked(self.documents[id])
            except (TypeError, ValueError, KeyError, AttributeError) as error:  # a field of another kind
                raise Reject(f"the file is ill-formed: {error}") from None
            finally:
                self._open.pop()
        return self._done[id]

    def _checked(self, data: Any) -> Checked:
        require(isinstance(data, dict) and set(data) == KEYS, "the file has not the fields of a derivation")
        require(data["format"] == FORMAT, f"the format is {data['format']!r}, not {FORMAT!r}")
        require(data["digest"] == digest(data), "the file was changed: its digest is another")
        given = tuple(_statement(item) for item in _list(data["given"]))
        start = None if data["start"] is None else read(data["start"])
        steps = _list(data["steps"])
        require(bool(steps), "it has no step")
        claims = _claims(start, steps)
        claim = claims[-1] if start is None else _joined(start, steps, claims)
        require(_statement(data["claim"]) == claim, "the claim is not what the steps show together")
        check_names((*given, claim))
        for prop, latex in zip(given, _list(data["given_latex"]), strict=True):
            _check_shown(latex, prop)
        _check_shown(data["claim_latex"], claim)
        trusts: Trust = frozenset()
        last: Trust = frozenset()
        for step, statement in zip(steps, claims, strict=True):
            _check_shown(step["latex"], statement, SIGNS[step["relation"]] if step["relation"] else "")
            lemmas = tuple(self.check(cited).lemma for cited in _list(step["cites"]))
            last = prove(given, statement, read_certificate(step["certificate"]), lemmas)
            require(sorted(last) == step["trusts"], f"{show(statement)} rests on {sorted(last)}, not {step['trusts']}")
            trusts |= last
        trusts = last if claims[-1] == claim else trusts  # the last step may show all that is claimed
        require(sorted(trusts) == data["trusts"], f"it rests on {sorted(trusts)}, and {data['trusts']} is said")
        return Checked(Lemma(given, claim, trusts), tuple(map(show, claims)))


def digest(data: Mapping[str, Any]) -> str:
    """A digest of all fields but itself: it shows that a file was damaged, not that nobody forged it."""
    rest = {key: value for key, value in data.items() if key != "digest"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _list(value: Any) -> list[Any]:
    require(isinstance(value, list), f"{str(value)[:40]} is no list")
    return value  # type: ignore[no-any-return]


def _statement(data: Any) -> Node:
    node = read(data)
    require(sort(node) == "prop", f"{show(node)} is no statement")
    return node  # type: ignore[no-any-return]


def _claims(start: Any, steps: list[Any]) -> list[Node]:
    """What each step claims."""
    claims: list[Node] = []
    for step in steps:
        require(isinstance(step, dict) and set(step) == STEP_KEYS, "a step has not the fields of a step")
        right = read(step["right"])
        if start is None:
            require(step["relation"] == "" and sort(right) == "prop", "a step claims no statement")
            claims.append(right)
            continue
        claims.append(_related(step["relation"], start, right))
        start = right
    return claims


def _related(kind: Any, left: Node, right: Node) -> Node:
    """The statement that two members of a chain stand in a relation."""
    if kind in ("iff", "implies"):
        require(sort(left) == sort(right) == "prop", f"{kind} relates statements")
        return ("Iff" if kind == "iff" else "Implies", left, right)
    require(kind in SIGNS, f"{kind!r} is no relation")
    return make("Relation", kind, left, right)


def _joined(start: Node, steps: list[Any], claims: list[Node]) -> Node:
    """What a chain shows, from its first member to its last."""
    kind = steps[0]["relation"]
    for step in steps[1:]:
        composed = COMPOSED.get(kind, {}).get(step["relation"])
        require(composed is not None, f"{step['relation']} after {kind} relates nothing")
        kind = composed
    return claims[0] if len(steps) == 1 else _related(kind, start, read(steps[-1]["right"]))


# What the sheet shows -----------------------------------------------------------------------------

HIDDEN = ("EntryLaw", "MatrixVariable", "ResidueVariable", "Sequence", "Cyclic", "Interval")
"""What is written by its name alone: its index sets and entries are not on the line."""


COMMANDS = re.compile(r"\\(?:begin|end|text|operatorname\*?|mathbb|mathcal|mathrm)\s*\{[^{}]*\}|\\[a-zA-Z]+")
POWER_OF_TEN = re.compile(r"\s*\\times\s*10\^(?:\{(-?\d+)\}|(\d))")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:↑(-?\d+))?")
SYMBOLS = set("dOT")
"""Of derivatives, rates and transposes."""
GREEK = re.compile(
    "alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|iota|kappa|lambda|mu|nu|xi|(?:var)?pi|(?:var)?rho|(?:var)?sigma|"
    "tau|upsilon|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|hbar|infty|nabla"
)
"""Words that are written as commands."""
PIECE = re.compile(r"[A-Za-z]{2,}|.", re.DOTALL)


def _check_shown(latex: Any, node: Node, sign: str = "") -> None:
    """Reject a line of LaTeX that shows another relation, a letter or a number that is not in its statement, or leaves a
    letter out. (How they are put together is for a reader to compare; `--show` prints what was checked.)"""
    require(isinstance(latex, str), "a line of LaTeX is text")
    require(not sign or sign in latex, f"the line shows no {sign}")
    visible, names, numbers = _words(node)
    rest, shown = POWER_OF_TEN.sub(r"↑\1\2", latex), set()
    for spelled in (True, False):  # names with commands and words, and then those of single signs
        for name in sorted((name for name in names if _is_spelled(name) == spelled), key=len, reverse=True):
            rest, times = re.subn(_as_written(name), " ", rest)
            shown |= {name} if times else set()
        rest = COMMANDS.sub(" ", rest)
    hidden = {name for name in visible - shown if not any(name in other for other in shown)}
    require(not hidden, f"the line does not show {', '.join(sorted(hidden))}")
    for digits, power in NUMBER.findall(rest):
        value = Fraction(digits) * Fraction(10) ** int(power or 0)
        require(value in numbers, f"the line shows {digits}, which is not in {show(node)}")
    left = {sign for sign in rest if sign.isalpha()} - SYMBOLS
    require(not left, f"the line shows {', '.join(sorted(left))}, which is not in {show(node)}")


def _is_spelled(name: str) -> bool:
    """Whether a name is written with a command or a word in it."""
    return "\\" in name or not name.isascii() or re.search("[A-Za-z]{2}", name) is not None


def _as_written(name: str) -> str:
    """The pattern of a name in LaTeX, in which braces and spaces do not count: `x1` is x_{1} there, and `max` a word in roman."""
    loose = r"[{}\s]*"
    if "\\" in name:
        return loose.join(re.escape(c) for c in re.sub(r"[{}\s]", "", name)) + "(?![a-zA-Z])"
    pieces, before = list[str](), ""
    for piece in PIECE.findall(re.sub(r"[{}\s]", "", name.rstrip("_"))):
        if len(piece) > 1:
            command = rf"|\\{piece}(?![a-zA-Z])" if GREEK.fullmatch(piece) else ""
            pieces.append(rf"(?:\\mathrm\{{{piece}\}}{command}|(?<![a-zA-Z\\]){loose.join(piece)}(?![a-zA-Z]))")
        elif words := re.fullmatch(
            r"GREEK (SMALL|CAPITAL) LETTER (\w+)", unicodedata.name(piece, "").replace("LAMDA", "LAMBDA")
        ):
            pieces.append(rf"\\{words[2].lower() if words[1] == 'SMALL' else words[2].capitalize()}(?![a-zA-Z])")
        else:
            mark = "_?" if piece.isdigit() and before.isalpha() else r"\^?" if piece == "*" else ""
            pieces.append(mark + loose + re.escape(piece))
        before = piece
    return loose.join(pieces)


def _words(node: Node) -> tuple[set[str], set[str], set[Fraction]]:
    """The names that a line must show, those that it may show, and the numbers: 0, 1, 2 may be written besides."""
    visible: set[str] = set()
    names: set[str] = set()
    numbers = {Fraction(k) for k in (0, 1, 2)}
    waiting = [(node, True)]
    while waiting:
        item, seen = waiting.pop()
        if item[0] in (*NAMED, "EntryLaw"):
            names.add(item[1])
            visible |= {item[1]} if seen else set()
        if item[0] in ("Number", "ResidueNumber"):
            value = Fraction(item[1])
            numbers |= {abs(value), Fraction(abs(value.numerator)), Fraction(value.denominator)}
        if item[0] == "Identity":
            names.add("I")
        if item[0] == "Approx":
            digits, _, power = item[2].lower().lstrip("+-").partition("e")
            numbers.add(Fraction(digits) * Fraction(10) ** int(power or 0))
        seen = seen and item[0] not in HIDDEN
        waiting += [(part, seen) for field in item[1:] for part in children(field)]
    return visible, names, numbers
