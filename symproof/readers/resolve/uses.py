"""How undeclared names are used, and what follows for each: a symbol, or nothing where more than one reading is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.scripts import BELOW
from symproof.readers.phrases import Undefined
from symproof.readers.resolve.complex_numbers import PARTS, Complex
from symproof.readers.resolve.context import Context, member_of
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical, is_small_letter, with_scripts
from symproof.readers.resolve.shapes import CAPITAL_INDICES, COUNTING, has_capitals
from symproof.readers.resolve.values import Point

FUNCTIONS = frozenset(
    ("f", "g", "h", "F", "G", "H", r"\phi", r"\psi", r"\varphi", r"\Phi", r"\Psi", r"\ell", "J", r"\mathcal{L}")
)
LABELS = frozenset(("*", BELOW, "+", "-", r"{\dagger}", r"{\perp}", r"{\ast}"))
"""What may stand above a letter as a part of its name."""
OF_RANDOM = frozenset(("p", "f", "F", "P", "M", "G", "g", "m", "q", "S", r"\phi", r"\varphi", r"\Phi", r"\psi"))
"""What with a random number below it is a function: p_X(3), F_X(x), M_X(t)."""
CONSTANTS = frozenset(("e", r"\mathbf{0}", r"\mathbf{1}", r"\pi", r"\infty", r"\partial", r"\emptyset", r"\Re", r"\Im"))
OF_SIZE = frozenset("nmpdkrN")
"""What may stand below an identity matrix for its size."""
LETTER = re.compile(r"\\[A-Za-z]+|[A-Za-z]")
CONJUGATED = re.compile(r"^\\bar\{(.+?)\}|\^\*$")
"""What makes the conjugate of a complex number of its name."""
SETS = frozenset(("mathbb", "mathfrak"))
SPREADS = frozenset(rf"\mathrm{{{name}}}" for name in ("Var", "var", "Cov", "cov"))
OPERATORS = frozenset(
    (
        "E",
        "P",
        "O",
        "o",
        r"\mathbb{E}",
        r"\mathbb{P}",
        r"\mathbb{V}",
        *SPREADS,
        r"\mathcal{O}",
        r"\Pr",
    )
)
"""What is no letter before brackets."""
MEASURES = frozenset(("P", r"\mathbb{P}", r"\Pr"))


def is_applied(name: t.Node, fence: t.Node | None) -> bool:
    r"""Whether a capital letter with a small one alone in the brackets behind it is a function there, as nobody writes a product,
    `M_X(t)`, `M[t]`, `\Pi_C(x_k)`, `\hat{L}(w)`; and a small one with a t, `x(t)`."""
    key = canonical(name) if isinstance(name, (t.Name, t.Scripted)) else None
    letter = fence.body if isinstance(fence, t.Fence) and fence.left in "([" and not fence.apart else None
    if isinstance(letter, t.Scripted) and letter.sup is None and not letter.primes:
        letter = letter.base
    if key is None or key in OPERATORS or not isinstance(letter, t.Name) or letter.style:
        return False
    in_time = letter.text == "t" and IN_TIME.fullmatch(key) is not None
    return in_time or (APPLIED.fullmatch(key) is not None and is_small_letter(letter.text))


IN_TIME = re.compile(r"(?:[a-z]|\\(?:mathbf|boldsymbol|vec)\{[a-z]\})(?:_(?:\w|\{.*\}))?")
"""Small letters that are functions of the time t."""
CAPITAL = r"(?:[A-Z]|\\(?:Pi|Phi|Psi|Theta|Lambda|Xi|Omega)|\\mathcal\{[A-Z]\})"
"""A capital letter, Greek and calligraphic ones too; Gamma, Delta and Sigma have uses of their own."""
APPLIED = re.compile(rf"(?:{CAPITAL}|\\(?:hat|tilde|bar)\{{{CAPITAL}\}})(?:_(?:\{{\\?\w+(?:\{{\w+\}})?\}}|\w))?")
MARKED = re.compile(r"\\(?:hat|tilde|bar)\{(.*)\}")


def heads_a_call(argument: t.Node | None, fence: t.Node | None) -> bool:
    r"""Whether behind `\log` without brackets a function stands, at what is in the brackets behind it, `\log \sigma(z)`."""
    called = isinstance(fence, t.Fence) and fence.left in "([" and not fence.apart and fence.body is not None
    if argument is None or not called:
        return False
    key = canonical(argument)
    if key in MEASURES:
        return isinstance(fence, t.Fence) and isinstance(fence.body, (t.Name, t.Such))
    return key in (*FUNCTIONS, r"\sigma", r"\Gamma") or is_applied(argument, fence)


OWN = frozenset(("E", "P"))
"""Of these, what may be a function of the text all the same."""


@dataclass(slots=True)
class Uses:
    """How a name is used."""

    bare: int = 0
    below: int = 0
    """How many of the bare ones stand below a name: as its index, or to say whose it is, N_u of a function u."""
    called: int = 0
    plainly_called: int = 0
    function: bool = False
    many: bool = False
    vector: bool = False
    vector_argument: bool = False
    bold: bool = False
    bound: bool = False
    whole: bool = False
    from_one: bool = False
    lowered: list[str] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    raised: int = 0
    raised_number: int = 0
    transposed: bool = False
    tabled: bool = False
    number: bool = False
    """It divides, stands under a root, or is larger or smaller than something."""
    stated: bool = False
    """The text says what it is: `f(x) = ...`, `e = w x - y`."""
    own: bool = False
    """With a number below it is a letter of its own, though it stands with an index somewhere too."""
    letters: tuple[str, ...] = ()
    """The letters at which a function is given."""
    domain: str = ""
    arguments: list[t.Node] = field(default_factory=list)

    def is_vector(self, key: str) -> bool:
        """Whether a name that is used so is a vector."""
        marked = self.bold or self.transposed
        small = _small(key) or self.is_difference(key)
        return self.vector or key.startswith(r"\vec") or self.domain == "vector" or (marked and small)

    def is_difference(self, key: str) -> bool:
        r"""Whether a name is `\Delta_t`, of which no one makes a matrix."""
        return key == r"\Delta" and bool(self.lowered)


def _sizes(context: Context, uses: dict[str, Uses]) -> None:
    """Letters that are the sizes of matrices are natural numbers, wherever else they stand."""
    domains = [each.domain.removeprefix("matrix ") for each in uses.values() if each.domain.startswith("matrix ")]
    for size in {size for each in domains for part in each.split(" x ") for size in LETTER.findall(part)}:
        known = context.names.get(size)
        if isinstance(known, tm.Variable) and not tm.is_integer(known) and size in context.inferred:
            del context.names[size], context.inferred[size]
            uses.setdefault(size, Uses())
        if size in uses:
            uses[size].whole = uses[size].from_one = True


def settle(context: Context, uses: dict[str, Uses]) -> None:
    """Declare what is not declared."""
    context.numbers |= {key for key, each in uses.items() if each.number or each.whole or each.bound}
    context.spreads = not SPREADS.isdisjoint(uses)
    _name_by_functions(uses)
    _points(context, uses)
    _sizes(context, uses)
    for key in list(uses):
        symbols = list(_symbols(context, uses, key))
        if key in context.before and member_of(key) not in context.before:  # eta of the parts before, beside eta_t
            symbols.reverse()
        for declared, symbol in symbols:
            known = context.families if isinstance(symbol, tm.Sequence) else context.names
            if declared not in known:
                context.put(declared, symbol)
                context.inferred[member_of(declared) if isinstance(symbol, tm.Sequence) else declared] = _in_words(
                    symbol
                )


def _name_by_functions(uses_of: dict[str, Uses]) -> None:
    """Take L_f, below which the function f(x) stands, and sigma_w beside w_1, ..., w_n, for letters of their own, no members."""
    labels = Counter(label for uses in uses_of.values() for label in uses.lowered)
    for label in labels.keys() & uses_of.keys():
        uses_of[label].below = labels[label]
    for key, uses in list(uses_of.items()):
        for label in dict.fromkeys(uses.lowered):
            below = uses_of.get(label)
            called = below is not None and below.plainly_called and _is_function(label, below, sequence=False)
            counts = below is None or below.bound or below.bare > below.below or label in "ijklmnrst"
            if below is not None and (called or (below.lowered and not counts)):
                uses.lowered = [each for each in uses.lowered if each != label]
                below.whole = False
                uses_of.setdefault(with_scripts(key, label, ""), Uses(bare=1, bold=uses.bold))


def _points(context: Context, uses_of: dict[str, Uses]) -> None:
    """Know a bold letter without index as the point of the letters at which a function is given, f(w_1, w_2)."""
    for letters in dict.fromkeys(uses.letters for uses in uses_of.values() if len(uses.letters) > 1):
        base = letters[0].partition("_")[0]
        key = rf"\mathbf{{{base}}}"
        uses = uses_of.get(key)
        numbered = letters == tuple(f"{base}_{k + 1}" for k in range(len(letters)))
        if uses is None or not numbered or key in context.names or key in context.families:
            continue
        if not (uses.vector or uses.transposed or uses.lowered or uses.raised):
            context.names[key] = Point(letters)
            context.inferred[key] = f"({', '.join(letters)})"


def _symbols(
    context: Context, uses_of: dict[str, Uses], key: str
) -> Iterator[tuple[str, tm.Term | Undefined | Complex]]:
    """What a name stands for, by its uses; with an index and without it may be two things."""
    uses = uses_of[key]
    if isinstance(context.names.get(key), tm.Function) and key not in context.families:
        if key in FUNCTIONS and uses.lowered and not uses.own:  # f_n beside an f that is declared
            yield key, tm.Sequence(key, tm.Variable(key))
        return
    if _is_no_letter(context, uses_of, key):
        return
    if "'" in key:  # a derivative, or a letter of its own: a vector has no derivative
        if uses.vector and not uses.called:
            yield key, tm.VectorVariable(key)
        elif _is_another(uses_of, key):
            yield key, tm.Variable(key)
        return
    if _needs_declaring(context, uses_of, key):
        return
    if key == "e" and uses.lowered and not (uses.stated and uses.bare):  # errors e_t, beside the number e
        yield key, tm.Sequence(key, tm.VectorVariable(key) if uses.vector else tm.Variable(key))
        return
    vector = uses.is_vector(key)
    sequence = bool(uses.lowered and not uses.own) or (vector and bool(uses.raised or uses.raised_number))
    as_function = _is_function(key, uses, sequence)
    if as_function is not None:
        if as_function:
            yield key, Undefined(key) if uses.many else tm.Function(key, "vector" if uses.vector_argument else "real")
        if as_function and uses.lowered and not uses.own and key not in context.families:  # f_n beside f(x)
            yield key, tm.Sequence(key, tm.VectorVariable(key) if vector else tm.Variable(key))
        return
    family = key in context.families
    if sequence and not family:
        if not uses.lowered:
            context.above.add(key)
        whole = any(each.whole and name.startswith((f"{key}_", f"{key}^")) for name, each in uses_of.items())
        item = tm.VectorVariable(key) if vector else tm.Variable(key, "natural" if whole else "real")
        yield key, tm.Sequence(key, item)
    if _stands_alone(uses, vector, sequence, family):
        symbol = _letter(context, key, uses, vector)
        if symbol is not None:
            yield key, symbol


def _is_another(uses_of: dict[str, Uses], key: str) -> bool:
    """Whether x' is a number beside x, and no derivative: the text says where it lies or where both lie, or a function is taken
    at both."""
    uses, plain = uses_of[key], key.rstrip("'")
    beside = uses_of.get(plain, Uses())
    if uses.own:
        return uses.domain in ("", "real")
    if uses.called or beside.called or beside.function:
        return False
    if uses.number and beside.number and not beside.stated:  # both are larger or smaller than something
        return True
    taken = [{canonical(each) for each in other.arguments} for other in uses_of.values()]
    return any({key, plain} <= each for each in taken)


def _is_no_letter(context: Context, uses_of: dict[str, Uses], key: str) -> bool:
    """Whether a name is known, a constant, a mark, or a part of a notation that has its own reader."""
    uses = uses_of[key]
    above = key.rpartition("^")[2]
    if "^" in key and above not in LABELS and not above.startswith(r"{\mathrm"):
        return True
    if key in context.names or key.startswith((r"\mathrm{Id}", r"\mathbb", r"\mathfrak", r"\unit")) or uses.tabled:
        return True
    if key in context.densities and not uses.bare:
        return True
    if _is_conjugate(context, uses_of, key) or (context.imaginary and key in PARTS):
        return True
    if key in SPREADS or (key == "E" and not uses.stated and not SPREADS.isdisjoint(uses_of)):  # E x beside Var x
        return True
    if key == r"\delta" and not uses.bare and uses.lowered and not _counts_on(uses.lowered):
        return True  # Kronecker's
    if key in ("I", "I_n") and not uses.called and all(label in OF_SIZE for label in uses.lowered):
        if _has_matrices(context, uses_of):
            return True  # the identity
    if key == "i" and key not in context.own and not (uses.bound or uses.whole or uses.domain or uses.lowered):
        return True  # the imaginary unit
    own = (key == "e" and bool(uses.stated or uses.lowered)) or key in context.own
    return key in CONSTANTS and not own


def _is_conjugate(context: Context, uses_of: dict[str, Uses], key: str) -> bool:
    """Whether a name is that of a complex letter under a bar."""
    letter = CONJUGATED.sub(r"\1", key)
    if letter == key:
        return False
    known = context.names.get(letter)
    return isinstance(known, Complex) or (known is None and _is_complex(context, letter, uses_of.get(letter, Uses())))


def _is_complex(context: Context, key: str, uses: Uses) -> bool:
    """Whether a text says of a letter that it is complex, by words or by the set in which it lies."""
    return key in context.complexes or uses.domain == "complex"


def _needs_declaring(context: Context, uses_of: dict[str, Uses], key: str) -> bool:
    """Whether a name is a member of a sequence, or a matrix, whose size its uses do not say."""
    uses = uses_of[key]
    base = key.partition("_")[0].partition("^")[0]
    family = uses.plainly_called and not uses.bare and base in FUNCTIONS  # f_t(x), whose f_t stands alone elsewhere
    below = key.partition("_")[2].strip("{}")
    if (
        "_" in key
        and not (below.isupper() and not set(below) <= CAPITAL_INDICES)
        and (
            (
                base in context.families
                and base not in context.above
                and not (family and member_of(base) in context.inferred)
            )
            or (base in uses_of and uses_of[base].lowered and not uses_of[base].own and not family)
        )
    ):
        return True
    matrix = uses.transposed or (uses.bold and not uses.is_vector(key))
    matrix &= not (_small(key) or uses.is_difference(key))
    return (matrix or key in context.unsized) and not uses.domain.startswith("matrix")


def _is_function(key: str, uses: Uses, sequence: bool) -> bool | None:
    """Whether a name before brackets is a function; False where nothing can be said of it, None where it is a factor."""
    base = MARKED.sub(r"\1", key.partition("_")[0].partition("^")[0])
    bare = uses.bare > uses.below
    if uses.called and key.startswith(r"\mathrm{"):  # a word before brackets is no factor
        return not bare and base not in OPERATORS
    if uses.called and not bare and base in OF_RANDOM and key.partition("_")[2].strip("{}").isupper():
        return all(isinstance(each, (t.Number, t.Name)) for each in uses.arguments) or uses.function
    beside = sequence and base == key and key in FUNCTIONS and bool(uses.plainly_called)  # f_n beside f(x)
    if uses.called and not bare and not uses.bound and (not sequence or beside):
        if (base in OPERATORS and not _is_own(key, uses)) or key == r"\sigma":  # which is the logistic function
            return False
        if uses.function or base in FUNCTIONS or (base in OWN and uses.plainly_called):
            return uses.many or uses.function or bool(uses.plainly_called)
        return None
    if uses.function and (
        not bare
        or (uses.called and base in FUNCTIONS and not uses.lowered)
        or (uses.stated and uses.called and key != "e")
    ):
        return True
    return None


def _stands_alone(uses: Uses, vector: bool, sequence: bool, family: bool) -> bool:
    """Whether a name stands somewhere for itself, also where it is a sequence elsewhere (a `family`: one that is declared)."""
    raised = uses.raised or uses.raised_number
    return bool(
        uses.bare
        or uses.bound
        or uses.whole
        or uses.called
        or (raised and not sequence and not family)
        or (uses.raised_number and not uses.raised and not vector)  # x^2 beside x_n
        or (vector and not sequence)
    )


def _letter(context: Context, key: str, uses: Uses, vector: bool) -> tm.Term | Complex | None:
    """The letter that a name is; None for i, which may be the imaginary unit."""
    if vector:
        return tm.VectorVariable(key)
    if uses.domain.startswith("matrix"):
        return context.matrix(key, uses.domain)
    if _is_complex(context, key, uses):
        return Complex.letter(key)
    if uses.domain and uses.domain != "vector":
        counts = uses.domain == "integer" and uses.whole and key in COUNTING  # n of n^3 - n, and of (1 + x)^n
        domain = "natural" if counts else uses.domain
        return tm.Variable(key, domain, least=0 if domain == "natural" else None)
    if uses.bound or uses.whole or (key in ("n", "N") and key not in context.solved) or key in context.stepping:
        (context.customary.discard if uses.whole or key in context.stepping else context.customary.add)(key)
        return tm.Variable(key, "natural", least=int(uses.from_one))
    return None if key == "i" and key not in context.own else tm.Variable(key)


def _counts_on(labels: list[str]) -> bool:
    """Whether indices are those of a sequence, k and k + 1, and not the two of Kronecker's delta or their difference."""
    letters = [LETTER.findall(label) for label in labels]
    return all(len(each) == 1 for each in letters) and any(each[0] in labels for each in letters)


def _is_own(key: str, uses: Uses) -> bool:
    """Whether P or E is a letter or a function of the text: P(1 + r)^n, P(x) = x^2 + 1, E(w) = ..."""
    if key == "P" and not uses.plainly_called:
        return True
    letters = all(not has_capitals(arg) and not isinstance(arg, t.Text) for arg in uses.arguments)
    numbers = any(isinstance(arg, t.Number) for arg in uses.arguments)
    return key in OWN and (uses.stated or numbers) and letters


def _has_matrices(context: Context, uses_of: dict[str, Uses]) -> bool:
    """Whether there are matrices: declared, written out, or transposed capital letters."""
    return any(isinstance(symbol, (tm.Matrix, Grid)) for symbol in context.names.values()) or any(
        uses.tabled or (uses.transposed and not (_small(key) or uses.is_difference(key)))
        for key, uses in uses_of.items()
    )


def _in_words(symbol: tm.Term | Undefined | Complex) -> str:
    match symbol:
        case Complex():
            return "complex"
        case tm.VectorVariable():
            return "vector"
        case tm.Sequence(item=tm.VectorVariable()):
            return "sequence of vectors"
        case tm.Sequence(item=tm.Variable(domain="natural")):
            return "sequence of naturals"
        case tm.Sequence():
            return "sequence of reals"
        case tm.Function(on=on):
            return f"function of a {on}"
        case tm.MatrixVariable(rows=rows, columns=columns):
            sizes = [each.modulus if isinstance(each, tm.Cyclic) else each.high for each in (rows, columns)]
            return f"matrix {sizes[0]} x {sizes[1]}"
        case tm.Variable(domain=domain, least=least):
            return f"{domain} >= {least}" if least else domain
        case _:
            return "function"


def _small(key: str) -> bool:
    """Whether a name is a small letter, as those of vectors are; of a matrix they are capital."""
    letter = key.removeprefix(r"\bar{").removeprefix(r"\hat{").removeprefix(r"\tilde{").removeprefix(r"\mathbf{")
    letter = letter.lstrip("\\")
    return not letter[:1].isupper()
