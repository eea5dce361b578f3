"""Needling and the hours after it."""
