r"""What the commands and signs of a formula are: one row per command, its kind of token and its canonical text.

A command that has no row is refused; a new one is a new word in a row. Names of kinds are those of `tokens`.
"""

from __future__ import annotations

import re
import unicodedata


def _names(names: str) -> dict[str, tuple[str, str]]:
    return {f"\\{name}": ("name", f"\\{name}") for name in names.split()}


def _as(kind: str, text: str, names: str) -> dict[str, tuple[str, str]]:
    return {f"\\{name}": (kind, text) for name in names.split()}


def _word(kind: str, names: str) -> dict[str, tuple[str, str]]:
    return {f"\\{name}": (kind, name) for name in names.split()}


GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi "
    "omega varepsilon vartheta varpi varrho varsigma varphi varkappa digamma Gamma Delta Theta Lambda Xi Pi Sigma Upsilon "
    "Phi Psi Omega"
)
FUNCTIONS = (
    "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln lg exp det dim ker deg gcd Pr hom arg"
)
OPERATORS = ("sum", "prod", "int", "oint", "iint", "iiint", "coprod", "bigcup", "bigcap", "bigoplus", "bigotimes")
LIMITS = ("lim", "limsup", "liminf", "max", "min", "sup", "inf", "argmin", "argmax")
OPTIMA = {"Lim": "lim", "minimize": "min", "minimise": "min", "maximize": "max", "maximise": "max"}
"""Words for some of them."""
STYLES = ("mathbf", "mathrm", "mathbb", "mathcal", "mathsf", "mathit", "mathtt", "mathfrak", "mathscr", "boldsymbol")
ACCENTS = (
    "hat", "bar", "vec", "dot", "ddot", "tilde", "widehat", "widetilde", "overline", "underline", "check", "breve",
    "acute", "grave", "mathring", "overrightarrow",
)  # fmt: skip

ACCENTS_ABOVE = {
    r"\wedge": "hat",
    r"\frown": "hat",
    r"\sim": "tilde",
    "-": "bar",
    r"\_": "bar",
    r"\rightarrow": "vec",
    r"\to": "vec",
}
"""Signs above a letter that are its accent, `\\overset{\\wedge}{p}`."""


CHANCE = ("E", "P", "Pr", "Var", "Cov")
"""Operators that a distribution stands below, `\\underset{x \\sim D}{\\mathbb{E}}`."""
STYLES_AND_BRACES = frozenset((*STYLES, "{", "}"))

COMMANDS: dict[str, tuple[str, str]] = {
    **_names(GREEK),
    **_names("partial ell hbar infty aleph emptyset Re Im imath jmath top bot wp square Box"),
    **_as("name", r"\emptyset", "varnothing empty"),
    **_as("name", r"\infty", "infin"),
    **_as("mark", "*", "star ast"),
    **_as("mark", r"\dagger", "dagger ddagger"),
    **_as("mark", r"\perp", "perp"),
    **_as("mark", r"\top", "top intercal"),
    **_as("nabla", "nabla", "nabla"),
    **_word("function", FUNCTIONS),
    **_as("function", "ln", "ln"),
    **_word("big", " ".join((*OPERATORS, *LIMITS))),
    **_word("style", " ".join(STYLES)),
    **_as("style", "boldsymbol", "bm pmb bold mathbfit"),
    **_as("style", "mathbf", "textbf bf"),
    **_as("style", "mathrm", "rm"),
    **_word("accent", " ".join(ACCENTS)),
    **_as("frac", "frac", "frac tfrac dfrac cfrac nicefrac sfrac"),
    **_as("binom", "binom", "binom tbinom dbinom"),
    **_as("sqrt", "sqrt", "sqrt"),
    **_as("ellipsis", "...", "dots ldots cdots dotsc dotsb dotsm dotsi vdots ddots hdots"),
    **_as("operatorname", "", "operatorname"),
    **_as("over", "", "underset overset stackrel"),
    **_as("choose", "choose", "choose"),
    **_as("choose", "over", "over"),
    **_as("brace", "", "overbrace underbrace"),
    **_as("substack", "", "substack"),
    **_as("quantifier", "forall", "forall"),
    **_as("quantifier", "exists", "exists"),
    **_as("not", "", "not"),
    **_as("lnot", "not", "lnot neg"),
    **_as("logic", "and", "land wedge"),
    **_as("logic", "or", "lor vee or"),
    **_as("sign", r"\pm", "pm plusmn"),
    **_as("sign", r"\mp", "mp"),
    **_as("op", "cdot", "cdot bullet sdot"),
    **_as("op", "times", "times"),
    **_as("op", "div", "div"),
    **_word("op", "circ odot otimes oplus cup cap setminus bmod mod"),
    **_as("pmod", "", "pmod"),
    **_as("'", "'", "prime"),
    **_as("rel", "<=", "le leq leqslant leqq"),
    **_as("rel", ">=", "ge geq geqslant geqq"),
    **_as("rel", "<", "lt"),
    **_as("rel", ">", "gt"),
    **_as("rel", "!=", "ne neq"),
    **_as("rel", ">", "nleq nleqslant"), **_as("rel", "<", "ngeq ngeqslant"),
    **_as("rel", ">=", "nless"), **_as("rel", "<=", "ngtr"),
    **_as("rel", ":=", "coloneqq triangleq doteq"),
    **_as("rel", "=:", "eqqcolon"),
    **_as("rel", "approx", "approx approxeq thickapprox"),
    **_word("rel", "equiv sim simeq cong propto in subset subseteq supset supseteq ll gg mapsto parallel vdash models"),
    **_word("rel", "prec preceq succ succeq lesssim gtrsim asymp nmid"),
    **_as("rel", "ni", "ni owns"),
    **_as("rel", "notin", "notin"),
    **_as("rel", "to", "to rightarrow longrightarrow rarr"),
    **_as("rel", "colon", "colon"),
    **_as("rel", "downto", "downarrow searrow"),
    **_as("rel", "upto", "uparrow nearrow"),
    **_as("rel", "gets", "gets leftarrow longleftarrow"),
    **_as("degree", "circ", "degree textdegree"),
    **_as("rel", "mid", "mid"),
    **_as("rel", "perp", "independent"),
    **_as("conn", "implies", "implies Rightarrow Longrightarrow rArr Rarr"),
    **_as("conn", "impliedby", "impliedby Leftarrow Longleftarrow"),
    **_as("conn", "iff", "iff liff Leftrightarrow Longleftrightarrow hArr Harr"),
    **_as("conn", "therefore", "therefore"),
    **_as("conn", "because", "because"),
    **_as("open", "<", "langle lang"),
    **_as("close", ">", "rangle rang"),
    **_as("open", "lfloor", "lfloor"),
    **_as("close", "rfloor", "rfloor"),
    **_as("open", "lceil", "lceil"),
    **_as("close", "rceil", "rceil"),
    **_as("open", "|", "lvert"),
    **_as("close", "|", "rvert"),
    **_as("open", "||", "lVert"),
    **_as("close", "||", "rVert"),
    **_as("open", "{", "lbrace"),
    **_as("close", "}", "rbrace"),
    **_as("open", "[", "lbrack"),
    **_as("close", "]", "rbrack"),
    **_as("open", "(", "lparen"),
    **_as("close", ")", "rparen"),
    **_as("bar", "|", "vert"),
    **_as("bar", "||", "Vert"),
    **_as("quad", "", "quad qquad"),
    **_as("newline", "", "cr newline"),
    **_as("begin", "", "begin"),
    **_as("end", "", "end"),
    **_as("text", "", "text textrm textit textsf texttt mbox hbox textnormal intertext shortintertext"),
    **_as("tag", "", "tag"),
    **_as("label", "", "label"),
    **_as("left", "", "left bigl Bigl biggl Biggl"),
    **_as("right", "", "right bigr Bigr biggr Biggr"),
    **_as("middle", "", "middle bigm Bigm biggm Biggm"),
    **_as("skip", "", "displaystyle ds textstyle scriptstyle scriptscriptstyle limits nolimits big Big bigg Bigg"),
    **_as("skip", "", "tiny small normalsize large Large LARGE huge Huge"),
    **_as("skip", "", "normalsize small large nonumber notag checkmark ensuremath mathop mathrel mathbin mathord mathopen"),
    **_as("skip", "", "blacksquare qed qedhere qedsymbol"),
    **_as("skip", "", "mathclose mathstrut strut allowbreak nobreak noindent hline relax mathinner smash hfill protect"),
    **_as("skip", "", "cancel bcancel xcancel"),
    **_as("space", "", "thinspace medspace thickspace enspace enskip negthinspace nobreakspace null space"),
    **_as("boxed", "", "boxed fbox"),
    **_as("drop", "", "phantom hphantom vphantom hspace vspace mspace color textcolor hskip eqref ref"),
    "\\,": ("space", ""), "\\;": ("space", ""), "\\:": ("space", ""), "\\ ": ("space", ""), "\\>": ("space", ""),
    "\\\n": ("space", ""), "\\!": ("skip", ""), "\\/": ("skip", ""), "\\-": ("skip", ""), "\\*": ("skip", ""),
    "\\{": ("open", "{"), "\\}": ("close", "}"), "\\|": ("bar", "||"), "\\\\": ("newline", ""),
    "\\%": ("percent", "%"), "\\&": ("text", "&"), "\\_": ("name", "\\_"), "\\#": ("name", "\\#"), "\\$": ("text", "$"),
}  # fmt: skip

SIGNS: dict[str, tuple[str, str]] = {
    "+": ("sign", "+"), "-": ("sign", "-"), "*": ("mark", "*"), "/": ("slash", "/"), "=": ("rel", "="),
    "<": ("rel", "<"), ">": ("rel", ">"), "(": ("open", "("), ")": ("close", ")"), "[": ("open", "["),
    "]": ("close", "]"), "{": ("{", "{"), "}": ("}", "}"), "_": ("_", "_"), "^": ("^", "^"), "'": ("'", "'"),
    ",": ("comma", ","), ";": ("comma", ";"), ".": ("period", "."), ":": ("rel", "colon"), "&": ("amp", "&"),
    "|": ("bar", "|"), "!": ("!", "!"), "~": ("space", ""), "✓": ("skip", ""), "✔": ("skip", ""),
}  # fmt: skip

COMPOUND: dict[str, tuple[str, str]] = {
    "<=": ("rel", "<="), ">=": ("rel", ">="), "<=>": ("conn", "iff"), "=>": ("conn", "implies"), "->": ("rel", "to"),
    ":=": ("rel", ":="), "==": ("rel", "="), "||": ("bar", "||"), "...": ("ellipsis", "..."), "\\\\": ("newline", ""),
    "=:": ("rel", "=:"), "+/-": ("sign", "\\pm"),
}  # fmt: skip
"""Signs of several characters."""

NEGATED = {
    "=": "!=",
    "<": ">=",
    ">": "<=",
    "<=": ">",
    ">=": "<",
    "in": "notin",
    "equiv": "notequiv",
    "subset": "notsubset",
}

SCRIPTS = {
    **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ", "0123456789+-()ni", strict=True)),
    **dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ᵢⱼₖₙₘₜ", "0123456789+-()ijknmt", strict=True)),
}
RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ")
SIGN_NAMES: dict[str, str] = {
    "−": "-", "–": "-", "∗": "*", "⋆": "\\star", "·": "\\cdot", "⋅": "\\cdot", "×": "\\times", "÷": "\\div", "∕": "/",
    "⁄": "/", "±": "\\pm", "∓": "\\mp", "≤": "\\le", "≥": "\\ge", "⩽": "\\le", "⩾": "\\ge", "≠": "\\ne", "≈": "\\approx",
    "≡": "\\equiv", "∼": "\\sim", "≃": "\\simeq", "≅": "\\cong", "∝": "\\propto", "∈": "\\in", "∉": "\\notin",
    "⊂": "\\subset", "⊆": "\\subseteq", "⊃": "\\supset", "⊇": "\\supseteq", "≪": "\\ll", "≫": "\\gg", "→": "\\to",
    "⟶": "\\to", "↦": "\\mapsto", "⇒": "\\implies", "⟹": "\\implies", "⇐": "\\impliedby", "⇔": "\\iff", "⟺": "\\iff",
    "∴": "\\therefore", "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "√": "\\sqrt", "∂": "\\partial", "∇": "\\nabla",
    "∞": "\\infty", "∀": "\\forall", "∃": "\\exists", "¬": "\\lnot", "∧": "\\land", "∨": "\\lor", "⟨": "\\langle",
    "⟩": "\\rangle", "〈": "\\langle", "〉": "\\rangle", "‖": "\\|", "∥": "\\|", "∣": "|", "⌊": "\\lfloor",
    "⌋": "\\rfloor", "⌈": "\\lceil", "⌉": "\\rceil", "…": "\\dots", "⋯": "\\cdots", "′": "'", "’": "'", "ʹ": "'",
    "⊤": "\\top", "†": "\\dagger", "∘": "\\circ", "⊙": "\\odot", "⊗": "\\otimes", "⊕": "\\oplus", "∪": "\\cup",
    "∩": "\\cap", "∖": "\\setminus", "∅": "\\emptyset", "ℓ": "\\ell", "≔": ":=", "≜": "\\triangleq", "⊥": "\\perp",
    "≼": "\\preceq", "≽": "\\succeq", "ℏ": "\\hbar", "\u2062": "\\!", "\u2061": "\\!", "\u00a0": "~", "\u2009": "\\,",
    "\u200b": "\\!", "\ufeff": "\\!", "\u2003": "\\quad", "\u2002": "~", "\u202f": "\\,",
    "∙": "\\cdot", "←": "\\gets", "⟵": "\\gets", "°": "\\degree", "µ": "\\mu", "∆": "\\Delta", "Ω": "\\Omega",
}  # fmt: skip
ALPHABETS = {
    "BOLD": "mathbf", "SCRIPT": "mathcal", "DOUBLE-STRUCK": "mathbb", "FRAKTUR": "mathfrak", "ITALIC": "",
    "SANS-SERIF": "mathsf", "MONOSPACE": "mathtt", "BOLD ITALIC": "boldsymbol", "BOLD SCRIPT": "mathcal",
}  # fmt: skip
CURRENCIES = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
LETTER = re.compile(r"MATHEMATICAL (.+) (?:CAPITAL|SMALL|DIGIT|FINAL)")


def fraction_of(char: str) -> tuple[str, str] | None:
    """The numerator and the denominator of a sign such as ½."""
    kind, *parts = unicodedata.decomposition(char).split() or [""]
    if kind != "<fraction>" or "2044" not in parts:
        return None
    top, bottom = "".join(chr(int(part, 16)) for part in parts).split("\u2044")
    return (top, bottom) if bottom else None


def unicode_token(char: str) -> tuple[str, str, str] | None:
    """The kind, text and style of the token that a character beyond ASCII stands for; None for one that is unknown."""
    if char in SIGN_NAMES:
        name = SIGN_NAMES[char]
        found = COMMANDS.get(name) or COMPOUND.get(name) or SIGNS.get(name)
        return None if found is None else (*found, "")
    if char in SCRIPTS:
        return ("raised" if char in RAISED else "lowered"), SCRIPTS[char], ""
    if char in CURRENCIES:
        return "unit", CURRENCIES[char], ""
    name = unicodedata.name(char, "")
    style = ""
    alphabet = LETTER.match(name)
    if alphabet:
        style = ALPHABETS.get(alphabet.group(1), "?")
    elif name.startswith("DOUBLE-STRUCK"):
        style = "mathbb"
    elif name.startswith("SCRIPT"):
        style = "mathcal"
    plain = unicodedata.normalize("NFKC", char)
    if style == "?" or len(plain) != 1:
        return None
    if plain.isascii() and plain.isalpha():
        return "name", plain, style
    greek = unicodedata.name(plain, "").split()
    if greek[:1] == ["GREEK"] and len(greek) == 4 and greek[2] == "LETTER":
        word = greek[3].replace("LAMDA", "LAMBDA")
        word = word.lower() if greek[1] == "SMALL" else word.capitalize()
        if f"\\{word}" in COMMANDS:
            return "name", f"\\{word}", style
    return None
