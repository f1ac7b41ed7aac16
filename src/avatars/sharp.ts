import { createRequire } from 'node:module'
import type { Sharp, SharpOptions } from 'sharp'

type SharpModule = typeof import('sharp')['default']

/** Loaded with the first picture: libvips takes 30 MB, which a gateway at rest does without. */
let loaded: SharpModule | null = null

/**
 * sharp, as everything here uses it: of all that libvips can read (SVG, PDF, TIFF, anything ImageMagick knows, files on the disk)
 * only the four types of a picture are left, and those from memory only.
 */
export function sharp(bytes: Uint8Array, options: SharpOptions): Sharp {
  loaded ??= load()
  return loaded(bytes, options)
}

function load(): SharpModule {
  const module = createRequire(import.meta.url)('sharp') as SharpModule
  module.block({ operation: ['VipsForeignLoad'] })
  module.unblock({
    operation: [
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  })
  module.cache(false) // no picture is decoded twice, and decoded ones are large
  module.concurrency(1) // several pictures at once use the cores better than several threads on one
  return module
}
