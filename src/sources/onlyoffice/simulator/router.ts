/** A route: `{name}` is any segment, `{name:int}` digits only, `{name:a|b}` one of these words. */
export interface Route<Handler> {
  readonly method: string
  readonly pattern: string
  readonly handler: Handler
}

export interface Match<Handler> {
  readonly handler: Handler
  readonly values: Readonly<Record<string, string>>
}

/** Finds the first route that fits, case aside. `null`: the server has no such route, or not with this verb. */
export function createRouter<Handler>(
  routes: readonly Route<Handler>[],
): (method: string, path: string) => Match<Handler> | null {
  const compiled = routes.map((route) => ({ ...route, expression: compile(route.pattern) }))
  return (method, path) => {
    const trimmed = path.replace(/\/+$/, '')
    for (const { method: verb, expression, handler } of compiled) {
      const found = verb === method ? expression.exec(trimmed) : null
      if (found) return { handler, values: { ...found.groups } }
    }
    return null
  }
}

function compile(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((segment) => {
      const [, name, kind] = /^\{(\w+)(?::(.+))?\}$/.exec(segment) ?? []
      if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return `(?<${name}>${kind === undefined ? '[^/]+' : kind === 'int' ? '\\d+' : kind})`
    })
    .join('/')
  return new RegExp(`^${source}$`, 'i')
}
