import type { OpenRecord, Plan, Sent } from '../../../src/sources/source.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import type { IndividualRecord } from '../../../src/sources/virtuous/simulator/state.ts'
import { call, type Running, run } from './set-up.ts'

/** The first individual: the one who has everything. */
export const FULL = '1002'

/** A running source, and what tests of writes do with it over and over. */
export interface Writing extends Running {
  openPerson(id?: string): Promise<OpenRecord<'Person'>>
  openOrganization(id?: string): Promise<OpenRecord<'Organization'>>
  send(plan: Plan): Promise<Sent>
  /** As the vendor holds them. */
  individual(id?: string): IndividualRecord
}

export async function startWriting(options: VirtuousSimulatorOptions = {}): Promise<Writing> {
  const running = await run({ people: 30, ...options })
  const { source, simulator } = running
  return {
    ...running,
    openPerson: async (id = FULL) => (await source.open!('Person', id, call()))!,
    openOrganization: async (id = '1001') => (await source.open!('Organization', id, call()))!,
    send: (plan) => source.send!(plan, { ...call(), ifVersion: null }),
    individual: (id = FULL) => simulator.state.individuals.get(Number(id))!,
  }
}
