"""The page of an actor's front desk: one signed link, no account, whether there is room in one tap."""
