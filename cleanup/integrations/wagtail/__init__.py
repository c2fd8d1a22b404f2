"""Wagtail: an editor sees what cleanup finds in a draft, takes it or leaves it, and publishing waits for that.

Put "cleanup.integrations.wagtail" into INSTALLED_APPS and `CleanupPanel()` among a page's panels.
"""
