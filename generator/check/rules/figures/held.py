"""The figures that fields hold, and what a text must tell for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from generator import model
from generator.check.rules.figures.told import Told, told_in
from generator.model.base import Model
from generator.quantities import Boundary, Duration, Frequency, Line, Multiple, Point, Quantity, Value, points_of
from generator.quantities.points import MONEY, PERCENT, SCORE, TIME_SCALES, TIMES
from generator.read.marks import Place

Path = tuple[str | int, ...]

EXACT = "exact"
Side = Line | str | None
_FIRST = (Decimal(1), False)
_DIVISIBLE = TIME_SCALES | {MONEY, PERCENT, "倍", "米", "厘米", "毫米", "公里", "平方米", "克", "千克", "吨", "升", "℃"}
_BEFORE, _AFTER = Line(Boundary.BELOW), Line(Boundary.ABOVE)


class Need(NamedTuple):
    """A point that a text has to tell, with the line that is drawn there; any of several will do."""

    points: tuple[tuple[Point, Side], ...]

    def on_either_side(self) -> Need:
        """The same lines: 超过 3 次的 may follow 不超过 3 次."""
        lines = (Line(side.boundary) if isinstance(side, Line) else side for _, side in self.points)
        return Need(tuple((point, line) for (point, _), line in zip(self.points, lines, strict=True)))


class Held(NamedTuple):
    """A figure of a field: where it stands, and what tells it.

    `of_sanction` is that of a penalty or reward, which a text may leave to the field altogether; one that is
    `quoted` stands, in these words, in a field that is itself a text. One `told_elsewhere` needs no text.
    """

    spec: Model
    path: Path
    value: Value
    needs: tuple[Need, ...]
    of_sanction: bool = False
    quoted: str = ""
    told_elsewhere: bool = False

    @property
    def written(self) -> str:
        """The figure as the field has it."""
        return self.quoted or str(self.value)

    @property
    def place(self) -> Place:
        """Where the field stands."""
        return self.spec.at(*self.path)

    @property
    def is_bound_of_tier(self) -> bool:
        """Whether it is where a tier begins or ends."""
        return isinstance(self.spec, model.Scaled) and any(edge.key == self.key for edge in self.spec.edges)

    @property
    def key(self) -> str:
        """The key of the field."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))


@lru_cache(maxsize=4096)
def needs_of(value: Value, low: Side = None, high: Side = None) -> tuple[Need, ...]:
    """The points of a value, each told in any way unless a side is given."""
    first, last, others = points_of(value)
    ends = [Need(((first, low),))] if first == last else [Need(((first, low),)), Need(((last, high),))]
    return (*ends, *(Need(((other, None),)) for other in others))


def held_by(clause: model.Clause) -> Iterator[Held]:
    """The figures of a clause's own fields."""
    if clause.within:
        single = _AFTER if clause.within.low == clause.within.high else None
        yield Held(clause, ("within",), clause.within, needs_of(clause.within, single))
    if clause.ahead:
        yield Held(clause, ("ahead",), clause.ahead, needs_of(clause.ahead, _BEFORE))
    if clause.every:
        yield Held(clause, ("every",), clause.every, needs_of(clause.every))
    for key, text in (("title", clause.title), ("when", clause.when), ("before", clause.before)):
        if text:
            yield from quoted(clause, (key,), text)
    for position, limit in enumerate(clause.limits):
        yield from _of_limit(limit, position, clause)
    if clause.record and isinstance(clause.record.retention, Duration):
        retention = clause.record.retention
        path = ("record", "retention")
        yield Held(clause, path, retention, needs_of(retention), told_elsewhere=True)
    if clause.penalty:
        yield from held_by_penalty(clause.penalty)
    if clause.reward:
        yield from held_by_reward(clause.reward)


_SIDES: tuple[tuple[str, Side], ...] = (
    ("at_least", Line(Boundary.BELOW, side=Boundary.ABOVE)),
    ("over", Line(Boundary.ABOVE, side=Boundary.ABOVE)),
    ("at_most", Line(Boundary.ABOVE, side=Boundary.BELOW)),
    ("under", Line(Boundary.BELOW, side=Boundary.BELOW)),
    ("exactly", EXACT),
)


def _of_limit(limit: model.Limit, position: int, clause: model.Clause) -> Iterator[Held]:
    for one in quoted(clause, ("limits", position, "of"), limit.of):
        # 每月扣除的比例 says what the figure is of, and the text may say 当月 for it
        yield one._replace(told_elsewhere=_is_a_period(one.value))
    for key, side in _SIDES:
        value: Quantity | None = getattr(limit, key)
        if value is not None:
            yield Held(clause, ("limits", position, key), value, needs_of(value, side, side))


def _is_a_period(value: Value) -> bool:
    return isinstance(value, Frequency) and not value.anchor and value.times == 1


def held_by_penalty(penalty: model.InlinePenalty) -> Iterator[Held]:
    """The figures of a penalty."""
    yield from _of_sanction(penalty, penalty)
    for key in ("act", "by", "per"):
        yield from quoted(penalty, (key,), getattr(penalty, key))
    for tier in penalty.tiers:
        yield from _of_sanction(tier, penalty)
        yield from quoted(tier, ("case",), tier.case)
        yield from bounds_of(tier, penalty.per)
    for one in penalty.escalation:
        yield from _counted(one, ("times",), one.times, TIMES)
        if one.within:
            yield _sanctioned(one, ("within",), one.within, None)
        if one.fine:
            yield _sanctioned(one, ("fine",), one.fine, EXACT)
    for joint in penalty.joint:
        if joint.share:
            yield _sanctioned(joint, ("share",), joint.share, None)
        yield from quoted(joint, ("sanction",), joint.sanction)


def _of_sanction(sanction: model.Sanction, penalty: model.InlinePenalty) -> Iterator[Held]:
    if sanction.fine:
        yield _sanctioned(sanction, ("fine",), sanction.fine, EXACT)
    for key in ("deduct", "compensate"):
        part: Multiple | None = getattr(sanction, key)
        if part and not _is_all_of_it(part):
            yield _sanctioned(sanction, (key,), part, None)
    if sanction.points:
        value = Quantity(Decimal(sanction.points), Decimal(sanction.points), SCORE)
        yield _sanctioned(sanction, ("points",), value, EXACT)
    yield from quoted(sanction, ("other",), sanction.other)


def held_by_reward(reward: model.InlineReward) -> Iterator[Held]:
    """The figures of a reward."""
    if reward.amount:
        yield _sanctioned(reward, ("amount",), reward.amount, EXACT)
    if reward.points:
        value = Quantity(Decimal(reward.points), Decimal(reward.points), SCORE)
        yield _sanctioned(reward, ("points",), value, EXACT)
    for key in ("act", "other"):
        yield from quoted(reward, (key,), getattr(reward, key))


def _sanctioned(spec: Model, path: Path, value: Value, side: Side) -> Held:
    return Held(spec, path, value, _needs_of_sanction(value, side), of_sanction=True)


@lru_cache(maxsize=1024)
def _needs_of_sanction(value: Value, side: Side) -> tuple[Need, ...]:
    low, high, _ = points_of(value)
    return needs_of(value, side, side) if low == high else needs_of(value, _BEFORE, _AFTER)


def _is_all_of_it(part: Multiple) -> bool:
    """Whether no figure is needed to tell it: 赔偿损失 is all of it."""
    return points_of(part).low == Point(PERCENT, Decimal(100))


def quoted(spec: Model, path: Path, text: str | None) -> Iterator[Held]:
    """The figures of a field that is itself a text."""
    for told in told_in(text) if text else ():
        if told.firm or told.line is None:
            needs = tuple(Need(((point, None),)) for point in told.points)
            yield Held(spec, path, told.value, needs, quoted=told.written)


def bounds_of(tier: model.Scaled, counted_in: str | None) -> Iterator[Held]:
    """The bounds of a tier; a bare number counts what `counted_in` names."""
    for edge in tier.edges:
        # That the lowest tier begins at the first time goes without saying.
        lowest = edge == tier.start and edge.position <= _FIRST
        need = _bound_need(edge, counted_in or "")
        yield Held(tier, (edge.key,), edge.bound, (need,), of_sanction=True, told_elsewhere=lowest)


def _bound_need(edge: model.Edge, counted_in: str) -> Need:
    """Before 4: 4 次以上, 满 4 次, 不满 4 次, 第 4 次; past 4: 超过 4 次, 4 次以内.

    What is counted in whole numbers is past 3 where it is before 4. Half a day over 3 days is not 4.
    """
    low = points_of(edge.bound).low
    scales = [low.scale, *(scales_in(counted_in) if low.scale == TIMES else ())]
    here, other, step = (_AFTER, _BEFORE, 1) if edge.past else (_BEFORE, _AFTER, -1)
    at = [(Point(scale, low.number), here) for scale in scales]
    beside = [(Point(scale, low.number + step), other) for scale in scales if scale not in _DIVISIBLE]
    return Need((*at, *beside))


def _counted(spec: Model, path: Path, number: int, unit: str) -> Iterator[Held]:
    value = Quantity(Decimal(number), Decimal(number), unit)
    points = ((Point(unit, Decimal(number)), _BEFORE), (Point(unit, Decimal(number - 1)), _AFTER))
    yield Held(spec, path, value, (Need(points),), of_sanction=True)


@lru_cache(maxsize=1024)
def scales_in(words: str) -> tuple[str, ...]:
    """The scales that words such as 逾期天数 or 当月迟到次数 name."""
    return tuple(dict.fromkeys(_scale(unit) for unit in _unit().findall(words)))


def _scale(unit: str) -> str:
    return points_of(Quantity(Decimal(1), Decimal(1), unit)).low.scale


@cache
def _unit() -> re.Pattern[str]:
    return re.compile("工作日|小时|分钟|星期|个月|人次|[天日周年元次份个人台辆名条项件张套户家页笔联位把卡单分]")


def meets(told: Told, need: Need) -> bool | None:
    """Whether a figure of a text tells what is needed; None if it draws its line on the wrong side of it."""
    number = need.points[0][0].number
    wrong = False
    for point, side in need.points:
        if point not in told.points:
            continue
        line = line_drawn(told, point)
        if fits(side, line) and (point.number == number or line is not None):
            return True
        wrong = wrong or point.number == number
    return None if wrong else False


def fits(side: Side, line: Line | None) -> bool:
    """Whether a line drawn in a text is the one that a field draws."""
    if side is None or line is None:
        return True
    return side.agrees_with(line) if isinstance(side, Line) else line.weak


def line_drawn(told: Told, point: Point) -> Line | None:
    """The line drawn at a point: the ends of a range are in it, whatever word stands beside it."""
    if len(told.points) == 1 or isinstance(told.value, Frequency):
        return told.line
    if point == told.points[0]:
        return Line(Boundary.BELOW, weak=True, side=Boundary.ABOVE)
    return Line(Boundary.ABOVE, weak=True, side=Boundary.BELOW)
