"""Solutions of equations in sines and cosines with whole numbers of turns, or between bounds."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of


def read(text: str) -> str:
    """The first letters of the verdicts."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.5, second_reader=False)
    return "".join(each.judged.verdict[0] for each in answer.steps)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Solve $\sin x = \frac12$." "\n\n" r"$x = \frac{\pi}{6} + 2k\pi$ or $x = \frac{5\pi}{6} + 2k\pi$, $k \in \mathbb{Z}$", "p"),
        (r"Solve $\sin x = \frac12$." "\n\n" r"$x = \frac{\pi}{6} + 2k\pi$", "r"),  # loses 5 pi/6
        (r"Solve $\sin x = \frac12$." "\n\n" r"$x = \frac{\pi}{6} + k\pi$", "r"),  # 7 pi/6 does not solve it
        (r"Solve $\cos x = \frac12$." "\n\n" r"$x = \pm\frac{\pi}{3} + 2n\pi$", "p"),
        (r"Solve $\tan x = 1$." "\n\n" r"$x = \frac{\pi}{4} + k\pi$", "p"),
        (r"Solve $\sin 2x = 0$." "\n\n$2x = k\\pi$\n\n" r"$x = \frac{k\pi}{2}$", "pp"),
        (r"Solve $\sin 2x = 0$." "\n\n$2x = k\\pi$\n\n" r"$x = 2k\pi$", "pr"),
        (r"Solve $\sin x = 1$." "\n\n" r"$x = \frac{\pi}{2} + 4k\pi$", "r"),  # where the sides touch and do not cross
        (r"Solve $\sin x (\sin x - 1) = 0$." "\n\n$x = k\\pi$", "r"),
        (r"Solve $\cos x = \frac12$ for $0 \le x < 2\pi$." "\n\n" r"$x = \frac{\pi}{3}$ or $x = \frac{5\pi}{3}$", "p"),
        (r"Solve $\cos x = \frac12$ for $0 \le x < 2\pi$." "\n\n" r"$x = \frac{\pi}{3}$ or $x = \frac{4\pi}{3}$", "r"),
        (r"Solve $\cos x = \frac12$ for $0 \le x < 2\pi$." "\n\n" r"$x = \frac{\pi}{3}$", "r"),
        # natural numbers of turns lose what lies before the first
        (r"Solve $\tan x = 1$." "\n\n" r"$x = \frac{\pi}{4} + k\pi$, $k \in \mathbb{N}$", "r"),
        (r"Solve $\cos x = 1$." "\n\n" r"$x = \pm 2k\pi$, $k \in \mathbb{N}$", "p"),
        # values side by side lose none of each other
        (r"Solve $\cos 2x = 1$ for $0 \le x < 2\pi$. The solutions are $x = 0$ and $x = \pi$.", "p"),
        (r"Solve $\cos 2x = 1$ for $0 \le x < 2\pi$. The solution is $x = 0$.", "r"),
        # one period may be meant, and a letter need not count turns
        (r"Solve $\sin x = 0$." "\n\n$x = 0$ or $x = \\pi$", "u"),
        (r"Solve $x^2 = 4\pi^2$." "\n\n$x = 2\\pi k$", "u"),
        (r"Let $k = 3$. Solve $\sin x = 0$." "\n\n$x = k\\pi$", "u"),
    ],
)  # fmt: skip
def test_values_with_whole_turns_solve_an_equation_and_lose_none(text: str, expected: str) -> None:
    assert read(text) == expected
