import { Either, ParseResult, type Schema, SchemaAST } from "effect"
import { issuesOf, stepsOf } from "../schema/issueParts.ts"
import { annotatedExpectation, annotatedProblem } from "./expects.ts"
import { nearestWord } from "./nearestWord.ts"
import type { Expectation } from "./texts.ts"
import type { ValuePath, YamlFile } from "./YamlFile.ts"
import { YamlFileError } from "./YamlFileError.ts"

/** Decodes a file's value by a schema. Every mistake becomes an error with its position, in file order. */
export const decodeYamlFile = <A, I>(
  schema: Schema.Schema<A, I>,
  file: YamlFile
): Either.Either<A, ReadonlyArray<YamlFileError>> =>
  Either.mapLeft(
    ParseResult.decodeUnknownEither(schema, { errors: "all", onExcessProperty: "error" })(file.value),
    (issue) =>
      errorsOf(issue, [], [], file).toSorted((one, other) => one.line - other.line || one.column - other.column)
  )

const errorsOf = (
  issue: ParseResult.ParseIssue,
  path: ValuePath,
  knownKeys: ReadonlyArray<string>,
  file: YamlFile
): ReadonlyArray<YamlFileError> => {
  switch (issue._tag) {
    case "Pointer":
      return errorsOf(issue.issue, [...path, ...stepsOf(issue)], knownKeys, file)
    case "Composite": {
      if (SchemaAST.isUnion(issue.ast)) return errorsOfUnion(issue, path, file)
      const keys = SchemaAST.isTypeLiteral(issue.ast)
        ? issue.ast.propertySignatures.map((property) => String(property.name))
        : []
      return issuesOf(issue).flatMap((inner) => errorsOf(inner, path, keys, file))
    }
    case "Refinement": {
      // A value of the wrong type is described by the refinement's expectation: "a list of at least two texts", not
      // "a list".
      const inner = issue.kind === "From" && issue.issue._tag !== "Type"
      return inner ? errorsOf(issue.issue, path, knownKeys, file) : [refused(issue.ast, path, file)]
    }
    case "Transformation":
      return errorsOf(issue.issue, path, knownKeys, file)
    case "Unexpected": {
      const subject = String(path.at(-1))
      const nearest = nearestWord(subject, knownKeys)
      return [
        new YamlFileError({
          path: file.path,
          ...file.placeOfKey(path),
          problem: "problem.unknownKey",
          expectation: "expected.key",
          subject,
          ...(nearest === undefined ? {} : { nearest }),
          known: knownKeys,
          detail: ""
        })
      ]
    }
    case "Missing":
      return [
        new YamlFileError({
          path: file.path,
          ...file.placeOfKey(path.slice(0, -1)),
          problem: annotatedProblem(issue.ast) ?? "problem.missingKey",
          expectation: annotatedExpectation(issue.ast) ?? "expected.keyPresent",
          subject: String(path.at(-1)),
          known: knownKeys,
          detail: ""
        })
      ]
    case "Type":
    case "Forbidden":
      return [refused(issue.ast, path, file)]
  }
}

/** Reports the errors of the union member that has the shape of the value. */
const errorsOfUnion = (issue: ParseResult.Composite, path: ValuePath, file: YamlFile): ReadonlyArray<YamlFileError> => {
  const inside = issuesOf(issue).find((member) => member._tag === "Composite" && SchemaAST.isTypeLiteral(member.ast))
  return inside === undefined ? [refused(issue.ast, path, file)] : errorsOf(inside, path, [], file)
}

const refused = (ast: SchemaAST.AST, path: ValuePath, file: YamlFile): YamlFileError =>
  new YamlFileError({
    path: file.path,
    ...file.placeOfValue(path),
    problem: annotatedProblem(ast) ?? "problem.wrongValue",
    expectation: expectationOf(ast),
    subject: String(path.at(-1) ?? ""),
    known: [],
    detail: ""
  })

/** The expectation annotated on the schema, or the one for the type of value. */
const expectationOf = (ast: SchemaAST.AST): Expectation => {
  const named = annotatedExpectation(ast)
  if (named !== undefined) return named
  switch (ast._tag) {
    case "TypeLiteral":
      return "expected.mapping"
    case "TupleType":
      return "expected.list"
    case "StringKeyword":
      return "expected.text"
    case "NumberKeyword":
      return "expected.number"
    case "Refinement":
      return expectationOf(ast.from)
    default:
      return "expected.value"
  }
}
