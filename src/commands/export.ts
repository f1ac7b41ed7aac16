import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { ConfigError } from '../config/config-error.ts'
import type { Spool } from '../exchange/csv/write-csv.ts'
import { formatOf, type WriteFormat, writeFile } from '../exchange/formats.ts'
import { exportCards } from './export/export-cards.ts'
import { openSource } from './open-source.ts'
import { createProgress } from './progress.ts'
import { EXIT, type Surroundings } from './surroundings.ts'

export interface ExportFileOptions {
  readonly config?: string
  readonly from: string
  readonly format?: WriteFormat
  /** False: without their pictures. */
  readonly photos?: boolean
}

/** `kith export [FILE] --from SOURCE`: writes the people of a source into a file that is there whole or not at all, or to the standard output. */
export async function exportFile(
  file: string | undefined,
  options: ExportFileOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { directory, stdout, stderr, stop } = surroundings
  const format = options.format ?? formatFor(file)
  await using opened = await openSource({ config: options.config, name: options.from, writes: false }, surroundings)
  await using spool = openSpool()
  await using output = file === undefined ? null : await openOutput(resolve(directory, file), file)
  const progress = createProgress(stderr, 'people', performance.now.bind(performance))
  let count = 0
  const cards = exportCards(
    { ...opened, photos: options.photos !== false && format !== 'csv', stop },
    (done, total) => {
      count = done
      progress.show(done, total === null || total === 0 ? null : done / total)
    },
  )
  try {
    for await (const text of writeFile(format, cards, spool)) {
      if (output !== null) await output.write(text)
      else stdout.write(text)
    }
  } finally {
    progress.clear()
  }
  if (stop.aborted) {
    stderr.write(
      `kith: asked to end after ${count} people; ${file === undefined ? 'the rest is missing' : `${file} was not written`}\n`,
    )
    return EXIT.failure
  }
  await output?.keep()
  stderr.write(`${count} ${count === 1 ? 'person' : 'people'} exported.\n`)
  return EXIT.ok
}

function formatFor(file: string | undefined): WriteFormat {
  if (file === undefined) return 'vcard4'
  const format = formatOf(file)
  if (format === null)
    throw new ConfigError(
      `${file}: the name does not tell what it is to be; say --format vcard4, vcard3, csv or jscontact`,
    )
  return format === 'vcard' ? 'vcard4' : format
}

interface OutputFile extends AsyncDisposable {
  write(text: string): Promise<void>
  keep(): Promise<void>
}

/** Written beside its place, for its owner's eyes only, and moved there when it is whole. */
async function openOutput(path: string, name: string): Promise<OutputFile> {
  const part = `${path}.part`
  let handle: FileHandle
  try {
    handle = await open(part, 'w', 0o600)
  } catch (cause) {
    throw new ConfigError(
      `${name}: can't be written (${cause instanceof Error && 'code' in cause ? cause.code : cause})`,
      { cause },
    )
  }
  return {
    write: async (text) => void (await handle.writeFile(text)),
    async keep() {
      await handle.sync()
      await handle.close()
      await rename(part, path)
    },
    async [Symbol.asyncDispose]() {
      await handle.close().catch(() => undefined) // kept already
      await rm(part, { force: true })
    },
  }
}

/** Rows of a CSV file wait in a folder that nobody else can look into. */
function openSpool(): Spool & AsyncDisposable {
  let [folder, handle]: [string | null, FileHandle | null] = [null, null]
  return {
    async write(line) {
      folder ??= await mkdtemp(join(tmpdir(), 'kith-export-'))
      handle ??= await open(join(folder, 'rows'), 'wx', 0o600)
      await handle.writeFile(`${line}\n`)
    },
    async *read() {
      if (folder === null) return
      yield* createInterface({ input: createReadStream(join(folder, 'rows')) })
    },
    async [Symbol.asyncDispose]() {
      await handle?.close()
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}
