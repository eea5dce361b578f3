"""The plan now: its items and doses, adherence, criteria met, and a clinician's plan taken over."""
