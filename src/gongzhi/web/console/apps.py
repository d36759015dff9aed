from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "gongzhi.web.console"
    label = "web_console"
