/**
 * Floods a server, from a process of its own, until its standard input ends. Says `ready` once it does, and at the end in JSON how
 * much was sent, answered and cut off.
 *
 *     node bench/harness/flooder.ts '{ "url": …, "flood": "distinct", "perSecond": 200 }'
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { DISTINCT, INVALID, LARGEST } from './flood-documents.ts'
import { JSON_HEADERS } from './load.ts'
import { ROWS } from './rows.ts'

interface Order {
  readonly url: string
  readonly flood: 'distinct' | 'invalid' | 'largest' | 'slow'
  /** Requests; for `slow` connections that are kept open. */
  readonly perSecond: number
  readonly connections: number
}

/** Between two bytes, and between two sips of an answer. */
const TRICKLE_MS = 1_000
const SIP_BYTES = 64
/** A thousand are open after four seconds. */
const OPEN_EVERY_MS = 4

const order = JSON.parse(process.argv[2]!) as Order
const { origin, pathname, hostname, port } = new URL(order.url)
const tally = { sent: 0, answered: 0, cutOff: 0 }
let running = true

/** A page of a hundred: some 60 kB. */
const page = JSON.stringify({
  operationName: 'Stored',
  query: ROWS.flatMap((row) => (row.name === 'Stored' && 'query' in row ? [row.query] : [])).join(),
})

process.stdin
  .on('end', () => {
    running = false
    console.log(JSON.stringify(tally))
    process.exit()
  })
  .resume()
if (order.flood === 'slow') await openSlowly()
else await send({ distinct: DISTINCT, invalid: INVALID, largest: LARGEST }[order.flood])

/** At the rate that was asked for, however long the answers take. */
async function send(documents: readonly ((number: number) => string)[]): Promise<void> {
  const pool = new Pool(origin, { connections: 32, pipelining: 1 })
  const startedAt = performance.now()
  console.log('ready')
  for (let number = 1; running; number++) {
    const early = startedAt + (number * 1000) / order.perSecond - performance.now()
    if (early > 0) await wait(early)
    tally.sent++
    const body = JSON.stringify({ operationName: 'Trivial', query: documents[number % documents.length]!(number) })
    pool
      .request({ method: 'POST', path: pathname, headers: JSON_HEADERS, body })
      .then(async (answer) => {
        await answer.body.dump({ limit: 10_000_000 })
        tally.answered++
      })
      .catch(() => {
        tally.cutOff++
      })
  }
}

/** A third sends headers, a third a body, a byte a second; a third has asked for a page and reads it a sip at a time. */
async function openSlowly(): Promise<void> {
  for (let number = 0; number < order.connections; number++) {
    open([sendHeaders, sendBody, readAnswer][number % 3]!)
    await wait(OPEN_EVERY_MS)
  }
  console.log('ready')
}

/** Opens a connection, and another one when it is cut off. */
function open(use: (socket: Socket) => void): void {
  const socket = connect(Number(port), hostname)
  tally.sent++
  socket.once('connect', () => use(socket))
  socket.on('error', () => undefined)
  socket.once('close', () => {
    tally.cutOff++
    if (running) setTimeout(() => open(use), TRICKLE_MS)
  })
}

function trickle(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), TRICKLE_MS)
  socket.once('close', () => clearInterval(timer)).resume()
}

function sendHeaders(socket: Socket): void {
  socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Slow: `)
  trickle(socket, 'x')
}

function sendBody(socket: Socket): void {
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{"query":"`,
  )
  socket.write(' '.repeat(2_000))
  trickle(socket, ' ')
}

function readAnswer(socket: Socket): void {
  const request = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(page)}\r\n\r\n${page}`
  socket.write(request)
  socket.pause()
  const timer = setInterval(() => {
    if (socket.read(SIP_BYTES) !== null) tally.answered++
  }, TRICKLE_MS)
  socket.once('close', () => clearInterval(timer))
}
