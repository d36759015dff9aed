from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "gongzhi.rulebook"
    label = "rulebook"
