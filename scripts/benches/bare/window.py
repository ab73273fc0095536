"""Reference: a Qt window with a table. Prints when it was painted, its memory, its longest gap."""

import json
import sys
import time
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

found: dict[str, float] = {}
ticks: list[float] = []


class Watch(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and watched is window and "painted" not in found:
            found["painted"] = time.monotonic()
            QTimer.singleShot(int(float(sys.argv[1]) * 1000), application.quit)
        return False


application = QApplication([])
window, table, watch = QMainWindow(), QTableWidget(50, 5), Watch()
for row in range(50):
    for column in range(5):
        table.setItem(row, column, QTableWidgetItem(f"Cell {row}/{column}"))
window.setCentralWidget(table)
window.resize(1280, 800)
window.installEventFilter(watch)
timer = QTimer(interval=5)
timer.timeout.connect(lambda: ticks.append(time.monotonic()))
timer.start()
window.show()
application.exec()
with open("/proc/self/status") as status:  # noqa: PTH123
    found["memory"] = next(int(line.split()[1]) / 1024 for line in status if "VmRSS" in line)
found["gap"] = max((b - a for a, b in pairwise(ticks[20:])), default=0.0)
print(json.dumps(found))
