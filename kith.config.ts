import { defineConfig } from './src/index.ts' // elsewhere: from 'kith-gateway'

/** What a fresh checkout serves: people of its own, and vendors whose simulators stand in until there is an account. */
export default defineConfig({
  server: { host: '127.0.0.1', port: 4000 },
  store: { url: 'sqlite:./data/kith.db' },
  sources: {
    own: { kind: 'store', seed: true },
    // With an account: { kind: 'virtuous', token: '${VIRTUOUS_TOKEN}' }
    donors: { kind: 'virtuous', simulate: true },
    sales: { kind: 'leadsy', simulate: true },
    office: { kind: 'onlyoffice-crm', simulate: true },
    portal: { kind: 'onlyoffice-people', simulate: true },
    doors: { kind: 'blusky', simulate: true },
  },
})
