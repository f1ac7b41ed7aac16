import type { Exchange } from './exchange.ts'
import type { FailedSources } from './shown-result.ts'

/** An answer, ready to be sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /**
   * The answer as it is given to others who wait for it: it cost them nothing. `null`: it is for nobody else, for errors hold the
   * id of the request it was made for.
   */
  readonly forOthers: (() => Answer) | null
  /** Sources that failed on the way to it, for the log. */
  readonly failedSources: FailedSources | null
}

/** Lets queries that are the same at the same moment be answered once. */
export interface SharedAnswers {
  /**
   * `key` names the query, its variables and everyone who may be given the same answer. `make` is given a signal that aborts when
   * nobody waits any more, or when the time of one who waits is up.
   */
  answer(key: string, exchange: Exchange, make: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>
  /** From now on nobody is given an answer that was begun before: something has been written. */
  forget(): void
}

interface Flight {
  readonly answer: Promise<Answer>
  readonly controller: AbortController
  waiting: number
}

export function createSharedAnswers(): SharedAnswers {
  const flights = new Map<string, Flight>()

  function begin(key: string, make: (signal: AbortSignal) => Promise<Answer>): Flight {
    const controller = new AbortController()
    const flight: Flight = { answer: allHere().then(() => make(controller.signal)), controller, waiting: 0 }
    flights.set(key, flight)
    const land = () => leaveMap(key, flight)
    flight.answer.then(land, land)
    return flight
  }

  function leaveMap(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key)
  }

  function join(key: string, flight: Flight, { signal, response }: Exchange): void {
    flight.waiting += 1
    signal.addEventListener(
      'abort',
      () => {
        flight.waiting -= 1
        // Whoever has gone leaves the rest alone; whose time is up is to be answered with what there is.
        if (response.closed && flight.waiting > 0) return
        leaveMap(key, flight)
        flight.controller.abort(signal.reason)
      },
      { once: true },
    )
  }

  return {
    async answer(key, exchange, make) {
      exchange.signal.throwIfAborted()
      const known = flights.get(key)
      const flight = known ?? begin(key, make)
      join(key, flight, exchange)
      if (known === undefined) return flight.answer
      const answer = await flight.answer.catch(() => null)
      return answer?.forOthers?.() ?? make(exchange.signal)
    },
    forget: () => flights.clear(),
  }
}

/**
 * Resolves when the requests that arrived together have all been read. What takes no time to answer, a page from the store say, is
 * under way for no moment in which another could join it.
 */
function allHere(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
