"""Reading what the street should know; access is part of it."""
