import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
application = get_wsgi_application()

# What is loaded by now stays as long as the process: looking through it for rings of dead objects every few
# hundred new ones costs a twentieth of taking in a report. Rings are rare here and can wait.
gc.freeze()
gc.set_threshold(20_000, 20, 50)
