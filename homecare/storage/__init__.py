"""The diary folder: records on disk, and nothing lost."""
