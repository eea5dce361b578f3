"""A guided session: its script, where it stands, the controls, and what was done."""
