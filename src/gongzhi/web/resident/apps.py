from django.apps import AppConfig


class ResidentConfig(AppConfig):
    name = "gongzhi.web.resident"
    label = "web_resident"
