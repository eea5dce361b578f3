"""What holds for every test."""

from hypothesis import HealthCheck, settings

# How long an example takes says more about what else the machine does than about the rule it tries.
settings.register_profile("homecare", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("homecare")
