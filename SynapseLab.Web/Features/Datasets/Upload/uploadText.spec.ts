import { describe, expect, it } from 'vitest';
import { bytesText, nameOf, progressText } from './uploadText';

it('names a dataset like its zip', () => {
  expect(nameOf('larval-vnc.ZIP')).toBe('larval-vnc');
  expect(nameOf('a.zip.zip')).toBe('a.zip');
});

it.each([[0, '0 B'], [1023, '1023 B'], [1536, '1.5 KiB'], [200 * 1024 ** 2, '200 MiB'], [3 * 1024 ** 3, '3.0 GiB']])('%i bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

describe('progressText', () => {
  it('gives no estimate in the first two seconds', () => expect(progressText(512, 1024, 1)).toBe('512 B of 1.0 KiB'));
  it('estimates from the pace so far', () => expect(progressText(1024, 4096, 10)).toBe('1.0 KiB of 4.0 KiB, about 30 s left'));
  it('rounds long estimates up to minutes', () => expect(progressText(1024, 20480, 10)).toContain('about 4 min left'));
  it('says when all is sent', () => expect(progressText(4096, 4096, 10)).toBe('Sent; the server checks it.'));
});
