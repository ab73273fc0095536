"""Reference: a hundred rows read from an encrypted file and painted in a table's window."""

import json
import sys
import time

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem


class Watch(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            print(json.dumps({"listed": time.monotonic() - begun}))
            application.exit()
        return False


application = QApplication([])
connection = sqlcipher.connect(sys.argv[1])
begun = time.monotonic()
connection.execute(f"PRAGMA key = \"x'{'11' * 32}'\"")
rows = connection.execute("SELECT * FROM person ORDER BY name LIMIT 100").fetchall()
window, table, watch = QMainWindow(), QTableWidget(len(rows), 5), Watch()
for place, row in enumerate(rows):
    for column, words in enumerate(row):
        table.setItem(place, column, QTableWidgetItem(str(words)))
window.setCentralWidget(table)
window.resize(1280, 800)
window.installEventFilter(watch)
window.show()
application.exec()
