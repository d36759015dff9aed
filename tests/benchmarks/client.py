"""Clients that send reports over kept connections: plain sockets, nothing parsed that need not be.

As a process of its own (`python -m tests.benchmarks.client`): a job as JSON on stdin, figures on stdout.
"""

import asyncio
import json
import resource
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Job:
    """What to send: bodies for `clients` at once, against one server."""

    port: int
    clients: int
    token: str
    bodies: list[dict[str, Any]]
    path: str = "/api/v1/reports"


@dataclass
class Outcome:
    """What came of it: seconds in all, seconds each, answers by status, CPU of the client itself."""

    seconds: float = 0.0
    each: list[float] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    client_cpu: float = 0.0


class Connection:
    """One kept connection to 127.0.0.1."""

    def __init__(self, port: int, token: str = "") -> None:
        self.port = port
        self.head = f"Host: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Send and read one answer. Raises OSError or IncompleteReadError when the server goes away."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._streams
        head = (
            f"POST {path} HTTP/1.1\r\n{self.head}Content-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        got = await reader.readuntil(b"\r\n\r\n")
        lower = got.lower()
        at = lower.find(b"content-length:")
        if at < 0:
            raise RuntimeError(f"an answer without a length: {got[:200]!r}")
        size = int(lower[at + 15 : lower.index(b"\r\n", at)])
        answer = await reader.readexactly(size)
        return int(got[9:12]), answer

    def close(self) -> None:
        """Let go of the socket; the next request opens another."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def run(job: Job) -> Outcome:
    """Everything in `bodies`, `clients` at a time."""
    outcome = Outcome()
    waiting = iter([json.dumps(body, ensure_ascii=False).encode() for body in job.bodies])

    async def one() -> None:
        connection = Connection(job.port, job.token)
        for body in waiting:
            began = time.perf_counter()
            status, _answer = await connection.post(job.path, body)
            outcome.each.append(time.perf_counter() - began)
            outcome.statuses[str(status)] = outcome.statuses.get(str(status), 0) + 1
        connection.close()

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(job.clients)))
    outcome.seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    outcome.client_cpu = used.ru_utime + used.ru_stime
    return outcome


def main() -> None:
    job = Job(**json.load(sys.stdin))
    json.dump(asdict(asyncio.run(run(job))), sys.stdout)


if __name__ == "__main__":
    main()
