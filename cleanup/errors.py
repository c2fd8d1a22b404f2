"""Every error that cleanup raises on purpose. Each message names the file, the place and the mend."""


class CleanupError(Exception):
    """Something a person can put right; its text is the one line they are shown."""


class InputError(CleanupError):
    """A story that cannot be read: missing, binary, in another encoding, too large."""


class OutputError(CleanupError):
    """A result that cannot be written; what stood there before still stands."""


class RuleError(CleanupError):
    """A rule or a lexicon that breaks its format; names the file and the line."""


class ConfigError(CleanupError):
    """A setting, in a file or on the command line, that means nothing."""


class ModelError(CleanupError):
    """A model that is not there, broken, or of a kind that cleanup does not read; names the file."""


class EditError(CleanupError):
    """Edits that overlap or stand outside the text."""
