"""What an answer sheet says of itself: in a QR code, in a strip of bits, in digits.

The QR code names quiz, version, edition, sheet and page. Strip and digits, for when it
is torn, hold what is enough to find the rest: edition, sheet and page.
"""

import re
from binascii import crc_hqx
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

FORMAT = "CQ1"
TEXT = re.compile(
    rf"({FORMAT}\|([^|]+)\|([^|]*)\|(\d{{6}})\|(\d{{4}})\|(\d+)/(\d+))\|([0-9A-F]{{4}})"
)
DIGITS = 12  # six of the edition, four of the sheet, two of the page
STRIP_BITS = DIGITS * 4 + 16
MOST_SHEETS = 9999
MOST_PAGES = 99
MODULUS = 97  # of ISO 7064, MOD 97-10
QR_BASE, QR_STEP = 17, 4  # a QR code of size n has 17 + 4n modules a side
LEVEL = "q"  # of error correction: a quarter of a QR code may be lost


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """Which edition of a quiz, which of its sheets (0: any), and which page."""

    edition: str
    sheet: int
    page: int

    @property
    def digits(self) -> str:
        """All of it as twelve digits.

        >>> SheetNumber("418205", 7, 1).digits
        '418205000701'
        """
        return f"{self.edition}{self.sheet:04}{self.page:02}"

    @property
    def for_people(self) -> str:
        """The digits in groups, with two check digits by ISO 7064, MOD 97-10.

        >>> SheetNumber("418205", 7, 1).for_people
        '418205 0007 01 58'
        """
        groups = f"{self.edition} {self.sheet:04} {self.page:02}"
        check = MODULUS + 1 - int(self.digits) * 100 % MODULUS
        return f"{groups} {check:02}"

    @property
    def strip(self) -> str:
        """The digits as bits, four to a digit, and their CRC, as printed."""
        data = bytes.fromhex(self.digits)
        return _bits(data + _crc(data).to_bytes(2, "big"))


@dataclass(frozen=True, slots=True)
class SheetCode:
    """All that the QR code of a page holds."""

    quiz: str
    variant: str
    number: SheetNumber
    pages: int

    @property
    def text(self) -> str:
        """The text of the QR code.

        >>> SheetCode("bees", "A", SheetNumber("418205", 7, 1), 2).text
        'CQ1|bees|A|418205|0007|1/2|F905'
        """
        one = self.number
        told = (FORMAT, self.quiz, self.variant, one.edition, f"{one.sheet:04}")
        body = "|".join((*told, f"{one.page}/{self.pages}"))
        return f"{body}|{_check(body)}"


def read_text(text: str) -> SheetCode | None:
    """Give what a QR code says; nothing, if it is none of ours or has a fault."""
    found = TEXT.fullmatch(text)
    if found is None or found[8] != _check(found[1]):
        return None
    number = SheetNumber(found[4], int(found[5]), int(found[6]))
    return SheetCode(found[2], found[3], number, int(found[7]))


def read_strip(bits: str) -> SheetNumber | None:
    """Give what a strip of bits says; nothing, if a bit is wrong."""
    data = int(bits, 2).to_bytes(STRIP_BITS // 8, "big")
    if _crc(data[:-2]) != int.from_bytes(data[-2:], "big"):
        return None
    return _number(data[:-2].hex())


def read_digits(written: str) -> SheetNumber | None:
    """Give what the digits for people say; nothing, if one is wrong.

    >>> read_digits("418205 0007 01 58")
    SheetNumber(edition='418205', sheet=7, page=1)
    >>> read_digits("418205 0070 01 26")
    """
    digits = "".join(written.split())
    if len(digits) != DIGITS + 2 or not digits.isdecimal():
        return None
    return _number(digits[:DIGITS]) if int(digits) % MODULUS == 1 else None


def _number(digits: str) -> SheetNumber | None:
    if not digits.isdecimal():
        return None
    return SheetNumber(digits[:6], int(digits[6:10]), int(digits[10:]))


def edition(*told: str) -> str:
    """Give six digits that change with what is told.

    >>> edition("bees", "A") != edition("bees", "B")
    True
    """
    from hashlib import sha256

    found = sha256("\n".join(told).encode()).digest()
    return f"{int.from_bytes(found[:8], 'big') % 10**6:06}"


def symbol(text: str, side: int) -> tuple[str, ...]:
    """Give the rows of a QR code with so many modules a side, dark ones as 1."""
    from segno import make

    version = (side - QR_BASE) // QR_STEP
    made = make(text, error=LEVEL, version=version, boost_error=False)
    return tuple("".join(map(str, row)) for row in made.matrix)


@cache
def side_of(quiz: str, variant: str) -> int:
    """Give the modules a side of the smallest QR code that suits all sheets of a quiz.

    Raises:
        ValueError: no QR code holds so long a name.
    """
    from segno import make

    longest = SheetNumber("0" * 6, MOST_SHEETS, MOST_PAGES)
    text = SheetCode(quiz, variant, longest, MOST_PAGES).text
    made = make(text, error=LEVEL, micro=False, boost_error=False)
    return len(made.matrix)


def _bits(data: Iterable[int]) -> str:
    return "".join(f"{one:08b}" for one in data)


def _check(text: str) -> str:
    return f"{_crc(text.encode()):04X}"


def _crc(data: bytes) -> int:
    """Give the CRC-16 of CCITT: no burst of 16 bits, and no three bits, escape it."""
    return crc_hqx(data, 0xFFFF)
