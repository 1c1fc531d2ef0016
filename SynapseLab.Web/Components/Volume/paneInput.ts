import type { SlicePane } from './slicePane';

/** What a person can do in a pane; distances in screen pixels, slices in voxels. */
export interface PaneActions {
  scroll(pane: SlicePane, slices: number): void;
  zoom(pane: SlicePane, factor: number, x: number, y: number): void;
  pan(pane: SlicePane, dx: number, dy: number): void;
  pick(pane: SlicePane, x: number, y: number): void;
  hover(pane: SlicePane, x: number, y: number): void;
  nudge(pane: SlicePane, du: number, dv: number): void;
  recentre(): void;
  stepSynapse(step: 1 | -1): void;
}

/** A press that moves less than this is a click. */
const clickPixels = 4;
const zoomStep = 1.25;

/** Listens to pointer, wheel and keys of one pane until `signal` aborts. */
export function listen(pane: SlicePane, actions: PaneActions, signal: AbortSignal): void {
  const { canvas } = pane;
  let pressed: { x: number; y: number; moved: boolean } | undefined;

  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    const direction = Math.sign(event.deltaY);
    if (event.ctrlKey || event.metaKey) actions.zoom(pane, direction < 0 ? zoomStep : 1 / zoomStep, event.offsetX, event.offsetY);
    else actions.scroll(pane, direction * (event.shiftKey ? 10 : 1));
  }, { signal, passive: false });

  canvas.addEventListener('pointerdown', event => {
    canvas.focus();
    canvas.setPointerCapture(event.pointerId);
    pressed = { x: event.offsetX, y: event.offsetY, moved: false };
  }, { signal });

  canvas.addEventListener('pointermove', event => {
    actions.hover(pane, event.offsetX, event.offsetY);
    if (pressed === undefined) return;
    const dx = event.offsetX - pressed.x;
    const dy = event.offsetY - pressed.y;
    if (!pressed.moved && Math.hypot(dx, dy) < clickPixels) return;
    pressed = { x: event.offsetX, y: event.offsetY, moved: true };
    actions.pan(pane, dx, dy);
  }, { signal });

  canvas.addEventListener('pointerup', event => {
    if (pressed !== undefined && !pressed.moved) actions.pick(pane, event.offsetX, event.offsetY);
    pressed = undefined;
  }, { signal });
  canvas.addEventListener('pointercancel', () => { pressed = undefined; }, { signal });

  canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = keys(pane, actions, event.shiftKey ? 10 : 1)[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }, { signal });
}

function keys(pane: SlicePane, actions: PaneActions, voxels: number): Readonly<Record<string, () => void>> {
  const { width, height } = pane.size;
  return {
    ArrowLeft: () => actions.nudge(pane, -voxels, 0),
    ArrowRight: () => actions.nudge(pane, voxels, 0),
    ArrowUp: () => actions.nudge(pane, 0, -voxels),
    ArrowDown: () => actions.nudge(pane, 0, voxels),
    PageUp: () => actions.scroll(pane, -voxels),
    PageDown: () => actions.scroll(pane, voxels),
    '+': () => actions.zoom(pane, zoomStep, width / 2, height / 2),
    '=': () => actions.zoom(pane, zoomStep, width / 2, height / 2),
    '-': () => actions.zoom(pane, 1 / zoomStep, width / 2, height / 2),
    ' ': () => actions.recentre(),
    '[': () => actions.stepSynapse(-1),
    ']': () => actions.stepSynapse(1),
  };
}
