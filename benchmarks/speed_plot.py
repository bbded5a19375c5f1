"""A bar chart of CPU time by class of query, as SVG, without a plotting library."""

import math
from xml.sax.saxutils import escape

from benchmarks.speed_run import Measured

COLOURS = ("#1b4f72", "#b9770e", "#5d6d7e", "#a93226", "#196f3d", "#76448a", "#7b7d7d")
LEFT, WIDTH, BAR, GAP = 120, 560, 12, 16
LEAST = 0.1  # ms, at the left edge of the logarithmic scale


def plot(size: int, measured: list[Measured]) -> str:
    kinds = list(measured[0].timings) if measured else []
    rows, y = [], 60 + 18 * math.ceil(len(measured) / 3)
    for kind in kinds:
        rows.append(f'<text x="{LEFT - 8}" y="{y + BAR}" text-anchor="end">{escape(kind)}</text>')
        for number, run in enumerate(measured):
            if kind in run.timings:
                rows.append(_bar(y, run.timings[kind].cpu, COLOURS[number % len(COLOURS)]))
                y += BAR + 1
        y += GAP
    head = f'<text x="10" y="24" font-size="15">CPU per query, {size:,} articles (ms, logarithmic)</text>'
    body = "\n".join([head, *_legend(measured), *rows])
    box = f'viewBox="0 0 {LEFT + WIDTH + 80} {y + 10}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="12">\n{body}\n</svg>\n'


def _bar(y: int, cpu: float, colour: str) -> str:
    decades = 5  # from 0.1 ms to 10 s
    width = WIDTH * max(0.0, min(1.0, math.log10(max(cpu, LEAST) / LEAST) / decades))
    bar = f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>'
    return f'{bar}<text x="{LEFT + width + 5:.1f}" y="{y + BAR - 2}" font-size="10">{cpu:.1f}</text>'


def _legend(measured: list[Measured]) -> list[str]:
    pieces = []
    for number, run in enumerate(measured):
        x, y = 10 + 220 * (number % 3), 40 + 18 * (number // 3)
        pieces.append(f'<rect x="{x}" y="{y}" width="12" height="12" fill="{COLOURS[number % len(COLOURS)]}"/>')
        pieces.append(f'<text x="{x + 18}" y="{y + 11}">{escape(run.name)}</text>')
    return pieces
