import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** The heap of another process, over its inspector. */
export interface Heap {
  /** What is in use once everything that can be collected has been, in MB. */
  usedMb(): Promise<number>
  writeSnapshot(file: string): Promise<void>
  close(): void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly chunk?: string }
  readonly result?: { readonly usedSize?: number }
}

export async function openHeap(inspectorUrl: string): Promise<Heap> {
  const socket = new WebSocket(inspectorUrl)
  const waiting = new Map<number, (result: Message['result']) => void>()
  let takeChunk: ((chunk: string) => void) | null = null
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result } = JSON.parse(String(data)) as Message
    if (id !== undefined) waiting.get(id)?.(result)
    else if (method === 'HeapProfiler.addHeapSnapshotChunk') takeChunk?.(params?.chunk ?? '')
  })
  await once(socket, 'open')
  let lastId = 0
  const call = (method: string, params = {}): Promise<Message['result']> =>
    new Promise((resolve) => {
      const id = ++lastId
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })

  return {
    async usedMb() {
      await call('HeapProfiler.collectGarbage')
      return ((await call('Runtime.getHeapUsage'))?.usedSize ?? Number.NaN) / 1024 / 1024
    },
    async writeSnapshot(file) {
      const stream = createWriteStream(file)
      takeChunk = (chunk) => void stream.write(chunk)
      await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
      takeChunk = null
      stream.end()
      await once(stream, 'finish')
    },
    close: () => socket.close(),
  }
}
