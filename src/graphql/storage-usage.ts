import type { StorageUsage } from '../model/user.ts'
import { builder } from './builder.ts'

export const StorageUsageType = builder.objectRef<StorageUsage>('StorageUsage')

StorageUsageType.implement({
  description: 'Room for files, in bytes. Numbers with a fraction’s type because they outgrow 32 bits.',
  fields: (t) => ({
    limitBytes: t.exposeFloat('limitBytes', { description: 'How much they may use. Null: no limit, or not told.' }),
    usedBytes: t.exposeFloat('usedBytes', { description: 'How much they use in all. Null: not told.' }),
    documentBytes: t.exposeFloat('documentBytes', { description: 'Of it, by documents. Null: not told.' }),
    mailBytes: t.exposeFloat('mailBytes', { description: 'Of it, by mail. Null: not told.' }),
    talkBytes: t.exposeFloat('talkBytes', { description: 'Of it, by conversations and their files. Null: not told.' }),
  }),
})
