import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The JavaScript of a published package: Node strips no types below node_modules. A checkout runs without it. Types are made
// of what the package exports, and of nothing else.

const root = join(import.meta.dirname, '..')
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

function compile(project: string): void {
  const { status } = spawnSync(process.execPath, [compiler, '--project', project], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

rmSync(join(root, 'dist'), { recursive: true, force: true })
compile('tsconfig.build.json')
compile('tsconfig.types.json')
