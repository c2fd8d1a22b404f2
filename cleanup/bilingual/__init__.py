"""The copy beside its original: what either says of numbers, days, names and negation, and where they differ."""
