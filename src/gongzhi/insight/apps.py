from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "gongzhi.insight"
    label = "insight"
