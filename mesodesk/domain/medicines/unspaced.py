"""Domain: takes form, salt, maker and "takes" off a name that is written without spaces."""

import re
from collections.abc import Iterator

from mesodesk.domain.medicines.spelling import fold

_SHORTEST_NAME = 2  # two Han signs or Hangul syllables may be a whole name
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BEFORE = """
注射用 静注用
点滴静注用 盐酸 鹽酸 硫酸氢 硫酸氫 硫酸 甲苯磺酸 重组人 重组 重組 口服 进口 国产 주사용
대웅 종근당 한미 보령 동아 삼진 유한 제일 일동 중외 녹십자 광동 명문 대원 한림 경동 신풍 휴온스
안국 현대 대화 하나 한독 유유 일양 동국 국제 삼천당 건일 한국 셀트리온 산도스 화이자 바이엘 동화
테바 휴니즈 이연 일양바이오 영진 대웅바이오 동성 일성 한화 명인 다나젠 우리들 제뉴원 휴텍스
한국휴텍스 마더스 팜젠 씨엠지 위더스 아주 부광 환인 태극 대한뉴팜 뉴팜 비보존 이든 알보젠 테라젠
유영 동구바이오 동구 경보 바이넥스 삼익 신일 영풍 진양 초당 풍림 하원 한풍 화일 구주 국전 넥스팜
라이트팜 조아 태준 파마킹 한올 한국파마 한국팜비오 한국프라임 프라임 크리스탈 케이엠에스
에이치케이 에이프로젠 메디카 인트로 오스틴 ยา 正在服用 长期服用 長期服用 一直服用 每日服用
每天服用 服用 正在口服 长期口服 长期使用 正在使用 使用 正在吃 长期吃 每天吃 在吃 吃緊 食緊 有食 吃
食 注射 皮下注射 打 กิน ทาน ใช้ ฉีด รับประทาน
"""
_AFTER = """
錠 OD錠 LA錠 口腔内崩壊錠 配合錠 配合OD錠 腸溶錠 徐放錠 膜衣錠 カプセル 徐放カプセル 散 細粒
細粒分包 顆粒 末 注 注射液 注射用 静注 静注用 静注液 皮下注 皮下注用 点滴静注 点滴静注用
点滴静注液 配合注 吸入液 内服液 キット シリンジ カート バイアル フレックスペン フレックスタッチ
ペンフィル イノレット ソロスター ミリオペン 塩酸塩 硫酸塩 エテキシラート メタンスルホン酸塩
ドライシロップ 内服ゼリー
小児用 透析用 冠動注用 専用溶解液 HD
トシル酸塩 アルファデクス ナトリウム カルシウム カリウム Na Ca K BS 片 薄膜衣片 肠溶片 腸溶片
缓释片 分散片 泡腾片 胶囊 膠囊 肠溶胶囊 缓释胶囊 软胶囊 軟膠囊 注射剂 注射劑 针 針 针剂 針劑 粉针
颗粒 筆 笔 諾易筆 诺易笔 OD Lカプセル 钠 鈉 钙 鈣 笔芯 筆芯 特充 정 캡슐 장용정 장용캡슐 서방정
서방캡슐 연질캡슐 구강붕해정 주 주사 주사액 프리필드시린지 프리필드주 펜 펜주 플렉스펜 플렉스터치
솔로스타 퀵펜 바이알 카트리지 황산염 황산수소염 염산염 나트륨 칼슘 메실산염 토실산염 에텍실레이트
内服中 服用中 使用中 注射中 投与中 継続中 処方中 を内服中 を服用中 を使用中 を内服 を服用 を使用
を飲んでいる を飲んでいます を注射 복용중 복용 투여중 사용중 복용함
"""


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(map(fold, words.split()), key=len, reverse=True))


_FIRST = _longest_first(_BEFORE)
_LAST = _longest_first(_AFTER)


def bare_names(key: str) -> Iterator[str]:
    """What a folded word may be without what stands before and after the name, in turn.

    Nothing for scripts that part words. 硫酸氢氯吡格雷片 gives 硫酸氢氯吡格雷, then 氯吡格雷片,
    then 氯吡格雷. What denies or stops a medicine is not taken off: 未服用华法林 stays unknown.
    """
    if not _UNSPACED.search(key):
        return
    yield from _without_ending(key)
    for rest in _without_beginning(key):
        yield rest
        yield from _without_ending(rest)


def _without_beginning(name: str) -> Iterator[str]:
    """The name with one more word taken off its beginning each time."""
    while True:
        first = next(filter(name.startswith, _FIRST), None)
        if first is None or len(name) - len(first) < _SHORTEST_NAME:
            return
        name = name[len(first) :]
        yield name


def _without_ending(name: str) -> Iterator[str]:
    """The name with one more word taken off its end each time."""
    while True:
        last = next(filter(name.endswith, _LAST), None)
        if last is None or len(name) - len(last) < _SHORTEST_NAME:
            return
        name = name[: -len(last)]
        yield name
