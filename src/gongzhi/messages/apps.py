from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "gongzhi.messages"
    label = "gongzhi_messages"
