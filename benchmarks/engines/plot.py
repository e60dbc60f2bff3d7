"""Plot: lines over logarithmic axes as an SVG of our own, readable on light and on dark pages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 60, 170, 30, 50
COLOURS = ("#c0392b", "#e67e22", "#7f8c8d", "#8e44ad", "#16a085", "#2980b9", "#27ae60", "#b7950b")
GREY = "#888888"

Points = Sequence[tuple[float, float]]  # x and y, above 0


def plot(lines: Mapping[str, Points], across: str, up: str) -> str:
    """One line an entry, its name at the line's end; ``across`` and ``up`` are what the axes tell."""
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    scale = Scale(_decades(xs), _decades(ys))
    body = [*scale.axes(across, up)]
    ends = _apart({name: scale.at(*points[-1])[1] for name, points in lines.items() if points})
    for place, (name, points) in enumerate((name, points) for name, points in lines.items() if points):
        body += _line(name, [scale.at(*point) for point in points], COLOURS[place % len(COLOURS)], ends[name])
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {box}>', *body, "</svg>", ""])


class Scale:
    """From figures to the picture's points."""

    def __init__(self, across: tuple[int, int], up: tuple[int, int]) -> None:
        self.across, self.up = across, up

    def at(self, x: float, y: float) -> tuple[float, float]:
        (left, right), (low, high) = self.across, self.up
        return (
            LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(x) - left) / (right - left),
            HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(y) - low) / (high - low),
        )

    def axes(self, across: str, up: str) -> list[str]:
        (left, right), (low, high) = self.across, self.up
        grid = []
        for power in range(left, right + 1):
            x, _ = self.at(10.0**power, 10.0**low)
            grid += [_rule(x, TOP, x, HEIGHT - BOTTOM), _text(x, HEIGHT - BOTTOM + 18, _figure(power), "middle", GREY)]
        for power in range(low, high + 1):
            _, y = self.at(10.0**left, 10.0**power)
            grid += [_rule(LEFT, y, WIDTH - RIGHT, y), _text(LEFT - 8, y + 4, _figure(power), "end", GREY)]
        middle = (LEFT + WIDTH - RIGHT) / 2
        return [*grid, _text(middle, HEIGHT - 10, across, "middle", GREY), _text(LEFT, TOP - 12, up, "start", GREY)]


def _decades(figures: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures)))
    return low, max(high, low + 1)


def _apart(ends: Mapping[str, float], least: float = 15) -> dict[str, float]:
    """The names' heights, moved so that none covers another."""
    placed: dict[str, float] = {}
    lowest = -math.inf
    for name, y in sorted(ends.items(), key=lambda pair: pair[1]):
        lowest = placed[name] = max(y, lowest + least)
    return placed


def _line(name: str, points: Points, colour: str, end: float) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    drawn = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    return [drawn, *dots, _text(points[-1][0] + 8, end + 4, name, "start", colour)]


def _rule(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{GREY}" stroke-opacity="0.3"/>'


def _text(x: float, y: float, text: str, anchor: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _figure(power: int) -> str:
    return f"{10**power:,}".replace(",", " ") if power >= 0 else f"{10.0**power:g}"
