"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repertorium.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from actors.counting import counts  # noqa: E402 - models are there only now

timeouts = " ".join(f"-c {name}={milliseconds}" for name, milliseconds in settings.WEB_TIMEOUTS.items())
options = connections.settings["default"].setdefault("OPTIONS", {})
options["options"] = f"{options.get('options', '')} {timeouts}".strip()
counts.keep_writing()
