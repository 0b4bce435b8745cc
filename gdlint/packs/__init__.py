"""Packs: folders of rules with a pack.yaml, that belong to a place and to others than this project."""
