"""Which static files are served, and how."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    """Leaves out what packages bring and no page uses: extensions of htmx, drawing on maps."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "ext", "draw", "proj4*", "Control.MiniMap.*"]


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Files under names with a hash, compressed; imports between JavaScript modules are rewritten too."""

    support_js_module_import_aggregation = True
