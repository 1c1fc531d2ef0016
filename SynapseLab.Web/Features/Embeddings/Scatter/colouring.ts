import { categoryColour, viridis } from '../../../Components/Colours/palette';

/** One way to colour the points: by labels, or by a number between `low` and `high`. */
export interface ColouringInfo {
  key: string;
  labels: string[];
  continuous: boolean;
  low: number;
  high: number;
}

const unknownColour = '#9a9a9a';
const continuousLevels = 64;

/** Per point an index into `palette`. The last colour of the palette is for points whose value is unknown. */
export function colourPoints(values: ArrayLike<number>, info: ColouringInfo): { categories: Float32Array; palette: string[] } {
  const levels = info.continuous ? continuousLevels : info.labels.length;
  const span = info.high - info.low || 1;
  const level = (value: number): number => {
    if (Number.isNaN(value)) return levels;
    if (!info.continuous) return value >= 0 && value < levels ? value : levels;
    return Math.round(Math.min(1, Math.max(0, (value - info.low) / span)) * (levels - 1));
  };
  const colour = (at: number): string => (info.continuous ? viridis(at / (levels - 1)) : categoryColour(at));
  return {
    categories: Float32Array.from(values, level),
    palette: [...Array.from({ length: levels }, (_, at) => colour(at)), unknownColour],
  };
}
