import type { SourceHealth, SourceView } from '../directory/directory.ts'
import { builder } from './builder.ts'
import { CapabilityType } from './capability.ts'
import { ContactItemTypeType } from './contact-item.ts'
import type { Context } from './context.ts'
import { CustomFieldDefinitionType } from './custom-field.ts'
import { defineEnum } from './define-enum.ts'

export const SourceType = builder.objectRef<SourceView>('Source')
const SourceHealthType = builder.objectRef<SourceHealth>('SourceHealth')
const SourceBudgetType = builder.objectRef<NonNullable<ReturnType<SourceView['budget']>>>('SourceBudget')

const HealthStatusType = defineEnum('HealthStatus', 'How a source is, judged by its latest answers.', {
  UP: 'It answers.',
  DEGRADED: 'It answers slowly, or only some of the time.',
  DOWN: 'It does not answer, or refuses the gateway’s account.',
  UNKNOWN: 'It has not been asked yet.',
})

SourceType.implement({
  description:
    'A system that holds people, users, organizations or several of them, through the one account this gateway has there.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: false,
      description:
        'The name it has in this gateway’s configuration: `"donors"`. Lower-case letters, digits and hyphens; used in `sources` of lists and `source` of new records.',
    }),
    kind: t.exposeString('kind', {
      nullable: false,
      description:
        'Which kind of system it is: `"store"` is the gateway’s own database. Two sources may be of one kind.',
    }),
    capabilities: t.field({
      type: [CapabilityType],
      description:
        'What may be done here with the gateway’s account, as far as the source could be asked. Null with an error: it could not.',
      resolve: (source) => source.capabilities(),
    }),
    health: t.field({
      type: SourceHealthType,
      nullable: false,
      description: 'Whether it answers.',
      resolve: (source) => source.health(),
    }),
    budget: t.field({
      type: SourceBudgetType,
      description:
        'What is left of the requests it lets this gateway make, as it last told. Null: it has told nothing yet, or never does.',
      resolve: (source) => source.budget(),
    }),
    contactItemTypes: t.field({
      type: [ContactItemTypeType],
      description: 'Its own types of contact items, in its order. Null: it has none.',
      resolve: (source) =>
        source.contactItemTypes().then((types) => types?.map((type) => ({ source: source.name, type })) ?? null),
    }),
    customFieldDefinitions: t.field({
      type: [CustomFieldDefinitionType],
      description: 'Custom fields that its records may have, in its order. Null: it has none.',
      resolve: (source) => source.customFieldDefinitions(),
    }),
  }),
})

SourceHealthType.implement({
  description: 'How a source is.',
  fields: (t) => ({
    status: t.field({
      type: HealthStatusType,
      nullable: false,
      description: 'The verdict.',
      resolve: ({ status }) => status,
    }),
    latencyMs: t.exposeFloat('latencyMs', {
      description: 'How long its latest answer took, in milliseconds. Null: none was measured.',
    }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', description: 'When this was found. Null: not yet.' }),
    message: t.exposeString('message', { description: 'What is wrong, in a sentence. Null: nothing is.' }),
  }),
})

SourceBudgetType.implement({
  description: 'A source’s limit on requests, as it last told. Others may be using up the same one.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Requests allowed in one span of time. Null: not told.' }),
    remaining: t.exposeInt('remaining', { description: 'Requests left of them. Null: not told.' }),
    resetAt: t.expose('resetAt', { type: 'DateTime', description: 'When the next span begins. Null: not told.' }),
  }),
})

builder.queryFields((t) => ({
  sources: t.field({
    type: [SourceType],
    nullable: false,
    description: 'All sources this gateway reads from and writes to, in configured order.',
    resolve: (_root, _args, context) => context.directory.sources,
  }),
  source: t.field({
    type: SourceType,
    description: 'The source with this name. Null: none is configured under it.',
    args: { name: t.arg.string({ required: true, description: 'The configured name: `"donors"`.' }) },
    resolve: (_root, { name }, context) => context.directory.source(name),
  }),
}))

/** The source that a record, a receipt or an error names; such a source is always configured. */
export function requireSource(name: string, { directory }: Context): SourceView {
  const source = directory.source(name)
  if (source === null) throw new Error(`The directory gave something of source ${name}, which is not configured`)
  return source
}
