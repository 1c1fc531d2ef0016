import createScatterplot from 'regl-scatterplot';
import { fitToFrame } from './frame';
import type { PointBlock } from './pointBlock';

export interface PointEvents {
  /** The pointer is over a point, at a pixel of the canvas. */
  over(point: number, x: number, y: number): void;
  out(): void;
  selected(points: number[]): void;
}

/** The WebGL scatter: zoom, pan, click and lasso by regl-scatterplot. Throws where the browser has no WebGL. */
export class PointPlot {
  /** Positions in [−1, 1], y upwards. */
  readonly frame: [number, number][];
  private readonly plot: ReturnType<typeof createScatterplot>;
  private readonly sizes: ResizeObserver;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly block: PointBlock, events: PointEvents) {
    const fitted = fitToFrame(block.x, block.y);
    this.frame = Array.from(fitted.x, (x, at) => [x, fitted.y[at]!]);
    const { width, height } = canvas.parentElement!.getBoundingClientRect();
    this.plot = createScatterplot({
      canvas,
      width,
      height,
      backgroundColor: backgroundOf(canvas),
      pointSize: block.count > 5000 ? 4 : 9,
      pointSizeSelected: 4,
      pointOutlineWidth: 2,
      opacity: 0.85,
      opacityInactiveMax: 0.35,
      colorBy: 'valueA',
      lassoOnLongPress: true,
      spatialIndexUseWorker: false,
    });
    this.plot.subscribe('pointOver', point => {
      const place = this.plot.getScreenPosition(point);
      if (place) events.over(point, place[0], place[1]);
    });
    this.plot.subscribe('pointOut', () => events.out());
    this.plot.subscribe('select', ({ points }) => events.selected([...points]));
    this.plot.subscribe('deselect', () => events.selected([]));
    this.sizes = new ResizeObserver(() => {
      const box = canvas.parentElement!.getBoundingClientRect();
      this.plot.set({ width: box.width, height: box.height });
    });
    this.sizes.observe(canvas.parentElement!);
  }

  draw(categories: Float32Array, palette: string[]): Promise<void> {
    // One colour alone would be taken for all categories' colour; a second one never hurts.
    this.plot.set({ pointColor: [...palette, '#9a9a9a'], backgroundColor: backgroundOf(this.canvas) });
    const [x, y] = [0, 1].map(axis => Float32Array.from(this.frame, place => place[axis]!));
    return this.plot.draw({ x: x!, y: y!, valueA: categories }, { zDataType: 'categorical' });
  }

  setLasso(on: boolean): void {
    this.plot.set({ mouseMode: on ? 'lasso' : 'panZoom' });
  }

  select(points: number[]): void {
    const inside = points.filter(point => point >= 0 && point < this.block.count);
    if (inside.length > 0) this.plot.select(inside, { preventEvent: true });
    else this.plot.deselect({ preventEvent: true });
  }

  reset(): void {
    this.plot.reset();
  }

  /** The canvas as it is now, for a PNG. */
  async picture(): Promise<HTMLCanvasElement> {
    const pixels = await this.plot.export({});
    const copy = document.createElement('canvas');
    copy.width = pixels.width;
    copy.height = pixels.height;
    copy.getContext('2d')!.putImageData(pixels, 0, 0);
    return copy;
  }

  dispose(): void {
    this.sizes.disconnect();
    this.plot.destroy();
  }
}

/** WebGL needs the theme's background as a hex colour. */
function backgroundOf(element: HTMLElement): string {
  const channels = /(\d+)\D+(\d+)\D+(\d+)/.exec(getComputedStyle(element.parentElement!).backgroundColor);
  return channels ? '#' + channels.slice(1, 4).map(value => Number(value).toString(16).padStart(2, '0')).join('') : '#ffffff';
}
