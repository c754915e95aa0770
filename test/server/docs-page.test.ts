import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { tags } from '../../src/server/openapi/tags.ts'
import { freshService, type TestService } from '../support/service.ts'

/** As Debian installs it; `.ci/run` does, where it is missing. */
const executablePath = '/usr/bin/chromium'
/** Milliseconds: a browser has much to do before it shows three megabytes of script. */
const timeout = 150_000
const where = existsSync(executablePath) ? 'in a real browser' : `(skipped: there is no ${executablePath})`

describe.runIf(existsSync(executablePath))(`the reference at /docs/ ${where}`, () => {
  let service: TestService
  beforeAll(async () => {
    service = await freshService()
  })
  afterAll(() => service.close())

  /** The page once it shows the document, with all that it said and asked for on the way. */
  async function open() {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout })
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    page.setDefaultTimeout(timeout)
    const complaints: string[] = []
    const hosts = new Set<string>()
    // What the page's policy refuses is told there too.
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (protocol.startsWith('http')) hosts.add(host)
    })
    await page.goto(`${service.url}/docs`)
    await page.getByRole('heading', { name: 'Cadre admin API' }).waitFor()
    await Promise.all(
      tags.map(({ name }) => page.getByText(name, { exact: true }).first().waitFor({ state: 'attached' })),
    )
    return { page, complaints, hosts }
  }

  it('shows every chapter and tries a request, without a word from its own policy or a call to anybody else', async () => {
    const { page, complaints, hosts } = await open()
    const body = page.locator('body')
    for (const { name } of tags) expect(await body.innerText()).toContain(name)
    expect(await body.innerText()).not.toMatch(/ask ai|open api client|scalar/i)
    await page
      .getByRole('button', { name: /test request/i })
      .first()
      .click()
    // Nobody has entered a key.
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Send', exact: false }).first().click()
    expect((await answer).status()).toBe(401)
    const refused = complaints.filter((text) => !text.includes('status of 401'))
    expect(refused).toEqual([])
    expect([...hosts]).toEqual([new URL(service.url).host])
  })
})
