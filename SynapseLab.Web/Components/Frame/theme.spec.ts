import { describe, expect, it } from 'vitest';
import { otherTheme } from './theme';

describe('otherTheme', () => {
  it('leaves the system theme when nothing was chosen', () => {
    expect(otherTheme(undefined, true)).toBe('light');
    expect(otherTheme(undefined, false)).toBe('dark');
  });

  it('leaves the chosen theme whatever the system says', () => {
    expect(otherTheme('light', true)).toBe('dark');
    expect(otherTheme('dark', false)).toBe('light');
  });
});
