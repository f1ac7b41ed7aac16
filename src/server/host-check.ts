import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import { HttpProblem } from './http-problem.ts'

/** Whether only this machine can connect to the address. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}

/** Where a request was sent: checked, and free of what the client wrote around it. */
export interface Target {
  /** The host and port the client named, lower-case. */
  readonly host: string
  /** Percent escapes are left as they came. */
  readonly path: string
  /** With its `?`, or empty. */
  readonly search: string
}

/** Host names, IPv4 and bracketed IPv6 addresses, with an optional port. */
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Reads the request's target. The absolute form, which proxies use and every server must accept (RFC 9112 §3.2.2), counts
 * instead of `Host`. A server that listens on loopback only answers to loopback names and to the host of `publicUrl`, so that no
 * web site can reach it by pointing a name of its own at 127.0.0.1. Throws a 400.
 */
export function createTargetReader(options: {
  readonly host: string
  readonly publicUrl: string | null
}): (request: IncomingMessage) => Target {
  const onlyLoopback = isLoopback(options.host)
  const publicHost = options.publicUrl === null ? null : new URL(options.publicUrl).hostname.toLowerCase()

  return (request) => {
    const { host, rest } = splitTarget(request)
    if (!HOST.test(host)) throw new HttpProblem(400, 'The Host header names no host.')
    const hostname = host.replace(/:\d+$/, '')
    if (onlyLoopback && !isLoopback(hostname) && hostname !== publicHost) {
      throw new HttpProblem(400, 'This server answers only to localhost and to the host of its publicUrl.')
    }
    const question = rest.indexOf('?')
    return question < 0
      ? { host, path: rest, search: '' }
      : { host, path: rest.slice(0, question), search: rest.slice(question) }
  }
}

function splitTarget(request: IncomingMessage): { readonly host: string; readonly rest: string } {
  const target = request.url ?? '/'
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target)
  if (absolute) {
    const [, host = '', rest = ''] = absolute
    return { host: host.toLowerCase(), rest: rest.startsWith('/') ? rest : `/${rest}` }
  }
  if (!target.startsWith('/')) throw new HttpProblem(400, 'The request names no path.')
  return { host: (request.headers.host ?? '').toLowerCase(), rest: target }
}
