import socket
from datetime import UTC, datetime

import httpx
import pytest

from gongzhi.gateways import calls, webhook
from gongzhi.gateways.faults import GatewayFault
from gongzhi.kernel import clock


def names(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [(2, 1, 6, "", (address, 443))])


def test_news_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, "93.184.216.34")
    asked: list[httpx.Request] = []
    calls.use_transport(httpx.MockTransport(lambda request: asked.append(request) or httpx.Response(204)))
    with clock.frozen(datetime(2026, 3, 2, tzinfo=UTC)):
        webhook.send_webhook("https://city.example/in", {"案": 1}, secret="s", delivery_no="d9")
    calls.use_transport(None)
    seen = asked[0].headers["gongzhi-signature"]
    at = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp())
    assert seen == f"t={at},v1={webhook.sign(asked[0].content.decode(), at, 's')}"
    assert asked[0].headers["gongzhi-delivery"] == "d9"


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "100.64.0.1"]
)
def test_our_own_network_is_not_called(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    names(monkeypatch, address)
    with pytest.raises(GatewayFault) as fault:
        webhook.check_address("https://city.example/in")
    assert fault.value.lasting


@pytest.mark.parametrize("url", ["http://city.example", "ftp://city.example", "https:///x", "nonsense"])
def test_only_https_is_called(url: str) -> None:
    with pytest.raises(GatewayFault):
        webhook.check_address(url)


def test_an_unknown_name_may_be_known_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(GatewayFault) as fault:
        webhook.check_address("https://city.example/in")
    assert not fault.value.lasting
