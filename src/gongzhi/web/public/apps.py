from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "gongzhi.web.public"
    label = "web_public"
