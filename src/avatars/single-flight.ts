/** Work that is wanted again while it is being done is done once, for all who want it. */
export interface SingleFlight<T> {
  run(name: string, work: () => Promise<T>): Promise<T>
}

export function createSingleFlight<T>(): SingleFlight<T> {
  const running = new Map<string, Promise<T>>()
  return {
    run(name, work) {
      const under = running.get(name)
      if (under !== undefined) return under
      const begun = work().finally(() => running.delete(name))
      running.set(name, begun)
      return begun
    },
  }
}
