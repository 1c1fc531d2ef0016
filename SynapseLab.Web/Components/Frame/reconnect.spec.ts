import { expect, it } from 'vitest';
import { stateOf } from './reconnect';

it.each([
  [['reconnect'], 'connected'],
  [['reconnect', 'components-reconnect-hide'], 'connected'],
  [['reconnect', 'components-reconnect-show'], 'reconnecting'],
  [['components-reconnect-failed'], 'gone'],
  [['components-reconnect-rejected'], 'gone'],
] as const)('%j is %s', (classes, state) => {
  expect(stateOf(classes)).toBe(state);
});
