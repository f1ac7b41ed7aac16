import { configDefaults, defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** The tests that need Chromium: `npm run test:browser`. It is looked for at `CHROMIUM`, by default `/usr/bin/chromium`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/browser/**/*.test.ts'],
    exclude: configDefaults.exclude,
    retry: 1, // a browser has timings of its own
    fileParallelism: false, // one browser at a time: machines that run this are small
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
})
