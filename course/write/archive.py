"""Zip files whose bytes depend on nothing but their members."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

OLDEST = (1980, 1, 1, 0, 0, 0)
# By this member, stored at a fixed place, an e-book says what it is.
FIRST = "mimetype"
# Deflating these again gains nothing.
PACKED = (".png", ".jpg", ".jpeg", ".xlsx")


def pack(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Give the bytes of a zip file with members in the order given."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in members:
            stored = name == FIRST or name.endswith(PACKED)
            how = ZIP_STORED if stored else ZIP_DEFLATED
            info = ZipInfo(name, OLDEST)
            info.create_system = 3
            archive.writestr(info, data, how)
    return stream.getvalue()


def repack(data: bytes) -> bytes:
    """Give a zip file again, with the dates of its members taken out."""
    with ZipFile(BytesIO(data)) as archive:
        return pack((name, archive.read(name)) for name in archive.namelist())
