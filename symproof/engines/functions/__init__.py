"""Elementary functions: their laws, values and slopes."""
