import type { RunningSimulator, SimulatorDefinition } from '../../definition.ts'

let shared: { readonly portal: Promise<RunningSimulator>; holders: number } | null = null

/**
 * The pretended portal for configurations: CRM and People of one process live on the same one, so that the CRM's managers are
 * the portal's users. It ends when the last of them closes it. With a port of its own it is nobody else's.
 */
export const workspaceSimulator: SimulatorDefinition = {
  async start(options = {}) {
    const { startWorkspaceSimulator } = await import('./workspace.ts')
    if (options.port !== undefined && options.port !== 0) return startWorkspaceSimulator({ port: options.port })
    shared ??= { portal: startWorkspaceSimulator(), holders: 0 }
    const mine = shared
    mine.holders += 1
    const { url, settings, close } = await mine.portal
    let isOpen = true
    return {
      url,
      settings,
      async close() {
        if (!isOpen) return
        isOpen = false
        mine.holders -= 1
        if (mine.holders > 0) return
        if (shared === mine) shared = null
        await close()
      },
    }
  },
}
