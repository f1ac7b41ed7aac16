/** What a configuration file holds. `"${NAME}"` in any text stands for an environment variable; `$${` for `${` itself. */
export interface KithConfig {
  readonly server?: ServerSettings
  /** Where sources of the kind `store` keep their people, unless they say otherwise. */
  readonly store?: StoreSettings
  readonly avatars?: AvatarSettings
  /**
   * Every place where people are kept, under the name that clients will see: lower-case letters, digits and `-`, beginning with
   * a letter. Lists over several sources follow this order.
   */
  readonly sources: Readonly<Record<string, SourceSettings>>
}

export interface ServerSettings {
  /** The interface to listen on. Default `127.0.0.1`. */
  readonly host?: string
  /** The port to listen on. Default 4000; 0 takes any free port. */
  readonly port?: number
  /**
   * Processes that answer, side by side: a number, or `auto` for as many as the machine has cores. They share the port, the
   * database and the budgets of sources; one that dies is replaced, and its requests fail alone. Default 1.
   */
  readonly workers?: number | 'auto'
  /** Where the world reaches kith, for vendors that fetch pictures from it. Default `http://HOST:PORT`. */
  readonly publicUrl?: string
  /**
   * The file that remembers writes on their way, so that a crash leaves no doubt what became of them, and results under their
   * idempotency keys. It holds personal data. Default `./data/journal.db`; `:memory:` forgets.
   */
  readonly journal?: string
  /** How much is logged, from everything to nothing. Default `info`. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** The largest file a request may bring. Default 10,000,000. */
  readonly maxUploadBytes?: number
  /** How long one request may take to arrive whole. Default 60,000. */
  readonly requestTimeoutMs?: number
  /** How long it may then take to be answered; what is there by then is answered, the rest are errors. Default 10,000. */
  readonly answerTimeoutMs?: number
  /** How long running requests may go on once kith is asked to end. Default 10,000. */
  readonly closeTimeoutMs?: number
  /** Web origins besides kith's own that a browser may call from: `https://app.example.org`. Default none. */
  readonly allowedOrigins?: readonly string[]
}

export interface StoreSettings {
  /** `sqlite:` and a file, taken from the folder kith is started in: `sqlite:./data/kith.db`. */
  readonly url: string
}

/** Pictures of people, on their way in and out. */
export interface AvatarSettings {
  /**
   * The folder for pictures made for browsers, for uploads on their way, and for the secret that signs addresses. It holds personal
   * data. Default `./data/avatars`.
   */
  readonly path?: string
  /** How much the pictures made for browsers may take up there; the least recently used go. Default 200,000,000. */
  readonly maxCacheBytes?: number
  /** Whether animated pictures stay so, where the source takes them. Default true; false: their first frame. */
  readonly animated?: boolean
  /** Signs addresses in place of the secret in the folder, for several kiths behind one address. At least 32 characters. */
  readonly secret?: string
}

/** A source: its kind, and the settings that this kind takes, which its readme lists. These are the usual ones. */
export interface SourceSettings {
  /** `store`, `virtuous`, … */
  readonly kind: string
  /** Starts the vendor's simulator with invented people, and uses it in place of `url` and the credentials. */
  readonly simulate?: boolean
  readonly url?: string
  readonly token?: string
  readonly username?: string
  readonly password?: string
  /** Total time for one call, retries included. Default 5000. */
  readonly timeoutMs?: number
  /** Calls at the same moment. */
  readonly concurrency?: number
  readonly requestsPerSecond?: number
  /** How long answers of the source are given again, in milliseconds. Default 0: only while they are on their way. */
  readonly cacheTtlMs?: number
  /** `caller`: the source is read and written with each caller's own token, not with the credentials configured here. */
  readonly credentials?: 'configured' | 'caller'
  /** With `credentials: 'caller'`: the request header that holds the token. Default `x-kith-NAME`. */
  readonly credentialHeader?: string
  readonly [setting: string]: unknown
}

/** The configuration as it is given, with its type checked by the editor. The values are checked when kith starts. */
export function defineConfig(config: KithConfig): KithConfig {
  return config
}
