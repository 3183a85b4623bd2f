"""Documents: the formulas of a Markdown, LaTeX or notebook file, the steps between them, and what each comes to."""
