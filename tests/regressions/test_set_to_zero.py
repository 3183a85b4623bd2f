"""A derivative that is worked out and set to zero without a word: what it is worked out to be is claimed, and what solves it."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts

LOSS = r"Let $f(x) = x^2 - 6x$."
MODEL = r"Let $m(w) = f(w_t) + \nabla f(w_t)^T (w - w_t) + \frac{\lambda}{2}\|w - w_t\|^2$, where $\lambda > 0$."
SLOPE = r"\nabla f(w_t) + \lambda (w - w_t)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LOSS + "\n\n" r"$$f'(x) = 2x - 6 = 0 \implies x = 3$$", "pp"),
        (LOSS + "\n\n" r"$$f'(x) = 2x + 6 = 0 \implies x = -3$$", "ru"),
        (LOSS + "\n\n" r"$$f'(x) = 2x - 6 = 0 \implies x^* = 3$$", "pp"),
        (LOSS + "\n\n" r"$$f'(x) = 2x - 6 = 0$$" "\n\n" r"$$x^* = 2$$", "pr"),
        (LOSS + "\n\n" r"$$f'(x) = 2x - 6 = 0$$" "\n\n" r"Hence $x = 2$.", "pr"),
        (LOSS + r" Then $f'(x) = 2x - 6 = 0$ for all $x$.", "pr"),
        (LOSS + r" At $x = 3$ we have $f'(x) = 2x - 6 = 0$.", "pp"),
        (r"Let $f(x) = (x - 1)^2 - x^2 + 2x$." "\n\n" r"$$f'(x) = 2(x - 1) - 2x + 2 = 0$$", "pp"),
        (MODEL + rf"$$\nabla m(w) = {SLOPE} = 0 \implies w^\star = w_t - \frac1\lambda \nabla f(w_t)$$", "pp"),
        (MODEL + rf"$$\nabla m(w) = {SLOPE} = 0 \implies w^\star = w_t + \frac1\lambda \nabla f(w_t)$$", "pr"),
        (
            MODEL
            + rf"$$\nabla m(w) = {SLOPE}$$ Setting this to zero gives $$w^* = w_t - \frac1\lambda \nabla f(w_t)$$",
            "pp",
        ),
        (MODEL + rf"$$\nabla m(w) = {SLOPE}$$ Setting this to zero gives $$w^* = w_t - \lambda \nabla f(w_t)$$", "pr"),
    ],
)
def test_a_chain_that_ends_in_zero(text: str, told: str) -> None:
    """What the derivative is was not claimed before an arrow, and x^* was a name beside it, or where the text has w_t too."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MODEL + rf"$$\nabla m(w) = {SLOPE}$$" "\n\n" rf"$${SLOPE} = 0$$", "pp"),
        (MODEL + rf"$$\nabla m(w) = {SLOPE}$$" "\n\n" r"$$\nabla f(w_t) - \lambda (w - w_t) = 0$$", "pr"),
        (
            MODEL + r"\begin{align*}"
            rf"\nabla m(w) &= {SLOPE} \\ 0 &= {SLOPE} \\"
            r"\lambda w &= \lambda w_t - \nabla f(w_t) \\ w^* &= w_t - \frac1\lambda \nabla f(w_t)\end{align*}",
            "pppp",
        ),
        (
            MODEL + r"\begin{align*}"
            rf"\nabla m(w) &= {SLOPE} \\ 0 &= {SLOPE} \\"
            r"\lambda w &= \lambda w_t - \nabla f(w_t) \\ w^* &= w_t + \frac1\lambda \nabla f(w_t)\end{align*}",
            "pppr",
        ),
        (LOSS + r" $$f'(x) = 2x - 6$$" "\n\n" r"Let $c$ be real.$$c - 1 = 0$$", "pu"),
    ],
)
def test_a_row_of_zero_behind_a_derivative(text: str, told: str) -> None:
    """0 = B behind f'(x) = A was an equation that nothing was asked of."""
    tells(text, told)


@pytest.mark.parametrize("told", [("u = 2$ and $v = -1", "pppp"), ("u = 2$ and $v = 1", "pppr")])
@pytest.mark.parametrize("between", [r" = 0$ and $", r" = 0.$$ Then $$"])
def test_several_derivatives_make_a_system(told: tuple[str, str], between: str) -> None:
    """Each of them alone has other solutions."""
    begin, end = ("$", "$") if "$$" not in between else ("$$", "$$")
    text = (
        rf"Let $g(u, v) = u^2 + uv + v^2 - 3u$. Then {begin}\frac{{\partial g}}{{\partial u}} = 2u + v - 3{between}"
        rf"\frac{{\partial g}}{{\partial v}} = u + 2v = 0{end}. So ${told[0]}$."
    )
    tells(text, told[1])


@pytest.mark.parametrize(
    "words",
    [
        "since",
        "where the last line uses",
        "where the last equality holds because",
        "Here we used that",
        "In the last step we have used the fact that",
        "The last line follows from",
    ],
)
@pytest.mark.parametrize(("factor", "told"), [("", "pp"), ("2", "pr")])
def test_what_a_display_rests_on_may_stand_behind_it(words: str, factor: str, told: str) -> None:
    """Where a sequence begins was an equation to be solved, and the line that uses it was refuted."""
    text = (
        r"The update is $w_{t+1} = w_t - \eta v_t$ with $\eta > 0$."
        rf"\begin{{align*}}\|w_{{T+1}} - w_1\|^2 &= \|w_1 - w_{{T+1}}\|^2 \\ &= {factor}\|w_{{T+1}}\|^2\end{{align*}}"
    )
    tells(f"{text}{words} $w_1 = 0$.", told)


def test_a_list_with_bounds_of_new_letters() -> None:
    """The second bound was claimed, and at a negative rho it fails."""
    given = r"Let $v_t = \nabla f(w_t)$. With $\|w^*\| \le B$, $\|v_t\| \le \rho$ and $\eta = \frac{B}{\rho\sqrt{T}}$: "
    tells(given + r"$$\frac{B^2}{2\eta T} + \frac{\eta \rho^2}{2} = \frac{B\rho}{\sqrt{T}}$$", "p")
    tells(given + r"$$\frac{B^2}{2\eta T} + \frac{\eta \rho^2}{2} = \frac{3B\rho}{\sqrt{T}}$$", "r")


def test_step_sizes_and_what_drives_a_sequence_are_left_to_the_text() -> None:
    """Of another part than the rule they were refuted at a negative step."""
    first = "# 1\n\n" r"The update is $w_{t+1} = w_t - \eta v_t$ with $w_1 = 0$." "\n\n# 2\n\n"
    bound = r"\frac1T\left(\frac{\|u\|^2}{2\eta} + \frac\eta2 \sum_{t=1}^T \|g_t\|^2\right)"
    here = (
        r"Let $f$ be convex and differentiable. Then $\frac1T\sum_{t=1}^T \langle w_t - u, g_t\rangle \le "
        + bound
        + "$."
    )
    tells(first + here.replace("g_t", r"\nabla f(w_t)"), "u")


def test_exponentials_beside_a_basis() -> None:
    """The u_1 of e^{u_1} counted where the text also has e_i."""
    text = (
        r"Let $h(u_1, u_2) = e^{u_1} + u_2^2$. Then $\frac{\partial h}{\partial u_1} = e^{u_1}$ and "
        r"$\frac{\partial h}{\partial u_2} = u_2$. Let $S$ be the shift, $S e_i = e_{i+1}$."
    )
    tells(text, "pr")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (r"$$\lambda(w^* - w_t) = -\nabla f(w_t)$$ $$w^* = w_t - \frac1\lambda \nabla f(w_t)$$", "ppp"),
        (r"$$\lambda(w^* - w_t) = \nabla f(w_t)$$", "pr"),
        (r"$$\lambda(w^* - w_t) = -\nabla f(w_t)$$ $$w^* = w_t + \frac1\lambda \nabla f(w_t)$$", "ppr"),
    ],
)
@pytest.mark.parametrize("words", ["Equating with $0$:", "Setting this to zero,"])
def test_what_is_solved_for_a_letter_is_said_of_its_solution(words: str, rows: str, told: str) -> None:
    tells(MODEL + rf"$$\nabla m(w) = {SLOPE}$$ {words} {rows}", told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            r"Let $B, \rho > 0$. Substituting $\eta = \frac{B}{\rho\sqrt T}$: $$\frac\eta2\rho^2 = \frac{B\rho}{2\sqrt T}$$",
            "p",
        ),
        (
            r"Let $B, \rho > 0$. Substituting $\eta = \frac{B}{\rho\sqrt T}$: $$\frac\eta2\rho^2 = \frac{B\rho}{\sqrt T}$$",
            "r",
        ),
    ],
)
def test_what_is_substituted_is_supposed(text: str, told: str) -> None:
    """A step size that is put in was a row of the bound."""
    tells(text, told)


def test_what_equations_say_of_a_letter_is_not_supposed_when_it_is_substituted() -> None:
    """That y = 3 + x is a slip."""
    text = (
        r"Solve $x + y = 3$ and $2x - y = 0$. Substituting $y = 3 + x$ into the second: $2x - (3 + x) = 0$. So $x = 3$."
    )
    assert "proved" not in verdicts(text)
    tells(r"Let $x^2 > 3$. Substituting $x = 5$: $25 > 3$. Hence $x = 5$.", "upu")


@pytest.mark.parametrize("bound", ["", "2"])
@pytest.mark.parametrize(
    "reason", [r"since $\|u\| \le B$ and $\|v_t\| \le \rho$", r"as $\|u\| \le B$, and $\|v_t\| \le \rho$"]
)
def test_bounds_that_are_reasons_are_supposed(reason: str, bound: str) -> None:
    """Of B and rho nothing else is said."""
    left = r"\frac{1}{T}\left(\frac{\|u\|^2}{2\eta} + \frac\eta2\sum_{t=1}^T\|v_t\|^2\right)"
    right = rf"\frac{{B^2}}{{2\eta T}} + \frac{{\eta\rho^2}}{{2{bound}}}"
    tells(rf"Let $\eta > 0$. $${left} \le {right}$$ {reason}.", "u" if bound else "p")


def test_a_mean_is_what_stands_in_its_place() -> None:
    """Of the mean on the left nothing was said."""
    text = r"Let $f$ be convex. $$f(\bar w) = f\left(\frac1T\sum_{t=1}^T w_t\right) \le \frac1T\sum_{t=1}^T f(w_t)$$ "
    tells(text + r"Hence $f(\bar w) \le \frac1T\sum_{t=1}^T f(w_t)$.", "pp")
    tells(text + r"Hence $f(\bar w) \ge \frac1T\sum_{t=1}^T f(w_t)$.", "pr")
