r"""Moduli that words name: "$a \equiv b$ (mod 4)", `a \equiv b \; (\text{mod } n)`, "working modulo 7, $3^2 \equiv 2$".

A formula gets the modulus written out as `\pmod{4}`. A sign of congruence for which nothing names one says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from symproof.readers.document.finding.items import Break, Formula, Item, Words
from symproof.readers.document.finding.located import Located, join

NAMED = re.compile(r"(?:\b|\\[bp])mod(?:ulo|ul)?\b|\bcongruen", re.IGNORECASE)
SIGN = re.compile(r"\\(?:not\s*\\)?n?equiv(?![A-Za-z])|≡|≢")
RELATION = re.compile(r"=|<|>|\\(?:n?equiv|leq?|geq?|neq?|in|mid|implies|iff|to|Rightarrow)(?![A-Za-z])|[≡≢≤≥≠∣]")
BEHIND = re.compile(r"[\s,]*(?P<open>[(\[])?\s*mod(?:ulo)?\.?\s*(?P<modulus>\d+\b)?(?P<close>\s*[)\]])?", re.IGNORECASE)
CLOSES = re.compile(r"\s*[)\]]")
ENDS = re.compile(r"\bmod(?:ulo)?\s*$", re.IGNORECASE)
MODULUS = re.compile(r"\bmod(?:ulo)?\.?\s+(\d+)\b", re.IGNORECASE)
SPACE = r"(?:\s|~|\\[,;:!> ]|\\q?quad(?![A-Za-z]))*"
WRITTEN = re.compile(
    rf"{SPACE}[(\[]{SPACE}(?:\\(?:text|textrm|mathrm|operatorname|rm|mbox)\s*\{{\s*mod(?:ulo)?\s*\}}|mod(?:ulo)?(?![A-Za-z])|\\mod(?![A-Za-z])){SPACE}"
    rf"(?P<inside>[^()\[\]]+?){SPACE}[)\]]|"
    rf"{SPACE}\\(?:text|textrm|mathrm|mbox)\s*\{{\s*[(\[]?\s*mod(?:ulo)?\.?\s+(?P<said>\w+)\s*[)\]]?\s*\}}"
)
r"""A modulus inside of a formula that is spelled as words, `(\text{mod } 4)`, `(mod 4)`, `\text{ (mod 4)}`."""
RESIDUE = re.compile(r"-?\d+(?:\s*,\s*-?\d+)*\s*(?:[\\({,;\s]*(?:(?:text|mathrm|quad)\W*)*[bp]?mod[^=]*)?")
JOINED = re.compile(r"[\s,]*(?:or|and)?[\s,]*", re.IGNORECASE)
OWN = re.compile(r"\\[bp]?mod(?![A-Za-z])\s*(?:\{\s*(\w+)\s*\}|(\w))")


def with_moduli(items: Sequence[Item]) -> Sequence[Item]:
    """The items of a document with the moduli that words name in the formulas; as they are where nothing is congruent.

    >>> text = [Formula(Located(r"n^2 \\equiv 1"), 0, 10), Words(Located(" (mod 8), as n is odd"))]
    >>> [each.latex.text if isinstance(each, Formula) else each.text.text for each in with_moduli(text)]
    ['n^2 \\\\equiv 1\\\\pmod{8}', ', as n is odd']
    """
    said = [item.text.text for item in items if isinstance(item, Words)]
    formulas = [item.latex.text for item in items if isinstance(item, Formula)]
    if not any(map(NAMED.search, (*said, *formulas))):
        return items
    counted = any(map(OWN.search, formulas)) or any(map(MODULUS.search, said)) or any(map(ENDS.search, said))
    return list(_written(_attached(items), needed=counted))


def _attached(items: Sequence[Item]) -> list[Item]:
    """A modulus in words behind a formula becomes a part of it, "$a = b$ (mod $n$)" in a formula of its own too."""
    found: list[Item] = []
    for item in items:
        last, before = found[-1:], found[-3:-1]
        if isinstance(item, Words) and last and isinstance(last[0], Formula) and RELATION.search(last[0].latex.text):
            behind = BEHIND.match(item.text.text)
            if behind is not None and behind["modulus"] and bool(behind["open"]) == bool(behind["close"]):
                found[-1] = _with_modulus(last[0], behind["modulus"])
                item = Words(item.text[behind.end() :])
        elif isinstance(item, Words) and len(before) == 2 and isinstance(last[0], Formula):
            formula, words = before
            if isinstance(formula, Formula) and isinstance(words, Words) and RELATION.search(formula.latex.text):
                behind = BEHIND.fullmatch(words.text.text)
                closes = CLOSES.match(item.text.text) if behind is not None and behind["open"] else None
                plain = RELATION.search(last[0].latex.text) is None
                if behind is not None and not behind["modulus"] and plain and bool(behind["open"]) == bool(closes):
                    found[-3:] = [_with_modulus(formula, last[0].latex.text.strip())]
                    item = Words(item.text[closes.end() if closes else 0 :])
        elif isinstance(item, Formula) and len(found) > 1 and RESIDUE.fullmatch(item.latex.text.strip()):
            formula, words = found[-2:]
            if (
                isinstance(formula, Formula)
                and isinstance(words, Words)
                and JOINED.fullmatch(words.text.text)
                and SIGN.search(formula.latex.text)
                and OWN.search(formula.latex.text) is None
            ):
                comma = Located.whole(", ", formula.end)
                del found[-2:]
                item = replace(item, latex=join([formula.latex, comma, item.latex]), start=formula.start)
        found.append(item)
    return found


def _written(items: Sequence[Item], *, needed: bool) -> Iterator[Item]:
    """The formulas, each congruence with a modulus: its own, or else the last that was named in its part. Where moduli are
    `needed` one without any is not read: it is no equation."""
    named, asked = "", False
    for item in items:
        if isinstance(item, Break) and item.kind == "heading":
            named = ""
            named = next((each[1] for each in MODULUS.finditer(item.name)), "")
        if isinstance(item, Words):
            named = next((each[1] for each in reversed(list(MODULUS.finditer(item.text.text)))), named)
            asked = ENDS.search(item.text.text) is not None
        if isinstance(item, Formula):
            text = item.latex.text
            if asked and RELATION.search(text) is None:
                named = text.strip().rstrip(".,;")
            if RELATION.search(text):
                item = _spelled(item)
                own = [each[1] or each[2] for each in OWN.finditer(item.latex.text)]
                if own:
                    named = own[-1]
                elif SIGN.search(text) and named:
                    item = _with_modulus(item, named)
                elif SIGN.search(text) and needed:
                    item = replace(item, problem=item.problem or "a congruence that names no modulus")
            asked = False
        yield item


def _spelled(formula: Formula) -> Formula:
    latex = formula.latex
    if "mod" not in latex.text:
        return formula
    parts: list[Located] = []
    done = 0
    for each in WRITTEN.finditer(latex.text):
        modulus = each["inside"] or each["said"]
        parts += [latex[done : each.start()], Located.whole(rf"\pmod{{{modulus}}}", latex.origin(each.start()))]
        done = each.end()
    return replace(formula, latex=join([*parts, latex[done:]])) if done else formula


def _with_modulus(formula: Formula, modulus: str) -> Formula:
    """A formula that ends with a modulus, before the sign of a sentence that ends it."""
    latex = formula.latex
    end = len(latex.text.rstrip(" \t\n.,;"))
    end += latex.text[:end].endswith("\\")  # `\\,`
    written = Located.whole(rf"\pmod{{{modulus}}}", latex.origin(max(0, end - 1)))
    return replace(formula, latex=join([latex[:end], written, latex[end:]]))
