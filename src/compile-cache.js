/**
 * Loaded before everything else (`node --import`): what Node has compiled is kept, and the next start reads it instead.
 * In the project's own directory, for whoever can write to the cache decides what runs. Where nobody can write, as in
 * the container, what was put there before is read. JavaScript, or Node would load its type stripper for this file alone.
 */
import './need-node.js'
// Whole: an old Node would stumble over a name that it lacks before it could be told that it is old.
import nodeModule from 'node:module'
import { join } from 'node:path'

nodeModule.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
