"""The people and listings of the staff's tests."""

from tests.staff.conftest import listing, member, other, own_editor, staff

__all__ = ["listing", "member", "other", "own_editor", "staff"]
