"""Kill programs that are saving, again and again, and look whether anything reported as saved is gone."""
