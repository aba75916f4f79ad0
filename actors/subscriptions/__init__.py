"""Mail that people with an account asked for: the digest of their work queue, and what is new in saved searches."""
