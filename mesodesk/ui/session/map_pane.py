"""Session room: the body map between zones and inspector: shows the zones, hands on the intents."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.bodymap.points import MapPoint
from mesodesk.domain.courses.course import Area
from mesodesk.domain.patients import Sex
from mesodesk.domain.treatments import Session, Zone
from mesodesk.services import knowledge
from mesodesk.ui.kit.bodymap.loading import load_maps, views_for
from mesodesk.ui.kit.bodymap.marks import ZoneMarks
from mesodesk.ui.kit.bodymap.panel import BodyMapPanel
from mesodesk.ui.session.words import region_word, zone_line
from mesodesk.ui.session.zones import ZonesPresenter, map_points

LEAST_HEIGHT = 220


class MapPane(QWidget):
    """One body map for the patient's sex, kept in step with the chosen zone."""

    def __init__(self, presenter: ZonesPresenter, language: str) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self.panel: BodyMapPanel | None = None
        self._sex: Sex | None = None
        self._ghosts: tuple[MapPoint, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_body(self, sex: Sex) -> None:
        """Use the maps of this sex; the female body where it is not known."""
        if self.panel is not None and sex == self._sex:
            return
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
        self._sex = sex
        self.panel = BodyMapPanel(load_maps(views_for(sex.value)), self._label)
        self.panel.view.note = self._note
        # On a small screen the gates above and the tools below must stay in sight.
        self.panel.view.setMinimumHeight(LEAST_HEIGHT)
        self.panel.ghosts.toggled.connect(self._put_ghosts)
        self.panel.view.region_chosen.connect(self._presenter.choose_region)
        self.panel.view.points_changed.connect(self._presenter.set_points)
        self.panel.view.mirror_wanted.connect(self._presenter.mirror)
        self._column.insertWidget(0, self.panel, 1)

    def show_areas(self, areas: Sequence[Area]) -> None:
        """Turn to where the course treats, before a zone says more."""
        if self.panel is not None and areas:
            first = areas[0]
            side = "left" if first.side == "both" else first.side
            self._turn_towards(first.region, side, self.panel)

    def show_selected(self) -> None:
        """Another zone was chosen: turn to its view and take up its points."""
        zone, panel = self._presenter.chosen, self.panel
        if panel is None:
            return
        if zone is not None:
            self._turn_to(zone, panel)
            panel.view.choose(zone.region, zone.side, tells=False)
            self._offer_spacing(zone, panel)
        else:
            panel.view.choose("", "", tells=False)
        self._take_up_points(zone, panel)
        self.show_marks()

    def show_zones(self) -> None:
        """The session changed: the chosen zone's points only where they were not placed here."""
        zone, panel = self._presenter.chosen, self.panel
        if panel is not None:
            points = map_points(zone) if zone else ()
            if points != panel.view.editor.points:
                self._take_up_points(zone, panel)
            self.show_marks()

    def show_marks(self) -> None:
        """Mark every zone but the chosen one."""
        chosen = self._presenter.chosen
        marks = tuple(
            ZoneMarks(number, map_points(zone), zone.region, zone.side)
            for number, zone in enumerate(self._presenter.zones, 1)
            if chosen is None or zone.id != chosen.id
        )
        if self.panel is not None:
            self.panel.view.set_marks(marks)

    def show_ghosts(self, last: Session | None) -> None:
        """Last time's points as open rings; none where there was no last time."""
        zones = last.zones if last is not None else ()
        self._ghosts = tuple(point for zone in zones for point in map_points(zone))
        if self.panel is not None:
            self.panel.ghosts.setVisible(bool(self._ghosts))
        self._put_ghosts()

    def _put_ghosts(self) -> None:
        if self.panel is not None:
            self.panel.view.set_ghosts(self._ghosts if self.panel.ghosts.isChecked() else ())

    def _take_up_points(self, zone: Zone | None, panel: BodyMapPanel) -> None:
        panel.view.set_points(map_points(zone) if zone else (), self._presenter.number or 1)
        panel.refresh()

    def _turn_to(self, zone: Zone, panel: BodyMapPanel) -> None:
        """The zone's own view, or the first that shows its region; the present one if it does."""
        if zone.points and zone.map_name in views_for(self._sex_word()):
            panel.view.show_map(zone.map_name)
        else:
            self._turn_towards(zone.region, zone.side, panel)

    def _turn_towards(self, region: str, side: str, panel: BodyMapPanel) -> None:
        if panel.view.scene.body_map.region(region, side) is not None:
            return
        maps = load_maps(views_for(self._sex_word()))
        name = next((one.name for one in maps if one.region(region, side)), None)
        if name is not None:
            panel.view.show_map(name)

    def _offer_spacing(self, zone: Zone, panel: BodyMapPanel) -> None:
        try:
            spacing = knowledge.techniques().technique(zone.technique).spacing_mm
        except KeyError:
            return
        if spacing is not None and (widest := spacing.high or spacing.low) is not None:
            panel.set_spacing(widest)

    def _sex_word(self) -> str:
        return self._sex.value if self._sex else ""

    def _label(self, code: str, side: str) -> str:
        return region_word(code, side, self._language)

    def _note(self, code: str, side: str) -> str:
        """For a screen reader: what the zones of a region are given, and why not where so."""
        here = (
            self.tr("zone {n}: {given}").format(n=number, given=zone_line(zone))
            for number, zone in enumerate(self._presenter.zones, 1)
            if (zone.region, zone.side) == (code, side)
        )
        words = [*here, self._doubt(code)]
        return "; ".join(word for word in words if word)

    def _doubt(self, code: str) -> str:
        """Why the region is not, or not usually, treated for the indication."""
        indication = self._presenter.indication
        level = indication.level_of(code) if indication else "allowed"
        if indication is None or level not in ("unusual", "forbidden"):
            return ""
        why = indication.why_not(code)
        if why is not None:
            return why.words.said_in(self._language)
        return self.tr("This area is not usual for the indication.")
