r"""Exercise 6a: circulant matrices commute with the shift.

S shifts cyclically by one place and C is the circulant matrix of a sequence a, both of symbolic size n,
with indices modulo n.
"""

from symproof import Chain, Prop, calc, cyclic, delta, derivation, eq, index, matrix, natural, sequence, total

n = natural("n", at_least=1)
Z = cyclic(n)
a = sequence("a", over=Z)
i, j, b = index("i", over=Z), index("j", over=Z), index("b", over=Z)

S = matrix("S", Z, lambda i, j: delta(i - j - 1))
C = matrix("C", Z, lambda i, j: a[i - j])


@derivation
def shift_first() -> Chain:
    """An entry of S C: the delta picks one term of the sum."""
    return calc((S @ C)[i, j]).eq(total(delta(i - b - 1) * a[b - j], b)).eq(a[i - 1 - j])


@derivation
def shift_last() -> Chain:
    """An entry of C S."""
    return calc((C @ S)[i, j]).eq(total(a[i - b] * delta(b - j - 1), b)).eq(a[i - j - 1])


@derivation
def commute() -> Prop:
    """S and C commute, for every n."""
    return eq(S @ C, C @ S)


@derivation
def transpose_commutes() -> Prop:
    """So do S and the transpose of C."""
    return eq(S @ C.T, C.T @ S)
