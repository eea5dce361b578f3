"""The numbers of the clinician's page."""
