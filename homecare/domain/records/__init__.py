"""What was recorded: diary entries, sessions, needlings, decisions about the plan, settings."""
