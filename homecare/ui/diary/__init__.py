"""The diary: calendar, chart, entries."""
