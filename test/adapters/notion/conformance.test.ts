import { notionHarness } from '../conformance/notion.ts'
import { conformance } from '../conformance.ts'

conformance(notionHarness)
