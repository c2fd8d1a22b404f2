"""One worker process, seen from the service: started, given a job, ended when it does not come back."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from cleanup.errors import CleanupError
from cleanup.service import worker
from cleanup.service.jobs import Bug, Catalogue, Job, Refused, Reply
from cleanup.settings import Settings

STARTING = 120.0  # seconds that a process may take to load everything, on a machine that has much else to do
LEAVING = 5.0  # seconds that one may take to go when its pipe is closed

Answer = Reply | Refused | Bug


class Overrun(Exception):  # noqa: N818 - it is no error of ours
    """A job that took longer than it may; its process is ended."""


class Died(Exception):  # noqa: N818
    """A worker whose process ended in the middle of a job."""


class Hand:
    """A worker's process and the pipe to it; for one thread at a time. `begin` comes first, then `ready`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def begin(self) -> None:
        """Start the process; it loads while we do something else."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=worker.main, args=(theirs, self._settings), daemon=True)
        self._process.start()
        theirs.close()

    def ready(self) -> Catalogue:
        """Wait until everything is loaded, and return what it is; CleanupError says why it cannot be."""
        try:
            told = self._received(STARTING)
        except (Overrun, Died) as error:
            self.end()
            raise CleanupError(
                f"a worker process {error} while it loaded; see what it wrote, or free memory"
            ) from error
        if isinstance(told, Catalogue):
            return told
        self.end()
        raise CleanupError(told.message if isinstance(told, Refused) else f"a worker said {told!r}")

    def do(self, job: Job, seconds: float) -> Answer:
        """Return the answer to a job; after Overrun or Died the process is gone and wants another `begin`."""
        if self._pipe is None:
            raise Died("is not there")
        try:
            self._pipe.send(job)
            answer = self._received(seconds)
        except (Overrun, Died):
            self.end()
            raise
        except OSError as error:
            self.end()
            raise Died("ended") from error
        assert isinstance(answer, Reply | Refused | Bug)  # noqa: S101 - what a worker sends after its catalogue
        return answer

    def _received(self, seconds: float) -> object:
        pipe = self._pipe
        assert pipe is not None  # noqa: S101 - for the type: callers began it
        try:
            if not pipe.poll(seconds):
                raise Overrun(f"took longer than {seconds:g} s")
            return pipe.recv()
        except (EOFError, OSError) as error:
            raise Died("ended") from error

    @property
    def pid(self) -> int | None:
        """The process's id, None when there is none."""
        return self._process.pid if self._process and self._process.is_alive() else None

    def leave(self) -> None:
        """Let the process go when it has done what it does."""
        self._close()
        if self._process:
            self._process.join(LEAVING)
        self.end()

    def end(self) -> None:
        """End the process at once."""
        self._close()
        if self._process and self._process.is_alive():
            self._process.kill()
        if self._process:
            self._process.join()
            self._process.close()
        self._process = None

    def _close(self) -> None:
        if self._pipe:
            self._pipe.close()
        self._pipe = None
