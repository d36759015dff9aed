from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "gongzhi.intake"
    label = "intake"
