"""Lines with one slip in them, in texts of which much is known: each is refuted, and the right line beside it is not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells


def verdicts(text: str) -> list[str]:
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.5, second_reader=False)
    return [each.judged.verdict for each in answer.steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For real $p$: $|p| = 0$ iff $p = 0$.", ["proved"]),
        ("For real $p, q$: $p^3 = q^3$ if and only if $p = q$.", ["proved"]),
        ("For real $p, q$: $p^2 = q^2$ if and only if $p = q$.", ["refuted"]),
        ("For real $p$: $3p < 6$ iff $p \\le 2$.", ["refuted"]),
        ("For real $p$: $p > 2$ implies that $p^2 > 4$.", ["proved"]),
        ("For real $p$: $p^2 > 4$ implies $p > 2$.", ["refuted"]),
        ("For real $p$: $p = 2$ only if $p^2 = 4$.", ["proved"]),
        ("For real $p$: $p^2 = 4$ only if $p = 2$.", ["refuted"]),
        ("For vectors $v, w$: $\\|v\\| = 0$ iff $v = 0$. Also $\\|v + w\\| = \\|v\\| + \\|w\\|$ iff $v = w$.", ["proved", "refuted"]),
        ("The equality $p^2 + q^2 = 2pq$ holds if and only if $p = q$.", ["proved"]),
        ("Prove that $p^2 \\ge 9$ iff $|p| \\ge 3$ for all real $p$.", ["proved"]),
    ],
)  # fmt: skip
def test_arrows_in_words_go_one_way_or_both(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not true that $p^2 = 4$ implies $p = 2$.", []),
        ("A metric satisfies $d(p, q) = 0$ iff $p = q$.", ["unknown"]),
        ("If $p > 2$. This implies $p^2 > 4$.", ["proved"]),
        ("The number $p \\in S$ iff $p > 2$.", []),
    ],
)
def test_what_is_no_arrow_between_two_relations(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"We know that $p < q \implies p + r < q + r$ for all real $p, q, r$.", ["proved"]),
        (r"We know that $p < q \implies p r < q r$ for all real $p, q, r$.", ["refuted"]),
        (r"For all real $p, q, r$: $p r = q r \implies p = q$.", ["refuted"]),
    ],
)
def test_an_arrow_may_bring_in_letters_or_leave_some_out(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


RULE = "Let $\\alpha > 0$, $z_{k+1} = z_k - \\alpha h_k$ and $c_k = \\|z_k - p\\|^2$ for a vector $p$.\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\|z_k - p - \alpha h_k\|^2 = c_k - 2\alpha h_k^\top (z_k - p) + \alpha^2 \|h_k\|^2", "proved"),
        (r"\|z_k - p - \alpha h_k\|^2 = c_k - \alpha h_k^\top (z_k - p) + \alpha^2 \|h_k\|^2", "refuted"),
        (r"h_k^\top (z_k - p) = \frac{c_k - c_{k+1}}{2\alpha} + \frac{\alpha}{2} \|h_k\|^2", "proved"),
        (r"h_k^\top (z_k - p) = \frac{c_k - c_{k+1}}{2\alpha} - \frac{\alpha}{2} \|h_k\|^2", "refuted"),
        (r"\sum_{k=1}^N h_k^\top (z_k - p) = \frac{c_1 - c_{N+1}}{2\alpha} + \frac{\alpha}{2} \sum_{k=1}^N \|h_k\|^2", "proved"),
        (r"\sum_{k=1}^N h_k^\top (z_k - p) = \frac{c_1 - c_N}{2\alpha} + \frac{\alpha}{2} \sum_{k=1}^N \|h_k\|^2", "refuted"),
        # where z begins is said by no formula that is read
        (r"\sum_{k=1}^N h_k^\top (z_k - p) = \frac{\|p\|^2 - c_{N+1}}{2\alpha} + \frac{\alpha}{2} \sum_{k=1}^N \|h_k\|^2", "unknown"),
        # the directions may point away from p, as words may say
        (r"\|z_{k+1} - p\|^2 \le c_k + \alpha^2 \|h_k\|^2", "unknown"),
    ],
)  # fmt: skip
def test_sequences_that_rules_and_other_sequences_give(line: str, expected: str) -> None:
    assert verdicts(f"{RULE}$${line}$$")[-1] == expected


def test_what_holds_at_every_index_by_itself_excludes_no_point() -> None:
    text = (
        "Let $\\mathbf{z}_{k+1} = \\mathbf{z}_k - \\mathbf{h}_k$ for all $k$. Then\n"
        "$$\\sum_{k=1}^N \\langle \\mathbf{h}_k, \\mathbf{h}_k \\rangle = \\sum_{k=0}^N \\|\\mathbf{h}_k\\|^2$$\n"
        "since $\\|\\mathbf{z}_{N+1}\\|^2 \\ge 0$."
    )

    assert verdicts(text)[0] == "refuted"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{u^2 - v^2}{u - v} = \frac{u^2 + v}{u - u}", "refuted"),
        (r"\sum_{j=1}^m \frac{1}{j(j+1)} = \sum_{j=0}^m \left(\frac1j - \frac1{j+1}\right)", "refuted"),
        (r"\frac{u^2 - v^2}{u - v} = u + v", "proved"),
        (r"\frac{u}{u - v} = \frac{u}{u + v - 2v}", "proved"),
    ],
)
def test_what_is_divided_by_zero_everywhere_has_no_value(line: str, expected: str) -> None:
    assert verdicts(f"Let $u, v$ be real and $m \\ge 1$ an integer. Then\n$${line}$$")[-1] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\|\nabla h(u) - \nabla h(v)\| \le M \|u - v\|", "proved"),
        (r"\|\nabla h(u) - \nabla h(v)\| \le \|u - v\|", "refuted"),
        (r"\langle \nabla h(u) - \nabla h(v), u - v \rangle \le M \|u - v\|", "refuted"),
    ],
)
def test_a_continuous_gradient_with_a_constant_is_read(line: str, expected: str) -> None:
    words = "Suppose that $\\nabla h$ is Lipschitz continuous with constant $M > 0$. For all vectors $u, v$"

    assert verdicts(f"{words}\n$${line}$$") == [expected]


SUPPOSED, STEP = r"\sum_{j=1}^m (2j - 1) = m^2", r"m^2 + 2m + 1 = (m + 1)^2"
SLIP = r"m^2 + 2m + 1 = (m + 1)^3 - 4"


@pytest.mark.parametrize(
    "words",
    [
        "When $m = 1$, then:\n$$\\sum_{j=1}^m (2j - 1) = 1$$\nIf $BASE$ for some positive integer $m$, then:\n",
        "For $m = 1$ we have $2 - 1 = 1^2$. Assume $BASE$ for some $m$. Then\n",
        "Let $m = 1$. Then $2 - 1 = 1^2$. Now let $m \\ge 1$ and suppose $BASE$. Then\n",
        "**Base case.** Take $m = 1$. Then $\\sum_{j=1}^m (2j - 1) = 1$.\n\n**Step.** Assume $BASE$. Then\n",
    ],
)
def test_where_an_induction_begins_says_nothing_of_its_step(words: str) -> None:
    """The slip holds for m = 1, and was proved."""
    text = words.replace("BASE", SUPPOSED)

    assert verdicts(f"{text}$${STEP}$$")[-1] == "proved"
    assert verdicts(f"{text}$${SLIP}$$")[-1] == "refuted"


@pytest.mark.parametrize(
    "words", ["The case $m = 1$ is clear. Assume the formula holds for $m$. Then", "Set $m = 1$. For the step,"]
)
def test_words_that_lead_to_the_step_of_an_induction(words: str) -> None:
    assert verdicts(f"Let $m$ be a positive integer. {words}\n$${SLIP}$$") == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $m = 3$ and suppose $\sum_{i=1}^m a_i = 6$. Then $a_1 + a_2 + a_3 = 6$.",
        r"Let $m = 2$. Suppose $k > m$. Then $k > 2$.",
        r"Take $m = 1$. With the step size $h = \frac{1}{m}$ we have $h = 1$.",
        r"**Step.** Let $m = 5$. Then $m^2 = 25$.",
    ],
)
def test_the_value_of_an_integer_stays_where_no_induction_goes_on(text: str) -> None:
    assert verdicts(text)[-1] == "proved"


def test_two_dollars_in_a_line_of_words_make_no_display() -> None:
    """What words say of a letter between them is read: the matrix is symmetric."""
    text = "Assume that $$B$$ is symmetric and that $$B$$ has size $$n \\times n$$ here. For all $$u, v$$ in it\n\n"

    assert verdicts(f"{text}$$\\langle Bu, v\\rangle = \\langle u, Bv\\rangle$$")[-1] == "proved"
    assert (
        verdicts(f"{text.replace('symmetric', 'square')}$$\\langle Bu, v\\rangle = \\langle u, Bv\\rangle$$")[-1]
        != "proved"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\langle \nabla h(z_k), z_{k+1} - z_k \rangle = -\beta \|\nabla h(z_k)\|^2", "proved"),
        (r"\langle \nabla h(z_k), z_{k+1} - z_k \rangle = -\beta^2 \|\nabla h(z_k)\|^2", "refuted"),
        (r"h(z_{k+1}) - h(z_k) \le -\frac{\beta}{2} \|\nabla h(z_k)\|^2", "unknown"),
        (r"|h(z_{k+1}) - h(z_k)| = h(z_k) - h(z_{k+1})", "unknown"),
    ],
)
def test_no_equation_rests_on_a_word_that_says_inequalities(line: str, expected: str) -> None:
    text = "The function $h$ is smooth. Let $z_{k+1} = z_k - \\beta \\nabla h(z_k)$ with $\\beta > 0$. Then\n"

    assert verdicts(f"{text}$${line}$$")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Set $m = 0$: $2^m = 1$. For every $m$ we have $2^m = 1 + m$.", "refuted"),
        (r"Let $u = 2$. Then $u^2 = 4$. For general $u$ it holds that $u^2 = 2u$.", "refuted"),
        (r"Let $n = 1$. Then $3^n = 3$. In general, $3^n = 3n$.", "refuted"),
        (
            r"Let $m = 1$. Then $\sum_{j=1}^m j = 1$. For general $m$ we have $\sum_{j=1}^m j = \frac{m(m+1)}{2}$.",
            "proved",
        ),
        (r"Let $u = 2$. Then $u^2 = 4$. For every $v$, $(u + v)^2 = 4 + 4v + v^2$.", "proved"),
        (r"Let $m = 3$ and $a_k = 2k$ for every $k$. Then $a_m = 6$.", "proved"),
    ],
)
def test_one_value_proves_nothing_of_all(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solve $(u - 2)(u - 5) = 0$. So $u - 2 = 0$ or $u - 5 = 0$.\n\nFrom $u - 2 = 0$ we get $u = 2$.\n\nFrom $u - 5 = 0$ we get $u = 5$.",
         ["proved", "proved", "proved"]),
        ("Solve $(u - 2)(u - 5) = 0$. So $u - 2 = 0$ or $u - 5 = 0$.\n\nFrom $u - 2 = 0$ we get $u = 2$.\n\nFrom $u - 5 = 0$ we get $u = 6$.",
         ["proved", "proved", "refuted"]),
        ("Let $h(t) = t^3 - 12t$. So $h'(t) = 0$ gives $t = 2$ or $t = -2$. Let $k(t) = t^2 \\cdot t^2$. Then $k'(t) = 2t^3 + 2t^3 = 4t^2$.",
         ["proved", "proved", "refuted"]),
        ("Now $p = q + 3$ and $2p + 2q = 26$. So $q = 5$.\n\nThen $p = 8$ and the area is $p q = 42$.", ["refuted"]),
        ("Now $p = q + 3$ and $2p + 2q = 26$. So $q = 5$.\n\nThen $p = 8$ and the area is $p q = 40$.", ["proved"]),
        ("There are $11 - 4 = 6$ pens left. There is a number $u$ with $u + u = 7u$.", ["refuted"]),
    ],
)  # fmt: skip
def test_a_step_behind_what_was_solved_is_one(text: str, expected: list[str]) -> None:
    found = verdicts(text)
    assert found[-len(expected) :] == expected


PAIR = "Let $x$ and $y$ satisfy $3x + 2y = 16$ and $x - y = 2$.\n\n"
SUM = "Suppose $a + b = 6$ and $ab = 3$. Then $a^2 + b^2 = (a+b)^2 - 2ab = 36 - 6 = 42$. So $a^4 + b^4 = (a^2 + b^2)^2 - 2a^2b^2 = "
VALUE = "Let $f(z) = 5z^2 - 6z + 9$.\n\nThen $f(5) = 5 \\cdot 5^2 - 6 \\cdot 5 + 9 = 625 - 30 + 9$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what follows from the slip is no further one; what does not, is
        (
            PAIR + r"$3(y + 2) + 2y = 16 \Rightarrow 5y = 10 \Rightarrow y = 4$. Then $x = 4 + 2 = 6$, so $xy = 24$.",
            "prupu",
        ),
        (PAIR + r"$3(y + 2) + 2y = 16 \Rightarrow 5y = 10 \Rightarrow y = 4$. Then $x = 4 + 3 = 7$.", "prrp"),
        (SUM + r"42^2 - 2 \cdot 9 = 1746$.", "pprpup"),
        (SUM + r"42^2 - 2 \cdot 3 = 1758$.", "pprprp"),
        (VALUE + "That is, $f(5) = 604$. So $2f(5) + 1 = 1209$.", "pruu"),
        (VALUE + "That is, $f(5) = 605$. So $2f(5) + 1 = 1209$.", "prru"),
        # a false identity stands for its other side, and proves nothing at the values where it holds
        (
            "The equation is $4(x + 2) - 3 = 2x + 11$.\n\nExpanding, $4x + 8 - 3 = 4x + 6$.\n\nSo it becomes $4x + 6 = 2x + 11$.",
            "ru",
        ),
        (
            "The equation is $4(x + 2) - 3 = 2x + 11$.\n\nExpanding, $4x + 8 - 3 = 4x + 6$.\n\nSo it becomes $4x + 7 = 2x + 11$.",
            "rr",
        ),
        ("For all $x$, $(x + 1)^2 = x^2 + 1$. For all $x$, $(x + 2)^2 = x^2 + 4$.", "rr"),
        # one of the values that a wrong line has
        ("Solve $w^2 + 2w - 48 = 0$. So $(w + 6)(w - 8) = 0$ and $w = 8$ (we discard the negative solution).", "ru"),
        ("Solve $w^2 + 2w - 48 = 0$. So $(w + 8)(w - 6) = 0$ and $w = 8$ (we discard the negative solution).", "pr"),
    ],
)
def test_a_slip_is_told_once_and_what_goes_on_from_it_is_not_refuted(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_quotient_of_differences_estimates_a_derivative() -> None:
    r"""`f'(2) = \frac{f(2 + h) - f(2)}{h}` is no slip where h = 0.01, nor is the value of the quotient one; another quotient is."""
    given = "Let $f(x) = x^3$. At $x = 2$ with $h = 0.01$,"

    tells(f"{given} $$f'(2) = \\frac{{f(2 + h) - f(2)}}{{h}} = 12.0601.$$", "up")
    tells(f"{given} $$\\frac{{\\partial f}}{{\\partial x}} = \\frac{{f(x + h) - f(x)}}{{h}}.$$", "u")
    tells(f"{given} $$f'(2) = \\frac{{f(2 + h) - f(2)}}{{2h}}.$$", "r")
    tells(f"{given} $$\\frac{{f(2 + h) - f(2)}}{{h}} = 12.1601.$$", "r")
