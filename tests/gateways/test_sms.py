import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from pytest_django import Settings

from gongzhi.gateways import calls, sms
from gongzhi.gateways.faults import GatewayFault


@pytest.fixture
def answer() -> Iterator[Callable[[int, object], list[httpx.Request]]]:
    """Let the provider answer so; gives the list of what it was asked."""

    def answering(status: int, body: object) -> list[httpx.Request]:
        asked: list[httpx.Request] = []
        stand_in = httpx.MockTransport(
            lambda request: asked.append(request) or httpx.Response(status, json=body)
        )
        calls.use_transport(stand_in)
        return asked

    yield answering
    calls.use_transport(None)


@pytest.fixture
def http(settings: Settings) -> None:
    settings.GONGZHI_SMS = "http"
    settings.GONGZHI_SMS_URL = "https://sms.example/send"
    settings.GONGZHI_SMS_TOKEN = "secret"


def test_messages_go_where_the_setting_says(settings: Settings) -> None:
    settings.GONGZHI_SMS = "log"
    assert isinstance(sms.get_sms_gateway(), sms.LogSms)
    assert sms.get_sms_gateway().send("13800001234", "您的验证码 123456", message_no="m1").provider_no == "m1"
    settings.GONGZHI_SMS = "kept"
    sms.get_sms_gateway().send("13800001234", "您好")
    assert sms.KEPT.sent == [("13800001234", "您好")]
    settings.GONGZHI_SMS = "pigeon"
    with pytest.raises(ValueError, match="pigeon"):
        sms.get_sms_gateway()


@pytest.mark.usefixtures("http")
def test_the_provider_is_called_once(answer: Callable[[int, object], list[httpx.Request]]) -> None:
    asked = answer(200, {"id": "p7"})
    assert sms.get_sms_gateway().send("13800001234", "您好", message_no="m1").provider_no == "p7"
    assert asked[0].headers["authorization"] == "Bearer secret"
    assert json.loads(asked[0].content) == {"phone": "13800001234", "text": "您好", "message_no": "m1"}


@pytest.mark.usefixtures("http")
@pytest.mark.parametrize(("status", "lasting"), [(500, False), (429, False), (400, True), (302, False)])
def test_faults_are_told_apart(
    answer: Callable[[int, object], list[httpx.Request]], status: int, lasting: bool
) -> None:
    answer(status, {})
    with pytest.raises(GatewayFault) as fault:
        sms.get_sms_gateway().send("13800001234", "您好")
    assert fault.value.lasting is lasting
    assert "13800001234" not in str(fault.value)


@pytest.mark.usefixtures("http")
def test_a_provider_that_is_away_is_a_passing_fault() -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("away")

    calls.use_transport(httpx.MockTransport(away))
    with pytest.raises(GatewayFault) as fault:
        sms.get_sms_gateway().send("13800001234", "您好")
    assert not fault.value.lasting
    calls.use_transport(None)
