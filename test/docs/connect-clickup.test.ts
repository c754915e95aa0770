import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compilePolicy } from '#policies/compile.ts'
import { labelSpecs } from '#policies/labels.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'

it.each([
  ['fr', 'docs/fr/connecter-clickup.md'],
  ['en', 'docs/connect-clickup.md'],
] as const)('the guide names every option that its labels field needs (%s)', (language, file) => {
  const [, bullet = ''] = /type \*Labels\*(.*?)\n- /su.exec(readFileSync(file, 'utf8')) ?? []
  const named = [...bullet.matchAll(/`([^`]+)`/gu)].map(([, name]) => name)
  const client = { language, address: 'tu', timeZone: 'Europe/Paris' } as const
  const policy = compilePolicy(parsePolicy(presets.webmarketing), { id: 'rules', version: 1 }, client)
  expect(named.toSorted()).toEqual(
    labelSpecs(policy)
      .map(({ name }) => name)
      .toSorted(),
  )
})
