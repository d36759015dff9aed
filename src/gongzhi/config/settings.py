"""Settings. Everything a deployment changes comes from the environment; nothing imports this package.

GONGZHI_HOME   folder of all state (default: var/ in the working directory)
DATABASE_URL   postgres://user:password@host/name; without it, SQLite at $GONGZHI_HOME/gongzhi.sqlite3
GONGZHI_DEMO   "1" in the demo: one-time codes appear on the page, second factor is not asked for
GONGZHI_HOSTS  comma-separated host names the site answers to
GONGZHI_ORIGINS comma-separated https:// addresses forms may be sent from, when a proxy stands in front
GONGZHI_ADDRESS where people reach the site, for links in messages (default: http://127.0.0.1:8000). With https://
                cookies travel by https only
GONGZHI_HSTS   seconds for which browsers are told to come by https only (default: 0, not told)
GONGZHI_PROXIES how many proxies stand in front and write X-Forwarded-For and X-Forwarded-Proto (default: 0)
GONGZHI_SECRET_KEY what sessions are signed with; the same on all machines (default: made at first start)
GONGZHI_KEYS   path of the key ring (default: $GONGZHI_HOME/keys.json)
GONGZHI_CIPHER what new text is sealed with: "aes" (AES-256-GCM, default) or "sm4" (SM4-GCM)
GONGZHI_SMS    "log" (default: the server log) or "http" with GONGZHI_SMS_URL and GONGZHI_SMS_TOKEN
GONGZHI_EMAIL  "log" (default) or smtp://user:password@host:port, sent from GONGZHI_EMAIL_FROM
GONGZHI_ZONE   the street's time zone (default: Asia/Shanghai)
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

HOME = Path(os.environ.get("GONGZHI_HOME", "var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)
DEMO = os.environ.get("GONGZHI_DEMO") == "1"
DEBUG = False
GONGZHI_HOME = HOME
GONGZHI_DEMO = DEMO
GONGZHI_KEYS = Path(os.environ.get("GONGZHI_KEYS", HOME / "keys.json"))
GONGZHI_FILES = HOME / "files"
GONGZHI_ADDRESS = os.environ.get("GONGZHI_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
GONGZHI_PROXIES = int(os.environ.get("GONGZHI_PROXIES", "0"))
GONGZHI_CIPHER = os.environ.get("GONGZHI_CIPHER", "aes")
GONGZHI_SMS = os.environ.get("GONGZHI_SMS", "log")
GONGZHI_SMS_URL = os.environ.get("GONGZHI_SMS_URL", "")
GONGZHI_SMS_TOKEN = os.environ.get("GONGZHI_SMS_TOKEN", "")
GONGZHI_EMAIL = os.environ.get("GONGZHI_EMAIL", "log")
GONGZHI_EMAIL_FROM = os.environ.get("GONGZHI_EMAIL_FROM", "gongzhi@localhost")


def _signing_key() -> str:
    """One random key a deployment, made at first start; without it sessions could be forged."""
    place = HOME / "secret.key"
    if not place.exists():
        try:
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass
    return place.read_text().strip()


SECRET_KEY = os.environ.get("GONGZHI_SECRET_KEY") or _signing_key()
ALLOWED_HOSTS = [h for h in os.environ.get("GONGZHI_HOSTS", "127.0.0.1,localhost").split(",") if h]
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("GONGZHI_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "gongzhi.kernel",
    "gongzhi.gateways",
    "gongzhi.rulebook",
    "gongzhi.accounts",
    "gongzhi.territory",
    "gongzhi.parties",
    "gongzhi.playbooks",
    "gongzhi.registry",
    "gongzhi.cases",
    "gongzhi.routing",
    "gongzhi.intake",
    "gongzhi.insight",
    "gongzhi.messages",
    "gongzhi.web.resident",
    "gongzhi.web.console",
    "gongzhi.web.public",
    "gongzhi.api",
    "gongzhi.cli",
]

MIDDLEWARE = [
    "gongzhi.web.doors.refuse_huge",
    "gongzhi.kernel.revision.OneLookMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages; its random padding and masked tokens answer BREACH
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gongzhi.web.doors.let_idle_staff_go",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gongzhi.web.doors.content_policy",
    "gongzhi.web.doors.RefusalAnswer",
]

ROOT_URLCONF = "gongzhi.config.urls"
WSGI_APPLICATION = "gongzhi.config.wsgi.application"
ASGI_APPLICATION = "gongzhi.config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"}]

_ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_ROOT / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "gongzhi.web.doors.face",
            ],
            "builtins": ["gongzhi.web.tags"],
        },
    },
]


def _database(url: str) -> dict[str, object]:
    """The one switch between the two databases. SQLite takes its write lock at BEGIN (IMMEDIATE), as
    `select_for_update` does nothing there."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "gongzhi.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-64000",
            },
        }
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Many short questions: compiling one takes PostgreSQL longer than answering it.
        "OPTIONS": {"options": "-c jit=off", **query},
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}

# A page that fails is told to the server log with its traceback, never with variables: residents' words.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} [{levelname}] {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

USE_TZ = True
TIME_ZONE = os.environ.get("GONGZHI_ZONE", "Asia/Shanghai")
USE_I18N = True
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [_ROOT / "web" / a / "locale" for a in ("resident", "console", "public")]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # empty until the files are collected; plain names are served then
STATICFILES_DIRS = [_ROOT / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "gongzhi.web.storage.PageStorage"},
}

WHITENOISE_USE_FINDERS = True
LOGIN_URL = "resident:sign_in"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = GONGZHI_ADDRESS.startswith("https://")
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = int(os.environ.get("GONGZHI_HSTS", "0"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if GONGZHI_PROXIES else None
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
