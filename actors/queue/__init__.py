"""The work queue: what makes listings untrue soon, the most urgent first, done in place with one click or one key."""
