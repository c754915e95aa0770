import { type Policy, parsePolicy } from '../schema.ts'
import webmarketing from './webmarketing.json' with { type: 'json' }

/** Policies ready to use, by name. Each has its cases beside it: `<name>.cases.json`. */
export const presets: Readonly<Record<string, Policy>> = { webmarketing: parsePolicy(webmarketing) }
