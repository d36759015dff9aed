"""Webhooks: telling a city platform that something happened.

Signed, so that the other side knows it is us, and checked, so that nobody lets us call into our own network.
"""

import hashlib
import hmac
import ipaddress
import json
import socket
from collections.abc import Mapping
from urllib.parse import urlsplit

from gongzhi.gateways.calls import post_json
from gongzhi.gateways.faults import GatewayFault
from gongzhi.kernel import clock


def send_webhook(url: str, body: Mapping[str, object], *, secret: str, delivery_no: str) -> None:
    """Post JSON with `Gongzhi-Signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body">` and `Gongzhi-Delivery`,
    which stays the same when tried again. Raises GatewayFault."""
    check_address(url)
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    at = int(clock.now().timestamp())
    headers = {"Gongzhi-Signature": f"t={at},v1={sign(text, at, secret)}", "Gongzhi-Delivery": delivery_no}
    post_json(url, body, headers)


def sign(text: str, at: int, secret: str) -> str:
    """HMAC-SHA256 over second and body, 64 hex digits: a stolen message is stale after a while."""
    return hmac.new(secret.encode(), f"{at}.{text}".encode(), hashlib.sha256).hexdigest()


def check_address(url: str) -> None:
    """Only https to a public address; raises a lasting GatewayFault."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise GatewayFault("only https addresses are called", lasting=True)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as fault:
        raise GatewayFault("the name of the server is not known") from fault
    for *_rest, address in found:
        if not ipaddress.ip_address(address[0]).is_global:
            raise GatewayFault("addresses inside this network are not called", lasting=True)
