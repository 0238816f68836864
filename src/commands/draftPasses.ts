import { dirname, relative, resolve } from "node:path"
import type * as FileSystem from "@effect/platform/FileSystem"
import { DateTime, Effect, Option, Redacted } from "effect"
import type { BaselineError } from "../baseline/BaselineError.ts"
import type { BaselineFile } from "../baseline/BaselineFile.ts"
import { type DraftIdentityKey, draftIdentityKeyOf } from "../baseline/draftIdentityKey.ts"
import { existingFiles } from "../baseline/existingFiles.ts"
import { type CheckedFile, checkDrafts, type DraftCheck, type DraftCoverage } from "../check/drafts/checkDrafts.ts"
import { DraftReview, type DraftReviewOptions, type ReviewedDrafts } from "../check/drafts/DraftReview.ts"
import { makeDraftJudge } from "../check/drafts/judgeDraft.ts"
import type { DraftSettings } from "../config/DraftSettings.ts"
import { shownPath } from "../domain/shownPath.ts"
import type { Git } from "../drafts/files/Git.ts"
import type { GitError } from "../drafts/files/GitError.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { RuleFilesError } from "../ruleset/RuleFilesError.ts"
import type { RuleFolderError } from "../ruleset/RuleFolderError.ts"

/** What to check, and the options for it. */
export interface DraftPassOptions extends Omit<DraftCheck, "judge" | "inputs"> {
  readonly settings: DraftSettings
  readonly business: string | undefined
  readonly reveal: boolean
  /** Whether any report shows the lines around findings. */
  readonly framed: boolean
  readonly baseline: Option.Option<BaselineFile>
}

/** Drafts prepared to be checked any number of times. */
export interface DraftPasses {
  readonly ruleSet: RuleSet
  readonly identity: DraftIdentityKey
  /** Converts the path of a file to the form used in the baseline. */
  readonly baselinePathOf: (path: string) => string
  /** Checks all drafts once; `take` receives each checked file. */
  readonly pass: (
    take: (checked: CheckedFile) => void
  ) => Effect.Effect<
    { readonly coverage: DraftCoverage; readonly reviewed: ReviewedDrafts },
    GitError,
    FileSystem.FileSystem | Git
  >
}

/** Loads the rules and the identity key, and prepares judging, suppressions and the baseline. */
export const draftPasses = ({
  business,
  reveal,
  framed,
  baseline,
  ...looked
}: DraftPassOptions): Effect.Effect<
  DraftPasses,
  RuleFolderError | RuleFilesError | BaselineError,
  FileSystem.FileSystem
> =>
  Effect.gen(function* () {
    const { settings, folder } = looked
    const ruleSet = yield* loadRuleSet(settings.rules)
    const { region, locale, minConfidence, holes, suppressions } = settings
    const allowLists = settings.allowListsOf(business)
    const judge = makeDraftJudge({ ruleSet, region, locale, reveal, holes, allowLists, minConfidence })
    const identity = yield* draftIdentityKeyOf(settings.identityKey, baseline, settings.baseline.path)
    const accepted = Option.match(baseline, { onNone: () => [], onSome: ({ findings }) => findings })
    const baselineFolder = dirname(settings.baseline.path)
    const baselinePathOf = (path: string): string => shownPath(relative(baselineFolder, resolve(folder, path)))
    const reviewing: DraftReviewOptions = {
      region,
      reveal,
      framed,
      identityKey: Redacted.value(identity.key),
      today: DateTime.formatIsoDateUtc(yield* DateTime.now),
      knownRules: new Set(ruleSet.rules.map(({ id }) => id)),
      suppressions,
      accepted,
      baselinePathOf
    }
    const pass: DraftPasses["pass"] = (take) =>
      Effect.gen(function* () {
        const review = new DraftReview(reviewing)
        let isSelection = looked.origin.kind !== "paths"
        const coverage = yield* checkDrafts({ ...looked, inputs: settings, judge }, (checked) => {
          isSelection ||= checked.file.by === "name"
          review.add(checked.judged)
          take(checked)
        })
        const existing = yield* existingFiles(accepted, baselineFolder)
        return { coverage, reviewed: review.finish({ isSelection, exists: (path) => existing.has(path) }) }
      })
    return { ruleSet, identity, baselinePathOf, pass }
  })
