import { decode } from 'blurhash'
import { useEffect, useRef, useState } from 'react'
import { pathOf } from './picture-address.ts'

interface PortraitProps {
  readonly name: string
  readonly url: string | null | undefined
  readonly blurhash?: string | null | undefined
  readonly size: 'small' | 'large'
  /** Companies and households are square. */
  readonly square?: boolean
}

/** Somebody's picture, or their initials where there is none or it does not come. The name stands beside it. */
export function Portrait({ name, url, blurhash, size, square = false }: PortraitProps) {
  const [failed, setFailed] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<string | null>(null)
  const path = url ? pathOf(url) : null
  const hasPicture = path !== null && failed !== path
  return (
    <span
      className="portrait"
      data-size={size}
      data-square={square || undefined}
      aria-hidden="true"
      data-hue={hueOf(name)}
    >
      {hasPicture ? (
        <>
          {blurhash && loaded !== path ? <Placeholder blurhash={blurhash} /> : null}
          <img
            src={path}
            alt=""
            loading="lazy"
            decoding="async"
            data-loaded={loaded === path || undefined}
            onLoad={() => setLoaded(path)}
            onError={() => setFailed(path)}
          />
        </>
      ) : (
        <span data-initials={initialsOf(name)} />
      )}
    </span>
  )
}

const PIXELS = 24

function Placeholder({ blurhash }: { readonly blurhash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(PIXELS, PIXELS)
    try {
      image.data.set(decode(blurhash, PIXELS, PIXELS))
      context.putImageData(image, 0, 0)
    } catch {
      // One that can't be read is no placeholder; the picture comes all the same.
    }
  }, [blurhash])
  return <canvas ref={canvas} width={PIXELS} height={PIXELS} />
}

/** Two letters at most: the first of the first and of the last word. */
function initialsOf(name: string): string {
  const words = name
    .replace(/^the\s+/i, '')
    .split(/[\s,]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return [first, last].map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '').join('')
}

const HUES = 8

/** One of a few colours, the same for a name everywhere. */
function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % HUES
}
