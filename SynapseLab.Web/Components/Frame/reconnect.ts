export type ConnectionState = 'connected' | 'reconnecting' | 'gone';

/** What the classes that Blazor's script sets on the notice say; "gone" means that it will not try again by itself. */
export function stateOf(classes: Iterable<string>): ConnectionState {
  const names = new Set(classes);
  if (names.has('components-reconnect-failed') || names.has('components-reconnect-rejected')) return 'gone';
  return names.has('components-reconnect-show') ? 'reconnecting' : 'connected';
}
