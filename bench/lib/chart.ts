/** Plain SVG charts for the documentation, readable on light and dark pages. */

const SIZE = { width: 820, height: 380 };
const FRAME = { left: 70, right: 250, top: 44, bottom: 52 };
const COLOURS = [
  '#1f5fa8',
  '#c2541b',
  '#2e7d46',
  '#7a3f9d',
  '#a88a12',
  '#5b6470',
  '#b3305f',
  '#1c8c8c',
  '#8a5a3b',
];
const TICKS = 5;

export interface Series {
  name: string;
  points: { x: number; y: number }[];
  /** Points alone, without a line between them. */
  isDots?: boolean;
}

export interface LineChart {
  title: string;
  /** The text alternative: what is to be seen. */
  description: string;
  x: string;
  y: string;
  series: Series[];
  isLogarithmic?: boolean;
}

/** Lines over a number. Where it is logarithmic, points at or below 0 are left out. */
export function lineChart({ title, description, x, y, series, isLogarithmic = false }: LineChart): string {
  const all = series.flatMap(({ points }) => points).filter(point => !isLogarithmic || point.y > 0);
  const xs = all.map(point => point.x);
  const ys = all.map(point => point.y);
  const [low, high] = [Math.min(0, ...xs), Math.max(...xs)];
  const floor = isLogarithmic ? 10 ** Math.floor(Math.log10(Math.min(...ys))) : 0;
  const ceiling = isLogarithmic ? 10 ** Math.ceil(Math.log10(Math.max(...ys))) : nice(Math.max(...ys));
  const atX = (value: number) => FRAME.left + ((value - low) / (high - low || 1)) * inner.width;
  const part = (value: number) =>
    isLogarithmic
      ? Math.log10(value / floor) / Math.log10(ceiling / floor)
      : (value - floor) / (ceiling - floor || 1);
  const atY = (value: number) => FRAME.top + (1 - part(value)) * inner.height;
  const marks = isLogarithmic
    ? Array.from({ length: Math.round(Math.log10(ceiling / floor)) + 1 }, (_, i) => floor * 10 ** i)
    : Array.from({ length: TICKS + 1 }, (_, i) => (ceiling * i) / TICKS);
  const body = [
    ...marks.map(value => grid(atY(value), short(value))),
    ...Array.from({ length: TICKS + 1 }, (_, i) => low + ((high - low) * i) / TICKS).map(value =>
      label(atX(value), SIZE.height - FRAME.bottom + 18, short(value), 'middle'),
    ),
    ...series.flatMap(({ name, points, isDots }, i) => {
      const shown = points.filter(point => !isLogarithmic || point.y > 0);
      const colour = COLOURS[i % COLOURS.length] ?? '';
      const path = shown.map(point => `${atX(point.x).toFixed(1)},${atY(point.y).toFixed(1)}`);
      const drawn = isDots
        ? path.map(
            at => `<circle cx="${at.split(',')[0]}" cy="${at.split(',')[1]}" r="4.5" fill="${colour}"/>`,
          )
        : [`<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`];
      return [...drawn, ...legend(i, name, colour)];
    }),
  ];
  return page(title, description, x, y, body);
}

export interface BarChart {
  title: string;
  description: string;
  y: string;
  /** One bar each, of parts that stand on each other. */
  bars: { name: string; parts: Record<string, number> }[];
}

/** Bars whose parts are shares of their own whole, with the whole written above: wholes differ by orders of magnitude. */
export function shareChart({ title, description, y, bars }: BarChart): string {
  const names = [...new Set(bars.flatMap(({ parts }) => Object.keys(parts)))];
  const step = inner.width / bars.length;
  const body = [0, 0.25, 0.5, 0.75, 1].map(share =>
    grid(FRAME.top + (1 - share) * inner.height, `${100 * share} %`),
  );
  for (const [at, { name, parts }] of bars.entries()) {
    const whole = Object.values(parts).reduce((sum, part) => sum + part, 0);
    let top = FRAME.top + inner.height;
    for (const [i, part] of names.entries()) {
      const height = (inner.height * (parts[part] ?? 0)) / (whole || 1);
      top -= height;
      body.push(
        `<rect x="${(FRAME.left + step * (at + 0.2)).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.6).toFixed(1)}" height="${height.toFixed(1)}" fill="${COLOURS[i % COLOURS.length]}"/>`,
      );
    }
    body.push(label(FRAME.left + step * (at + 0.5), SIZE.height - FRAME.bottom + 18, name, 'middle'));
  }
  body.push(...names.flatMap((name, i) => legend(i, name, COLOURS[i % COLOURS.length] ?? '')));
  return page(title, description, '', y, body);
}

const inner = {
  width: SIZE.width - FRAME.left - FRAME.right,
  height: SIZE.height - FRAME.top - FRAME.bottom,
};

function page(title: string, description: string, x: string, y: string, body: string[]): string {
  const { width, height } = SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>${escaped(title)}</title>
<desc>${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${FRAME.left}" y="24" font-size="15" font-weight="600" fill="#1c2430">${escaped(title)}</text>
${body.join('\n')}
${label(FRAME.left + inner.width / 2, height - 10, x, 'middle')}
<text transform="translate(16 ${FRAME.top + inner.height / 2}) rotate(-90)" text-anchor="middle" fill="#3a4450">${escaped(y)}</text>
</svg>
`;
}

function grid(y: number, text: string): string {
  const line = `<line x1="${FRAME.left}" x2="${FRAME.left + inner.width}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#d5dae0"/>`;
  return line + label(FRAME.left - 8, y + 4, text, 'end');
}

function label(x: number, y: number, text: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#3a4450">${escaped(text)}</text>`;
}

function legend(row: number, name: string, colour: string): string[] {
  const [x, y] = [SIZE.width - FRAME.right + 16, FRAME.top + 8 + 20 * row];
  return [
    `<rect x="${x}" y="${y - 6}" width="12" height="12" fill="${colour}"/>`,
    label(x + 18, y + 4, name, 'start'),
  ];
}

/** The next number above that is 1, 2 or 5 times a power of ten. */
function nice(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find(one => one * power >= value) ?? 10) * power;
}

function short(value: number): string {
  return value >= 1000 ? `${Number((value / 1000).toPrecision(3))} k` : String(Number(value.toPrecision(3)));
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
