import { channelsOf } from './composeCube';
import { parseCubes, type CubeBytes } from './cubeBytes';
import { drawCube } from './drawCube';
import type { PlaneName } from './planeGeometry';

interface CubeOptions {
  /** Where the cubes' bytes are fetched. */
  url: string;
  /** Recipe of the channels, e.g. `raw+pre+cleft`. */
  recipe: string;
}

/**
 * Fills the canvases inside `element`: `data-cube` (0-based), `data-plane`, and `data-only` (a channel's index) or none for all
 * channels together. The wheel over any canvas and the range input `data-slice` move through all of them at once.
 */
export function create(element: HTMLElement, first: CubeOptions): { update(options: CubeOptions): Promise<void>; dispose(): void } {
  const end = new AbortController();
  const slider = element.querySelector<HTMLInputElement>('input[data-slice]');
  const message = element.querySelector<HTMLElement>('[data-message]');
  let options = first;
  let cubes: CubeBytes | undefined;
  let slice = 0;

  const draw = (): void => {
    if (cubes === undefined) return;
    const channels = channelsOf(options.recipe);
    for (const canvas of element.querySelectorAll<HTMLCanvasElement>('canvas[data-plane]')) {
      const { cube, plane, only } = canvas.dataset;
      const voxels = cubes.cubes[Number(cube ?? 0)];
      if (voxels === undefined) continue;
      drawCube(canvas, voxels, cubes.size, channels, plane as PlaneName, slice, only === undefined ? undefined : Number(only));
    }
    if (slider !== null) {
      slider.max = String(cubes.size - 1);
      slider.value = String(slice);
      const output = slider.parentElement?.querySelector('output');
      if (output) output.textContent = `${slice + 1} of ${cubes.size}`;
    }
  };
  const show = (next: number): void => {
    if (cubes === undefined) return;
    slice = Math.min(cubes.size - 1, Math.max(0, next));
    draw();
  };
  slider?.addEventListener('input', () => show(Number(slider.value)), { signal: end.signal });
  element.addEventListener('wheel', event => {
    if (!(event.target instanceof HTMLCanvasElement)) return;
    event.preventDefault();
    show(slice + Math.sign(event.deltaY));
  }, { signal: end.signal, passive: false });

  const load = async (next: CubeOptions): Promise<void> => {
    element.dataset['state'] = 'loading';
    try {
      const response = await fetch(next.url, { signal: end.signal });
      if (!response.ok) throw new Error((await response.text()) || `The server answered ${response.status}.`);
      const isFirst = cubes === undefined;
      cubes = parseCubes(await response.arrayBuffer());
      options = next;
      if (isFirst || slice >= cubes.size) slice = Math.floor(cubes.size / 2);
      draw();
      element.dataset['state'] = 'ready';
      if (message !== null) message.textContent = '';
    } catch (problem) {
      if (end.signal.aborted) return;
      element.dataset['state'] = 'failed';
      if (message !== null) message.textContent = `The cubes could not be loaded: ${(problem as Error).message}`;
    }
  };
  void load(first);

  return { update: load, dispose: () => end.abort() };
}
