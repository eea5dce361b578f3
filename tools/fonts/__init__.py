"""Gathers the fonts for scripts that the text font of the app does not have; no part of the product."""
