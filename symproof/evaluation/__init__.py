"""Exact values at a point, on which refutations rest. Trusted, all of it."""
