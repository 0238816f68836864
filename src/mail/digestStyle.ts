import type { Severity } from "../domain/Rule.ts"
import type { DigestContent } from "./DigestContent.ts"

/** Fonts with Cyrillic and Chinese characters for every system. Chinese fonts are last: their punctuation is wide. */
const fontFamily =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** The light colours. Every text has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const light = {
  page: "#f3f4f6",
  card: "#ffffff",
  text: "#1f2328",
  quiet: "#57606a",
  line: "#d0d7de",
  fragment: "#f6f8fa",
  link: "#0550ae",
  error: "#b3261e",
  warning: "#8a5300",
  info: "#0550ae",
  good: "#1a6b35"
} as const

/** The dark colours, with the same contrast. */
const dark: Readonly<Record<keyof typeof light, string>> = {
  page: "#0d1117",
  card: "#161b22",
  text: "#e6edf3",
  quiet: "#a5afba",
  line: "#3d444d",
  fragment: "#0d1117",
  link: "#79b8ff",
  error: "#ff9a91",
  warning: "#f0b45a",
  info: "#79b8ff",
  good: "#6fdd8b"
}

export const toneColor: Readonly<Record<DigestContent["tone"], "error" | "warning" | "good">> = {
  bad: "error",
  warning: "warning",
  good: "good"
}

export const severityColor: Readonly<Record<Severity, "error" | "warning" | "info">> = {
  error: "error",
  warning: "warning",
  info: "info"
}

const textColors = ["text", "quiet", "link", "error", "warning", "info", "good"] as const
const backgroundColors = ["page", "card", "fragment", "error", "warning", "info"] as const

/**
 * What inline styles cannot express: dark mode and narrow screens. A mail program that ignores style sheets shows the
 * complete mail in light mode.
 */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
${textColors.map((name) => `  .c-${name} { color: ${dark[name]} !important; }`).join("\n")}
${backgroundColors.map((name) => `  .b-${name} { background-color: ${dark[name]} !important; }`).join("\n")}
  body, body > table > tbody > tr > td { background-color: ${dark.page} !important; }
  .l { border-color: ${dark.line} !important; }
}
@media (max-width: 480px) {
  .card { padding: 16px !important; }
}
`

export const styles = {
  body: { margin: 0, padding: "16px 0", backgroundColor: light.page, color: light.text, fontFamily },
  card: { maxWidth: "600px", margin: "0 auto", padding: "24px", backgroundColor: light.card },
  verdict: { margin: "0 0 8px", fontSize: "22px", lineHeight: "28px", fontWeight: 700 },
  heading: { margin: "24px 0 8px", fontSize: "17px", lineHeight: "24px", fontWeight: 700, color: light.text },
  title: { margin: 0, fontSize: "15px", lineHeight: "22px", fontWeight: 700, color: light.text },
  text: { margin: "0 0 4px", fontSize: "15px", lineHeight: "22px", color: light.text },
  quiet: { margin: "0 0 4px", fontSize: "13px", lineHeight: "18px", color: light.quiet },
  fragment: {
    margin: "6px 0",
    padding: "8px 10px",
    backgroundColor: light.fragment,
    borderLeft: `3px solid ${light.line}`,
    fontSize: "15px",
    lineHeight: "22px",
    color: light.text,
    overflowWrap: "anywhere"
  },
  finding: { padding: "12px 0", borderTop: `1px solid ${light.line}` },
  cell: { padding: "3px 0", fontSize: "15px", lineHeight: "20px", color: light.text, textAlign: "left" },
  number: { padding: "3px 0 3px 12px", fontSize: "15px", lineHeight: "20px", color: light.text, textAlign: "right" },
  label: {
    padding: "3px 10px 3px 0",
    fontSize: "13px",
    lineHeight: "18px",
    color: light.quiet,
    textAlign: "left",
    fontWeight: 400,
    whiteSpace: "nowrap"
  },
  footer: { margin: "0 0 4px", fontSize: "12px", lineHeight: "16px", color: light.quiet, overflowWrap: "anywhere" }
} as const
