"""A journey onto paper: both sheets of a session through a real queue of a CUPS of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Event

import pytest

from mesodesk.services.sheets.preview import page_png, pages_of

ROOT = Path(__file__).parents[2]
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
TOOLS = ("cupsd", "lpadmin", "lpstat", "gs")
SEARCHED = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
PATIENCE_S = 20.0
STEP_S = 0.1

CUPSD = """
Listen {folder}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {folder}
StateDir {folder}
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
FileDevice Yes
SystemGroup root
"""


@dataclass(frozen=True)
class Queue:
    """A running print server with one queue, whose paper is a file."""

    folder: Path
    environment: dict[str, str]

    @property
    def paper(self) -> Path:
        """What came out of the printer, as PostScript."""
        return self.folder / "paper.ps"

    def ask(self, *command: str) -> str:
        """What a tool of the print system answers."""
        answer = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return answer.stdout

    def wait(self, is_done: Callable[[], bool]) -> bool:
        """Wait patiently until something is so."""
        tick = Event()
        for _ in range(round(PATIENCE_S / STEP_S)):
            if is_done():
                return True
            tick.wait(STEP_S)
        return False


@pytest.fixture
def queue() -> Iterator[Queue]:
    """A CUPS on a socket of its own, started here and stopped by its own id."""
    lacking = [tool for tool in TOOLS if shutil.which(tool, path=SEARCHED) is None]
    if lacking or not PPD.exists() or os.geteuid() != 0:
        pytest.skip(f"a CUPS of one's own needs root, {', '.join(TOOLS)} and {PPD.name}")
    folder = Path(mkdtemp(prefix="mesodesk-cups-"))  # a socket's path must be short
    for name in ("cache", "spool/tmp"):
        (folder / name).mkdir(parents=True)
    (folder / "cupsd.conf").write_text(CUPSD.format(folder=folder))
    (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
    environment = {**os.environ, "PATH": SEARCHED, "CUPS_SERVER": str(folder / "cups.sock")}
    server = subprocess.Popen(
        ["cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    made = Queue(folder, environment)
    try:
        assert made.wait(lambda: "is running" in made.ask("lpstat", "-r")), "CUPS did not start"
        made.ask("lpadmin", "-p", "Paper", "-E", "-v", f"file:{made.paper}", "-P", str(PPD))
        made.ask("lpadmin", "-d", "Paper")
        yield made
    finally:
        server.terminate()
        server.wait(PATIENCE_S)
        shutil.rmtree(folder, ignore_errors=True)


def test_that_both_sheets_of_a_session_reach_a_real_queue_by_one_key(
    queue: Queue, tmp_path: Path
) -> None:
    child = subprocess.run(
        [sys.executable, "-m", "tests.journeys.print_both", tmp_path / "home"],
        cwd=ROOT, env=queue.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    assert "said: Printed: Aftercare, Session record." in child.stdout
    assert "kept: aftercare session" in child.stdout
    assert "chain: print print outcome keep outcome keep" in child.stdout
    assert queue.wait(lambda: "Paper-1" in queue.ask("lpstat", "-W", "completed", "-o"))
    pdf = tmp_path / "paper.pdf"
    queue.ask("gs", "-q", "-sDEVICE=pdfwrite", "-o", str(pdf), str(queue.paper))
    printed = pdf.read_bytes()
    assert pages_of(printed) == 4  # two pages of aftercare, two of the record with its map
    blank = len(page_png(_blank_page(tmp_path, queue), 0, 1.0))
    assert all(len(page_png(printed, page, 1.0)) > 5 * blank for page in range(4))


def _blank_page(folder: Path, queue: Queue) -> bytes:
    pdf = folder / "blank.pdf"
    paper = "<< /PageSize [595 842] >> setpagedevice showpage"
    queue.ask("gs", "-q", "-sDEVICE=pdfwrite", "-o", str(pdf), "-c", paper)
    return pdf.read_bytes()
