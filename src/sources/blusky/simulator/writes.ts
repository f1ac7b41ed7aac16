import type { SimulatedAnswer } from '../../simulator-server.ts'
import type { BluskyOptions } from './options.ts'
import { checkModel, isGuid, type Model, PHOTO, UPDATE_USER, UPSERT_ITEM } from './requests.ts'
import { type BluskyState, nextItemId, type StoredFields, type StoredUser, ZERO_GUID } from './state.ts'

/** `ResultCode` values the pretended vendor gives to what it refuses. The real ones are not published. */
export const FAILURES = { unknownUser: 3, unknownType: 4, badValue: 5, unknownItem: 6, mismatch: 7 } as const

export interface Writes {
  /** `unique`: PUT, by the upsert key; else POST, which always adds. */
  putItem(user: StoredUser, pathId: string, body: unknown, unique: boolean): SimulatedAnswer
  removeItem(user: StoredUser, itemId: string): SimulatedAnswer
  updateUser(user: StoredUser, body: unknown): SimulatedAnswer
  addPhoto(find: (id: string) => StoredUser | SimulatedAnswer, body: unknown): SimulatedAnswer
  failure(code: number, description: string, withValue: boolean): SimulatedAnswer
}

export function createWrites(state: BluskyState, options: BluskyOptions): Writes {
  const success = (value?: string): SimulatedAnswer => ({
    status: 200,
    json: {
      ...(value !== undefined && { Value: value }),
      ResultCode: options.successCode,
      Description: 'Success',
    },
  })
  const failure = (code: number, description: string, withValue: boolean): SimulatedAnswer => ({
    status: options.failureStatus,
    json: {
      ...(withValue && { Value: options.failureValue === 'null' ? null : ZERO_GUID }),
      ResultCode: code === options.successCode ? code + 100 : code,
      Description: description,
    },
  })
  const check = (body: unknown, model: Model, exact = true): SimulatedAnswer | null => {
    const ModelState = checkModel(body, model, exact)
    if (Object.keys(ModelState).length === 0) return null
    return { status: 400, json: { Message: 'The request is invalid.', ModelState } }
  }
  const category = (typeId: string) => state.types.find(({ id }) => id === typeId)?.category

  return {
    failure,
    putItem(user, pathId, body, unique) {
      const refused = check(body, UPSERT_ITEM)
      if (refused) return refused
      const sent = body as { UserId: string; ContactSubType: string; Value: string; IsDefault: boolean }
      if (options.refusesMismatch && sent.UserId.toLowerCase() !== pathId.toLowerCase()) {
        return failure(FAILURES.mismatch, 'UserId does not match the request.', true)
      }
      const kind = category(sent.ContactSubType.toLowerCase())
      if (kind === undefined) return failure(FAILURES.unknownType, 'ContactSubType does not exist.', true)
      if (kind === 'Email' ? !sent.Value.includes('@') : kind === 'Phone' && sent.Value.replace(/\D/g, '').length < 3) {
        return failure(FAILURES.badValue, `Value is not a valid ${kind.toLowerCase()}.`, true)
      }
      const type = sent.ContactSubType.toLowerCase()
      const byValue = options.upsertKey === 'type-and-value'
      const found = unique
        ? user.items.find((item) => item.ContactSubType === type && (!byValue || item.Value === sent.Value))
        : undefined
      const { Value, IsDefault } = sent
      const item = found ?? { ContactInfoId: nextItemId(state), ContactSubType: type, Value, IsDefault }
      if (found) Object.assign(found, { Value, IsDefault })
      else user.items.push(item)
      if (IsDefault && options.demotesDefault) {
        for (const other of user.items) {
          if (other !== item && category(other.ContactSubType) === kind) other.IsDefault = false
        }
      }
      return success(item.ContactInfoId)
    },
    removeItem(user, itemId) {
      const index = user.items.findIndex((item) => item.ContactInfoId === itemId.toLowerCase())
      if (index < 0) return failure(FAILURES.unknownItem, 'Contact item was not found.', false)
      user.items.splice(index, 1)
      return success()
    },
    updateUser(user, body) {
      const refused = check(body, UPDATE_USER, false)
      if (refused) return refused
      const sent = body as Partial<StoredFields>
      const merged = Object.fromEntries(
        Object.keys(user.fields).map((name) => {
          const key = name as keyof StoredFields
          const value = sent[key] ?? (key in sent || options.updateOmitted === 'clears' ? null : user.fields[key])
          return [key, typeof value === 'string' && key.endsWith('Datetime') ? value.replace(/Z$/, '') : value]
        }),
      )
      Object.assign(user.fields, merged)
      return success()
    },
    addPhoto(find, body) {
      const refused = check(body, PHOTO)
      if (refused) return refused
      const sent = body as { PersonId: string; ImageData: string; FileName: string; ThumbFileName: string }
      const user = find(sent.PersonId)
      if ('status' in user) return user
      user.photos.push({
        bytes: Buffer.from(sent.ImageData, 'base64'),
        fileName: sent.FileName,
        thumbFileName: sent.ThumbFileName,
        isDefault: (body as { SetAsDefault: boolean }).SetAsDefault,
      })
      return success()
    },
  }
}

/** A GUID of a path, lower case; `null` where it is none. */
export function guidOf(text: string): string | null {
  return isGuid(text) ? text.toLowerCase() : null
}
