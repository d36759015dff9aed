"""Is it one of these? A hint before sending: near, lately, in like words."""



MOST = 3
LEAST = 30
SAME_KIND = 20
"""A like category counts as much as a fifth of the words."""
DAYS_KEY = "same-matter.days"
