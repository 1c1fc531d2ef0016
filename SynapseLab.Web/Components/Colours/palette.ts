/** Colours as `#rrggbb`. Categories are told apart by colour-blind readers; continuous values use a perceptually even map. */

/** Okabe & Ito (2008), "Color Universal Design": eight colours, black replaced by grey so that it shows on both themes. */
const okabeIto = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#8c8c8c'] as const;

/** Golden angle in degrees: successive hues stay far apart however many there are. */
const goldenAngle = 137.50776;

/** viridis sampled at nine even places (van der Walt & Smith 2015, CC0). */
const viridisStops = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962', '#addc30', '#fde725'] as const;

/** Colour of category `index` (0-based): the first eight by Okabe & Ito, further ones generated around the hue circle. */
export function categoryColour(index: number): string {
  const known = okabeIto[index];
  if (known !== undefined) return known;
  const turn = index - okabeIto.length;
  const lightness = [45, 62, 35][turn % 3] ?? 45;
  return hslToHex((turn * goldenAngle + 15) % 360, 60, lightness);
}

/** viridis at `fraction`, clamped to 0…1; NaN gives grey. */
export function viridis(fraction: number): string {
  if (Number.isNaN(fraction)) return '#8c8c8c';
  const place = Math.min(1, Math.max(0, fraction)) * (viridisStops.length - 1);
  const below = Math.min(Math.floor(place), viridisStops.length - 2);
  return mix(viridisStops[below]!, viridisStops[below + 1]!, place - below);
}

/** Linear mix of two `#rrggbb` colours, `fraction` of the second. */
export function mix(first: string, second: string, fraction: number): string {
  const channels = [1, 3, 5].map(at => {
    const a = parseInt(first.slice(at, at + 2), 16);
    const b = parseInt(second.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * fraction);
  });
  return toHex(channels);
}

/** Hue in degrees, saturation and lightness in percent (CSS Color 4, §7.1). */
function hslToHex(hue: number, saturation: number, lightness: number): string {
  const s = saturation / 100;
  const l = lightness / 100;
  const reach = s * Math.min(l, 1 - l);
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return toHex([channel(0), channel(8), channel(4)]);
}

function toHex(channels: readonly number[]): string {
  return '#' + channels.map(value => value.toString(16).padStart(2, '0')).join('');
}
