/** A bar of a round length that is at most `mostPixels` long at `zoom` screen pixels per nanometre. */
export function scaleBar(zoom: number, mostPixels: number): { nanometres: number; pixels: number; text: string } {
  const most = mostPixels / zoom;
  const power = 10 ** Math.floor(Math.log10(most));
  const nanometres = power * ([5, 2, 1].find(step => step * power <= most) ?? 1);
  const text = nanometres >= 1000 ? `${nanometres / 1000} µm` : `${nanometres} nm`;
  return { nanometres, pixels: nanometres * zoom, text };
}
