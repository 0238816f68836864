import { Option } from "effect"
import { formatOfName } from "../DraftFormat.ts"

/**
 * Names of our formats under which tools keep their settings, and repositories their words for developers: these and no longer ones, since
 * `support_ru.txt` or `requirements-for-return.txt` may well be texts for buyers. Where a usual word could be a name of texts too, it counts
 * only in the capitals that repositories write it in.
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

/** Folders of tools; and files that begin with a dot are theirs too. */
const toolFolder = /^(?:\.(?!\.?$).*|node_modules)$/

/** Whether a folder, or one above it, is a folder of tools, told by its path. */
export const isToolFolder = (path: string): boolean => path.split("/").some((folder) => toolFolder.test(folder))

/** Whether a file that was met in a folder may hold drafts, told by its path. Named by the user, any file is checked. */
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
