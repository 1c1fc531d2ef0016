/** A spread below this part of the values is rounding: nothing can be read off it, and uPlot finds no tick steps so small. */
const leastSpread = 1e-9;

/** Above so many powers of ten, lines at 2 … 9 times each would be a grey surface. */
const mostDecades = 3;

/** The lowest and highest value of a linear axis, as one value where they differ by rounding alone. */
export function withoutRounding(low: number, high: number): [number, number] {
  const middle = (low + high) / 2;
  return high - low <= leastSpread * Math.max(Math.abs(low), Math.abs(high)) ? [middle, middle] : [low, high];
}

/** The marks of a log axis that are drawn: all over a few powers of ten, else the powers alone; the others are null. */
export function logMarks(marks: readonly number[]): (number | null)[] {
  const [first, last] = [marks[0] ?? 1, marks.at(-1) ?? 1];
  if (Math.log10(last / first) <= mostDecades) return marks.slice();
  return marks.map(mark => (Math.abs(Math.log10(mark) - Math.round(Math.log10(mark))) < 1e-6 ? mark : null));
}

/** The marks of a log axis that carry a number: as many as have room, the others are null. */
export function markedByNumber(marks: readonly (number | null)[]): (number | null)[] {
  const shown = marks.filter(mark => mark !== null);
  const decades = Math.log10((shown.at(-1) ?? 1) / (shown[0] ?? 1));
  if (decades < 0.7) return marks.slice();
  const mantissas = decades <= 2 ? [1, 2, 5] : [1];
  return marks.map(mark => (mark !== null && mantissas.includes(Math.round(mark / 10 ** Math.floor(Math.log10(mark) + 1e-9))) ? mark : null));
}
