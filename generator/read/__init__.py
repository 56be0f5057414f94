"""From YAML files to documents with exact positions; knows nothing of policies."""
