import { Array as Arrays, Clock, Effect, Stream } from "effect"
import type { Environment } from "../config/Given.ts"
import { SettingError } from "../config/SettingError.ts"
import { readStoreSettings, type StoreSettings } from "../config/StoreSettings.ts"
import { Acknowledgements, type Acknowledging } from "../store/Acknowledgements.ts"
import { AckError } from "./AckError.ts"
import type { AckFlags } from "./AckFlags.ts"
import { acknowledgementJson, acknowledgementPage } from "./acknowledgementList.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { endOfDay } from "./endOfDay.ts"
import { historyTexts } from "./historyTexts.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import type { TerminalPage } from "./TerminalPage.ts"
import { withStore } from "./withStore.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** The formats of `--list`. */
export const listFormats = ["terminal", "json"] as const

/** The ids of the selected findings, without duplicates. */
const namedFindings = (findings: ReadonlyArray<string>, { rule = [], chat = [] }: AckFlags) =>
  Effect.gen(function* () {
    if (findings.length + rule.length + chat.length === 0) {
      return yield* new AckError({ problem: "nothingNamed", value: "" })
    }
    const { named, standingBy } = yield* Acknowledgements
    const ids = yield* Effect.forEach(findings, named)
    const byRule = yield* Effect.forEach(rule, (id) => standingBy("rule", id))
    const byChat = yield* Effect.forEach(chat, (id) => standingBy("chat", id))
    return Arrays.dedupe([...ids, ...byRule.flat(), ...byChat.flat()])
  })

/** The account name from the environment of Unix or Windows. */
const accountName = ({ USER, LOGNAME, USERNAME }: Environment): string => USER || LOGNAME || USERNAME || ""

const list = (flags: AckFlags, page: TerminalPage, settings: StoreSettings) =>
  Effect.gen(function* () {
    const format = listFormats.find((name) => name === (flags.format ?? "terminal"))
    if (format === undefined) {
      return yield* new SettingError({
        problem: "badChoice",
        value: flags.format ?? "",
        source: "--format",
        choices: listFormats
      })
    }
    const acknowledgements = yield* (yield* Acknowledgements).all
    const now = yield* Clock.currentTimeMillis
    yield* writeToStandardOutput(
      Stream.make(
        format === "json"
          ? acknowledgementJson(acknowledgements)
          : acknowledgementPage(page, acknowledgements, now, settings)
      )
    )
  })

const undo = (findings: ReadonlyArray<string>, flags: AckFlags, page: TerminalPage, { locale }: StoreSettings) =>
  Effect.gen(function* () {
    const ids = yield* namedFindings(findings, flags)
    const undone = yield* (yield* Acknowledgements).undo(ids)
    if (undone === 0) return yield* new AckError({ problem: "notAcknowledged", value: "" })
    yield* writeToStandardOutput(Stream.make(page.lines("", historyTexts(locale, "undone", { findings: undone }))))
  })

/** Reads reason, author and end date. Checked before findings are looked up. */
const acknowledging = (flags: AckFlags, { timeZone }: StoreSettings, environment: Environment) =>
  Effect.gen(function* () {
    const reason = flags.reason?.trim() ?? ""
    if (reason === "") return yield* new AckError({ problem: "noReason", value: "" })
    if (flags.until === undefined) return yield* new AckError({ problem: "noUntil", value: "" })
    return { reason, by: flags.by ?? accountName(environment), until: yield* endOfDay(flags.until, timeZone) }
  })

const acknowledge = (
  findings: ReadonlyArray<string>,
  flags: AckFlags,
  details: Acknowledging,
  page: TerminalPage,
  { locale, timeZone }: StoreSettings
) =>
  Effect.gen(function* () {
    const ids = yield* namedFindings(findings, flags)
    yield* (yield* Acknowledgements).acknowledge(ids, details)
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(details.until - 1))
    yield* writeToStandardOutput(
      Stream.make(page.lines("", historyTexts(locale, "acknowledged", { until: day, findings: ids.length })))
    )
  })

/** `chatlint ack`: acknowledges findings, or lists or deletes acknowledgements. */
export const runAck = (findings: ReadonlyArray<string>, flags: AckFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const { environment, folder } = commandLine
      const { reason, until, rule, chat } = flags
      const isMore = findings.length > 0 || [flags.undo, reason, until, rule, chat].some((one) => one !== undefined)
      if (flags.list && isMore) return yield* new AckError({ problem: "listAndMore", value: "" })
      const settings = yield* readStoreSettings(flags, environment, folder)
      const page = (yield* StandardStreams).page(flags)
      if (flags.list) yield* withStore(settings.db, list(flags, page, settings))
      else if (flags.undo) yield* withStore(settings.db, undo(findings, flags, page, settings))
      else {
        const details = yield* acknowledging(flags, settings, environment)
        yield* withStore(settings.db, acknowledge(findings, flags, details, page, settings))
      }
      return ExitCode.clean
    }),
    commandLine
  )
