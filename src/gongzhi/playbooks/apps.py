from django.apps import AppConfig


class PlaybooksConfig(AppConfig):
    name = "gongzhi.playbooks"
    label = "playbooks"
