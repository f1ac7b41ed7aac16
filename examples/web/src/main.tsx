import '@fontsource-variable/figtree/wght.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/list.css'
import './styles/record.css'
import './styles/dialog.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { App } from './app.tsx'
import { client } from './client.ts'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Provider value={client}>
      <App />
    </Provider>
  </StrictMode>,
)
