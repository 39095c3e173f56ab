"""What rules on quiz items know of Chinese (in simplified characters)."""

import re

from course.check.items.language import Language, Limits

RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9&-]+")
# Characters that join words, and words that say little: bigrams do not cross them.
JOINTS = re.compile(
    "人权|政府|提供|报告|应该|应当|哪一|哪些|哪个|哪种|哪项|什么|如何|怎样|怎么|多少|为什么|是否|下列|以下|其中|根据|按照|关于|对于"
    "|可以|可能|提到|指出|说明|一个|一项|一种|一次|两项|两个|它们|他们|她们|自己|这些|那些|这个|那个|我们|你们|没有|不是"
    "|[的地得了着过在是和与及或对为以从到由向于被把将个些这那其哪谁呢吗吧也都就而但若如果要会能可应有无不所让使用给做作"
    "一二三四五两几项名种第次位中里上下内外前后最更很并等者你您我他她它]"
)


def contents(text: str) -> frozenset[str]:
    """Give all pairs of characters within words, and words in Latin letters.

    >>> sorted(contents("哪个条约机构的建议?"))
    ['建议', '机构', '条约', '约机']
    """
    found: set[str] = set()
    for part in JOINTS.sub(" ", text).split():
        for run in RUN.findall(part):
            if run[0].isascii():
                found.add(run.casefold())
            found |= (
                {run[at : at + 2] for at in range(len(run) - 1)}
                if not run[0].isascii()
                else set()
            )
    return frozenset(found)


CHINESE = Language(
    limits=Limits(stem=90, scenario=180, option=30, ratio=1.8, spare=5),
    unfocused=re.compile(
        r"(?:下列|以下|下面)(?:各项|选项)?(?:中)?(?:哪(?:一)?[项个种条]|的?(?:说法|表述|叙述|陈述|选项))(?:说法|表述|叙述|陈述)?(?:中)?[，,]?(?:是)?(?:不)?(?:正确|对|错误|准确)的?(?:是|的)?"
        r"|哪(?:一)?[项个种条](?:说法|表述|叙述|陈述)?(?:是)?(?:不)?(?:正确|对的|错误|准确)"
    ),
    negative=re.compile(
        r"(?:哪|谁|什么)[^，。；？、]{0,8}(?P<no>不属于|不正确|不准确|不符合|不包括|不包含|不是|不对|不应|不能|有误|没有(?:被)?(?:提到|提及|列出|点名))"
        r"|(?P<no2>(?:没有|未|不)(?:提到|提及|列出|列入|点名|包括|包含|属于))[^，。；的]{0,12}(?:哪|什么|谁)"
        r"|(?P<no3>不属于|不正确|不准确|不符合|不包括|错误)(?:[^，。；]{0,10})的(?:一项)?(?:是|有)(?:哪|什么|谁|[？?])"
        r"|哪[^，。；？]{0,8}(?P<no4>错误|不正确)的?(?:[？?]|$)"
        r"|(?P<no5>除)[^，。；？]{1,20}外，?(?![^？]*(?:还|也|又|另))[^？]*(?:都|均)"
    ),
    besides=re.compile(
        "不歧视|不平等|不让任何(?:一个)?人(?:掉队|落下)|不受歧视|不仅|不同|不断|不只"
    ),
    catch_all=re.compile(
        r"(?:以上|上述|前述)(?:各项|选项|说法|答案|三项|两项|几项)?(?:全部|全|皆|均|都)?(?:是|对|正确|不是|不对|错|错误|非|不正确)(?:的)?"
        r"|(?:都|全|均|皆)(?:是|对|正确|不是|不对|错|错误|非|不正确)(?:的)?"
        r"|(?:只有|仅)?[A-E](?:、[A-E])*(?:和|与|及|或|、)[A-E](?:都?(?:对|是|正确))?"
        r"|.*[①②③④].*[①②③④].*"
        r"|[IVXⅠⅡⅢⅣ]+(?:、[IVXⅠⅡⅢⅣ]+)*[和与及、][IVXⅠⅡⅢⅣ]+"
    ),
    verdict=re.compile("对|错|正确|错误|不正确|是|否|不是|真|假|是的|不对"),
    absolutes=re.compile(
        "总是|从不|从来|唯一|必须(?![^，。]*的)|一律|绝对|绝不|完全|永远|只有|只能|毫无|凡是"
    ),
    sweeping=re.compile(
        "(?<![场厕哨诊研派])所有(?!助|利|权|制|者|的企业)|全部|(?<!其他)任何"
    ),
    vague=re.compile(
        "经常|通常|(?<!最大)(?<!不)(?<!尽)可能(?!性)|有时|往往|一般(?!性意见|性建议)(?=[来不会都由在要])|常常|时常|偶尔|大概|也许|或许|多半"
    ),
    opinion=re.compile("应该|应当|(?<![对反相供适回响效])应(?![用对急邀付届聘答])"),
    according=re.compile(
        "报告|根据|按照|依据|依照|依(?=第)|建议|第[^，。]{0,6}段|脚注|段落"
    ),
    worst=re.compile("最差|最糟|最腐败|最落后|最危险|最不民主|最恶劣"),
    count=re.compile("哪(?P<count>两|二|三|四|[234])[项个种类条座位国市]"),
    counts={"两": 2, "二": 2, "三": 3, "四": 4, "2": 2, "3": 3, "4": 4},
    least=re.compile(
        r"(?:超过|多于|高于|至少|不少于|不低于|大于)(?P<n>[\d,.]+)|(?P<m>[\d,.]+)[^\d]{0,2}(?:以上|及以上)"
    ),
    most=re.compile(
        r"(?:不到|不足|少于|低于|至多|最多|不超过|小于)(?P<n>[\d,.]+)|(?P<m>[\d,.]+)[^\d]{0,2}(?:以下|以内|及以下)"
    ),
    between=re.compile(r"(?P<n>\d[\d,.]*)[^\d]?(?:[–—~～-]|至|到)+(?P<m>\d[\d,.]*)"),
    contents=contents,
)
