import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '#model/error.ts'

const isoMoment = { local: true, offset: true }
/** ISO 8601 alone, with or without seconds: of anything else Date.parse makes an American date, of 05/01 the first of May. */
const Moment = z.union([
  z.iso.date(),
  z.iso.datetime(isoMoment),
  z.iso.datetime({ ...isoMoment, precision: -1 }),
])

/**
 * Reads the value of an option as a moment in ISO 8601, with any offset, and gives it in UTC, which is what the API
 * takes. Without an offset a time is the machine's, a day alone begins in UTC.
 * @throws AppError REQUEST_INVALID for what is no moment
 */
export function momentFor(option: string): (given: string) => string {
  return (given) => {
    if (Moment.safeParse(given).success) return new Date(given).toISOString()
    throw notUnderstood(option, {
      message: `“${given}” is no moment`,
      remedy: 'write it as 2026-12-01T18:00+01:00',
      fr: { message: `« ${given} » n'est pas un moment`, remedy: 'écris-le ainsi : 2026-12-01T18:00+01:00' },
    })
  }
}

/** Reads the value of an option as a week of a year. @throws AppError REQUEST_INVALID for what is none */
export function weekFor(option: string): (given: string) => string {
  return (given) => {
    if (/^\d{4}-W\d{2}$/u.test(given)) return given
    throw notUnderstood(option, {
      message: `“${given}” is no week`,
      remedy: 'write it with its year, as 2026-W48',
      fr: { message: `« ${given} » n'est pas une semaine`, remedy: 'écris-la avec son année : 2026-W48' },
    })
  }
}

/** Reads the value of an option as a whole number. @throws AppError REQUEST_INVALID for what is none */
export function wholeNumberFor(option: string): (given: string) => number {
  return (given) => {
    if (/^\d+$/u.test(given)) return Number(given)
    throw notUnderstood(option, {
      message: `“${given}” is no whole number`,
      remedy: 'write it in digits, such as 7',
      fr: { message: `« ${given} » n'est pas un nombre entier`, remedy: 'écris-le en chiffres, comme 7' },
    })
  }
}

/**
 * Reads the value of an option as the address of a service, without the slash at its end.
 * @throws AppError REQUEST_INVALID for what is none; mostly its http:// is missing
 */
export function addressFor(option: string): (given: string) => string {
  return (given) => {
    if (/^https?:\/\//iu.test(given) && URL.canParse(given)) return given.replace(/\/+$/, '')
    throw notUnderstood(option, {
      message: `“${given}” is no address`,
      remedy: 'write it with http:// or https://, such as http://127.0.0.1:3000',
      fr: {
        message: `« ${given} » n'est pas une adresse`,
        remedy: 'écris-la avec http:// ou https://, comme http://127.0.0.1:3000',
      },
    })
  }
}

/** What a file says; `-` is the input. @throws AppError NOT_FOUND when it cannot be read */
export function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (cause) {
    throw new AppError('NOT_FOUND', `the file ${file} cannot be read`, { cause })
  }
}

interface Wrong {
  readonly message: string
  readonly remedy: string
  readonly fr: { readonly message: string; readonly remedy: string }
}

/** What a person gave at the terminal is of no use. @param path the option or argument, as it is written there */
export function notUnderstood(path: string, wrong: Wrong): AppError {
  return new AppError('REQUEST_INVALID', 'the command is not valid', { details: [{ path, ...wrong }] })
}
