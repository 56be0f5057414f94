"""Where a policy or a form is in its life."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Not yet, now or no longer to be followed."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    REPEALED = "repealed"
