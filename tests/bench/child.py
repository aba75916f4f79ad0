"""Runs `main` of a module of the bench in a process of its own, which has Django and one region."""

import importlib
import json
import os
import subprocess
import sys


def run(module: str, *arguments, environment: dict[str, str]) -> None:
    """Run it to its end; what it says goes to the terminal.

    Raises:
        CalledProcessError: it failed.
    """
    command = [sys.executable, "-m", "tests.bench.child", module, *map(str, arguments)]
    subprocess.run(command, env=environment, check=True)


def ask(module: str, *, environment: dict[str, str]) -> dict:
    """Run it and return the JSON that it prints; its progress goes to the terminal.

    Raises:
        CalledProcessError: it failed.
    """
    command = [sys.executable, "-m", "tests.bench.child", module]
    return json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout)


if __name__ == "__main__":
    import django

    from repertorium.translations import compile_translations

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "repertorium.settings")
    compile_translations()  # before Django reads them: addresses are translated too
    django.setup()
    importlib.import_module(f"tests.bench.{sys.argv[1]}").main(*sys.argv[2:])
