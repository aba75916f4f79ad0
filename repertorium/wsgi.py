"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repertorium.settings")
application = get_wsgi_application()

from actors.counting import counts  # noqa: E402 - models are there only now

counts.keep_writing()
