import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node resolves packages: with Vite's `development` condition our imports of graphql would be another copy than Pothos's.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
