"""Trees of notation in one line of text, for tables of tests."""

from __future__ import annotations

from dataclasses import fields

from symproof.readers.notation import parse
from symproof.readers.notation import tree as t


def shown(node: object) -> str:
    """A node, its fields in brackets; letters and numbers bare."""
    match node:
        case None:
            return "-"
        case t.Name(text=text, style=style, accents=accents):
            return "".join((text, f":{style}" if style else "", *(f"^{accent}" for accent in accents)))
        case t.Number(text=text) | t.Mark(text=text):
            return text
        case t.Add(terms=terms):
            return f"({' '.join(f'{sign}{shown(term)}' for sign, term in terms)})"
        case t.Juxtaposed(items=items):
            return f"[{' '.join(map(shown, items))}]"
        case t.Quotient(top=top, bottom=bottom, how=how):
            return f"{shown(top)} {'over' if how == 'frac' else how} {shown(bottom)}"
        case t.Scripted(base=base, sub=sub, sup=sup, primes=primes):
            return f"{shown(base)}{chr(39) * primes}{f'_{shown(sub)}' if sub else ''}{f'^{shown(sup)}' if sup else ''}"
        case t.Fence(left=left, right=right, body=body, apart=apart):
            return f"{' ' if apart else ''}{left}{shown(body)}{right}"
        case t.Sequence(items=items, separator=separator):
            return f"{{{f'{separator} '.join(map(shown, items))}}}"
        case t.Chain(members=members, relations=relations):
            words = [shown(members[0])]
            for sign, member in zip(relations, members[1:], strict=True):
                words += [sign.kind, shown(member)]
            return " ".join(words)
        case t.NotUnderstood(token=token):
            return f"?{token}?"
        case t.Missing():
            return "_"
        case t.Node():
            parts = [shown(getattr(node, each.name)) for each in fields(node) if each.name not in ("start", "end")]
            return f"{type(node).__name__}({', '.join(parts)})"
        case tuple():
            return f"<{' '.join(map(shown, node))}>"
        case _:
            return str(node)


def shown_formula(latex: str) -> str:
    r"""All clauses of a formula; rows are separated by `//`, clauses by what joins them in braces."""
    rows = []
    for row in parse(latex).rows:
        text = ""
        for clause in row.clauses:
            if clause.connector or clause.words:
                text += f" {{{clause.connector}{':' if clause.words else ''}{clause.words}}} "
            if clause.members:
                text += shown(t.Chain(0, 0, clause.members, clause.relations))
        rows.append(text.strip() + (f" #{row.tag}" if row.tag else ""))
    return " // ".join(rows)
