import { trelloHarness } from '../conformance/trello.ts'
import { conformance } from '../conformance.ts'

conformance(trelloHarness)
