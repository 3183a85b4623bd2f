"""The words of a document in German, in English: what the tables of phrases are asked about."""

from __future__ import annotations

import re

ENGLISH = {
    # what is to be done
    "löse": "solve", "lösen sie": "solve", "löst": "solve", "bestimme": "determine", "bestimmen sie": "determine",
    "gesucht": "find", "berechne": "compute", "berechnen sie": "compute", "vereinfache": "simplify",
    "vereinfachen sie": "simplify", "faktorisiere": "factor", "zeige": "show", "zeigen sie": "show", "zu zeigen": "to show",
    "beweise": "prove", "beweisen sie": "prove", "forme um": "rewrite", "multipliziere aus": "expand",
    "zerlege": "factor", "kürze": "simplify", "überprüfe": "check",
    # what it is about
    "gleichung": "equation", "gleichungen": "equations", "ungleichung": "inequality", "ungleichungen": "inequalities",
    "gleichungssystem": "system", "lösung": "solution", "lösungen": "solutions", "lösungsmenge": "solution set",
    "extremstellen": "extrema", "extremstelle": "extremum", "hochpunkt": "maximum", "tiefpunkt": "minimum",
    "wendestelle": "inflection point", "wendepunkt": "inflection point",
    "varianz": "variance", "standardabweichung": "standard deviation",
    "nullstelle": "zero", "nullstellen": "zeros", "funktion": "function", "ableitung": "derivative", "Gerade": "line",
    "gerade": "even", "ungerade": "odd", "primzahl": "prime", "teilbar": "divisible", "symmetrisch": "symmetric",
    "invertierbar": "invertible", "konvex": "convex", "stetig": "continuous", "differenzierbar": "differentiable",
    "unabhängig": "independent", "monoton": "monotone", "beschränkt": "bounded", "kreis": "circle", "parabel": "parabola",
    "tangente": "tangent", "widerspruch": "contradiction", "probe": "check", "aufgabe": "exercise", "beispiel": "example",
    "fall": "case", "beweis": "proof", "behauptung": "claim", "satz": "theorem", "länge": "length", "breite": "width",
    "höhe": "height", "fläche": "area", "flächeninhalt": "area", "umfang": "perimeter", "volumen": "volume", "seite": "side",
    "seiten": "sides", "preis": "price", "kosten": "costs", "geschwindigkeit": "speed", "mittelwert": "mean",
    "arithmetische": "arithmetic", "geometrische": "geometric", "folge": "sequence", "vektor": "vector", "reell": "real",
    "reelle": "real", "reellen": "real", "natürliche": "natural", "ganze": "integer", "zahl": "number", "zahlen": "numbers",
    "induktionsanfang": "base case", "induktionsannahme": "induction hypothesis", "induktionsschritt": "induction step",
    "induktionsvoraussetzung": "induction hypothesis", "induktionsschluss": "induction step",
    "positiv": "positive", "positive": "positive", "definition": "definition", "quadratische": "quadratic",
    "original": "original", "ursprüngliche": "original",
    # what a formula is
    "sei": "let", "seien": "let", "gegeben": "given", "angenommen": "suppose", "wenn": "if", "falls": "if", "wobei": "where",
    "für": "for", "alle": "all", "mit": "with", "jedes": "each", "setze": "set", "einsetzen": "substituting",
    "eingesetzt": "substituted", "substituiere": "substitute", "definiere": "define",
    # what leads on
    "also": "hence", "somit": "hence", "damit": "hence", "daher": "hence", "folglich": "hence", "deshalb": "hence",
    "dann": "then", "das heißt": "that is", "d. h.": "that is", "d.h.": "that is", "ergibt": "gives", "liefert": "gives",
    "folgt": "follows", "erhält man": "we get", "erhalten wir": "we get", "gilt": "we have", "ist": "is", "sind": "are",
    "weil": "because", "denn": "because", "da": "since", "wegen": "because", "und": "and", "oder": "or", "auch": "also",
    "nicht": "not", "keine": "no", "kein": "no", "nur": "only", "aber": "but", "nach": "by", "aus": "from", "durch": "by",
    "addieren": "adding", "addition": "adding", "subtrahieren": "subtracting", "dividieren": "dividing", "teilen": "dividing",
    "quadrieren": "squaring", "falsch": "false", "ebenso": "also", "zweite": "second", "erste": "first", "weitere": "another",
    "wir addieren": "we add", "wir subtrahieren": "we subtract", "wir multiplizieren": "we multiply", "wir teilen": "we divide",
    "wir dividieren": "we divide", "wir quadrieren": "we square", "addiere": "add", "subtrahiere": "subtract",
    "multipliziere": "multiply", "dividiere": "divide", "teile": "divide", "quadriere": "square", "schritt": "step",
    "bedeutet": "means", "auf beiden seiten": "on both sides", "beide seiten": "both sides",
    "eine": "a", "ein": "a", "der": "the", "die": "the", "das": "the", "wir": "we",
}  # fmt: skip
ENDED = ("symmetrisch", "invertierbar", "konvex", "stetig", "differenzierbar", "unabhängig", "reell", "positiv")
"""Adjectives that also stand before a noun, "eine symmetrische Matrix"."""
ENGLISH |= {f"{word}{end}": ENGLISH[word] for word in ENDED for end in ("e", "er", "es", "en", "em")}
ENGLISH |= {"matrix": "matrix", "matrizen": "matrices", "vektoren": "vectors", "zufallsvariablen": "random variables"}
WHAT_IT_IS = re.compile(r"^\s*eine?(?=\s)", re.IGNORECASE)
"""What stands behind a letter in "sei $A$ eine ... Matrix"."""
KNOWN = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(each) for each in sorted(ENGLISH, key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"\b(und|oder|ist|der|das|wir|für|löse|lösen|gilt|somit|damit|eine|nicht|sind|aus|folgt|dann|berechne|bestimme|sei|von|mit|"
    r"probe|aufgabe|durch|beweis|induktions?\w*|gegeben|lösung|gleichung(en)?|vereinfache|zerlege|nach|zum?|wird|wert)\b",
    re.IGNORECASE,
)
FOREIGN = re.compile(r"\b(the|is|of|and|we|are|then|so|for|solve|hence|let)\b", re.IGNORECASE)


def is_german(words: str) -> bool:
    """Whether words are German rather than English.

    >>> is_german("Löse die Gleichung. Dann ist"), is_german("Solve the equation; then it is"), is_german("Also")
    (True, False, False)
    """
    found = TELLING.findall(words)
    return len(found) > len(FOREIGN.findall(words))


def in_english(words: str) -> str:
    """German words in English, word for word, each that is known; capitals at the beginning stay.

    >>> in_english("Löse die Gleichung; somit ist")
    'Solve the equation; hence is'
    >>> in_english(" eine symmetrische Matrix. Dann")
    ' be a symmetric matrix. Then'
    """

    def turned(found: re.Match[str]) -> str:
        word = ENGLISH.get(found[0]) or ENGLISH[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() and not _is_noun(found) else word

    return KNOWN.sub(turned, WHAT_IT_IS.sub(" be a", words))


def _is_noun(found: re.Match[str]) -> bool:
    """Whether a capital is that of a noun within a sentence, which English writes small."""
    before = found.string[: found.start()].rstrip(" *_")
    return bool(before) and before[-1] not in ".!?:;\n·"
