/** Lengths of dash and gap in pixels. */
export type DashPattern = readonly number[];

const patterns: readonly DashPattern[] = [[8, 4], [2, 4], [8, 4, 2, 4]];

/** How the lines of one run in one chart differ, whose colour is the run's: the first is solid. */
export function categoryDash(at: number): DashPattern | undefined {
  return at === 0 ? undefined : patterns[(at - 1) % patterns.length];
}
