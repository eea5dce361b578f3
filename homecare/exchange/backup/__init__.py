"""The full backup as JSON: written, read back, merged, and locked with a password."""
