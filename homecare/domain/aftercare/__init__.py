"""The days after needling: timeline, reminders, soreness, and the checklist before it."""
