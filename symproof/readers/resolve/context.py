r"""What is known when a formula is read: the letters that are declared, and the definitions and hypotheses so far.

A declaration is a phrase for a name as the document writes it:

    [names]
    '\eta, \lambda' = "positive"
    'x, y' = "vector"
    '\mathbf{w}' = "sequence of vectors"        # w^t, w_t, w^{(t)}
    '\mathbf{w}^*' = "vector"
    a = "sequence of reals over Z/n"
    n = "natural >= 1"
    A = "matrix n x n"
    f = "convex function of a vector"
    f_1 = "function"                            # defined below, of any number of arguments

    given = ['\|v_t\| \le \rho \text{ for all } t']
    define = ['f_1(w_1, w_2) = w_1 w_2 + \sigma(w_1)']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from symproof.readers.notation.tree import Formula
from symproof.statement import Prop
from symproof.term import Term


@dataclass(frozen=True, slots=True)
class Macro:
    """A function that is defined by a term: `f(x, y) = body`. Calls are read as the body at their arguments."""

    name: str
    parameters: tuple[Term, ...]
    body: Term


@dataclass(slots=True)
class Context:
    """What the reader knows. `names` maps the name as it is written in one way (see `canonical`) to its symbol."""

    names: dict[str, Term | Macro] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)
    given: list[Prop] = field(default_factory=list)

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Context:
        """The context that a TOML table declares: `names`, `given`, `define`, as above.

        Raises:
            DeclarationError: a phrase that says nothing known, a hypothesis that cannot be read; with the entry.
        """
        raise NotImplementedError

    @classmethod
    def from_file(cls, path: Path) -> Context:
        """The context of a TOML file."""
        raise NotImplementedError

    def copy(self) -> Context:
        """A context that starts with what this one knows."""
        return Context(dict(self.names), dict(self.inferred), list(self.given))

    def declare(self, name: str, phrase: str) -> None:
        r"""Say what a name is: `declare(r"\eta", "positive")`; a later declaration replaces an earlier one."""
        raise NotImplementedError

    def survey(self, formulas: Iterable[Formula]) -> None:
        """Infer from all formulas of a document together what its undeclared letters are, where one reading survives."""
        raise NotImplementedError

    def define(self, name: str, parameters: tuple[Term, ...], body: Term) -> None:
        """Let calls of `name` be read as `body` from here on."""
        raise NotImplementedError
