"""Body-map drawing: the back of the hand, fingers down, thumb towards the midline.

Lengths follow hand surveys of adults: length 183 mm, breadth at the knuckles 82 mm, the middle
finger longest, the ring finger a little longer than the index, the little finger reaching the
ring finger's last joint.
"""

import math

from pen import Dot, Point, curve, dots
from sheet import Sheet

# Root in the web line (x away from the thumb, y down), angle outwards, length, breadth.
FINGERS = (
    ((-29.5, 99.0), -8.0, 71.0, 18.2),
    ((-8.6, 103.5), -1.5, 79.0, 18.8),
    ((12.4, 101.0), 5.5, 73.0, 17.8),
    ((31.6, 91.0), 14.5, 58.0, 15.4),
)
THUMB = ((-44.0, 60.0), -25.0, 66.0, 20.5)
# Share of the length, share of the breadth: down one side, over the tip, up the other.
FINGER = (
    ".24 -.485, .42 -.515, .58 -.465, .74 -.475, .9 -.37, .985 -.2, .985 .2, .9 .37, .74 .475,"
    ".58 .465, .42 .515, .24 .485"
)
THUMB_EDGE = ".2 -.5, .45 -.46, .68 -.5, .88 -.4, .98 -.2, .985 .16, .9 .38, .7 .49, .47 .45"
WEBS = ("-19.6 104.5", "1.6 107.5", "22.6 102")
REGION = (
    "-32 3, -48 30, -58 52, -44 72, -36 84, -42 98, -28 99, -19.6 100, -8 103, 1.6 103, 12 101,"
    "22.6 97.5, 32 91, 44 84, 50 60, 42 24, 32 3, 0 5"
)
# The hand at rest beside the thigh, from the front: thumb before the fingers, fingers together.
RELAXED = (
    "-27 0, -29 14, -34 30, -42 48, -48 68, -51 88, -52 104, -48.5 112, -42.5 110, -37 99, -32 92,"
    "-31 104, -31 122, -30 142, -27 157, -20 160.5, -15 163, -10 170.5, -2 174.5, 5 170,"
    "10 166.5, 17 163.5, 22 153, 25 142, 31 136, 36 126, 38.5 104, 40 80, 38 52, 32 24, 27 0"
)
RELAXED_REGION = "-36 2!, -60 60!, -44 92!, -20 112, 10 110, 48 98!, 50 40!, 36 2!, 0 8"
RELAXED_LINES = ("-15 163, -16 140, -15 110", "10 166.5, 7 140, 4 112", "25 142, 22 126, 18 108")


def at(root: Point, angle: float, along: float, across: float) -> Point:
    """A point `along` a finger from its root and `across` it (positive: away from the thumb)."""
    turn = math.radians(angle)
    sin, cos = math.sin(turn), math.cos(turn)
    return root[0] + along * sin + across * cos, root[1] + along * cos - across * sin


def digit(
    root: Point, angle: float, length: float, breadth: float, shares: str = FINGER
) -> list[Dot]:
    """Down one side of a finger, round its tip and up the other."""
    return [at(root, angle, t * length, w * breadth) for t, w, *_ in dots(shares)]


def hand_dots() -> list[Dot]:
    """The hand's outline from the wrist on the thumb's side round to the other side."""
    ring = dots("-27 0, -28.5 13, -34.5 30, -44 45")
    ring += [*digit(*THUMB, THUMB_EDGE), *dots("-39.5 84.5, -38.2 93")]
    for i, shape in enumerate(FINGERS):
        ring += digit(*shape)
        ring += dots(WEBS[i]) if i < 3 else []
    return [*ring, *dots("38.5 74, 36.5 50, 30.5 24, 27 0")]


def nail(root: Point, angle: float, length: float, breadth: float) -> list[Dot]:
    """The nail plate, rounded at its root, reaching nearly to the tip."""
    half, start, end = breadth * 0.285, length - breadth * 0.86, length - breadth * 0.1
    side = ((start + 1.2, 0.72), (start + 4, 1.0), (end - 3, 0.96))
    right = [at(root, angle, t, w * half) for t, w in side]
    left = [at(root, angle, t, -w * half) for t, w in reversed(side)]
    return [at(root, angle, start, 0), *right, at(root, angle, end, 0), *left]


def creases(
    root: Point, angle: float, length: float, breadth: float, joint: float
) -> list[list[Dot]]:
    """Two short arcs that face each other over a finger's joint."""
    arcs: list[list[Dot]] = []
    for shift, bow in ((-2.0, -1.3), (1.8, 1.3)):
        t = length * joint + shift
        places = ((t, -0.24), (t + bow, 0.0), (t, 0.24))
        arcs.append([at(root, angle, along, w * breadth) for along, w in places])
    return arcs


def knuckle(x: float, y: float) -> list[list[Dot]]:
    """The rise of a knuckle and the tendon that runs to it."""
    rise = [(-6.0, 2.5), (-3.0, -1.8), (3.0, -1.8), (6.0, 2.5)]
    tendon: list[Dot] = [(x * 0.93, y - 9), (x * 0.72, y - 28), (x * 0.5, y - 44)]
    return [[(x + dx, y + dy) for dx, dy in rise], tendon]


def faint_lines() -> list[list[Dot]]:
    """Creases, knuckles, tendons, the thumb's web, the wrist and the head of the ulna."""
    lines = [line for shape in FINGERS for joint in (0.44, 0.72) for line in creases(*shape, joint)]
    lines += creases(*THUMB, 0.52)
    for spot in ((-28, 78), (-8, 81), (11.5, 77), (28.5, 69)):
        lines += knuckle(*spot)
    rest = ("-43 52, -36 66, -36 79", "-17 5, 0 8.5, 17 5", "14 -9, 20 -13, 25 -8, 22 -2")
    return lines + [dots(text) for text in rest]


def shifted(points: list[Dot], dx: float, dy: float) -> list[Dot]:
    """The same points, moved; corners stay corners."""
    return [(x + dx, y + dy, *rest) for x, y, *rest in points]


def draw() -> Sheet:
    """Both hands on a table, seen from opposite: the patient's right is on the viewer's left."""
    sheet = Sheet("hands_dorsum", 300, 240)
    dx, dy = 86.0, 44.0
    edge = [*dots("-29.5 -36!, -27 -18"), *hand_dots(), *dots("27 -18, 29.5 -36!, 0 -33")]
    sheet.pair_outline(curve(shifted(edge, dx, dy), closed=True))
    sheet.region("hand", "pair", shifted(dots(REGION), dx, dy))
    for shape in (*FINGERS, THUMB):
        sheet.line(shifted(nail(*shape), dx, dy), closed=True)
    for faint in faint_lines():
        sheet.line(shifted(faint, dx, dy), "faint")
    return sheet


def small(shape: str, wrist: Point, turn: float, scale: float, squeeze: float) -> list[Dot]:
    """A shape of the resting hand for a whole-body view, set at the wrist and turned outwards."""
    s, c = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    placed: list[Dot] = []
    for x, y, *_ in dots(shape):
        across, along = x * squeeze * scale, y * scale
        placed.append((wrist[0] + across * c + along * s, wrist[1] - across * s + along * c))
    return placed
