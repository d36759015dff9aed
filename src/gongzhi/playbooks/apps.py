from pathlib import Path

from django.apps import AppConfig


class PlaybooksConfig(AppConfig):
    name = "gongzhi.playbooks"
    label = "playbooks"

    def ready(self) -> None:
        from gongzhi.playbooks.rules.catalogue import CATALOGUE, fill_catalogue

        names = Path(self.path) / "catalogue" / "names.yaml"
        fill_catalogue(CATALOGUE, names.read_text(encoding="utf-8"))
