import { composeCube, type Channel } from './composeCube';
import { planes, type PlaneName } from './planeGeometry';

/** Draws one plane of a cube (C, s, s, s) into a canvas, one bitmap pixel a voxel; CSS scales it up, pixelated. */
export function drawCube(
  canvas: HTMLCanvasElement, cube: Uint8Array, size: number, channels: readonly Channel[], plane: PlaneName, slice: number, only?: number,
): void {
  canvas.width = size;
  canvas.height = size;
  const pixels = composeCube(cube, size, channels, planes[plane], slice, only);
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, size, size), 0, 0);
}
