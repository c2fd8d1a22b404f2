"""cleanup: finds and repairs what machine translation did to news copy, with a reason for every change."""

from cleanup.errors import CleanupError
from cleanup.pipeline import Cleaner
from cleanup.policy import Policy
from cleanup.report import Report

__all__ = ["Cleaner", "CleanupError", "Policy", "Report"]
__version__ = "0.1.0"
