/** A value on a chart; null is a gap. */
export type Sample = number | null;

/**
 * Exponential moving average without start-up bias: each output is a weighted mean of the values so far, weights falling
 * by `weight` per point (0 = raw, towards 1 = smoother). Gaps stay gaps and do not disturb the average.
 */
export function smooth(values: readonly Sample[], weight: number): Sample[] {
  if (!(weight > 0)) return values.slice();
  if (weight >= 1) throw new RangeError(`Smoothing weight must lie in 0…1 (1 excluded), got ${weight}.`);
  let sum = 0;
  let norm = 0;
  return values.map(value => {
    if (value === null || !Number.isFinite(value)) return null;
    sum = weight * sum + value;
    norm = weight * norm + 1;
    return sum / norm;
  });
}
