import { withAxis, type Axis, type Plane } from './planeGeometry';
import type { Zyx } from './volumeBytes';

/** What all panes share. Places are in voxels of the window; a voxel's centre is at its index + 0.5. */
export interface ViewState {
  /** Voxel under the crosshair. */
  readonly position: Zyx;
  /** Point in the middle of every pane. */
  readonly middle: Zyx;
  /** Screen pixels per nanometre. */
  readonly zoom: number;
}

/** What the view is drawn into. */
export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** Screen pixels per voxel, 1/40 … 40. */
const zoomLimits = { least: 1 / 40, most: 40 } as const;

/** The view that shows a window of `shape` voxels whole, crosshair in its centre. */
export function wholeView(shape: Zyx, spacingNm: Zyx, pane: PaneSize): ViewState {
  const extent = Math.max(...shape.map((count, axis) => count * spacingNm[axis as Axis]));
  const centre = shape.map(count => Math.floor(count / 2)) as unknown as Zyx;
  return {
    position: centre,
    middle: shape.map(count => count / 2) as unknown as Zyx,
    zoom: Math.max(1, Math.min(pane.width, pane.height)) / extent,
  };
}

/** Place in voxels that lies under a screen point (pixels from the pane's upper left corner). */
export function placeAt(view: ViewState, plane: Plane, spacingNm: Zyx, pane: PaneSize, x: number, y: number): Zyx {
  const u = view.middle[plane.u] + (x - pane.width / 2) / (view.zoom * spacingNm[plane.u]);
  const v = view.middle[plane.v] + (y - pane.height / 2) / (view.zoom * spacingNm[plane.v]);
  return withAxis(withAxis(withAxis([0, 0, 0], plane.normal, view.position[plane.normal] + 0.5), plane.u, u), plane.v, v);
}

/** Screen point of a place in voxels; the inverse of `placeAt`. */
export function screenAt(view: ViewState, plane: Plane, spacingNm: Zyx, pane: PaneSize, place: Zyx): { x: number; y: number } {
  return {
    x: pane.width / 2 + (place[plane.u] - view.middle[plane.u]) * view.zoom * spacingNm[plane.u],
    y: pane.height / 2 + (place[plane.v] - view.middle[plane.v]) * view.zoom * spacingNm[plane.v],
  };
}

/** Moves the crosshair along one axis, kept inside. */
export function stepped(view: ViewState, shape: Zyx, axis: Axis, voxels: number): ViewState {
  const value = Math.min(shape[axis] - 1, Math.max(0, view.position[axis] + voxels));
  return { ...view, position: withAxis(view.position, axis, value) };
}

/** Puts the crosshair on the voxel that holds `place`, kept inside. */
export function movedTo(view: ViewState, shape: Zyx, place: Zyx): ViewState {
  const position = place.map((value, axis) => Math.min(shape[axis as Axis] - 1, Math.max(0, Math.floor(value)))) as unknown as Zyx;
  return { ...view, position };
}

/** Shifts the picture by screen pixels: what was under the pointer stays under it. */
export function panned(view: ViewState, plane: Plane, spacingNm: Zyx, dx: number, dy: number): ViewState {
  const u = view.middle[plane.u] - dx / (view.zoom * spacingNm[plane.u]);
  const v = view.middle[plane.v] - dy / (view.zoom * spacingNm[plane.v]);
  return { ...view, middle: withAxis(withAxis(view.middle, plane.u, u), plane.v, v) };
}

/** Zooms by `factor` around a screen point, which stays where it is. */
export function zoomedAt(
  view: ViewState, plane: Plane, spacingNm: Zyx, pane: PaneSize, factor: number, x: number, y: number,
): ViewState {
  const finest = Math.min(...spacingNm);
  const zoom = Math.min(zoomLimits.most / finest, Math.max(zoomLimits.least / finest, view.zoom * factor));
  const fixed = placeAt(view, plane, spacingNm, pane, x, y);
  const u = fixed[plane.u] - (x - pane.width / 2) / (zoom * spacingNm[plane.u]);
  const v = fixed[plane.v] - (y - pane.height / 2) / (zoom * spacingNm[plane.v]);
  return { ...view, zoom, middle: withAxis(withAxis(view.middle, plane.u, u), plane.v, v) };
}
