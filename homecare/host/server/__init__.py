"""The app served on this computer's own address."""
