"""Readers: what an author writes, as terms: derivation files, and one claim as a line of text."""
