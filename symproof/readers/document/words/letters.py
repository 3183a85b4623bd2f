r"""What prose and membership say of letters: "let $n$ be a positive integer", `x \in \mathbb{R}^d`, "a convex function $f$".

What is said becomes a phrase of a declaration (`readers.resolve.context`): "natural >= 1", "vector", "convex function of a
vector".
"""

from __future__ import annotations

import re
from collections.abc import Collection

from symproof.readers.notation import Node
from symproof.readers.notation.tree import (
    Ellipsis,
    Fence,
    Juxtaposed,
    Name,
    Number,
    Scripted,
    Sequence,
    Such,
    Text,
    items_of,
)
from symproof.readers.notation.tree import Mark as Sign
from symproof.readers.resolve.expectations import OPERATORS
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.uses import SPREADS

AFTER = re.compile(
    r"^\W*(?:(?:to )?be|is|are|denotes?|as)\s+(?:(?:a|an|any|the|some|all|two|three|arbitrary|fixed|given)\s+)*([a-z\- ]{3,60})",
    re.IGNORECASE,
)
BEFORE = re.compile(r"([a-z\- ]{3,60})\s*·?\s*$", re.IGNORECASE)
SIGNS = {"positive": "positive", "nonnegative": "nonnegative", "non-negative": "nonnegative", "negative": "negative",
         "nonzero": "nonzero", "non-zero": "nonzero"}  # fmt: skip
NOUN = re.compile(
    r"\b(?:(positive|nonnegative|non-negative|negative|nonzero|non-zero)\s+)?(?:(real|rational|natural|whole|complex)\s+)?"
    r"(primes?(?: numbers?)?|numbers?(?!\s+of\b)|reals?|integers?|naturals?|vectors?|constants?|scalars?|step ?sizes?|"
    r"learning rates?|diameters?(?: (?:is |of )?(?:at most|bounded by))?)\b",
    re.IGNORECASE,
)
MADE_OF = re.compile(
    r"\b(?:difference|sum|product|quotient|ratio|power|opposite|negative|root|combination)s? (?:of|between)\b",
    re.IGNORECASE,
)
"""Words before a noun that name what something is made of, "the difference of two positive numbers"."""
WHERE = re.compile(r"\b(?:on|over|along|onto|into|between)\b", re.IGNORECASE)
"""Before a noun that names where something is, "differentiable on the reals"."""
ALONE = re.compile(r"(real|rational|irrational|natural|complex)(?=\s*$|\s+(?:with|such|then|so)\b)", re.IGNORECASE)
"""What a letter is, without a noun."""
FUNCTION = re.compile(
    r"\b((?:(?:convex|differentiable|smooth|real-valued|continuous)\s+(?:and\s+)?)*)functions?\b(?!\s+(?:values?|class(?:es)?|spaces?|famil(?:y|ies))\b)",
    re.IGNORECASE,
)
MATRIX = re.compile(
    r"(?:(?:square|real|integer|rational|non-?negative|(?:doubly )?stochastic|boolean|binary|random|nonzero|invertible|normal|"
    r"unimodular|(?:skew-?)?symmetric|(?:non-?)?singular|non-?invertible|rank[- ]deficient|"
    r"diagonal|regular|orthogonal|idempotent|positive|(?:semi-?)?definite|"
    r"permutation|(?:cyclic\s+|circular\s+)?shift|circulant|toeplitz|rotation|reflection|projection|nilpotent|"
    r"(?:lower|upper)[ -]triangular)"
    r"(?:,|,?\s+and)?\s+)*matri(?:x|ces)\b",
    re.IGNORECASE,
)
OF_A_MATRIX = re.compile(rf"\b(?:an?|any|every|each|some|two|all|square|for)\s+{MATRIX.pattern}\s*$", re.IGNORECASE)
"""Words before a letter that stands for a matrix, "a symmetric matrix"."""
SIZE = re.compile(r"\s*([A-Za-z0-9])\s*\\times\s*([A-Za-z0-9])\s*")
NTH = re.compile(r"\s?-?\s?(?:th|st|nd|rd)\b")
"""What stands behind a letter that says which one of some is meant, "the $i$-th"."""
OF_SIZE = re.compile(r"\s*(?:is|are|be)(?: an?)?(?: of size)?\s*", re.IGNORECASE)
ENDS = re.compile(r"\s*(?:$|[.,;:)]|(?:then|with|and|such|where)\b)", re.IGNORECASE)
"""Words on both sides of a size that stands alone, "if $A$ is $n \\times n$, then"."""
SETS = {"R": "real", "N": "natural", "Z": "integer", "Q": "rational", "C": "complex"}
SPACE = re.compile(r"^\s*\\math(?:bb|bf)\s*\{?\s*R\s*\}?\s*\^\s*\{?\s*([A-Za-z0-9])\s*\}?\s*$")
SET = re.compile(r"^\s*\\math(?:bb|bf)\s*\{?\s*([RNZQC])\s*\}?\s*(?:([_^])\s*\{?\s*([^{}]*?)\s*\}?)?\s*$")
MATRICES = re.compile(
    r"^\s*\\math(?:bb|bf)\s*\{?\s*R\s*\}?\s*\^\s*\{\s*([A-Za-z0-9]+)\s*\\times\s*([A-Za-z0-9]+)\s*\}\s*$"
)
BOUNDS = {">0": "positive", "+": "positive", "++": "positive", r"\ge0": "nonnegative", r"\geq0": "nonnegative",
          r"\geqslant0": "nonnegative", r"\neq0": "nonzero", "*": "nonzero"}  # fmt: skip


MAP = re.compile(
    r"^\s*(?P<name>\\?[A-Za-z]+(?:_\{?\w+\}?)?)\s*(?::|\\colon)\s*(?P<from>\\math(?:bb|bf)\s*\{?\s*R\s*\}?[^\\]*?|"
    r"[\[(][^\]()\[]*[\])]|[A-Z]|\\math(?:cal|bb|bf|scr)\s*\{?\s*[A-Z]\s*\}?|\\Omega)\s*\\(?:to|rightarrow|longrightarrow)\s*"
    r"\\math(?:bb|bf)\s*\{?\s*R\s*\}?(?:_\{?(?:\+|>\s*0|\\geq?\s*0)\}?)?(?:\s*\\cup.*)?\s*"
    r"(?:[.,:;]?\s*(?:\\quad\s*)?(?P<letter>\\?[A-Za-z]+)\s*\\mapsto\s*(?P<term>.*?))?\s*[.,]?\s*$"
)
TO_VECTORS = re.compile(
    r"^\s*[^:$]*?(?::|\\colon)\s*[^:;=]*\\(?:to|rightarrow|longrightarrow)\s*\\math(?:bb|bf)\s*\{?\s*[RC]\s*\}?\s*\^[^=<>]*$"
)
"""A map whose values are vectors, `f : \\mathbb{R}^n \\to \\mathbb{R}^m`, of which the language has none."""
CALLED_MATRICES = (
    re.compile(r"\bmatri(?:x|ces)\W*$", re.IGNORECASE),
    re.compile(r"\W*(?:be|is|are)\b[^.,;·]{0,40}\bmatri(?:x|ces)\b", re.IGNORECASE),
)
"""Words before a letter, and behind it, that call it a matrix."""
LIKE_MATRICES = re.compile(
    r"\W*(?:be|are|is)?\s+(?:both\s+)?(?:invertible|nonsingular|nilpotent|idempotent|(?:skew-|anti)?symmetric)\b",
    re.IGNORECASE,
)
"""Words behind a letter that are said of matrices."""


def is_point(node: Node) -> bool:
    """Whether a term names a point with its coordinates: `A(1, 2)`, `A(1 | 2)`; a capital before numbers is no function here."""
    match node:
        case Juxtaposed(
            items=(Name(text=text) | Scripted(base=Name(text=text), sup=None), Fence(left="(", right=")", body=body))
        ):
            inside = tuple(body.children()) if isinstance(body, (Sequence, Such)) else ()
            return len(text) == 1 and text.isupper() and len(inside) > 1 and not any(map(_has_name, inside))
    return False


def _has_name(node: Node) -> bool:
    return isinstance(node, Name) or any(map(_has_name, node.children()))


def function_declared(latex: str) -> tuple[str, str] | None:
    r"""The name and the phrase of `f : \mathbb{R}^d \to \mathbb{R}`; the phrase is "" where the set does not say what lies in it,
    `f : D \to \mathbb{R}`.

    >>> function_declared(r"f : \mathbb{R}^d \to \mathbb{R}")
    ('f', 'function of a vector')
    """
    found = MAP.match(latex)
    if found is None:
        return None
    if not re.match(r"[\[(IJ]|\\math(bb|bf)\s*\{?\s*R", found["from"]):
        return found["name"], ""
    return found["name"], f"function of a {'vector' if '^' in found['from'] else 'real'}"


def maps_of(latex: str) -> list[str]:
    r"""The declarations of functions that a formula is, one by one; none where it is no such.

    >>> maps_of(r"f, g : [0, 1] \to \mathbb{R}")
    ['f : [0, 1] \\to \\mathbb{R}', 'g : [0, 1] \\to \\mathbb{R}']
    """
    sign = re.search(r":|\\colon(?![A-Za-z])", latex)
    if sign is None or TO_VECTORS.match(latex):
        return [] if sign is None else [latex]
    found = [f"{name.strip()} {latex[sign.start() :]}" for name in latex[: sign.start()].split(",")]
    return found if all(function_declared(each) is not None for each in found) else []


def definition_of(latex: str) -> str:
    r"""How a map gives a function, `f : \mathbb{R} \to \mathbb{R}, x \mapsto x^2` as `f(x) = x^2`; "" where it does not.

    >>> definition_of(r"f : \mathbb{R} \to \mathbb{R}, x \mapsto x^2")
    'f(x) = x^2'
    """
    found = MAP.match(latex)
    return "" if found is None or not found["term"] else f"{found['name']}({found['letter']}) = {found['term']}"


def interval_declared(latex: str) -> str:
    r"""The interval on which `f : [0, 1] \to \mathbb{R}` declares a function; "" where there is none."""
    found = MAP.match(latex)
    return found["from"] if found is not None and found["from"][0] in "[(" else ""


MEASURES = re.compile(r"(\\(math(bb|bf|rm|sf|cal)|operatorname)\s*\{?\s*)?(P|Pr|E|Var|Cov|V|H)\s*\}?")


RANKED = re.compile(r"[\w\s]*\bmatri(?:x|ces)\s+(?:with|of|having)\s+(?:full|linearly)\b", re.IGNORECASE)
"""Words of a matrix that is not square, as its rows or its columns are said to be independent."""


def phrase_after(words: str) -> str:
    """What the words after a letter declare it to be; "" where they say nothing of the kind.

    >>> phrase_after(" be a positive integer. Then"), phrase_after(" is large")
    ('natural >= 1', '')
    """
    found = AFTER.match(words)
    if found and MATRIX.match(found[1]):
        return "" if RANKED.match(words) else "matrix n"
    return _phrase(found[1], first=True) if found and words[found.end() : found.end() + 1] not in ("'", "’") else ""


def phrase_of_size(latex: str, before: str, after: str, *, known: bool = False) -> str:
    r"""What "be invertible $n \times n$ matrices" declares; of letters that are `known` as matrices also "is $2 \times 3$".

    >>> phrase_of_size(r"n \times m", " be ", " matrices with"), phrase_of_size("n", " be ", " matrices")
    ('matrix n x m', '')
    >>> phrase_of_size(r"n \times n", " is ", ", then"), phrase_of_size(r"2 \times 3", " is ", ", then")
    ('matrix n x n', '')
    """
    size = SIZE.fullmatch(latex)
    alone = size is not None and (known or size[1].islower()) and OF_SIZE.fullmatch(before) and ENDS.match(after)
    if size is None or not (alone or phrase_after(f"{before.rstrip()} {after.lstrip()}") == "matrix n"):
        return ""
    return f"matrix {size[1]} x {size[2]}"


def phrase_before(words: str) -> str:
    """What the words before a letter declare it to be: "for every integer", "a convex function".

    >>> phrase_before("Suppose that for all real numbers"), phrase_before("We know that")
    ('real', '')
    """
    found = BEFORE.search(words[-80:])
    if found and OF_A_MATRIX.search(found[1]):
        return "matrix n"
    return _phrase(found[1], first=False) if found else ""


def _phrase(text: str, *, first: bool) -> str:
    """The phrase of the noun that stands first, or last and at the end, in a text; first, an adjective may stand alone."""
    if first and (alone := ALONE.match(text)) is not None:
        return alone[1].lower().replace("irrational", "real")
    nouns = list(NOUN.finditer(text))
    functions = list(FUNCTION.finditer(text))
    if functions and (not nouns or first == (functions[0].start() < nouns[0].start())):
        found = functions[0 if first else -1]
        if not first and text[found.end() :].strip():
            return ""
        return "function of a vector"
    if not nouns:
        return ""
    found = nouns[0 if first else -1]
    if text[found.end() :].strip() if not first else WHERE.search(text[: found.start()]):
        return ""
    sign, kind, noun = SIGNS.get((found[1] or "").lower(), ""), (found[2] or "").lower(), found[3].lower()
    if first and MADE_OF.search(text[: found.start()]):  # of which sign it is, nobody knows
        whole = noun.startswith(("prime", "integer", "natural")) or kind in ("natural", "whole")
        return "vector" if noun.startswith("vector") else "integer" if whole else kind if kind == "complex" else "real"
    if noun.startswith("vector"):
        return "vector"
    if noun.startswith(("step", "learning")):
        return "positive"
    if noun.startswith("diameter"):
        return "nonnegative"
    if noun.startswith("prime"):
        return "natural >= 2"
    if noun.startswith(("integer", "natural")) or kind in ("natural", "whole"):
        if sign == "positive":
            return "natural >= 1"
        return "natural" if sign == "nonnegative" or noun.startswith("natural") or kind else "integer"
    if kind in ("rational", "complex"):
        return kind
    if noun.startswith(("constant", "scalar")):
        return sign or "constant"
    return sign or "real"


def phrase_of_set(latex: str) -> str:
    r"""What membership in a set declares: of `\mathbb{R}^d` "vector"; "" of a set that is not known.

    >>> phrase_of_set(r"\mathbb{R}^d"), phrase_of_set(r"\mathbb{R}_{>0}"), phrase_of_set("S")
    ('vector', 'positive', '')
    """
    if (sizes := MATRICES.match(latex)) is not None:
        return f"matrix {sizes[1]} x {sizes[2]}"
    found = SET.match(latex)
    if found is None:
        return ""
    kind, bound = SETS[found[1]], re.sub(r"\s", "", found[3] or "")
    if not found[2] or kind == "complex":
        return "" if found[2] else kind
    if bound in BOUNDS:
        sign = BOUNDS[bound]
        if kind == "real":
            return (
                "positive"
                if bound in (">0", "++")
                else "nonzero"
                if sign == "nonzero"
                else sign
                if bound != "+"
                else "nonnegative"
            )
        return "natural >= 1" if sign == "positive" else "natural" if sign == "nonnegative" else ""
    return "vector" if SPACE.match(latex) and found[2] == "^" else ""


def is_letter(node: Node) -> bool:
    """Whether a node is a letter, perhaps with a subscript, a star or primes: something that can be declared."""
    if isinstance(node, Scripted):
        scripts = [script for script in (node.sub, node.sup) if script is not None]
        return isinstance(node.base, Name) and all(isinstance(script, (Name, Number, Sign)) for script in scripts)
    return isinstance(node, Name)


def names_in(node: Node) -> set[str | None]:
    """The names in a node, but for those of numbers."""
    return {canonical(each) for each in every_part(node) if isinstance(each, Name)} - {r"\pi", "e"}


def are_letters(nodes: tuple[Node, ...]) -> bool:
    """Whether a formula with these members is a letter or several: x, "x, y", but no A(w)."""
    return len(nodes) == 1 and all(map(is_letter, nodes[0].items if isinstance(nodes[0], Sequence) else nodes))


def is_plain(node: Node) -> bool:
    """Whether a node is a letter, a number, a power of a letter, or a mean or a variance of one."""
    match node:
        case Juxtaposed(items=(operator, Fence(body=Node() as body))):
            return canonical(operator) in OPERATORS and is_letter(body)
        case Scripted(base=base, sub=None, sup=Number()):
            return is_letter(base)
    return is_letter(node) or isinstance(node, Number)


def is_listed(node: Node) -> bool:
    """Whether a node is a letter, a member or a value of one, or several of these: what a condition speaks of."""
    if isinstance(node, Sequence):
        return all(map(is_listed, node.items))
    if isinstance(node, Scripted):
        return isinstance(node.base, Name) and not (node.base.text == "e" and node.sup is not None)
    return is_letter(node) or called(node) is not None


def is_set(node: Node) -> bool:
    r"""Whether a node is a set by what its members satisfy, `\{z : \langle a, z \rangle = b\}`."""
    return isinstance(node, Fence) and node.left == "{" and isinstance(node.body, Such)


def is_probability(name: str, arguments: tuple[Node, ...]) -> bool:
    r"""Whether `P(A)` is meant: a name of a probability, an expectation or a variance, of what is written as a capital."""
    return bool(MEASURES.fullmatch(name)) and all(
        isinstance(each, Name) and each.text[:1].isupper() for each in arguments
    )


def has_index(node: Node) -> bool:
    """Whether a letter has a subscript that runs: the i of x_i, but not the 1 of x_1."""
    return isinstance(node, Scripted) and node.sub is not None and not isinstance(node.sub, Number)


def is_range(left: Node, right: Node) -> bool:
    r"""Whether a relation says where an index, or each of several, runs: `i = 1, \dots, n`."""
    return (
        all(map(is_letter, items_of(left)))
        and isinstance(right, (Sequence, Juxtaposed))
        and any(isinstance(item, Ellipsis) for item in right.items)
        and isinstance(right.items[0], Number)
        and "." not in right.items[0].text  # `x = 0.27\dots` is a decimal that goes on
    )


def called(node: Node) -> tuple[Node, tuple[Node, ...]] | None:
    """The function and the arguments of `f(x, y)`, where each argument is a letter; None for anything else."""
    if not isinstance(node, Juxtaposed) or len(node.items) != 2:
        return None
    name, fence = node.items
    if not is_letter(name) or not isinstance(fence, Fence) or fence.left != "(" or fence.body is None:
        return None
    if canonical(name) in SPREADS:
        return None
    arguments = items_of(fence.body)
    return (name, arguments) if all(map(is_letter, arguments)) else None


def called_at_numbers(name: str, texts: Collection[str]) -> bool:
    r"""Whether a function is called at a number, has a prime, or is called at a letter that lies in \mathbb{R}."""
    if any(re.search(rf"\\nabla\s*{re.escape(name)}(?![A-Za-z])", text) for text in texts):
        return False
    letter = rf"(?<![A-Za-z\\]){re.escape(name)}"
    steps = {each for text in texts for each in re.findall(rf"{letter}\s*\(\s*[a-z]\s*[+-]\s*([a-z])\s*\)", text)}
    if any(re.search(rf"\}}\s*\{{\s*\d*\s*{each}\s*\}}", text) for each in steps for text in texts):
        return True  # a quotient of differences
    letters = {each for text in texts for each in re.findall(rf"{letter}\s*\(\s*([a-z])\s*\)", text)}
    real = (
        re.compile(rf"(?<![A-Za-z\\])[{''.join(letters)}](?:\s*,\s*[a-z])*\s*\\in\s*\\mathbb\s*\{{?R\}}?(?!\}}?\s*\^)")
        if letters
        else None
    )
    return any(re.search(rf"{letter}\s*(?:'|\(\s*-?[\d.])", text) or (real and real.search(text)) for text in texts)


def is_law(node: Node) -> bool:
    r"""Whether a term is the name of a distribution with its parameters, `N(\mu, \sigma^2)`."""
    match node:
        case Juxtaposed(items=(Name(text=text), Fence(left="(" | "["))):
            return text[:1].isupper()
        case Juxtaposed(items=(Text(text=text), Fence(left="(" | "["))):
            return text[:1].isupper()
    return False
