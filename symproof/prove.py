"""The one-shot door: one claim, its hypotheses, one verdict."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from symproof.by import ByLike, read_by
from symproof.derivation import read_cites
from symproof.errors import ContradictionWarning, SortError
from symproof.lemmas import BUDGET, CONTRADICTION, Lemmas, says_nothing
from symproof.statement import Prop, Statement, prop

if TYPE_CHECKING:
    from symproof.term import Term
    from symproof.verdict import Verdict


def prove(
    claim: object,
    given: Iterable[object] = (),
    budget: float = BUDGET,
    by: ByLike | None = None,
    where: Mapping[str, str] | None = None,
) -> Verdict:
    r"""What is known of `claim` where all of `given` hold, after at most about `budget` seconds.

    Claim and hypotheses are statements, SymPy relations, or text: in SymPy's syntax, which is parsed and never
    evaluated, or in LaTeX (in dollar signs, or with a backslash or a `^`). A name that nobody declared is real, or what its
    uses say; `where` declares letters in words. `by` names an engine, or derivations to cite.

    Raises:
        SymproofError: what is said is no statement, and why.

    Warns:
        ContradictionWarning: it is proved, and the hypotheses contradict each other, so that anything would be.

    >>> prove("x**2 + y**2 >= 2*x*y").status
    'proved'
    >>> prove(r"$\|x + y\|^2 \le 2\|x\|^2 + 2\|y\|^2$", where={"x, y": "vector"}).status
    'proved'
    """
    from symproof.writers.alike import refuse_alike  # the writers stand above: they know how letters look

    if not isinstance(budget, (int, float)) or not budget > 0:
        raise SortError(f"budget={budget!r} is no number of seconds; write budget=10")
    engine, cited = read_by(by)
    hypotheses = (given,) if isinstance(given, (str, Prop)) else tuple(given)
    statement = read(claim, hypotheses, where)
    refuse_alike((*statement.given, statement.claim))
    verdict = Lemmas(budget).settle(statement, engine, read_cites(cited))
    if verdict.status == "proved" and says_nothing(statement):
        warnings.warn(f"{CONTRADICTION}: {', '.join(map(str, statement.given))}", ContradictionWarning, stacklevel=2)
    return verdict


def read(claim: object, given: Iterable[object] = (), where: Mapping[str, str] | None = None) -> Statement:
    """`given |- claim`, each from itself, from SymPy, or from text; a letter is one letter in all of them.

    Raises:
        SymproofError: what is said is no statement, and why.
    """
    if where is not None and not isinstance(where, Mapping):
        raise SortError(f"where={where!r} declares nothing; write where={{'x, y': 'vector'}}")
    parts = [each if isinstance(each, str) else prop(each) for each in (claim, *given)]
    if any(isinstance(each, str) and is_latex(each) for each in parts):
        from symproof.readers.declarations import is_declaration  # the parsers are loaded when there is text
        from symproof.readers.latex_text import read_latex

        said = [each for each in parts[1:] if isinstance(each, str) and is_declaration(each)]
        declared = {names: words for names, _, words in (text.partition(":") for text in said)}
        return read_latex(parts[0], [each for each in parts[1:] if each not in said], declared | dict(where or {}))
    known = [each for each in parts if isinstance(each, Prop)]
    if len(known) == len(parts):
        return Statement(tuple(known[1:]), known[0])
    from symproof.readers.expression import read_statement  # the parser is loaded when there is text

    if isinstance(parts[0], str):
        return read_statement(parts[0], parts[1:], where)
    # All are read together, the claim as one that is given, so that the texts know its letters.
    together = read_statement("0 == 0", (*parts[1:], parts[0]), where).given
    return Statement(together[:-1], together[-1])


def is_latex(text: str) -> bool:
    """Whether a text is LaTeX: it stands in dollar signs, or has a backslash or a `^`; SymPy's syntax has none of these."""
    return "\\" in text or "^" in text or text.lstrip().startswith("$")


def from_latex(text: str, *letters: Term, where: Mapping[str, str] | None = None) -> Any:
    r"""The term or the statement that LaTeX writes; see `readers.latex_text`.

    >>> from symproof import vectors
    >>> from_latex(r"2 \langle x, y \rangle", *vectors("x y"))
    2*inner(x, y)
    """
    if not isinstance(text, str):
        raise SortError(f'{text!r} is no text; write LaTeX in quotes: from_latex(r"\\frac{{x}}{{2}}")')
    from symproof.readers.latex_text import from_latex as read_text  # the parser is loaded when there is text

    return read_text(text, *letters, where=where)
