"""Forms: they check what was typed and hand on clean values; they know no table."""
