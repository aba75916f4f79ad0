"""The repository tests itself."""

import re
import subprocess

import polib
import pytest
from django.conf import settings
from django.template.utils import get_app_template_dirs

from repertorium.pictograms import CROSSED, names, package_folder

BASE = settings.BASE_DIR
TEMPLATES = BASE / "templates"


def tracked(pattern):
    listed = subprocess.run(["git", "ls-files", pattern], cwd=BASE, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [BASE / line for line in listed.stdout.splitlines()]


def python_files():
    return [path for path in BASE.glob("*/**/*.py") if not {".venv", "var"} & set(path.parts)]


def test_every_template_is_used():
    code = "\n".join(path.read_text() for path in [*python_files(), *TEMPLATES.rglob("*.html")])
    by_pattern = {f"errors/{status}.html" for status in (400, 403, 404, 405, 410, 429, 500, 503)}
    by_pattern.add("account/password_reset_help_text.html")  # looked for by allauth, which brings none itself
    by_pattern |= {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.glob("site/??/*.html")}
    instead_of_theirs = {name for folder in get_app_template_dirs("templates") for name in _names(folder)}
    unused = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if str(path.relative_to(TEMPLATES)) not in code
    }
    assert unused - by_pattern - instead_of_theirs == set()


def _names(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*.html")}


def test_every_text_page_exists_in_both_languages():
    assert {path.name for path in (TEMPLATES / "site/nl").glob("*")} == {
        path.name for path in (TEMPLATES / "site/fr").glob("*")
    }


def test_includes_say_what_they_take_and_get_only_that():
    for path in (TEMPLATES / "includes").glob("*.html"):
        if not path.name.startswith("site_"):
            assert path.read_text().startswith("{% comment %}"), path
    for path in TEMPLATES.rglob("*.html"):
        for include in re.findall(r'{% include "includes/(?!site_)[^%]*%}', path.read_text()):
            assert include.endswith("only %}"), f"{path.name}: {include}"


def test_no_inline_script_style_or_handler():
    for path in {*TEMPLATES.rglob("*.html")} - {
        TEMPLATES / "email" / "message.html"
    }:  # programs for mail load no styles
        text = path.read_text()
        assert not re.search(r'\sstyle="|\son\w+="|<style|javascript:', text), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path


def test_every_pictogram_exists():
    folder = package_folder()  # a crossed one is drawn over the icon of that name
    assert {name for name in names() if not (folder / f"{name.removesuffix(CROSSED)}.svg").exists()} == set()


def test_every_pictogram_of_the_pages_is_in_the_sprite():
    used = {
        name for path in TEMPLATES.rglob("*.html") for name in re.findall(r'{% pictogram "([^"]+)"', path.read_text())
    }
    assert used - names() == set()


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_translations_are_complete(language):
    catalogue = polib.pofile(str(BASE / "locale" / language / "LC_MESSAGES" / "django.po"))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@pytest.mark.parametrize("app", ["accounts", "zones", "actors"])
def test_migrations_are_one_line(app):
    from django.db.migrations.loader import MigrationLoader

    graph = MigrationLoader(None).graph
    for key, node in graph.node_map.items():
        children = [child.key for child in node.children if child.key[0] == app]
        assert key[0] != app or len(children) <= 1, key


@pytest.mark.django_db
def test_models_and_migrations_agree():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_long_files():
    limits = {".py": 400, ".html": 160, ".js": 400, ".css": 400}
    long = {
        str(path.relative_to(BASE)): lines
        for pattern in ("*.py", "*.html", "*.js", "*.css")
        for path in tracked(pattern)
        if path.exists()
        and "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > limits[path.suffix]
    }
    assert long == {}


def test_arrows_go_one_way():
    """faces -> search -> models -> zones -> repertorium; see `architecture` in docs/decisions."""
    staff = ("actors.quality", "actors.staff", "actors.feedback")
    forbidden = {
        "zones": ("actors",),
        "actors/models": ("actors.search", "actors.catalogue", "actors.zonepages", "actors.exchange", *staff),
        "actors/search": ("actors.catalogue", "actors.zonepages", "actors.exchange", *staff),
        "actors/catalogue": ("actors.zonepages", "actors.exchange", *staff),
        "actors/zonepages": staff,
        "actors/exchange": staff,
        "actors/staff": (
            "actors.feedback",
            "actors.catalogue",
            "actors.pictograms",
            "actors.zonepages",
            "actors.exchange",
        ),
        "actors/pictograms": ("actors.catalogue", *staff),
    }
    wrong = [
        f"{path.relative_to(BASE)} imports {module}"
        for folder, modules in forbidden.items()
        for path in (BASE / folder).rglob("*.py")
        for module in modules
        if re.search(rf"^\s*(from|import) {re.escape(module)}\b", path.read_text(), re.M)
    ]
    assert wrong == []


def test_drawing_of_the_data_model_is_up_to_date():
    from django.core.management import call_command

    call_command("data_model", check=True)


def test_readme_is_short():
    assert len((BASE / "README.md").read_text().splitlines()) < 150


def test_no_registry_is_named():
    """Versions are pinned without naming the hosts that they come from."""
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org"]
    named = [
        str(path)
        for path in tracked("*")
        if path.is_file()
        and path.suffix not in {".png", ".svg"}
        and any(host in path.read_text(errors="ignore") for host in hosts)
    ]
    assert named == []
