/** The chapters of the reference, in the order in which somebody who sets Cadre up meets them. */
export const tags = [
  {
    name: 'Connections',
    description: 'Accounts in Trello, Notion and ClickUp, and what can be seen in them.',
  },
  { name: 'Clients', description: "The assistant's customers: how to speak to each, and what was agreed." },
  { name: 'Boards', description: 'The boards that Cadre watches, and what it may do on them.' },
  {
    name: 'Policies',
    description: 'The rules by which requests are judged, and what they have been taught.',
  },
  { name: 'Policy drafts', description: 'Rules that somebody is writing and that bind nobody yet.' },
  { name: 'Policy versions', description: 'Rules as they were published. A version never changes.' },
  { name: 'Policy cases', description: 'Requests with what must come of them: tests of a policy.' },
  { name: 'Simulation', description: 'What rules would say, tried without a trace.' },
  { name: 'Tasks', description: 'The requests that Cadre knows, with their present verdicts.' },
  { name: 'Answers', description: 'What people told Cadre about a request.' },
  { name: 'Books', description: 'Hours, deposits and payments that a verdict rests on.' },
  { name: 'Reports', description: "The assistant's week." },
  { name: 'Decisions', description: 'Every verdict that was ever given.' },
  { name: 'Runs', description: 'Every look at a task: what it found, what it wrote and what that cost.' },
  { name: 'Deliveries', description: 'Webhooks as they arrived, and how the webhooks themselves fare.' },
  { name: 'Requests', description: 'What clients ask by other ways than their boards.' },
  {
    name: 'Export and import',
    description: 'All that people have set up, out of one service and into another.',
  },
  { name: 'Dead letters', description: 'Looks that failed for good and wait for a person.' },
  { name: 'Operations', description: 'Is everything as it should be?' },
  { name: 'Keys', description: 'Who may use this API, and how far.' },
  { name: 'Audit', description: 'Every change that was made through this API.' },
  { name: 'Privacy', description: 'What is kept about a client, for how long, and its end.' },
]
