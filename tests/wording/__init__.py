"""Tests of the sentences of the interface."""
