"""Tests of what is handed over and taken in."""
