import { useState } from 'react'
import { Icon } from '../parts/icon.tsx'

const TYPES = 'image/png,image/jpeg,image/webp,image/gif'

/** Takes a picture that is dropped, or chosen. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const [over, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const [file] = files ?? []
    if (file) onFile(file)
  }
  return (
    <label
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <Icon name="camera" />
      <strong>Drop a picture here</strong>
      <span>or choose a PNG, JPEG, WebP or GIF</span>
      <input type="file" accept={TYPES} aria-label="Choose a picture" onChange={({ target }) => take(target.files)} />
    </label>
  )
}
