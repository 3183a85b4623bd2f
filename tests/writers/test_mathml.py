"""Formulas as MathML that browsers draw well."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from symproof.writers.mathml import mathml


def tree(latex: str, *, display: bool = True) -> ElementTree.Element:
    return ElementTree.fromstring(mathml(latex, display=display))


def texts(latex: str, tag: str) -> list[str | None]:
    return [element.text for element in tree(latex).iter(tag)]


def test_a_norm_is_a_fence_and_carries_its_exponent_as_a_whole() -> None:
    (power,) = tree(r"\lVert v \rVert^{2}").iter("msup")

    assert power[0].tag == "mrow"
    assert [child.get("form") for child in power[0] if child.tag == "mo"] == ["prefix", "postfix"]


def test_a_sum_has_its_bounds_below_and_above() -> None:
    (limits,) = tree(r"\sum_{t = 1}^{T} t").iter("munderover")

    assert limits[0].text == "\u2211"


def test_the_space_after_a_sum_is_that_of_the_operator_alone() -> None:
    assert not list(tree(r"\sum_{t = 1}^{T} \, (t + 1)").iter("mspace"))


def test_arg_min_is_upright_with_its_variable_below() -> None:
    (under,) = tree(r"\operatorname*{arg\,min}_{\mathbf{w}} f(w)").iter("munder")

    assert [element.text for element in under.iter("mi")] == ["arg", "min", "\U0001d430"]


def test_a_bracket_is_stretched_only_around_something_tall() -> None:
    assert [mo.get("stretchy") for mo in tree(r"\left( \frac{a}{b} \right)").iter("mo")] == ["true", "true"]
    assert [mo.get("stretchy") for mo in tree(r"\lVert a \rVert").iter("mo")] == ["false", "false"]


@pytest.mark.parametrize(
    ("latex", "sign"), [(r"a \iff b", "\u27fa"), (r"a \implies b", "\u27f9"), (r"\lnot (a)", "\u00ac")]
)
def test_a_logical_sign_is_an_operator(latex: str, sign: str) -> None:
    assert sign in texts(latex, "mo")


def test_an_upright_word_is_one_word() -> None:
    assert texts(r"\mathrm{loss}", "mi") == ["loss"]


def test_bold_letters_are_characters_as_browsers_know_no_bold_in_mathml() -> None:
    assert texts(r"\mathbf{w1}", "mi") + texts(r"\mathbf{w1}", "mn") == ["\U0001d430", "\U0001d7cf"]
    assert "mathvariant" not in mathml(r"\boldsymbol{w} \mathbf{ab} \mathcal{AB} \mathsf{ab}")


def test_a_minus_after_a_relation_is_no_difference() -> None:
    signs = [(mo.text, mo.get("form")) for mo in tree("a = -b - c").iter("mo")]

    assert signs == [("=", None), ("\u2212", "prefix"), ("\u2212", None)]


def test_signs_in_an_index_stand_close() -> None:
    (sign,) = tree("a_{t + 1}").iter("mo")

    assert (sign.get("lspace"), sign.get("rspace")) == ("0", "0")


def test_a_line_may_hold_a_bracket_that_another_line_closes() -> None:
    assert texts(r"{} + b \Bigr)^{2}", "mo") == ["+", ")"]


def test_a_call_is_drawn_close_and_a_product_is_not() -> None:
    assert not list(tree(r"f\!\left( \frac{a}{b} \right)").iter("mspace"))
    assert list(tree(r"x \left( \frac{a}{b} \right)").iter("mspace"))


def test_the_answer_is_plain_html_without_a_namespace() -> None:
    assert mathml("a").startswith("<math><mrow>")
    assert mathml("a", display=True).startswith('<math displaystyle="true">')


def test_bars_around_a_term_open_and_close() -> None:
    assert mathml("|s - 4|").count('form="prefix"') == mathml("|s - 4|").count('form="postfix"') == 1
    assert "form" not in mathml("P(A | B)")


def test_what_a_limit_is_over_stands_below_it_on_a_line_of_its_own() -> None:
    assert "<munder><mo>lim" in mathml(r"\lim_{h \to 0} h", display=True)
    assert "<msub><mo>lim" in mathml(r"\lim_{h \to 0} h")


def test_a_word_between_two_letters_stands_apart_also_in_a_script() -> None:
    assert "<mo>mod</mo>" in mathml(r"c_{i \bmod n}")
    assert '<mo lspace="0" rspace="0">+</mo>' in mathml(r"c_{i + 1}")


@pytest.mark.parametrize(
    ("latex", "fences"),
    [
        (r"\Big\| d \Big\|", ["\u2016", "\u2016"]),
        (r"\bigl\langle d \bigr\rangle", ["\u27e8", "\u27e9"]),
        (r"\bigl\lVert d \bigr\rVert", ["\u2016", "\u2016"]),
        (r"\big( d \big)", ["(", ")"]),
    ],
)
def test_brackets_that_are_set_large_are_brackets(latex: str, fences: list[str]) -> None:
    assert texts(latex, "mo") == fences
