"""The name of this process among the workers."""

import os
import secrets
import socket

HOST = socket.gethostname()[:40]
_PROCESS: tuple[int, str] | None = None


def worker_name() -> str:
    """Host, process number and a random part, as process numbers return; anew after a fork."""
    global _PROCESS  # noqa: PLW0603 - one name a process
    if _PROCESS is None or _PROCESS[0] != os.getpid():
        _PROCESS = (os.getpid(), secrets.token_hex(4))
    return f"{HOST}:{_PROCESS[0]}:{_PROCESS[1]}"


def may_be_alive(name: str) -> bool:
    """Whether the process behind a worker's name may still run; asked only for names of this machine."""
    try:
        os.kill(int(name.split(":")[1]), 0)
    except (ProcessLookupError, ValueError, IndexError):
        return False
    except PermissionError:
        return True
    return True
