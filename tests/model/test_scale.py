"""Where tiers begin and end, and which of them meet."""

from __future__ import annotations

import pytest

from generator.model import Edge, Scaled


def scaled(**bounds: str) -> Scaled:
    return Scaled.model_validate(bounds)


def end(**bounds: str) -> Edge:
    found = scaled(**bounds).end
    assert found is not None
    return found


def start(**bounds: str) -> Edge:
    found = scaled(**bounds).start
    assert found is not None
    return found


def test_a_figure_is_past_its_edge_or_before_it() -> None:
    assert [str(edge) for edge in scaled(over="1 天", up_to="4 天").edges] == ["over: 1 天", "up_to: 4 天"]
    assert [edge.past for edge in scaled(over="1 天", up_to="4 天").edges] == [True, True]
    assert [edge.past for edge in scaled(**{"from": "1 天"}, below="4 天").edges] == [False, False]
    assert scaled().edges == ()


@pytest.mark.parametrize(
    ("first", "then", "meet"),
    [
        ({"below": "4 天"}, {"from": "4 天"}, True),
        ({"up_to": "4 天"}, {"over": "4 天"}, True),
        ({"below": "4 天"}, {"over": "4 天"}, False),
        ({"up_to": "4 天"}, {"from": "4 天"}, False),
        ({"up_to": "4 天"}, {"from": "5 天"}, False),
        ({"up_to": "4 次"}, {"from": "5 次"}, True),
        ({"below": "5"}, {"over": "4"}, True),
    ],
)
def test_tiers_meet_at_one_edge(first: dict[str, str], then: dict[str, str], meet: bool) -> None:
    assert (end(**first).position == start(**then).position) is meet


def test_edges_lie_in_the_order_of_their_figures() -> None:
    before, past, later = end(below="4 天"), end(up_to="4 天"), end(below="4.5 天")
    assert before.position < past.position < later.position
