import { createRequire } from 'node:module'
import { configDefaults, defineConfig } from 'vitest/config'

/** A file to write a report to that programs can read. */
const report = process.env.VITEST_REPORT

export default defineConfig({
  resolve: {
    // One copy of graphql for Yoga, Pothos and the tests: the package answers `import` and `require` with two.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**'], // needs Chromium: vitest.browser.config.ts
    maxWorkers: '100%', // the tests wait more than they work
    // Far above what any test takes: a machine that does other things as well is no failure.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    ...(report && { reporters: ['default', 'json'], outputFile: { json: report } }),
    server: { deps: { inline: [/graphql/, /@pothos/] } },
  },
})
