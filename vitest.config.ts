import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template-store.ts'],
    // As `npm start` runs it; and every file has a process of its own, in which V8 would compile the embedded store anew.
    execArgv: ['--liftoff-only'],
    // Left alone, vitest leaves a processor to itself, which on two is half of them.
    maxWorkers: '100%',
    // Ends what hangs. How fast anything is, no test judges: a machine with other work may take its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Names of cases are told whole.
    taskTitleValueFormatTruncate: 0,
  },
})
