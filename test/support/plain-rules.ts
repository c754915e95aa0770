/**
 * A preset without what depends on the hour of the day or asks for more than a title: what is left is scope, urgency and
 * price, so that a test says the same at night and may write short requests.
 */
export function plainRules(preset: Record<string, unknown>): Record<string, unknown> {
  const { hours: _hours, channels: _channels, limits: _limits, ...rest } = preset
  const services = (preset.services as Record<string, unknown>[]).map(
    ({ needs: _needs, ...service }) => service,
  )
  return { ...rest, services }
}
