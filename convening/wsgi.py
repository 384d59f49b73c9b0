"""The door a WSGI server knocks on: ``convening.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convening.settings")

application = get_wsgi_application()
