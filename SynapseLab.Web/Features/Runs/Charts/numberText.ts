/** A number with `digits` significant digits, without noise: 0.00012, 3.42, 1 234, 1.2e-9. */
export function numberText(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e');
  const whole = Number(value.toPrecision(digits));
  const text = size >= 10 ** digits ? String(Math.round(value)) : String(whole);
  return text.replace(/^(-?\d+)/, part => part.replace(/\B(?=(\d{3})+$)/g, '\u202f'));
}

/** Seconds as "45 s", "3 min 20 s", "1 h 12 min", "2 d 4 h". */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.round(Math.max(0, seconds));
  if (whole < 60) return `${whole} s`;
  const [large, largeUnit, small, smallUnit] =
    whole < 3600 ? [Math.floor(whole / 60), 'min', whole % 60, 's']
    : whole < 86400 ? [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min']
    : [Math.floor(whole / 86400), 'd', Math.floor((whole % 86400) / 3600), 'h'];
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
