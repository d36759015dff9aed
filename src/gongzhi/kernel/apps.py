"""Starting the kernel: connect the Django-free parts, and let every room subscribe and register."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext


class KernelConfig(AppConfig):
    """Once all tables are known, each room's `offers`, `reactions` and `tasks` are imported, so that a room
    only has to write them."""

    name = "gongzhi.kernel"
    label = "kernel"

    def ready(self) -> None:
        """Connect log, translation and outbox, then look through the rooms."""
        from gongzhi.kernel import delivery, errors, events, logs  # noqa: PLC0415 - tables exist only now

        logs.set_up()
        errors.use_translator(gettext)
        events.use_outbox(delivery.write_out)
        autodiscover_modules("offers", "reactions", "tasks")
