"""Sums and products of symbolic length, and infinite ones."""
