"""Personal data: sensitive data, how long it is kept, cameras, searches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator import model
from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, passages_of, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import FieldType

_COLLECTED = r"收集|采集|登记|记录|填写|提供|提交|录入|留存|获取|掌握|了解|采用|使用|打卡|考勤|识别|建立"
_JUSTIFIED = r"同意|授权|目的|用于|用以|为了|以便|依法|法律|法规|知情|告知"


def sensitive(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L033: sensitive personal data collected without purpose or consent."""
    yield from judged(handbook, "L033", options.words, partial(_sensitive, "|".join(map(re.escape, options.words))))


def _sensitive(words: str, sentence: Sentence) -> Wrong | None:
    thing = sentence.passage.thing
    if isinstance(thing, model.Clause) and thing.kind in (model.Kind.DEFINITION, model.Kind.PROHIBITION):
        return None
    match = re.search(words, sentence.text)
    if match is None or sentence.denies(match.start()) or not re.search(_COLLECTED, sentence.with_intro()):
        return None
    return None if re.search(_JUSTIFIED, f"{sentence.passage.intro}{sentence.passage.text}") else wrong(match[0])


_PERSONAL = r"个人信息|身份证|个人隐私|健康信息|病历|家庭住址|家庭成员|指纹|人脸|简历|应聘资料|监控录像|录像资料"
_FOREVER = rf"(?:{_PERSONAL})[^。；]{{0,15}}(?:永久|长期|无限期)(?:保存|保管|留存|存储|储存|保留|存档)"


def kept_forever(handbook: Handbook) -> Iterator[Diagnostic]:
    """L034: personal data kept for ever."""
    yield from judged(handbook, "L034", ("永久", "长期", "无限期"), _forever)
    for form in handbook.forms:
        fields = [field for section in form.spec.sections for field in section.fields]
        personal = next((field.label for field in fields if _is_personal(field)), "")
        if form.spec.retention == "永久" and personal:
            yield finding("L034", form.spec.at("retention"), "form", words=personal, form=form.name)


def _forever(sentence: Sentence) -> Wrong | None:
    match = re.search(_FOREVER, sentence.text)
    return None if match is None or sentence.denies(match.end() - 4) else wrong(sentence.written(match))


def _is_personal(field: model.Field) -> bool:
    return (
        field.personal is not None or field.type is FieldType.ID_NUMBER or re.search(_PERSONAL, field.label) is not None
    )


_DATA = (
    r"个人信息|客户信息|客户名单|隐私|身份证"
    r"|(?:客户|员工|顾客|业主|用户|会员)的?(?:电话|手机|住址|联系方式|姓名)|通讯录|行踪"
)
_ELSEWHERE = r"第三方|合作|其他公司|其他单位|外部|关联|广告|保险公司"
_GIVEN = (
    rf"(?:{_DATA})[^。；]{{0,14}}?(?:出售|转让给|(?:提供|共享|披露|透露|交)给(?:{_ELSEWHERE}))"
    rf"|(?:{_DATA})[^。；]{{0,8}}?(?:可以?)?供(?:{_ELSEWHERE})[^，,。；]{{0,2}}使用"
    rf"|(?:公示|公布|张贴)[^，,。；]{{0,8}}(?:身份证号|家庭住址|手机号)"
    rf"|向(?:{_ELSEWHERE})[^，,。；]{{0,8}}(?:提供|共享|转让|披露|出售)[^。；]{{0,10}}?(?:{_DATA})"
)
_WITHOUT_CONSENT = r"(?:无需|无须|不需要?|不必|未经|不经)[^，,。；]{0,6}(?:同意|授权)"
_LOOKED_INTO = (
    r"(?:查看|检查|翻看|调阅|监听|查阅)[^，,。；]{0,6}(?:员工|职工|个人)[^，,。；]{0,6}"
    r"(?:私人|个人)?(?:手机|聊天记录|微信|短信|私人邮件|私人电脑|相册)"
)


def handed_on(handbook: Handbook) -> Iterator[Diagnostic]:
    """L040: personal data given to others, or looked into, without consent."""
    yield from judged(
        handbook,
        "L040",
        (
            "个人信息",
            "客户信息",
            "隐私",
            "身份证",
            "电话",
            "手机",
            "住址",
            "联系方式",
            "通讯录",
            "聊天记录",
            "微信",
            "客户名单",
        ),
        _handed_on,
    )


def _handed_on(sentence: Sentence) -> Wrong | None:
    for variant, pattern in (("", _GIVEN), ("private", _LOOKED_INTO)):
        match = re.search(pattern, sentence.text)
        if match is None or sentence.denies(match.start()) or re.search(r"不得|禁止|严禁", match[0]):
            continue
        without = re.search(_WITHOUT_CONSENT, sentence.text)
        if without or not re.search(r"同意|授权|依法|法律|法规|公安|法院", sentence.text):
            return wrong(sentence.written(match), variant)
    return None


_CAMERA = (
    r"监控摄像|摄像头|摄像机|监控探头|视频监控|电子监控|录像设备|监控录像|图像采集"
    r"|(?:安装|装设|架设|加装)[^，,。；]{0,4}监控|录音录像"
)
_INSTALLED = r"安装|设置|装设|配备|加装|架设|布设|布置|实行|采用"
_NOT_TOLD = r"(?:不|未|无需|无须|不必)(?:另行|再|予)?(?:告知|设置|提示)"
_PRIVATE = r"更衣室|宿舍|卫生间|浴室|厕所|哺乳室|休息室"


def cameras(handbook: Handbook) -> Iterator[Diagnostic]:
    """L035: cameras without signs, or where nobody may film."""
    signed = {
        id(one.policy)
        for one in passages_of(handbook).having("标识", "提示牌", "告示", "警示牌", "告知")
        if re.search(r"监控|摄像|录像|图像", one.text) and not re.search(_NOT_TOLD, one.text)
    }

    def judge(sentence: Sentence) -> Wrong | None:
        return _camera(sentence, is_signed=id(sentence.passage.policy) in signed)

    yield from judged(handbook, "L035", ("监控", "摄像", "录像", "图像采集"), judge)


def _camera(sentence: Sentence, *, is_signed: bool) -> Wrong | None:
    match = re.search(_CAMERA, sentence.text)
    if (
        match is None
        or sentence.denies(match.start())
        or not re.search(_INSTALLED, sentence.text)
        or "客户端" in sentence.text
    ):
        return None
    if re.search(_PRIVATE, sentence.text) and not re.search(r"不得|禁止|严禁|除外", sentence.text):
        return wrong(sentence.written(match), "private")
    return None if is_signed else wrong(sentence.written(match))


_SEARCH = (
    r"搜身|搜查[^，,。；]{0,6}(?:员工|职工|人身|身体|随身|衣|包|宿舍)"
    r"|(?:检查|查验|翻查)[^，,。；]{0,8}(?:员工|职工|人员|随身|个人|下班|出入|离厂)[^，,。；]{0,8}(?:包|箱|行李|物品|衣袋|口袋|储物柜|更衣柜)|开包(?:接受)?检查"
)


def searches(handbook: Handbook) -> Iterator[Diagnostic]:
    """L036: searches of people and their bags."""
    yield from judged(handbook, "L036", ("搜身", "搜查", "检查", "查验", "翻查", "开包"), _search)


def _search(sentence: Sentence) -> Wrong | None:
    match = re.search(_SEARCH, sentence.text)
    if match is None or sentence.denies(match.start()) or re.search(r"同意|自愿|自行出示|主动出示|公安", sentence.text):
        return None
    return (
        None
        if re.search(r"消防|危险品|客户|防护|办公物品|安全防护|急救箱", match[0])
        else wrong(sentence.written(match))
    )


RULES = (
    TunedRule("L033", sensitive),
    Rule("L034", kept_forever),
    Rule("L035", cameras),
    Rule("L036", searches),
    Rule("L040", handed_on),
)
