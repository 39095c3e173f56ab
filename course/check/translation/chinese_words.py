"""Words of Chinese that say what must be, what may be, and what is not."""

import re

from course.check.translation.language import Sense, modal

MODALS = (
    # Words that only look modal.
    modal(
        "应对|反应|供应|相应|适应|响应|效应|应用|应急|应邀|答应|应付|对应|应聘|因应|应届|应试|"
        "可持续|许可证|认可|可见|可靠|可比|可怕|可是|可信|可视|可爱|宁可|尚可|"
        "能力|功能|职能|性能|智能|能源|能量|节能|技能|才能|适宜|便宜|事宜|不宜居|宜居|"
        "须知|胡须|必需品|舍不得|得不|不得[已而了]|不得不(?=)|无可|禁毒|主要|重要|需求|要求|"
        "要点|要素|简要|摘要|纲要|概要|只要|要么|必要性",
        0,
    ),
    modal("不妨|似宜", 0, Sense.MAY, Sense.SHOULD),
    modal(
        "不必|无须|无需|毋须|毋需|不用|不需要?|不一定要|没有?必要|没有义务|不要求|"
        "并非必须|不是必须|非必须|未必需?要?",
        2,
        Sense.FREE,
    ),
    modal("不应当?该?|不该", 2, Sense.UNFIT, Sense.BAN),
    modal("不宜|最好不要?|不太?适合", 2, Sense.UNFIT),
    modal("(?<!不)不得(?!不)|禁止|严禁|不准|不许|不允许|不可以", 2, Sense.BAN),
    modal("不能不|不可不|不得不", 1, Sense.MUST),
    modal(
        "不要|请勿|切勿|勿|(?<![特分区个类性识级])别(?![的处人国])",
        0,
        Sense.BAN,
        Sense.UNFIT,
    ),
    modal(
        "不能够?|不可(?!或|避)|无法|没法|不会|无权|可能不|也许不|未必|不行|不让|无人|没有|不|未|无",
        0,
        Sense.BAN,
        Sense.FREE,
        Sense.UNFIT,
    ),
    modal("必须|务必|必需|有义务|有责任", 2, Sense.MUST),
    modal("须", 1, Sense.MUST, Sense.SHOULD),
    modal("应当|应该|应", 1, Sense.MUST, Sense.SHOULD),
    modal("宜|最好", 1, Sense.SHOULD),
    modal("可以", 1, Sense.MAY),
    modal(
        "可能|能够|可望|能|可|也许|或许|或|有权|允许|准许|许可|得以|不妨|有时|容许|会",
        0,
        Sense.MAY,
    ),
    modal(
        "需要|必要|需|要|义务|责任|得|一定|职责|责成|只准|只能",
        0,
        Sense.MUST,
        Sense.SHOULD,
    ),
    modal("该|建议|呼吁|请|希望|鼓励|敦促|让|主张|提议", 0, Sense.SHOULD),
)
AFFIRMED = re.compile(
    r"(.)不\1|有没有|差不多|不变|不少|忍不住|了不起|不一会|对不起|不客气|必不可少|不可或缺|不可缺少|不言而喻|不例外|不得不|不可避免|"
    r"不可分割|[记切]?不?忘记?.{0,4}就|没有[^。]*?就(?:没有|不|无)|不[^。，]{0,8}就不|不[^。，]{0,6}不[可行成]|"
    r"不少于|不低于|不迟于|不晚于|不超过|不多于|不仅|不但|那不勒斯|不丹|不来梅|不列颠|不论|无论|不管|非.{1,8}不可|不亚于|[北南西东中]非|无数"
)
LIMITS = (
    modal("排在[^，。]{0,10}之[前后]", 0),
    modal("至少|不少于|不低于|起码", 1, Sense.LEAST),
    modal(
        "至多|最多(?=[^，。]{0,3}[\\d一二三四五六七八九十两百千{x])|不超过|不多于|不得超过|不高于",
        1,
        Sense.MOST,
    ),
    modal("最少|最低|以上|超过|多于|高于|[多余]|及以上|从|逾", 0, Sense.LEAST),
    modal("以下|以内|之内|内|低于|少于|达|最多|最高|为限|上限|限", 0, Sense.MOST),
    modal("不足|不到", 0, Sense.MOST, Sense.LACK, Sense.FEW),
    modal("除非", 1, Sense.UNLESS),
    modal(
        "除|只有|未经|不经|非经|否则|不|未|如无|没有|无",
        0,
        Sense.UNLESS,
        Sense.LACK,
        Sense.FEW,
    ),
    modal("不少|多少|少数[民族群]|青?少年", 0),
    modal("很少|极少|甚少|寥寥|罕见|鲜有|少有", 1, Sense.FEW),
    modal("缺乏|缺少|欠缺", 1, Sense.LACK),
    modal("少|罕|鲜|难|稀|缺|偶尔|低|有限|小|几乎|个别|寡", 0, Sense.FEW, Sense.LACK),
    modal("缺|欠|短|失|贫|弱|薄|差|穷", 0, Sense.LACK),
    modal("之前|以前", 1, Sense.BEFORE),
    modal("之后|以后", 1, Sense.AFTER),
    modal(
        "前|先|预|未|才|提早|事先|原|早|尚|曾|等|过|截止|截至|底|当|再",
        0,
        Sense.BEFORE,
        Sense.AFTER,
    ),
    modal(
        "后|再|完|过|继|自|起|从|随|接着|然|以来|次|经|毕|到|了|来|末|下|事后|如|在",
        0,
        Sense.AFTER,
    ),
)
NEGATION = re.compile(
    "不(?![同仅但断少论妨久过管]|得不|可避免|光|单|愧|时|禁|惜|然|止|一)|没有?|(?<!并|毫|无)无(?![论障疑数人机])|"
    "未(?![来成知免])|并非|(?<![除并北南西东中])非(?![常洲政正暴营裔盈歧传])|勿|禁止|毫无|从未|无人|绝无|(?<!特)别(?=忘|怕|急|只|把|再|让)"
)
DENIAL = re.compile(
    "(?<![区特类个分性级])别|[不没无未匿非勿莫否免禁难拒缺失除仅只反避停少断绝消废漏误外而尚才]|以外"
)
