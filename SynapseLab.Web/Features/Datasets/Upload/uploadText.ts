const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A dataset's name from the name of its zip. */
export function nameOf(file: string): string {
  return file.replace(/\.zip$/i, '').slice(0, 80);
}

/** Bytes with binary units, as the server writes them. */
export function bytesText(bytes: number): string {
  const unit = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** unit;
  return `${value.toFixed(unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

/** How far an upload is and how long it will take at the pace so far. */
export function progressText(sent: number, total: number, elapsedSeconds: number): string {
  if (sent >= total) return 'Sent; the server checks it.';
  const text = `${bytesText(sent)} of ${bytesText(total)}`;
  if (elapsedSeconds < 2 || sent === 0) return text;
  const left = Math.ceil((elapsedSeconds * (total - sent)) / sent);
  return `${text}, about ${left < 60 ? `${left} s` : `${Math.ceil(left / 60)} min`} left`;
}
