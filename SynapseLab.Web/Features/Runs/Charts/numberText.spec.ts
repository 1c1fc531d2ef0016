import { describe, expect, it } from 'vitest';
import { durationText, numberText } from './numberText';

describe('numberText', () => {
  it.each([[3.14159, '3.142'], [0, '0'], [null, '–'], [Number.NaN, '–'], [0.00025, '0.00025'], [1.23456e-6, '1.235e-6'],
    [1234567, '1\u202f234\u202f567'], [12.5, '12.5'], [-1500.4, '-1\u202f500'], [2e9, '2e9']])('%s → %s', (value, text) =>
    expect(numberText(value)).toBe(text));
});

describe('durationText', () => {
  it.each([[0, '0 s'], [59.4, '59 s'], [60, '1 min'], [200, '3 min 20 s'], [4320, '1 h 12 min'], [187200, '2 d 4 h'],
    [Number.NaN, '–']])('%s → %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
});
