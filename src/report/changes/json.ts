import { Stream } from "effect"
import { visibleJson } from "../../text/visibleText.ts"
import { changesJson, findingJson } from "../json.ts"
import type { ChangesFormat } from "./ChangesReport.ts"

/** The schema version of the document. It changes with a breaking change, not when a key is added. */
export const changesSchema = "chatlint/changes@1"

/** The `chatlint/changes@1` document, with one finding and its kind of change per line. */
export const json: ChangesFormat = {
  name: "json",
  write: ({ run, changes, findings }) =>
    Stream.suspend(() => {
      const { id, startedAt, finishedAt, ruleSet } = run
      const head = { schema: changesSchema, run: { id, startedAt, finishedAt, ruleSet }, changes: changesJson(changes) }
      const lines = Stream.mapAccum(findings, "\n", (separator, { change, finding }) => [
        ",\n",
        separator + visibleJson(JSON.stringify({ change, ...findingJson(finding) }))
      ])
      return Stream.make(`${visibleJson(JSON.stringify(head)).slice(0, -1)},"findings":[`).pipe(
        Stream.concat(lines),
        Stream.concat(Stream.make("\n]}\n"))
      )
    })
}
