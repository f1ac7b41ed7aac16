import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The gateway that the development server hands requests on to. */
const GATEWAY = 'http://127.0.0.1:4000'
/** The gateway takes requests of its own pages only: towards it, this page is one. */
const proxy = { target: GATEWAY, changeOrigin: true, headers: { origin: GATEWAY } }

export default defineConfig({
  root: import.meta.dirname,
  base: './', // works below any path
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the page allows no inline anything
    modulePreload: { polyfill: false },
    target: ['chrome120', 'firefox121', 'safari17.2'],
    reportCompressedSize: false,
    // What comes from packages keeps its name, and so its place in caches, when only the app changes.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'packages', test: /node_modules.*\.m?js$/ }] } } },
  },
  server: { proxy: { '/graphql': proxy, '/graphiql': proxy, '/avatars': proxy } },
})
