/** What can be measured, each by a script of its own that may also be run alone. */
const parts = {
  judgement: () => import('./judgement.ts'),
  lists: () => import('./lists.ts'),
  preview: () => import('./preview.ts'),
}

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name)

const [name = ''] = process.argv.splice(2, 1)
if (isPart(name)) await parts[name]()
else {
  process.stderr.write(`npm run bench -- <${Object.keys(parts).join('|')}> [--json]\n`)
  process.exitCode = 1
}
