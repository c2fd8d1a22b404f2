"""The example site's commands: `python manage.py demo` makes it anew, with a draft in it, and serves it."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom_settings")
    execute_from_command_line(sys.argv)
