/** Of the doubt that a form leaves, words that speak for a contact leave so much. */
const doubtLeft = 0.25

/** So much of a form is left where words say that it is something else: what was sure by itself is worth no person's look any more. */
const formLeft = 0.4

/** A form that only phones have loses so little by such words: it stays worth a look. */
const loss = 0.25

/** So much surer is a name that somebody is invited to visit, and no surer than an address with its scheme. */
const gain = 0.4
const surestInvited = 0.95

/** How sure figures are that are put together as the message tells: as a number that is laid out as one. */
export const assembledForm = 0.85

/** How sure something is when the words near it speak for it. */
export const raised = (form: number): number => round(form + (1 - form) * (1 - doubtLeft))

/** How sure something is when the words near it speak of something else. */
export const lowered = (form: number): number => round(form * formLeft)

/** How sure something of an unmistakable form is when the words near it speak of something else. */
export const doubted = (form: number): number => round(form - loss)

/** How sure the name of a site is when somebody is invited there. */
export const invited = (form: number): number => Math.min(surestInvited, round(form + gain))

/**
 * How sure something is by the words that stand nearest for it and against it, in words; Infinity for none. The nearer ones decide; of two
 * equally near ones those against it. Nothing but the form counts where nothing is said.
 *
 * @param against what words against it make of the form.
 */
export const weighed = (
  form: number,
  { raising, lowering }: { readonly raising: number; readonly lowering: number },
  against: (form: number) => number = lowered
): number => {
  if (raising === Number.POSITIVE_INFINITY && lowering === Number.POSITIVE_INFINITY) return form
  return raising < lowering ? raised(form) : against(form)
}

/** In hundredths: nobody knows more. */
const round = (confidence: number): number => Math.round(confidence * 100) / 100
