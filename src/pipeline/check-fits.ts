import type { Client } from '#model/board.ts'
import { AppError, type ErrorDetail } from '#model/error.ts'
import { misfit } from '#policies/cases/misfit.ts'
import type { ClientTerms } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'

/**
 * Nobody may be left with a plan that is gone, or with terms that no longer fit: their requests could not be judged.
 * @throws AppError CONFLICT naming each client
 */
export function checkFits(
  clients: readonly (ClientTerms & Pick<Client, 'id' | 'name'>)[],
  document: Policy,
): void {
  const details = clients.flatMap((client): ErrorDetail[] => {
    const found = misfit(client, document)
    if (found === null) return []
    const fr = {
      message: `${client.name} : ${found.fr}`,
      remedy: 'change d’abord ce client, ou garde ce qui lui sert',
    }
    return [
      {
        path: `clients.${client.id}`,
        message: `${client.name}: ${found.en}`,
        remedy: 'change the client first, or keep what they need',
        fr,
      },
    ]
  })
  if (details.length === 0) return
  throw new AppError('CONFLICT', 'the policy no longer fits some of its clients', { details })
}
