"""Punctuation marks, digits and spaces as Chinese print wants them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from generator.check.rules.rule import Rule
from generator.check.texts import Found, TextKind, every_text, first_of_its_like
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_HAN = r"\u3400-\u9fff\ue000"
_WIDE = rf"[{_HAN}《》“”（）【】、，。；：！？]"

_MARKS: dict[str, re.Pattern[str]] = {
    "W013": re.compile(
        rf"[,;:?!.()\"](?:(?<=[,;:?!])(?:(?<={_WIDE}.)|(?= ?{_WIDE}))"
        rf"|(?<=[{_HAN}》”）]\.)(?=[{_HAN}\n]|\Z)"
        rf"|(?<=\()(?:(?<=[{_HAN}》”]\()|(?=[{_HAN}《“]))[^()（）\n]*[)）]?"
        rf"|(?<=[{_HAN}]\))"
        rf'|(?<=")[^"\n]*[{_HAN}][^"\n]*")'
    ),
    "W014": re.compile("[０-９Ａ-Ｚａ-ｚ％＋－．／＝＆＠＃＊＜＞][０-９Ａ-Ｚａ-ｚ％＋－．／＝＆＠＃＊＜＞]*"),
    "W015": re.compile(
        r"[.。…~～\-](?:(?<=(?<!\.)\.)\.+|(?<=。)。{2,}|(?<=(?<!…)…)(?!…)"
        rf"|(?<=[0-9{_HAN} ][~～])(?= ?[0-9{_HAN}])|(?<=[{_HAN}]-)-+(?=[{_HAN}]))"
    ),
    "W017": re.compile("[，、；：。？！][，、；：。？！]+"),
    "W019": re.compile(
        rf"[ \u3000](?:(?<={_WIDE}.)[ \u3000]*(?={_WIDE})|(?<=[，。；：、）》].)|[ \u3000]*(?=[，。；：、（《]))"
    ),
}
"""What is looked for under each code. Each begins with a set of characters, which the engine skips to."""

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_NEIGHBOURS = 2
_STRONGEST_FIRST = "。！？；：，、"
_NO_MISTAKE = {"W017": frozenset({"？！", "！？", "。。。"})}
_END = re.compile(r"(?:[。！？：…]|[。！？…][”）」]|[.,;:!?])\Z")
"""How a text may end; what ends with a half-width mark is told as that."""


def marks(handbook: Handbook) -> Iterator[Diagnostic]:
    """W013: half-width marks. W014: full-width digits and letters. W015: wrong dots or ranges.

    W017: marks in a row. W019: a needless space. One finding a text and code.
    """
    for code, pattern in _MARKS.items():
        for found, others in every_text(handbook).first_found(pattern):
            allowed = _NO_MISTAKE.get(code, frozenset())
            wrong = next((one for one in (found, *others) if one.word not in allowed), None)
            if wrong:
                written, mended = _with_neighbours(wrong, _MENDED[code](wrong.word))
                yield finding(code, wrong.told.place, focus=wrong.focus, written=written, mended=mended)


def no_end(handbook: Handbook) -> Iterator[Diagnostic]:
    """W018: a clause, definition or note that does not end with a full stop."""
    for one in every_text(handbook).told:
        if one.kind is not TextKind.LABEL and not one.text.endswith("。") and not _END.search(one.text):
            last = one.text[-6:]
            focus = first_of_its_like(one.text, len(one.text) - len(last), len(one.text))
            yield finding("W018", one.place, focus=focus, written=last, mended=f"{last.rstrip('，、；')}。")


def _half(word: str) -> str:
    if word.startswith('"'):
        return f"“{word[1:-1]}”"
    return f"{_FULL[word[0]]}{word[1:-1]}{_FULL.get(word[-1], word[-1])}" if len(word) > 1 else _FULL[word]


def _dots(word: str) -> str:
    if "~" in word or "～" in word:
        return "–"
    return "——" if "-" in word else "……"


def _strongest(word: str) -> str:
    return min(word, key=_STRONGEST_FIRST.index)


def _plain_width(word: str) -> str:
    return unicodedata.normalize("NFKC", word)


def _no_space(_: str) -> str:
    return ""


_MENDED: dict[str, Callable[[str], str]] = {
    "W013": _half,
    "W014": _plain_width,
    "W015": _dots,
    "W017": _strongest,
    "W019": _no_space,
}


def _with_neighbours(found: Found, mended: str) -> tuple[str, str]:
    """What is written and what to write instead, with the characters around it."""
    text = found.told.text
    before, after = text[max(found.start - _NEIGHBOURS, 0) : found.start], text[found.end : found.end + _NEIGHBOURS]
    return f"{before}{found.word}{after}", f"{before}{mended}{after}"


RULES = (Rule("W013", marks), Rule("W018", no_end))
