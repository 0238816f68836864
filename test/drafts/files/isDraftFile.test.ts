import { assert, describe, it } from "vitest"
import { isDraftFile } from "../../../src/drafts/files/isDraftFile.ts"

/** The paths that are not as expected. */
const wrong = (expected: boolean, paths: string): ReadonlyArray<string> =>
  paths
    .split(/\s+/)
    .filter((path) => path !== "")
    .filter((path) => isDraftFile(path) !== expected)

describe("a file found in a folder", () => {
  it("has no drafts if tools or repositories use its exact name", () => {
    const names = `
      package.json package-lock.json pnpm-lock.yaml composer.json tsconfig.json tsconfig.build.json jsconfig.json biome.jsonc deno.json
      chatlint.yaml chatlint.yml chatlint-baseline.json chatlint.schema.json docker-compose.yml docker-compose.override.yml compose.yaml
      compose.prod.yaml mkdocs.yml openapi.json order.schema.json Chart.yaml requirements.txt requirements-dev.txt dev-requirements.txt
      requirements_test.txt CMakeLists.txt robots.txt README.md readme.txt Readme.markdown README.ru.md README_zh-CN.md CHANGELOG.md
      CONTRIBUTING.md CODE_OF_CONDUCT.md LICENSE.txt LICENSE-MIT.md licence.md AUTHORS.md SECURITY.md SUPPORT.md`
    assert.deepStrictEqual(wrong(false, names), [])
    assert.deepStrictEqual(wrong(false, names.replaceAll(/\S+/g, "a/b/$&")), [])
  })

  it("may have drafts if its name only begins or ends like one of these", () => {
    const names = `
      templates/support-replies.md support_ru.txt support.md support.txt security.txt authors.txt readme-buyer.txt readme_for_buyers.md
      license_plate.txt licenses.txt requirements-for-return.txt requirements_photo.txt compose_answer.yaml compose-reply.yml
      chatlint-texts.yaml action.yml package-sent.json packages.json security-deposit.md changelog-prices.txt robots.json chart.yaml
      composer-reply.json reconfigured.json contributing-fee.txt texts.json ответы.yaml`
    assert.deepStrictEqual(wrong(true, names), [])
    assert.deepStrictEqual(wrong(true, names.replaceAll(/\S+/g, "../a/$&")), [])
  })

  it("has no drafts in a folder of tools, under one of their names, or in an unsupported format", () => {
    assert.deepStrictEqual(
      wrong(false, ".github/a.md a/.git/b.txt .a.yaml a/.b.json node_modules/a/b.txt a.png a a/b.html"),
      []
    )
    assert.deepStrictEqual(wrong(true, "./a.txt ../a.txt ../../a/b.txt a.b/c.txt"), [])
  })
})
