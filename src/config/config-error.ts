/**
 * The configuration, or the command it was given with, is wrong in a way its writer can mend. The message is one line: it
 * names the file and the key and says what is expected, and never shows a value, which might be a secret.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
