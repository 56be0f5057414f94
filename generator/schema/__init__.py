"""What may be written where, told to editors (JSON Schemas) and to people (docs/format.md)."""

from generator.schema.editor import schema_files, schemas
from generator.schema.files import FILES, FileKind, kind_of
from generator.schema.reference import reference

__all__ = ["FILES", "FileKind", "kind_of", "reference", "schema_files", "schemas"]
