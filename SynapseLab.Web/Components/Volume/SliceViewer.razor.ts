import { LayerControls } from './layerControls';
import { listen, type PaneActions } from './paneInput';
import { planes, type PlaneName } from './planeGeometry';
import { positionText } from './positionText';
import { SlicePane } from './slicePane';
import { movedTo, panned, placeAt, stepped, wholeView, zoomedAt, type ViewState } from './viewState';
import { parseVolume, type VolumeBytes, type Zyx } from './volumeBytes';

interface ViewerOptions {
  /** Where the bytes of the window are fetched. */
  url: string;
  /** Voxel size z, y, x in nm. */
  spacingNm: Zyx;
}

interface DotNetObject {
  invokeMethodAsync(method: string, ...values: unknown[]): Promise<unknown>;
}

/** Starts the viewer inside `element`; `update` shows another window, the old one staying until the new one is there. */
export function create(element: HTMLElement, first: ViewerOptions, dotnet: DotNetObject): { update(options: ViewerOptions): Promise<void>; dispose(): void } {
  const end = new AbortController();
  const panes = [...element.querySelectorAll<HTMLCanvasElement>('canvas[data-plane]')].map(
    canvas => new SlicePane(canvas, planes[canvas.dataset['plane'] as PlaneName]),
  );
  const readout = element.querySelector<HTMLElement>('[data-readout]')!;
  let options = first;
  let volume: VolumeBytes | undefined;
  let view: ViewState;
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    if (volume === undefined) return;
    for (const pane of panes) pane.draw(volume, controls.layers, view, options.spacingNm);
    element.dataset['position'] = view.position.join(',');
  };
  const soon = (): void => void (frame ||= requestAnimationFrame(draw));
  const controls = new LayerControls(element, soon, end.signal);
  const show = (next: ViewState): void => {
    view = next;
    if (volume !== undefined) readout.textContent = positionText(volume, options.spacingNm, view.position);
    soon();
  };
  const whole = (): void => show(wholeView(volume!.shape, options.spacingNm, panes[0]!.size));

  const actions: PaneActions = {
    scroll: (pane, slices) => show(stepped(view, volume!.shape, pane.plane.normal, slices)),
    zoom: (pane, factor, x, y) => show(zoomedAt(view, pane.plane, options.spacingNm, pane.size, factor, x, y)),
    pan: (pane, dx, dy) => show(panned(view, pane.plane, options.spacingNm, dx, dy)),
    pick: (pane, x, y) => show(movedTo(view, volume!.shape, placeAt(view, pane.plane, options.spacingNm, pane.size, x, y))),
    hover: (pane, x, y) => {
      const place = placeAt(view, pane.plane, options.spacingNm, pane.size, x, y);
      readout.textContent = positionText(volume!, options.spacingNm, place.map(Math.floor) as unknown as Zyx);
    },
    nudge: (pane, du, dv) => show(stepped(stepped(view, volume!.shape, pane.plane.u, du), volume!.shape, pane.plane.v, dv)),
    recentre: whole,
    stepSynapse: step => void dotnet.invokeMethodAsync('StepSynapse', step),
  };
  const whenLoaded = new Proxy(actions, {
    get: (target, name: keyof PaneActions) => (name === 'stepSynapse' || volume !== undefined ? target[name] : () => undefined),
  });
  for (const pane of panes) listen(pane, whenLoaded, end.signal);
  const resized = new ResizeObserver(soon);
  for (const pane of panes) resized.observe(pane.canvas);

  const load = async (next: ViewerOptions): Promise<void> => {
    element.dataset['state'] = 'loading';
    try {
      const response = await fetch(next.url, { signal: end.signal });
      if (!response.ok) throw new Error((await response.text()) || `The server answered ${response.status}.`);
      const loaded = parseVolume(await response.arrayBuffer());
      options = next;
      volume = loaded;
      whole();
      element.dataset['state'] = 'ready';
    } catch (problem) {
      if (end.signal.aborted) return;
      element.dataset['state'] = 'failed';
      readout.textContent = `The voxels could not be loaded: ${(problem as Error).message}`;
    }
  };
  void load(first);

  return {
    update: load,
    dispose(): void {
      end.abort();
      resized.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
