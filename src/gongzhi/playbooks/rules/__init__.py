"""The pure step machine and the checks on a playbook: no database, no clock, no Django."""
