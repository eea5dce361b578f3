"""How the plan moves: streaks of lights, easing off, offers, phases."""
