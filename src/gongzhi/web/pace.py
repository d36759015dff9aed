"""How often one phone or address may knock where a stranger could fill the disk or fish for words.

Counted in this process only: the limit of a deployment is this times its processes, and the proxy has its
own. Accounts are counted by themselves, as many residents share one address of their carrier.
"""

from django.core.cache import cache
from django.http import HttpRequest

from gongzhi.kernel.crypto import digest
from gongzhi.kernel.errors import TooMany
from gongzhi.web.doors import network_address

HOUR = 3600


def check_pace(request: HttpRequest, what: str, *, account: int, address: int) -> None:
    """At most so many an hour by one account, or from one address for visitors. Raises TooMany."""
    known = request.user.is_authenticated
    who = f"user:{request.user.pk}" if known else f"address:{digest(network_address(request))}"
    key = f"pace:{what}:{who}"
    cache.add(key, 0, HOUR)
    try:
        count = cache.incr(key)
    except ValueError:  # the hour ended between the two lines
        return
    if count > (account if known else address):
        raise TooMany(wait_seconds=HOUR)
