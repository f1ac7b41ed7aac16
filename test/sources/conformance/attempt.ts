import { GatewayError } from '../../../src/model/errors.ts'

/** What the work gives, or the `GatewayError` it ends with; any other error is a bug and rejects. */
export async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly error?: never } | { readonly value?: never; readonly error: GatewayError }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof GatewayError) return { error }
    throw error
  }
}
