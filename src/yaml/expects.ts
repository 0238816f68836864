import { SchemaAST } from "effect"
import { type Expectation, isExpectation, isProblem, type YamlFileProblem } from "./texts.ts"

/** The annotation that names what is said where the value is missing or wrong. */
const problemAnnotation = Symbol.for("chatlint/annotation/Problem")

/** Annotations that name what a value has to be, and what is said where it is not that, for a person who wrote another. */
export const expects = (expectation: Expectation, problem?: YamlFileProblem) => ({
  description: expectation,
  ...(problem === undefined ? {} : { [problemAnnotation]: problem })
})

/** What a schema was annotated to expect; undefined where it was not. */
export const annotatedExpectation = ({ annotations }: SchemaAST.Annotated): Expectation | undefined => {
  const annotated = annotations[SchemaAST.DescriptionAnnotationId]
  return typeof annotated === "string" && isExpectation(annotated) ? annotated : undefined
}

/** What a schema was annotated to have said of a mistake; undefined where it was not. */
export const annotatedProblem = ({ annotations }: SchemaAST.Annotated): YamlFileProblem | undefined => {
  const annotated = annotations[problemAnnotation]
  return typeof annotated === "string" && isProblem(annotated) ? annotated : undefined
}
