"""How properties are searched for: the same examples every time, and no stopwatch on a busy machine."""

from hypothesis import HealthCheck, settings

CALM = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow],
)
