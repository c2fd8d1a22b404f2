"""A worker: a process that loads a cleaner once and answers the jobs that come down its pipe, until the pipe ends."""

from __future__ import annotations

import gc
import json
import os
import signal
from contextlib import suppress
from importlib.resources import files
from multiprocessing.connection import Connection
from pathlib import Path

from cleanup import rulebook
from cleanup.errors import CleanupError
from cleanup.paths import rules_folder
from cleanup.pipeline import Cleaner
from cleanup.reference.interpreters import NONE
from cleanup.service.jobs import Bug, Catalogue, Job, Refused, Reply, RuleLine
from cleanup.settings import Settings


def main(pipe: Connection, settings: Settings) -> None:
    """Say what is loaded (or Refused, for good), then answer jobs with Reply, Refused or Bug, in order."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the service says when to stop: it closes the pipe
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        cleaner = settings.for_one_of(os.cpu_count() or 1).cleaner()
        catalogue = _catalogue(cleaner, settings)
    except CleanupError as error:
        pipe.send(Refused(str(error)))
        return
    gc.collect()
    gc.freeze()
    pipe.send(catalogue)
    _serve(pipe, cleaner)


def _serve(pipe: Connection, cleaner: Cleaner) -> None:
    with suppress(EOFError, OSError):  # the service has gone, or needs this worker no more
        while True:
            job: Job = pipe.recv()
            pipe.send(answer(job, cleaner))


def answer(job: Job, cleaner: Cleaner) -> Reply | Refused | Bug:
    """Do one job; whatever happens is a value."""
    try:
        return job.do(cleaner)
    except CleanupError as error:
        return Refused(str(error))
    except Exception as error:  # noqa: BLE001 - one story's bug is that story's: reported, counted, logged by its place
        return bug(error)


def bug(error: BaseException) -> Bug:
    """Return an exception's type and the place where it was raised, without its message."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "unknown"
    return Bug(type(error).__name__, place)


def _catalogue(cleaner: Cleaner, settings: Settings) -> Catalogue:
    folders = (rules_folder(), *(Path(folder) for folder in settings.rules))
    wanted = [rule for rule in rulebook.load(folders) if cleaner.policy.wants(rule.name)]
    lines = tuple(RuleLine(rule.name, rule.file.safety, rule.file.category, rule.file.why) for rule in wanted)
    # A story with a stop that only the fluency model can judge, so that the model is read before the first one comes.
    story = json.loads(files(__package__).joinpath("warming.json").read_text(encoding="utf-8"))
    warmed = cleaner.clean(**story)
    cleaner.clean(story["text"])  # what tells languages apart is read when a story first does not say
    missing = tuple(line for line in warmed.not_consulted if line.startswith("fluency"))
    model = None if settings.model == NONE or missing else settings.model
    return Catalogue(lines, tuple(sorted(rulebook.targets(folders))), model, missing)
