/** A dot of the picture: frame coordinates in [−1, 1], y upwards. */
export interface Dot {
  x: number;
  y: number;
  colour: string;
  label: string;
}

const side = 800;
const legendWidth = 220;
const escape = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The scatter as a standalone SVG on white, with its legend; every dot carries its id as a title. */
export function scatterSvg(title: string, dots: readonly Dot[], legend: readonly { label: string; colour: string }[]): string {
  const at = (value: number): string => (((value + 1) / 2) * side).toFixed(2);
  const circles = dots.map(dot => `<circle cx="${at(dot.x)}" cy="${at(-dot.y)}" r="4" fill="${dot.colour}"><title>${escape(dot.label)}</title></circle>`);
  const keys = legend.map((entry, row) =>
    `<circle cx="${side + 20}" cy="${60 + row * 20}" r="5" fill="${entry.colour}"/><text x="${side + 32}" y="${64 + row * 20}">${escape(entry.label)}</text>`);
  const height = Math.max(side, 80 + legend.length * 20);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side + legendWidth} ${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/><text x="12" y="22" font-weight="bold">${escape(title)}</text>
<g fill-opacity="0.85">${circles.join('\n')}</g>
<g>${keys.join('')}</g></svg>
`;
}
