import type { ToolEvent, Webhook, World } from './world.ts'

/** A webhook as the API shows it, secret included. */
export function webhookBody(world: World, webhook: Webhook): Record<string, unknown> {
  return {
    id: webhook.id,
    userid: webhook.userId,
    team_id: Number(world.team.id),
    endpoint: webhook.endpoint,
    client_id: 'SANDBOX',
    events: [...webhook.events],
    task_id: webhook.taskId,
    list_id: webhook.listId,
    folder_id: webhook.folderId,
    space_id: webhook.spaceId,
    health: { status: webhook.status, fail_count: webhook.failCount },
    secret: webhook.secret,
  }
}

/** Is this event one that the webhook asked for, in a place that it watches? */
export function watches(webhook: Webhook, { name, scope }: ToolEvent): boolean {
  if (!webhook.events.includes(name)) return false
  if (webhook.taskId !== null) return webhook.taskId === scope.taskId
  if (webhook.listId !== null) return scope.listIds.includes(webhook.listId)
  if (webhook.folderId !== null) return scope.folderIds.includes(webhook.folderId)
  return webhook.spaceId === null || scope.spaceIds.includes(webhook.spaceId)
}

/** What is sent: compact JSON in the order of ClickUp's samples. Deletions and events of places carry no items. */
export function deliveryBody(webhook: Webhook, { name, items, subject }: ToolEvent): string {
  return JSON.stringify({
    event: name,
    ...(items.length > 0 ? { history_items: items } : {}),
    ...subject,
    webhook_id: webhook.id,
  })
}
