from django.apps import AppConfig


class GatewaysConfig(AppConfig):
    name = "gongzhi.gateways"
    label = "gateways"
