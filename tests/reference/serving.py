"""A server on this machine that hands out files: whole, in ranges, cut short, changed in between."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """Files by path; `cuts`: after how many bytes the next answers break off; `asked`: the ranges asked for."""

    files: dict[str, bytes]
    address: str = ""
    tag: str = '"one"'
    ranges: bool = True
    cuts: list[int] = field(default_factory=list)
    asked: list[str | None] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.headers.get("Range"))
            if self.path in site.moved:
                self.send_response(302)
                self.send_header("Location", site.moved[self.path])
                self.end_headers()
                return
            data = site.files.get(self.path)
            if data is None:
                self.send_error(404)
                return
            start = self._start()
            if start > len(data):
                self.send_error(416)
                return
            self.send_response(206 if start else 200)
            self.send_header("ETag", site.tag)
            self.send_header("Content-Length", str(len(data) - start))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.end_headers()
            cut = site.cuts.pop(0) if site.cuts else None
            self.wfile.write(data[start:] if cut is None else data[start : start + cut])
            self.close_connection = True

        def _start(self) -> int:
            found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
            fits = self.headers.get("If-Range") in (None, site.tag)
            return int(found[1]) if found and site.ranges and fits else 0

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as http.server calls it
            pass

    return Handler


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is what some tests are about."""


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Site]:
    site = Site(files)
    server = Server(("127.0.0.1", 0), _handler(site))
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
