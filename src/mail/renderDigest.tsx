import { render } from "@react-email/render"
import type { DigestContent } from "./DigestContent.ts"
import { DigestMail } from "./DigestMail.tsx"

/** The HTML part as text. */
export const renderDigest = (content: DigestContent): Promise<string> => render(<DigestMail content={content} />)
