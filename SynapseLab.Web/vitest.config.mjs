import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['Components/**/*.spec.ts', 'Features/**/*.spec.ts'] },
});
