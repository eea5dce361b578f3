"""The clinical knowledge as data, and its reader."""
