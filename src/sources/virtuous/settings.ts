import { z } from 'zod'

const shared = {
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).default('https://api.virtuoussoftware.com'),
  /** An API key, made under Settings › Connectivity › API Keys. */
  token: z.string().trim().min(1).optional(),
  username: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  otp: z
    .never({
      error:
        'is not taken: a one-time code is good for one sign-in only. Use an API key (token), or a user without two-step sign-in',
    })
    .optional(),
  timeoutMs: z.int().min(100).max(120_000).default(5000),
  concurrency: z.int().min(1).max(64).default(8),
  requestsPerSecond: z.number().positive().max(1000).optional(),
  /** How many conditions by id one query may hold; the vendor publishes no limit. */
  batchGroups: z.int().min(1).max(1000).default(50),
  /** Name of the form part a picture goes up in; the vendor publishes none. */
  avatarPart: z.string().min(1).max(100).default('file'),
  avatarMaxBytes: z
    .int()
    .min(1)
    .max(50 * 1024 * 1024)
    .default(5 * 1024 * 1024),
}

/** What stands under `sources.<name>` for a source of kind `virtuous`: a `token`, or a `username` with its `password`. */
export const virtuousSettings = z.strictObject(shared).superRefine((settings, context) => {
  const { token, username, password } = settings
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (token !== undefined && (username !== undefined || password !== undefined)) {
    issue('token', 'stands beside a username or password: give one or the other')
  } else if (token === undefined && username === undefined && password === undefined) {
    issue('token', 'is missing: give an API key, or a username and a password')
  } else if (token === undefined && (username === undefined || password === undefined)) {
    const missing = username === undefined ? 'username' : 'password'
    issue(missing, 'is missing: username and password go together')
  }
})

export type VirtuousSettings = z.output<typeof virtuousSettings>
