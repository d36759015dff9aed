"""What a resident's phone loads, as it goes over the wire."""

import gzip
import re
import socket
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.benchmarks.figures import Figure

PART = "A resident's phone"
FIRST, LATER = 100 * 1024, 25 * 1024


@dataclass
class Phone:
    """A phone with a cache: what it has, it does not load again."""

    port: int
    cookie: str = ""
    kept: set[str] = field(default_factory=set)

    def open(self, path: str) -> int:
        """Load a page with all it needs; answers the bytes of all answers, heads included. Raises
        RuntimeError when it does not answer 200."""
        size, page = self._get(path)
        total = size
        wanted = _Assets()
        wanted.feed(page.decode())
        for address in wanted.addresses:
            total += self._asset(address)
        return total

    def take_worker(self) -> int:
        """What the page's service worker loads ahead on the first visit."""
        size, body = self._get("/sw.js")
        return size + sum(self._asset(one) for one in re.findall(r'"(/[^"]*)"', body.decode()))

    def _asset(self, address: str) -> int:
        if address in self.kept or not address.startswith("/"):
            return 0
        self.kept.add(address)
        size, body = self._get(address)
        if address.split("?", maxsplit=1)[0].endswith(".css"):
            size += sum(self._asset(one) for one in _inner(address, body.decode()))
        return size

    def _get(self, path: str) -> tuple[int, bytes]:
        path = path.split("#", maxsplit=1)[0]
        head = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n"
            f"Accept-Language: zh-CN\r\nCookie: {self.cookie}\r\nConnection: close\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as wire:
            wire.sendall(head.encode())
            raw = b"".join(iter(lambda: wire.recv(65536), b""))
        top, _, body = raw.partition(b"\r\n\r\n")
        if not top.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {top[:200]!r}")
        if b"transfer-encoding: chunked" in top.lower():
            body = _joined(body)
        return len(raw), gzip.decompress(body) if b"content-encoding: gzip" in top.lower() else body


class _Assets(HTMLParser):
    """Scripts, styles, pictures and icons a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is fetched without anybody asking."""
        given = dict(attrs)
        loads = {"script": "src", "img": "src", "use": "href", "link": "href"}.get(tag)
        if tag == "img" and given.get("loading") == "lazy":
            return
        if loads and given.get(loads):
            self.addresses.append(str(given[loads]).split("#")[0])


def _inner(address: str, style: str) -> list[str]:
    """Other styles a style sheet asks for at once."""
    folder = address.rsplit("/", 1)[0]
    found = re.findall(r"@import\s+(?:url\()?[\"']?([^\"')]+)", style)
    return [one if one.startswith("/") else f"{folder}/{one}" for one in found]


def _joined(body: bytes) -> bytes:
    whole = b""
    while body:
        line, _, rest = body.partition(b"\r\n")
        size = int(line, 16)
        whole, body = whole + rest[:size], rest[size + 2 :]
        if not size:
            break
    return whole


def measure(port: int, cookie: str, case_ref: str) -> list[Figure]:
    """First the front page with nothing kept, then the others one after the other."""
    phone = Phone(port, cookie)
    first = phone.open("/") + phone.take_worker()
    note = "with everything the service worker keeps for later"
    figures = [Figure(PART, "first load, front page", first / 1024, "KB", at_most=FIRST / 1024, note=note)]
    for name, path in (
        ("reporting", "/report/"),
        ("mine", "/mine/"),
        ("a case", f"/case/{case_ref}/"),
        ("messages", "/mine/messages/"),
        ("near", "/near/"),
    ):
        figures.append(Figure(PART, f"then: {name}", phone.open(path) / 1024, "KB", at_most=LATER / 1024))
    return figures
