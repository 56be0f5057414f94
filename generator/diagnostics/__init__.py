"""Findings, the words for them and the formats they are written in."""
