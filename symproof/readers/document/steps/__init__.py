"""From formulas to steps: what each line claims, under which hypotheses, after which earlier lines."""
