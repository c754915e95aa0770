/** Figures as lines for a person: one a figure, named by its path; a spread as `median (lowest to highest)`. */
export function linesOf(figures: object, indent = ''): string[] {
  return Object.entries(figures).flatMap(([name, value]) => {
    if (Array.isArray(value)) return [`${indent}${name.padEnd(28)} ${value.join(', ')}`]
    if (typeof value !== 'object' || value === null) return [`${indent}${name.padEnd(28)} ${String(value)}`]
    if ('median' in value) return [`${indent}${name.padEnd(28)} ${spreadIn(value)}`]
    const inner = linesOf(value, `${indent}  `)
    return inner.length === 0 ? [] : [`${indent}${name}`, ...inner]
  })
}

const spreadIn = (spread: object) => {
  const { median, min, max } = spread as Record<string, number>
  return median === min && median === max ? String(median) : `${median} (${min} to ${max})`
}
