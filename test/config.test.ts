import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AppError } from '#model/error.ts'
import { Config, commandConfig, parseConfig, summarize } from '../src/config.ts'

const problemsOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.details.map(({ path }) => path)
  }
}

describe('the configuration', () => {
  it('needs nothing to start', () => {
    expect(parseConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: './data' })
  })

  it('takes an empty value for an absent one', () => {
    expect(parseConfig({ PUBLIC_URL: '', PORT: ' ' })).toMatchObject({ PORT: 3000 })
  })

  it('reports all problems at once', () => {
    const environment = {
      PORT: 'x',
      PUBLIC_URL: 'nowhere',
      CADRE_ADMIN_KEY: 'short',
      CADRE_SECRET_KEY: 'AAAA',
    }
    expect(problemsOf(environment).sort()).toEqual([
      'CADRE_ADMIN_KEY',
      'CADRE_SECRET_KEY',
      'PORT',
      'PUBLIC_URL',
    ])
  })

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['::', 'http://[::]:3000'],
  ])('leads the terminal to a service that listens on %s', (host, url) => {
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const [name, value] of Object.entries({ HOST: host, PORT: '', CADRE_URL: '' }))
      vi.stubEnv(name, value)
    expect(commandConfig().url).toBe(url)
    expect(URL.canParse(url)).toBe(true)
  })

  it('asks for a secret key with PostgreSQL, for all instances must share it', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://x/y' })).toEqual(['CADRE_SECRET_KEY'])
  })

  it('refuses an address of PostgreSQL that would be taken for another host', () => {
    const with32Bytes = { CADRE_SECRET_KEY: Buffer.alloc(32).toString('base64') }
    expect(problemsOf({ ...with32Bytes, DATABASE_URL: '127.0.0.1:5432/cadre' })).toEqual(['DATABASE_URL'])
    expect(problemsOf({ ...with32Bytes, DATABASE_URL: 'postgresql:///cadre?host=/run/pg' })).toEqual([])
  })

  it('refuses a key that no request can bear', () => {
    expect(problemsOf({ CADRE_ADMIN_KEY: 'cadre_0123456789 abcdefghij' })).toEqual(['CADRE_ADMIN_KEY'])
  })

  it('drops the slash that would double in a callback URL', () => {
    expect(parseConfig({ PUBLIC_URL: 'https://cadre.example.org/' }).PUBLIC_URL).toBe(
      'https://cadre.example.org',
    )
  })

  it('shows of secrets only whether they are there', () => {
    const key = 'cadre_0123456789abcdefghij'
    const summary = JSON.stringify(summarize(parseConfig({ CADRE_ADMIN_KEY: key })))
    expect(summary).toContain('"CADRE_ADMIN_KEY":"yes"')
    expect(summary).not.toContain(key)
  })

  it('is named whole in .env.example, with the defaults it has', () => {
    const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)
    const example = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
    expect(Object.keys(example).sort()).toEqual(Object.keys(Config.shape).sort())
    expect(parseConfig(example)).toEqual(parseConfig({}))
  })
})
