"""Kit: the parts of the stylesheet, as templates; `$name` is a shade, `$px8` a scaled length."""

TEXT = """
QLabel { background: transparent; }
QLabel[role="small"] { font-size: ${small_pt}pt; color: $ink_soft; }
QLabel[role="soft"] { color: $ink_soft; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-size: ${small_pt}pt; font-weight: 600; color: $ink_soft; }
QLabel[role="heading"] { font-size: ${heading_pt}pt; font-weight: 600; }
QLabel[role="display"] { font-size: ${display_pt}pt; font-weight: 600; }
QLabel[role="problem"] { font-size: ${small_pt}pt; color: $stop; }
QLabel[role="key"] { font-size: ${small_pt}pt; color: $ink_soft; border: 1px solid $line;
    border-radius: 3px; padding: 0 4px; background: $canvas; }
QToolTip { background: $surface; color: $ink; border: 1px solid $outline; padding: 4px; }
"""

BUTTONS = """
QPushButton { background: $surface; color: $ink; border: 1px solid $outline; border-radius: 6px;
    padding: ${px6}px ${px16}px; min-height: ${px20}px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: ${in6}px ${in16}px; }
QPushButton:disabled { color: $ink_off; border-color: $line; background: $canvas; }
QPushButton:checked { background: $accent_soft; border-color: $accent; color: $accent_strong; }
QPushButton[kind="primary"] { background: $accent; color: $accent_ink; border-color: $accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="danger"]:focus { border: 2px solid $stop; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink_off; border-color: $line; }
QPushButton[kind="danger"] { color: $stop; border-color: $stop; font-weight: 600; }
QPushButton[kind="danger"]:hover { background: $stop_ground; }
QPushButton[kind="danger"]:disabled { color: $ink_off; border-color: $line; background: $canvas; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="quiet"]:disabled { color: $ink_off; }
QPushButton[kind="quiet"]::menu-indicator { width: 0; }
QPushButton[role="page"] { text-align: left; background: transparent; border-color: transparent;
    padding: ${px4}px ${px8}px; }
QPushButton[role="page"]:hover { background: $sunken; }
QPushButton[role="page"]:checked { background: $accent_soft; color: $accent_strong;
    font-weight: 600; }
QPushButton[role="page"]:focus { border: 2px solid $accent; padding: ${px4}px ${in8}px; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
    border-radius: 6px; padding: ${px4}px; }
QToolButton:hover { background: $sunken; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton:checked { background: $accent_soft; color: $accent_strong; }
QToolButton:disabled { color: $ink_off; }
QToolButton[role="segment"] { background: $surface; border: 1px solid $outline;
    padding: ${px4}px ${px12}px; min-height: ${px20}px; }
QToolButton[role="segment"][dense="true"] { padding: ${px4}px ${px8}px; }
QToolButton[role="segment"]:hover { background: $sunken; }
QToolButton[role="segment"]:checked { background: $accent; color: $accent_ink;
    border-color: $accent; }
QToolButton[role="segment"]:focus { border: 2px solid $ink; }
QCheckBox, QRadioButton { spacing: ${px8}px; padding: ${px2}px; border: 2px solid transparent;
    border-radius: 4px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink_off; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: ${px16}px; height: ${px16}px; border: 1px solid $outline;
    background: $surface; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${px8}px; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent;
    border-color: $accent; image: url("$controls/check_$mode.svg"); }
QRadioButton::indicator:checked { border: ${px4}px solid $accent; width: ${px10}px;
    height: ${px10}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $sunken;
    border-color: $line; }
"""

INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QAbstractSpinBox {
    background: $surface; color: $ink; border: 1px solid $outline; border-radius: 6px;
    padding: ${px6}px ${px8}px; selection-background-color: $accent;
    selection-color: $accent_ink; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${px20}px; }
QComboBox { combobox-popup: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus { border: 2px solid $accent; padding: ${in6}px ${in8}px; }
QLineEdit[trouble="true"], QPlainTextEdit[trouble="true"], QComboBox[trouble="true"] {
    border: 2px solid $stop; padding: ${in6}px ${in8}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $ink_off;
    background: $canvas; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $canvas; border-color: $line; }
QComboBox::drop-down { border: none; width: ${px24}px; }
QComboBox::down-arrow { image: url("$controls/down_$mode.svg"); width: ${px16}px;
    height: ${px16}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $outline;
    selection-background-color: $accent; selection-color: $accent_ink; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${px24}px; padding: ${px4}px ${px8}px; }
QFrame[role="inputbox"] { background: $surface; border: 1px solid $outline; border-radius: 6px; }
QFrame[role="inputbox"][lit="true"] { border: 2px solid $accent; }
QFrame[role="inputbox"][trouble="true"] { border: 2px solid $stop; }
QFrame[role="inputbox"] QLineEdit { border: none; background: transparent; padding: ${px6}px; }
QFrame[role="inputbox"] QLineEdit:focus { border: none; padding: ${px6}px; }
QFrame[role="chip"] { background: $accent_soft; border: 1px solid $accent_soft;
    border-radius: ${px12}px; }
"""

PANELS = """
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="sunken"] { background: $sunken; border: none; border-radius: 8px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="banner"] { border-radius: 6px; border: 1px solid $line; }
QFrame[role="banner"][severity="ok"] { background: $ok_ground; border-color: $ok; }
QFrame[role="banner"][severity="info"] { background: $info_ground; border-color: $info; }
QFrame[role="banner"][severity="warning"] { background: $warning_ground; border-color: $warning; }
QFrame[role="banner"][severity="stop"] { background: $stop_ground; border-color: $stop; }
QLabel[severity="ok"] { color: $ok; }
QLabel[severity="info"] { color: $info; }
QLabel[severity="warning"] { color: $warning; }
QLabel[severity="stop"] { color: $stop; }
QFrame[role="popup"] { background: $surface; border: 1px solid $outline; border-radius: 8px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: ${px20}px;
    padding: ${px8}px; background: $surface; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; color: $ink_soft; font-weight: 600; }
QSplitter::handle { background: $line; }
QTabBar::tab { padding: ${px8}px ${px16}px; border: none; border-bottom: 2px solid transparent;
    background: transparent; color: $ink_soft; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { background: $accent_soft; }
QTabBar[dense="true"]::tab { padding: ${px8}px ${px6}px; }
QTabBar::scroller { width: ${px24}px; }
QTabBar #ScrollLeftButton, QTabBar #ScrollRightButton { background: $canvas; padding: 0;
    border: 1px solid $line; border-radius: 4px; }
QTabBar #ScrollLeftButton::left-arrow { image: url("$controls/left_$mode.svg"); }
QTabBar #ScrollRightButton::right-arrow { image: url("$controls/right_$mode.svg"); }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QProgressBar { border: none; border-radius: 4px; background: $sunken; min-height: 8px;
    max-height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
"""

LISTS = """
QTableView, QListView, QTreeView { background: $surface; border: 1px solid $line;
    border-radius: 8px; gridline-color: $line; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QFrame[role="card"] QTableView, QFrame[role="card"] QListView { border: 1px solid transparent; }
QFrame[role="card"] QTableView:focus, QFrame[role="card"] QListView:focus {
    border: 1px solid $accent; }
QListView[role="suggestions"] { border: 1px solid $outline; border-radius: 6px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $ink_soft; border: none;
    border-bottom: 1px solid $line; padding: ${px8}px; font-weight: 600;
    font-size: ${small_pt}pt; }
QTableCornerButton::section { background: $surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $outline; border-radius: 4px; min-height: 32px;
    min-width: 32px; }
QScrollBar::handle:hover { background: $ink_soft; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

SHELL = """
QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px ${px8}px; }
QMenuBar::item { background: transparent; padding: ${px4}px ${px8}px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: ${px6}px ${px24}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink_off; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QWidget[role="railground"] { background: $surface; border-right: 1px solid $line; }
QWidget[role="foot"] { background: $surface; border-top: 1px solid $line; }
QToolButton[role="rail"] { padding: 8px 2px; border-radius: 8px;
    font-size: ${small_pt}pt; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent_strong;
    font-weight: 600; }
QDialog { background: $canvas; }
"""

PARTS = (TEXT, BUTTONS, INPUTS, PANELS, LISTS, SHELL)
