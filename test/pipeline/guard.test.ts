import { describe, expect, it } from 'vitest'
import type { Operation } from '#model/operation.ts'
import { guard } from '../../src/pipeline/guard.ts'

const one: Operation[] = [{ kind: 'label', change: 'add', label: 'in_scope' }]

describe('guard', () => {
  it.each([
    ['nothing to do', [], 'apply', 0, 'in-sync'],
    ['nothing to do in dry run', [], 'dry-run', 0, 'in-sync'],
    ['a board in dry run', one, 'dry-run', 0, 'dry-run'],
    ['a board that is off', one, 'off', 0, 'off'],
    ['a board below its limit', one, 'apply', 9, 'apply'],
    ['a board at its limit', one, 'apply', 10, 'held'],
  ] as const)('answers for %s', (_name, operations, mode, written, expected) => {
    expect(guard(operations, { mode, hourlyWriteLimit: 10 }, written)).toBe(expected)
  })
})
