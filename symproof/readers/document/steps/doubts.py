"""Why a point at which a step fails would not refute it: what its text leaves unread, or says of its letters elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import partial

from symproof import term as tm
from symproof.properties import Property
from symproof.readers.document.finding.located import Source, paragraph_at
from symproof.readers.document.known.bearing import (
    TOLD,
    bears_on,
    binds,
    is_a_slip,
    is_kept_by,
    is_spoken_of,
    lasts,
    lines_before,
    says_no_more,
    under_an_equation,
    unread_quality,
)
from symproof.readers.document.known.gate import EQUATION, Said, why_not
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import (
    agreement,
    is_multiple_of_itself,
    is_of_products,
    is_taken_into_factors,
)
from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.known.ties import fixed_letters, may_speak_of, spread, tied
from symproof.readers.document.lines.kinds import SLOPES, is_word_equation
from symproof.readers.document.lines.meanings import is_of_a_table
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.words import adjectives
from symproof.readers.document.words.chance import OF_CHANCE, are_any
from symproof.readers.document.words.languages import FOREIGN, may_say_more
from symproof.readers.document.words.prose import Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.dependence import is_unknown_rate
from symproof.readers.resolve.structures import are_spoken_of
from symproof.statement import And, Prop, Relation, both_ways, is_equation
from symproof.substitution import substitute
from symproof.term import (
    Function,
    GradientAt,
    MatrixVariable,
    Mul,
    Neg,
    Number,
    Pow,
    Scalar,
    Sum,
    Term,
    Variable,
    VectorVariable,
    is_integer_letter,
)

INVERSE = re.compile(r"\binverses?\b(?!\W{0,3}of\b)", re.IGNORECASE)
"""A word that may tie one matrix to another, "A and its inverse B"."""

SIMPLE = re.compile(
    r"\b(simplify|evaluate|compute|calculate)( (the|this|following|value|of|expression|term|sum|product|quotient|fully))*[\W$]*$",
    re.IGNORECASE,
)
HENCE = re.compile(
    r"\b(hence|so|thus|therefore|consequently|we (get|have|obtain|find|see)|gives|yields|that is)( that)?[\W$]*$",
    re.IGNORECASE,
)
NEAR, BEFORE = 6, 60
"""How many formulas before a chain may name what it works out, and how many letters before that the words that ask for it."""


OTHER_ARITHMETIC = re.compile(
    r"\b(?:work|calculat|comput|reduc|arithmetic|everything)\w*\b[^.;$]{0,40}\bmod(?:ulo)?\b|"
    r"\b(?:in|over)\s+\$?\\math(?:bb|bf)\s*\{?\s*(?:F|Z\s*\}?\s*[/_])|\bboolean\b|\bo['’]clock\b|"
    r"(?:^|[.;:\n]\s*)in (?:base|binary|hexadecimal|octal|ternary)\b|\b(?:written|digits?|notation|numbers?) in base\b",
    re.IGNORECASE,
)
"""Words of a text in which 5 + 4 may be 2, and 1 + 1 may be 10."""

MODULO = re.compile(r"\\[bp]?mod\b|\bmod(?:ulo)?\b")
"""Beside it 5^{-1} may be 3."""
WANTED = re.compile(r"\b(?:needs?|requires?|must|wants?|solv\w*)\b", re.IGNORECASE)
"""Words before an equation that is to hold for some values."""
FACTORS = re.compile(
    r"\b(?:factor(?:s|ed|ing|i[sz]es?|i[sz]ed|i[sz]ation)?|"
    r"(?:polynomial|long|synthetic) division|division (?:gives|yields|shows))\b[^.;]*$",
    re.IGNORECASE,
)
"""Words before a product that a polynomial is said to be."""


ENDS_HERE = re.compile(r"[\s.$]*(?:\\[\])]|\\end\{\w+\*?\})?[\s.$]*(?:\n\s*\n|\Z|(?<=[.$])\s+(?=[A-Z]))")
"""The end of a sentence behind a formula."""
SAYS_MORE = re.compile(
    r"\b(?:here|where|with|for|if|when|suppos\w*|assum\w*|denot\w*|are|is|provided|weights?)\b", re.IGNORECASE
)
"""Words behind it in its paragraph that may say what its letters are."""


class Doubts:
    """Says what stands against refuting the steps of a document; `explicit` are the names that somebody declared."""

    def __init__(
        self,
        source: Source,
        context: Context,
        known: Knowledge,
        explicit: set[str],
        steps: Sequence[Step],
        heard: Sequence[Heard],
    ) -> None:
        self.source, self.context, self.known = source, context, known
        self.explicit, self.steps, self.heard = explicit, steps, heard

    def against(self, step: Step, chain: bool, said: Announcement, role: str, arrow: Collection[Term]) -> str:
        """Why a failing point would not refute this step, or "" where it would."""
        assert step.statement is not None
        given = [fact.prop for fact in step.given]
        if not step.statement.free and OTHER_ARITHMETIC.search(paragraph_at(self.source.text, step.offset)):
            return "the text may calculate in residues, or in another base"
        if _inverts_whole(step.statement) and MODULO.search(paragraph_at(self.source.text, step.offset)):
            return "an inverse may be one modulo a number"
        if may_say_more(self.source.text, step.statement):
            return FOREIGN
        sums = [each for each in step.statement.subterms() if isinstance(each, Sum)]
        counts = {each for part in sums for each in part.high.free if is_integer_letter(each)}  # how many are added up
        bound = all(
            letter in arrow or letter in counts or is_spoken_of(letter, given) for letter in step.statement.free
        )
        whole = all(is_integer_letter(letter) for letter in step.statement.free)
        here = paragraph_at(self.source.text, step.offset)
        bound = bound or (whole and step.spoken and not adjectives.KINDS.search(here))
        unread = [
            each
            for each in self.known.unread
            if may_speak_of(each.latex, step.statement.free, given)
            and binds(each.latex, step.statement)
            and (each.part == self.known.part or self._lasts(f"${each.latex.strip('$')}$", step, given))
        ]
        if is_word_equation(step.statement) and not self._are_told(step.statement) and are_spoken_of(self.source.text):
            return "its letters may be elements of a group"
        if _sets_slope_to_zero(step) and not step.universal:
            return EQUATION
        if (entry := _entry_beside_its_vector(step.statement)) is not None:
            return f"{entry[0]} may be an entry of {entry[1]}"
        step.slip = slip = is_a_slip(step.statement, given, self.source.text, step.offset) or (
            chain and is_multiple_of_itself(step.statement)
        )
        if step.statement.free and unread and not slip:
            all_or_one = ", which may be said of one index or of each" if unread[-1].of_one else ""
            return f"a hypothesis is not understood: {unread[-1].latex} (line {unread[-1].line}){all_or_one}"
        items = (getattr(letter, "item", letter) for letter in step.statement.free)  # of a sequence, its members
        larger = (letter for letter in items if isinstance(letter, (MatrixVariable, VectorVariable)))
        numbers = all(map(is_unknown_rate, larger))
        alone = spread(step.statement.free, fixed_letters(given))
        chance = OF_CHANCE.search(step.latex)
        aside = adjectives.ABOUT_MATRICES if chance else adjectives.ABOUT_MATRICES | adjectives.ABOUT_CHANCE
        words = [
            word
            for word, part, offset, _ in self.known.adjectives
            if not (word in adjectives.ABOUT_CHANCE and _has_its_variance(step.statement, given))
            and not (numbers and (word in aside or (word in adjectives.OF_ONE_NUMBER and bound and len(alone) < 2)))
            and (part == self.known.part or self._lasts(paragraph_at(self.source.text, offset), step))
            and not is_kept_by(word, step.statement, self.source.text[:offset])
            and bears_on(self.source.text, word, offset, step.statement, given)
        ]
        if words and (step.statement.free or chance) and not slip:
            return f"the text speaks of “{words[0]}”, which is not read"
        bound_letters = [each for each in given if not isinstance(each, Property) and each.free & step.statement.free]
        for function in {letter for each in bound_letters for letter in each.free if isinstance(letter, Function)}:
            if isinstance(self.context.names.get(function.name), Macro):  # which the text has given since
                return f"a hypothesis speaks of {function.name} before it is given"
        if is_of_products(step.statement) and INVERSE.search(self.source.text, 0, step.offset):
            return "one of the matrices may be the inverse of the other"
        if step.statement.free and adjectives.names_segments(step.latex, self.source.text):
            return "two capital letters side by side may name what lies between two points"
        if (word := unread_quality(step.statement, given, self.known.qualities)) and not slip:
            return f"the text speaks of “{word}”, which is not read"
        below = step.statement, self.known.claims, step.part, self.known.equation
        if step.previous is None and (doubt := under_an_equation(*below)):
            return doubt
        linked = (role == "conclusion" or step.linked) and not step.bounds_a_size
        any_chance = are_any(step.statement, given, self.source.text, step.offset)
        tabled = linked and is_of_a_table(step.latex, self.context)
        ranged = said.ranged and (bool(given) or bound)  # with what, the words before a bare letter say
        asked = said.claims or tabled or ((self.known.asked or ranged) and self.known.equation is None)
        asked |= role == "goal" or any_chance or self._says_anew(step.statement, linked=linked)
        before = lines_before(step, self.steps)
        told_no_more = TOLD.search(here) is None
        plain = told_no_more and self._says_no_more(step, before, linked=linked, bound=bound)
        pairs, names = self.context.imaginary, self.context.names
        # of a matrix whose size only its uses say, a text may know more than that
        declared = self.explicit - {key for key in self.context.inferred if isinstance(names.get(key), MatrixVariable)}
        declared |= self.context.placed.keys()  # vectors by their entries: any vectors are meant
        declared |= self._brought_in_here(step)
        how = Said(
            said.universal, chain, asked, linked, bound, any_chance, slip, tabled, step.stated, pairs,
            asked and self._works_out(step), told_no_more and not before, plain and not before,
        )  # fmt: skip
        step.gate = partial(why_not, step.statement, explicit=declared, said=how)
        if plain and before:
            step.behind = before, why_not(step.statement, given, declared, how._replace(plain=True))
        return why_not(step.statement, given, declared, how)

    def _says_no_more(self, step: Step, before: Sequence[int], *, linked: bool, bound: bool) -> bool:
        """Whether words lead to a step, from hypotheses on its letters or from the lines `before`, that say nothing else; these
        lines hold under what holds here."""
        assert step.statement is not None
        letters, given = step.statement.free, [fact.prop for fact in step.given]
        told = all(self.known.told.get(str(each)) == self.known.part for each in letters)
        if not ((linked and (bound or before)) or (step.because and (bound or told))):
            return False
        lines = [self.steps[number] for number in before]
        old = (fact.prop for each in lines for fact in each.given if fact.kind == "hypothesis")
        reals = frozenset(each for each in letters if not is_integer_letter(each))  # indices have ranges
        if any((prop.free & reals) and prop not in given for prop in old):
            return False
        return says_no_more(step, self.source, self.heard, self.known.begun, lines, told=told)

    def _brought_in_here(self, step: Step) -> set[str]:
        """The sequences of which a text speaks for the first time in a sentence that says nothing else of them, and ends with it:
        "by Cauchy-Schwarz, (sum a_i)^2 <= n sum a_i^2." Any numbers are meant."""
        assert step.statement is not None
        names = {each.name for each in step.statement.free if isinstance(each, tm.Sequence)}
        rest = paragraph_at(self.source.text, step.offset).rpartition(step.latex)[2]
        if not names or not ENDS_HERE.match(self.source.text, step.end) or SAYS_MORE.search(rest):
            return set()
        return names if says_no_more(step, self.source, self.heard, 0, [step], told=False) else set()

    def _says_anew(self, claim: Prop, *, linked: bool) -> bool:
        """Whether a line says of a polynomial which product it is, to which words lead (`linked`), and a line before it, which is
        right for all values, does too; or the product has one of its zeros, `x^2 - 5x + 6 = (x - 2)(x - 4)`."""
        start = self.heard[-1].start
        if not isinstance(claim, Relation) or not is_taken_into_factors(claim):
            return False
        led = sentence_before(self.source.text[max(0, start - BEFORE) : start])
        if (linked or FACTORS.search(led)) and has_a_common_zero(claim) and not WANTED.search(led):
            return True
        if not linked or not HENCE.search(self.source.text, max(0, start - BEFORE), start):
            return False
        lines = [each.prop for each in self.known.claims[-NEAR:] if isinstance(each.prop, Relation)]
        right = [each for each in lines if is_equation(each) and agreement(each) == 1]
        return any(claim.left in (each.left, each.right) for each in right)

    def _are_told(self, claim: Prop) -> bool:
        """Whether the text says of all letters of a line what numbers they are."""
        return {str(each) for each in claim.free} <= self.known.told.keys()

    def _works_out(self, step: Step) -> bool:
        """Whether the last link of a chain says to what number its first member comes, a term of which the text has asked before
        for a simple form."""
        claim = step.statement
        if not is_equation(claim) or step.first is None or claim.right.free or set(step.before) != {"="}:
            return False
        named = [each for each in self.heard[-NEAR:] if each.role == "mention" and each.reading == str(step.first)]
        return any(SIMPLE.search(self.source.text, max(0, each.start - BEFORE), each.start) for each in named)

    def _lasts(self, said: str, step: Step, tying: Collection[Prop] = ()) -> bool:
        """Whether words of a part before bear on a step: they speak of all, or of letters of which this part says nothing, or of
        letters that hypotheses tie to these."""
        assert step.statement is not None
        letters = tied(step.statement.free, tying)
        old = [each for each in letters if not self.known.speaks_of(each, step.given, here=True)]
        return lasts(said, old)


def has_a_common_zero(equation: Relation) -> bool:
    """Whether a side of an equation in one letter is a product, of which a factor is linear and zero where the other side is.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> has_a_common_zero(eq(x**2 - 5*x + 6, (x - 2)*(x - 4))), has_a_common_zero(eq(x**2 - 5*x + 6, (x - 1)*(x - 4)))
    (True, False)
    """
    (letter,) = equation.free
    for whole, product in both_ways(equation):
        for factor in product.args if isinstance(product, Mul) else ():
            factor = factor.base if isinstance(factor, Pow) else factor
            low, middle, high = (_value_at(factor, letter, Fraction(k)) for k in (-1, 0, 1))
            if low is not None and middle is not None and high is not None and low + high == 2 * middle and low != high:
                if _value_at(whole, letter, 2 * middle / (low - high)) == 0:
                    return True
    return False


def _value_at(term: Term, letter: Term, value: Fraction) -> Fraction | None:
    there = substitute(term, {letter: Number(value)})
    return value_of(there) if isinstance(there, Scalar) else None


def _inverts_whole(statement: Prop) -> bool:
    """Whether a statement has a number to the power -1, which is the inverse of something else modulo another one."""
    powers = (each for each in statement.subterms() if isinstance(each, Pow) and isinstance(each.base, Number))
    return any(each.exponent in (Number(Fraction(-1)), Neg(Number(Fraction(1)))) for each in powers)


def _sets_slope_to_zero(step: Step) -> bool:
    r"""Whether a chain that works out a derivative ends with `= 0`, `\nabla f(x) = Ax - b = 0`: an equation to be solved."""
    prop = step.statement
    ends = step.links and isinstance(step.first, (*SLOPES, GradientAt)) and is_equation(prop)
    return bool(ends and isinstance(prop, Relation) and prop.left.free and str(prop.right) == "0")


def _entry_beside_its_vector(statement: Prop) -> tuple[Term, Term] | None:
    """A number u_1 of a statement that also speaks of a vector u, and that vector: the text may mean its first entry."""
    vectors = {each.name: each for each in statement.free if isinstance(each, (VectorVariable, MatrixVariable))}
    numbers = sorted((each for each in statement.free if vectors and isinstance(each, Variable)), key=str)
    found = ((each, vectors.get(each.name.partition("_")[0])) for each in numbers if "_" in each.name)
    return next(((number, vector) for number, vector in found if vector is not None), None)


def _has_its_variance(statement: Prop, given: Sequence[Prop]) -> bool:
    """Whether a statement is on one random number, of which it is said what the variance is: independence adds nothing."""
    moved = [each for each in statement.free if " - E[" in str(each)]
    parts = [part for prop in given for part in (prop.args if isinstance(prop, And) else (prop,))]
    squares = [part.left for part in parts if is_equation(part)]
    told = [each for each in squares if isinstance(each, Pow) and each.free == {*moved}]
    return len(moved) == 1 and isinstance(moved[0], VectorVariable) and bool(told)
