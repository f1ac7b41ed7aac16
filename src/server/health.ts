import type { Route } from './exchange.ts'
import { respondJson } from './respond.ts'

/** `/healthz`: the process serves. `/readyz`: it is ready for work, which it is not while `isReady` says so or throws. */
export function healthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  return [
    {
      path: '/healthz',
      methods: ['GET', 'HEAD'],
      handle: ({ request, response }) => respondJson(request, response, 200, { status: 'ok' }),
    },
    {
      path: '/readyz',
      methods: ['GET', 'HEAD'],
      handle: async ({ request, response }) => {
        const ready = await isReady().catch(() => false)
        respondJson(request, response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' })
      },
    },
  ]
}
