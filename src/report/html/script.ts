/**
 * The page's script: shows the filter form and hides findings that do not match. It only compares attributes of
 * elements; it creates no markup and evaluates nothing.
 */
export const script = `(() => {
  const form = document.querySelector("#filters")
  if (!form) return
  const findings = [...document.querySelectorAll("[data-rule]")]
  const groups = [...document.querySelectorAll("[data-group]")].reverse()
  const output = form.querySelector("output")
  const none = document.querySelector("#none")
  const number = new Intl.NumberFormat(document.documentElement.lang)
  const apply = () => {
    const { rule, status, severity, chat } = form.elements
    const wanted = chat.value.trim().toLowerCase()
    let shown = 0
    for (const finding of findings) {
      const { dataset } = finding
      const fits =
        (!rule.value || dataset.rule === rule.value) &&
        (!status.value || dataset.status === status.value) &&
        (!severity.value || dataset.severity === severity.value) &&
        (!wanted || dataset.chat.toLowerCase().includes(wanted))
      finding.hidden = !fits
      if (fits) shown += 1
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-rule]:not([hidden])")
    output.textContent = output.dataset.text.replace("%1", number.format(shown)).replace("%2", number.format(findings.length))
    none.hidden = shown > 0
  }
  form.addEventListener("input", apply)
  form.addEventListener("reset", () => setTimeout(apply))
  form.addEventListener("submit", (event) => event.preventDefault())
  form.hidden = false
  apply()
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true
  })
})()
`
