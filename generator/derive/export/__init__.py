"""The whole linked handbook as data for other programs: `build/handbook.json`.

Each module has the records of one concept, which are what is published (docs/handbook.schema.json is their schema), and
the way from the linked handbook to them.
"""

from generator.derive.export.handbook import export, handbook_json

__all__ = ["export", "handbook_json"]
