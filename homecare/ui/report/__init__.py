"""The charts and tables that patient and clinician both see."""
