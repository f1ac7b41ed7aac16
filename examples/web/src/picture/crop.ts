/** The square of a picture that is kept. */
export interface Crop {
  /** Its middle, in pixels of the picture. */
  readonly x: number
  readonly y: number
  /** 1: as large as the picture allows. */
  readonly zoom: number
}

export const MAX_ZOOM = 4
/** Sides of the picture that is sent; a smaller crop is not blown up. */
const SENT_PIXELS = 512
const QUALITY = 0.92

export function firstCrop({ width, height }: ImageBitmap): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 }
}

/** Length of the crop's sides in pixels of the picture. */
export function sideOf({ width, height }: ImageBitmap, { zoom }: Crop): number {
  return Math.min(width, height) / zoom
}

/** The nearest crop that lies within the picture. */
export function within(picture: ImageBitmap, crop: Crop): Crop {
  const zoom = Math.min(Math.max(crop.zoom, 1), MAX_ZOOM)
  const half = sideOf(picture, { ...crop, zoom }) / 2
  const clamp = (value: number, length: number): number => Math.min(Math.max(value, half), length - half)
  return { x: clamp(crop.x, picture.width), y: clamp(crop.y, picture.height), zoom }
}

/** Draws the crop over the whole of the canvas, on white where the picture is transparent. */
export function drawCrop(canvas: HTMLCanvasElement | OffscreenCanvas, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  if (!context) return
  const side = sideOf(picture, crop)
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, canvas.width, canvas.height)
}

/** The crop as a file every source takes. */
export function encodeCrop(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const pixels = Math.max(1, Math.min(SENT_PIXELS, Math.round(sideOf(picture, crop))))
  const canvas = new OffscreenCanvas(pixels, pixels)
  drawCrop(canvas, picture, crop)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}
