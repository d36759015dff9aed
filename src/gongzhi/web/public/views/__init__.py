"""The public pages: no person, no exact place."""
