import { Option } from "effect"
import { formatOfName } from "../DraftFormat.ts"

/**
 * Files of our formats that hold settings of tools or words for developers, and no drafts; and whatever lies in folders that begin with a
 * dot. Named by the user, they are checked all the same.
 */
const forTools =
  /(?:^|\/)(?:\.[^/.][^/]*|package(?:-lock)?\.json|npm-shrinkwrap\.json|composer\.(?:json|lock)|(?:ts|js)config.*\.json|pnpm-(?:lock|workspace)\.yaml|chatlint.*\.(?:yaml|yml|json)|(?:docker-)?compose.*\.ya?ml|(?:biome|renovate|lerna|nx|turbo|vercel|firebase|angular|deno)\.jsonc?|.*\.schema\.json|(?:mkdocs|_config|openapi|swagger)\.(?:ya?ml|json)|action\.ya?ml|Chart\.yaml|requirements.*\.txt|CMakeLists\.txt|robots\.txt|LICEN[CS]E.*|(?:README|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|AUTHORS).*\.(?:md|txt|markdown))$/i

const inToolFolder = /(?:^|\/)(?:\.(?!\.?\/)[^/]*|node_modules)\//

/** Whether a file that was met in a folder may hold drafts, told by its path. */
export const isDraftFile = (path: string): boolean =>
  Option.isSome(formatOfName(path)) && !forTools.test(path) && !inToolFolder.test(path)
