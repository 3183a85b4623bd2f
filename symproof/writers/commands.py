r"""The LaTeX commands that a formula may hold: those that pdflatex with amsmath, and a MathML converter, both know.

One row per command: what it is in a formula ("ord", "op", "bin", "rel") and its width in em, measured in Computer Modern
and rounded up. A test typesets all of them. `\mathbb` needs a font that a sheet may lack; there it is bold.
"""

from __future__ import annotations


def _rows(names: str, kind: str, width: float) -> dict[str, tuple[str, float]]:
    return dict.fromkeys(names.split(), (kind, width))


SMALL_GREEK = _rows(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
    "omega varepsilon vartheta varpi varrho varsigma varphi",
    "ord", 0.68,
)  # fmt: skip
LARGE_GREEK = _rows("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega", "ord", 0.78)
GREEK = SMALL_GREEK | LARGE_GREEK

COMMANDS = {
    **GREEK,
    **_rows("partial ell hbar aleph prime star top bot dagger ddagger bullet natural flat sharp # $ &", "ord", 0.72),
    **_rows("forall exists lnot neg Re Im emptyset", "ord", 0.78),
    **_rows("infty nabla perp %", "ord", 1.05),
    **_rows("ldots cdots dots", "op", 1.35),
    **_rows("sum prod", "op", 1.65),
    **_rows("ln", "op", 1.1),
    **_rows("arg cos cot det dim exp inf ker lim log max min sec sin sup tan", "op", 1.95),
    **_rows("cosh coth sinh tanh", "op", 2.25),
    **_rows("arccos arcsin arctan", "op", 3.1),
    **_rows("cdot circ ast", "bin", 0.95),
    **_rows("times pm mp cap cup oplus otimes odot wedge land lor vee setminus div", "bin", 1.23),
    **_rows("approx cong equiv ge geq in le leq mapsto ne neq ni propto sim simeq subset subseteq", "rel", 1.36),
    **_rows("to rightarrow", "rel", 1.6),
    **_rows("iff implies Longleftrightarrow Longrightarrow", "rel", 3.0),
    ",": ("space", 0.17), ":": ("space", 0.23), ";": ("space", 0.28), "!": ("space", -0.17), " ": ("space", 0.34),
    "quad": ("space", 1.0), "qquad": ("space", 2.0),
    **_rows("langle lVert lvert lfloor lceil {", "open", 0.52),
    **_rows("rangle rVert rvert rfloor rceil }", "close", 0.52),
}  # fmt: skip
"""What takes no argument."""

ALPHABETS = {
    "mathbf": 1.18, "mathbb": 1.18, "boldsymbol": 1.18, "mathcal": 1.25, "mathit": 1.05, "mathtt": 1.05, "mathrm": 0.96,
    "mathsf": 0.96, "operatorname": 1.0, "operatorname*": 1.0, "hat": 1.0, "bar": 1.0, "vec": 1.0, "dot": 1.0,
    "ddot": 1.0, "tilde": 1.0, "widehat": 1.0, "widetilde": 1.0, "overline": 1.0, "underline": 1.0,
}  # fmt: skip
"""What takes one argument, with its width against that of the argument in italic."""

LETTERS = {
    **dict.fromkeys("abcdefghknopqrsuvxyz", 0.56), **dict.fromkeys("ijlt", 0.42), "m": 0.92, "w": 0.75,
    **dict.fromkeys("ABCDEFGHIJKLNOPQRSTUVXYZ", 0.8), "M": 1.02, "W": 1.02, **dict.fromkeys("0123456789", 0.52),
    **dict.fromkeys(".,:;!|", 0.3), **dict.fromkeys("()[]", 0.4),
}  # fmt: skip
"""Widths of letters, with their italic corrections."""

FENCES = frozenset((
    "(", ")", "[", "]", "|", r"\langle", r"\rangle", r"\lVert", r"\rVert", r"\lvert", r"\rvert", r"\lfloor", r"\rfloor",
    r"\lceil", r"\rceil",
))  # fmt: skip
"""What may follow `\\left`, `\\right`, `\\Bigl` and `\\Bigr`."""
