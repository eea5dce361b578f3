"""Home care for people with foot and ankle pain."""

__version__ = "0.1.0"
