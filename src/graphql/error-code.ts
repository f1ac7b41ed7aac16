import { defineEnum } from './define-enum.ts'

export const ErrorCodeType = defineEnum(
  'ErrorCode',
  'Every way a request can fail. The same codes stand in `extensions.code` of top-level errors.',
  {
    INVALID_INPUT:
      'Something in the request can not be so: a malformed id, a day the calendar does not have, an unknown field. Mend it and ask again.',
    NOT_FOUND: 'What a write is about is not there, or its source is no longer configured. Reads give null instead.',
    CONFLICT:
      'The record is no longer in the version that `ifVersion` named, or the source holds something that stands against the write. Read again and decide.',
    UNAUTHENTICATED: 'This gateway does not know the caller: credentials are missing or wrong.',
    FORBIDDEN: 'The caller may not do this here, or the gateway’s account may not do it at the source.',
    RATE_LIMITED: 'Too many requests. Ask again after `retryAfterMs`, where it is told.',
    UNSUPPORTED: 'The source can not do this: see its `capabilities`. Nothing was sent.',
    SOURCE_UNAUTHENTICATED:
      'The source refuses the credentials this gateway has for it. Whoever runs the gateway has to mend it.',
    SOURCE_UNAVAILABLE: 'The source is down, too slow or unreachable. The same request may succeed later.',
    BAD_SOURCE_RESPONSE: 'The source answered what can not be understood.',
  },
)
