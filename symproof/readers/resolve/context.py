r"""What is known when a formula is read: the letters that are declared, and the definitions and hypotheses so far.

A declaration is a phrase for a name as the document writes it:

    [names]
    '\eta, \lambda' = "positive"
    'x, y' = "vector"
    '\mathbf{w}' = "sequence of vectors"        # w^t, w_t, w^{(t)}
    '\mathbf{w}^*' = "vector"
    z = "complex"
    a = "sequence of reals over Z/n"
    n = "natural >= 1"
    A = "matrix n x n"
    f = "convex function of a vector"
    f_1 = "function"                            # defined below, of any number of arguments
    '\mathbf{u}' = "(w_1, w_2)"                 # a point

    given = ['\|v_t\| \le \rho \text{ for all } t']
    define = ['f_1(w_1, w_2) = w_1 w_2 + \sigma(w_1)']

A name can be declared twice, once alone and once as a sequence: `\mathbf{w}` a vector beside `\mathbf{w}^t`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import parse
from symproof.readers.notation.tree import Fence, Formula, Node
from symproof.readers.phrases import DeclarationError, Undefined, read_phrase
from symproof.readers.resolve.comparing import Compared
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.entries import Listed, number_of_indices
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.values import Macro, Point, Tuple
from symproof.statement import Prop
from symproof.term import Term

__all__ = ["Context", "DeclarationError", "Macro"]


MEMBER = r"_{\cdot}"


def member_of(key: str) -> str:
    r"""How what is inferred of a name with an index is listed: `a_{\cdot}`."""
    return key + MEMBER


Symbol = Term | Macro | Undefined | Point | Grid | Tuple | Complex | Dyads | Places
COMPLEX = ("complex", "complex number")
"""Phrases for letters that are pairs of a real and an imaginary part."""
SPLIT = re.compile(r",\s*(?![^{(]*[})])")


@dataclass(frozen=True, slots=True)
class Tending:
    """The limit that a sequence is supposed to have, and in which paragraph only (-1: in all of its part)."""

    limit: Term
    paragraph: int = -1


@dataclass(slots=True)
class Context:
    """What the reader knows. `names` maps a name in one spelling (`names.canonical`) to its symbol, `families` the names
    that take an index to their sequences; `inferred` says in words what undeclared letters were taken for."""

    names: dict[str, Symbol] = field(default_factory=dict)
    families: dict[str, tm.Sequence] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)
    given: list[Prop] = field(default_factory=list)
    above: set[str] = field(default_factory=set)
    """Sequences whose index is only ever written above: w_1 beside w^t is a letter of its own."""
    likely: set[frozenset[str]] = field(default_factory=set)
    """Events of positive probability, since the text conditions on them."""
    counted: set[str] = field(default_factory=set)
    """Letters for sets, since a union or an intersection of them stands between bars: |A| counts the members of A."""
    numbers: set[str] = field(default_factory=set)
    """Letters that are numbers by their uses, also where they are capital: what divides, what is larger than something."""
    small: set[str] = field(default_factory=set)
    """Letters of which the text says that they go to 0."""
    tending: dict[str, Tending] = field(default_factory=dict)
    """The limits that sequences are supposed to have, by their names."""
    placed: dict[str, Places] = field(default_factory=dict)
    """Vector letters of which a part speaks place by place alone."""
    lettered: bool = True
    """Whether a norm of a vector that needs its entries, of which none is known, is a letter."""
    sizes: dict[str, str] = field(default_factory=dict)
    """Matrices whose size words will say, "let A be an n x n matrix", before the place is reached."""
    unsized: set[str] = field(default_factory=set)
    """Matrices by their uses, whose sizes contradict each other: nothing else is made of them."""
    listed: dict[tuple[str, int], Listed] = field(default_factory=dict)
    """What formulas such as `A = (a_{ij})` say of the letters for entries, by the letter and the number of indices."""
    entries: dict[tuple[str, int], str] = field(default_factory=dict)
    """Letters for entries, and the letters whose entries they stand for: a for A, under `A = (a_{ij})`."""
    imaginary: bool = False
    """Whether the text speaks of complex numbers, so that i is the imaginary unit."""
    star: bool = False
    """Whether the text says which operation * is."""
    convolving: bool = False
    """Whether the text speaks of convolutions, and of no other operation *."""
    circulants: dict[str, tuple[tm.EntryLaw, tm.Sequence]] = field(default_factory=dict)
    """The matrices that are made of the members of any sequence, by their letters: C of C_a, and the a by which they are told."""
    divisors: bool = False
    """Whether the text speaks of common divisors, so that (a, b) may be one."""
    inverses: bool = False
    """Whether the text speaks of inverses, so that f^{-1} may be one."""
    dividing: tuple[str, ...] = ("mid", "nmid")
    """The signs that say that one number divides another: none in a text with random numbers under a condition, `Y \\mid X`."""
    random_matrices: bool = False
    """Whether the text speaks of random matrices."""
    residues: bool = False
    """Whether the text speaks of quadratic residues, so that a fraction in brackets may be a symbol of Legendre."""
    bases: frozenset[str] = frozenset()
    """The letters that the text calls the vectors of the standard basis, e of e_1, ..., e_n."""
    thousands: bool = False
    """Whether the text shows that its commas stand before thousands: by decimal points, or by prices."""
    base: int | None = None
    """The base of logarithms without one, where it is not e."""
    complexes: frozenset[str] = frozenset()
    """The letters of which the text says that they are complex numbers."""
    structures: Mapping[str, str] = field(default_factory=dict)
    """The letters that stand for no numbers, and what the text calls them: of these nothing is read."""
    holding: Callable[[], Iterable[Prop]] = tuple
    """The definitions and hypotheses that are in force where the reader is."""
    tying: Callable[[], Iterable[Prop]] = tuple
    """The equations that make letters functions of others, in a text that differentiates."""
    stated: Callable[[], Iterable[Prop]] = tuple
    """What the text states or wants solved, which defines nothing."""
    mapped: dict[str, str] = field(default_factory=dict)
    """On which intervals functions are declared, as the text writes them."""
    places: dict[str, str] = field(default_factory=dict)
    """Sequences that one index names in one formula, so that their places are the same, by their names: the first of them."""
    applied: set[str] = field(default_factory=set)
    r"""The letters that formulas name with the letters in brackets behind them, `\rho(A)` alone: no product is meant."""
    densities: set[str] = field(default_factory=set)
    """The letters that stand before brackets with a condition, p of `p(x \\mid y)`."""
    spans: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    """Over what the sequences of a part run, by the first that has the same places."""
    customary: set[str] = field(default_factory=set)
    """Letters that are taken for whole numbers by custom alone, n and N, or since a sum binds others of the name."""
    stepping: frozenset[str] = frozenset()
    """The letters of which the step of an induction speaks, k and k + 1."""
    spreads: bool = False
    """Whether a text has variances: E is an expectation there, also without brackets."""
    compared: dict[str, Compared] = field(default_factory=dict)
    """What the events are that compare two numbers, by their names."""
    before: Mapping[str, str] = field(default_factory=dict)
    """What was inferred of the names of the parts before, as they are listed: a letter keeps its name from part to part."""
    points: dict[str, Tuple] = field(default_factory=dict)
    """The coordinates of points that are mentioned with them, `A(1, 2)`."""
    varying: dict[str, str] = field(default_factory=dict)
    """The letters of which a text writes derivatives, `y'`, `dy/dx`, and in which letter it does: "\u00b7" where none is said."""
    own: set[str] = field(default_factory=set)
    r"""The names of constants, `\pi`, e and i, that the text gives to other things."""
    sets: dict[str, Fence] = field(default_factory=dict)
    """The sets of which the text says what their members satisfy, `C = \\{x : a^\\top x \\le b\\}`, by their names."""
    solved: frozenset[str] = frozenset()
    """Letters that count by custom and to which the text, which counts nothing, gives values that do not, n = -2."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Context:
        """The context that a TOML table declares: `names`, `given`, `define`, as above.

        Raises:
            DeclarationError: a phrase that says nothing known, a hypothesis that cannot be read; with the entry.
        """
        from symproof.readers.resolve.declared import define, suppose  # statements are read with a context

        context = cls()
        context.holding = lambda: context.given
        unknown = sorted(set(table) - {"names", "given", "define"})
        if unknown:
            raise DeclarationError(f"{unknown[0]} is no table of declarations; write names, given or define")
        names = table.get("names", {})
        if not isinstance(names, Mapping) or not all(isinstance(phrase, str) for phrase in names.values()):
            raise DeclarationError('names is a table of phrases: names = { x = "vector" }')
        late = []
        for name, phrase in names.items():
            if re.search(
                r"\b(matrix|matrices|column|residue|over|function|lipschitz|smooth|index over)\b", phrase, re.I
            ):
                late.append((name, phrase))  # its size or constant is a letter that must be known
            else:
                context.declare(name, phrase)
        for name, phrase in late:
            context.declare(name, phrase)
        for key, read in (("define", define), ("given", suppose)):
            texts = table.get(key, [])
            for text in [texts] if isinstance(texts, str) else texts:
                read(text, context)
        return context

    @classmethod
    def of(cls, symbols: Iterable[Term]) -> Context:
        """The context in which some letters of terms are known by the names that `writers.latex` gives them."""
        from symproof.writers.letters import latex_name  # the writers stand above the readers

        context = cls()
        for symbol in symbols:
            name = canonical_name(latex_name(str(getattr(symbol, "name", symbol))))
            if isinstance(symbol, tm.Sequence):
                context.families[name] = symbol
            else:
                context.names[name] = symbol
        return context

    def copy(self) -> Context:
        """A context that starts with what this one knows."""
        return replace(
            self,
            names=dict(self.names),
            families=dict(self.families),
            inferred=dict(self.inferred),
            given=list(self.given),
            entries=dict(self.entries),
            applied=set(self.applied),
        )

    def declare(self, name: str, phrase: str) -> None:
        r"""Say what a name is: `declare(r"\eta", "positive")`; several names stand between commas. A later declaration
        replaces an earlier one.

        Raises:
            DeclarationError: a phrase that says nothing known.
        """
        for each in listed_names(name):
            self._declare(each, phrase.strip())

    def _declare(self, name: str, phrase: str) -> None:
        key = canonical_name(name)
        sequence = phrase.startswith(("sequence", "family"))
        self.inferred.pop(member_of(key) if sequence else key, None)
        if phrase.startswith("("):
            parts = tuple(canonical_name(part.strip()) for part in phrase.strip("()").split(","))
            self.names[key] = Point(parts)
            return
        if phrase in COMPLEX:
            self.put(key, Complex.letter(key))
            self.imaginary = True
            return
        symbol, said = read_phrase(key, phrase, self.size)
        self.put(key, symbol)
        self.given += said

    def put(self, key: str, symbol: Symbol) -> None:
        """Know a name in one spelling as a symbol; beside a sequence of that name it has a name of its own."""
        if isinstance(symbol, tm.Sequence):
            if isinstance(self.names.get(key), tm.VectorVariable | tm.Variable | tm.Function | Macro):
                symbol = tm.Sequence(f"{{{symbol.name}}}", symbol.item, symbol.over, symbol.start)
            self.families[key] = symbol
        else:
            other = self.families.get(key)
            if other is not None and other.name == key and isinstance(symbol, tm.VectorVariable):
                symbol = tm.VectorVariable(f"{{{key}}}")
            elif other is not None and other.name == key and isinstance(symbol, tm.Variable):
                symbol = tm.Variable(f"{{{key}}}", symbol.domain, symbol.sign, symbol.least)
            self.names[key] = symbol

    def size(self, text: str) -> tm.Scalar:
        """A size or a constant in a phrase; its letters are natural numbers where nothing else is declared."""
        from symproof.readers.resolve import NotUnderstood, Reading, resolve  # terms are read with a context

        node = parse(text).clauses[0].members[0] if parse(text).clauses else None
        if node is None:
            raise DeclarationError(f'"{text}" is no size')
        key = canonical_name(text)
        if text.strip().isalpha() and key not in self.names:
            self.put(key, tm.Variable(key, "natural", least=1))
        outcome = resolve(node, self)
        if isinstance(outcome, Reading) and isinstance(outcome.term, tm.Scalar):
            return outcome.term
        raise DeclarationError(f'"{text}" is no size' + (f": {outcome}" if isinstance(outcome, NotUnderstood) else ""))

    def matrix(self, key: str, phrase: str) -> tm.Term | None:
        """The matrix letter that a phrase such as "matrix n x m" declares; None where one is no size, "matrix N x rank"."""
        try:
            symbol, _ = read_phrase(key, phrase, self.size)
        except DeclarationError:
            return None
        assert isinstance(symbol, tm.Term)  # a matrix
        return symbol

    def forget(self, listed: str) -> None:
        """Let go what was inferred of a name, under which it is listed: `a`, or `a_{\\cdot}` of a name with an index."""
        self.inferred.pop(listed, None)
        if listed.endswith(MEMBER):
            self.families.pop(listed.removesuffix(MEMBER), None)
            self.names.pop(listed, None)
        else:
            self.names.pop(listed, None)

    def beside_letters(self) -> list[str]:
        """The sequences that are inferred beside a letter of their name that is declared: x_k beside x, as they are listed."""
        bases = [listed.removesuffix(MEMBER) for listed in self.inferred if listed.endswith(MEMBER)]
        return [member_of(base) for base in bases if base in self.names and base not in self.inferred]

    def take_over(self, other: Context) -> None:
        """Know what another context knows, and no more."""
        self.names, self.families, self.inferred = other.names, other.families, other.inferred
        self.given, self.above, self.likely = other.given, other.above, other.likely
        self.counted = other.counted
        self.entries, self.spreads, self.compared = other.entries, other.spreads, other.compared

    def take_matrix(self, key: str, phrase: str) -> None:
        """Know an undeclared letter, or one that is declared as a vector, as a matrix or a column."""
        try:
            symbol, _ = read_phrase(key, phrase, self.size)
        except SymproofError:  # a size that is known as no whole number
            return
        self.names[key] = symbol
        self.families.pop(key.removesuffix(MEMBER), None)
        self.inferred[key] = phrase

    def table(self, key: str | None) -> tm.Matrix | None:
        """The matrix whose columns are the members of a family."""
        found = self.names.get(member_of(key)) if key else None
        return found if isinstance(found, tm.Matrix) else None

    def of_entries(self, key: str | None, sub: Node) -> tm.Matrix | None:
        """The matrix or the column whose entries a letter stands for with an index, or two."""
        whole = self.names.get(self.entries.get((key or "", number_of_indices(sub)), ""))
        return whole if isinstance(whole, tm.Matrix) else None

    def knows(self, key: str) -> bool:
        """Whether a name in one spelling is declared or inferred."""
        return key in self.names or key in self.families

    def defines(self, name: str) -> bool:
        """Whether a name is a function that a definition has given, or one that waits for it."""
        return isinstance(self.names.get(canonical_name(name)), (Macro, Undefined))

    def survey(self, formulas: Iterable[Formula], *, with_matrices: bool = False) -> None:
        """Infer from all formulas of a document together what its undeclared letters are, where one reading survives."""
        from symproof.readers.resolve.cardinalities import counted
        from symproof.readers.resolve.described import said_of_members
        from symproof.readers.resolve.survey import infer

        clauses = [clause for formula in formulas for clause in formula.clauses]
        self.counted.update(*map(counted, clauses))
        infer(self, [*clauses, *said_of_members(clauses, self.sets)], with_matrices=with_matrices)

    def define(self, name: str, parameters: tuple[Term, ...], body: Term) -> None:
        """Let calls of `name` be read as `body` from here on."""
        key = canonical_name(name)
        self.inferred.pop(key, None)
        self.names[key] = Macro(key, parameters, body)


def listed_names(text: str) -> list[str]:
    r"""The names between commas, each as it is written; `f(a, b)` is one."""
    return [each.strip() for each in SPLIT.split(text)]
