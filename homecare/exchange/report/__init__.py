"""The clinician's page, the review of many patients, and the diary as a table."""
