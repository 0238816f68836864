type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

/** A value's own copy with one of its keys made anew; the value itself where the key does not hold an object. */
const within = (value: Json, key: string, change: (inner: Json) => Json): Json => {
  const inner = value[key]
  return isJson(inner) ? { ...value, [key]: change(inner) } : value
}

const each = (value: Json, change: (inner: Json) => Json): Json =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isJson(inner) ? change(inner) : inner]))

/** The library's own error for a request that its schemas do not take; our bodies are read before them. */
const libraryError = "HttpApiDecodeError"

const isLibraryError = (schema: unknown): boolean => isJson(schema) && String(schema.$ref).endsWith(`/${libraryError}`)

const withoutLibraryError = (response: Json): Json =>
  within(
    JSON.stringify(response).includes(libraryError)
      ? { ...response, description: "The body cannot be read" }
      : response,
    "content",
    (content) =>
      each(content, (media) =>
        within(media, "schema", (schema) => {
          if (!Array.isArray(schema.anyOf)) return schema
          const rest: ReadonlyArray<unknown> = schema.anyOf.filter((one) => !isLibraryError(one))
          const [only] = rest
          return rest.length === 1 && isJson(only) ? only : { ...schema, anyOf: rest }
        })
      )
  )

const isOnlyLibraryError = (response: unknown): boolean =>
  isJson(response) &&
  isJson(response.content) &&
  Object.values(response.content).every((media) => isJson(media) && isLibraryError(media.schema))

const tidyResponses = (responses: Json): Json =>
  each(
    Object.fromEntries(Object.entries(responses).filter(([, response]) => !isOnlyLibraryError(response))),
    withoutLibraryError
  )

const lines = "application/x-ndjson"

/** What takes lines answers in lines, which the library cannot say: it knows one type of content for each status. */
const withLines = (operation: Json): Json =>
  JSON.stringify(operation.requestBody ?? null).includes(lines)
    ? within(operation, "responses", (responses) =>
        within(responses, "200", (answered) =>
          within(answered, "content", (content) => ({
            ...content,
            [lines]: { schema: { type: "string", description: "An answer a line." } }
          }))
        )
      )
    : operation

/** Makes the document that the library makes of the API say what the server does. */
export const tidyDocument = (document: Json): Json => {
  const {
    [libraryError]: _,
    Issue: _issue,
    PropertyKey: _key,
    ...schemas
  } = isJson(document.components) && isJson(document.components.schemas) ? document.components.schemas : {}
  return within(
    within(document, "components", (components) => ({ ...components, schemas })),
    "paths",
    (paths) =>
      each(paths, (path) => each(path, (operation) => withLines(within(operation, "responses", tidyResponses))))
  )
}
