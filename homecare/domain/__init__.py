"""The clinical rules as plain values and functions."""
