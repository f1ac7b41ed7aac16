import type { ComponentProps, MouseEvent } from 'react'
import { hrefOf, useView, type View } from '../location.ts'

interface ViewLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: Partial<View>
}

/** A link to another view: followed within the page, opened in a tab of its own when asked to. */
export function ViewLink({ to, ...rest }: ViewLinkProps) {
  const { view, go } = useView()
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={hrefOf({ ...view, ...to })} onClick={follow} />
}
