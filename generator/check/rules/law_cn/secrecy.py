"""Secrets: the marks of State secrets are not for a company's papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, LevelScheme

_AS_LEVEL = (
    r"属于?(?:本)?(?:公司|企业|集团)?的?机密(?!信息|资料|文件)|(?:密级|保密等级)[^。；]{0,14}(?<!商业)(?:机密|秘密)"
    r"|标[明注示记][^，,。；]{0,6}?[“\"]?(?<!商业)(?:机密|秘密)"
)
_OF_THE_STATE = r"国家秘密|保密法|保守国家|涉密|国家机密"


def state_marks(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L037: 绝密, 机密 or 秘密 as the mark of a company's paper."""
    words = "|".join(map(re.escape, options.words))
    yield from judged(handbook, "L037", (*options.words, "机密", "密级", "秘密"), partial(_mark, words))
    for scheme in (*handbook.levels, *(one for policy in handbook.policies for one in policy.levels)):
        yield from _of_scheme(scheme)
    for form in handbook.forms:
        for number, section in enumerate(form.spec.sections):
            for position, field in enumerate(section.fields):
                mark = next(filter(_is_mark, field.options), None)
                if mark:
                    place = form.spec.at("sections", number, "fields", position, "options")
                    yield finding("L037", place, focus=mark, words=mark)


def _mark(words: str, sentence: Sentence) -> Wrong | None:
    if re.search(_OF_THE_STATE, sentence.with_intro()):
        return None
    match = re.search(rf"{words}|{_AS_LEVEL}", sentence.text)
    return None if match is None or sentence.denies(match.start()) else wrong(sentence.written(match))


def _of_scheme(scheme: LevelScheme) -> Iterator[Diagnostic]:
    if re.search(_OF_THE_STATE, scheme.spec.scheme):
        return
    for number, level in enumerate(scheme.levels):
        if _is_mark(level.spec.name):
            yield finding("L037", scheme.spec.at("levels", number, "name"), words=level.spec.name)
            return


def _is_mark(name: str) -> bool:
    return re.fullmatch(r"(?:绝密|机密|秘密)[级件]?(?:文件|资料|档案)?", name) is not None


RULES = (TunedRule("L037", state_marks),)
