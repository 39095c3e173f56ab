"""A quiz, put together: which questions it asks, in which order, in each version."""

from course.assemble.bank import bank
from course.assemble.number import Numbered, keyed, numbered
from course.assemble.order import orders
from course.assemble.points import points, total
from course.assemble.version import (
    ONLINE,
    Version,
    asked_in,
    of_module,
    of_test,
    order_in,
)

__all__ = [
    "ONLINE",
    "Numbered",
    "Version",
    "asked_in",
    "bank",
    "keyed",
    "numbered",
    "of_module",
    "of_test",
    "order_in",
    "orders",
    "points",
    "total",
]
