import { type Asset, createAsset, respondAsset } from './asset.ts'
import type { Exchange, Route } from './exchange.ts'
import { EXAMPLE_ORIGIN, EXAMPLES, PERSON_ID } from './graphiql-examples.ts'
import { HttpProblem } from './http-problem.ts'

const ASSETS_PATH = '/graphiql/'

/**
 * The GraphQL route, answering with GraphiQL when a browser opens it, and the files of GraphiQL. All of them come from here:
 * it works without a connection to anywhere else.
 */
export function graphiqlRoutes(graphql: Route): readonly Route[] {
  const assets = new Map<string, Promise<Asset>>()
  const serve = async (exchange: Exchange, name: string): Promise<void> => {
    const make = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    if (!make) throw new HttpProblem(404, 'There is nothing at this path.')
    await respondAsset(
      exchange,
      await (assets.get(name) ?? remember(assets, name, Promise.resolve(make(graphql.path)))),
      {
        'cache-control': 'no-cache',
        vary: 'Accept',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'referrer-policy': 'no-referrer',
      },
    )
  }
  return [
    {
      ...graphql,
      handle: (exchange) => (isPageView(exchange) ? serve(exchange, 'index.html') : graphql.handle(exchange)),
    },
    {
      path: `${ASSETS_PATH}*`,
      methods: ['GET', 'HEAD'],
      handle: (exchange) => serve(exchange, exchange.target.path.slice(ASSETS_PATH.length)),
    },
  ]
}

function isPageView({ request }: Exchange): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
}

function remember(assets: Map<string, Promise<Asset>>, name: string, made: Promise<Asset>): Promise<Asset> {
  assets.set(name, made)
  made.catch(() => assets.delete(name))
  return made
}

/** The editor starts its workers from here and paints by inline styles. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const JAVASCRIPT = 'text/javascript; charset=utf-8'

/** Read when first asked for: they are some nine megabytes. */
const bundle = () => import('@graphql-yoga/render-graphiql/graphiql')

const FILES: Readonly<Record<string, (endpoint: string) => Asset | Promise<Asset>>> = {
  'index.html': () => createAsset('text/html; charset=utf-8', PAGE),
  'start.js': (endpoint) => createAsset(JAVASCRIPT, startScript(endpoint)),
  'app.js': async () => createAsset(JAVASCRIPT, (await bundle()).js),
  'style.css': async () => createAsset('text/css; charset=utf-8', (await bundle()).css),
  'page.css': () => createAsset('text/css; charset=utf-8', STYLE),
  'editor.worker.js': async () => createAsset(JAVASCRIPT, (await bundle()).editorWorkerService),
  'json.worker.js': async () => createAsset(JAVASCRIPT, (await bundle()).jsonWorker),
  'graphql.worker.js': async () => createAsset(JAVASCRIPT, (await bundle()).graphqlWorker),
  'icon.svg': () => createAsset('image/svg+xml', ICON),
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>kith · GraphiQL</title>
    <link rel="icon" href="${ASSETS_PATH}icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${ASSETS_PATH}style.css">
    <link rel="stylesheet" href="${ASSETS_PATH}page.css">
  </head>
  <body class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"></div>
    <script src="${ASSETS_PATH}app.js"></script>
    <script type="module" src="${ASSETS_PATH}start.js"></script>
  </body>
</html>
`

/** A tab keeps an outdated place that takes hold as it gets the focus: it jumps from under the pointer, and the click is lost. */
const STYLE = '.graphiql-tab { transform: none !important }\n'

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="#3b5bdb"><circle cx="11" cy="11" r="6"/><circle cx="22" cy="13" r="4.5" opacity=".6"/><path d="M1 28c0-6 4.500-9 10-9s10 3 10 9z"/><path d="M22.500 28c0-3.500-.7-5.800-2-7.800 6-1 10.500 2 10.500 7.800z" opacity=".6"/></g></svg>'

/** How long the page waits for somebody to show the examples with. */
const FIND_PERSON_WITHIN_MS = 1_500

function startScript(endpoint: string): string {
  const options = {
    title: 'kith',
    endpoint,
    logo: '',
    defaultTabs: EXAMPLES,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: true, // in this browser only, until they are deleted there
    inputValueDeprecation: true,
    schemaDescription: true,
  }
  // The page puts what it knows into the examples: its own address, and somebody to try them on.
  return `const options = ${JSON.stringify(options)}

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl(_module, label) {
    const name = { json: 'json', graphql: 'graphql' }[label] ?? 'editor'
    return '${ASSETS_PATH}' + name + '.worker.js'
  },
}

async function findPerson() {
  try {
    const answer = await fetch(options.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ people(first: 1) { nodes { id } } }' }),
      signal: AbortSignal.timeout(${FIND_PERSON_WITHIN_MS}),
    })
    return (await answer.json()).data.people.nodes[0].id
  } catch {
    return null
  }
}

const id = await findPerson()
for (const tab of options.defaultTabs) {
  tab.query = tab.query.replaceAll('${EXAMPLE_ORIGIN}', location.origin)
  if (id !== null) tab.variables = tab.variables?.replaceAll('${PERSON_ID}', id)
}
// On its next start GraphiQL opens the tab that holds this, and an empty one of its own where none does.
if (localStorage.getItem('graphiql:tabState') === null) {
  localStorage.setItem('graphiql:query', options.defaultTabs[0].query)
}
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), options)
`
}
