"""People and their accounts: who comes in, by registration or invitation, and who has which role."""
