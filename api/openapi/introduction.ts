/** The page that the reference opens with, in Markdown. */
export const INTRODUCTION = `Identity verification for Indonesia: a person photographs a card and, depending on the flow, their face; your backend is told how it ended.

**In five calls:** get a [partner token](#/Tokens/getPartnerToken), [initiate](#/Sessions/initiateFlow) a session, open its launch URL in the person's browser, take the callback, get the [details](#/Sessions/getSubmissionDetails). The partner guide walks through them.

| Flow | Asks for | Decides |
| --- | --- | --- |
| \`KTP_SCAN\` | the card | reads the card |
| \`KYC_LITE\` | the card and a selfie | reads the card, liveness, selfie against portrait |
| \`SELFIE_LIVENESS\` | a selfie | liveness |
| \`FACE_VERIFICATION\` | a selfie | liveness, selfie against your reference image |
| \`FACE_MATCH\` | two images from your backend | whether they show the same person |

**Answers** are \`{"success": true, "data": …}\` or \`{"success": false, "errors": [{"code", "cause"}]}\`. Several errors can be listed at once. Decide by \`code\` and \`cause\`. Members are added without notice: ignore those that you do not know. Every answer has an \`x-request-id\`.

**Status and result**

| status | result | Meaning |
| --- | --- | --- |
| \`IN_PROGRESS\` | \`null\` | the person is at it, or a capture is being judged |
| \`COMPLETED\` | \`VALID\` | every check passed |
| \`COMPLETED\` | \`INVALID\` | rejected, see \`reasonCode\` |
| \`ERROR\` | \`null\` | nothing was decided about the person, see \`reasonCode\` |`;
