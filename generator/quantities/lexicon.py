"""The words around a number that tell a figure from a mere numeral: regular expressions for the scanner.

A unit comes with what must not follow it: 3个百分点 counts no pieces, 十日常 no days.
"""

from __future__ import annotations

from .grammar import SEPARATOR
from .numerals import NUMBER, WHOLE_NUMBER

TIME_WORDS = (
    r"个半(?:月|小时|星期|季度|工作日)"
    r"|(?:个工作日|个自然日|个小时|个星期|个季度|工作日|自然日|个月|小时(?!候|工)|分钟|秒钟?"
    r"|天(?![气然津线花])|日(?![期常志报程历用])|年(?![度级底末初终薪货份])"
    r"|星期(?![一二三四五六日天](?!次))|周(?![末期刊转边岁]|[一二三四五六日](?!次)))(?:半(?![数价途天]))?"
)

MEASURE_WORDS = (
    r"人次(?!数)|台次|学时|课时|平方米|立方米|公里|千米|厘米|毫米|公斤|千克|摄氏度"
    r"|个(?!百分点|半|性|别)|份(?![额内])|次(?![日品序])|人(?![民事力])|台(?![阶账帐])|联(?![系合络营])"
    r"|名(?![单称义片册字额])|条(?![件款例码约理形])|项(?!目)|分(?![之成钟公别为类部析段批期工享散店])"
    r"|位(?![置于])|件(?!数)|户(?![名籍主外])|家(?![庭属长具])|页(?!码)|笔(?!记)|字(?![样体])"
    r"|把(?![握关手控柄])|[张套辆米吨克升度㎡℃]|m²|°C|(?:kV|kW|kg|km|cm|mm|mA|GB|MB|dB|Hz|V|W|m|g)(?![A-Za-z0-9])"
)

# What comes in whole numbers only.
PIECES = "个份次人台联名条项位件把张套辆户家页"

WAGES = r"[天日]的?(?:基本|岗位|绩效|标准|平均|当日|当月|月|日)*工资"

_DAY_OF_MONTH = rf"{WHOLE_NUMBER}\ ?日"
_MONTH_AND_DAY = rf"{WHOLE_NUMBER}\ ?月(?:份|\ ?{_DAY_OF_MONTH}(?:\ ?{SEPARATOR}\ ?{_DAY_OF_MONTH})?)?"
_DATE = (
    rf"(?:(?:19|20)[0-9]{{2}}|[一二][〇零一二三四五六七八九]{{3}})\ ?年(?:\ ?{_MONTH_AND_DAY})?"
    rf"|{_MONTH_AND_DAY}|月的?\ ?{_DAY_OF_MONTH}"
)
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天](?!次)(?:[、至到](?:周|星期)?[一二三四五六日天])*"
_CLOCK = (
    rf"{WHOLE_NUMBER}(?::[0-9]{{2}}|点(?:{WHOLE_NUMBER}分|半|整|钟)?(?![零〇一二三四五六七八九])"
    rf"|时(?:{WHOLE_NUMBER}分|整)?)"
)
_NEXT_ORDINAL = rf"\ ?(?:[、和及或]|{SEPARATOR})\ ?第?\ ?{WHOLE_NUMBER}"
_ORDINAL = rf"第\ ?{WHOLE_NUMBER}(?:(?:{_NEXT_ORDINAL}){{0,9}}(?=\ ?[条款项章节联档级步期]))?"
_FRACTION = rf"(?!百|千|万){WHOLE_NUMBER}分之{NUMBER}"
_WORDS = (
    r"[统唯单逐任同另某万]一|每一(?![百千万])|(?<!以)[上下]一|进一步|[几数]十|一次性"
    r"|[上下]半[年月天]|大半[年天]|过半|零件|一份(?=[自存送交报留由归寄会]|下发)"
    r"|(?<![扣加减计满得记罚奖给共])十分(?![之钟])"
)

# Numerals that set no figure, to be stepped over as a whole.
NO_FIGURE = "|".join((_ORDINAL, _DATE, _WEEKDAY, _CLOCK, _FRACTION, _WORDS))

# Every character that can start a figure or one of the words above.
FIRST_CHARACTERS = (
    "0-9零〇一二两三四五六七八九十百千万亿半每第月周星礼统唯单逐任同另某上下进几数大过立即马当次翌全双原市成实"
)
