"""The export formats by name, and which records an export takes."""
