"""`gongzhi worker`: deliver events and do the chores; any number may run on PostgreSQL."""

import signal
import threading
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.kernel.worker import run_worker


class Command(Base):
    help = "Deliver events and do the chores until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        run_worker(stop)
