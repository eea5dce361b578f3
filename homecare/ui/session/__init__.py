"""The guided session."""
