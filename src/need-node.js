/**
 * Ends the process where Node is too old to run TypeScript, in one line instead of a syntax error: npm brings Node 24
 * along as a dev dependency, which an install for production leaves out. JavaScript that every Node can read.
 */
const needed = 24

if (Number.parseInt(process.versions.node, 10) < needed) {
  const isFrench = /^fr\b/.test(Intl.DateTimeFormat().resolvedOptions().locale)
  process.stderr.write(
    isFrench
      ? `Cadre a besoin de Node ${needed}, et voici Node ${process.versions.node} : lance npm ci --include=dev, qui l'apporte, ou installe Node ${needed} (https://nodejs.org).\n`
      : `Cadre needs Node ${needed}, and this is Node ${process.versions.node}: run npm ci --include=dev, which brings it along, or install Node ${needed} (https://nodejs.org).\n`,
  )
  process.exit(1)
}
