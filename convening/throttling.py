"""How often the API may be called: whoever sends a token is counted as a person, anybody else by the address.

Pass one of the lists to the API, a router or an operation. The rates are ``API_RATES`` in the settings; what was
called is kept in a cache of its own, so it is counted per process, as signing in is.
"""

from threading import local

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle


class Limit(local, SimpleRateThrottle):
    """So many calls of one ``scope``, such as "read", in a sliding window.

    The library remembers on the object what it has just counted, and two threads at once would write each
    other's: each has an object of its own, which is what ``local`` does.
    """

    cache = caches["calls"]
    cache_format = "api:%(scope)s:%(ident)s"

    def __init__(self, scope: str) -> None:
        self.scope, self.rates = scope, settings.API_RATES[scope]
        super().__init__(self.rates["address"])

    def get_cache_key(self, request: HttpRequest) -> str:
        known = request.user.is_authenticated
        self.num_requests, self.duration = self.parse_rate(self.rates["person" if known else "address"])
        ident = f"person:{request.user.pk}" if known else f"address:{self.get_ident(request)}"
        return self.cache_format % {"scope": self.scope, "ident": ident}


READS = [Limit("read")]
"""Whatever the database answers at once: structures, questions, one's own journeys."""
COSTLY = [Limit("costly")]
"""What is worked out for the caller in a moment: a match."""
DRAFTS = [Limit("draft")]
"""What takes a second or several."""
WRITES = [Limit("write")]
"""What changes a journey or makes one."""
GUESSES = Limit("guess")
"""Tokens that were wrong."""
