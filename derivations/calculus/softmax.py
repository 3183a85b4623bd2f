r"""Softmax and the logarithm of a sum of exponentials, for any number of classes.

The scores are a sequence $z_1, \dots, z_n$ with n symbolic; the softmax of class j is $\exp(z_j)$ over the sum of all
$\exp(z_k)$.
"""

from symproof import Chain, Scalar, calc, derivation, derivative, exp, index, log, natural, real, sequence, total

j, k, n = index("j"), index("k"), natural("n", at_least=1)
z = sequence("z")
a, b, c, h = map(real, "abch")

weight = total(exp(z[k]), k, 1, n)
lse = log(weight)
three = exp(a) + exp(b) + exp(c)


def share(score: Scalar) -> Scalar:
    """The softmax of one of three scores."""
    return exp(score) / three


@derivation
def shares_add_up() -> Chain:
    """The shares add up to one."""
    return calc(total(exp(z[j]) / weight, j, 1, n)).eq(1)


@derivation
def shift_of_all_scores() -> Chain:
    """A number added to all scores changes no share.

    So the largest score may be subtracted first, and no exponential overflows.
    """
    return calc(exp(z[j] + h) / total(exp(z[k] + h), k, 1, n)).eq(exp(z[j]) / weight)


@derivation
def shift_comes_out() -> Chain:
    """The logarithm of the sum moves along with the scores."""
    return calc(log(total(exp(z[k] + h), k, 1, n))).eq(lse + h)


@derivation
def cross_entropy() -> Chain:
    """The loss of class j is how far its score stays below the logarithm of the sum."""
    return calc(-log(exp(z[j]) / weight)).eq(lse - z[j])


@derivation
def gradient_of_the_logarithm() -> Chain:
    """With three classes: the gradient of the logarithm of the sum is the softmax."""
    return calc(derivative(log(three), a)).eq(share(a))


@derivation
def own_score() -> Chain:
    """A share grows with its own score ..."""
    return calc(derivative(share(a), a)).eq(share(a) * (1 - share(a)))


@derivation
def another_score() -> Chain:
    """... and falls with every other one."""
    return calc(derivative(share(a), b)).eq(-share(a) * share(b))


@derivation
def gradient_of_the_cross_entropy() -> Chain:
    """The gradient of the loss: softmax minus the indicator of the class."""
    return calc(derivative(-log(share(a)), a)).eq(share(a) - 1)
