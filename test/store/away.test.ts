import { Pool } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError, asAppError } from '#model/error.ts'
import { namedIfAway } from '../../src/store/away.ts'
import { freePort } from '../support/free-port.ts'

const named = (cause: unknown) => namedIfAway(asAppError(cause, 'it could not be done')).code
const withCode = (code: string, message = '') => Object.assign(new Error(message), { code })

describe('a failure that comes of the database being away', () => {
  it('is named so where nobody listens at its address', async () => {
    const pool = new Pool({ connectionString: `postgres://127.0.0.1:${await freePort()}/cadre` })
    onTestFinished(() => pool.end())
    const cause = await pool.query('SELECT').catch((error: unknown) => error)
    expect(named(cause)).toBe('STORE_UNAVAILABLE')
  })

  it.each([
    ['57P01', 'terminating connection due to administrator command'],
    ['57P03', 'the database system is starting up'],
    ['55000', 'database "cadre" is not currently accepting connections'],
    ['53300', 'sorry, too many clients already'],
    ['53100', 'could not extend file: No space left on device'],
    ['08006', 'connection failure'],
    ['ECONNRESET', 'read ECONNRESET'],
    ['EPIPE', 'write EPIPE'],
  ])('is named so by its code: %s, %s', (code, message) => {
    const cause = withCode(code, message)
    expect(namedIfAway(asAppError(cause, ''))).toMatchObject({ code: 'STORE_UNAVAILABLE', cause })
  })

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Postgres connection has been discarded',
  ])('is named so by its words: %s', (message) => {
    expect(named(new Error(message))).toBe('STORE_UNAVAILABLE')
  })
})

describe('any other failure', () => {
  it.each([
    ['a row that is there already', withCode('23505', 'duplicate key value')],
    ['a file that is not there', withCode('ENOENT', 'no such file')],
    ['a fault of ours', new TypeError('x is not a function')],
    ['no error at all', 'ECONNREFUSED'],
    [
      'what fetch says of another service',
      new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }),
    ],
  ])('stays what it was: %s', (_what, cause) => {
    expect(named(cause)).toBe('INTERNAL')
  })

  it('has its name where a tool is away, however it was found out', () => {
    const gone = new AppError('TOOL_UNAVAILABLE', 'the tool does not answer', {
      cause: withCode('ECONNREFUSED'),
    })
    expect(namedIfAway(gone)).toBe(gone)
  })
})
