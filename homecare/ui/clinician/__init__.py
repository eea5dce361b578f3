"""For clinicians: opened files and prescribing."""
