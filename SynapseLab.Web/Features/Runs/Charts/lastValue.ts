/** What a line ends with: the legend shows it while no point is hovered. */
export function lastValue(values: ArrayLike<number | null | undefined>): number | null {
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
