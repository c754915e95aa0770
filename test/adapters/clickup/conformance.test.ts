import { clickupHarness } from '../conformance/clickup.ts'
import { conformance } from '../conformance.ts'

conformance(clickupHarness)
