import { useEffect, useRef, useState } from 'react'
import { type RecordFragment, RemoveAvatarDocument } from '../generated/graphql.ts'
import { Notice } from '../parts/failure.tsx'
import { Dialog } from '../write/dialog.tsx'
import { sendWrite, type Writing } from '../write/use-write.ts'
import { type Crop, encodeCrop, firstCrop } from './crop.ts'
import { CropView } from './crop-view.tsx'
import { DropZone } from './drop-zone.tsx'
import { uploadPicture } from './upload.ts'

interface PictureDialogProps {
  readonly record: RecordFragment
  /** One that was dropped already. */
  readonly file: File | null
  readonly mayRemove: boolean
  readonly writing: Writing
  readonly onClose: () => void
}

/** Chooses a picture, cuts it to a square and sends it. */
export function PictureDialog({ record, file, mayRemove, writing, onClose }: PictureDialogProps) {
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [crop, setCrop] = useState<Crop>({ x: 0, y: 0, zoom: 1 })
  const [progress, setProgress] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const upload = useRef<AbortController | null>(null)
  useEffect(() => () => upload.current?.abort(), [])

  const choose = async (chosen: File): Promise<void> => {
    try {
      const decoded = await createImageBitmap(chosen)
      setPicture(decoded)
      setCrop(firstCrop(decoded))
      setProblem(null)
    } catch {
      setProblem(`${chosen.name} is no picture that can be read here. Take a PNG, JPEG, WebP or GIF.`)
    }
  }
  const dropped = useRef(choose)
  useEffect(() => {
    if (file) void dropped.current(file)
  }, [file])

  const send = async (): Promise<void> => {
    if (!picture) return
    upload.current = new AbortController()
    setProgress(0)
    setProblem(null)
    try {
      const { signal } = upload.current
      const answer = await uploadPicture({
        ownerId: record.id,
        picture: await encodeCrop(picture, crop),
        signal,
        onProgress: setProgress,
      })
      writing.show(answer)
      onClose()
    } catch (error) {
      setProgress(null)
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const remove = (): void => {
    onClose()
    const input = { ownerId: record.id, ifVersion: record.version }
    writing.begin(
      'Remove the picture?',
      (options) => sendWrite(RemoveAvatarDocument, { input: { ...input, ...options } }),
      () => undefined,
    )
  }
  return (
    <Dialog title={`Picture of ${record.displayName}`} onClose={onClose}>
      <div className="dialog-body">
        {picture ? (
          <CropView picture={picture} crop={crop} onChange={setCrop} />
        ) : (
          <DropZone onFile={(chosen) => void choose(chosen)} />
        )}
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {progress === null ? null : (
          <div className="progress">
            <progress aria-label="Upload" max={1} value={progress} />
            <span>{progress < 1 ? `${Math.round(progress * 100)} %` : `Bringing it to ${record.source.name}…`}</span>
          </div>
        )}
      </div>
      <footer>
        {mayRemove && !picture ? (
          <button type="button" className="quiet danger" onClick={remove}>
            Remove picture
          </button>
        ) : null}
        {picture && progress === null ? (
          <button type="button" className="quiet" onClick={() => setPicture(null)}>
            Choose another
          </button>
        ) : (
          <button type="button" className="quiet" onClick={onClose}>
            Cancel
          </button>
        )}
        <button type="button" className="primary" disabled={!picture || progress !== null} onClick={() => void send()}>
          Upload
        </button>
      </footer>
    </Dialog>
  )
}
