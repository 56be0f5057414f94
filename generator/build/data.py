"""The part `data`: the handbook for other programs, and the schemas that editors complete and check with."""

from __future__ import annotations

from generator.build.work import Work


def write_data(work: Work) -> None:
    """Write handbook.json and schema/."""
    from generator.derive.export import handbook_json  # noqa: PLC0415  # only when building
    from generator.schema import schema_files  # noqa: PLC0415

    work.write("handbook.json", handbook_json(work.handbook).encode())
    for name, text in schema_files(work.handbook.settings.language):
        work.write(f"schema/{name}", text.encode())
