/** The end of "раза" or the like after a blank at `end`. */
export const timesAfter = (text: string, end: number): number | undefined => {
  if (text.charAt(end) !== " ") return undefined
  const word = /^ (раза|раз|times|kez|kere|рет|marta)(?![\p{L}\d])/u.exec(text.slice(end, end + 8))
  return word === null ? undefined : end + word[0].length
}

/** The end of "раза по" after a blank at `end`. */
export const groupTimesAfter = (text: string, end: number): number | undefined => {
  const words = text.charAt(end) === " " ? /^ раза? по(?= )/.exec(text.slice(end, end + 9)) : null
  return words === null ? undefined : end + words[0].length
}
