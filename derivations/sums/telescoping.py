r"""Sums and products that telescope."""

from symproof import Chain, calc, derivation, index, natural, product, sequence, sqrt, total, positive, log

k, n = index("k"), natural("n")
a, b = sequence("a"), sequence("b")


@derivation
def partial_fractions() -> Chain:
    """Partial fractions, and what is left of them."""
    return (
        calc(total(1 / (k * (k + 1)), k, 1, n))
        .eq(total(1 / k - 1 / (k + 1), k, 1, n))
        .eq(1 - 1 / (n + 1))
        .eq(n / (n + 1))
    )


@derivation(expect="refuted")
def last_index() -> Chain:
    """The last term that is left is at n + 1, not at n."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n])


@derivation
def differences() -> Chain:
    """A sum of differences."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n + 1])


@derivation
def second_differences() -> Chain:
    """Second differences leave the difference of the first ones."""
    return calc(total(a[k + 2] - 2 * a[k + 1] + a[k], k, 0, n)).eq((a[n + 2] - a[n + 1]) - (a[1] - a[0]))


@derivation
def by_parts() -> Chain:
    """Summation by parts (Abel)."""
    return calc(total(a[k] * (b[k + 1] - b[k]), k, 0, n)).eq(
        a[n + 1] * b[n + 1] - a[0] * b[0] - total(b[k + 1] * (a[k + 1] - a[k]), k, 0, n)
    )


@derivation
def roots() -> Chain:
    """Roots in denominators."""
    return calc(total(1 / (sqrt(k) + sqrt(k + 1)), k, 1, n)).eq(total(sqrt(k + 1) - sqrt(k), k, 1, n)).eq(sqrt(n + 1) - 1)


@derivation
def product_of_ratios() -> Chain:
    """A product that telescopes."""
    return calc(product(1 + 1 / k, k, 1, n)).eq(n + 1)

@derivation
def product_of_squares() -> Chain:
    """A product that telescopes."""
    return calc(product(1 - 1 / (k+1)**2, k, 1, n)).eq((n + 2)/(2*(n+1)))

@derivation
def logs() -> Chain:
    return calc(total(log(1+1/k), k, 1, n)).eq(log(n + 1))

@derivation
def inverse_squares() -> Chain:
    """The inverse squares stay below 2."""
    return calc(total(1/k**2, k, 1, n+1)).le(2 - 1/(n+1))
