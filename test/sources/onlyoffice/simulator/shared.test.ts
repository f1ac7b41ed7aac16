import { expect, it } from 'vitest'
import { workspaceSimulator } from '../../../../src/sources/onlyoffice/simulator/shared.ts'

it('is one portal for all who start it, until the last of them closes it', async () => {
  const [one, two] = [await workspaceSimulator.start(), await workspaceSimulator.start()]

  await one.close()
  await one.close()
  const stillThere = await fetch(`${two.url}/api/2.0/people/@self`)
  await two.close()

  expect([two.url, stillThere.status]).toEqual([one.url, 401])
  await expect(fetch(`${two.url}/api/2.0/people/@self`)).rejects.toThrow()
})
