"""The settings of the site without its middleware and with one address: for the floor only."""

from gongzhi.config.settings import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tests.benchmarks.floor"
WSGI_APPLICATION = "django.core.wsgi.get_wsgi_application"
