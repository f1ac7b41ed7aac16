import type { Upload } from 'graphql-upload-minimal'
import type { UploadedFileValue } from '../graphql/upload.ts'
import { HttpProblem } from './http-problem.ts'

/** How many places of the variables all files together may be put at. */
const MAX_PLACES = 20

type Path = readonly string[]

/**
 * Reads the field `map` of a multipart request into `into`: for each file's part, the places it goes to. A place is a null
 * somewhere in `variables`, reached over properties the client itself sent. Throws a 400 for any other, a 413 for too many.
 */
export function readUploadMap(
  text: string,
  operations: unknown,
  maxFiles: number,
  into: Map<string, readonly Path[]>,
): void {
  if (Array.isArray(operations)) throw new HttpProblem(400, 'Several operations in one request are not accepted.')
  const map: unknown = JSON.parse(text)
  if (!isObject(map)) throw new HttpProblem(400, 'The field map is to be an object of lists.')
  const entries = Object.entries(map)
  if (entries.length > maxFiles)
    throw new HttpProblem(413, `More than ${maxFiles} files in one request are not accepted.`)
  const places = new Set<unknown>()
  for (const [part, paths] of entries) {
    if (!Array.isArray(paths)) throw new HttpProblem(400, 'The field map is to be an object of lists.')
    for (const path of paths) {
      if (places.has(path)) throw new HttpProblem(400, 'The field map names one place twice.')
      if (places.add(path).size > MAX_PLACES) {
        throw new HttpProblem(400, `The field map names more than ${MAX_PLACES} places.`)
      }
    }
    into.set(
      part,
      paths.map((path) => readPath(path, operations)),
    )
  }
}

function readPath(path: unknown, operations: unknown): Path {
  if (typeof path !== 'string') throw new HttpProblem(400, 'A path in the field map is to be a text.')
  const steps = path.split('.')
  if (steps.length < 2 || steps[0] !== 'variables') throw new HttpProblem(400, 'The field map may only name variables.')
  let place = operations
  for (const step of steps) {
    if (!isContainer(place) || !Object.hasOwn(place, step) || step === '__proto__') {
      throw new HttpProblem(400, 'The field map names a variable that is not there.')
    }
    place = (place as Record<string, unknown>)[step]
  }
  if (place !== null) throw new HttpProblem(400, 'The field map names a variable that is not null.')
  return steps
}

/** Waits for every file and puts it where `map` says, in the place of the package's own object. */
export async function placeFiles(
  operations: Record<string, unknown>,
  map: ReadonlyMap<string, readonly Path[]>,
  read: (upload: Upload) => Promise<UploadedFileValue>,
): Promise<Record<string, unknown>> {
  await Promise.all(
    [...map.values()].map(async (paths) => {
      const places = paths.map((path) => locate(operations, path))
      const [first] = places
      if (!first) return
      const file = await read(first.holder[first.key] as Upload)
      for (const { holder, key } of places) holder[key] = file
    }),
  )
  return operations
}

function locate(operations: Record<string, unknown>, path: Path): { holder: Record<string, unknown>; key: string } {
  let holder = operations
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>
  return { holder, key: path.at(-1) as string }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value)
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
