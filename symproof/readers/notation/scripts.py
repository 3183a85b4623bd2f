r"""Subscripts, superscripts, primes, and the signs that come after their operand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.notation.problem import MOST_NESTED, Problem
from symproof.readers.notation.tree import Add, Juxtaposed, Mark, Name, Node, Number, Postfix, Product, Root, Scripted

if TYPE_CHECKING:
    from symproof.readers.notation.parser import Parser

WORDS = frozenset(
    (
        "new",
        "old",
        "opt",
        "max",
        "min",
        "tot",
        "true",
        "test",
        "train",
        "out",
        "next",
        "prev",
        "best",
        "avg",
        "ref",
        "init",
    )
)
"""Words that stand in scripts without \\text, where letters side by side are else factors."""
BELOW = "\u2217"
"""A star below a letter, which makes a name of it as one above does, and another one."""
SCRIPTS = frozenset(("_", "^", "'", "raised", "lowered", "!", "percent", "degree"))


def scripts(p: Parser, base: Node) -> Node:
    """The subscript, superscript and primes of `base`, and postfix signs."""
    sub: Node | None = None
    sup: Node | None = None
    primes = 0
    kinds, start = p.kinds, base.start
    while True:
        kind = kinds[p.i]
        if kind in ("_", "lowered"):
            if sub is not None:
                raise Problem(p.i, "a second subscript")
            sub = script(p)
        elif kind in ("^", "raised"):
            counted = _primes(p)
            if counted:
                primes += counted
                continue
            if sup is not None:
                raise Problem(p.i, "a second superscript")
            if (pair := _starred(p)) is not None:  # what is above the letter with its star
                mark, sup = pair
                base, sub = Scripted(start, mark.end, base, sub, mark), None
            else:
                sup = script(p)
        elif kind == "'":
            primes += 1
            p.i += 1
        elif kind == "degree":
            if sup is not None:
                raise Problem(p.i, "a second superscript")
            sup = Mark(p.starts[p.i], p.ends[p.i], "circ")
            p.i += 1
        else:
            break
    if sub is not None and sup is None and not primes and _is_zero_of_size(base, sub):
        return Number(start, p.here, "0") if isinstance(sub, Product) else base
    if isinstance(sub, Mark) and sub.text == "*" and not primes:  # x_*, a name as x^* is one
        star = Scripted(start, sub.end, base, None, Mark(sub.start, sub.end, BELOW))
        base = star if sup is None else Scripted(start, p.here, star, None, sup)
    elif isinstance(base, Root) and sub is not None and not primes and isinstance(base.radicand, Name):  # \\sqrt x_0
        inner = Scripted(base.radicand.start, sub.end, base.radicand, sub)
        root = Root(start, sub.end, inner, base.degree)
        base = root if sup is None else Scripted(start, p.here, root, None, sup)
    elif sub is not None or sup is not None or primes:
        base = Scripted(start, p.here, base, sub, sup, primes)
    if kind in ("!", "percent"):
        marks = 0
        while kinds[p.i] == kind:
            marks += 1
            p.i += 1
        if marks > 2 or (marks == 2 and kind == "percent"):
            raise Problem(p.i - 1, f"{marks} signs in a row")
        base = Postfix(start, p.here, ("!" if kind == "!" else "%") * marks, base)
        if kinds[p.i] in SCRIPTS:
            raise Problem(p.i, "a script on a factorial or a percentage; put it into brackets")
    return base


def _is_zero_of_size(base: Node, sub: Node) -> bool:
    r"""Whether a zero has its size below it, `O_{m \times n}`, `\mathbf{0}_n`: it has that of what it stands beside."""
    zero = isinstance(base, (Name, Number)) and base.text == "0"
    if isinstance(sub, Product):
        return sub.operators == ("times",) and (zero or (isinstance(base, Name) and base.text == "O"))
    return zero and isinstance(sub, (Name, Add))


def _primes(p: Parser) -> int:
    r"""How many primes `^\prime` or `^{\prime\prime}` is; 0 for another script, which stays where it is."""
    i = p.i + 1
    if p.kinds[p.i] != "^":
        return 0
    braced = p.kinds[i] == "{"
    i += braced
    count = 0
    while p.kinds[i] == "'":
        count, i = count + 1, i + 1
    if not count or (braced and p.kinds[i] != "}"):
        return 0
    p.i = i + braced
    return count


def _starred(p: Parser) -> tuple[Mark, Node] | None:
    r"""The star and the sign of a transpose of `^{*\top}` and `^{*T}`; None of any other script."""
    i = p.i + 1
    if p.kinds[i : i + 2] != ["{", "mark"] or p.texts[i + 1] != "*" or p.kinds[i + 3] != "}":
        return None
    if p.texts[i + 2] not in (r"\top", "T"):
        return None
    p.i = i + 4
    kind = Mark if p.kinds[i + 2] == "mark" else Name
    return Mark(p.starts[i + 1], p.ends[i + 1], "*"), kind(p.starts[i + 2], p.ends[i + 2], p.texts[i + 2])


def script(p: Parser) -> Node:
    """What stands behind `_` or `^`: a group or one token."""
    i = p.i
    kind = p.kinds[i]
    if kind in ("raised", "lowered"):
        return _small(p)
    p.i = i = i + 1
    kind, start, end = p.kinds[i], p.starts[i], p.ends[i]
    text = p.texts[i]
    if kind == "name":
        p.i += 1
        return Name(start, end, text, p.tokens.styles.get(i, ""))
    if kind == "number":
        if len(text) > 1:
            raise Problem(i, f"only the first character of {text} is raised or lowered; write {{{text}}} in braces")
        p.i += 1
        return Number(start, end, text)
    if kind in ("mark", "sign", "op"):
        p.i += 1
        return Mark(start, end, text)
    if kind == "open":
        raise Problem(i, "a script that is a bracket needs braces around it")
    p.nested += 1
    if p.nested > MOST_NESTED:
        raise Problem(i, f"nested more than {MOST_NESTED} deep")
    p.scripting += 1
    if kind == "{" and p.kinds[i + 1] == "sign" and p.kinds[i + 2] == "}":
        node: Node = Mark(p.starts[i + 1], p.ends[i + 1], p.texts[i + 1])
        p.i += 3
    elif kind == "{" and p.kinds[i + 1 : i + 4] == ["name", "mark", "}"]:  # the norm \|x\|_{a*}
        p.i += 1
        mark = Mark(p.starts[i + 2], p.ends[i + 2], p.texts[i + 2])
        node = Scripted(p.starts[i + 1], mark.end, p.item(), None, mark)
        p.i += 2
    elif kind == "{":
        node = _word(p.group())
    else:
        node = p.primary()
    p.scripting -= 1
    p.nested -= 1
    return node


def _word(node: Node) -> Node:
    """A script that spells a word, `w^{new}`, is a word; any other as it is."""
    items = node.items if isinstance(node, Juxtaposed) else ()
    text = "".join(item.text for item in items if isinstance(item, Name) and not item.style and not item.accents)
    return Name(node.start, node.end, text, "mathrm") if text in WORDS and len(text) == len(items) else node


def _small(p: Parser) -> Node:
    """A run of raised or lowered characters of Unicode."""
    kind, start = p.kinds[p.i], p.starts[p.i]
    text = ""
    while p.kinds[p.i] == kind:
        text += p.texts[p.i]
        p.i += 1
    end = p.here
    sign, rest = (text[0], text[1:]) if text[0] in "+-" else ("", text)
    node: Node
    if rest.isdigit():
        node = Number(start, end, rest)
    elif len(rest) == 1 and rest.isalpha():
        node = Name(start, end, rest)
    elif not rest:
        return Mark(start, end, sign)
    else:
        raise Problem(p.i - 1, f"the script {text} cannot be read; write it in braces")
    return Add(start, end, ((sign, node),)) if sign else node
