import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "@react-email/components"
import type { ReactNode } from "react"
import type { CauseWords, DigestContent, FindingWords, TrendBar } from "./DigestContent.ts"
import { light, severityColor, styleSheet, styles, toneColor } from "./digestStyle.ts"

const Title = ({ children }: { readonly children: ReactNode }) => (
  <Heading as="h2" className="c-text" style={styles.heading}>
    {children}
  </Heading>
)

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <Text className="c-quiet" style={styles.quiet}>
    {children}
  </Text>
)

const Plain = ({ children }: { readonly children: ReactNode }) => (
  <Text className="c-text" style={styles.text}>
    {children}
  </Text>
)

const Fragment = ({ children }: { readonly children: ReactNode }) => (
  <Text className="c-text b-fragment l" style={styles.fragment}>
    {children}
  </Text>
)

const Changes = ({ changes }: { readonly changes: DigestContent["changes"] }) => (
  <Section>
    <Title>{changes.title}</Title>
    <Quiet>{changes.since}</Quiet>
    <table width="100%" cellPadding="0" cellSpacing="0">
      <tbody>
        {changes.rows.map(({ label, count, isPart }) => (
          <tr key={label}>
            <th
              scope="row"
              className="c-text"
              style={{ ...styles.cell, fontWeight: 400, paddingLeft: isPart ? "16px" : 0 }}
            >
              {label}
            </th>
            <td className="c-text" style={styles.number}>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Section>
)

const Cause = ({ cause: { severity, title, where, fragment } }: { readonly cause: CauseWords }) => (
  <Section className="l" style={styles.finding}>
    <Heading
      as="h3"
      className={`c-${severityColor[severity]}`}
      style={{ ...styles.title, color: light[severityColor[severity]] }}
    >
      {title}
    </Heading>
    <Quiet>{where}</Quiet>
    <Fragment>{fragment}</Fragment>
  </Section>
)

const Finding = ({
  finding: { severity, severityName, title, where, fragment, clause, rewrite },
  labels
}: {
  readonly finding: FindingWords
  readonly labels: DigestContent["findings"]
}) => (
  <Section className="l" style={styles.finding}>
    <Heading
      as="h3"
      className={`c-${severityColor[severity]}`}
      style={{ ...styles.title, color: light[severityColor[severity]] }}
    >
      {severityName} · {title}
    </Heading>
    <Quiet>{where}</Quiet>
    <Fragment>{fragment}</Fragment>
    {clause === undefined ? null : (
      <Quiet>
        {clause.label}: {clause.text}{" "}
        {clause.source === undefined ? null : (
          <Link href={clause.source} className="c-link" style={{ color: light.link, textDecoration: "underline" }}>
            {new URL(clause.source).host}
          </Link>
        )}
      </Quiet>
    )}
    {rewrite === undefined ? null : (
      <Plain>
        <strong>{labels.rewriteLabel}:</strong> {rewrite}
      </Plain>
    )}
  </Section>
)

const sumOf = ({ bySeverity }: TrendBar): number => bySeverity.reduce((sum, { findings }) => sum + findings, 0)

/** A chart made of table cells, which is visible with images turned off; each bar is followed by its number. */
const Trend = ({ trend }: { readonly trend: DigestContent["trend"] }) => {
  const highest = Math.max(1, ...trend.bars.map(sumOf))
  return (
    <Section>
      <Title>{trend.title}</Title>
      <table width="100%" cellPadding="0" cellSpacing="0">
        <thead>
          <tr>
            <th scope="col" className="c-quiet" style={styles.label}>
              {trend.runLabel}
            </th>
            <th scope="col" colSpan={2} className="c-quiet" style={styles.label}>
              {trend.findingsLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.bars.map((bar, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two runs of one minute have the same label.
            <tr key={index}>
              <th scope="row" className="c-quiet" style={styles.label}>
                {bar.label}
              </th>
              <td width="100%" style={{ padding: "3px 0" }}>
                <table
                  role="presentation"
                  width={`${Math.max(1, Math.round((sumOf(bar) / highest) * 100))}%`}
                  cellPadding="0"
                  cellSpacing="0"
                >
                  <tbody>
                    <tr>
                      {sumOf(bar) === 0 ? (
                        <td style={{ height: "12px" }} />
                      ) : (
                        bar.bySeverity
                          .filter(({ findings }) => findings > 0)
                          .map(({ severity, findings }) => (
                            <td
                              key={severity}
                              width={`${Math.round((findings / sumOf(bar)) * 100)}%`}
                              className={`b-${severityColor[severity]}`}
                              style={{
                                height: "12px",
                                fontSize: "1px",
                                lineHeight: "12px",
                                backgroundColor: light[severityColor[severity]]
                              }}
                            />
                          ))
                      )}
                    </tr>
                  </tbody>
                </table>
                {bar.note === "" ? null : (
                  <span className="c-warning" style={{ color: light.warning, fontSize: "12px", lineHeight: "16px" }}>
                    {bar.note}
                  </span>
                )}
              </td>
              <td className="c-text" style={{ ...styles.number, whiteSpace: "nowrap" }}>
                {bar.total}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const Lines = ({ part: { title, lines } }: { readonly part: DigestContent["unseen"] }) =>
  lines.length === 0 ? null : (
    <Section>
      <Title>{title}</Title>
      {lines.map((line) => (
        <Plain key={line}>{line}</Plain>
      ))}
    </Section>
  )

/**
 * The HTML part. React encodes every text; external text never appears in a style, a comment or an address. One column,
 * without images, scripts or anything else to fetch.
 */
export const DigestMail = ({ content }: { readonly content: DigestContent }) => {
  const { locale, subject, preheader, tone, icon, verdict, sentences, changes, causes, findings, trend } = content
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet}</style>
      </Head>
      <Preview>{preheader}</Preview>
      <Body className="b-page c-text" style={styles.body}>
        <main>
          <Container className="card b-card" style={styles.card}>
            <Heading
              as="h1"
              className={`c-${toneColor[tone]}`}
              style={{ ...styles.verdict, color: light[toneColor[tone]] }}
            >
              {icon} {verdict}
            </Heading>
            {sentences.map((sentence) => (
              <Plain key={sentence}>{sentence}</Plain>
            ))}
            <Changes changes={changes} />
            {causes.causes.length === 0 ? null : (
              <Section>
                <Title>{causes.title}</Title>
                <Quiet>{causes.hint}</Quiet>
                {causes.causes.map((cause) => (
                  <Cause key={`${cause.title} ${cause.where} ${cause.fragment}`} cause={cause} />
                ))}
              </Section>
            )}
            {findings.findings.length === 0 ? null : (
              <Section>
                <Title>{findings.title}</Title>
                {findings.findings.map((finding, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two findings may read the same.
                  <Finding key={index} finding={finding} labels={findings} />
                ))}
              </Section>
            )}
            {findings.notes.map((note) => (
              <Quiet key={note}>{note}</Quiet>
            ))}
            <Lines part={content.unseen} />
            <Lines part={content.undelivered} />
            {trend.bars.length === 0 ? null : <Trend trend={trend} />}
            <Hr className="l" style={{ margin: "24px 0 12px", borderColor: light.line }} />
            {content.footer.map((line) => (
              <Text key={line} className="c-quiet" style={styles.footer}>
                {line}
              </Text>
            ))}
            {content.unsubscribe === undefined ? null : (
              <Text className="c-quiet" style={styles.footer}>
                <Link
                  href={content.unsubscribe.address}
                  className="c-link"
                  style={{ color: light.link, textDecoration: "underline" }}
                >
                  {content.unsubscribe.label}
                </Link>
              </Text>
            )}
          </Container>
        </main>
      </Body>
    </Html>
  )
}
