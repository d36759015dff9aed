"""One way of calling an outside server: short waits, no redirects, faults told apart."""

import json
from collections.abc import Mapping

import httpx

from gongzhi.gateways.faults import GatewayFault

TIMEOUT = httpx.Timeout(8.0, connect=4.0)
_transport: list[httpx.BaseTransport] = []


def use_transport(transport: httpx.BaseTransport | None) -> None:
    """Answer calls by a stand-in (tests); None returns to the network."""
    _transport[:] = [transport] if transport is not None else []


def post_json(url: str, body: Mapping[str, object], headers: Mapping[str, str]) -> httpx.Response:
    """Send JSON and answer the response of a success. 4xx but 408, 425 and 429 are lasting faults: the same
    words would be refused again."""
    content = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    sent = {"Content-Type": "application/json", "User-Agent": "gongzhi", **headers}
    try:
        with httpx.Client(timeout=TIMEOUT, transport=_transport[0] if _transport else None) as client:
            answer = client.post(url, content=content, headers=sent)
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        raise GatewayFault(f"{type(fault).__name__}") from fault
    if answer.is_success:
        return answer
    lasting = 400 <= answer.status_code < 500 and answer.status_code not in (408, 425, 429)
    raise GatewayFault(f"answered {answer.status_code}", lasting=lasting)
