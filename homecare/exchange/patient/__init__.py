"""One patient's file as a clinician reads it."""
