import { describe, expect, it } from 'vitest';
import { planes } from './planeGeometry';
import { movedTo, panned, placeAt, screenAt, stepped, wholeView, zoomedAt } from './viewState';
import type { Zyx } from './volumeBytes';

const shape: Zyx = [30, 100, 200];
const spacingNm: Zyx = [50, 4, 4];
const pane = { width: 400, height: 300 };
const start = wholeView(shape, spacingNm, pane);

describe('wholeView', () => {
  it('fits the longest side in nanometres, not in voxels', () => {
    expect(start.zoom).toBeCloseTo(300 / 1500);
    expect(start.position).toEqual([15, 50, 100]);
  });
});

describe('placeAt and screenAt', () => {
  it('are inverse in every plane', () => {
    for (const plane of Object.values(planes)) {
      const screen = screenAt(start, plane, spacingNm, pane, placeAt(start, plane, spacingNm, pane, 37, 211));
      expect(screen.x).toBeCloseTo(37);
      expect(screen.y).toBeCloseTo(211);
    }
  });
});

describe('zoomedAt', () => {
  it('keeps the place under the pointer', () => {
    const before = placeAt(start, planes.xz, spacingNm, pane, 10, 20);
    const zoomed = zoomedAt(start, planes.xz, spacingNm, pane, 2.5, 10, 20);
    const after = placeAt(zoomed, planes.xz, spacingNm, pane, 10, 20);

    expect(zoomed.zoom).toBeCloseTo(start.zoom * 2.5);
    after.forEach((value, axis) => expect(value).toBeCloseTo(before[axis]!));
  });

  it('stops at 40 pixels a voxel', () => {
    expect(zoomedAt(start, planes.xy, spacingNm, pane, 1e9, 0, 0).zoom).toBe(10);
  });
});

describe('panned', () => {
  it('moves what was under the pointer with it', () => {
    const place = placeAt(start, planes.xy, spacingNm, pane, 100, 100);
    const screen = screenAt(panned(start, planes.xy, spacingNm, 30, -12), planes.xy, spacingNm, pane, place);

    expect(screen.x).toBeCloseTo(130);
    expect(screen.y).toBeCloseTo(88);
  });
});

describe('stepped and movedTo', () => {
  it('stay inside the window', () => {
    expect(stepped(start, shape, 0, 99).position).toEqual([29, 50, 100]);
    expect(stepped(start, shape, 0, -99).position).toEqual([0, 50, 100]);
    expect(movedTo(start, shape, [3.9, -4, 1000]).position).toEqual([3, 0, 199]);
  });
});
