"""Campaigns: one question of a zone or the Region to many actors, answered by the link of their front desk."""
