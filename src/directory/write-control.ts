import { GatewayError } from '../model/errors.ts'
import type { WriteControl } from './directory.ts'

/** What can be refused before any source is asked. */
export function checkControl({ idempotencyKey }: WriteControl): void {
  if (idempotencyKey == null) return
  throw new GatewayError('UNSUPPORTED', 'idempotencyKey is not kept yet. Leave it out; nothing was sent.', {
    path: ['idempotencyKey'],
  })
}
