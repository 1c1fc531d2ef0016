/** Coordinates moved into [−1, 1] on both axes by one scale, so that distances keep their proportions. */
export function fitToFrame(x: ArrayLike<number>, y: ArrayLike<number>, margin = 0.06): { x: Float32Array; y: Float32Array } {
  const [xLow, xHigh] = range(x);
  const [yLow, yHigh] = range(y);
  const half = Math.max(xHigh - xLow, yHigh - yLow) / 2 || 1;
  const scale = (1 - margin) / half;
  return {
    x: Float32Array.from(x, value => (value - (xLow + xHigh) / 2) * scale),
    y: Float32Array.from(y, value => (value - (yLow + yHigh) / 2) * scale),
  };
}

function range(values: ArrayLike<number>): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < values.length; at++) {
    low = Math.min(low, values[at]!);
    high = Math.max(high, values[at]!);
  }
  return low <= high ? [low, high] : [0, 0];
}
