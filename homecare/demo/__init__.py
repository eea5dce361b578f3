"""A believable patient for trying the app; no part of the clinical rules."""
