import { writeFileSync } from "node:fs"
import { preparedRulesFile } from "./preparedRules.ts"
import { shippedFiles } from "./readShippedRules.ts"
import { writePreparedRules } from "./writePreparedRules.ts"

/* A build step. It fails if a shipped rule has a mistake. */
writeFileSync(preparedRulesFile, writePreparedRules(shippedFiles("rules")))
