#!/usr/bin/env python
"""The project's command line. Starts the embedded database first, where no DATABASE_URL is set."""

import os
import sys

from repertorium import embedded_postgres


def main():
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repertorium.settings")
    if "DATABASE_URL" not in os.environ:
        embedded_postgres.ensure_running()

    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the database

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
