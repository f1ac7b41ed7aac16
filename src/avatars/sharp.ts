import sharp from 'sharp'

/**
 * sharp, as everything here uses it: of all that libvips can read (SVG, PDF, TIFF, anything ImageMagick knows, files on the disk)
 * only the four types of a picture are left, and those from memory only.
 */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false) // no picture is decoded twice, and decoded ones are large
sharp.concurrency(1) // several pictures at once use the cores better than several threads on one

export { sharp }
