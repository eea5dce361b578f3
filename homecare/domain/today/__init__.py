"""The one answer to "what now": the routine due, the reminders of the day, and Today itself."""
