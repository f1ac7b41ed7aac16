/**
 * A picture's address on the page's own server. The gateway names the host it knows itself by, which need not be the one the page
 * was opened under: `localhost` is `127.0.0.1`, and to a browser they are two.
 */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url, document.baseURI)
  return pathname + search
}
