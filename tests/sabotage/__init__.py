"""Sabotage: one token of a derivation file is changed, and what is still proved must still be true."""
