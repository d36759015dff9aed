"""Clients that never give up, and somebody who kills the servers they talk to."""

import asyncio
import json
import os
import random
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.client import Connection
from tests.benchmarks.serving import Process, start_web, start_worker

CLIENTS = 8
WORDS = (
    *("翠苑小区3号楼2单元楼道灯不亮了", "翠苑小区5号楼1单元电梯停了", "纺织家属院2号楼楼道堆物"),
    *("红旗院1号楼下水道堵了", "不知道哪里有噪音", "翠苑小区3号楼垃圾没人收"),
)


@dataclass
class Load:
    """Reports on their way: what was answered, by key. Bounded by `until` and by `most`."""

    port: int
    token: str
    until: float
    most: int
    answered: dict[str, str] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    retries: int = 0
    stopped: bool = False

    def keys(self) -> Iterator[str]:
        """One key after the other for all clients together, until told to stop."""
        for number in range(self.most):
            if self.stopped or time.monotonic() > self.until:
                return
            yield f"soak-{number:06d}"

    async def run(self) -> None:
        """Everybody sends."""
        keys = self.keys()
        await asyncio.gather(*(self._send_all(keys, seed) for seed in range(CLIENTS)))

    async def _send_all(self, keys: Iterator[str], seed: int) -> None:
        chance, connection = random.Random(seed), Connection(self.port, self.token)
        for key in keys:
            await self._insist(connection, key, chance)
            if chance.random() < 0.15:  # the answer got lost on its way, says the sender
                await self._insist(connection, key, chance)
        connection.close()

    async def _insist(self, connection: Connection, key: str, chance: random.Random) -> None:
        body = json.dumps({"key": key, "words": chance.choice(WORDS), "spot": {}}).encode()
        while time.monotonic() < self.until + 30:
            try:
                status, answer = await asyncio.wait_for(connection.post("/api/v1/reports", body), 30)
            except (OSError, EOFError, TimeoutError):
                connection.close()
                status, answer = 0, b""
            if status in (200, 201):
                self._note(key, json.loads(answer)["ref"])
                return
            if 400 <= status < 500 and status != 429:
                self.wrong.append(f"{key}: {status} {answer[:200]!r}")
                return
            self.retries += 1
            self.doubtful.add(key)
            await asyncio.sleep(0.05 + 0.2 * chance.random())

    def _note(self, key: str, ref: str) -> None:
        if self.answered.setdefault(key, ref) != ref:
            self.wrong.append(f"{key}: two cases, {self.answered[key]} and {ref}")


@dataclass
class Installation:
    """The processes of one installation. On SQLite one web process, as `gongzhi serve` starts it."""

    env: dict[str, str]
    log: Path
    port: int = 0
    web: Process | None = None
    workers: list[Process] = field(default_factory=list)

    @property
    def on_postgres(self) -> bool:
        """Whether several may write at once."""
        return "DATABASE_URL" in self.env

    def start_web(self) -> None:
        """Web processes on the same port as before."""
        self.port = self.port or free_port()
        self.web = start_web(self.env, self.port, workers=2 if self.on_postgres else 1, log=self.log)

    def start_workers(self) -> None:
        """Background workers."""
        self.workers = [start_worker(self.env, self.log) for _ in range(2 if self.on_postgres else 1)]

    def kill_web(self) -> None:
        """kill -9 of the whole server."""
        if self.web:
            self.web.kill()

    def kill_one_web_process(self) -> None:
        """kill -9 of one process behind the server; the server starts another."""
        children = children_of(self.web.pid) if self.web else []
        if children:
            os.kill(random.choice(children), signal.SIGKILL)

    def kill_workers(self) -> None:
        """kill -9 of every background worker."""
        for one in self.workers:
            one.kill()

    def kill_all(self) -> None:
        """Nothing of ours stays behind."""
        self.kill_web()
        self.kill_workers()


def free_port() -> int:
    """A port of the loopback nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children_of(pid: int) -> list[int]:
    """The processes a process has started; none where the system does not say."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in listed.read_text().split()] if listed.exists() else []


async def shoot(place: Installation, load: Load, *, kills: int, between: int) -> None:
    """Kill in turn the server, the workers and one process behind the server, each time in the middle of
    work: the next shot waits until `between` more reports are answered."""
    chance = random.Random(kills)
    for number in range(kills):
        before = len(load.answered)
        while len(load.answered) < before + between and time.monotonic() < load.until:
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.random() * 0.3)
        if number % 3 == 0:
            place.kill_web()
            await asyncio.to_thread(place.start_web)
        elif number % 3 == 1:
            place.kill_workers()
            place.start_workers()
        else:
            place.kill_one_web_process()
    load.stopped = True
