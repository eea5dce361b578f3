"""Red flags, alerts and clearance."""
