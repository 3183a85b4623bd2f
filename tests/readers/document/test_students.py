"""What students answer to a problem set, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of


def told(text: str) -> str:
    """The verdicts by their first letters: proved, refuted, unknown, not understood."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.45)
    return "".join(each.judged.verdict[0] for each in answer.steps)


POLARISED = r"Put $a = w_t - u$ and $b = \eta v_t$, so that $a - b = w_{t+1} - u$."
RULE = r"Let $w_{t+1} = w_t - \eta v_t$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers with a word for what they count
        (r"With $500$ parts there are $500 \cdot 4 = 2000$ bytes $\approx 2.0$ kB.", "pn"),
        (r"There are $2 \cdot 500 = 1000$ metres $= 1$ km, and $3 \cdot 4 = 12$ apples $= 13$ apples.", "pnpr"),
        (r"There are $3 \cdot 4 = 12$ apples $= 6 + 6$ apples, and $12 \approx 0.012$ thousand.", "ppn"),
        # each number rounds what stands in its place
        (r"$$1.01 \cdot 2 + e^{-1} = 2.02 + 0.36788$$", "p"),
        (r"$$1.01 \cdot 2 + e^{-1} = 2.02 + 0.36888$$", "u"),
        (r"$$\frac13 - \frac15 = 0.334 - 0.2$$", "r"),
        # what the next member of a sequence is, nothing says
        (POLARISED, "u"),
        (RULE + POLARISED, "p"),
        (RULE + POLARISED.replace("so that $a - b", "so that $a + b"), "r"),
        # what is looked for says nothing of the letters, nor what is concluded of no letter
        (r"Let $J(x) = \|x - u\|^2$. To find the minimizer, differentiate: $$\nabla J(x) = 2(x - u)$$", "p"),
        (r"Let $J(x) = \|x - u\|^2$. To find the minimizer, differentiate: $$\nabla J(x) = 2(x + u)$$", "r"),
        (r"The first order condition for $J(x) = \|x - u\|^2$ reads $$\nabla J(x) = x - u$$", "r"),
    ],
)
def test_what_students_write(text: str, expected: str) -> None:
    assert told(text) == expected
