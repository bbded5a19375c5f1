"""Who presents wrong tokens has to wait."""

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_MOST = 10  # wrong tokens in a window
_WINDOW = 60.0  # seconds
_ADDRESSES = 10_000  # remembered at most: who was quiet for longest is forgotten first


class Guesses:
    """By client address, in each process that answers requests; IPv6 by the network that one customer has."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()  # since when, how many

    def wait(self, client: str) -> int:
        """Seconds until this client is listened to again; 0: now."""
        with self._lock:
            began, wrong = self._wrong.get(_network(client), (0.0, 0))
        left = began + _WINDOW - self._now()
        return max(1, round(left)) if wrong >= _MOST and left > 0 else 0

    def failed(self, client: str) -> None:
        network, now = _network(client), self._now()
        with self._lock:
            began, wrong = self._wrong.pop(network, (now, 0))
            self._wrong[network] = (began, wrong + 1) if now < began + _WINDOW else (now, 1)
            while len(self._wrong) > _ADDRESSES:
                self._wrong.popitem(last=False)


def _network(client: str) -> str:
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client[:64]
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
