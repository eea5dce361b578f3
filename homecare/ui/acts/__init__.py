"""What a tap does: one file per kind of record, each act returns once it is on disk."""
