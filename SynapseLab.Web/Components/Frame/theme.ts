export type Theme = 'light' | 'dark';

/** The theme that the page is not in; without a choice the page is in the system's. */
export function otherTheme(chosen: string | undefined, systemIsDark: boolean): Theme {
  const present = chosen === 'light' || chosen === 'dark' ? chosen : systemIsDark ? 'dark' : 'light';
  return present === 'dark' ? 'light' : 'dark';
}
