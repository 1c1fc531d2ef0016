import { otherTheme } from './theme';

/** Switches the document to the other theme and keeps the choice for a year. */
export function toggle(cookie: string): void {
  const root = document.documentElement;
  const next = otherTheme(root.dataset['theme'], matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = next;
  document.cookie = `${cookie}=${next}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent('themechange', { detail: next }));
}
