from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "gongzhi.cli"
    label = "cli"
