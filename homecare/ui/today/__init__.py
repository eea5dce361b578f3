"""The first screen: what to do next."""
