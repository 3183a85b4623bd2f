"""Equations and orders between polynomials, with their certificates."""
