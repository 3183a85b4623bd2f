"""Matrices and vectors of symbolic size."""
