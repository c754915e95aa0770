import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What Cadre tells an assistant of her rules, of her service and of what she has asked for. */
const told = [
  ...['schema/cross-problems', 'schema/issues', 'schema/problems', 'warnings', 'yaml'],
  ...['messages/template-problem', 'calendar/holiday-problems', 'calendar/hours-problems'],
  'calendar/week-problems',
].map((name) => `policies/${name}.ts`)
const answered = [
  ...['check-fits', 'check-plan', 'check-substitutes', 'doctor-advice', 'import-everything'],
  ...['publish-gate', 'simulate', 'weekly-report', 'create-policy'],
].map((name) => `src/pipeline/${name}.ts`)

const vous = /(?<!\p{L})(?!(?:chez|assez)(?!\p{L}))(?:\p{L}{2,}ez|vous|votre|vos)(?!\p{L})/giu

it.each([...told, ...answered, 'adapters/clickup/move.ts'])('says tu to an assistant (%s)', (file) => {
  expect(readFileSync(file, 'utf8').match(vous)).toBeNull()
})
