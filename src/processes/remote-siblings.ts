import type { Siblings, Topic, Topics } from '../directory/siblings.ts'
import type { Ask, Tell, ToPrimary, ToWorker } from './messages.ts'
import type { Line } from './processes.ts'

/** The other workers, reached through the primary. Once it is gone nobody is. */
export function createRemoteSiblings(line: Line<ToPrimary, ToWorker>, count: number): Siblings {
  const listeners = new Map<Topic, ((content: never) => unknown)[]>()
  const asked = new Map<number, (contents: readonly unknown[]) => void>()
  let lastId = 0

  async function hear({ topic, content }: Tell | Ask): Promise<unknown> {
    const answers = await Promise.all((listeners.get(topic) ?? []).map(async (listener) => listener(content as never)))
    return answers.find((answer) => answer !== null) ?? null
  }

  line.hear((message) => {
    if (message.kind === 'tell') void hear(message)
    else if (message.kind === 'answers') asked.get(message.id)?.(message.contents)
    else if (message.kind === 'ask') {
      const { id } = message
      // What a listener throws ends this process: it may give out what it should have forgotten.
      void hear(message).then((content) => line.send({ kind: 'answer', id, content }))
    }
  })
  line.closed.addEventListener('abort', () => {
    for (const resolve of asked.values()) resolve([])
  })

  return {
    count,
    tell: (topic, content) => line.send({ kind: 'tell', topic, content }),
    async ask<Name extends Topic>(topic: Name, content: Topics[Name]['content']) {
      if (line.closed.aborted) return []
      const id = ++lastId
      const contents = await new Promise<readonly unknown[]>((resolve) => {
        asked.set(id, resolve)
        line.send({ kind: 'ask', id, topic, content })
      })
      asked.delete(id)
      return contents as readonly Topics[Name]['answer'][]
    },
    on(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener])
    },
  }
}
