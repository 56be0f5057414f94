"""Turns a company's rules, written as structured YAML, into a site, forms and checklists."""

__version__ = "0.1.0"
