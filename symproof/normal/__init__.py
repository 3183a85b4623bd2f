"""The normal form: terms as quotients of polynomials over Q whose generators are atoms (see `atoms`, `algebra`)."""

from symproof.normal.atoms import Linear, NoNormalForm
from symproof.normal.normalizer import Normalizer, Sign
from symproof.normal.words import Form

__all__ = ["Form", "Linear", "NoNormalForm", "Normalizer", "Sign"]
