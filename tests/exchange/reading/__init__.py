"""How bytes from outside become checked values."""
