"""Exports, backup and restore."""
