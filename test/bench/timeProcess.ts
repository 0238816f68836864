import { spawn } from "node:child_process"

/** What a process took. */
export interface ProcessTime {
  readonly seconds: number
  /** Of the processor, as the process's own and not its children's: on a busy machine these tell more. */
  readonly processorSeconds: number
  /** Megabytes. */
  readonly peakMemory: number
}

/** The kernel's own figures for the process, told as it ends. */
const tellUsage =
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('peak '+u.maxRSS+' cpu '+(u.userCPUTime+u.systemCPUTime))})"

/** Runs Node, and fails where it ends with another exit code than one of those that are meant. */
export const timeProcess = (
  folder: string,
  parameters: ReadonlyArray<string>,
  exitCodes: ReadonlyArray<number> = [0]
): Promise<ProcessTime> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(process.execPath, ["--import", `data:text/javascript,${tellUsage}`, ...parameters], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"]
    })
    let errors = ""
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      errors += piece
    })
    child.on("close", (exitCode) => {
      const [, peak, processor] = /peak (\d+) cpu (\d+)/.exec(errors) ?? []
      if (exitCode === null || !exitCodes.includes(exitCode) || peak === undefined) {
        return reject(new Error(`node ${parameters.join(" ")} ended with ${exitCode}: ${errors}`))
      }
      resolve({
        seconds: (performance.now() - startedAt) / 1000,
        processorSeconds: Number(processor) / 1_000_000,
        peakMemory: Number(peak) / 1024
      })
    })
  })
