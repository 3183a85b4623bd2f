"""Formulas put together to chains as their author meant them, each read once: plain records of steps."""
