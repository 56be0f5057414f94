from __future__ import annotations

import pickle

from generator.quantities import Kind, QuantityError, Reason


def test_an_error_is_data_without_words_for_a_reader() -> None:
    error = QuantityError(Kind.MONEY, "200块", Reason.UNKNOWN_UNIT, "200 元")
    assert (error.kind, error.text, error.reason, error.suggestion) == ("money", "200块", "unknown_unit", "200 元")
    assert str(error) == "money:unknown_unit:'200块'"


def test_an_error_travels_between_processes() -> None:
    error = QuantityError(Kind.MONEY, "200块", Reason.UNKNOWN_UNIT, "200 元")
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)  # noqa: S301 - pickled one line above
