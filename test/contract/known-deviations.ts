import type { Tool } from '#model/task.ts'

/** Where adapters and sandboxes keep to what is so, and a vendor's document says otherwise. */
export interface KnownDeviation {
  readonly tool: Tool
  /** `*` for any. */
  readonly operation: string
  /** Each of them must still occur. */
  readonly where: readonly string[]
  readonly reason: string
  readonly source: string
}

/** An explanation for each deviation; one that no longer occurs has to leave this list. */
export const knownDeviations: readonly KnownDeviation[] = [
  {
    tool: 'trello',
    operation: 'GET /boards/{id}',
    where: ['query list_fields', 'query label_fields', 'query labels_limit', 'query member_fields'],
    reason: 'parameters of nested resources stand in the guide and not with the operation',
    source: 'Trello guide "Nested resources", linked from each of these parameters',
  },
  {
    tool: 'trello',
    operation: 'GET /boards/{id}/cards/{filter}',
    where: [
      'query fields',
      'query customFieldItems',
      'query attachments',
      'query attachment_fields',
      'query limit',
    ],
    reason: 'the operation names none of its parameters and refers to the guide',
    source: 'Trello guide "Nested resources", cards; trello.openapi.json, description of the operation',
  },
  {
    tool: 'trello',
    operation: 'GET /cards/{id}',
    where: [
      'query actions_limit',
      'query action_fields',
      'query action_member',
      'query action_memberCreator',
      'query action_memberCreator_fields',
    ],
    reason: 'parameters of nested resources stand in the guide and not with the operation',
    source: 'Trello guide "Nested resources", actions, linked from the parameter `actions`',
  },
  {
    tool: 'trello',
    operation: 'GET /members/{id}',
    where: ['query fields'],
    reason: 'declared as one of the fields, described as a list of them',
    source: 'trello.openapi.json, description of the parameter',
  },
  {
    tool: 'trello',
    operation: 'GET /members/{id}/boards',
    where: ['query fields', 'path id'],
    reason:
      'declared as one field and as an id of 24 digits; lists of fields, names and `me` are taken as well',
    source:
      'trello.openapi.json, GET /members/{id}: "The ID or username"; Trello guide "Authorization" uses /members/me',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{id}',
    where: ['query idLabels'],
    reason: 'described as a comma-separated list, typed as one id',
    source: 'trello.openapi.json, description of the parameter',
  },
  {
    tool: 'trello',
    operation: 'GET /cards/{id}/actions',
    where: ['query limit', 'query memberCreator'],
    reason: 'parameters of actions stand in the guide, to which the operation refers',
    source: 'Trello guide "Nested resources", actions; trello.openapi.json, description of the operation',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{idCard}/customFields',
    where: ['path idCard'],
    reason: 'the operation forgets to declare the parameter in its own path',
    source: 'trello.openapi.json, path of the operation',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{idCard}/customFields',
    where: ['body /customFieldItems/*/idCustomField', 'body /customFieldItems/*/idValue'],
    reason: 'the pattern wants 32 digits; real ids, the examples beside the pattern included, have 24',
    source: 'trello.openapi.json, example 5abbe4b7ddc1b351ef961414',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{idCard}/customFields',
    where: ['body /customFieldItems/*/value'],
    reason: 'a value is taken away by an empty text in place of the object',
    source: 'Trello guide "Getting started with custom fields", clearing a value',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{idCard}/customField/{idCustomField}/item',
    where: ['body /value'],
    reason: 'a value is taken away by an empty text in place of the object',
    source: 'Trello guide "Getting started with custom fields", clearing a value',
  },
  {
    tool: 'trello',
    operation: '*',
    where: ['answer 200 /labels/*'],
    reason: 'declared as ids, given as objects',
    source: 'captured cards, e.g. rwjdk/TrelloDotNet SampleJson/Objects/Card',
  },
  {
    tool: 'trello',
    operation: '*',
    where: ['answer 200 /due', 'answer 200 /badges/due', 'query due'],
    reason: 'declared as days, given as moments',
    source: 'captured deliveries and cards of rwjdk/TrelloDotNet, SampleJson/UpdateCardDueDate',
  },
  {
    tool: 'trello',
    operation: 'PUT /cards/{id}',
    where: ['answer 200 /dueReminder'],
    reason: 'declared as a text, given as a number of minutes',
    source: 'captured delivery of rwjdk/TrelloDotNet, SampleJson/DueReminderChange',
  },
  {
    tool: 'trello',
    operation: '*',
    where: ['answer 401', 'answer 404', 'answer 500'],
    reason: 'most operations declare no refusals, and refusals are plain text where an object is declared',
    source: 'Trello guide "Status codes"; plain texts in trello.js and other clients, as `invalid id`',
  },
  {
    tool: 'notion',
    operation: '*',
    where: [
      'answer 200 /request_id',
      'answer 401 /request_id',
      'answer 404 /request_id',
      'answer 500 /request_id',
    ],
    reason: 'every real answer bears the id of its request, which the closed schemas leave out',
    source:
      'captured page of April 2026, zulip/zulip notion_page_info_api_response.json; reference "Status codes"',
  },
  {
    tool: 'notion',
    operation: '*',
    where: [
      'answer 200 /properties/Due/date/start',
      'answer 200 /results/*/properties/Due/date/start',
      'body /properties/*/date/start',
      'body /filter/last_edited_time/on_or_after',
    ],
    reason: 'declared as days; a day "with an optional time" is meant',
    source: 'Notion reference "Page property values" and "Filter data source entries", date',
  },
  {
    tool: 'clickup',
    operation: '*',
    where: ['answer 401', 'answer 404', 'answer 500'],
    reason: 'the document declares no refusals',
    source: 'ClickUp page "Common errors"',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/list/{list_id}/task',
    where: ['answer 200 /tasks/*/tags/*', 'answer 200 /tasks/*/watchers/*'],
    reason: 'typed as lists of texts; they are lists of objects, as in GET /v2/task/{task_id}',
    source:
      'captured listing of August 2026, benthesoundguy/clickup-mcp-server tests/fixtures/tasks-100.json',
  },
  {
    tool: 'clickup',
    operation: 'POST /v2/list/{list_id}/task',
    where: ['answer 200 /watchers/*'],
    reason: 'typed as lists of texts; they are lists of objects, as in GET /v2/task/{task_id}',
    source:
      'captured listing of August 2026, benthesoundguy/clickup-mcp-server tests/fixtures/tasks-100.json',
  },
  {
    tool: 'clickup',
    operation: '*',
    where: ['body /due_date'],
    reason: 'typed as a number alone; null takes the date away',
    source: 'raksul/go-clickup example/update-duedate, "Remove task due date with NullDate()"',
  },
  {
    tool: 'clickup',
    operation: 'POST /v2/task/{task_id}/comment',
    where: ['answer 200 /id'],
    reason: 'typed as a text; answers with a number are reported, and both are read',
    source: 'adapters/clickup/schema.ts; not confirmed by a capture',
  },
  {
    tool: 'clickup',
    operation: 'PUT /v2/task/{task_id}',
    where: ['answer 200 /watchers/*'],
    reason: 'typed as lists of texts; they are lists of objects, as in GET /v2/task/{task_id}',
    source:
      'captured listing of August 2026, benthesoundguy/clickup-mcp-server tests/fixtures/tasks-100.json',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/space/{space_id}/folder',
    where: ['answer 200 /folders'],
    reason: 'typed as one folder; it is a list of them',
    source: 'clickup.openapi.json, example of the operation',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/space/{space_id}/list',
    where: ['answer 200 /lists/*/priority', 'answer 200 /lists/*/status'],
    reason:
      'one of three alternatives is wanted, of which one takes anything: nothing that is right can be valid',
    source: 'clickup.openapi.json, schema of the operation',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/folder/{folder_id}/list',
    where: ['answer 200 /lists/*/priority', 'answer 200 /lists/*/status'],
    reason: 'the same schema as of GET /v2/space/{space_id}/list',
    source: 'clickup.openapi.json, schema of the operation',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/task/{task_id}',
    where: [
      'answer 200 /attachments/*/thumbnail_small',
      'answer 200 /attachments/*/thumbnail_medium',
      'answer 200 /attachments/*/thumbnail_large',
      'answer 200 /attachments/*/is_folder',
      'answer 200 /attachments/*/orientation',
      'answer 200 /attachments/*/email_data',
    ],
    reason: 'typed as always there; null where a file has none',
    source: 'clickup.openapi.json, example of the operation',
  },
  {
    tool: 'clickup',
    operation: 'GET /v2/task/{task_id}/comment',
    where: ['answer 200 /comments/*/assignee', 'answer 200 /comments/*/assigned_by'],
    reason: 'typed as people; a comment that is assigned to nobody has null',
    source: 'public clients type both as nullable, e.g. the ClickUpComment type of Next.js front ends',
  },
  {
    tool: 'clickup',
    operation: 'PUT /v2/comment/{comment_id}',
    where: ['body /assignee', 'body /resolved'],
    reason: 'required by the document, left out on purpose: they would undo what people did with the comment',
    source: 'adapters/clickup/comment.ts; not confirmed by a capture',
  },
  {
    tool: 'clickup',
    operation: 'PUT /v2/webhook/{webhook_id}',
    where: ['body /events'],
    reason: 'typed as a text; a list is taken',
    source: 'clickup.openapi.json, description of the body: "pass an array of `events`"',
  },
]
