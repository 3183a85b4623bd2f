"""Writers: terms as LaTeX, reports as a sheet (LaTeX, PDF, HTML) and as text for a terminal. They prove nothing."""
