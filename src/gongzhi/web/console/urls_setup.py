"""Addresses of what the work stands on: map, places, posts, prints, settings, the log."""

from django.urls import URLPattern

setup_pages: list[URLPattern] = []
