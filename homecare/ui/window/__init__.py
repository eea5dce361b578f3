"""The window: its root, its routes, and what is shown when there is no diary to show."""
