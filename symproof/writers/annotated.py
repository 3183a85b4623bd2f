"""The answer on a document as one page: the document as it was written, with a mark at each step that tells what came of it.

A mark is a button, so that a pointer, a finger and the Tab key reach it; what it tells stands beside it in the page and is
shown while the mark is pointed at or has the focus. No script, and nothing from the network: pictures are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from symproof.readers.document.answer import VERDICTS, Answer, Answered
from symproof.readers.document.finding.items import Break, Formula, Words
from symproof.readers.document.finding.located import Located, Source
from symproof.readers.document.finding.markdown import fenced_formula, make_parser, parse
from symproof.readers.document.judgement.judged import Judged
from symproof.readers.document.lines.step import Heard
from symproof.readers.notation import parse as parse_notation
from symproof.writers.answer import assumed
from symproof.writers.mathml import mathml
from symproof.writers.terminal import plain_words

WORST = ("refuted", "not understood", "unknown", "proved")
LONGEST = 4000
"""A formula longer than this is shown as it was typed."""
PATHS = {
    "proved": '<path d="M2.5 8.8 6.2 12.8 13.5 3.4"/>',
    "refuted": '<path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5"/>',
    "unknown": '<path d="M5 5.6a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1-1.4 2.2M8 13.2v.4"/>',
    "not understood": '<path d="M3 8h10" stroke-dasharray="2.2 2.2"/>',
}
KINDS = {"proved": "yes", "refuted": "no"}
TOLD = {"hypothesis": "taken as given", "definition": "taken as a definition", "declaration": "declares its letters",
        "goal": "to be shown", "denied": "said not to hold", "equation": "to be solved"}  # fmt: skip
TIDY = (
    (
        re.compile(
            r"\\(?:label|tag\*?|eqref|ref)\s*\{[^{}]*\}|\\(?:nonumber|notag|displaystyle|limits|ensuremath|qed(?:here|symbol)?)(?![A-Za-z])"
        ),
        "",
    ),
    (re.compile(r"&\s*(=|<|>|\\(?:le|ge|leq|geq|approx|equiv|iff|implies)(?![A-Za-z]))\s*&"), r"& \1 "),  # eqnarray
    (re.compile(r"\\begin\{(?:aligned|align\*?|split|gathered|gather\*?|equation\*?|multline\*?)\}(?:\[[a-z]\])?"), ""),
    (re.compile(r"\\end\{(?:aligned|align\*?|split|gathered|gather\*?|equation\*?|multline\*?)\}"), ""),
)
COMMAND = re.compile(r"\\(?:textbf|textit|emph|text|textrm|underline|texttt|footnote)\s*\{([^{}]*)\}")
REFERENCE = re.compile(r"\\(?:eq|auto|c|C)?ref\{(?:eq:)?([^{}]*)\}")
TAG = re.compile(r"\\tag\*?\{([^{}]*)\}|\\label\{(?:eq:)?(\d+)\}")
RELATION = re.compile(r"\s*(?:[=<>]|\\(?:le|ge|leq|geq|lt|gt|approx|equiv|implies|iff)(?![A-Za-z]))")
SILENT = re.compile(
    r"\\(?:label|eqref|ref|cite[a-z]*|vspace|hspace|title|author|date)\*?(?:\[[^\]]*\])?\{([^{}]*)\}|\\[A-Za-z]+\*?|[{}]"
)


def annotated_page(answer: Answer) -> str:
    """The whole page; the same answer gives the same bytes."""
    environment = Environment(
        loader=PackageLoader("symproof.writers"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, undefined=StrictUndefined,
    )  # fmt: skip
    loader = environment.loader
    assert loader is not None
    style = "".join(loader.get_source(environment, name)[0] for name in ("sheet.css", "annotated.css"))
    wrong = [each for each in answer.steps if each.judged.verdict in ("refuted", "not understood") or each.judged.fails]
    return environment.get_template("annotated.html.jinja").render(
        title=answer.document.source.name.rpartition("/")[2] or "document",
        style=Markup(style),
        counts=[(verdict, answer.count(verdict)) for verdict in VERDICTS],
        formulas=len(answer.heard),
        troubles=answer.troubles,
        body=Markup(_Page(answer).body()),
        wrong=[
            {"verdict": each.judged.verdict, "number": each.step.number, "line": each.step.line, "latex": each.step.latex,
             "told": plain_words((each.judged.reason or _gap(each.judged)).split("\n", 1)[0])}
            for each in wrong
        ],
        inferred=list(answer.inferred.items()),
        mark=lambda verdict: Markup(_mark(verdict)),
    )  # fmt: skip


def _gap(judged: Judged) -> str:
    return judged.gap.replace("-", "−")


def _mark(verdict: str, if_: str = "") -> str:
    """A sign that differs in form as well as in colour, and says its word; open where it rests on what is not proved."""
    kind = KINDS.get(verdict, "open") if not if_ else "open"
    word = " ".join(filter(None, (verdict, if_)))
    return (
        f'<svg class="mark {kind}" viewBox="0 0 16 16" role="img" aria-label="{word}"><title>{word}</title>'
        f"{PATHS[verdict]}</svg>"
    )


class _Page:
    """The body of the page."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.heard: Mapping[int, Heard] = {each.start: each for each in answer.heard}
        self.steps: dict[int, list[Answered]] = {}
        for each in answer.steps:
            self.steps.setdefault(each.step.display, []).append(each)
        self.base = 0

    def body(self) -> str:
        document = self.answer.document
        if document.kind == "latex":
            return self._latex()
        if document.kind == "notebook":
            begins = [start for start, _ in document.source.cells]
            text = document.source.text
            parts = []
            for start, stop in zip(begins, [*begins[1:], len(text)], strict=True):
                self.base = start
                body = document.front.body if start == 0 else 0
                parts.append(self._markdown(Source(text[start:stop].rstrip("\n") + "\n", ""), body))
            return "\n<hr>\n".join(parts)
        return self._markdown(document.source, document.front.body)

    # Markdown -----------------------------------------------------------------------------------------

    def _markdown(self, source: Source, body: int) -> str:
        parser: MarkdownIt = make_parser()

        def formula(tokens: list[Token], at: int, options: Any, env: Any) -> str:
            return self.formula(tokens[at].meta["formula"])

        plain_fence = parser.renderer.rules["fence"]  # type: ignore[attr-defined]

        def fence(tokens: list[Token], at: int, options: Any, env: Any) -> str:
            found = fenced_formula(source, tokens[at])
            return self.formula(found) if found is not None else str(plain_fence(tokens, at, options, env))

        def image(tokens: list[Token], at: int, options: Any, env: Any) -> str:
            return f"<em>[picture: {escape(tokens[at].content)}]</em>"

        rules: Any = parser.renderer.rules  # type: ignore[attr-defined]
        rules |= {"formula": formula, "fence": fence, "image": image}
        env: dict[str, Any] = {"source": source}
        return str(parser.renderer.render(parse(source, body, parser), parser.options, env))

    # LaTeX --------------------------------------------------------------------------------------------

    def _latex(self) -> str:
        parts: list[str] = []
        for item in self.answer.document.items:
            match item:
                case Words(text):
                    parts.append(_plain_words_of(text.text))
                case Formula():
                    parts.append(self.formula(item))
                case Break("heading", _, level, name):
                    parts.append(f"</p><h{min(level, 4)}>{escape(_bare(name))}</h{min(level, 4)}><p>")
                case Break("environment", _, _, name) if not name.startswith("end "):
                    parts.append(f"</p><p><strong>{escape(name.rstrip('*').capitalize())}.</strong> ")
                case Break("item"):
                    parts.append("</p><p>• ")
                case Break():
                    parts.append("</p><p>")
        return re.sub(r"<p>\s*</p>", "", f"<p>{''.join(parts)}</p>")

    # Formulas -----------------------------------------------------------------------------------------

    def formula(self, formula: Formula) -> str:
        """A formula with its marks: in a line, or row by row."""
        heard = self.heard.get(formula.start + self.base)
        steps = self.steps.get(heard.number, []) if heard is not None else []
        if heard is None:
            return _math(formula.latex.text, display=formula.display)
        if not formula.display:
            return f'<span class="piece">{_math(heard.text.text)}{self._marks(heard, steps)}</span>'
        rows = _rows(heard.text.text)
        places = [self._place(heard.text, start, end) for start, end, _ in rows]
        shown = []
        for k, ((start, end, latex), place) in enumerate(zip(rows, places, strict=True)):
            own = [each for each in steps if each.step.offset in place]
            if k == len(rows) - 1:
                own += [each for each in steps if not any(each.step.offset in other for other in places)]
            found = {each.judged.verdict for each in own}
            worst = next((verdict for verdict in WORST if verdict in found), "")
            if k == 0 and heard.problem and not steps:
                worst = "not understood"
            shown.append(
                f'<span class="row {worst.replace(" ", "-")}"><span class="formula{" on" * _goes_on(k, latex)}">'
                f"{_math(latex, display=True)}</span>{_number(heard.text.text[start:end])}"
                f"{self._marks(heard, own, first=k == 0)}</span>"
            )
        return f'<span class="shown">{"".join(shown)}</span>'

    @staticmethod
    def _place(text: Located, start: int, end: int) -> range:
        return range(text.origin(start), text.origin(max(start, end - 1)) + 1)

    def _marks(self, heard: Heard, steps: list[Answered], *, first: bool = True) -> str:
        marks = "".join(map(self._step, steps))
        if not marks and first:
            if heard.problem:
                marks = _button(f"formula-{heard.number}", "not understood", [heard.problem])
            elif heard.role in TOLD and heard.display:
                marks = f'<span class="role">{TOLD[heard.role]}</span>'
        return f'<span class="marks">{marks}</span>' if marks else ""

    def _step(self, answered: Answered) -> str:
        judged, step = answered.judged, answered.step
        lines = []
        if answered.reading:
            lines.append(f"Read as: {answered.reading}")
        if judged.verdict == "proved":
            sense = " The two lines are equivalent." if judged.sense == "equivalent" else ""
            lines.append(f"By {judged.by}.{sense}")
        lines += [plain_words(line) for line in judged.reason.splitlines() if line]
        if judged.verdict == "refuted" and not judged.needs:
            at = ", ".join(f"{name} = {value}" for name, value in (judged.point or {}).items())
            lines.append(" at ".join(filter(None, (_gap(judged) or ("it fails" if at else ""), at))))
        if judged.under:
            lines.append(f"Under: {'; '.join(judged.under)}")
        if judged.assumes:
            lines.append(f"Holds {assumed(judged.assumes)}.")
        if judged.other_trusts:
            lines.append(f"Rests on: {', '.join(judged.other_trusts)}")
        if_ = assumed(judged.assumes, short=True) if judged.assumes else ""
        return _button(f"step-{step.number}", judged.verdict, lines, step.latex, if_)


def _button(name: str, verdict: str, lines: list[str], latex: str = "", if_: str = "") -> str:
    told = "".join(f'<span class="line">{escape(line)}</span>' for line in dict.fromkeys(filter(None, lines)))
    shown = f'<span class="line scroll">{_math(latex)}</span>' if latex else ""
    return (
        f'<span class="step {verdict.replace(" ", "-")}" id="{name}"><button type="button" aria-describedby="{name}-told">'
        f'{_mark(verdict, if_)}</button><span class="panel" role="tooltip" id="{name}-told">'
        f'<span class="line verdict">{" ".join(filter(None, (verdict, if_)))}</span>{shown}{told}</span></span>'
    )


def _rows(latex: str) -> list[tuple[int, int, str]]:
    """The rows of a display: where each stands, and its LaTeX without what aligns it."""
    if "\\\\" not in latex or len(latex) > LONGEST:
        return [(0, len(latex), _tidy(latex))]
    rows = [row for row in parse_notation(latex).rows if row.end > row.start]
    if len(rows) < 2:
        return [(0, len(latex), _tidy(latex))]
    return [(row.start, row.end, _tidy(latex[row.start : row.end]).replace("&", " ")) for row in rows]


def _number(latex: str) -> str:
    r"""What a row is called by: its `\tag`, or its label where that is a number, as in `eq:3`."""
    found = TAG.search(latex)
    if found is None:
        return ""
    parts = (found[1] or found[2]).split("$")
    shown = "".join(_math(part) if k % 2 else escape(part) for k, part in enumerate(parts) if part)
    return f'<span class="number">({shown})</span>'


def _goes_on(k: int, latex: str) -> bool:
    """Whether a row goes on with the chain of the row before."""
    return k > 0 and RELATION.match(latex) is not None


def _tidy(latex: str) -> str:
    for pattern, better in TIDY:
        latex = pattern.sub(better, latex)
    return " ".join(latex.split())


def _math(latex: str, *, display: bool = False) -> str:
    """A formula as MathML; as it was typed where it cannot be drawn."""
    text = " ".join(latex.split())
    if not text or len(text) > LONGEST:
        return f'<code class="source">{escape(text[:LONGEST])}{"…" if len(text) > LONGEST else ""}</code>'
    try:
        return mathml(text, display=display)
    except Exception:  # the library raises many kinds, IndexError among them, on formulas that are none
        return f'<code class="source">{escape(text)}</code>'


def _plain_words_of(text: str) -> str:
    """The words of a LaTeX document for a page."""
    for _ in range(3):
        text = COMMAND.sub(r"\1", text)
    text = REFERENCE.sub(r"(\1)", text)
    text = SILENT.sub(lambda found: found[1] or "", text)
    for source, shown in (("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"), ("~", " "), ("\\\\", " "), ("\\", "")):
        text = text.replace(source, shown)
    return escape(text)


def _bare(text: str) -> str:
    return SILENT.sub(lambda found: found[1] or "", COMMAND.sub(r"\1", text)).replace("\\", "")
