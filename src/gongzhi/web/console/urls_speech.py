"""Addresses of what is looked at before it becomes public."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import speech

speech_pages: list[URLPattern] = [
    path("speech/", speech.list_speech, name="list_speech"),
    path("speech/judge/", speech.judge_speech, name="judge_speech"),
    path("speech/check/", speech.check_sentence, name="check_sentence"),
    path("settings/speech/", speech.edit_speech, name="edit_speech"),
]
