"""Web servers and workers that a measurement or a kill test starts, and only it ends."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SITE, FLOOR = "gongzhi.config.settings", "tests.benchmarks.floor_settings"
WSGI = "gongzhi.config.wsgi:application"


class Process:
    """A group of processes of ours: it may be stopped in order or killed as it stands."""

    def __init__(self, words: list[str], env: Mapping[str, str], log: Path | None = None) -> None:
        out = log.open("ab") if log else subprocess.DEVNULL
        self._child = subprocess.Popen(
            words, cwd=ROOT, env=dict(env), stdout=out, stderr=out, start_new_session=True
        )
        if log:
            out.close()  # type: ignore[union-attr]

    @property
    def pid(self) -> int:
        """The parent of the group."""
        return self._child.pid

    @property
    def ended(self) -> bool:
        """Whether it ended by itself."""
        return self._child.poll() is not None

    def kill(self) -> None:
        """kill -9, parent and children at once."""
        self._signal(signal.SIGKILL)
        self._child.wait()

    def stop(self) -> None:
        """Ask it to end; after ten seconds insist."""
        self._signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(timeout=10)
        self.kill()

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._child.pid, number)


def start_web(
    env: Mapping[str, str], port: int, *, workers: int, settings: str = SITE, log: Path | None = None
) -> Process:
    """Granian, as `gongzhi serve` starts it. Answers as soon as the port does."""
    words = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
        *("--port", str(port), "--workers", str(workers), "--blocking-threads", threads_in(env)),
        *("--backpressure", "64", "--respawn-failed-workers", "--log-level", "warning", WSGI),
    ]
    around = {**env, "DJANGO_SETTINGS_MODULE": settings}
    web = Process(words, around, log)
    wait_for_port(web, port)
    return web


def threads_in(env: Mapping[str, str]) -> str:
    """Of one web process; the same as `gongzhi serve` takes, which a test sees to."""
    return "2" if "DATABASE_URL" in env else "4"


def start_worker(env: Mapping[str, str], log: Path | None = None) -> Process:
    """A background worker, as `gongzhi worker` starts it."""
    return Process([sys.executable, "-m", "gongzhi", "worker"], {**env, "DJANGO_SETTINGS_MODULE": SITE}, log)


def wait_for_port(web: Process, port: int, seconds: float = 60) -> None:
    """Until somebody listens. Raises RuntimeError when the server ended or never came."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if web.ended:
            raise RuntimeError("the server ended before it answered")
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server does not answer")


def surroundings(home: Path, url: str) -> dict[str, str]:
    """The environment of every process of one installation."""
    around = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    around |= {
        "GONGZHI_HOME": str(home),
        "GONGZHI_SMS": "log",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    }
    return around | ({"DATABASE_URL": url} if url else {})
