import os

from django.core.wsgi import get_wsgi_application

from gongzhi.kernel.tidying import tidy_seldom_from_now

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
application = get_wsgi_application()
tidy_seldom_from_now()
