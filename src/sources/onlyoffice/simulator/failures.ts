/** An exception inside the pretended server, by the class that decides the HTTP status. */
export class Failure extends Error {
  readonly status: number
  readonly hresult: number
  /** The name of the exception's class, which debug builds and DocSpace show. */
  readonly exception: string

  constructor(status: number, exception: string, hresult: number, message: string) {
    super(message)
    this.status = status
    this.exception = exception
    this.hresult = hresult
  }
}

export const itemNotFound = (message = 'Not found') =>
  new Failure(404, 'ASC.Api.Exceptions.ItemNotFoundException', -2147467259, message)

export const badArgument = (message = 'Value does not fall within the expected range.') =>
  new Failure(400, 'System.ArgumentException', -2147024809, message)

export const securityFailure = (message = 'Access Denied') =>
  new Failure(403, 'System.Security.SecurityException', -2146233078, message)

export const invalidOperation = (message: string) =>
  new Failure(403, 'System.InvalidOperationException', -2146233079, message)

export const nullReference = () =>
  new Failure(
    500,
    'System.NullReferenceException',
    -2147467261,
    'Object reference not set to an instance of an object.',
  )

export const invalidCast = () =>
  new Failure(500, 'System.InvalidCastException', -2147467262, 'Unable to cast object of one type to another.')

export const plainException = (message: string) => new Failure(500, 'System.Exception', -2146233088, message)

/** The permission layer's own exception, which is not a security exception and so ends as 500 on a Workspace portal. */
export const authorizingFailure = (who: string, action: string, status: number) =>
  new Failure(
    status,
    'ASC.Common.Security.Authorizing.AuthorizingException',
    -2146233088,
    `"${who}" access denied "${action}"`,
  )

export const paymentRequired = () => new Failure(402, 'System.Exception', -2147467259, 'Payment Required.')
