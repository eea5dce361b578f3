"""The data folder: records on disk that survive a crash."""
