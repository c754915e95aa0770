import { z } from 'zod'
import { Moment } from '../schemas.ts'
import { taskExample } from '../task-example.ts'

const amount = z.string().nullable()

/** One line of the export: amounts are decimals, in `currency`. */
export const ExportedTask = z
  .object({
    createdAt: Moment,
    client: z.string(),
    title: z.string(),
    url: z.string(),
    state: z.string(),
    dueAt: Moment.nullable(),
    verdict: z.string(),
    labels: z.string(),
    service: z.string().nullable(),
    currency: z.string().nullable(),
    base: amount,
    surchargePercent: z.number().nullable(),
    surcharge: amount,
    total: amount,
    totalMax: amount.meta({ description: 'Where the amount is not known exactly: the most it comes to' }),
    choice: z.string().nullable(),
    isOffered: z.boolean(),
    id: z.string(),
  })
  .meta({
    id: 'ExportedTask',
    example: {
      createdAt: taskExample.createdAt,
      client: 'Claire',
      title: taskExample.title,
      url: taskExample.url,
      state: 'open',
      dueAt: taskExample.dueAt,
      verdict: 'Urgent · dispo à confirmer',
      labels: 'Dans le cadre, Urgent · dispo à confirmer, +35 %',
      service: 'newsletter',
      currency: 'EUR',
      base: '70.00',
      surchargePercent: 35,
      surcharge: '24.50',
      total: '94.50',
      totalMax: '94.50',
      choice: null,
      isOffered: false,
      id: taskExample.id,
    },
  })

/** The same as a spreadsheet reads it. */
export const csvExample = `createdAt,client,title,url,state,dueAt,verdict,labels,service,currency,base,surchargePercent,surcharge,total,totalMax,choice,isOffered,id\r
2026-11-23T08:00:00.000Z,Claire,Newsletter de novembre,https://trello.com/c/nWsLtTr1,open,2026-11-23T13:00:00.000Z,Urgent · dispo à confirmer,"Dans le cadre, Urgent · dispo à confirmer, +35 %",newsletter,EUR,70.00,35,24.50,94.50,94.50,,false,tsk_2Xc7VbNm4QwErT9y\r
`
