"""The reasons that an author may name for a step: `by=telescope`, `by=cite(one_step)`.

A `By` is a word and its arguments, plain data; what it means is the business of the engine of that name. Without
one the engines are tried in order. One step may cite derivations and name an engine: `by=(cite(a), telescope)`.

The words `z3` and `sympy` would hide those modules, so they are reached as `by.z3` and `by.sympy`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof.errors import DerivationError

if TYPE_CHECKING:
    from symproof.derivation import Derivation
    from symproof.statement import Prop
    from symproof.term import Variable


@dataclass(frozen=True, slots=True)
class By:
    """A reason: the word `name` and what it is about. A word that takes no argument may be called all the same."""

    name: str
    args: tuple[object, ...] = ()

    def __call__(self) -> By:
        return self

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.args))})" if self.args else self.name


ByLike = By | tuple[By, ...]

ring = By("ring")
positivity = By("positivity")
sums = By("sums")
telescope = By("telescope")
termwise = By("termwise")
inequality = By("inequality")
gradients = By("gradients")
z3 = By("z3")
sympy = By("sympy")
omitted = By("omitted")
"""The proof is left out: the step counts as unknown, and as a mistake once the tool can prove it."""


def induction(variable: Variable) -> By:
    """By induction over a natural number."""
    return By("induction", (variable,))


def assumed(reason: str) -> By:
    """Taken on trust, for a reason in words; whatever rests on the step says so.

    Raises:
        DerivationError: no reason is given.
    """
    if not isinstance(reason, str) or not reason.strip():
        raise DerivationError(f"assumed({reason!r}) gives no reason; say in words why it may be taken on trust")
    return By("assumed", (reason,))


def at(fact: Prop | Derivation, *values: object) -> By:
    """A hypothesis "for all ..." at the values that are named, in the order in which it is read; or a derivation that
    is cited, with values for its letters: `at(lemma, {e: (a - b) / 2})`.

    A "there is" on the way takes a new letter, which may be spoken of from there on: where f is differentiable, at each
    x and e > 0 there is a d > 0 such that for all h ..., `at(differentiable(f), x, e, d, s * v)` calls it d and takes
    h = s v.

    Raises:
        DerivationError: no value is given.
    """
    if _is_derivation(fact) and not all(isinstance(value, Mapping) for value in values):
        shown = getattr(fact, "name", fact)
        letters = ", ".join(map(str, values))
        raise DerivationError(
            f"at({shown}, {letters}): say which letters of it take the values: at({shown}, {{letter: value}})"
        )
    if not values:
        raise DerivationError(f"at({fact}) names no value; write at({fact}, x) for the instance at x")
    return By("at", ((fact, values),))


def witness(*values: object) -> By:
    """A claim "there is", by what there is."""
    if not values:
        raise DerivationError("witness() names no value; write witness(v) for the v that there is")
    return By("witness", values)


def cite(*derivations: Derivation) -> By:
    """By other derivations, used as lemmas; what they rest on comes along.

    Raises:
        DerivationError: nothing is cited.
    """
    if not derivations:
        raise DerivationError("cite() cites nothing; name a derivation: cite(one_step)")
    return By("cite", derivations)


def read_by(value: object) -> tuple[By | None, tuple[object, ...]]:
    """The engine named by a `by=` (None: any) and what it cites.

    Raises:
        DerivationError: not a reason, or two engines in one step.

    >>> read_by((By("cite", ("a lemma",)), telescope))
    (By(name='telescope', args=()), ('a lemma',))
    """
    engine: By | None = None
    cited: list[object] = []
    for word in value if isinstance(value, (tuple, list)) else (value,):
        match word:
            case None:
                continue
            case By("cite", args):
                cited += args
            case By("at", ((fact, values),)):
                named = engine.args if engine is not None and engine.name == "at" else ()
                if engine is not None and engine.name != "at":
                    raise DerivationError(f"by=({engine}, {word}): a step has one engine; leave one of them out")
                if _is_derivation(fact):  # from here on, its number among the cited
                    cited.append(fact)
                    fact = len(cited) - 1
                engine = By("at", (*named, (fact, values)))
            case By():
                if engine is not None:
                    raise DerivationError(f"by=({engine}, {word}): a step has one engine; leave one of them out")
                engine = word
            case _:
                raise DerivationError(f"by={_shown(word)} is no reason; {_advice(word)}")
    return engine, tuple(cited)


def _is_derivation(value: object) -> bool:
    return hasattr(type(value), "steps")


def _shown(value: object) -> str:
    return str(getattr(value, "__name__", None) or repr(value))


def _advice(value: object) -> str:
    """What to write in place of something that is no reason."""
    name = str(getattr(value, "__name__", None) or getattr(value, "name", value))
    if value is induction:
        return "name its variable: by=induction(n)"
    if value is assumed:
        return 'say why it may be taken on trust: by=assumed("...")'
    if value is cite or type(value).__name__ == "Derivation":
        return f"cite a derivation: by=cite({'one_step' if value is cite else name})"
    if isinstance(globals().get(name), By):
        return f"write by={name} with `{name}` from symproof.by, without quotes"
    words = ", ".join(sorted(word.name for word in globals().values() if isinstance(word, By)))
    return f"the words are {words}, induction(n), at(fact, value), witness(value), assumed(reason), cite(derivation)"
