import { Option } from "effect"
import { formatOfName } from "../DraftFormat.ts"

/**
 * Names of tools' settings and developers' documents in supported formats. They match whole names, because
 * `support_ru.txt` or `requirements-for-return.txt` may well be texts for buyers. Ordinary words match only in the
 * capitals that are customary in repositories.
 */
const namesForTools: ReadonlyArray<RegExp> = [
  /^package(?:-lock)?\.json$/,
  /^npm-shrinkwrap\.json$/,
  /^pnpm-(?:lock|workspace)\.yaml$/,
  /^composer\.json$/,
  /^(?:ts|js)config(?:[.-]\w+)*\.json$/,
  /^(?:biome|deno|nx|turbo)\.jsonc?$/,
  /^(?:angular|firebase|lerna|renovate|vercel)\.json$/,
  /^chatlint(?:-baseline|\.schema)?\.(?:ya?ml|json)$/,
  /^(?:docker-)?compose(?:[.-](?:override|prod|production|dev|development|stage|staging|test|local|ci))?\.ya?ml$/,
  /^(?:mkdocs|_config)\.ya?ml$/,
  /^(?:openapi|swagger)\.(?:ya?ml|json)$/,
  /\.schema\.json$/,
  /^Chart\.yaml$/,
  /^(?:dev-)?requirements(?:[._-](?:dev|test|tests|docs|lint|ci|build|prod|production|local|base|common|optional))?\.txt$/,
  /^CMakeLists\.txt$/,
  /^robots\.txt$/,
  /^readme(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.(?:md|markdown|txt)$/i,
  /^(?:changelog|contributing|code_of_conduct)\.(?:md|markdown|txt)$/i,
  /^licen[cs]e\.(?:md|markdown|txt)$/i,
  /^LICEN[CS]E-[A-Z0-9.-]+\.(?:md|markdown|txt)$/,
  /^(?:AUTHORS|CONTRIBUTORS|GOVERNANCE|MAINTAINERS|SECURITY|SUPPORT)\.(?:md|markdown)$/
]

/** Folders of tools: hidden ones and `node_modules`. */
const toolFolder = /^(?:\.(?!\.?$).*|node_modules)$/

/** Whether a folder or one of its parents is a folder of tools, by its path. */
export const isToolFolder = (path: string): boolean => path.split("/").some((folder) => toolFolder.test(folder))

/** Whether a file found in a folder may contain drafts, by its path. A file that the user names is always checked. */
export const isDraftFile = (path: string): boolean => {
  const slash = path.lastIndexOf("/")
  const name = path.slice(slash + 1)
  return (
    Option.isSome(formatOfName(name)) &&
    !name.startsWith(".") &&
    !namesForTools.some((pattern) => pattern.test(name)) &&
    !isToolFolder(path.slice(0, Math.max(slash, 0)))
  )
}
