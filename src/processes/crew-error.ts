/** Why the workers can't serve, in one line for the operator. */
export class CrewError extends Error {
  override readonly name = 'CrewError'
  /** Whether they are configured wrongly. */
  readonly wrongly: boolean

  constructor(message: string, { wrongly }: { readonly wrongly: boolean }) {
    super(message)
    this.wrongly = wrongly
  }
}
