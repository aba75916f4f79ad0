"""Saying whether there is room, by whoever may: the same acts for staff on their pages and for a front desk's link."""
