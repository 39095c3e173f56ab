"""A quiz, put together: which questions it asks, in which order, in each version."""

from course.assemble.bank import bank
from course.assemble.order import orders
from course.assemble.version import ONLINE, Version, of_module, of_test, order_in

__all__ = ["ONLINE", "Version", "bank", "of_module", "of_test", "order_in", "orders"]
