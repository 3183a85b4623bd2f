"""The normal form: terms as quotients of polynomials over Q whose generators are atoms (see `atoms`, `algebra`)."""

from symproof.trusted.normal.atoms import Linear, NoNormalForm
from symproof.trusted.normal.normalizer import Normalizer, Sign
from symproof.trusted.normal.words import Form

__all__ = ["Form", "Linear", "NoNormalForm", "Normalizer", "Sign"]
