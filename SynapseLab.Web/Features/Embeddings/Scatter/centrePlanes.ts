import { composePlane, defaultLayers } from '../../../Components/Volume/composePlane';
import { planes, type PlaneName } from '../../../Components/Volume/planeGeometry';
import { parseVolume, type VolumeBytes } from '../../../Components/Volume/volumeBytes';

/** The three planes through a cube's centre, each a window one voxel thick. */
export type CentrePlanes = Readonly<Record<PlaneName, VolumeBytes>>;

/** In the order of the server's bytes. */
export const planeOrder: readonly PlaneName[] = ['xy', 'zy', 'xz'];

/** Reads three windows of equal length, one after the other. */
export function parseCentrePlanes(bytes: ArrayBuffer): CentrePlanes {
  const length = bytes.byteLength / planeOrder.length;
  if (!Number.isInteger(length)) throw new Error(`Expected three planes of equal size, got ${bytes.byteLength} bytes.`);
  const windows = planeOrder.map((_, at) => parseVolume(bytes.slice(at * length, (at + 1) * length)));
  return { xy: windows[0]!, zy: windows[1]!, xz: windows[2]! };
}

/** Draws one plane at its own resolution; the style sheet scales the canvas. */
export function drawPlane(canvas: HTMLCanvasElement, cube: CentrePlanes, name: PlaneName): void {
  const window = cube[name];
  canvas.width = window.shape[planes[name].u];
  canvas.height = window.shape[planes[name].v];
  const pixels = composePlane(window, planes[name], 0, defaultLayers);
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, canvas.width, canvas.height), 0, 0);
}

/** Fetches the planes of points, each once; keeps the last `limit`. */
export class CentrePlaneSource {
  private readonly kept = new Map<number, Promise<CentrePlanes>>();

  constructor(private readonly url: (point: number) => string, private readonly limit = 200) {}

  get(point: number): Promise<CentrePlanes> {
    let planes = this.kept.get(point);
    if (!planes) {
      planes = this.fetch(point);
      planes.catch(() => this.kept.delete(point));
      this.kept.set(point, planes);
      if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value!);
    }
    return planes;
  }

  private async fetch(point: number): Promise<CentrePlanes> {
    const response = await fetch(this.url(point));
    if (!response.ok) throw new Error(`The cube cannot be shown: the server answered ${response.status}.`);
    return parseCentrePlanes(await response.arrayBuffer());
  }
}
