"""The demo street: invented ground, people and sixty days of work, played through the real actions."""
