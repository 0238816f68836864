import { SchemaAST } from "effect"
import { type Expectation, isExpectation, isProblem, type YamlFileProblem } from "./texts.ts"

/** Annotates a schema with the problem to report if the value is missing or wrong. */
const problemAnnotation = Symbol.for("chatlint/annotation/Problem")

/** Annotations for what a value has to be and, optionally, the problem to report otherwise. */
export const expects = (expectation: Expectation, problem?: YamlFileProblem) => ({
  description: expectation,
  ...(problem === undefined ? {} : { [problemAnnotation]: problem })
})

/** The expectation annotated on a schema, if any. */
export const annotatedExpectation = ({ annotations }: SchemaAST.Annotated): Expectation | undefined => {
  const annotated = annotations[SchemaAST.DescriptionAnnotationId]
  return typeof annotated === "string" && isExpectation(annotated) ? annotated : undefined
}

/** The problem annotated on a schema, if any. */
export const annotatedProblem = ({ annotations }: SchemaAST.Annotated): YamlFileProblem | undefined => {
  const annotated = annotations[problemAnnotation]
  return typeof annotated === "string" && isProblem(annotated) ? annotated : undefined
}
