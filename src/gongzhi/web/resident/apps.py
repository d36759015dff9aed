from django.apps import AppConfig

from gongzhi.web.mistakes import speak_plainly


class ResidentConfig(AppConfig):
    name = "gongzhi.web.resident"
    label = "web_resident"

    def ready(self) -> None:
        speak_plainly()
