/** The sites that a rule lets pass. */
export interface HostAllowList {
  /** Whether `host` is listed or lies under a listed one. */
  readonly allowsHost: (host: string) => boolean
  /** Whether the page may be named: its host is listed, or its host and the beginning of its path are. */
  readonly allowsPage: (host: string, path: string) => boolean
}

/**
 * Compiles entries such as "market.yandex.ru" (the host and its sub-domains) and "yandex.ru/support/market" (one host, the pages
 * under a path). Only whole labels and whole parts of a path count: "evilmarket.yandex.ru.top" is another host.
 */
export const compileHostAllowList = (entries: ReadonlyArray<string>): HostAllowList => {
  const hosts = new Set<string>()
  const pages: Array<{ readonly host: string; readonly path: string }> = []
  for (const entry of entries) {
    const slash = entry.indexOf("/")
    const host = asciiHost(slash < 0 ? entry : entry.slice(0, slash))
    if (slash < 0) hosts.add(host)
    else pages.push({ host, path: entry.slice(slash).replace(/\/+$/, "") })
  }
  const allowsHost = (host: string): boolean => {
    for (let rest = host; rest !== ""; ) {
      if (hosts.has(rest)) return true
      const dot = rest.indexOf(".")
      rest = dot < 0 ? "" : rest.slice(dot + 1)
    }
    return false
  }
  const allowsPage = (host: string, path: string): boolean =>
    allowsHost(host) ||
    pages.some(
      (page) =>
        (host === page.host || host === `www.${page.host}`) &&
        path.startsWith(page.path) &&
        /^([/?#]|$)/.test(path.slice(page.path.length, page.path.length + 1))
    )
  return { allowsHost, allowsPage }
}

/** A host as a link holds it: in small letters, in punycode. */
export const asciiHost = (host: string): string => {
  const lower = host.toLowerCase()
  return URL.canParse(`http://${lower}`) ? new URL(`http://${lower}`).hostname : lower
}
