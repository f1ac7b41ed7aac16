import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react'
import { type Crop, drawCrop, MAX_ZOOM, sideOf, within } from './crop.ts'

interface CropViewProps {
  readonly picture: ImageBitmap
  readonly crop: Crop
  readonly onChange: (crop: Crop) => void
}

/** Sides on the screen, in CSS pixels. */
const VIEW = 260
/** How far an arrow key moves the crop, as a part of its side. */
const STEP = 0.05

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The picture as it will be: dragged or moved by arrow keys, made larger by the slider. */
export function CropView({ picture, crop, onChange }: CropViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const id = useId()
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop)
  }, [picture, crop])

  const side = sideOf(picture, crop)
  const move = (x: number, y: number): void => onChange(within(picture, { ...crop, x: crop.x + x, y: crop.y + y }))
  const drag = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      move((-event.movementX * side) / VIEW, (-event.movementY * side) / VIEW)
  }
  const step = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key]
    if (!arrow) return
    event.preventDefault()
    move(arrow[0] * side * STEP, arrow[1] * side * STEP)
  }
  const pixels = VIEW * Math.min(window.devicePixelRatio, 2)
  return (
    <div className="crop">
      <canvas
        ref={canvas}
        width={pixels}
        height={pixels}
        tabIndex={0}
        role="img"
        aria-label="The picture as it will be. Arrow keys move it."
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={step}
      />
      <label htmlFor={id}>
        Zoom
        <input
          id={id}
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={0.01}
          value={crop.zoom}
          onChange={({ target }) => onChange(within(picture, { ...crop, zoom: Number(target.value) }))}
        />
      </label>
    </div>
  )
}
