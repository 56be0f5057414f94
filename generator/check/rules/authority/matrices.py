"""Whether every amount and case has exactly one chain of approvers, everywhere the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import model
from generator.check.figures import figures_in
from generator.check.rules.figures.told import told_in, with_line
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.tiers import incomplete_tiers, uneven_tiers
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import ApprovalMatrix, Clause, Handbook, Policy
from generator.link.policies import every_clause
from generator.quantities import Boundary, Money, Quantity, points_of

_YUAN = "元"


def tiers(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A001: the tiers of an approval matrix leave a gap, overlap, or do not reach from nothing to everything."""
    for policy in handbook.policies:
        for matrix in policy.approvals:
            spec = matrix.spec
            yield from uneven_tiers("A001", spec.tiers)
            yield from incomplete_tiers("A001", spec.tiers, f"{spec.subject}{spec.measure or ''}", options.words)
            yield from _without_approver("A001", spec)


def _without_approver(code: str, matrix: model.ApprovalMatrix) -> Iterator[Diagnostic]:
    for tier in matrix.tiers:
        if not tier.approve:
            yield finding(code, tier.at("approve"), "nobody")


def thresholds(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A009: a clause about the subject of a matrix draws the line elsewhere than the matrix."""
    for policy in handbook.policies:
        for matrix in policy.approvals:
            edges = [edge for tier in matrix.spec.tiers for edge in tier.edges]
            for clause in every_clause(policy.chapters) if edges else ():
                if _is_about(clause, matrix, options.words):
                    yield from _other_lines(clause, matrix, [edge.bound for edge in edges])
                    yield from _other_sides(clause, matrix, edges)


def _is_about(clause: Clause, matrix: ApprovalMatrix, deciding: tuple[str, ...]) -> bool:
    """Whether a clause decides on the subject: it names it, or comes from the same paragraphs."""
    text = clause.spec.text
    if matrix.spec.subject not in text and not set(clause.spec.source).intersection(matrix.spec.source):
        return False
    return any(word in text for word in deciding)


def _other_lines(clause: Clause, matrix: ApprovalMatrix, bounds: list[Quantity]) -> Iterator[Diagnostic]:
    known = {(bound.low, bound.unit) for bound in bounds}
    units = {unit for _, unit in known}
    lines = "、".join(dict.fromkeys(str(bound) for bound in bounds))
    text = clause.spec.text
    for figure in figures_in(text):
        value = figure.value
        if not isinstance(value, Money | Quantity):
            continue
        unit = value.unit if isinstance(value, Quantity) else _YUAN
        if unit in units and not {(value.low, unit), (value.high, unit)} <= known:
            written = text[figure.start : figure.end]
            related = (Related(matrix.spec.at("tiers"), "matrix"),)
            place = clause.spec.at("text")
            yield finding(
                "A009", place, related=related, focus=written, figure=written, lines=lines, subject=matrix.spec.subject
            )


def _other_sides(clause: Clause, matrix: ApprovalMatrix, edges: Sequence[model.Edge]) -> Iterator[Diagnostic]:
    """A bound of the matrix with a word that puts the figure into the other tier: 4 天以上, and over: 4 天."""
    text = clause.spec.text
    for told in told_in(text):
        point, line = told.points[0], told.line
        there = [edge for edge in edges if points_of(edge.bound).low == point]
        if not there or len(told.points) > 1 or line is None or line.weak:
            continue
        if all(edge.past is not (line.boundary is Boundary.ABOVE) for edge in there):
            written, place = with_line(told, text), clause.spec.at("text")
            facts = {"figure": written, "lines": there[0], "subject": matrix.spec.subject}
            related = (Related(matrix.spec.at("tiers"), "matrix"),)
            yield finding("A009", place, "side", related=related, focus=written, **facts)


def same_subject(handbook: Handbook) -> Iterator[Diagnostic]:
    """A011: two matrices decide the same subject in the same unit."""
    first: dict[str, list[tuple[Policy, ApprovalMatrix]]] = {}
    for policy in handbook.policies:
        for matrix in policy.approvals:
            earlier = first.setdefault(matrix.spec.subject, [])
            for home, one in earlier:
                if set(one.units).intersection(matrix.units):
                    related = (Related(one.spec.at("subject"), "first"),)
                    place, subject = matrix.spec.at("subject"), matrix.spec.subject
                    yield finding("A011", place, related=related, subject=subject, policy=home.name)
                    if one.spec.place.file != place.file:
                        again = (Related(place, "again"),)
                        first_place = one.spec.at("subject")
                        yield finding("A011", first_place, related=again, subject=subject, policy=policy.name)
                    break
            earlier.append((policy, matrix))


RULES = (TunedRule("A001", tiers), TunedRule("A009", thresholds), Rule("A011", same_subject))
