"""What begins before a formula: a part that stands apart, an exercise, a statement with a number, a sentence."""

from __future__ import annotations

import re

from symproof.readers.document.words.outline import ARROW, Display

SEPARATE = re.compile(
    r"^\W*((worked|first|second|third|next|another|further|sample|practice|numerical|simple)\s+)?"
    r"(exercises?|problems?|questions?|tasks?|examples?|aufgabe|sheet|homework|assignment|case)\b|^\W*q\s?\d+\b|"
    r"^\W*\(?[0-9ivx]+(?:\.\d+)*[.)]*\W*$|"
    r"^\W*[A-Z]\W*$|^\W*part\s+(?:\d+|[IVX]+)\s*[:.–—-]",
    re.IGNORECASE,
)
"""Headings of parts that stand apart, so that the hypotheses of one say nothing of the next."""
EXERCISE = re.compile(
    r"^[^\w\n]*((textbf|paragraph|noindent|medskip|bigskip|smallskip)[^\w\n]*)*(exercise|problem|question|task|example)\s*\(?\w{1,3}\b|"
    r"^[^\S\n]*(\*\*|__|\\textbf\{)?(ex|exo|exercice|aufgabe|afg|[üu]bung|nr|no)\.?\s?\(?\d{1,2}[a-z]?\b\)?\s*([.:)]|\*\*|__|\}|$)|"
    r"^[^\w\n]*q\.?\s?\d{1,2}[a-z]?\s*[.):]|"
    r"^[^\S\n]*\[\(?[A-Z]{0,2}\d{1,3}[.)*]{0,3}\]\([^()\s]*\)|"
    r"^[^\S\n]*(\*\*|__|\\textbf\{)(equation|inequality|integral|limit|system|series|sequence|puzzle|no\.?|nr\.?|q)?"
    r" ?\(?(\d{1,2}(\.\d{1,2}){0,3}\b[.:)]{0,2}|\d{3,4}[.:)]{1,2})(\*\*|__|\})|"
    r"^[^\S\n]*(\*\*|__|\\textbf\{)\(?(?-i:[B-KMNOT-Z]|[EPT]\d{1,2})[.)]{1,2}(\*\*|__|\})|"
    r"^[^\S\n]*((\*\*|__|\\textbf\{)(exercise|problem|question|task|puzzle) ?[.:]?(\*\*|__|\})|(Q|question|problem):(?=\s))",
    re.IGNORECASE | re.MULTILINE,
)
"""Words that begin such a part without a heading."""
IN_A_LINE = re.compile(
    r"(?:^[^\S\n]*|[.!?][^\S\n]+)[*_]*(?:exercise|problem|question|task|example)\s*\(?(?:\d{1,2}|[A-Z])\)?\s*[.:]",
    re.IGNORECASE | re.MULTILINE,
)
"""How a sentence begins such a part in a line."""
CONTINUED = re.compile(
    r"(?:^|\n)(?:[^\w\n]|textbf|noindent|paragraph|\d[\d.]*[.):]?)*+"
    r"(?:now,?\s+(?:let|suppose|assume|take|set|put|using|by|from|since|we\s+(?:use|apply|combine|assume|suppose|let|set|also))|"
    r"moreover|furthermore|in addition|additionally|(?:let|suppose|assume)\s+(?:now|moreover|in addition|also)|"
    r"(?:under|with|in)\s+the\s+(?:same|above)|continuing|keep(?:ing)?|"
    r"(?:add|combin|subtract|insert|plugg|us|apply|summ|multiply)\w*\s+(?:up\s+)?\(\w{1,3}(?=\)))\b[^\n]*$",
    re.IGNORECASE,
)
"""How the text of a part with a number for its head begins that goes on from the one before, "**1.3** Now let"."""
LATER = re.compile(r"\b(?:exercise|problem|question|task)\s*\(?(?:[2-9]|[1-9]\d)(?![\d.]*\d)", re.IGNORECASE)
STATEMENTS = ("theorem", "lemma", "proposition", "corollary", "claim", "exercise", "problem", "question", "conjecture",
              "thm", "lem", "prop", "cor", "ex")  # fmt: skip
"""Environments that hold what is to be shown."""
APART = (*STATEMENTS, "example", "exam", "exmp", "eg")
"""Environments of which the hypotheses and definitions of one say nothing of the next."""
LEAD = re.compile(
    r"(?:\*\*|__|\\textbf\s*\{|\\bfseries\b)(?:[^\w\n\\]|\\[A-Za-z]+)*+(?:[a-z]+\s){0,2}"
    r"(?:(?:theorem|lemma|proposition|corollary|claim|conjecture|statement|result|fact|slip|satz|korollar|behauptung)s?"
    r"\s*\(?(?:\d+|[A-Z])(?:\.\d+)*\b|(?:example|beispiel)[.:]?(?:\*\*|__|\}))",
    re.IGNORECASE,
)
"""How a paragraph begins that is a statement with a number, or an example, in bold: `**Lemma 2.**`, `**Example.**`."""
HEADED = (
    r"(?:^|\n)[^\S\n]*(?:\*{1,3}|_{1,3}|\\(?:textbf|textit|emph|textsc|underline)\s*\{)?\s*"
    r"(?:%s)(?:\s*\(?\d[\d.]*\)?)?(?:\s*\([^)\n]*\))?(?:[.:][*_}]{0,3}|[*_}]{1,3}[.:]?)(?=\s)"
)
"""How a paragraph begins that has a word for its head."""
EXAMPLE = re.compile(HEADED % "(?:counter)?examples?|beispiel|exemple", re.IGNORECASE)
GENERAL = re.compile(
    HEADED % "theorem|lemma|proposition|corollary|conjecture|satz|korollar|th[ée]or[èe]me", re.IGNORECASE
)
CLAIMED = re.compile(
    HEADED
    % "theorem|lemma|proposition|corollary|conjecture|claim|fact|result|remark|observation|statement|satz|korollar|bemerkung"
    + r"\s*$",
    re.IGNORECASE,
)
"""The heads of examples, of what is not said of the example before it, and of what is claimed."""
DIRECTS = re.compile(r"[\W_]*(?:\(?\w{1,3}[.)])?\s*(?:direction)?[\s(\"“'*_]*", re.IGNORECASE)
DIRECTED = re.compile(r"\s*(?:[)\"”':]|\(?\w{1,3}[.):]|[*_]+)")
"""What stands before and behind an arrow that tells a direction."""
UNSAID = re.compile(r"(?:\W|_|\\[A-Za-z]+(?:=\d+)?)*")
"""Markup, and no word."""


def is_apart(display: Display) -> bool:
    """Whether a part that stands apart, such as an exercise, begins before a formula."""
    return begins_exercise(display) or any(
        each.kind == "heading" and heads_apart(each.name, display) for each in display.crossed
    )


def heads_apart(name: str, display: Display) -> bool:
    """Whether a heading begins a part that stands apart, of which the text does not go on from the one before."""
    return SEPARATE.match(name) is not None and CONTINUED.search(display.prose) is None


def is_outside(display: Display) -> bool:
    """Whether a part begins or a list ends before a formula, and no item after that."""
    kinds = [each.kind for each in display.crossed if each.kind in ("item", "heading", "close")]
    return kinds[-1:] != ["item"]


def begins_sentence(display: Display) -> bool:
    """Whether a paragraph begins with a sentence of its own: "if x > 0, ..." of the one before says nothing of it."""
    if display.said.connects or not any(each.kind == "paragraph" for each in display.crossed):
        return False
    before, _, words = display.prose.rpartition("\n")
    return bool(words.strip()) and before.rstrip().endswith((".", "!", "?"))


def begins_exercise(display: Display) -> bool:
    """Whether words begin an exercise before a formula."""
    if CONTINUED.search(display.prose) is not None:
        return False
    return (
        display.anew
        or (_begins(display) and bool(EXERCISE.search(display.prose)))
        or IN_A_LINE.search(display.prose) is not None
    )


def is_later_exercise(display: Display) -> bool:
    """Whether the exercise that begins before a formula has a number above 1: another one stands before it."""
    return begins_exercise(display) and (display.anew or LATER.search(display.prose) is not None)


def begins_example(display: Display) -> bool:
    """Whether a paragraph before a formula begins with an example."""
    return _begins(display) and EXAMPLE.search(display.prose) is not None


def ends_example(display: Display) -> bool:
    """Whether a paragraph before a formula begins with what is general: an example before it is over."""
    return _begins(display) and GENERAL.search(display.prose) is not None


def _begins(display: Display) -> bool:
    return display.number == 0 or any(each.kind == "paragraph" for each in display.crossed)


def is_headed(display: Display) -> bool:
    """Whether a formula stands right behind the head of a statement, "**Claim.** $n < 7$"."""
    return _begins(display) and CLAIMED.search(display.prose) is not None


def tells_a_direction(display: Display) -> bool:
    r"""Whether a paragraph begins with an arrow that tells which direction is shown, "($\Leftarrow$) Suppose", "(i) $\Rightarrow$
    (ii): Let"."""
    return (
        ARROW.fullmatch(display.text.text.strip()) is not None
        and _begins(display)
        and DIRECTS.fullmatch(display.prose.rpartition("\n")[2]) is not None
        and DIRECTED.match(display.after) is not None
    )


def begins_statement(display: Display) -> bool:
    """Whether a paragraph before a formula begins with the number of a statement, as a theorem environment would."""
    found = list(LEAD.finditer(display.prose)) if _begins(display) else []
    if not found:
        return False
    lead = display.prose[: found[-1].start()]
    paragraph = lead[lead.rfind("\n\n") + 1 :] if "\n\n" in lead else lead
    sentence = re.split(r"[.!?:;]\s", paragraph)[-1]
    return bool(UNSAID.fullmatch(sentence))
