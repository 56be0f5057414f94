"""Names found in running text: 《…》, {#clause}, and roles, departments, units and terms by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics.diagnostic import finding
from generator.diagnostics.nearest import nearest
from generator.link.names import DOCUMENTS, Names
from generator.link.targets import LinkedText, Mention, Target, TargetKind
from generator.link.use import Use

_NAMED = (TargetKind.ROLE, TargetKind.DEPARTMENT, TargetKind.UNIT, TargetKind.TERM)
_KNOWN = (*_NAMED, TargetKind.GROUP)
_MARKS = re.compile(r"《([^《》]+)》|\{#([^{}]*)\}")
_TITLES = re.compile("《[^《》]+》")
_SINGLE_MARK = re.compile(r"《》|《[^《》\n]{0,4}|[^《》\n]{0,4}》")
"""A mark without its other half, with a few characters to find it by."""


@dataclass(frozen=True, slots=True)
class ClauseLabel:
    """How a clause is cited: its label, and the title of its policy for citing it from elsewhere."""

    label: str
    policy: str
    policy_title: str


class NameFinder:
    """Finds the longest known name at each position of a text, in one pass over it.

    Names of groups are not marked, nor are the `words` of the language: what is a name inside them is not meant.
    """

    def __init__(self, names: Names, language: Mapping[str, Any]) -> None:
        self._targets: dict[str, Target | None] = dict.fromkeys(language["words"])
        self._targets |= {name: names.find(_NAMED, name) for name in names.known(_KNOWN) if len(name) > 1}
        self._not_before: Mapping[str, str] = language["not_before"]
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._targets:
            lengths[name[:2]].add(len(name))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        starts = "".join(sorted({re.escape(start[0]) for start in lengths}))
        self._starts = re.compile(f"[{starts}]") if starts else None

    def split(self, text: str, seen: set[Target]) -> list[str | Mention]:
        """Cut `text` into plain stretches and mentions; what is in `seen` is not marked again, and added to it."""
        spans: list[str | Mention] = []
        done = passed = 0
        for start in self._starts.finditer(text) if self._starts else ():
            position = start.start()
            if position < passed:
                continue
            name = self._at(text, position)
            if name is None:
                continue
            passed = position + len(name)
            target = self._targets[name]
            if target is None or target in seen:
                continue
            seen.add(target)
            if position > done:
                spans.append(text[done:position])
            spans.append(Mention(name, target))
            done = passed
        if done < len(text):
            spans.append(text[done:])
        return spans

    def _at(self, text: str, position: int) -> str | None:
        """The longest name that stands in `text` at `position`."""
        for length in self._lengths.get(text[position : position + 2], ()):
            name = text[position : position + length]
            if name in self._targets and _is_whole(name, text, position) and not self._goes_on(name, text, position):
                return name
        return None

    def _goes_on(self, name: str, text: str, position: int) -> bool:
        """Whether `name` is only the beginning of another word: 业务部 in 业务部门."""
        after = self._not_before.get(name[-1])
        return after is not None and text.startswith(after, position + len(name))


def _is_whole(name: str, text: str, position: int) -> bool:
    """Whether `name`, which stands in `text` at `position`, is not a part of a longer Latin word."""
    if not any(edge.isascii() and edge.isalnum() for edge in (name[0], name[-1])):
        return True
    edges = (text[max(position - 1, 0) : position + 1], text[position + len(name) - 1 : position + len(name) + 1])
    return not any(len(edge) == 2 and edge.isascii() and edge.isalnum() for edge in edges)


@dataclass(frozen=True, slots=True)
class TextLinker:
    """Links the texts of a handbook."""

    names: Names
    finder: NameFinder
    labels: Mapping[str, ClauseLabel]

    def link(self, text: str, at: Use, policy: str = "") -> LinkedText:
        """Find what `text` names; `policy` is the id of the policy it stands in, for references without one."""
        spans: list[str | Mention] = []
        seen = set[Target]()
        done = 0
        for mark in _MARKS.finditer(text):
            spans += self.finder.split(text[done : mark.start()], seen)
            name, clause = mark.groups()
            spans += self._document(name, at) if name else self._clause(clause, at, policy)
            done = mark.end()
        spans += self.finder.split(text[done:], seen)
        for span in spans:
            if isinstance(span, Mention):
                self.names.uses[span.target].append(at)
        self._report_unbalanced(text, at)
        return tuple(spans)

    def look_up(self, text: str, at: Use) -> None:
        """Look up the documents that `text` names, where it is printed as it is and nothing becomes a link."""
        for mark in _MARKS.finditer(text):
            name, clause = mark.groups()
            if not name:
                here = finding("R006", at.place, "not_here", focus=mark.group(), ref=clause)
                self.names.findings.append(here)
                continue
            for span in self._document(name, at):
                if isinstance(span, Mention):
                    self.names.uses[span.target].append(at)
        self._report_unbalanced(text, at)

    def _report_unbalanced(self, text: str, at: Use) -> None:
        if "《" not in text and "》" not in text:
            return
        left = _TITLES.sub(lambda title: "\n" * len(title.group()), text)
        if ("《" in left or "》" in left) and (single := _SINGLE_MARK.search(left)):
            variant = "empty" if single.group() == "《》" else ""
            self.names.findings.append(finding("R014", at.place, variant, focus=single.group(), near=single.group()))

    def _document(self, name: str, at: Use) -> list[str | Mention]:
        target = self.names.find(DOCUMENTS, name)
        if target is None:
            if self.names.incomplete.isdisjoint(DOCUMENTS):
                near = nearest(name, self.names.known(DOCUMENTS))
                self.names.findings.append(finding("R003", at.place, focus=f"《{name}》", name=name, near=near))
                self.names.missed(DOCUMENTS, name, at)
            return [f"《{name}》"]
        return [Mention(f"《{name}》", target)]

    def _clause(self, reference: str, at: Use, policy: str) -> list[str | Mention]:
        target = self.clause(reference, at, policy)
        if target is None:
            return [reference]
        cited = self.labels[target.key]
        label = cited.label if cited.policy == policy else f"《{cited.policy_title}》{cited.label}"
        return [Mention(label, target)]

    def clause(self, reference: str, at: Use, policy: str) -> Target | None:
        """The clause called `id` in `policy`, or `policy/id`; a finding when there is none."""
        key = reference if "/" in reference else f"{policy}/{reference}"
        if key in self.labels:
            return Target(TargetKind.CLAUSE, key)
        if not self._may_be_unread(key):
            near = self._nearest(reference, policy)
            self.names.findings.append(finding("R006", at.place, focus=reference, ref=reference, near=near))
        return None

    def _nearest(self, reference: str, policy: str) -> str:
        """The clause of another policy that has this very id, else the most similar one of the policy itself."""
        if "/" in reference:
            return nearest(reference, self.labels)
        ids = [(key, key.partition("/")[2], label.policy) for key, label in self.labels.items()]
        elsewhere = next((key for key, clause, _ in ids if clause == reference), "")
        return elsewhere or nearest(reference, (clause for _, clause, home in ids if home == policy))

    def _may_be_unread(self, key: str) -> bool:
        """Whether a clause may stand in a policy that could not be read."""
        home = key.partition("/")[0]
        is_read = any(label.policy == home for label in self.labels.values())
        return TargetKind.CLAUSE in self.names.incomplete and not is_read
