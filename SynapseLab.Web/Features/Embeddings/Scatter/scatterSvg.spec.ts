import { describe, expect, it } from 'vitest';
import { scatterSvg } from './scatterSvg';

describe('scatterSvg', () => {
  it('draws y upwards and escapes ids', () => {
    const svg = scatterSvg('run & co', [{ x: -1, y: 1, colour: '#0072b2', label: 'bbox1_<x>' }], [{ label: 'bbox1', colour: '#0072b2' }]);
    expect(svg).toContain('<circle cx="0.00" cy="0.00" r="4" fill="#0072b2"><title>bbox1_&#60;x&#62;</title>');
    expect(svg).toContain('run &#38; co');
  });
});
