import type { DraftReportFormat } from "./DraftReport.ts"

/** The formats of `check --format` and `--output FORMAT=FILE`, in the order of help. */
export const draftReportFormatNames = [
  "terminal",
  "concise",
  "json",
  "jsonl",
  "sarif",
  "junit",
  "checkstyle",
  "github",
  "gitlab"
] as const
export type DraftReportFormatName = (typeof draftReportFormatNames)[number]

/** Loads a format on demand. */
export const loadDraftReportFormat = async (name: DraftReportFormatName): Promise<DraftReportFormat> => {
  switch (name) {
    case "terminal":
      return (await import("./terminal.ts")).terminal
    case "concise":
      return (await import("./concise.ts")).concise
    case "json":
      return (await import("./json.ts")).json
    case "jsonl":
      return (await import("./jsonl.ts")).jsonl
    case "sarif":
      return (await import("./sarif.ts")).sarif
    case "junit":
      return (await import("./junit.ts")).junit
    case "checkstyle":
      return (await import("./checkstyle.ts")).checkstyle
    case "github":
      return (await import("./github.ts")).github
    case "gitlab":
      return (await import("./gitlab.ts")).gitlab
  }
}

/** The default format of standard output: annotations under GitHub Actions, which sets GITHUB_ACTIONS. */
export const defaultDraftReportFormat = (
  environment: Readonly<Record<string, string | undefined>>
): DraftReportFormatName => (environment.GITHUB_ACTIONS === "true" ? "github" : "terminal")
