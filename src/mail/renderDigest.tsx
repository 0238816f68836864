import { render } from "@react-email/render"
import type { DigestContent } from "./DigestContent.ts"
import { DigestMail } from "./DigestMail.tsx"

/** Renders the HTML part. */
export const renderDigest = (content: DigestContent): Promise<string> => render(<DigestMail content={content} />)
