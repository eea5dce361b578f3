"""The FHIR R4 bundle: written and read back."""
