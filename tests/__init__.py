"""Tests of homecare: what a patient or a clinician would notice."""
