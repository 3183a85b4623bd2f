r"""Names as documents write them, each in one way: `\mathbf w^{*}` and `\boldsymbol{w}^\star` are one name."""

from __future__ import annotations

from functools import lru_cache

from symproof.readers.notation import parse
from symproof.readers.notation import tree as t
from symproof.readers.notation.measured import names_a_quantity

MEANS = (r"\mathbb{E}", "E", r"\mathbf{E}")
"""How the sign of a mean is written."""


def canonical(node: t.Node) -> str | None:
    r"""The name that a node may be, as LaTeX in one spelling; None where it is no name.

    >>> [canonical(parse(latex).clauses[0].members[0]) for latex in (r"\boldsymbol{w}^{\star}_{1}", r"\Delta x", "2")]
    ['\\mathbf{w}_1^*', '\\Delta x', None]
    """
    match node:
        case t.Name(text=text, style=style, accents=accents):
            if "mathbf" in style or "boldsymbol" in style:
                text = rf"\mathbf{{{text}}}"
            elif style == "mathrm" and len(text) > 1:
                text = rf"\mathrm{{{text}}}"
            elif style and style not in ("mathrm", "mathit"):
                text = rf"\{style}{{{text}}}"
            for accent in accents:
                text = rf"\{accent}{{{text}}}"
            return text
        case t.Text(text=text) if text.isalpha() or names_a_quantity(text):
            return rf"\mathrm{{{text}}}"
        case t.Scripted(base=base, sub=sub, sup=sup, primes=primes):
            name = canonical(base)
            parts = script(sub), script(sup)
            if name is None or None in parts:
                return None
            return with_scripts(name, parts[0] or "", parts[1] or "", primes)
        case t.Juxtaposed(items=(t.Name(text=r"\Delta") | t.Name(text=r"\delta") as mark, other)):
            name = canonical(other)
            return None if name is None else f"{mark.text} {name}"
        case _:
            return None


def with_scripts(name: str, sub: str, sup: str, primes: int = 0) -> str:
    """A name with scripts."""
    return name + "'" * primes + _braced("_", sub) + _braced("^", sup)


def _braced(mark: str, text: str) -> str:
    return "" if not text else f"{mark}{text}" if len(text) == 1 else f"{mark}{{{text}}}"


def script(node: t.Node | None) -> str | None:
    """What stands in a script of a name, in one spelling; "" for none, None for what is no part of a name."""
    match node:
        case None:
            return ""
        case t.Name():
            return canonical(node)
        case t.Number(text=text) | t.Mark(text=text):
            return text
        case t.Text(text=text):
            return rf"\mathrm{{{text}}}" if text.isalnum() else None
        case t.Big(operator="max" | "min" | "sup" | "inf" as word, lower=None, upper=None, body=None):
            return rf"\mathrm{{{word}}}"  # \lambda_{\max}
        case t.Fence(left="(", body=t.Node() as body):
            return script(body)
        case t.Sequence(items=items):
            parts = [script(item) for item in items]
            return None if None in parts else ",".join(filter(None, parts))
        case t.Juxtaposed(items=items):
            parts = [script(item) for item in items]
            return (
                None
                if None in parts
                else "".join(part if part and not part.startswith("\\") else f"{part} " for part in parts).strip()
            )
        case t.Scripted():
            return canonical(node)
        case t.Add(terms=terms):
            texts = [(sign, script(term)) for sign, term in terms]
            if any(text is None for _, text in texts):
                return None
            return "".join(f"{sign}{text}" for sign, text in texts).removeprefix("+")
        case _:
            return None


def read_name(latex: str) -> t.Node | None:
    """The node of a name that is written in a declaration; None for what is no name."""
    clauses = parse(latex).clauses
    if len(clauses) != 1 or len(clauses[0].members) != 1:
        return None
    node = clauses[0].members[0]
    return None if canonical(node) is None else node


@lru_cache(maxsize=4096)
def canonical_name(latex: str) -> str:
    """A name as a declaration writes it, in one spelling; as it is where it is no name of notation."""
    node = read_name(latex)
    return latex if node is None else canonical(node) or latex


CAPITAL = ("Sigma", "Lambda", "Gamma", "Phi", "Omega", "Theta", "Pi", "Psi")
"""Greek letters that may be matrices."""


def plain_letter(key: str) -> str:
    """The letter of a name, without what stands on it, below it and above it."""
    letter, before = key.partition("_")[0].partition("^")[0], ""
    while letter != before:  # a hat on a bold letter
        before = letter
        for style in (r"\mathbf{", r"\bar{", r"\hat{", r"\tilde{", r"\boldsymbol{"):
            letter = letter.removeprefix(style)
    return letter.rstrip("}").removeprefix("\\")


def is_capital_letter(key: str) -> bool:
    """Whether a name is one capital letter, as those of matrices are."""
    letter = plain_letter(key)
    return letter[:1].isupper() and (len(letter) == 1 or letter in CAPITAL)


def is_small_letter(key: str) -> bool:
    """Whether a name is a small letter."""
    return plain_letter(key)[:1].islower()


def is_latin(key: str) -> bool:
    r"""Whether a name is one Latin letter, perhaps with an accent, `\hat{x}`, or an index."""
    return len(plain_letter(key.partition("^")[0])) == 1
