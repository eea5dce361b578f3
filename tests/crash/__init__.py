"""Kill programs that are saving, again and again, and check that nothing reported as saved is gone."""
