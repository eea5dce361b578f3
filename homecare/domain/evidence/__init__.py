"""The facts a rule may look at: the traffic light, red flags, and what was recorded of each."""
