"""Where everything in the handbook can be read on the site."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.phrases import Named
from generator.link.handbook import Handbook
from generator.link.targets import Target, TargetKind
from generator.render.slug import slugs

_SHARED_PAGES = {
    TargetKind.UNIT: "units.html",
    TargetKind.GROUP: "groups.html",
    TargetKind.TERM: "terms.html",
    TargetKind.LAW: "laws.html",
    TargetKind.MEASURE: "penalties.html",
}
_FOLDERS = {
    TargetKind.POLICY: "policies",
    TargetKind.FORM: "forms",
    TargetKind.DEPARTMENT: "departments",
    TargetKind.ROLE: "roles",
    TargetKind.GROUP: "groups",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address of each target, relative to the site's top folder."""

    paths: dict[TargetKind, dict[str, str]]

    def __getitem__(self, target: Target) -> str:
        """The address of a target, as in `roles/客服主任.html` or `policies/complaints.html#register`."""
        if target.kind is TargetKind.CLAUSE:
            policy, _, clause = target.key.partition("/")
            return f"{self.paths[TargetKind.POLICY][policy]}#{clause}"
        return self.paths[target.kind][target.key]

    def has_page(self, target: Target) -> bool:
        """Whether it has a page of its own: policies, forms, departments, roles, and the groups that concern most."""
        return target.kind in _FOLDERS and "#" not in self[target]

    def page(self, target: Target) -> str:
        """The path of the Markdown page of something that has its own."""
        return self[target].removesuffix(".html") + ".md"

    def stem(self, target: Target) -> str:
        """The file name of that page, without folder and suffix: PDFs that belong to it are called the same."""
        return self[target].rpartition("/")[2].removesuffix(".html")

    def anchor(self, target: Target) -> str:
        """The anchor of something where it stands on a page with others of its kind."""
        return self[target].rpartition("#")[2] if "#" in self[target] else self.stem(target)


def addresses(handbook: Handbook) -> Addresses:
    """The address of everything in the handbook."""
    things: tuple[Named, ...] = (
        *handbook.units,
        *handbook.departments,
        *handbook.roles,
        *handbook.groups,
        *handbook.terms,
        *handbook.forms,
        *handbook.policies,
        *handbook.laws,
        *handbook.measures,
    )
    keys: dict[TargetKind, list[str]] = {}
    for thing in things:
        keys.setdefault(thing.target.kind, []).append(thing.target.key)
    small = {group.target for group in handbook.groups if not (group.spec.everyone or group.spec.heads)}
    paths = {
        kind: {name: _path(kind, slug, Target(kind, name) in small) for name, slug in slugs(names).items()}
        for kind, names in keys.items()
    }
    return Addresses(paths)


def _path(kind: TargetKind, slug: str, small: bool) -> str:
    """A page in its kind's folder, or a place on the page that things of its kind share."""
    has_page = kind in _FOLDERS and not small
    return f"{_FOLDERS[kind]}/{slug}.html" if has_page else f"{_SHARED_PAGES[kind]}#{slug}"
