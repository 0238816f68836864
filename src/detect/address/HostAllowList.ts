/** The sites that a rule allows. */
export interface HostAllowList {
  /** Whether `host` or a parent domain is listed. */
  readonly allowsHost: (host: string) => boolean
  /** Whether the page may be mentioned: its host is listed, or its host and the beginning of its path. */
  readonly allowsPage: (host: string, path: string) => boolean
}

/**
 * Compiles entries such as "market.yandex.ru" (the host and its subdomains) and "yandex.ru/support/market" (the pages
 * of one host under a path). Only whole labels and path segments match: "evilmarket.yandex.ru.top" is a different host.
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

/** Normalizes a host as in a link: lower case, punycode. */
export const asciiHost = (host: string): string => {
  const lower = host.toLowerCase()
  return URL.canParse(`http://${lower}`) ? new URL(`http://${lower}`).hostname : lower
}
