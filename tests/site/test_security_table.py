"""`docs/security.md` names no test that does not exist."""

import re

import pytest
from django.conf import settings

TABLE = (settings.BASE_DIR / "docs" / "security.md").read_text()
NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)?test_[a-z_]+\.py)(?:::(\w+))?", TABLE)))
LOOSE = sorted(set(re.findall(r"`(test_[a-z_]+)`", TABLE)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_is_there(file, name):
    path = settings.BASE_DIR / "tests" / file
    assert path.exists()
    assert re.search(rf"(def|class) {name}\b", path.read_text())


@pytest.mark.parametrize("name", LOOSE)
def test_a_test_that_is_named_by_itself_is_there(name):
    assert any(f"def {name}(" in path.read_text() for path in (settings.BASE_DIR / "tests").rglob("test_*.py"))
