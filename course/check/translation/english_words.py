"""Words of English that say what must be, what may be, and what is not."""

import re

from course.check.translation.language import Sense, modal

NOT = r"(?:[ ](?:never|not)\b|[ ]?n[’']t\b)"
MODALS = (
    modal(
        rf"\b(?:need|needs)(?:[ ]not\b|n[’']t\b)(?! to)|\b(?:do|does|did){NOT}[ ](?:have|need)[ ]to\b"
        r"|\b(?:not|never)[ ](?:required|obliged|obligatory|necessary|compulsory|mandatory)\b"
        r"|\bno[ ](?:need|obligation|duty)\b",
        2,
        Sense.FREE,
    ),
    modal(
        rf"\b(?:must|shall)(?:[ ]\w+ly)?{NOT}|\bmay{NOT}"
        r"|\b(?:must|may|shall|can)[ ]under no\b"
        r"|\b(?:not|never)[ ](?:be[ ])?(?:allowed|permitted)\b",
        2,
        Sense.BAN,
    ),
    modal(r"\b(?:forbid|forbids|forbidden|prohibit\w*|bans?|banned)\b", 1, Sense.BAN),
    modal(rf"\bcan(?:not\b|{NOT})|\bcan[’']t\b", 1, Sense.BAN),
    modal(r"\bpreferably not\b|\bshould \w+ly not\b|\bbetter not\b", 2, Sense.UNFIT),
    modal(rf"\bshould{NOT}|\bought[ ]not\b", 2, Sense.UNFIT, Sense.BAN),
    modal(
        r"\b[Nn]o(?![ ](?:fewer|less|more|later)\b)(?:body| one|[ ]\w+)?(?:[ ]\w+){0,4}[ ](?:may|shall|can|must|should)\b",
        2,
        Sense.BAN,
        Sense.UNFIT,
    ),
    modal(
        rf"\b[Dd]o{NOT}|\b(?:[Nn]ever|without|[Nn]one|[Nn]obody|[Nn]o one|[Nn]othing)\b|\bunable\b|\bnot\b|\bno\b|\bNo\b",
        0,
        Sense.BAN,
        Sense.UNFIT,
        Sense.FREE,
    ),
    modal(r"\b[Aa] must\b", 0),
    modal(r"\bmust\b(?!-)", 2, Sense.MUST),
    modal(r"\bshall\b", 2, Sense.MUST, Sense.SHOULD),
    modal(r"\b(?:should|ought)\b", 1, Sense.SHOULD),
    modal(
        r"\b(?:ha(?:ve|s|d)[ ]to|needs?|needed|required?s?|requirements?|obliged?|"
        r"obligations?|obligatory|mandatory|compulsory|dut(?:y|ies)|bound[ ]to|"
        r"responsib\w+|demands?|insist\w*|necessary|essential|is[ ]to|are[ ]to)\b",
        0,
        Sense.MUST,
        Sense.SHOULD,
    ),
    modal(
        r"\b(?:advisable|recommend\w*|advise[ds]?|better|best|preferabl[ye]|supposed|"
        r"urged?s?|calls?|called|asks?|asked|encouraged?|Let|want\w*|wish\w*|would|"
        r"suggest\w*|proposed?|expected|appropriate|desirable)\b",
        0,
        Sense.SHOULD,
    ),
    modal(r"(?<![A-Za-z])may\b|\bMay(?=[ ](?:I|we|you|they)\b)", 1, Sense.MAY),
    modal(
        r"\b(?:can|could|might|able|allow\w*|permit\w*|possibl[ye]|free[ ]to|perhaps|"
        r"likely|entitled|authori[sz]\w+|right[ ]to|optional|let|lets|either|also|"
        r"sometimes|would|will|such[ ]as|maybe|capable)\b",
        0,
        Sense.MAY,
    ),
)
LIMITS = (
    modal(r"(?i:\bno more than (?:that|this)\b)", 0),
    modal(
        r"(?i:\bat least\b|\b(?:no|not) (?:fewer|less) than\b|\bminimum\b)",
        1,
        Sense.LEAST,
    ),
    modal(
        r"(?i:\bat (?:the )?most\b|\bno(?:t)? more than\b|\bup to\b(?= [\da-z]*[\d ])|\bmaximum\b)",
        1,
        Sense.MOST,
    ),
    modal(
        r"(?i:\bor more\b|\bor over\b|\bmore than\b|\babove\b|\bover\b|\bfrom\b)",
        0,
        Sense.LEAST,
    ),
    modal(
        r"(?i:\bor less\b|\bor fewer\b|\bwithin\b|\bbelow\b|\bunder\b|\bless than\b|\bexceed\w*|\blimit\w*|\bfewer than\b|\bup to\b)",
        0,
        Sense.MOST,
    ),
    modal(r"(?i:\bunless\b)", 1, Sense.UNLESS),
    modal(
        r"(?i:\b(?:except|excepting|without|only|other than|apart from|but for|if not|until|subject to)\b)",
        0,
        Sense.UNLESS,
        Sense.LACK,
    ),
    modal(r"\ba few\b|\ba little\b|\bquite a few\b", 0),
    modal(r"(?i:\b(?:few|hardly|scarcely|barely|rarely|seldom)\b)", 1, Sense.FEW),
    modal(r"(?i:\black(?:s|ed|ing)?\b)", 1, Sense.LACK),
    modal(r"\blittle\b", 0, Sense.FEW, Sense.LACK),
    modal(
        r"(?i:\b(?:not many|not much|not often|not common\w*|small|low|scarce\w*|limited|fewer|less|uncommon|rare|unusual|minority|almost no|almost never)\b)",
        0,
        Sense.FEW,
    ),
    modal(
        r"(?i:\b(?:no|not|without|absen\w+|missing|shortage\w*|scarc\w+|short of|want of|insufficient\w*|inadequa\w+|need\w*|deficien\w*|gaps?|lose\w*|poor\w*|too (?:few|little)|few|little|under-?\w+|\w+less)\b)|n[’']t\b",
        0,
        Sense.LACK,
    ),
    modal(r"(?i:\bbefore(?:hand)?\b)", 1, Sense.BEFORE),
    modal(
        r"(?i:\b(?:prior|earlier|by|ahead|in advance|pre-?\w*|until|first|no later|not later|previous\w*|past|front|ago|last|then|before\w*|former\w*|deadline|pending|when|without|preced\w+|at the latest)\b)",
        0,
        Sense.BEFORE,
    ),
    modal(r"(?i:\bafter(?:wards?)?\b)", 1, Sense.AFTER),
    modal(
        r"(?i:\b(?:following|follow\w*|since|once|later|then|upon|when|post-?\w*|subsequent\w*|behind|next|from|on|finally|having|in|until|as soon as|thereafter|back|last|future|with|end\w*|of)\b)",
        0,
        Sense.AFTER,
    ),
)
AFFIRMED = re.compile(
    r"\b(?:whether or not|not only|why not|if not|not least|"
    r"(?:[Dd]o not|[Dd]on[’']t|[Nn]ever|not to) (?:forget|fail|hesitate)|cannot but|can[’']t wait|"
    r"no (?:fewer|less|more|later) than|no more than (?:that|this)|not (?:less|more|fewer|later) than|no doubt|not until|"
    r"not (?:un|in|im)\w+|no longer than|nothing but|(?:without|cannot \w+ without) \w+ing no)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\bfail(?:s|ed)? to\b|\b(?:not|never|nobody|nothing|none|neither|nor|cannot|without|nowhere|no one)\b"
    r"|n[’']t\b|\b[Nn]o\b(?!\.|[ ](?:later|less|fewer|more|sooner|longer|doubt)\b)"
    r"|\b(?:Never|Nobody|Nothing|None|Neither|Without|Not)\b"
    r"|\bno[ ]longer\b",
)
DENIAL = re.compile(
    r"\b(?:un|in|im|ir|il|dis|non|mis|anti|counter)-?[a-z]{3,}|\w+less(?:ness|ly)?\b"
    r"|\b(?:no|few|fewer|little|less|least|hardly|scarcely|barely|rarely|seldom|lack\w*|"
    r"fail\w*|refus\w+|den(?:y|ies|ied|ying|ial)|except\w*|only|absen\w+|missing|"
    r"exclu\w+|prevent\w*|stop\w*|avoid\w*|reject\w*|against|instead|rather|out|off|"
    r"cut|lost|lose\w*|ban\w*|prohibit\w*|forbid\w*|free|end\w*|remain\w*|open|"
    r"beyond|despite|outside|refrain\w*|regardless|whether|or|otherwise|unless|until|before|than|too|"
    r"far|short\w*|scarc\w*|gaps?|small|weak|poor|difficult|hard|wrong|bad|still|yet|but|though|"
    r"although|however|while|any|all|every|even|many|several|various|different|"
    r"just|simply|merely|continu\w+|constant\w*|soon|recent\w*|early|keep\w*|"
    r"separate\w*|alone|leave|leaves|left|late|delay\w*|forget\w*|spare\w*|"
    r"limit\w*|object\w*|opposed?|withh\w+|resist\w*|violat\w+|omit\w*|skip\w*)\b",
    re.IGNORECASE,
)
