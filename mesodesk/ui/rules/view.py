"""Rules: the room: the screening rules to be read, changed as a form or as text, and signed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.changes import Changes
from mesodesk.domain.screening.rules import Rule
from mesodesk.services.desk import Desk
from mesodesk.services.rules.names import rule_names
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.form.drafting import show_typed
from mesodesk.ui.kit.form.frame import FormFrame
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.rules.browse_page import BrowsePage
from mesodesk.ui.rules.presenter import RulesPresenter, Shown, homeless
from mesodesk.ui.rules.review_page import ReviewPage
from mesodesk.ui.rules.rule_form import RuleForm
from mesodesk.ui.rules.rule_values import new_rule, rule_of
from mesodesk.ui.rules.text_page import TextPage


class RulesRoom(Room):
    """`Destination("rules", item_id=code)` highlights a rule. Pages: the list, the form of one
    rule, the changes as text, the review before signing."""

    scrolls_itself = True

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("rules", "screening", "")
        self.title = self.tr("Screening rules")
        self.setAccessibleName(self.title)
        self.presenter = RulesPresenter(desk, runner, announcer, prompter)
        language = desk.clinic.language
        self._language, self._names = language, rule_names(language)
        self._shown: Shown | None = None
        self._as_text = ""
        self._is_reviewing = False
        self.browse = BrowsePage(language, self._names)
        self.text, self.review = TextPage(), ReviewPage(language, self._names, desk.zone)
        self.frame: FormFrame | None = None
        self._pages = Pages()
        for page in (self.browse, self.text, self.review):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()
        self.setFocusProxy(self.browse)

    def concerns(self, changes: Changes) -> bool:
        """The clinic's rules and numbers."""
        return bool(changes.clinic)

    def read_again(self) -> None:
        """Read the rules."""
        self.presenter.read_again()

    def go_to(self, destination: Destination) -> None:
        """Show the rule that is named."""
        self._show_list()
        if destination.item_id:
            self.browse.highlight(destination.item_id)

    def step_back(self) -> bool:
        """From a page of the room to its list."""
        if self._pages.currentWidget() is self.browse:
            return False
        self._show_list()
        return True

    def edit(self, rule: Rule) -> None:
        """Open the form of a rule."""
        form = RuleForm(rule, self._names)
        frame = FormFrame(form, self.tr("&Keep this change"), keeps_drafts=True)
        if not rule.code:
            frame.add_verb(self._other_kind(rule))
        frame.save_wanted.connect(lambda values: self._on_form(values, rule))
        title = rule.name.told(self._language) or self.tr("a new rule")
        frame.draft_typed.connect(lambda typed: self.presenter.keep_form(rule.code, title, typed))
        frame.left.connect(self._show_list)
        self._replace_frame(frame)
        told = self.tr("New rule") if not rule.code else self.tr("Change a rule")
        frame.start(told, rule.code)
        self.presenter.find_form(rule.code)

    def _other_kind(self, rule: Rule) -> QPushButton:
        """A new rule is about a question, or about a medicine."""
        is_question = rule.question is not None
        words = self.tr("About a &medicine") if is_question else self.tr("About a &question")
        made = button(words, icon="refresh")
        other = "medicine" if is_question else "question"
        made.clicked.connect(lambda: self.edit(new_rule(other)))
        return made

    def _replace_frame(self, frame: FormFrame) -> None:
        old, self.frame = self.frame, frame
        if old is not None:
            old.stop()
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.addWidget(frame)
        self._show(frame)

    def _on_form(self, values: dict[str, Any], rule: Rule) -> None:
        try:
            changed = rule_of(values, rule)
        except BadInput as bad:
            self._on_refused(bad.problems)
            return
        self.presenter.write(changed, rule.code)

    def _on_typed_found(self, typed: dict[str, Any]) -> None:
        if self.frame is not None:
            show_typed(self.frame.form, typed)
            told = self.tr("What you typed here before and did not keep is back.")
            self.frame.show_notice(Severity.INFO, told)

    def _on_shown(self, shown: Shown) -> None:
        self._shown = shown
        self.browse.show_rules(shown)
        self.review.show_rules(shown)
        self.text.show_checked(shown)
        is_over = self._is_reviewing and not shown.sheet.is_changed
        if is_over and self._pages.currentWidget() is self.review:
            self._show_list()

    def _on_kept(self, moment: object) -> None:
        self.text.show_kept(moment)
        if self.frame is not None and self._pages.currentWidget() is self.frame:
            self.frame.show_kept(moment)  # type: ignore[arg-type]
        self.saved.emit(moment)

    def _on_refused(self, problems: tuple[Problem, ...]) -> None:
        if self.frame is not None and self._pages.currentWidget() is self.frame:
            self.frame.show_problems(problems)
        elif problems[0].field == "why":
            self.review.why.show_problem(problems[0].message)
            self.review.why.take_focus()
        else:
            self._on_declined(homeless(problems))

    def _on_declined(self, words: str) -> None:
        self._as_text = ""
        page = self._pages.currentWidget()
        if page is self.review:
            self.review.say(Severity.STOP, words)
        elif page is self.frame and self.frame is not None:
            self.frame.show_notice(Severity.STOP, words)
        else:
            self.browse.say(Severity.STOP, words)

    def _on_signed(self) -> None:
        self.review.notice.hide()
        self.review.why.set_value("")
        self.browse.say(Severity.OK, self.tr("The new version of the rules is in force."))
        self._show_list()

    def _on_edited(self) -> None:
        self.browse.notice.hide()
        code, self._as_text = self._as_text, ""
        if code:
            self._on_text()
            self.text.go_to_rule(code)
        else:
            self._show_list()

    def _on_rule_text(self, rule: Rule) -> None:
        """The rule as text among the changes: an unchanged one is written there first."""
        self._as_text = rule.code
        self.presenter.write(rule, rule.code)

    def _on_text(self) -> None:
        if self._shown is not None:
            self.text.start(self._shown)
        self._show(self.text)

    def _on_review(self) -> None:
        self._is_reviewing = self._shown is not None and self._shown.sheet.is_changed
        self._show(self.review)

    def _on_version(self, text: str) -> None:
        """An earlier version becomes the draft: it is in force once it is signed again."""
        self._is_reviewing = True
        self.presenter.keep_text(text)

    def _on_sign(self) -> None:
        if self._shown is not None:
            self.presenter.put_in_force(self._shown.checked, self.review.why.value())

    def _show_list(self) -> None:
        self._show(self.browse)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        focus = self.browse.table if page is self.browse else page
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(focus)

    def _connect(self) -> None:
        asks, browse = self.presenter, self.browse
        asks.shown.connect(self._on_shown)
        asks.edited.connect(self._on_edited)
        asks.refused.connect(self._on_refused)
        asks.declined.connect(self._on_declined)
        asks.kept.connect(self._on_kept)
        asks.typed_found.connect(self._on_typed_found)
        asks.writer.saved.connect(self._on_signed)
        browse.new_wanted.connect(lambda: self.edit(new_rule("question")))
        browse.text_wanted.connect(self._on_text)
        browse.review_wanted.connect(self._on_review)
        browse.versions_wanted.connect(self._on_review)
        self.review.version_wanted.connect(self._on_version)
        browse.reader.edit_wanted.connect(self.edit)
        browse.reader.text_wanted.connect(self._on_rule_text)
        browse.reader.off_wanted.connect(asks.switch_off)
        browse.reader.shipped_wanted.connect(asks.return_to_shipped)
        self.text.typed.connect(asks.keep_text)
        self.text.left.connect(self._show_list)
        self.review.left.connect(self._show_list)
        self.review.sign_wanted.connect(self._on_sign)
        self.review.drop_wanted.connect(asks.drop)
