"""The patient's plan: conditions, phases, exercises, first run."""
